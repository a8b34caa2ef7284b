"""Words in columns, one a line, with a blank line after each sentence: CoNLL-2000, -2003, -2005, -2012 and CoNLL-U.

The last column has the tags; or there is a column for the predicates and, after it, one of roles for each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import PurePath

from workbench.corpora.labelled import joined, written
from workbench.corpora.reading.formats import numbered_words
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.corpora.reading.formats.tag_schemes import (
    as_bio2,
    from_brackets,
    is_bracket,
    is_tag,
    scheme_of,
    without_predicate,
)
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Guessed, Sureness, Unit
from workbench.values.importing import LabelsIn, Reading
from workbench.values.labels import OUTSIDE, Example, LabelKind

Row = list[str]
_LOOKED_AT = 200  # sentences
_LABELS_SHOWN = 12
_MOST_WITHOUT_GUESSES = 10  # columns
_FEWEST_OF_HEADS = 8  # columns before that of the predicates, in CoNLL-U and CoNLL-2009
_SHARE = 0.9  # of the sentences that must be as the layout says
_CALLED_SO = frozenset((".conll", ".conllu"))
_COLUMNS, _REMARKS = "passed.other_columns", "passed.remarks"
_NOTHING = frozenset(("-", "_", ""))


@dataclass(frozen=True)
class _Sentence:
    line: int  # where it begins
    rows: list[Row]


@dataclass(frozen=True)
class Layout:
    """Which columns there are; `predicate` is None where each word has one tag."""

    word: int
    tag: int = -1
    is_of_spans: bool = True  # tags say where spans begin; else each word with one is a span
    predicate: int | None = None
    roles: int = 0  # the first of them
    is_of_heads: bool = False  # a role stands at one word, and not at all of its span


def read_columns(file: FileToRead, reading: Reading) -> Pieces:
    """Each sentence, or each predicate of one, as an example; its words as text where no labels are found or wanted."""
    facts: list[Facts] = []
    lines = lines_of(with_facts(read_text(file, reading), facts))
    if reading.labels is LabelsIn.NONE:
        return (yield from _words_alone(lines, facts, file, reading))
    return (yield from read_lines(lines, facts, file, reading))


def read_lines(lines: Iterable[str], facts: list[Facts], file: FileToRead, reading: Reading) -> Pieces:
    """The same of lines that belong to `file`; `facts` are known once they were read."""
    left_out: Counter[str] = Counter()
    sentences = _sentences(lines, left_out)
    first = list(islice(sentences, _LOOKED_AT))
    layout = _asked(reading, first) or layout_of([sentence.rows for sentence in first])
    if layout is None and reading.labels in (LabelsIn.TAGS, LabelsIn.ROLES):
        raise _why_no_layout(first, file)
    if layout is None:
        return (yield from _words_alone(lines_of(with_facts(read_text(file, reading), facts)), facts, file, reading))
    counts: Counter[str] = Counter()
    for sentence in chain(first, sentences):
        try:
            examples = list(_examples(sentence.rows, layout, file))
        except (ValueError, IndexError):
            file.notes.pass_over(message("passed.tags_do_not_fit"), message("place.line", number=sentence.line))
            continue
        file.notes.count(Unit.RECORDS)
        left_out[_COLUMNS] += _others(sentence.rows, layout)
        for example in examples:
            counts.update(tag[2:] for tag in example.labels if tag.startswith("B-"))
            yield written(example) + "\n"
    if not file.notes.read:
        raise KnownError("file.no_tags", file=file.name)
    _leave_out(left_out, file)
    kind = LabelKind.TAGS if layout.predicate is None else LabelKind.ROLES
    shown = tuple(counts.most_common(_LABELS_SHOWN))
    return Facts(facts[0].encoding, facts[0].replaced, labels=shown, kind=kind)


def _why_no_layout(first: Sequence[_Sentence], file: FileToRead) -> KnownError:
    """Where words have tags in most lines, the first line that is unlike the others."""
    widths = Counter(len(row) for sentence in first for row in sentence.rows)
    usual = max(widths, key=widths.__getitem__, default=1)
    if usual > 1 and widths[usual] > widths.total() / 2:
        for sentence in first:
            for number, row in enumerate(sentence.rows, start=sentence.line):
                if len(row) != usual:
                    return KnownError("file.unfitting_tags", file=file.name, line=number)
    return KnownError("file.no_tags", file=file.name)


def _words_alone(lines: Iterable[str], facts: list[Facts], file: FileToRead, reading: Reading) -> Pieces:
    """Of columns what is the text; what are no columns is a text as it stands."""
    first = list(islice(lines, _LOOKED_AT))
    if numbered_words.are_numbered(first, is_called_so=PurePath(file.name).suffix.lower() in _CALLED_SO):
        yield from numbered_words.texts_of(chain(first, lines), file.notes)
        return facts[-1]
    layout = layout_of(beginning_of(first))
    if layout is None:
        return (yield from read_text(file, reading))
    left_out: Counter[str] = Counter()
    for sentence in _sentences(chain(first, lines), left_out):
        left_out[_COLUMNS] += _characters(sentence.rows, lambda place: place != layout.word)
        file.notes.count(Unit.RECORDS)
        yield joined([row[layout.word] for row in sentence.rows if len(row) > layout.word]) + "\n\n"
    _leave_out(left_out, file)
    return facts[-1]


def _others(rows: list[Row], layout: Layout) -> int:
    """How many characters are in columns that are not read of a sentence with labels."""
    if layout.predicate is not None:
        read = {layout.word, layout.predicate}
        return _characters(rows, lambda place: place < layout.roles and place not in read)
    width = len(rows[0])
    return _characters(rows, lambda place: place not in (layout.word, layout.tag % width))


def _characters(rows: list[Row], is_in: Callable[[int], bool]) -> int:
    return sum(len(cell) for row in rows for place, cell in enumerate(row) if cell not in _NOTHING and is_in(place))


def _leave_out(left_out: Counter[str], file: FileToRead) -> None:
    for reason, count in left_out.items():
        if count:
            file.notes.leave_out(message(reason), count=count)


def beginning_of(lines: Iterable[str]) -> list[list[Row]]:
    """The sentences of lines of which the last ones may be missing."""
    found = [sentence.rows for sentence in _sentences(lines, Counter())]
    return found[:-1] or found


def layout_of(sentences: Sequence[list[Row]]) -> Layout | None:
    """The columns of the first sentences of a file; None where they have no tags."""
    filled = [rows for rows in sentences if rows]
    if not filled:
        return None
    return _of_heads(filled) or _tagged(filled) or _with_brackets(filled)


def _sentences(lines: Iterable[str], left_out: Counter[str]) -> Iterator[_Sentence]:
    """Remarks between them are counted, and so are lines that say where a document begins."""
    rows: list[Row] = []
    start, width = 0, 0
    has_tabs = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            if rows:
                yield _Sentence(start, rows)
            rows = []
            continue
        if not width:
            has_tabs = "\t" in line
        cells = [cell.strip() for cell in line.split("\t")] if has_tabs else line.split()
        # A line with as many columns as those before it is a word, and be it “#”.
        is_comment = line.startswith("#") and (len(cells) == 1 if has_tabs else len(cells) != width)
        if is_comment or cells[0] == "-DOCSTART-":
            left_out[_REMARKS] += 1
            continue
        start = start if rows else number
        width = len(cells)
        rows.append(cells)
    if rows:
        yield _Sentence(start, rows)


def _asked(reading: Reading, first: Sequence[_Sentence]) -> Layout | None:
    """Where a person says that there are tags: in the columns named by their numbers, from 1, else in the last one."""
    rows = [sentence.rows for sentence in first]
    if reading.labels is not LabelsIn.TAGS or (not reading.label and layout_of(rows) is not None):
        return None
    is_numbered = sum(numbered_words.is_row(row) for each in rows for row in each) >= _SHARE * sum(map(len, rows))
    usual = (numbered_words.WORD, _part_of_speech(rows)) if is_numbered else (0, -1)
    word = int(reading.column) - 1 if reading.column.isdecimal() else usual[0]
    tag = int(reading.label) - 1 if reading.label.isdecimal() else usual[1]
    filled = [row for each in rows for row in each if len(row) > max(1, word, tag)]
    words = sum(map(len, rows))
    if len(filled) < _SHARE * words or words < 2 * len(rows):  # a line each is no word each
        return None
    return Layout(word, tag, is_of_spans=all(is_tag(row[tag]) for row in filled))


def _part_of_speech(sentences: Sequence[list[Row]]) -> int:
    """The place of its column: in CoNLL-2009, which has more columns, a guess stands before it."""
    return 4 if len(sentences[0][0]) > _MOST_WITHOUT_GUESSES else 3


def _tagged(sentences: Sequence[list[Row]]) -> Layout | None:
    fitting = [rows for rows in sentences if all(len(row) > 1 and is_tag(row[-1]) for row in rows)]
    if len(fitting) < _SHARE * len(sentences) or all(row[-1] == OUTSIDE for rows in fitting for row in rows):
        return None
    return Layout(_word_column(fitting))


def _of_heads(sentences: Sequence[list[Row]]) -> Layout | None:
    """CoNLL-U or CoNLL-2009: words are numbered, and predicates and their roles stand after all else."""
    if not all(rows[0][0].partition("-")[0].isdecimal() for rows in sentences):
        return None
    for place in range(_FEWEST_OF_HEADS, min(len(row) for rows in sentences for row in rows)):
        fitting = [rows for rows in sentences if _width(rows) == place + 1 + len(_predicates(rows, place))]
        if len(fitting) >= _SHARE * len(sentences) and any(_predicates(rows, place) for rows in fitting):
            return Layout(1, predicate=place, roles=place + 1, is_of_heads=True)
    return None


def _width(rows: list[Row]) -> int:
    """How many columns there are; 0 where that differs from word to word."""
    return len(rows[0]) if all(len(row) == len(rows[0]) for row in rows) else 0


def _with_brackets(sentences: Sequence[list[Row]]) -> Layout | None:
    """One column says which words are predicates, and so many columns at the end say their roles."""
    place, first = 7, 11  # in CoNLL-2012
    if all(_has_roles(rows, place, first, after=1) for rows in sentences):
        return Layout(word=3, predicate=place, roles=first)
    narrowest = min(len(row) for rows in sentences for row in rows)
    for place in range(1, narrowest):
        is_of_all = all(_has_roles(rows, place, place + 1, after=0) for rows in sentences)
        if is_of_all and any(_predicates(rows, place) for rows in sentences):
            return Layout(_word_column(sentences), predicate=place, roles=place + 1)
    return None


def _has_roles(rows: list[Row], predicate: int, first: int, *, after: int) -> bool:
    width = _width(rows)
    if width < first + after:
        return False
    last = first + len(_predicates(rows, predicate))
    return last == width - after and all(is_bracket(cell) for row in rows for cell in row[first:last])


def _word_column(sentences: Sequence[list[Row]]) -> int:
    """The second where the first one numbers the words."""
    is_numbered = all(len(rows[0]) > 2 and rows[0][0] in ("0", "1") and rows[-1][0].isdecimal() for rows in sentences)
    return 1 if is_numbered else 0


def _predicates(rows: list[Row], place: int) -> list[int]:
    return [number for number, row in enumerate(rows) if row[place] not in _NOTHING]


def _examples(rows: list[Row], layout: Layout, file: FileToRead) -> Iterator[Example]:
    """Raises ValueError or IndexError where the tags do not fit the words."""
    if layout.word == numbered_words.WORD:
        rows = [row for row in rows if not numbered_words.NO_WORD.fullmatch(row[0])]
    words = tuple(row[layout.word] for row in rows)
    if not all(words) or not _width(rows):
        raise ValueError(words)
    text = joined(words)
    if layout.predicate is None:
        tags = [row[layout.tag] for row in rows]
        yield Example(text, _in_bio2(tags, layout, file), words)
        return
    predicates = _predicates(rows, layout.predicate)
    if _width(rows) - layout.roles - len(predicates) not in (0, 1):
        raise ValueError(predicates)
    for number, predicate in enumerate(predicates):
        cells = [row[layout.roles + number] for row in rows]
        roles = _roles_of_heads(cells) if layout.is_of_heads else from_brackets(cells)
        yield Example(text, without_predicate(roles), words, predicate)
    if not predicates:
        yield Example(text, (), words)


def _roles_of_heads(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(OUTSIDE if cell in _NOTHING else f"B-{cell}" for cell in cells)


def _in_bio2(tags: Sequence[str], layout: Layout, file: FileToRead) -> tuple[str, ...]:
    if not layout.is_of_spans:
        return tuple(OUTSIDE if tag == OUTSIDE or tag in _NOTHING else f"B-{tag}" for tag in tags)
    scheme = scheme_of(tags)
    if scheme:
        file.notes.guess(Guessed.TAGS, scheme, Sureness.LIKELY)
    return as_bio2(tags)
