"""The ways in which labels come: words in columns, lines of fastText, folders and files named for their class."""

from __future__ import annotations

import json
import shutil
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from tests.corpora.driving import run
from tests.corpora.test_labelled_import import everything, found, imported, passages, sentences
from workbench.corpora.labelled import word_spans
from workbench.corpora.reading.formats.class_names import class_names
from workbench.corpora.trial import try_import
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.values.corpus import Split
from workbench.values.import_report import Guessed
from workbench.values.importing import ImportOptions, LabelsIn, Reading
from workbench.values.labels import Example, LabelKind


def written(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def columns(sentences: list[list[str]], separator: str = "\t") -> str:
    return "\n".join("".join(line.replace(" ", separator) + "\n" for line in each) for each in sentences)


def tagged(count: int = 30) -> list[list[str]]:
    return [
        ["Anna B-PER", f"Number{n} I-PER", "saw O", f"Place{n} B-LOC" if n % 2 else f"it{n} O", ". O"]
        for n in range(count)
    ]


def all_of(by_split: dict[Split, list[Example]]) -> list[Example]:
    return [example for each in by_split.values() for example in each]


@pytest.mark.parametrize(("name", "separator"), [("a.conll", "\t"), ("a.txt", " "), ("a.tsv", "\t"), ("a", " ")])
def test_words_in_columns_keep_a_tag_each(tmp_path: Path, name: str, separator: str) -> None:
    path = written(tmp_path / name, columns(tagged(), separator))
    contents = imported(path, tmp_path / "c")
    labels = contents.labels
    assert labels is not None and (labels.kind, contents.cleaning["whitespace"]) == (LabelKind.TAGS, 0)
    assert set(labels.classes) == {"O", "B-PER", "I-PER", "B-LOC"}
    by_split = found(tmp_path / "c", contents)
    assert len(all_of(by_split)) == 30
    example = next(each for each in all_of(by_split) if "Number3" in each.words)
    assert example == Example("Anna Number3 saw Place3 .", ("B-PER", "I-PER", "O", "B-LOC", "O"), example.words)
    assert [example.text[slice(*span)] for span in word_spans(example.words)] == list(example.words)
    for split in Split:
        assert passages(tmp_path / "c", split) == [each.text for each in by_split[split]]
    spans = {kind: sum(labels.counts[split].get(kind, 0) for split in Split) for kind in ("PER", "LOC")}
    assert spans == {"PER": 30, "LOC": 15}


def test_a_hash_is_a_word_where_it_has_a_tag_and_else_a_comment_and_marks_of_documents_are_none(tmp_path: Path) -> None:
    text = "# made by hand\n-DOCSTART- O\n\n" + columns([*tagged(20), ["# B-SIGN", "1 I-SIGN"]])
    contents = imported(written(tmp_path / "a.conll", text), tmp_path / "c")
    assert [each.labels for each in all_of(found(tmp_path / "c", contents)) if each.words[0] == "#"] == [
        ("B-SIGN", "I-SIGN")
    ]
    assert contents.labels is not None and sum(contents.labels.examples.values()) == 21
    assert {each.reason.code: each.count for each in contents.sources[0].report.passed_over} == {"passed.remarks": 2}


def test_columns_that_are_neither_words_nor_tags_are_counted(tmp_path: Path) -> None:
    four = [["Anna NNP B-NP B-PER", "saw VBD B-VP O", f"Place{n} NN B-NP O"] for n in range(20)]
    contents = imported(written(tmp_path / "a.conll", columns(four)), tmp_path / "c")
    (passed,) = contents.sources[0].report.passed_over
    assert (passed.reason.code, passed.count, passed.is_meant) == ("passed.other_columns", 20 * 20, True)


def test_tags_of_other_schemes_become_bio2_which_is_said(tmp_path: Path) -> None:
    rows = [["a S-X", f"b{n} B-Y", "c E-Y"] for n in range(20)]
    contents = imported(written(tmp_path / "a.conll", columns(rows)), tmp_path / "c")
    assert {each.labels for each in all_of(found(tmp_path / "c", contents))} == {("B-X", "B-Y", "I-Y")}
    assert {guess.what: guess.value for guess in contents.sources[0].report.guesses}[Guessed.TAGS] == "BIOES"


def test_a_sentence_whose_tags_do_not_fit_is_counted_with_its_place(tmp_path: Path) -> None:
    rows = tagged(300)
    rows[50][2] = "saw X-?"
    rows[260][2] = "saw"
    contents = imported(written(tmp_path / "a.conll", columns(rows)), tmp_path / "c")
    (passed,) = contents.sources[0].report.passed_over
    assert (passed.reason.code, passed.count) == ("passed.tags_do_not_fit", 2)
    assert [place.fields["number"] for place in passed.places] == [301, 1561]  # type: ignore[union-attr]
    assert contents.sources[0].report.read == 298


def test_a_text_without_tags_is_none_of_tags_and_says_so_where_they_are_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path / "a.conll", "\n\n".join(sentences(30)))
    assert imported(path, tmp_path / "c").labels is None
    with pytest.raises(KnownError) as error:
        imported(path, tmp_path / "d", ImportOptions(reading=Reading(labels=LabelsIn.TAGS)))
    assert "no words in columns" in render(error.value.message)


