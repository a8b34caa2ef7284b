"""Tables of which no column is clearly the text: an address list, a budget, sentences in two languages.

Whichever column were taken, the words of the others would be lost, so each row is read whole, as a line of its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from workbench.corpora.reading.formats.columns import (
    JOINED,
    are_labels_alone,
    cells_by_column,
    guess_columns,
    is_called_text,
    is_label,
    prose,
    says_something,
    sounds_like_label,
    texts_of,
)
from workbench.ground.scripts import BY_CHARACTER, count
from workbench.values.importing import WHOLE_ROWS

_FEWEST_WORDS = 0.25  # of the cells
_LOOKED_AT = 2_000  # characters of a cell
_SENTENCE_WORDS, _SENTENCE_CHARACTERS = 5, 10  # a cell's on average, from which on it is more than a name
_FEWEST_ROWS = 3  # of which all may have the same in a column
_NAME_WORDS, _NAME_CHARACTERS = 2, 3  # from which on it is more than a word
_FEWEST_DIFFERENT = 0.5  # of the cells with names
_RIVAL = 0.5  # of the letters


def guess_columns_or_rows(
    rows: Sequence[Mapping[str, str]], columns: Sequence[str], head: Sequence[str]
) -> tuple[str, str]:
    """(text, label) as `guess_columns` finds them; WHOLE_ROWS and no label where that text is one of several."""
    text, label = guess_columns(rows, columns)
    cells = cells_by_column(rows, columns)
    if text and _is_clearly_text(text, label, cells):
        return text, label
    if are_labels_alone(cells):
        return "", ""
    filled = sum(any(map(str.strip, values)) for values in cells.values())
    is_more = text or (filled > 1 and _has_words(chain(head, *cells.values())))
    return (WHOLE_ROWS if is_more else ""), ""


def line_of(cells: Iterable[str]) -> str:
    """A row as a line: a tabulator between its cells, none after the last one that is filled."""
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")


def _is_clearly_text(text: str, label: str, cells: Mapping[str, Sequence[str]]) -> bool:
    names = text.split(JOINED)
    if sounds_like_label(label) or any(map(is_called_text, names)):
        return True
    values = [texts_of(dict(zip(cells, row, strict=True)), names) for row in zip(*cells.values(), strict=True)]
    filled = list(filter(None, values))
    are_sentences = _is_more_than_names(filled, _SENTENCE_WORDS, _SENTENCE_CHARACTERS)
    others = {name: other for name, other in cells.items() if name not in names and _says_more_than_one_thing(other)}
    if are_sentences or len(others) == 1:  # beside names in a longer list what comes again is a town, say
        others = {name: other for name, other in others.items() if not is_label(name, other)}
    if not others:
        return True
    rival = max((_letters(other) for other in others.values() if prose(other)), default=0)
    if are_sentences:
        return rival < _RIVAL * _letters(values)
    is_varied = len(set(filled)) >= _FEWEST_DIFFERENT * len(filled)
    return not rival and is_varied and _is_more_than_names(filled, _NAME_WORDS, _NAME_CHARACTERS)


def _says_more_than_one_thing(values: Sequence[str]) -> bool:
    return len({value.strip() for value in values} - {""}) > (len(values) >= _FEWEST_ROWS)


def _is_more_than_names(filled: Sequence[str], words: int, characters: int) -> bool:
    """Whether cells have so many words on average or, in a script without spaces, so many characters."""
    return (
        sum(len(value[:_LOOKED_AT].split()) for value in filled) >= words * len(filled)
        or sum(count(BY_CHARACTER, value[:_LOOKED_AT]) for value in filled) >= characters * len(filled)
    )  # fmt: skip


def _letters(values: Sequence[str]) -> int:
    return sum(map(says_something, chain.from_iterable(value[:_LOOKED_AT] for value in values)))


def _has_words(cells: Iterable[str]) -> bool:
    """Whether a table is more than numbers."""
    filled = [cell[:_LOOKED_AT] for cell in cells if cell.strip()]
    return sum(any(map(str.isalpha, cell)) for cell in filled) >= _FEWEST_WORDS * max(1, len(filled))
