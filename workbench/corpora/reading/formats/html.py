"""Web pages: the article with its headings, not the menus around it. Nothing outside the file is ever loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from workbench.corpora.reading.decoding import declared_encoding, decode
from workbench.corpora.reading.formats import scripts
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.large_pages import paragraphs_of
from workbench.corpora.reading.formats.trees import NONE, Dialect, paragraphs, text_of
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

LARGEST_BYTES = 200 << 20  # a page is parsed as a whole


def read_html(file: FileToRead, reading: Reading) -> Pieces:
    text, facts = decoded(file, reading)
    yield from article(text, file.notes)
    return facts


def decoded(file: FileToRead, reading: Reading) -> tuple[str, Facts]:
    """The markup of a page, and how it was written. Raises KnownError("file.too_large")."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    content = file.path.read_bytes()
    text, encoding, replaced = decode(content, reading.encoding, declared_encoding(content))
    return text, Facts(encoding=encoding, replaced=replaced)


def article(html: str, notes: Notes) -> Iterator[str]:
    """The main text of a page; all of its text where there is no article to be told from the rest.

    What has no markup at all is a text under another name, and keeps its lines.
    """
    if "<" not in html:
        yield html
        return
    if len(html) > _LARGEST_PAGE and _FORMULA.search(html) is None:  # these are put right in a tree
        yield from _large(html, notes)
    else:
        yield _main_text(html, notes)


def _main_text(html: str, notes: Notes) -> str:
    html = scripts.in_markup(_open_ended(html))
    root = parsed(html, notes)
    blocks = _blocks(root, _PAGE)
    everything = "\n\n".join(blocks)
    found = _article(html, root, blocks, everything)
    _leave_out_around(_length_of_all(root, _PAGE, everything) - len(found), notes)
    return found


def _large(html: str, notes: Notes) -> Iterator[str]:
    """What `_main_text` makes of a page in which no article is looked for, in a part of the memory."""
    html = without_declaration(html)
    is_xhtml = _XHTML.search(html[:2_000]) is not None
    closed = _closed if is_xhtml else str

    def prepared(part: str) -> str:
        return closed(scripts.in_markup(_open_ended(part)))

    around = 0
    if _HAS_AROUND.search(html):
        around = sum(map(len, paragraphs_of(html, _ALL, prepared)[0]))
    for dialect in (_PAGE, _ALL):
        found, is_too_deep = paragraphs_of(html, dialect, prepared)
        if found:
            break
    _leave_out_ruby(len(_RUBY.findall(html)), notes)
    if around:
        _leave_out_around(around - sum(map(len, found)), notes)
    if is_too_deep:
        notes.pass_over(message("passed.too_deep"))
    for first in range(0, len(found), _AT_ONCE):
        yield "\n\n".join(found[first : first + _AT_ONCE]) + ("\n\n" if first + _AT_ONCE < len(found) else "")


def _article(html: str, root: Any, blocks: Sequence[str], everything: str) -> str:
    if len(everything) <= _SHORT or len(html) > _LARGEST_PAGE:  # too little, or no page but a book
        return everything
    if _is_document(root, everything):
        return everything
    found = extracted(html, is_long=len(blocks) > _MOST_BLOCKS)
    # On a page without an article the extraction may keep a stray sentence of many.
    if len(found) <= min(_SHORT, len(everything) / 4):
        return everything
    return _with_headings(found, blocks, root)


def _leave_out_around(characters: int, notes: Notes) -> None:
    if characters > 0:
        notes.leave_out(message("passed.around_article"), count=characters)


def _length_of_all(root: Any, dialect: Dialect, text: str) -> int:
    """In characters, of a page of which `text` was read, with what the dialect leaves out."""
    if root is None or next(root.iter(*(dialect.left_out - _NEVER)), None) is None:
        return len(text)
    return len(_text(root, _ALL))


def page_text(html: str, notes: Notes, *, is_book: bool = False) -> str:
    """The text of a page's blocks, without scripts and styles, and without menus where there is anything else.

    What stands at the side or the foot of a page is left out as well, unless it is one of a book.
    """
    root, dialect = parsed(html, notes), _BOOK if is_book else _PAGE
    text = _text(root, dialect)
    _leave_out_around(_length_of_all(root, dialect, text) - len(text), notes)
    return text


def _text(root: Any, dialect: Dialect) -> str:
    return "\n\n".join(_blocks(root, dialect))


def block_texts(element: Any) -> list[str]:
    """The blocks of a part of a page, menus included."""
    return paragraphs(element, _ALL)


def _blocks(root: Any, dialect: Dialect) -> list[str]:
    return [] if root is None else paragraphs(root, dialect) or paragraphs(root, _ALL)


def _is_document(root: Any, everything: str) -> bool:
    """Whether nothing but text is on a page: no menus or controls, and few links. Then there is nothing around it."""
    if next(root.iter(*_AROUND, *_CONTROLS, "form", "input"), None) is not None:
        return False
    links = (link for link in root.iter("a") if not link.get("href", "#").startswith("#"))
    return sum(len(_on_one_line("".join(link.itertext()))) for link in links) < _FEW_LINKS * len(everything)