def test_tags_that_fit_the_words_nowhere_are_told_by_the_first_line_and_not_read_as_text_in_silence(
    tmp_path: Path,
) -> None:
    path = written(tmp_path / "a.conll", "Ann B-PER\nsaw\nBob B-PER\n\n" * 20)
    contents = imported(path, tmp_path / "c")
    assert contents.labels is None and contents.without_labels is not None
    assert "“a.conll” is named as a file of words with tags" in render(contents.without_labels)
    with pytest.raises(KnownError) as error:
        imported(path, tmp_path / "d", ImportOptions(reading=Reading(labels=LabelsIn.TAGS)))
    assert "In line 2 of “a.conll” the tags do not fit" in render(error.value.message)


def test_a_treebank_says_that_its_words_could_be_told_apart(tmp_path: Path) -> None:
    words = "".join(
        f"{n}\t{word}\t{word}\t{tag}\t_\t_\t0\troot\t_\t_\n" for n, word, tag in ((1, "a", "DET"), (2, "dog", "NOUN"))
    )
    said = imported(written(tmp_path / "a.conllu", f"{words}\n" * 20), tmp_path / "c").without_labels
    assert said is not None and "choose the tags of words as labels" in render(said)


ROLES = [
    "The - (A0* *",
    "cook - *) (A0*)",
    "came come (V*) *",
    "and - * *",
    "cut{} cut * (V*)",
    "bread - * (A1*)",
]


def test_each_predicate_of_a_sentence_has_an_example_and_the_sentence_stands_in_the_text_once(tmp_path: Path) -> None:
    rows = [[line.format(n) for line in ROLES] for n in range(30)]
    rows[7] = ["No -", "verb7 -", "here -"]
    contents = imported(written(tmp_path / "a.conll", columns(rows, " ")), tmp_path / "c")
    labels = contents.labels
    assert labels is not None and (labels.kind, labels.unlabelled) == (LabelKind.ROLES, 1)
    by_split = found(tmp_path / "c", contents)
    assert len(all_of(by_split)) == 59
    of_one = [each for each in all_of(by_split) if "cut3" in each.words]
    assert [(each.predicate, each.labels) for each in of_one] == [
        (2, ("B-A0", "I-A0", "O", "O", "O", "O")),
        (4, ("O", "B-A0", "O", "O", "O", "B-A1")),
    ]
    assert sum(len(passages(tmp_path / "c", split)) for split in Split) == 30


def test_roles_after_the_columns_of_conll_u_are_of_head_words(tmp_path: Path) -> None:
    lines = []
    for n in range(30):
        lines += [f"# text = She read book{n}", "1-2\tShe read\t" + "_\t" * 9 + "_"]
        for number, (word, sense, role) in enumerate(
            (("She", "_", "A0"), ("read", "read.01", "V"), (f"book{n}", "_", "A1")), start=1
        ):
            lines.append("\t".join([str(number), word, *"________", sense, role]))
        lines.append("")
    contents = imported(written(tmp_path / "a.conllu", "\n".join(lines)), tmp_path / "c")
    assert contents.labels is not None and contents.labels.kind is LabelKind.ROLES
    assert {(each.predicate, each.labels) for each in all_of(found(tmp_path / "c", contents))} == {
        (1, ("B-A0", "O", "B-A1"))
    }


