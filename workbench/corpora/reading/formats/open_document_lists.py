"""The numbers that OpenDocument writes before the items of lists by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.corpora.reading.formats.trees import attribute, local_name
from workbench.corpora.reading.formats.word_numbers import written_number


@dataclass(frozen=True)
class _Level:
    form: str
    prefix: str
    suffix: str
    start: int
    shown: int  # levels whose numbers are written, this one the last


class ListNumbers:
    """Counts along the document; items must come in their order."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for root in roots:
            for style in root.iter() if root is not None else ():
                if local_name(style) == "list-style":
                    self._styles[attribute(style, "name")] = _levels(style)

    def begin(self, style: str, level: int, *, goes_on: bool) -> None:
        of_level = self._styles.get(style, {}).get(level)
        if of_level is not None and not (goes_on and (style, level) in self._counts):
            self._counts[style, level] = of_level.start - 1

    def next(self, style: str, level: int, start: str = "") -> str:
        """What stands before an item, with a space behind it; empty for a list without numbers."""
        levels = self._styles.get(style, {})
        of_level = levels.get(level)
        if of_level is None:
            return ""
        count = _whole(start, self._counts.get((style, level), 0) + 1)
        self._counts[style, level] = count
        above = (each for each in range(max(1, level - of_level.shown + 1), level) if each in levels)
        numbers = [written_number(self._counts.get((style, each), 1), levels[each].form) for each in above]
        number = ".".join((*numbers, written_number(count, of_level.form)))
        return f"{of_level.prefix}{number}{of_level.suffix} "


def _levels(style: Any) -> dict[int, _Level]:
    """Those that number; a bullet has no number."""
    levels = {}
    for each in style:
        form = _FORMS.get(attribute(each, "num-format"))
        if local_name(each) == "list-level-style-number" and form is not None:
            levels[_whole(attribute(each, "level"), 1)] = _Level(
                form,
                attribute(each, "num-prefix"),
                attribute(each, "num-suffix"),
                _whole(attribute(each, "start-value"), 1),
                _whole(attribute(each, "display-levels"), 1),
            )
    return levels


def _whole(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else default


_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
