"""Which column of a table is its text, and which one labels it: guessed from the cells more than from names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from workbench.corpora.reading.notes import Notes
from workbench.ground.scripts import BY_CHARACTER, count
from workbench.messages.message import message
from workbench.values.importing import Reading

JOINED = " + "  # between the names of columns that together are the text

_MOST_LABELS = 30
_LONGEST_LABEL = 40  # characters
_MOST_CELLS = 200_000  # filled or not, that are looked at
_MOST_INSTEAD = 4  # columns that hold the text in turns
_FEWEST_WITHOUT = 0.02  # of the rows
_SOME, _NEARLY_ALL = 0.5, 0.9  # of the rows
_SPLITS = frozenset(("train", "training", "validation", "valid", "val", "dev", "test", "testing", "unsupervised"))
_CALLED_TEXT = frozenset((
    "text", "sentence", "content", "message", "review", "comment", "body", "tweet",
    "文本", "内容", "正文", "句子", "评论",
))  # fmt: skip
_TURNS = ("instruction", "prompt", "question", "input", "context", "output", "response", "answer", "completion")


def guess_columns(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> tuple[str, str]:
    """(text, label): the column with the most prose, and one with a few short values that come again and again.

    Of a dialogue or a list of tasks all that is said belongs to the text, in its order; and where rows differ in which
    column has their text, all of these columns do.
    """
    cells = cells_by_column(rows, columns)
    text = _most_prose(cells) or _only_text(cells)
    if not text or are_labels_alone(cells):
        return "", ""
    spoken = [column for column in columns if column.rpartition(".")[2].casefold() in _TURNS and any(cells[column])]
    if text in spoken and len(spoken) > 1:
        text = JOINED.join(spoken)
    else:
        text = JOINED.join(_instead_of_each_other(text, cells))
    others = [column for column in columns if column not in text.split(JOINED) and is_label(column, cells[column])]
    return text, max(others, key=lambda column: (sounds_like_label(column), -len(set(cells[column]))), default="")


def cells_by_column(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> dict[str, list[str]]:
    """Of so few rows that a damaged one with a million cells does not take long."""
    rows = rows[: max(1, _MOST_CELLS // max(1, len(columns)))]
    return {column: [row.get(column, "") for row in rows] for column in columns}


def _most_prose(cells: Mapping[str, Sequence[str]]) -> str:
    column = max(cells, key=lambda column: prose(cells[column]), default="")
    return column if column and prose(cells[column]) else ""


def _only_text(cells: Mapping[str, Sequence[str]]) -> str:
    """Of a table without prose the column that is called the text, or the only one: it may be of emoji or numbers."""
    filled = [column for column, values in cells.items() if any(value.strip() for value in values)]
    called = list(filter(is_called_text, filled))
    return called[0] if called else filled[0] if len(filled) == 1 else ""


def are_labels_alone(cells: Mapping[str, Sequence[str]]) -> bool:
    """Whether the texts beside them are all empty: no column but one that is called as labels are has anything."""
    filled = [column for column, values in cells.items() if _filled(values)]
    return len(cells) > 1 and len(filled) == 1 and sounds_like_label(filled[0])


def _instead_of_each_other(text: str, cells: Mapping[str, Sequence[str]]) -> list[str]:
    """The columns of which a row has one with prose: a post has a body where a comment has a comment."""
    found = [text]
    while len(found) < _MOST_INSTEAD:
        empty = [not any(cells[column][row].strip() for column in found) for row in range(len(cells[text]))]
        without = [row for row, is_empty in enumerate(empty) if is_empty]
        if len(without) < _FEWEST_WITHOUT * len(empty):
            break
        rest = {name: [values[row] for row in without] for name, values in cells.items() if name not in found}
        other = _most_prose(rest)
        if not other or prose(rest[other]) < 1 or _filled(rest[other]) < 0.9 * _filled(cells[other]):
            break
        found.append(other)
    return [column for column in cells if column in found]


def _filled(values: Sequence[str]) -> int:
    return sum(bool(value.strip()) for value in values)


def asked_for(reading: Reading) -> frozenset[str]:
    """The names of columns that a person has asked for; a number may be one that a column without a name got."""
    return frozenset(name for name in (*reading.column.split(JOINED), reading.label) if name and not name.isdecimal())


def counting_others(
    rows: Iterable[Mapping[str, str]], read: Collection[str], notes: Notes
) -> Iterator[Mapping[str, str]]:
    """The rows; what stands in other columns than those that are `read` is counted as left out, in characters."""
    others: Counter[str] = Counter()
    for row in rows:
        for name, cell in row.items():
            if cell and name not in read:
                others[name] += len(cell)
        yield row
    for name, characters in others.items():
        notes.leave_out(message("passed.other_columns"), name, characters)


def texts_of(row: Mapping[str, str], names: Sequence[str]) -> str:
    return "\n".join(filter(None, (row.get(name, "").strip() for name in names)))


def labels_in(cell: str, several: str) -> tuple[str, ...]:
    """The labels that a cell holds, each once: one, or those that `several` or, from a list, a line's end parts."""
    found = cell.replace(several, "\n").split("\n") if several else cell.split("\n")
    return tuple(dict.fromkeys(filter(None, (" ".join(label.split()) for label in found))))