def apart(folder: Path, *, words: bool = True, short: bool = False) -> Path:
    """Roles and words in files of their own, as CoNLL-2005 has them."""
    rows = [[line.format(n) for line in ROLES] for n in range(30)]
    roles = [[line.split(" ", 1)[1] for line in each] for each in rows]
    written(folder / "a.props", columns(roles, " "))
    if words:
        said = columns([[line.split(" ")[0] for line in each] for each in rows])
        written(folder / "a.words", said[: len(said) // 2] if short else said)
    return folder


def test_roles_without_words_are_read_with_those_beside_them(tmp_path: Path) -> None:
    contents = imported(apart(tmp_path / "a"), tmp_path / "c")
    assert contents.labels is not None and contents.labels.kind is LabelKind.ROLES
    by_split = found(tmp_path / "c", contents)
    assert ("The", "cook", "came", "and", "cut3", "bread") in {each.words for each in all_of(by_split)}
    assert len(all_of(by_split)) == 60
    assert [skipped.code for skipped in contents.skipped] == ["file.beside_roles"]


@pytest.mark.parametrize("first", [".props", ".words"])
def test_roles_and_words_in_an_archive_belong_together(tmp_path: Path, first: str) -> None:
    apart(tmp_path / "a")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as archive:  # which is read once, from its beginning to its end
        for ending in sorted((".props", ".words"), key=lambda each: each != first):
            archive.add(tmp_path / "a" / f"a{ending}", f"roles/a{ending}")
    contents = imported(tmp_path / "a.tar.gz", tmp_path / "c")
    assert contents.labels is not None and contents.labels.kind is LabelKind.ROLES
    assert len(all_of(found(tmp_path / "c", contents))) == 60
    assert [skipped.code for skipped in contents.skipped] == ["file.beside_roles"]
    (tmp_path / "a" / "a.words").unlink()
    with tarfile.open(tmp_path / "alone.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "a" / "a.props", "a.props")
    with pytest.raises(KnownError, match=r"Put “a\.words” beside it"):
        imported(tmp_path / "alone.tar.gz", tmp_path / "d")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"words": False}, "Put “a.words” beside it"),
        ({"short": True}, "do not belong together"),
    ],
)
def test_roles_whose_words_are_missing_or_others_are_refused(tmp_path: Path, files: dict[str, bool], said: str) -> None:
    with pytest.raises(KnownError) as refused:
        imported(apart(tmp_path / "a", **files) / "a.props", tmp_path / "c")
    assert said in render(refused.value.message)


def test_lines_of_fasttext_have_their_labels_and_their_text(tmp_path: Path) -> None:
    lines = [f"__label__{'sun' if n % 3 else 'moon __label__star'} {text}" for n, text in enumerate(sentences(60))]
    contents = imported(written(tmp_path / "a.txt", "\n".join(lines)), tmp_path / "c")
    assert contents.labels is not None and contents.labels.several
    of_texts = everything(found(tmp_path / "c", contents))
    assert of_texts[sentences(60)[0]] == ("moon", "star") and of_texts[sentences(60)[1]] == ("sun",)


def folders(root: Path) -> Path:
    for n, text in enumerate(sentences(60)):
        written(root / ("train" if n < 40 else "test") / ("pos" if n % 2 else "neg") / f"{n}.txt", text)
    for n, text in enumerate(sentences(8, seed=3)):
        written(root / "train" / "unsup" / f"{n}.txt", f"Unlabelled {text}")
    written(root / "README", "About these texts.")
    return root


@pytest.mark.parametrize("is_packed", [False, True])
def test_folders_that_are_named_for_classes_label_the_files_in_them(tmp_path: Path, is_packed: bool) -> None:
    path = folders(tmp_path / "reviews")
    if is_packed:
        path = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", path))
    contents = imported(path, tmp_path / "c")
    labels = contents.labels
    assert labels is not None and labels.counts["test"] == {"neg": 10, "pos": 10}
    assert (labels.unlabelled, labels.counts["validation"]) == (8, {"neg": 2, "pos": 2})
    assert [skipped.code for skipped in contents.skipped] == ["file.beside_split"]


