"""Sentences of numbered words, one a line, with what is known of each in further columns: CoNLL-X, -2009 and CoNLL-U.

What is read of them is what was written before somebody took it apart: the sentences of a paragraph behind each other,
two words written as one as one, and a space where there was one (https://universaldependencies.org/format.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.corpora.labelled import joined
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.import_report import Unit

FEWEST_COLUMNS = 8  # of CoNLL-X without what is projective; CoNLL-U has ten, CoNLL-2009 fourteen
WORD = 1  # the second column
NO_WORD = re.compile(r"\d+[-.]\d+")  # words that are written as one, and a word that is not written
_NUMBER = re.compile(r"\d+(?:[-.]\d+)?")
_FIRST = frozenset(("0.1", "1", "1-2", "1-3", "1-4"))
_TEXT = re.compile(r"#\s*text\s*=\s*(\S.*)")
_BEGINS = re.compile(r"#\s*new(par|doc)\b")
_SHARE = 0.9  # of the rows that must be as they should
_NOTHING = frozenset(("_", ""))


def are_numbered(lines: Iterable[str], *, is_called_so: bool = False) -> bool:
    """Whether lines, of which the last may be missing, are such sentences.

    A table may have numbered rows, too; of sentences there are several, or one stands in a remark, or the file's name
    says it.
    """
    is_first, sentences, fitting, rows = True, 0, 0, 0
    is_said = is_called_so
    for line in lines:
        if line.startswith("#") and "\t" not in line:
            is_said = is_said or _TEXT.match(line) is not None
            continue
        if line.strip():
            cells = line.strip().split("\t")
            fitting += is_row(cells) and (not is_first or cells[0] in _FIRST)
            rows, sentences = rows + 1, sentences + is_first
        is_first = not line.strip()
    return rows > 0 and fitting >= _SHARE * rows and (is_said or sentences > 1)


def is_row(cells: Sequence[str]) -> bool:
    """Whether these are a word with its number and enough columns."""
    return len(cells) >= FEWEST_COLUMNS and _NUMBER.fullmatch(cells[0]) is not None


def texts_of(lines: Iterable[str], notes: Notes) -> Iterator[str]:
    """The text of such lines; each further column and remark is counted as left out."""
    has_paragraphs = False
    before = ""
    for sentence in _sentences(lines, notes):
        text = sentence.text or _put_together(sentence.rows)
        has_paragraphs = has_paragraphs or sentence.begins == "par"
        if not text:
            continue
        notes.count(Unit.RECORDS)
        goes_on = has_paragraphs and not sentence.begins and before
        yield (joined((before[-1:], text))[1:] if goes_on else f"\n\n{text}") if before else text
        before = text


@dataclass
class _Sentence:
    rows: list[list[str]] = field(default_factory=list)
    text: str = ""  # as a remark says it
    begins: str = ""  # a “par” or a “doc”


def _sentences(lines: Iterable[str], notes: Notes) -> Iterator[_Sentence]:
    sentence = _Sentence()
    remarks = columns = 0
    for number, line in enumerate(lines, start=1):
        cells = line.strip().split("\t")
        if cells == [""]:
            if sentence.rows:
                yield sentence
                sentence = _Sentence()
        elif line.startswith("#") and len(cells) < FEWEST_COLUMNS:
            remarks += not _is_of_text(line, sentence)
        elif len(cells) > WORD and _NUMBER.fullmatch(cells[0]):
            columns += sum(len(cell) for place, cell in enumerate(cells) if place != WORD and cell not in _NOTHING)
            sentence.rows.append(cells)
        else:
            notes.pass_over(message("passed.no_numbered_word"), message("place.line", number=number))
    if sentence.rows:
        yield sentence
    if remarks:
        notes.leave_out(message("passed.remarks"), count=remarks)
    if columns:
        notes.leave_out(message("passed.other_columns"), count=columns)


def _is_of_text(line: str, sentence: _Sentence) -> bool:
    """Whether a remark is the sentence, or says where a paragraph begins; it is kept then."""
    if found := _TEXT.match(line):
        sentence.text = found.group(1).strip()
    elif begins := _BEGINS.match(line):
        sentence.begins = "par" if sentence.begins == "par" else begins.group(1)
        return "=" not in line
    return found is not None


def _put_together(rows: Sequence[Sequence[str]]) -> str:
    written: list[str] = []
    end = 0  # of the words that are written as one
    is_near = False  # nothing is written before the next one
    for row in rows:
        number, _, last = row[0].partition("-")
        if "." in number or (not last and int(number) <= end):
            continue
        end = int(last or number)
        if is_near:
            written[-1] += row[WORD]
        else:
            written.append(row[WORD])
        is_near = "SpaceAfter=No" in row[-1].split("|")
    return joined(written)