def is_called_text(column: str) -> bool:
    return column.rpartition(".")[2].casefold() in _CALLED_TEXT


def prose(values: Sequence[str]) -> float:
    """How many letters a cell has on average, where it varies and is more than a name, a number or an address."""
    filled = [value for value in values if value.strip()]
    if not filled:
        return 0.0
    letters = sum(map(says_something, chain.from_iterable(value[:2_000] for value in filled)))
    characters = sum(len("".join(value[:2_000].split())) for value in filled)
    words = sum(len(value[:2_000].split()) for value in filled) / len(filled)
    if letters < 0.4 * characters or sum(map(_is_address, filled)) > len(filled) / 2:
        return 0.0
    distinct = len(set(filled)) / len(filled)
    unspaced = sum(count(BY_CHARACTER, value[:200]) for value in filled)
    is_text = words >= 2 or unspaced > 2 * len(filled) or len(values) < 3
    return letters / len(values) * distinct * (1.0 if is_text else 0.01)


def says_something(character: str) -> bool:
    """A letter or an emoji; not a digit or a sign."""
    return character.isalpha() or unicodedata.category(character) == "So"


def _is_address(value: str) -> bool:
    value = value.strip()
    return value.startswith(("http://", "https://")) and len(value.split(maxsplit=1)) == 1


def is_label(column: str, values: Sequence[str]) -> bool:
    filled = [value.strip() for value in values if value.strip()]
    kinds = {label for value in set(filled) for label in labels_in(value, "")}
    return (
        len(filled) > (_SOME if sounds_like_label(column) else _NEARLY_ALL) * len(values)
        and not {kind.casefold() for kind in kinds} <= _SPLITS
        # A table may be sorted by its labels, so that its beginning has just one.
        and (1 if sounds_like_label(column) else 2) <= len(kinds) <= min(_MOST_LABELS, len(filled) / 3)
        and max(map(len, kinds)) <= _LONGEST_LABEL
    )


_CALLED_LABEL = (
    "label", "class", "category", "sentiment", "target", "topic", "tag", "rating", "stars", "language",
    "标签", "类别", "分类", "情感", "评分", "星级",
)  # fmt: skip


def sounds_like_label(column: str) -> bool:
    return any(word in column.casefold() for word in _CALLED_LABEL)


def is_called_label(column: str) -> bool:
    """By one of its words, perhaps of several: “percentage” is none, although a tag is in it."""
    words = re.findall(r"[^\W\d_]+", column.casefold())
    return any(word.removesuffix("s") in _CALLED_LABEL or word in _CALLED_LABEL for word in words)