def test_other_folders_are_classes_only_where_a_person_says_so(tmp_path: Path) -> None:
    for n, text in enumerate(sentences(60)):
        written(tmp_path / "news" / ("sport" if n % 2 else "weather") / f"{n}.txt", text)
    contents = imported(tmp_path / "news", tmp_path / "c")
    assert contents.labels is None and contents.without_labels is not None
    assert "2 folders beside each other: sport, weather" in render(contents.without_labels)
    asked = ImportOptions(reading=Reading(labels=LabelsIn.FOLDERS))
    labels = imported(tmp_path / "news", tmp_path / "d", asked).labels
    assert labels is not None and labels.counts["train"] == {"sport": 24, "weather": 24}


def test_files_that_are_named_for_classes_have_a_text_a_line(tmp_path: Path) -> None:
    texts = sentences(60)
    written(tmp_path / "said" / "plot.tok.gt9", "\n".join(texts[:30]))
    written(tmp_path / "said" / "quote.tok.gt9", "\n".join(texts[30:]))
    written(tmp_path / "said" / "README.txt", "About these texts.")
    contents = imported(tmp_path / "said", tmp_path / "c", ImportOptions(reading=Reading(labels=LabelsIn.FILES)))
    assert contents.labels is not None and set(contents.labels.classes) == {"plot", "quote"}
    assert everything(found(tmp_path / "c", contents))[texts[40]] == ("quote",)
    assert [skipped.code for skipped in contents.skipped] == ["file.beside_classes"]


def test_lists_of_words_and_tags_in_json_are_tagged_words(tmp_path: Path) -> None:
    records = [{"tokens": ["Anna", f"n{n}", "saw"], "ner_tags": ["B-PER", "I-PER", "O"]} for n in range(30)]
    path = written(tmp_path / "a.jsonl", "\n".join(map(json.dumps, records)))
    contents = imported(path, tmp_path / "c", ImportOptions(reading=Reading(column="tokens", label="ner_tags")))
    assert contents.labels is not None and contents.labels.kind is LabelKind.TAGS
    assert all_of(found(tmp_path / "c", contents))[0].labels == ("B-PER", "I-PER", "O")


def make_parquet(path: Path, columns: dict[str, Any], features: dict[str, Any]) -> Path:
    table = pyarrow.table(columns)
    about = json.dumps({"info": {"features": features}}).encode()
    parquet.write_table(table.replace_schema_metadata({b"huggingface": about}), path)
    return path


def test_numbers_in_parquet_are_the_classes_that_they_stand_for(tmp_path: Path) -> None:
    texts, numbers = sentences(60), [-1 if number % 20 == 3 else number % 2 for number in range(60)]
    label = {"names": ["bad", "good"], "_type": "ClassLabel"}
    path = make_parquet(tmp_path / "a.parquet", {"text": texts, "label": numbers}, {"label": label})
    contents = imported(path, tmp_path / "c")
    assert contents.labels is not None and set(contents.labels.classes) == {"bad", "good"}
    assert contents.labels.unlabelled == 3  # -1 is none
    said = {each.text: each.labels for each in all_of(found(tmp_path / "c", contents))}
    assert said[texts[1]] == ("good",) and said[texts[2]] == ("bad",) and said[texts[3]] == ()


@pytest.mark.parametrize("kind", ["Sequence", "List", ""])
def test_numbers_in_lists_of_parquet_are_the_tags_that_they_stand_for(tmp_path: Path, kind: str) -> None:
    tag = {"names": ["O", "B-PER", "I-PER"], "_type": "ClassLabel"}
    words = [["Anna", f"n{number}", "saw", "it"] for number in range(30)]
    columns = {"id": list(range(30)), "tokens": words, "ner_tags": [[1, 2, 0, 0]] * 30}
    feature = {"feature": tag, "_type": kind} if kind else [tag]
    contents = imported(make_parquet(tmp_path / "a.parquet", columns, {"ner_tags": feature}), tmp_path / "c")
    assert contents.labels is not None and contents.labels.kind is LabelKind.TAGS
    assert all_of(found(tmp_path / "c", contents))[0].labels == ("B-PER", "I-PER", "O", "O")


