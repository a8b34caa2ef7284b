"""What an import says of its sources: every one that was read, what was left out, what was guessed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.corpora.driving import run
from workbench.cli.import_report import report_json
from workbench.corpora.importing import read_corpus
from workbench.corpora.paragraphs import ParagraphCount
from workbench.corpora.reading.notes import Notes
from workbench.corpora.remarks import Kind, remarks
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.store.contents import contents_of, values_of
from workbench.store.tables import CorpusRow
from workbench.values.corpus import CorpusContents
from workbench.values.import_report import FileReport, Guessed, PassedOver, Sureness, Unit
from workbench.values.importing import ImportOptions, SplitBy


def imported(tmp_path: Path, *files: Path) -> CorpusContents:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return run(read_corpus(files, folder))[1]


def said(contents: CorpusContents, *kinds: Kind) -> list[str]:
    return [render(remark.said) for remark in remarks(contents) if remark.kind in kinds]


def test_what_is_left_out_is_counted_with_its_first_three_places() -> None:
    notes = Notes()
    for number in range(1, 6):
        notes.pass_over(message("passed.damaged_page"), message("place.page", number=number))
    notes.pass_over(message("passed.bytes"))
    assert notes.report().passed_over == (
        PassedOver(
            message("passed.damaged_page"), 5, tuple(message("place.page", number=number) for number in (1, 2, 3))
        ),
        PassedOver(message("passed.bytes"), 1),
    )


def test_records_that_cannot_be_read_are_said_with_their_lines(tmp_path: Path) -> None:
    lines = [f'{{"text": "a sentence with the number {number} in it"}}' for number in range(30)]
    lines[4] = lines[10] = "{broken"
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(lines))
    contents = imported(tmp_path, file)
    stored = json.loads(json.dumps(values_of(contents), default=str))
    assert contents_of(CorpusRow(**stored)).sources == contents.sources
    report = contents.sources[0].report
    assert (report.unit, report.read) == (Unit.RECORDS, 28)
    assert said(contents, Kind.SUMMARY) == ["The file was read, but parts of it were left out."]
    assert said(contents, Kind.LEFT_OUT) == ["“a.jsonl”: 2 left out: lines that are no JSON record (line 5, line 11)."]


def test_all_right_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One paragraph of a text.\n\nAnd another one of it.\n")
    contents = imported(tmp_path, file)
    assert [render(remark.said) for remark in remarks(contents)] == ["The file was read whole."]
    report = contents.sources[0].report
    assert (report.unit, report.read, report.guesses) == (Unit.PARAGRAPHS, 2, ())


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_paragraphs_are_counted_however_long_a_text_is(between: str, tmp_path: Path) -> None:
    said = [f"这是第{number}段，讲的是一个很长的故事。" * 20 for number in range(1_000)]
    (tmp_path / "a.txt").write_text(f"\n\n{between.join(said)}\n", encoding="utf-8")
    assert imported(tmp_path, tmp_path / "a.txt").sources[0].report.read == 1_000


@pytest.mark.parametrize("size", [1, 2, 5, 40])
def test_paragraphs_are_counted_wherever_a_piece_ends(size: int) -> None:
    text, counted = "\n\nOne.\n\n\nTwo goes\non.\n\nThree\n\n", ParagraphCount()
    for start in range(0, len(text), size):
        counted.add(text[start : start + size])
    assert counted.number == 3


def test_of_many_files_that_are_passed_over_for_one_reason_three_are_named(tmp_path: Path) -> None:
    names = [tmp_path / f"{number}.txt" for number in range(8)]
    for name in names:
        name.touch()
    names[0].write_text("A text that can be read.")
    contents = imported(tmp_path, *names)
    assert said(contents, Kind.SUMMARY) == ["1 of 8 files could be read, 7 could not."]
    assert said(contents, Kind.PASSED_OVER)[-1] == (
        "4 more were passed over for the same reason, such as 4.txt, 5.txt, 6.txt, 7.txt."
    )
    assert len(said(contents, Kind.PASSED_OVER)) == 4


def test_an_encoding_and_a_column_that_no_file_says_are_guesses(tmp_path: Path) -> None:
    letters = tmp_path / "letters.txt"
    letters.write_bytes("Ein Gruß aus der schönen Stadt über dem Fluß, für die Mädchen.\n".encode("cp1252") * 20)
    note = tmp_path / "note.txt"
    note.write_bytes("Gr\u00fc\u00dfe aus K\u00f6ln.".encode("cp1252"))
    table = tmp_path / "t.csv"
    table.write_text("id,body\n" + "".join(f"{n},some words of row {n}\n" for n in range(20)))
    contents = imported(tmp_path, letters, note, table)
    of_letters, of_note, of_table = (source.report.guesses for source in contents.sources)
    assert [(guess.what, guess.value) for guess in of_letters] == [(Guessed.ENCODING, "cp1252")]
    assert (Guessed.COLUMN, "body") in [(guess.what, guess.value) for guess in of_table]
    assert {guess.sure for guess in of_letters} == {Sureness.LIKELY}
    assert {guess.sure for guess in of_note} == {Sureness.UNSURE}  # there is too little of it to tell by
    assert any("note.txt" in sentence and "cp1252" in sentence for sentence in said(contents, Kind.GUESS))


def test_documents_that_cannot_be_divided_into_tenths_are_said(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, file in enumerate(files):
        file.write_text("\n\n".join(f"Sentence {n} of the book {number} is here." for n in range(400)))
    (tmp_path / "corpus").mkdir()
    contents = run(read_corpus(files, tmp_path / "corpus", ImportOptions(split_by=SplitBy.DOCUMENTS)))[1]
    (sentence,) = [text for text in said(contents, Kind.SPLIT) if "tenths" in text]
    assert "33 % of the text is for training" in sentence


def test_documents_of_which_hardly_any_can_be_held_out_are_said(tmp_path: Path) -> None:
    for name, count in (("large", 2000), ("small", 3), ("other", 4)):
        (tmp_path / f"{name}.txt").write_text("".join(f"In {name}, on day {n} it rained.\n\n" for n in range(count)))
    (tmp_path / "corpus").mkdir()
    files = sorted(tmp_path.glob("*.txt"))
    contents = run(read_corpus(files, tmp_path / "corpus", ImportOptions(split_by=SplitBy.DOCUMENTS)))[1]
    (remark,) = said(contents, Kind.SPLIT)
    assert remark.startswith(
        "Whole documents cannot be divided into tenths here: 100 % of the text is for training, 0."
    )


def test_passages_in_two_parts_and_a_part_with_nothing_in_it_are_said(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("\n\n".join(["Once upon a time there was a very small and very old house in the woods."] * 50))
    (sentence,) = said(imported(tmp_path, file), Kind.SPLIT)
    assert "nearly in the training text" in sentence and "Once upon a time" in sentence
    (tmp_path / "b").mkdir()
    file.write_text("word")
    parts = [text.rsplit(" ", 1)[1] for text in said(imported(tmp_path / "b", file), Kind.SPLIT)]
    assert parts == ["validation.", "test."]


def test_what_an_older_version_has_read_is_not_said_to_be_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One paragraph of a text.\n\nAnd another one of it.\n")
    contents = imported(tmp_path, file)
    (source,) = contents.sources
    older = replace(contents, sources=(replace(source, report=FileReport()),))
    assert "did not count" in said(older, Kind.SUMMARY)[0]
    assert report_json(older.sources[0])["left_out"] is None and report_json(source)["left_out"] == []
