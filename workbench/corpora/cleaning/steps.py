"""What each cleaning step does to a block of whole paragraphs. Pages, where there are any, are parted by form feeds."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from workbench.corpora.paragraphs import divided
from workbench.corpora.reading.formats.base import PAGE_BREAK

Apply = Callable[[str], str]

# Form feeds and vertical tabs end a line too: dropped, they would join the words around them.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LINE_ENDS_IN_PAGES = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")  # and byte order marks from files that were joined

_SOFT_HYPHEN = re.compile("\u00ad(?:[^\\S\n]*\n[^\\S\n]*(?=[^\\W\\d_]))?")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def end_lines_alike(text: str, *, paged: bool = False) -> str:
    return (_LINE_ENDS_IN_PAGES if paged else _LINE_ENDS).sub("\n", text)


def end_pages(text: str) -> str:
    """Pages become paragraphs, after the steps that look at pages."""
    first, *rest = text.split(PAGE_BREAK)
    if not rest:
        return text
    *middle, last = rest
    inner = (page.strip() for page in middle)
    return "\n\n".join([first.rstrip(), *filter(None, inner), last.lstrip()])


def with_single_blank_lines(text: str) -> str:
    return re.sub("\n{3,}", "\n\n", text).strip("\n")


def without_controls(text: str) -> str:
    return _CONTROLS.sub("", text)


def without_soft_hyphens(text: str) -> str:
    """At the end of a line one says that the word goes on in the next."""
    return _SOFT_HYPHEN.sub("", text)


def without_invisible(text: str) -> str:
    """All that no reader sees; what joins letters or keeps them apart in Persian, in Hindi and in emoji stays."""
    return _INVISIBLE.sub("", without_soft_hyphens(text))


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def without_trailing_spaces(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))


def with_single_spaces(text: str) -> str:
    """Spaces inside a line; its indentation is kept."""
    return _SPACES.sub(" ", text)


_SPACES = re.compile(r"(?<=\S)[^\S\n\f]{2,}(?=\S)|(?<=\S)[\t\u00a0\u2000-\u200a\u202f](?=\S)")


# Pages

_LINES_AT_THE_EDGE = 3  # of a page, that may be its header or footer
_FEWEST_PAGES = 3
_SHARE_OF_PAGES = 0.1  # a chapter's header is only on that chapter's pages
_LONGEST_HEADER = 150
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_LONGEST_PAGE_NUMBER = 40
_PAGE_NUMBER = re.compile(
    r"\s*[-–—·•\[(|]*\s*(?:(?:page|seite|pagina|página|стр\.?|p\.|s\.|第)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})"
    r"(?:\s*(?:of|von|de|sur|из|/)\s*\d{1,4})?\s*(?:页|頁|ページ)?\s*[-–—·•\])|]*\s*",
    re.IGNORECASE,
)


def without_headers(text: str) -> str:
    """Lines at the edges of pages that come again on others, whatever numbers are in them."""
    pages = [page.split("\n") for page in text.split(PAGE_BREAK)]
    seen = Counter(key for page in pages for key in {_likeness(page[place]) for place in _edges(page)})
    needed = max(_FEWEST_PAGES, round(_SHARE_OF_PAGES * len(pages)))
    kept = (_without(page, lambda line: bool(key := _likeness(line)) and seen[key] >= needed) for page in pages)
    return PAGE_BREAK.join(kept)


def without_page_numbers(text: str) -> str:
    """Lines that are nothing but a number, at the edges of pages, or alone between blank lines where there are none."""
    if PAGE_BREAK not in text:
        lines = text.split("\n")
        return "\n".join(
            "" if _is_alone(lines, place) and _is_page_number(line) else line for place, line in enumerate(lines)
        )
    pages = text.split(PAGE_BREAK)
    return PAGE_BREAK.join(_without(page.split("\n"), _is_page_number) for page in pages)


def _is_page_number(line: str) -> bool:
    line = line.strip()
    return len(line) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(line) is not None


def _is_alone(lines: list[str], place: int) -> bool:
    return not any(line.strip() for line in (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]))


def _edges(page: list[str]) -> list[int]:
    """The places of the first and the last lines of a page that have something in them."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_LINES_AT_THE_EDGE], *filled[-_LINES_AT_THE_EDGE:]})