@pytest.mark.parametrize("about", [b"", b"[]", b'{"info": 3}', b'{"info": {"features": [[[1]]]}}'])
def test_what_is_said_of_classes_and_cannot_be_read_is_no_matter(about: bytes) -> None:
    assert class_names({b"huggingface": about}) == {} == class_names(None)


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def make_xlsx(path: Path, book: dict[str, list[list[str]]]) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w") as made:
        names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(book, start=1))
        made.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{names}</sheets></workbook>'
        )
        made.writestr("[Content_Types].xml", "<Types/>")
        book_at = f'<Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>'
        made.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{book_at}</Relationships>')
        targets = "".join(
            f'<Relationship Id="r{n}" Type="{relations}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(book) + 1)
        )
        made.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{targets}</Relationships>')
        for n, rows in enumerate(book.values(), start=1):
            cells = "".join(
                f'<row r="{r}">' + "".join(map(_cell, (f"A{r}", f"B{r}"), row)) + "</row>"
                for r, row in enumerate(rows, start=1)
            )
            made.writestr(
                f"xl/worksheets/sheet{n}.xml", f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
            )


def test_sheets_of_which_one_has_no_labels_are_text_alone(tmp_path: Path) -> None:
    book = {
        "letters": [["text", "label"], *([text, "ab"[n % 2]] for n, text in enumerate(sentences(30)))],
        "notes": [["text"], *([text] for text in sentences(30, seed=1))],
    }
    make_xlsx(tmp_path / "a.xlsx", book)
    contents = imported(tmp_path / "a.xlsx", tmp_path / "c")
    assert contents.labels is None and "{" not in passages(tmp_path / "c", Split.TRAIN)[0]


def test_roles_stand_in_the_columns_of_conll_2012_before_the_last(tmp_path: Path) -> None:
    lines = ["#begin document (a); part 000"]
    for n in range(30):
        for number, (word, frame, role) in enumerate(
            (("She", "-", "(ARG0*)"), ("read", "01", "(V*)"), (f"book{n}", "-", "(ARG1*"), ("twice", "-", "*)"))
        ):
            before = ["a", "0", str(number), word, "NN", "*", "read" if frame != "-" else "-", frame, "-", "-", "*"]
            lines.append("  ".join([*before, role, "-"]))
        lines.append("")
    contents = imported(written(tmp_path / "a.conll", "\n".join([*lines, "#end document"])), tmp_path / "c")
    assert contents.labels is not None and contents.labels.kind is LabelKind.ROLES
    (each,) = {(each.words[1], each.predicate, each.labels) for each in all_of(found(tmp_path / "c", contents))}
    assert each == ("read", 1, ("B-ARG0", "O", "B-ARG1", "I-ARG1"))


def test_a_labelled_file_is_tried_as_the_text_that_it_has(tmp_path: Path) -> None:
    path = written(tmp_path / "a.conll", columns(tagged()))
    (tried,) = run(try_import([path], ImportOptions()))[1].files
    assert tried.cleaned.startswith("Anna Number0 saw it0 .\n\nAnna Number1")


@pytest.mark.parametrize("name", ["SMSSpamCollection", "a.txt"])
def test_a_label_a_tab_and_a_text_are_a_table_without_its_name(name: str, tmp_path: Path) -> None:
    said = [f"Message {n} says so and so" + " and goes on and on" * (n % 4) for n in range(30)]
    lines = [f"{('ham', 'spam')[n % 3 == 1]}\t{text}" for n, text in enumerate(said)]
    contents = imported(written(tmp_path / name, "\n".join(lines)), tmp_path / "c")
    assert contents.labels is not None and contents.labels.kind is LabelKind.CLASSES
    assert sum(contents.labels.examples.values()) == 30 and contents.sources[0].labels == (("ham", 20), ("spam", 10))


def test_who_says_a_line_is_no_label(tmp_path: Path) -> None:
    lines = [f"{('Anna', 'Ben')[n % 2]}\tShe said the number {n}" for n in range(30)]
    assert imported(written(tmp_path / "a.txt", "\n".join(lines)), tmp_path / "c").labels is None
