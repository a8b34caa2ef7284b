"""HTML, XHTML, feeds and other XML: the article, not the menus around it. Nothing outside the file is ever loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

LARGEST_BYTES = 200 << 20  # a page is parsed as a whole


def read_html(file: FileToRead, reading: Reading) -> Pieces:
    content = file.path.read_bytes() if file.path.stat().st_size <= LARGEST_BYTES else None
    if content is None:
        raise KnownError("file.too_large", file=file.name)
    text, encoding, replaced = decode(content, reading.encoding, _declared(content))
    yield article(text)
    return Facts(encoding=encoding, replaced=replaced)


def read_xml(file: FileToRead, reading: Reading) -> Pieces:
    """A feed's entries, a page in XHTML, or the text of any other XML, one paragraph for each element that has text."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    content = file.path.read_bytes()
    text, encoding, replaced = decode(content, reading.encoding, _declared(content))
    root = parse_xml(_DECLARATION.sub("", text, count=1).encode())
    if root is None:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_xml"))
    kind = local_name(root)
    if kind == "html":
        yield article(text)
    elif kind in ("rss", "feed", "RDF"):
        yield "\n\n".join(_entries(root))
    else:
        yield "\n\n".join(_element_texts(root))
    return Facts(encoding=encoding, replaced=replaced)


def article(html: str) -> str:
    """The main text of a page; all of its text where there is no article to be told from the rest."""
    import trafilatura

    if not html.strip():
        return ""
    everything = page_text(html)
    if len(everything) <= _SHORT:  # too little to tell an article from the rest
        return everything
    extracted = trafilatura.bare_extraction(
        _XML_DECLARATION.sub("", html, count=1), include_comments=False, include_tables=True, favor_recall=True
    )
    found = _tree_text(extracted.body) if extracted is not None else ""
    # On a page without an article the extraction may keep a stray sentence of many.
    return found if len(found) > min(_SHORT, len(everything) / 4) else everything


def page_text(html: str) -> str:
    """The text of a page's blocks, without scripts, styles, navigation and forms."""
    from lxml import etree
    from lxml import html as parser

    try:
        root = parser.document_fromstring(html.encode(), parser=parser.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return _tree_text(root)


def parse_xml(content: bytes) -> Any:
    """The root element, or None; entities are not expanded, nothing is fetched, damage is passed over."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


_SHORT = 400  # characters
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "button", "select", "svg",
    "iframe", "object", "canvas", "menu", "dialog", "textarea", "math",
))  # fmt: skip
_CELLS = frozenset(("td", "th", "cell"))
_INLINE = frozenset((
    "hi", "ref", "graphic",
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "img",
))  # fmt: skip


def _declared(content: bytes) -> str:
    found = _CHARSET.search(content[:4096])
    return found.group(1).decode() if found else ""


def _tree_text(root: Any) -> str:
    """The blocks of a page, or of an article in the words of the extraction (TEI), with blank lines between them."""
    blocks = [""]
    _collect(root, blocks, keep_space=False)
    lines = (block if "\n" in block else " ".join(block.split()) for block in blocks)
    return "\n\n".join(line.strip("\n") for line in lines if line.strip())


def _collect(element: Any, blocks: list[str], *, keep_space: bool) -> None:
    name = local_name(element)
    if name in _UNSEEN or not name:
        return
    if name in ("br", "lb"):
        blocks[-1] += "\n" if keep_space else " "
        return
    is_code = name == "pre" or (name == "code" and "\n" in "".join(element.itertext()))
    is_block = is_code or name not in _INLINE
    if is_block:
        blocks.append("")
    keep_space = keep_space or is_code
    _append(blocks, element.text, keep_space)
    for child in element:
        _collect(child, blocks, keep_space=keep_space)
        _append(blocks, child.tail, keep_space)
    if name in _CELLS:
        blocks[-1] += " "
    elif is_block:
        blocks.append("")


def _append(blocks: list[str], text: str | None, keep_space: bool) -> None:
    if text:
        blocks[-1] += text if keep_space else re.sub(r"\s+", " ", text)


def _entries(root: Any) -> Iterator[str]:
    """Title and text of each entry of a feed; the longest of what it offers as its text."""
    for entry in root.iter():
        if local_name(entry) not in ("item", "entry"):
            continue
        parts: dict[str, str] = {}
        for child in entry:
            name = local_name(child)
            if name in ("title", "description", "encoded", "content", "summary"):
                inner = "".join(child.itertext())
                parts[name] = page_text(f"<div>{inner}</div>") if "<" in inner or "&" in inner else inner.strip()
        title = parts.pop("title", "")
        body = max(parts.values(), key=len, default="")
        yield from (part for part in (title, body) if part)


def _element_texts(element: Any) -> Iterator[str]:
    """One text for each element that holds text of its own; what stands inside it belongs to it."""
    if not local_name(element):
        return
    has_text = bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)
    if has_text:
        whole = " ".join("".join(element.itertext(with_tail=False)).split())
        if whole:
            yield whole
        return
    for child in element:
        yield from _element_texts(child)
