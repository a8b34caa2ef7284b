"""Which column of a table is its text, and which one labels it: guessed from the cells more than from names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.ground.scripts import BY_CHARACTER, count

JOINED = " + "  # between the names of columns that together are the text

_MOST_LABELS = 30
_LONGEST_LABEL = 40  # characters
_TURNS = ("instruction", "prompt", "question", "input", "context", "output", "response", "answer", "completion")


def guess_columns(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> tuple[str, str]:
    """(text, label): the column with the most prose, and one with a few short values that come again and again.

    Of a dialogue or a list of tasks all that is said belongs to the text, in its order.
    """
    cells = {column: [row.get(column, "") for row in rows] for column in columns}
    text = max(columns, key=lambda column: _prose(cells[column]), default="")
    if not text or not _prose(cells[text]):
        return "", ""
    spoken = [column for column in columns if column.rpartition(".")[2].casefold() in _TURNS and any(cells[column])]
    if text in spoken and len(spoken) > 1:
        text = JOINED.join(spoken)
    others = [column for column in columns if column not in text.split(JOINED) and _is_label(column, cells[column])]
    return text, max(others, key=lambda column: (_sounds_like_label(column), -len(set(cells[column]))), default="")


def texts_of(row: Mapping[str, str], names: Sequence[str]) -> str:
    return "\n".join(filter(None, (row.get(name, "").strip() for name in names)))


def _prose(values: Sequence[str]) -> float:
    """How many letters a cell has on average, where it varies and is more than a name, a number or an address."""
    filled = [value for value in values if value.strip()]
    if not filled:
        return 0.0
    letters = sum(character.isalpha() for value in filled for character in value[:2_000])
    characters = sum(len(value[:2_000]) for value in filled)
    words = sum(len(value[:2_000].split()) for value in filled) / len(filled)
    if letters < 0.4 * characters or any(value.startswith(("http://", "https://")) for value in filled[:1]):
        return 0.0
    distinct = len(set(filled)) / len(filled)
    unspaced = sum(count(BY_CHARACTER, value[:200]) for value in filled)
    is_text = words >= 2 or unspaced > 2 * len(filled) or len(filled) < 3
    return letters / len(values) * distinct * (1.0 if is_text else 0.01)


def _is_label(column: str, values: Sequence[str]) -> bool:
    filled = [value.strip() for value in values if value.strip()]
    kinds = set(filled)
    return (
        len(filled) > 0.9 * len(values)
        # A table may be sorted by its labels, so that its beginning has just one.
        and (1 if _sounds_like_label(column) else 2) <= len(kinds) <= min(_MOST_LABELS, len(filled) / 3)
        and max(map(len, kinds)) <= _LONGEST_LABEL
    )


def _sounds_like_label(column: str) -> bool:
    words = ("label", "class", "category", "sentiment", "target", "topic", "tag", "rating", "stars", "language")
    return any(word in column.casefold() for word in words)
