"""Rows of a text table (.csv, .tsv): what parts its cells, and whether quotes around cells mean anything in it.

Half of the tables that there are quote by the rules, and half were written without any: there a cell may begin with a
quote that is never closed. The file as a whole tells which it is; where quotes do hold, a row that breaks their rules
costs that row's line alone.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.import_report import Guessed, Sureness

DELIMITERS = ",\t;|"
SAMPLE_LINES, SAMPLE_CHARACTERS = 20_000, 8_000_000  # that are looked at before the first row is made

_DELIMITER_LINES = 200
_LONGEST_CELL = 16_000_000  # characters that a quoted cell may go on over more lines
_FUTILE = 64_000_000  # characters that may be looked at in vain; then cells end with their line
_SURE = 0.9  # of the rows that have as many cells
_MANY_LINES = 5
_REMARK = "#"
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_CERTAIN = {".csv": ",", ".tsv": "\t", ".tab": "\t"}


@dataclass(frozen=True)
class Dialect:
    """How a table is written."""

    delimiter: str
    width: int  # cells that most rows have
    has_quotes: bool = True
    has_escapes: bool = False  # a quote in a cell is written \\" and not ""


def rows_of(lines: Iterable[str], suffix: str, notes: Notes) -> tuple[str, Iterator[list[str]]]:
    """(what parts cells, the cells of each row); what is guessed of the table is noted."""
    lines = iter(lines)
    sample = list(_sample(lines))
    given = _SEPARATOR_LINE.fullmatch(sample[0]) if sample else None
    sample = sample[1:] if given else sample
    remarks = list(takewhile(lambda line: line.startswith(_REMARK), sample))
    table = sample[len(remarks) :]
    delimiter, share = (given.group(1), 1.0) if given else _delimiter(table[:_DELIMITER_LINES], suffix)
    dialect = _dialect(table, delimiter)
    sample = remarks[_remarks(remarks, dialect, notes, is_first=not given) :] + table
    if not given and dialect.width > 1 and delimiter != _CERTAIN.get(suffix):
        notes.guess(Guessed.SEPARATOR, delimiter, Sureness.LIKELY if share > _SURE else Sureness.UNSURE)
    return delimiter, _noted(Rows(dialect), chain(sample, lines), notes)


def delimiter_of(lines: Sequence[str]) -> str:
    """What parts the cells of lines that are a table beyond doubt: empty where they are none."""
    delimiter, share = _delimiter(lines[:_DELIMITER_LINES], "")
    is_table = len(lines) > 1 and share > _SURE
    return delimiter if is_table else ""


def _remarks(lines: Sequence[str], dialect: Dialect, notes: Notes, *, is_first: bool) -> int:
    """How many of the lines that begin as a remark does, before any other, are no rows of the table; they are noted."""
    widths = [len(row) for row in Rows(dialect).read(lines)]
    count = next((place for place, width in enumerate(widths) if width == dialect.width), len(widths))
    if dialect.width < 2 or len(widths) < len(lines):
        return 0
    for number in range(count):
        notes.leave_out(message("passed.comment_lines"), message("place.line", number=number + 2 - is_first))
    return count


def _noted(reader: Rows, lines: Iterable[str], notes: Notes) -> Iterator[list[str]]:
    yield from reader.read(lines)
    if reader.broken:
        notes.guess(Guessed.OPEN_QUOTES, str(reader.broken), Sureness.UNSURE)


def _sample(lines: Iterator[str]) -> Iterator[str]:
    size = 0
    for line in islice(lines, SAMPLE_LINES):
        yield line
        size += len(line)
        if size > SAMPLE_CHARACTERS:
            return


def _delimiter(sample: Sequence[str], suffix: str) -> tuple[str, float]:
    """The delimiter that gives most rows the same number of cells, more than one; a comma where none does."""

    def consistency(delimiter: str) -> tuple[float, int]:
        return max(_consistency(sample, delimiter, has_quotes) for has_quotes in (True, False))

    own = _CERTAIN.get(suffix, "")
    if own == "\t" and consistency(own)[0] > 0.5:  # a comma may be in every sentence, a tab is in none
        return own, 1.0
    best = max(DELIMITERS, key=consistency)
    return best, consistency(best)[0]


def _consistency(sample: Sequence[str], delimiter: str, has_quotes: bool) -> tuple[float, int]:
    """(share of the rows that have the commonest number of cells, that number)."""
    rows = Rows(Dialect(delimiter, 0, has_quotes)).read(sample)
    widths = Counter(len(row) for row in rows if any(row))
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return (count / widths.total(), width) if width > 1 else (0.0, 0)


def _dialect(sample: Sequence[str], delimiter: str) -> Dialect:
    """Quotes hold unless there are fewer misfits, or as few, where every line is a row and a quote just a character.

    Lines of prose may happen to have as many commas as a row; then quotes that do hold something together tell.
    """
    plain = _fit(sample, Dialect(delimiter, 0, has_quotes=False))
    quoted = [_fit(sample, Dialect(delimiter, 0, has_escapes=escapes)) for escapes in (False, True)]
    best = min(quoted, key=lambda fit: fit.misfits)
    do_hold = delimiter != "\t" and (best.closed_cells >= max(1, 2 * best.broken) or best.held >= max(1, best.broken))
    if quoted[0].open_cells and plain.dialect.width > 1 and plain.misfits <= best.misfits and not do_hold:
        return plain.dialect
    return best.dialect


@dataclass(frozen=True)
class _Fit:
    dialect: Dialect
    misfits: int  # rows that have not the usual width, or break the rules of quotes
    broken: int  # the latter
    open_cells: int  # cells that begin with a quote and do not end with one in their line
    closed_cells: int  # those of them that end in a later line
    held: int  # quoted cells of one line with a delimiter in them


def _fit(sample: Sequence[str], dialect: Dialect) -> _Fit:
    reader = Rows(dialect)
    widths = Counter(len(row) for row in reader.read(sample) if any(row))
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    misfits = widths.total() - count + reader.broken
    found = Dialect(dialect.delimiter, width, dialect.has_quotes, dialect.has_escapes)
    return _Fit(found, misfits, reader.broken, reader.open_cells, reader.closed_cells, reader.held)


class Rows:
    """A reader of rows; counts what breaks the rules."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.broken = 0  # rows that break the rules of quotes
        self.open_cells = self.closed_cells = 0  # cells that begin with a quote, and those that end in a later line
        self.held = 0  # quoted cells of one line with a delimiter in them
        self.looked_at = 0  # characters of lines that were looked at for the end of a cell
        self._futile = 0
        self._inside = re.compile(r'(?:[^"\\]|\\.?|"")*+' if dialect.has_escapes else r'(?:[^"]|"")*+')
        self._after = re.compile(rf'"[ ]*(?:{re.escape(dialect.delimiter)}|\Z)')
        self._ahead: deque[str] = deque()

    def read(self, lines: Iterable[str]) -> Iterator[list[str]]:
        source = iter(lines)
        while True:
            line = self._next(source)
            if line is None:
                return
            if '"' not in line or not self.dialect.has_quotes:
                yield line.split(self.dialect.delimiter)
                continue
            row: list[str] = []
            if self._take(line, row, 0):
                yield row
            else:
                yield self._over_lines(line, source)

    def _next(self, source: Iterator[str]) -> str | None:
        return self._ahead.popleft() if self._ahead else next(source, None)

    def _take(self, line: str, row: list[str], place: int) -> bool:
        """Add the cells of a line; whether it ends with a whole one. What is left open is added as it stands."""
        delimiter = self.dialect.delimiter
        while True:
            if line.startswith('"', place):
                end = self._inside.match(line, place + 1).end()  # type: ignore[union-attr]  # it may be empty
                closed = self._after.match(line, end)
                if closed is None:
                    row.append(line[place + 1 :] if end == len(line) else "")
                    self._is_open = end == len(line)
                    return False
                row.append(self._plain(line[place + 1 : end]))
                self.held += line.find(delimiter, place + 1, end) > 0
                place = closed.end()
                if not closed.group().endswith(delimiter):
                    return True
                continue
            end = line.find(delimiter, place)
            row.append(line[place:] if end < 0 else line[place:end])
            if end < 0:
                return True
            place = end + 1

    def _over_lines(self, line: str, source: Iterator[str]) -> list[str]:
        """A row whose last cell goes on in the next lines; its first line alone where it does not end properly."""
        self.open_cells += 1
        row: list[str] = []
        self._take(line, row, 0)
        taken: list[str] = []
        if self._is_open and self._futile < _FUTILE:
            whole = self._continued(row, taken, source)
            if whole and self._is_likely(row, [line, *taken]):
                self.closed_cells += 1
                return row
        self._futile += sum(map(len, taken))
        self._ahead.extendleft(reversed(taken))
        self.broken += 1
        return self._by_itself(line)

    def _continued(self, row: list[str], taken: list[str], source: Iterator[str]) -> bool:
        """Read on until the open cell, and the row, end; whether they do by the rules."""
        cell = [row.pop()]
        size = 0
        while size < _LONGEST_CELL:
            line = self._next(source)
            if line is None:
                return False
            taken.append(line)
            size += len(line)
            self.looked_at += len(line)
            end = self._inside.match(line).end()  # type: ignore[union-attr]
            if end == len(line):
                cell.append(line)
                continue
            closed = self._after.match(line, end)
            if closed is None:
                return False
            row.append(self._plain("\n".join([*cell, line[:end]])))
            if not closed.group().endswith(self.dialect.delimiter) or self._take(line, row, closed.end()):
                return True
            if not self._is_open:
                return False
            cell = [row.pop()]
        return False

    def _is_likely(self, row: Sequence[str], lines: Sequence[str]) -> bool:
        """Not where a stray quote has swallowed rows that are whole by themselves."""
        width = self.dialect.width
        if width < 2 or len(lines) < _MANY_LINES:
            return width < 2 or len(row) == width or not all(self._width(line) == width for line in lines)
        return sum(self._width(line) == width for line in lines) < len(lines) / 2

    def _width(self, line: str) -> int:
        return line.count(self.dialect.delimiter) + 1

    def _by_itself(self, line: str) -> list[str]:
        """The cells of a line in which not all quotes are closed: those that are lose them, others keep them."""
        row: list[str] = []
        place = 0
        while place <= len(line):
            if line.startswith('"', place):
                end = self._inside.match(line, place + 1).end()  # type: ignore[union-attr]
                closed = self._after.match(line, end)
                if closed is not None:
                    row.append(self._plain(line[place + 1 : end]))
                    if not closed.group().endswith(self.dialect.delimiter):
                        break
                    place = closed.end()
                    continue
            end = line.find(self.dialect.delimiter, place)
            end = len(line) if end < 0 else end
            row.append(line[place:end])
            place = end + 1
        return row

    def _plain(self, cell: str) -> str:
        if self.dialect.has_escapes:
            cell = re.sub(r'\\(["\\])', r"\1", cell)
        return cell.replace('""', '"')
