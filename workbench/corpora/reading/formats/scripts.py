"""Raised and lowered figures, which are a part of what is written: “m²” is not “m2”, and “10⁵” is not “105”.

Unicode has such figures and signs, and no letters to speak of: “1st” stays what it is, wherever its end stands.
"""

from __future__ import annotations

import re
from typing import Any

from workbench.corpora.reading.formats.trees import local_name

_PLAIN = "0123456789+-−=()"
_RAISED = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_FIGURES = re.compile(rf"[{re.escape(_PLAIN)}]{{1,20}}")
_IN_MARKUP = re.compile(
    r"<(?:(?<=[^\s>]<)|(?<=</[a-z]><)|(?<=</em><)|(?<=</(?:su[bp]|var)><))"  # they hang on something
    r"(?P<name>sup|sub|superscript|subscript|hi)\b(?P<attributes>[^<>]*)>"
    rf"(?P<figures>{_FIGURES.pattern})</(?P=name)\s*>",
    re.IGNORECASE,
)
_RENDERED = re.compile(r"""\brend\s*=\s*["'](su[bp])""")  # as TEI says it


def are_figures(text: str) -> bool:
    """Whether all of a text can be raised and lowered."""
    return _FIGURES.fullmatch(text) is not None


def raised(text: str) -> str:
    return text.translate(_RAISED) if are_figures(text) else text


def lowered(text: str) -> str:
    return text.translate(_LOWERED) if are_figures(text) else text


def placed(text: str, where: str) -> str:
    """`where` begins with “sup”, “sub”, or anything else for text on the line."""
    return raised(text) if where.startswith("sup") else lowered(text) if where.startswith("sub") else text


def in_markup(source: str) -> str:
    """The source of a page or document in which the elements around such figures are gone."""
    return _IN_MARKUP.sub(_without_element, source) if "</" in source else source


def in_formulas(root: Any) -> None:
    """The same for MathML in a tree, which is changed; a figure follows at once what it hangs on."""
    for element in root.iter("{*}msup", "{*}msub", "{*}msubsup"):
        element.text = None
        for child in list(element)[:-1]:
            child.tail = None
        places = {"msup": ("sup",), "msub": ("sub",), "msubsup": ("sub", "sup")}[local_name(element)]
        for child, where in zip(list(element)[1:], places, strict=False):
            leaf = child
            while len(leaf) == 1:
                leaf = leaf[0]
            if not len(leaf) and leaf.text:
                leaf.text = placed(leaf.text.strip(), where)


def _without_element(found: re.Match[str]) -> str:
    name = found["name"].lower()
    if name == "hi":
        rendered = _RENDERED.search(found["attributes"])
        if rendered is None:
            return found.group()
        name = rendered[1]
    return placed(found["figures"], name)
