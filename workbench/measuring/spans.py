"""The spans that tags mark in a sentence, as conlleval finds them (Tjong Kim Sang & Buchholz, CoNLL-2000).

A span begins where its tag says so, and also where a word is in one and the word before is in none or in one of
another kind: tags that a model gives need not follow each other as those of people do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.values.labels import OUTSIDE

_BEGINS, _ENDS, _ALONE = "B", "EL", "SU"  # BIO; BIOES, and BILOU, which calls the last and the only word otherwise
_PREFIXES = f"{_BEGINS}I{_ENDS}{_ALONE}"


class Span(NamedTuple):
    start: int  # words
    end: int
    kind: str


def spans(tags: Sequence[str]) -> list[Span]:
    """In the order in which they begin; none lies in another."""
    found: list[Span] = []
    start, inside, ended = 0, "", True  # the kind of the span that the word before is in, and whether it ended there
    for place, tag in enumerate(tags):
        prefix, kind = parted(tag)
        if inside and (ended or kind != inside or prefix in _BEGINS + _ALONE):
            found.append(Span(start, place, inside))
            inside = ""
        if kind and not inside:
            start, inside = place, kind
        ended = prefix in _ENDS + _ALONE
    if inside:
        found.append(Span(start, len(tags), inside))
    return found


def parted(tag: str) -> tuple[str, str]:
    """How a word stands in its span, and of which kind that is; a tag that does not say how is a span of one word."""
    if tag == OUTSIDE:
        return OUTSIDE, ""
    prefix, hyphen, kind = tag.partition("-")
    return (prefix, kind) if hyphen and prefix in _PREFIXES and prefix and kind else (_ALONE[0], tag)


def kinds_of(tags: Iterable[str]) -> tuple[str, ...]:
    """Of the spans that these tags mark, in the order in which they come first."""
    return tuple(dict.fromkeys(kind for tag in tags if (kind := parted(tag)[1])))
