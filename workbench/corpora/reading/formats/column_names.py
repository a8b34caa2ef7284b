"""The names of a table's columns, where its first row looks like names, and rows that have more cells than these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from workbench.corpora.reading.notes import Notes
from workbench.values.import_report import Guessed, Sureness

_LOOKED_AT = 50  # rows
_SHORT_HEAD_ROWS, _SHORT_HEAD_SHARE = 5, 0.9  # that agree on more cells: then columns are without a name


def named(
    rows: Iterable[list[str]], notes: Notes, delimiter: str = "", asked: Collection[str] = ()
) -> tuple[list[str], Iterator[dict[str, str]]]:
    """(the first row where it looks like names, the rows by these); columns without a name get a number.

    It is one of names beyond doubt where names that a person has `asked` for are in it.

    Lines of which most have no `delimiter` are one column. In the rows of a text, whose cells it parts, one that has
    more cells than the others has that sign in a text without quotes: the cells are put together again in the column
    that has the longest ones, and it is noted.
    """
    rows = (row for row in rows if any(cell.strip() for cell in row))
    first = list(islice(rows, _LOOKED_AT))
    head = [cell.strip() for cell in first[0]] if first else []
    has_names = len(first) > 1 and (not set(head).isdisjoint(asked) or _looks_like_names(head, first[1:]))
    if not has_names:
        are_lines = bool(delimiter) and sum(len(row) == 1 for row in first) >= len(first) / 2
        return [], _by_name(chain(first, rows), [], int(are_lines), 0, notes, delimiter)
    names = [name or str(number) for number, name in enumerate(head, start=1)]
    width = _usual_width(len(head), first[1:]) if delimiter else 0
    text = _longest_column(first[1:], width)
    return head, _by_name(chain(first[1:], rows), names, width, text, notes, delimiter)


def _by_name(
    rows: Iterable[list[str]], names: list[str], width: int, text: int, notes: Notes, delimiter: str
) -> Iterator[dict[str, str]]:
    surplus = 0
    for row in rows:
        if width and any(cell.strip() for cell in row[width:]):
            surplus += 1
            notes.guess(Guessed.SURPLUS_CELLS, str(surplus), Sureness.UNSURE)
            end = text + 1 + len(row) - width
            row[text:end] = [delimiter.join(row[text:end])]
        while len(names) < len(row):
            names.append(str(len(names) + 1))
        yield dict(zip(names, row, strict=False))


def _usual_width(named: int, rows: Sequence[Sequence[str]]) -> int:
    """The number of columns: those with a name, unless nearly all rows agree that there are more."""
    width, count = Counter(map(_width, rows)).most_common(1)[0]
    is_short = named > 1 and count >= max(_SHORT_HEAD_ROWS, _SHORT_HEAD_SHARE * len(rows))
    return max(named, width) if is_short else named


def _width(row: Sequence[str]) -> int:
    """Without empty cells at its end."""
    return max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _longest_column(rows: Sequence[Sequence[str]], width: int) -> int:
    """The place of the column whose cells are the longest, in rows that have no more than there are columns."""
    fitting = [row for row in rows if _width(row) <= width] or rows
    lengths = [sum(len(row[place]) for row in fitting if place < len(row)) for place in range(width)]
    return lengths.index(max(lengths)) if lengths else 0


# What people call the columns of their tables.
_USUAL_NAMES = frozenset((
    "text", "texts", "label", "labels", "sentence", "sentence1", "sentence2", "review", "title", "body", "content",
    "comment", "message", "id", "class", "category", "sentiment", "target", "tweet", "question", "answer", "summary",
    "document", "article", "author", "date", "name", "score", "rating", "stars", "text_a", "text_b", "source", "url",
    "link", "prompt", "response", "instruction", "input", "output", "headline", "description", "abstract", "topic",
    "文本", "内容", "正文", "句子", "评论", "标题", "作者", "日期", "编号", "序号", "姓名",
    "标签", "类别", "分类", "情感",
))  # fmt: skip
_NUMBER = re.compile(r"[-+]?(?=[.,\s]*\d)[\d.,\s]+%?")
_LONGEST_NAME = 60


def _looks_like_names(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    given = [cell for cell in head if cell]
    if not given or len(set(given)) < len(given):
        return False
    if any(len(cell) > _LONGEST_NAME or "://" in cell or _NUMBER.fullmatch(cell) for cell in given):
        return False
    if sum(cell.casefold() in _USUAL_NAMES for cell in given) > len(given) / 3:
        return True
    if _comes_again_in_its_column(head, rows):
        return False
    if any(_NUMBER.fullmatch(cell.strip()) for row in rows for cell in row):
        return True
    longest = max(len(cell) for row in rows for cell in row)
    return longest > 2 * max(map(len, given)) or _is_new_in_its_column(head, rows)


def _comes_again_in_its_column(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a cell of the first row is one of the values below it, as labels are; two tables in one file have two."""
    others = [row for row in rows if [cell.strip() for cell in row] != list(head)]
    return any(
        cell and any(cell == row[place].strip() for row in others if place < len(row))
        for place, cell in enumerate(head)
    )


def _is_new_in_its_column(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first cell of some column is none of the few values that come again and again below it."""
    for number, cell in enumerate(head):
        below = [row[number] for row in rows if number < len(row)]
        if len(below) >= 4 and len(set(below)) <= len(below) / 2 and cell not in below:
            return True
    return False
