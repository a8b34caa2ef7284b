"""The numbers that Word writes before paragraphs by itself: of clauses, headings and lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.corpora.reading.formats.package import Package, Relation
from workbench.corpora.reading.formats.trees import attribute, child_named, local_name


@dataclass(frozen=True)
class _Level:
    form: str  # "decimal", "upperRoman", "bullet"
    pattern: str  # “%1.%2”
    start: int


Levels = dict[int, _Level]


class Numbering:
    """Counts along the document; paragraphs must come in their order."""

    def __init__(self, lists: Mapping[str, tuple[str, Levels]], styles: Mapping[str, tuple[str, int]]) -> None:
        self._lists = lists  # number of a list -> (what it counts with, its levels)
        self._styles = styles  # style -> (number of a list, level)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    @classmethod
    def of(cls, package: Package | None, relations: Mapping[str, Relation]) -> Numbering:
        parts = {each.kind: each.target for each in relations.values()}
        lists: dict[str, tuple[str, Levels]] = {}
        styles: dict[str, tuple[str, int]] = {}
        if package is not None and parts.get("numbering") in package.names:
            lists = _lists(package.xml(parts["numbering"]))
            if parts.get("styles") in package.names:
                styles = _styles(package.xml(parts["styles"]))
        return cls(lists, styles)

    def number(self, paragraph: Any, *, has_text: bool) -> str:
        """What stands before the text, with a space behind it; empty for most paragraphs, and for bullets."""
        list_number, depth = self._place(paragraph)
        if not has_text or list_number not in self._lists:
            return ""
        counter, levels = self._lists[list_number]
        level = levels.get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts[counter]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

        def written(match: re.Match[str]) -> str:
            each = int(match.group(1)) - 1
            of_level = levels.get(each, level)
            return written_number(counts.setdefault(each, of_level.start), of_level.form)

        number = re.sub(r"%(\d)", written, level.pattern).strip()
        return f"{number} " if number else ""

    def _place(self, paragraph: Any) -> tuple[str, int]:
        properties = child_named(paragraph, "pPr")
        if properties is None:
            return "", 0
        style = child_named(properties, "pStyle")
        by_style = self._styles.get(attribute(style, "val"), ("", 0)) if style is not None else ("", 0)
        own = _numbered(properties)
        if own is None:
            return by_style
        return own[0] or by_style[0], own[1] if own[1] is not None else by_style[1]


def _lists(root: Any) -> dict[str, tuple[str, Levels]]:
    abstract = {attribute(each, "abstractNumId"): _levels(each) for each in root if local_name(each) == "abstractNum"}
    found: dict[str, tuple[str, Levels]] = {}
    for each in root:
        if local_name(each) != "num":
            continue
        number, refers = attribute(each, "numId"), child_named(each, "abstractNumId")
        shared = attribute(refers, "val") if refers is not None else ""
        levels = dict(abstract.get(shared, {}))
        restarts = False
        for override in (inner for inner in each if local_name(inner) == "lvlOverride"):
            depth = _whole(attribute(override, "ilvl"), 0)
            start = child_named(override, "startOverride")
            if start is not None and depth in levels:
                levels[depth] = _Level(levels[depth].form, levels[depth].pattern, _whole(attribute(start, "val"), 1))
                restarts = True
        found[number] = (f"num {number}" if restarts else f"abstract {shared}", levels)
    return found


def _levels(abstract: Any) -> Levels:
    levels: Levels = {}
    for each in abstract:
        if local_name(each) == "lvl":
            values = {local_name(inner): attribute(inner, "val") for inner in each}
            levels[_whole(attribute(each, "ilvl"), 0)] = _Level(
                values.get("numFmt", "decimal"), values.get("lvlText", ""), _whole(values.get("start", ""), 1)
            )
    return levels


def _styles(root: Any) -> dict[str, tuple[str, int]]:
    """Styles that number, also by the style that they are based on."""
    own: dict[str, tuple[str, int | None]] = {}
    based: dict[str, str] = {}
    for style in root:
        if local_name(style) != "style":
            continue
        name, parent = attribute(style, "styleId"), child_named(style, "basedOn")
        if parent is not None:
            based[name] = attribute(parent, "val")
        properties = child_named(style, "pPr")
        numbered = _numbered(properties) if properties is not None else None
        if numbered is not None:
            own[name] = numbered
    found: dict[str, tuple[str, int]] = {}
    for name in {*own, *based}:
        number, depth, at = "", None, name
        for _ in range(_LONGEST_CHAIN):
            of_style = own.get(at, ("", None))
            number, depth = number or of_style[0], of_style[1] if depth is None else depth
            if at not in based or number:
                break
            at = based[at]
        if number:
            found[name] = (number, depth or 0)
    return found


def _numbered(properties: Any) -> tuple[str, int | None] | None:
    """(number of a list, level) that properties name; a list “0” takes a number away."""
    numbered = child_named(properties, "numPr")
    if numbered is None:
        return None
    values = {local_name(each): attribute(each, "val") for each in numbered}
    return values.get("numId", ""), _whole(values["ilvl"], 0) if "ilvl" in values else None


def _whole(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else default


def written_number(number: int, form: str) -> str:
    """As Word names the form: “upperRoman”."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4_000:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital"):
        return _chinese(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


_LONGEST_CHAIN = 20
_DIGITS = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
