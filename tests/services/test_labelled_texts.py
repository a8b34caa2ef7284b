"""Labelled texts of a project: exported and brought in again, and their labels merged, renamed and left out."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.corpora.driving import run
from tests.corpora.test_labelled_import import sentences, table
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.corpora.labelled import examples, label_file
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import ImportOptions, LabelsIn, Reading
from workbench.values.model_ref import from_text

LABELS = ("praise", "complaint", "question", "moan")


@pytest.fixture
def workbench(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Project.create(tmp_path / "p") as project:
        yield Workbench(project)


def letters(path: Path, count: int = 80) -> Path:
    rows = [(f"{text}  ", "" if n == 5 else LABELS[n % 4]) for n, text in enumerate(sentences(count))]
    return table(path, rows)


def imported(workbench: Workbench, *files: Path, options: ImportOptions | None = None) -> Corpus:
    corpus: Corpus = run(workbench.texts.import_corpus(files, None, options))[1]
    return corpus


def label_files(corpus: Corpus) -> list[bytes]:
    return [label_file(corpus.folder, split).read_bytes() for split in Split]


@pytest.mark.parametrize("recipe", [{}, {"whitespace": "off"}, {"duplicates": "10", "unicode": "off"}])
@pytest.mark.parametrize("is_packed", [False, True])
def test_a_labelled_text_that_was_exported_comes_back_with_its_labels(
    workbench: Workbench, tmp_path: Path, recipe: dict[str, str], is_packed: bool
) -> None:
    options = ImportOptions(recipe=parsed_steps(recipe))
    corpus = imported(workbench, letters(tmp_path / "letters.csv"), options=options)
    corpus = workbench.texts.relabel(corpus.name, {"moan": "complaint"})
    folder = workbench.texts.export_text(corpus.name, tmp_path / "out")
    path = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder)) if is_packed else folder
    again = imported(workbench, path)
    assert again.contents.labels == corpus.contents.labels
    assert again.contents.sha256 == corpus.contents.sha256 and label_files(again) == label_files(corpus)
    assert not again.contents.skipped


def test_tagged_words_come_back_as_they_were(workbench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("".join(f"Anna B-PER\nsaw O\n  #{n}  O\n\n" for n in range(40)), encoding="utf-8")
    corpus = imported(workbench, path)
    again = imported(workbench, workbench.texts.export_text(corpus.name, tmp_path / "out"))
    assert again.contents.labels == corpus.contents.labels and again.contents.sha256 == corpus.contents.sha256


def test_labels_that_were_changed_after_the_export_are_said_and_the_text_can_be_had_without_them(
    workbench: Workbench, tmp_path: Path
) -> None:
    corpus = imported(workbench, letters(tmp_path / "letters.csv"))
    folder = workbench.texts.export_text(corpus.name, tmp_path / "out")
    label_file(folder, Split.TRAIN).write_text("{}\n", encoding="utf-8")
    again = imported(workbench, folder)
    assert [skipped.code for skipped in again.contents.skipped] == ["file.labels_changed"]
    text_alone = ImportOptions(reading=Reading(labels=LabelsIn.NONE))
    without = imported(workbench, folder, options=text_alone)
    assert without.contents.labels is None and without.contents.sha256 == corpus.contents.sha256


def test_classes_are_merged_renamed_and_left_out_and_the_text_stays(workbench: Workbench, tmp_path: Path) -> None:
    corpus = imported(workbench, letters(tmp_path / "letters.csv"))
    before = corpus.contents.labels
    assert before is not None and before.unlabelled == 1
    changed = workbench.texts.relabel(corpus.name, {"moan": "complaint", "praise": "thanks", "question": ""})
    labels = changed.contents.labels
    assert labels is not None and changed.name == corpus.name
    assert (labels.classes, labels.unlabelled) == (("complaint", "thanks"), 21)
    assert labels.counts["train"]["complaint"] == sum(before.counts["train"][name] for name in ("moan", "complaint"))
    assert replace(changed.contents, labels=None) == replace(corpus.contents, labels=None)
    with pytest.raises(KnownError) as error:
        workbench.texts.relabel(corpus.name, {"moan": "other"})
    assert error.value.code == "labels.unknown"
    with pytest.raises(KnownError) as error:
        workbench.texts.relabel(corpus.name, {"thanks": "complaint"})
    assert error.value.code == "labels.one_left"


def test_what_was_merged_can_be_had_back_and_is_done_again_where_a_text_is_read_again(
    workbench: Workbench, tmp_path: Path
) -> None:
    path = letters(tmp_path / "letters.csv")
    corpus = imported(workbench, path)
    files = label_files(corpus)
    merged = workbench.texts.relabel(corpus.name, {"moan": "complaint"})
    merged = workbench.texts.relabel(corpus.name, {"complaint": "praise", "praise": "complaint"})
    assert merged.contents.labels is not None
    assert merged.contents.labels.renamed == {"moan": "praise", "complaint": "praise", "praise": "complaint"}
    again = run(workbench.texts.extend_corpus(corpus.name))[1]
    assert again.contents.labels == merged.contents.labels
    back = workbench.texts.set_label_names(corpus.name, {})
    assert back.contents.labels == corpus.contents.labels and label_files(back) == files


def test_kinds_of_spans_are_merged_and_left_out(workbench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("".join(f"Anna B-PER\nBell I-PER\nin O\nRome{n} B-LOC\n\n" for n in range(40)), encoding="utf-8")
    corpus = imported(workbench, path)
    changed = workbench.texts.relabel(corpus.name, {"PER": "NAME", "LOC": ""})
    assert next(examples(changed, Split.TRAIN)).labels == ("B-NAME", "I-NAME", "O", "O")


def test_labels_of_a_text_that_records_do_not_name_are_taken_up_with_it(workbench: Workbench, tmp_path: Path) -> None:
    corpus = imported(workbench, letters(tmp_path / "letters.csv"))
    stray = corpus.folder.with_name("stray")
    shutil.copytree(corpus.folder, stray)
    taken = run(workbench.texts.take_up(stray))[1]
    assert taken.contents.labels == corpus.contents.labels and taken.contents.sha256 == corpus.contents.sha256


def test_a_text_that_a_run_has_learnt_from_stays_as_it_is(workbench: Workbench, tmp_path: Path) -> None:
    corpus = imported(workbench, letters(tmp_path / "letters.csv"))
    workbench.project.runs.create(
        corpus=corpus.name, base=from_text("tiny"), model_sha256="0", fine_tuning=FineTuning(), name="one"
    )
    changed = workbench.texts.relabel(corpus.name, {"moan": "complaint"})
    assert changed.name != corpus.name and changed.contents.sha256 == corpus.contents.sha256
    assert workbench.project.corpora.named(corpus.name).contents.labels == corpus.contents.labels
