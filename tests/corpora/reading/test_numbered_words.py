"""Treebanks: what is read of them are the sentences as they were written; what is known of each word is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpora.reading.test_plain_texts import written
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_pieces
from workbench.values.importing import LabelsIn, Reading


def words(*rows: str, columns: int = 10) -> str:
    """A sentence; each row is a number, a word and, where it has more to say, its last column."""
    lines = []
    for row in rows:
        number, word, *last = row.split()
        lines.append("\t".join([number, word, *["x"] * (columns - 3), *(last or ["_"])]) + "\n")
    return "".join(lines) + "\n"


SENTENCES = (
    "# newdoc id = sea\n# newpar\n# sent_id = 1\n# text = Let’s go down to the sea.\n"
    + words("1-2 Let’s", "1 Let", "2 us", "3 go", "4 down", "5 to", "6 the", "7 sea SpaceAfter=No", "8 .")
    + "# sent_id = 2\n"
    + words("1-2 Vámonos", "1 Vamos", "2 nos", "3-4 al", "3 a", "4 el", "4.1 gran", "5 mar SpaceAfter=No", "6 .")
    + "# newpar\n"
    + words("1 I", "2 will SpaceAfter=No", "3 n’t SpaceAfter=No|Gloss=not", "4 .")
)
TEXT = "Let’s go down to the sea. Vámonos al mar.\n\nI willn’t."


def read(path: Path, labels: LabelsIn) -> tuple[str, dict[str, int]]:
    file = file_on_disk(path)
    text = "".join(read_pieces(file, kind_of(file, labels), Reading(labels=labels)))
    return text, {passed.reason.code: passed.count for passed in file.notes.report().passed_over}


@pytest.mark.parametrize("name", ["a.conllu", "a.conll", "a.txt", "a", "a.data"])
def test_sentences_of_numbered_words_are_read_as_they_were_written_by_whatever_name(tmp_path: Path, name: str) -> None:
    text, passed = read(written(tmp_path / name, SENTENCES), LabelsIn.AUTO)
    assert text == TEXT
    rows = [line.split("\t") for line in SENTENCES.splitlines() if "\t" in line]
    others = sum(len(cell) for number, _, *cells in rows for cell in (number, *cells) if cell != "_")
    assert passed == {"passed.remarks": 3, "passed.other_columns": others}


def test_without_labels_words_in_columns_are_text_and_what_is_said_of_them_is_not(tmp_path: Path) -> None:
    assert read(written(tmp_path / "a.conllu", SENTENCES), LabelsIn.NONE)[0] == TEXT
    tagged = "Anna B-PER\nsaw O\nRome B-LOC\n\n" * 4
    text, passed = read(written(tmp_path / "a.conll", tagged), LabelsIn.NONE)
    assert text.split("\n\n") == [*["Anna saw Rome"] * 4, ""]
    assert passed == {"passed.other_columns": 4 * len("B-PEROB-LOC")}


def test_without_paragraphs_each_sentence_is_one_and_a_line_that_is_no_word_is_named(tmp_path: Path) -> None:
    sentences = words("1 我们", "2 走了", columns=8) * 6 + "damaged\n" + words("1 One", columns=8)
    file = file_on_disk(written(tmp_path / "a.conll", sentences))
    assert "".join(read_pieces(file, kind_of(file), Reading())).split("\n\n") == [*["我们走了"] * 6, "One"]
    (lost,) = (each for each in file.notes.report().gaps)
    assert (lost.reason.code, lost.count) == ("passed.no_numbered_word", 1)
    assert [place.fields["number"] for place in lost.places if not isinstance(place, str)] == [19]


def test_where_tags_are_asked_for_they_are_the_parts_of_speech(tmp_path: Path) -> None:
    def row(number: str, word: str, tag: str) -> str:
        return "\t".join((number, word, word.lower(), tag, *"______")) + "\n"

    sentence = row("1-2", "Don’t", "_") + row("1", "Do", "AUX") + row("2", "not", "PART") + row("3", "go", "VERB")
    path = written(tmp_path / "a.conllu", (sentence + "\n") * 3)
    first = json.loads(read(path, LabelsIn.TAGS)[0].splitlines()[0])
    assert first == {"labels": ["B-AUX", "B-PART", "B-VERB"], "words": ["Do", "not", "go"]}


def test_a_table_of_numbered_rows_is_none_of_words(tmp_path: Path) -> None:
    rows = "".join(f"{n}\tThe soup was hot, said guest {n}.\t" + "\t".join("abcdefg") + "\n" for n in range(1, 30))
    path = written(tmp_path / "a.tsv", rows)
    assert read(path, LabelsIn.AUTO)[0].startswith("The soup was hot, said guest 1.\n\n")