def _with_headings(found: str, blocks: Sequence[str], root: Any) -> str:
    """An article with those headings that stand right before prose of it, which the extraction may lose."""
    headings = _headings(root)
    places: dict[str, list[int]] = {}  # of a block, the next one last
    for place in reversed(range(len(blocks))):
        places.setdefault(_on_one_line(blocks[place]), []).append(place)
    done = -1  # of the page's blocks
    whole: list[str] = []
    for block in found.split("\n\n"):
        ahead = places.get(_on_one_line(block), [])
        while ahead and ahead[-1] <= done:
            ahead.pop()
        if ahead:
            first = place = ahead[-1]
            while len(block) >= _PROSE and first - 1 > done and _on_one_line(blocks[first - 1]) in headings:
                first -= 1
            whole += blocks[first : place + 1]  # as the page has it, whose lines the extraction may join
            done = place
        else:
            whole.append(block)
    return "\n\n".join(whole)


def _headings(root: Any) -> set[str]:
    """Those of a page on one line each, without those that only lead to another page."""
    found = set()
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        text = _on_one_line("".join(heading.itertext()))
        if text and text not in (_on_one_line("".join(link.itertext())) for link in heading.iter("a")):
            found.add(text)
    return found


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def parsed(text: str, notes: Notes) -> Any:
    """The root of a page; None where there is nothing to parse."""
    from lxml import etree
    from lxml import html as parser

    text = scripts.in_markup(_open_ended(without_declaration(text)))
    if not text.strip():
        return None
    if _XHTML.search(text[:2_000]):  # as HTML, “<title/>” would swallow all that follows
        text = _closed(text)
    try:
        reader = parser.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
        root = parser.document_fromstring(text.encode("utf-8", "replace"), parser=reader)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any("Excessive depth" in error.message for error in reader.error_log):
        notes.pass_over(message("passed.too_deep"))
    scripts.in_formulas(root)
    _leave_out_ruby(sum(1 for _ in root.iter("rt")), notes)
    return root


def _open_ended(source: str) -> str:
    """A page without its ends: what follows them, as another page does, is shown, and libxml2 would not read it.

    What stands in for frames is a part of the page as well, and no text for libxml2.
    """
    return _ENDS.sub("", source)


def _leave_out_ruby(marks: int, notes: Notes) -> None:
    if marks:
        notes.leave_out(message("passed.ruby"), count=marks)


def _closed(source: str) -> str:
    """Of XHTML, with elements that end as they begin as HTML has them."""
    return _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", source)


def extracted(html: str, *, is_long: bool = False) -> str:
    """The article; of a long page without the library's second look, whose work grows with the square of its blocks."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            without_declaration(html), include_comments=False, include_tables=True, favor_recall=True, fast=is_long
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):  # all of the page is there without it
        return ""
    return text_of(found.body, _EXTRACTED) if found is not None else ""


def without_declaration(text: str) -> str:
    """In a text, which has no encoding any more, what it says of its encoding is wrong."""
    return _DECLARATION.sub("", text, count=1)


_SHORT = 400  # characters
_PROSE = 80  # characters of a paragraph; what is shorter may be a menu's, and so its heading
_FEW_LINKS = 0.1  # of the characters; a page with a menu has more
_LARGEST_PAGE = 4 << 20  # characters in which an article is looked for
_AT_ONCE = 10_000  # paragraphs of a larger one
_MOST_BLOCKS = 1_000  # of a page that is looked at once more
_FORMULA = re.compile(r"<(\w+:)?msu[bp]", re.IGNORECASE)
_ENDS = re.compile(r"</(?:body|html)\s*>|</?noframes\b[^<>]*>", re.IGNORECASE)
_RUBY = re.compile(r"<rt\b", re.IGNORECASE)
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_XHTML = re.compile(r"<html[^>]+xmlns\s*=\s*[\"']http://www\.w3\.org/1999/xhtml", re.IGNORECASE)
_CLOSED_AT_ONCE = re.compile(
    r"<(a|abbr|b|div|em|i|iframe|p|pre|script|small|span|strong|style|sub|sup|td|textarea|th|title|u)\b([^<>]*)/>",
    re.IGNORECASE,
)

_BLOCKS = frozenset((
    "html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "nav", "noscript", "ol", "p", "plaintext",
    "pre", "search", "section", "summary", "table", "tbody", "td-block", "tfoot", "thead", "title", "ul", "xmp",
    "option", "iframe", "object", "canvas", "svg", "template", "textarea", "frameset", "noframes",
))  # fmt: skip
_NEVER = frozenset(("script", "style", "head", "rt", "rp", "rtc", "annotation", "annotation-xml", "input"))
_CONTROLS = frozenset(("button", "select", "textarea", "iframe", "object", "canvas", "svg", "template", "datalist"))
_AROUND = frozenset(("nav", "footer", "aside", "menu", "dialog", "noscript"))
_HAS_AROUND = re.compile(rf"<({'|'.join(sorted(_AROUND | _CONTROLS))})\b", re.IGNORECASE)
_ALL = Dialect(
    blocks=_BLOCKS,
    lines=frozenset(("tr",)),
    breaks=frozenset(("br",)),
    cells=frozenset(("td", "th")),
    preformatted=frozenset(("pre", "listing", "plaintext", "xmp")),
    left_out=_NEVER,
)
_BOOK = replace(_ALL, left_out=_NEVER | _CONTROLS)
_PAGE = replace(_BOOK, left_out=_BOOK.left_out | _AROUND)
# The words of the extraction, which are TEI's.
_EXTRACTED = Dialect(
    blocks=frozenset(("p", "head", "list", "item", "quote", "table", "div", "ab", "fw", "body", "main", "doc")),
    lines=frozenset(("row",)),
    breaks=frozenset(("lb",)),
    cells=frozenset(("cell",)),
    preformatted=frozenset(("code",)),
    left_out=NONE,
)
