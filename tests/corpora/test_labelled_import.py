"""Labelled texts as they come: their labels stay with them, through cleaning and splitting, to the corpus's files."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.corpora.driving import run
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.corpora.importing import read_corpus, split_file
from workbench.corpora.labelled import examples, label_file, labels_hash
from workbench.corpora.remarks import remarks
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.values.corpus import Corpus, CorpusContents, Split
from workbench.values.importing import ImportOptions, LabelsIn, Reading
from workbench.values.labels import Example, LabelKind

WORDS = "river lamp bread stone window cloud garden paper winter morning letter bridge coffee island".split()  # noqa: SIM905


def sentences(count: int, seed: int = 0) -> list[str]:
    """Different sentences, no two of them alike."""
    generator = random.Random(seed)
    return [f"Number {n}: " + " ".join(generator.choices(WORDS, k=12)) + "." for n in range(count)]


def table(path: Path, rows: Iterable[Sequence[str]], head: Sequence[str] = ("text", "label")) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def imported(files: Path | Sequence[Path], folder: Path, options: ImportOptions | None = None) -> CorpusContents:
    folder.mkdir(exist_ok=True)
    return run(read_corpus([files] if isinstance(files, Path) else files, folder, options))[1]


def found(folder: Path, contents: CorpusContents) -> dict[Split, list[Example]]:
    corpus = Corpus(1, "c", folder, contents, datetime.now(UTC))
    return {split: list(examples(corpus, split)) for split in Split}


def passages(folder: Path, split: Split) -> list[str]:
    text = split_file(folder, split).read_text(encoding="utf-8")
    return text.removesuffix("\n").split(f"\n{SEGMENT_SEPARATOR}\n") if text else []


def everything(found: dict[Split, list[Example]]) -> dict[str, tuple[str, ...]]:
    return {example.text: example.labels for each in found.values() for example in each}


def test_a_table_keeps_the_labels_of_its_rows_in_the_order_of_its_text(tmp_path: Path) -> None:
    rows = [(text, "praise" if n % 4 else "complaint") for n, text in enumerate(sentences(200))]
    contents = imported(table(tmp_path / "letters.csv", rows), tmp_path / "c")
    labels = contents.labels
    assert labels is not None and (labels.kind, labels.classes) == (LabelKind.CLASSES, ("praise", "complaint"))
    by_split = found(tmp_path / "c", contents)
    assert everything(by_split) == {text: (label,) for text, label in rows}
    for split in Split:
        assert passages(tmp_path / "c", split) == [example.text for example in by_split[split]]
    assert labels.sha256 == labels_hash(tmp_path / "c")
    assert contents.statistics.words > 0 and not labels.unlabelled and not labels.contradicting


def test_labels_that_were_changed_behind_its_back_are_not_read(tmp_path: Path) -> None:
    rows = [(text, "praise" if n % 4 else "complaint") for n, text in enumerate(sentences(60))]
    contents = imported(table(tmp_path / "letters.csv", rows), tmp_path / "c")
    assert sum(map(len, found(tmp_path / "c", contents).values())) == 60
    file = label_file(tmp_path / "c", Split.TEST)
    file.write_text(file.read_text(encoding="utf-8").replace("complaint", "praise"), encoding="utf-8")
    with pytest.raises(KnownError) as refused:
        found(tmp_path / "c", contents)
    assert refused.value.code == "corpus.changed"


def test_eight_tenths_of_every_class_are_trained_on_and_the_seed_decides_which(tmp_path: Path) -> None:
    rows = [(text, ["a", "b", "c"][(n % 10 > 6) + (n % 10 > 8)]) for n, text in enumerate(sentences(400))]
    path = table(tmp_path / "t.csv", rows)
    contents = imported(path, tmp_path / "c")
    labels = contents.labels
    assert labels is not None
    assert labels.counts == {
        "train": {"a": 224, "b": 64, "c": 32},
        "validation": {"a": 28, "b": 8, "c": 4},
        "test": {"a": 28, "b": 8, "c": 4},
    }
    assert labels.examples == {"train": 320, "validation": 40, "test": 40}
    assert imported(path, tmp_path / "again").sha256 == contents.sha256
    assert imported(path, tmp_path / "other", ImportOptions(split_seed=1)).sha256 != contents.sha256


def test_texts_that_are_the_same_or_nearly_are_never_on_both_sides(tmp_path: Path) -> None:
    generator = random.Random(5)
    rows: list[tuple[str, str]] = []
    for n, text in enumerate(sentences(100)):
        likes = [text, text.upper(), f"{text} Truly.", text]
        rows += [(each, "yes" if n % 2 else "no") for each in likes]
    generator.shuffle(rows)
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c")
    sides = {split: {text.split(":")[0].casefold() for text in passages(tmp_path / "c", split)} for split in Split}
    assert sum(map(len, sides.values())) == 100 and min(map(len, sides.values())) >= 8
    assert contents.leaks.found == 0


def test_each_text_is_cleaned_by_itself_and_one_of_which_nothing_stays_is_named(tmp_path: Path) -> None:
    rows = [(f"{text}\x07  \nand on", "a" if n % 2 else "b") for n, text in enumerate(sentences(40))]
    rows[7] = ("short one", "a")
    rows[9] = rows[8]
    recipe = parsed_steps({"minimum": "20", "duplicates": "on"})
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c", ImportOptions(recipe=recipe))
    wanted = {f"{text}\nand on": ("a" if n % 2 else "b",) for n, text in enumerate(sentences(40)) if n not in (7, 9)}
    assert everything(found(tmp_path / "c", contents)) == wanted
    left = {passed.reason.code: (passed.count, passed.places) for passed in contents.sources[0].report.passed_over}
    assert left["passed.text_cleaned_away"] == (1, ("short one",))
    assert left["passed.repeated_text"][0] == 1


def test_without_labels_a_table_is_the_text_that_it_always_was(tmp_path: Path) -> None:
    rows = [(text, "a" if n % 2 else "b") for n, text in enumerate(sentences(60))]
    path = table(tmp_path / "t.csv", rows)
    contents = imported(path, tmp_path / "c", ImportOptions(reading=Reading(labels=LabelsIn.NONE)))
    assert contents.labels is None and not label_file(tmp_path / "c", Split.TRAIN).exists()
    whole = "\n\n".join("\n\n".join(passages(tmp_path / "c", split)) for split in Split)
    assert sorted(whole.split("\n\n")) == sorted(text for text, _ in rows)
    plain = tmp_path / "t.txt"
    plain.write_text("\n\n".join(text for text, _ in rows), encoding="utf-8")
    assert contents.sha256 == imported(plain, tmp_path / "plain").sha256


def test_rows_without_a_label_are_trained_on_as_text_and_counted(tmp_path: Path) -> None:
    rows = [(text, "" if n in (3, 30) else "ab"[n % 2]) for n, text in enumerate(sentences(60))]
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c")
    assert contents.labels is not None and contents.labels.unlabelled == 2
    unlabelled = [example.text for example in found(tmp_path / "c", contents)[Split.TRAIN] if not example.labels]
    assert unlabelled == [rows[3][0], rows[30][0]]


def test_texts_with_labels_that_contradict_each_other_are_counted_and_kept_to_be_shown(tmp_path: Path) -> None:
    rows = [(text, "ab"[n % 2]) for n, text in enumerate(sentences(60))]
    rows[10] = (rows[11][0].upper(), "a")
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c")
    assert contents.labels is not None and contents.labels.contradicting == 1
    (contradiction,) = contents.labels.contradictions
    assert contradiction.text.casefold() == rows[11][0].casefold() and contradiction.labels == ("a", "b")


@pytest.mark.parametrize("several", ["; ", ";", ","])
def test_a_text_may_have_several_labels(tmp_path: Path, several: str) -> None:
    rows = [(text, several.join(["sun", "moon", "star"][: n % 3 + 1])) for n, text in enumerate(sentences(60))]
    options = ImportOptions(reading=Reading(label="label", several=several))
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c", options)
    assert contents.labels is not None and contents.labels.several
    assert contents.labels.classes == ("sun", "moon", "star")
    assert everything(found(tmp_path / "c", contents))[rows[1][0]] == ("sun", "moon")


def test_a_list_of_json_holds_several_labels_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    records = ({"text": text, "topics": ["sun", "moon"][n % 2 :]} for n, text in enumerate(sentences(60)))
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    contents = imported(path, tmp_path / "c")
    assert contents.labels is not None and contents.labels.several
    assert contents.labels.classes == ("moon", "sun")


def test_the_splits_that_files_are_named_for_are_kept_and_validation_is_taken_from_what_is_trained_on(
    tmp_path: Path,
) -> None:
    rows = [(text, "ab"[n % 2]) for n, text in enumerate(sentences(120))]
    folder = tmp_path / "data"
    folder.mkdir()
    table(folder / "train.csv", rows[:100])
    table(folder / "test.csv", rows[100:])
    contents = imported(folder, tmp_path / "c")
    by_split = found(tmp_path / "c", contents)
    assert [(each.text, *each.labels) for each in by_split[Split.TEST]] == rows[100:]
    assert Counter(each.labels[0] for each in by_split[Split.VALIDATION]) == {"a": 5, "b": 5}
    assert len(by_split[Split.TRAIN]) == 90


@pytest.mark.parametrize(
    ("label_of", "code"),
    [
        (lambda n: f"case {n}", "labels.nearly_unique"),
        (lambda n: "same", "labels.one_class"),
        (lambda n: "", "labels.none"),
    ],
)
def test_what_cannot_tell_texts_apart_is_refused_in_one_sentence(tmp_path: Path, label_of, code: str) -> None:  # type: ignore[no-untyped-def]
    path = table(tmp_path / "t.csv", [(text, label_of(n)) for n, text in enumerate(sentences(40))])
    with pytest.raises(KnownError) as error:
        imported(path, tmp_path / "c", ImportOptions(reading=Reading(label="label")))
    assert error.value.code == code


def test_labels_that_were_only_guessed_and_tell_nothing_are_left_with_a_word_about_it(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", [(text, "same") for text in sentences(40)])
    contents = imported(path, tmp_path / "c")
    assert contents.labels is None and contents.without_labels is not None
    assert contents.without_labels.code == "labels.one_class"
    text_alone = ImportOptions(reading=Reading(labels=LabelsIn.NONE))
    assert contents.sha256 == imported(path, tmp_path / "plain", text_alone).sha256
    assert contents.sources[0].reading == Reading()


@pytest.mark.parametrize(
    ("column", "said"),
    [("label", "“label” of “t.csv” was not taken as labels"), ("标签", "“标签” of “t.csv”"), ("percentage", "")],
)
def test_a_column_that_is_called_as_labels_are_and_was_left_is_named(tmp_path: Path, column: str, said: str) -> None:
    path = table(tmp_path / "t.csv", [(text, f"{n}") for n, text in enumerate(sentences(40))], ("text", column))
    reason = imported(path, tmp_path / "c").without_labels
    assert (render(reason) if reason else "").startswith(said) and bool(reason) is bool(said)
    text_alone = ImportOptions(reading=Reading(labels=LabelsIn.NONE))
    assert imported(path, tmp_path / "plain", text_alone).without_labels is None


def test_labels_are_known_by_their_name_where_a_third_of_the_rows_have_none(tmp_path: Path) -> None:
    rows = [(text, ("", "up", "down")[n % 3]) for n, text in enumerate(sentences(60))]
    labels = imported(table(tmp_path / "t.csv", rows), tmp_path / "c").labels
    assert labels is not None and labels.unlabelled == 20
    assert imported(table(tmp_path / "u.csv", rows, ("text", "way")), tmp_path / "d").labels is None


def test_labels_of_texts_that_are_all_empty_are_not_taken_for_the_texts(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", [("", "good" if n % 2 else "bad") for n in range(40)])
    with pytest.raises(KnownError) as refused:
        imported(path, tmp_path / "c")
    assert "No column of “t.csv” holds text." in render(refused.value.message)


def test_beside_files_without_labels_guessed_ones_are_left(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", [(text, "ab"[n % 2]) for n, text in enumerate(sentences(40))])
    plain = tmp_path / "story.txt"
    plain.write_text("\n\n".join(sentences(30, seed=1)), encoding="utf-8")
    contents = imported([path, plain], tmp_path / "c")
    assert contents.labels is None and contents.without_labels is not None
    asked = ImportOptions(readings={path.absolute(): Reading(label="label")})
    labels = imported([path, plain], tmp_path / "asked", asked).labels
    assert labels is not None and labels.unlabelled == 1 and sum(labels.examples.values()) == 41


def test_a_column_that_is_only_guessed_to_label_is_put_before_the_person(tmp_path: Path) -> None:
    rows = [(text, "ab"[n % 2], ("train", "test")[n % 3 == 0]) for n, text in enumerate(sentences(60))]
    contents = imported(table(tmp_path / "t.csv", rows, ("v2", "v1", "subset")), tmp_path / "c")
    assert (contents.sources[0].label, {remark.said.code for remark in remarks(contents)}) == (
        "v1",
        {"remark.one_read", "remark.guess_label", "remark.columns_labelled", "remark.classes"},
    )


def test_classes_that_cannot_be_checked_are_said(tmp_path: Path) -> None:
    names = ["once", "twice", "twice", *["often"] * 40, *["rarely"] * 8]
    rows = list(zip(sentences(len(names)), names, strict=True))
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c", ImportOptions(reading=Reading(label="label")))
    assert contents.labels is not None
    assert [contents.labels.counts["train"][name] for name in ("once", "twice", "rarely")] == [1, 2, 6]
    said = {remark.said.code: remark.said.fields for remark in remarks(contents)}
    assert said["remark.class_of_one"]["labels"] == ("once",)
    assert said["remark.class_unchecked"]["labels"] == ("twice",)
    assert said["remark.uneven_classes"]["most"] == "often"


def test_many_classes_with_few_texts_each_are_said(tmp_path: Path) -> None:
    rows = [(text, f"case {n // 3}") for n, text in enumerate(sentences(240))]
    options = ImportOptions(reading=Reading(label="label"))
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c", options)
    assert contents.labels is not None
    assert contents.labels.examples == {"train": 192, "validation": 24, "test": 24}
    assert len(contents.labels.counts["train"]) == 80
    (said,) = (remark.said for remark in remarks(contents) if remark.said.code == "remark.many_classes")
    assert render(said).startswith("80 classes have about 3 texts each")


def test_four_texts_are_enough_to_keep_some_apart(tmp_path: Path) -> None:
    rows = [("A good day", "up"), ("A bad day", "down"), ("What a joy", "up"), ("How awful", "down")]
    options = ImportOptions(reading=Reading(label="label"))
    labels = imported(table(tmp_path / "t.csv", rows), tmp_path / "c", options).labels
    assert labels is not None and labels.examples == {"train": 2, "validation": 1, "test": 1}


def test_a_column_that_is_named_as_the_labels_is_not_the_text(tmp_path: Path) -> None:
    rows = [(f"12 {n} 7", f"a long and wordy label, the one of kind {'even' if n % 2 else 'odd'}") for n in range(40)]
    options = ImportOptions(reading=Reading(label="label"))
    assert imported(table(tmp_path / "t.csv", rows), tmp_path / "c", options).sources[0].column == "text"


def test_texts_that_are_all_alike_cannot_be_kept_apart_which_is_said(tmp_path: Path) -> None:
    text = sentences(1)[0]
    rows = [(f"{text} {'So it is.' * (n % 2)}", "ab"[n % 2]) for n in range(40)]
    contents = imported(table(tmp_path / "t.csv", rows), tmp_path / "c")
    assert contents.labels is not None and contents.labels.examples["train"] == 40
    assert "remark.part_without_texts" in {remark.said.code for remark in remarks(contents)}
