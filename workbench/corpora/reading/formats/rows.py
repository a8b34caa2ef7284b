"""What is read of a table's rows: the cells of one column, with labels from another, or each row whole.

A row becomes one paragraph, so that it is never divided between two splits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from workbench.corpora.labelled import joined, written
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.columns import (
    JOINED,
    counting_others,
    guess_columns,
    labels_in,
    sounds_like_label,
    texts_of,
)
from workbench.corpora.reading.formats.conversations import question_and_answer, read_asked, wants_turns
from workbench.corpora.reading.formats.flattening import Row
from workbench.corpora.reading.formats.tag_schemes import as_bio2, is_tag
from workbench.corpora.reading.formats.whole_rows import guess_columns_or_rows, line_of
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Guessed, Sureness, Unit
from workbench.values.importing import WHOLE_ROWS, LabelsIn, Reading
from workbench.values.labels import Example, LabelKind

GUESS_ROWS = 1_000
_LABELS_SHOWN = 12
_LABELS_COUNTED = 1_000


def paragraphs_of(
    rows: Iterable[Row], file: FileToRead, reading: Reading, facts: list[Facts], head: Sequence[str] | None = None
) -> Pieces:
    """The text column's cells as paragraphs, or with their labels as examples; the columns are told at the end.

    Rows of cells of which no column is clearly the text are read whole; `head` is the row with the names of the
    columns, empty where there is none. In records that name their values (None) some column always is the text.
    """
    rows = iter(rows)
    first = list(islice(rows, GUESS_ROWS))
    columns = tuple(dict.fromkeys(name for row in first for name in row))
    text, label = _guessed(first, columns, reading, head)
    asking = question_and_answer(columns) if wants_turns(reading) else None
    if asking is not None and (reading.labels is LabelsIn.TURNS or not sounds_like_label(label)):
        _leave_out_names(head, file)
        found = yield from read_asked(chain(first, rows), columns, asking, file, Facts())
        return replace(found, encoding=facts[0].encoding, replaced=facts[0].replaced) if facts else found
    chosen = _chosen(reading.column or text, reading.label or label, first, columns, file, reading)
    if chosen.is_text_alone_in_whole_rows and head:
        yield f"{line_of(head)}\n\n"
    else:
        _leave_out_names(head, file)
    labels = yield from _written_rows(chain(first, rows), chosen, file, reading)
    read = facts[0] if facts else Facts()
    shown = tuple(labels.most_common(_LABELS_SHOWN))
    return Facts(read.encoding, read.replaced, columns, chosen.text, chosen.label, shown, chosen.kind)


@dataclass(frozen=True)
class _Chosen:
    text: str
    label: str
    kind: LabelKind | None
    is_whole: bool  # each row is a line of all its cells

    @property
    def is_text_alone_in_whole_rows(self) -> bool:
        return self.is_whole and self.kind is None


def _guessed(
    rows: Sequence[Row], columns: Sequence[str], reading: Reading, head: Sequence[str] | None
) -> tuple[str, str]:
    # What labels the texts is not the text, however much is in it.
    columns = tuple(name for name in columns if name != reading.label)
    if head is None or reading.label or reading.labels is LabelsIn.COLUMN:
        return guess_columns(rows, columns)
    return guess_columns_or_rows(rows, columns, head)


def _chosen(
    text: str, label: str, rows: Sequence[Row], columns: tuple[str, ...], file: FileToRead, reading: Reading
) -> _Chosen:
    """What is read of rows, and what is noted of it; raises KnownError where nothing can be."""
    if reading.labels is LabelsIn.TURNS:
        raise KnownError("file.no_turns", file=file.name)
    is_whole = text == WHOLE_ROWS
    for asked in (*([] if is_whole else filter(None, text.split(JOINED))), *([label] if label else [])):
        if asked not in columns:
            raise KnownError("file.no_column", file=file.name, column=asked, known=columns)
    if not text:
        raise KnownError("file.no_text_column", file=file.name)
    if reading.labels is LabelsIn.COLUMN and not label:
        raise KnownError("file.no_label_column", file=file.name, known=columns)
    is_labelled = bool(label) and reading.labels in (LabelsIn.AUTO, LabelsIn.COLUMN)
    if is_labelled and not reading.label:
        sure = Sureness.LIKELY if sounds_like_label(label) else Sureness.UNSURE
        file.notes.guess(Guessed.LABEL, label, sure)
    if is_whole and not reading.column:
        file.notes.guess(Guessed.WHOLE_ROWS, text, Sureness.UNSURE)
    if not is_labelled:
        return _Chosen(text, label, None, is_whole)
    is_tagged = not is_whole and all(_has_tags(row, text, label) for row in rows)
    return _Chosen(text, label, LabelKind.TAGS if is_tagged else LabelKind.CLASSES, is_whole)


def _leave_out_names(head: Sequence[str] | None, file: FileToRead) -> None:
    if head:
        file.notes.leave_out(message("passed.other_columns"), count=sum(map(len, head)))


def _written_rows(
    rows: Iterable[Row], chosen: _Chosen, file: FileToRead, reading: Reading
) -> Generator[str, None, Counter[str]]:
    """A paragraph or an example for each row that has text; how often each label is there."""
    text, label, is_labelled, is_tagged = (
        chosen.text, chosen.label, chosen.kind is not None, chosen.kind is LabelKind.TAGS,
    )  # fmt: skip
    labels: Counter[str] = Counter()
    names = text.split(JOINED)
    if not chosen.is_whole:
        rows = counting_others(rows, {*names, label} if is_labelled else set(names), file.notes)
    for number, row in enumerate(rows, start=1):
        if chosen.is_whole:
            said = line_of(cell for name, cell in row.items() if not is_labelled or name != label).strip()
        else:
            said = paragraph(texts_of(row, names))
        if not said:
            file.notes.pass_over(message("passed.record_without_text"), message("place.record", number=number))
            continue
        if is_tagged and not _has_tags(row, text, label):
            file.notes.pass_over(message("passed.tags_do_not_fit"), message("place.record", number=number))
            continue
        file.notes.count(Unit.RECORDS)
        if is_tagged:
            words = tuple(row[text].split("\n"))
            yield written(Example(joined(words), as_bio2(row[label].split("\n")), words)) + "\n"
        elif is_labelled:
            yield written(Example(said, labels_in(row.get(label, ""), reading.several))) + "\n"
        else:
            yield f"{said}\n\n"
        if label and len(labels) < _LABELS_COUNTED:
            labels[row.get(label, "")] += 1
    return labels


def _has_tags(row: Row, text: str, label: str) -> bool:
    """Whether a record has a list of words and one of their tags, as it is kept in JSON and Parquet."""
    words, tags = row.get(text, "").split("\n"), row.get(label, "").split("\n")
    return len(words) == len(tags) and all(words) and all(map(is_tag, tags))


def paragraph(text: str) -> str:
    """A record is one paragraph, so that it is never divided: blank lines in it go."""
    lines = text.strip().splitlines()
    return text.strip() if all(map(str.strip, lines)) else "\n".join(line for line in lines if line.strip())