def _without(page: list[str], unwanted: Callable[[str], bool]) -> str:
    dropped = {place for place in _edges(page) if unwanted(page[place])}
    return "\n".join(line for place, line in enumerate(page) if place not in dropped)


def _likeness(line: str) -> str:
    """What two headers have in common: the line without its numbers; empty for one that is no header."""
    if len(line) > _LONGEST_HEADER:
        return ""
    return " ".join(_ROMAN.sub("#", re.sub(r"\d+", "#", line.casefold())).split())


# Lines

# Only from where a word begins: from each of its letters it would take the square of a line without spaces.
_HYPHENATED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(?:\u00ad|[-‐])\n[^\S\n]*([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?=-([^\W\d_]+))")
_ITEM = re.compile(r"\s*(?:[-*•‣◦▪–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_NARROWEST = 40  # characters of a line of prose
_FULL_LINE = 0.75  # of the usual width
_SENTENCE_END = tuple('.!?…:;”"’»。！？；：」』”）')


def with_joined_hyphens(text: str) -> str:
    """A word broken at the end of a line is whole again; one that is written with a hyphen elsewhere keeps it."""

    if not _HYPHENATED.search(text):
        return text
    words = set(_WORD.findall(text))
    compounds = {(found.group(), found.group(1)) for found in _COMPOUND.finditer(text)}

    def join(found: re.Match[str]) -> str:
        first, second = found.groups()
        if not second[0].islower():
            return found.group()
        is_compound = (first, second) in compounds and first + second not in words
        return f"{first}-{second}" if is_compound else first + second

    return _HYPHENATED.sub(join, text)


def unwrapped(text: str) -> str:
    """Lines that were cut at a width are one paragraph again; verse, lists and headings have shorter lines."""
    lengths = sorted(len(line) for line in re.split("[\n\f]", text) if len(line) >= _NARROWEST / 2)
    if not lengths:
        return text
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if width < _NARROWEST and not _is_wide_script(text):
        return text
    return "".join(_joined(re.split("([\n\f])", text), _FULL_LINE * width))


def _joined(parts: list[str], full: float) -> Iterator[str]:
    """Lines and their ends in turns; the end after a full line becomes a space."""
    last_length = 0  # of the line as it was, before others were joined to it
    for place in range(0, len(parts) - 1, 2):
        line, end, following = parts[place].rstrip(), parts[place + 1], parts[place + 2]
        last_length = len(line)
        goes_on = (
            last_length >= full
            and bool(following.strip())
            and following[:1] not in (" ", "\t")
            and not _ITEM.match(following)
        )
        if end == PAGE_BREAK or "\f" in end:
            goes_on = goes_on and not line.endswith(_SENTENCE_END) and following.lstrip()[:1].islower()
        yield line
        if not goes_on:
            yield end
        elif not (_is_wide(line[-1:]) and _is_wide(following[:1])):
            yield " "
    yield parts[-1]


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"


def _is_wide_script(text: str) -> bool:
    sample = text[:2_000]
    return sum(map(_is_wide, sample)) > len(sample) / 3


# Contents

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"'“”«»（），。]*[^\s<>\"'“”«»（），。.,;:!?)\]]")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_TAG = re.compile(r"<!--[^<>]{0,2000}-->|</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]{0,2000})?/?>")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def without_markup(text: str) -> str:
    """Tags and entities that were left in a text; “a < b” is none."""
    text = _TAG.sub("", text)
    return _ENTITY.sub(lambda found: _visible(html.unescape(found.group())), text)


def _visible(character: str) -> str:
    return " " if character.isspace() else character if character.isprintable() else ""


def with_masked_addresses(text: str) -> str:
    return _MAIL.sub("[mail]", _ADDRESS.sub("[link]", text))


def keeping_paragraphs(text: str, wanted: Callable[[str], bool]) -> str:
    """The wanted paragraphs, with what stood between them."""
    parts = divided(text)
    kept: list[str] = []
    for paragraph, before in zip(parts[::2], ["", *parts[1::2]], strict=True):
        if not paragraph.strip() or wanted(paragraph):
            kept += [before, paragraph] if kept else [paragraph]
    return "".join(kept)
