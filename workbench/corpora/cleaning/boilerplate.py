"""Lines that sites and publishers add to every text, and the licences around books of Project Gutenberg."""

from __future__ import annotations

import re
from enum import Enum, auto

from workbench.corpora.cleaning.remembering import Remembering

_YEAR = r"\b(?:19|20)\d\d\b"
_REST = r"[^\n.!?]"
# Each is a whole line, and nothing but a notice: a sentence that has such words in it is left alone.
_NOTICES = (
    rf"(?:[^\n]{{0,80}}(?:©|\(c\)|{_YEAR}|[.|])[ \t]*)?all rights reserved\b"
    rf"[^\w\n]{{0,3}}{_REST}{{0,40}}[^\w\n]{{0,3}}",
    r"(?:©|copyright[ \t]*(?:©|\(c\))?|\(c\)[ \t]*copyright|\(c\))[ \t]*(?:by [^\n,.]{1,40},?[ \t]*)?"
    rf"{_YEAR}[^\n!?]{{0,80}}",
    rf"©{_REST}{{1,60}}",
    r"(?:we use|this (?:web)?site uses) cookies (?:to|on|for|and similar)\b[^\n]{0,160}",
    r"subscribe(?: (?:now|today|here)| to (?:our|the|this) (?:[\w-]+ )?(?:newsletter|channel|feed|podcast|mailing list)"
    rf"{_REST}{{0,40}})[^\w\n]*",
    rf"sign up(?: (?:now|today|here)| for (?:our|the|free) {_REST}{{0,40}})[^\w\n]*",
    r"log in(?: (?:now|here)| (?:or|to) (?:register|sign up|your account|comment|continue)"
    rf"{_REST}{{0,30}})[^\w\n]*",
    rf"click here(?: (?:to|for) {_REST}{{0,60}})?[^\w\n]*",
    r"(?:share|follow us|tweet|like us) (?:this )?on (?:facebook|twitter|x|instagram|linkedin|pinterest|whatsapp|"
    rf"reddit|tumblr|youtube)\b{_REST}{{0,60}}[^\w\n]*",
    r"(?:read|see|show) more[^\w\n]*|advertisement[^\w\n]*|skip to (?:main )?content[^\w\n]*",
    rf"(?:privacy policy|terms of (?:use|service)|cookie policy)(?:[ \t]*[|·•&/,–-]{_REST}{{0,60}})?[^\w\n]*",
    r"sent from my (?:iphone|ipad|android|blackberry|samsung|galaxy|huawei|xiaomi|phone|mobile|tablet)\b"
    rf"{_REST}{{0,20}}[^\w\n]*",
    r"版权所有(?![者人权])[^\n]{0,80}|责任编辑[ \t]*[:：][^\n]{0,40}",
    r"点击(?:查看|阅读)(?:全文|更多|原文|详情|大图)[^\n]{0,20}",
    r"未经(?:书面)?(?:授权|许可)[^\n]{0,20}(?:转载|复制|使用|不得|禁止)[^\n]{0,60}",
)
_LINE = re.compile(rf"^[ \t]*(?:{'|'.join(_NOTICES)})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_START = re.compile(
    r"^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n*]+)?\*{3}[ \t]*$", re.I | re.M
)
_STARTS_WITHIN = 60_000  # characters: the licence stood before the book in the older ones
_NAMED_WITHIN = 3_000
_END = re.compile(
    r"[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)", re.I
)
_HEAD = re.compile(
    r"[ \t]*(?:The |This is (?:the |a )?)?Project Gutenberg(?:'s|’s)? (?:e-?(?:book|text)|etext)\b", re.I
)
_OF_A_HEAD = re.compile(
    r"[ \t]*(?:this e-?(?:book|text) is for the use of|(?:title|author|editor|translator|illustrator|"
    r"release date|posting date|language|credits|produced by|original publication|other information|last updated|"
    r"most recently updated|character set encoding|\[(?:e-?book|etext|illustration))\b)",
    re.I,
)
_OF_THE_LICENCE = re.compile(
    r"[ \t]*(?:section \d|\d\.[A-F]?\.?\d*\.?\b)|gutenberg|foundation|donat|trademark|copyright|royalt|licen[sc]e|"
    r"warrant|refund|\bpglaf|www\.|electronic works?\b|public domain|\bwebsite|volunteers|distribut|hart\b|newby\b|"
    r"tax\b",
    re.I,
)
_PARAGRAPH_END = re.compile("(\n{2,})")


class _Where(Enum):
    TEXT = auto()
    LICENCE = auto()
    HEAD = auto()


class Boilerplate(Remembering):
    """A file may have several books, each with a head and a licence; these go, and what stands between them stays."""

    def __init__(self) -> None:
        self.begin_text()

    def begin_text(self) -> None:
        self._where = _Where.TEXT
        self._is_first = True

    def __call__(self, text: str) -> str:
        if self._is_first:
            self._is_first = False
            text = _without_first_head(text)
        if self._where is not _Where.TEXT or "gutenberg" in text.casefold():
            text = self._without_licences(text)
        return _LINE.sub("", text)

    def _without_licences(self, text: str) -> str:
        kept = []
        for place, paragraph in enumerate(_PARAGRAPH_END.split(text)):
            if place % 2 == 0:
                paragraph = self._kept_of(paragraph)
            kept.append(paragraph)
        return "".join(kept)

    def _kept_of(self, paragraph: str) -> str:
        if _START.search(paragraph):
            self._where = _Where.TEXT
            return paragraph[_START.search(paragraph).end() :]  # type: ignore[union-attr]
        lines = paragraph.split("\n")
        ended = next((number for number, line in enumerate(lines) if _END.match(line)), None)
        if ended is not None:
            self._where = _Where.LICENCE
            return "\n".join(lines[:ended])
        if _HEAD.match(paragraph):
            self._where = _Where.HEAD
            return ""
        known = {_Where.LICENCE: _OF_THE_LICENCE.search, _Where.HEAD: _OF_A_HEAD.match}.get(self._where)
        if known is not None and (known(paragraph) or not paragraph.strip()):
            return ""
        self._where = _Where.TEXT
        return paragraph


def _without_first_head(text: str) -> str:
    """Without what stands before a book that begins the text; it names its publisher at once."""
    started = _START.search(text, 0, _STARTS_WITHIN)
    if started is None or "gutenberg" not in text[:_NAMED_WITHIN].casefold():
        return text
    return text if any(map(_END.match, text[: started.start()].split("\n"))) else text[started.end() :]
