"""XML: feeds, and documents in TEI, JATS, DocBook, FictionBook and TMX, known by their roots and not by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.decoding import declared_encoding, decode
from workbench.corpora.reading.formats import open_document, scripts, word
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.html import (
    LARGEST_BYTES,
    article,
    page_text,
    without_declaration,
)
from workbench.corpora.reading.formats.trees import (
    Dialect,
    attribute,
    child_named,
    local_name,
    namespace,
    paragraphs,
    parse_xml,
)
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading


def read_xml(file: FileToRead, reading: Reading) -> Pieces:
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    content = file.path.read_bytes()
    text, encoding, replaced = decode(content, reading.encoding, declared_encoding(content))
    source = scripts.in_markup(without_declaration(text))
    root = parse_xml(source.encode("utf-8", "replace"), file.notes)
    if root is None:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_xml"))
    scripts.in_formulas(root)
    yield article(text, file.notes) if local_name(root) == "html" else "\n\n".join(_document(root, file.notes))
    return Facts(encoding=encoding, replaced=replaced)


def _document(root: Any, notes: Notes) -> Iterator[str]:
    kind = local_name(root)
    if kind in ("rss", "feed", "RDF"):
        yield from _entries(root, notes)
    elif namespace(root) == open_document.OFFICE:
        yield from open_document.blocks(root, notes)
    elif namespace(root) in word.FLAT:
        yield from word.flat_blocks(root, notes)
    else:
        yield from paragraphs(root, _dialect(root, notes))


def _entries(root: Any, notes: Notes) -> Iterator[str]:
    """Title and text of each entry of a feed; the longest of what it offers as its text."""
    for entry in root.iter():
        if local_name(entry) not in ("item", "entry"):
            continue
        parts: dict[str, str] = {}
        for child in entry:
            name = local_name(child)
            if name in ("title", "description", "encoded", "content", "summary"):
                inner = "".join(child.itertext())
                is_page = "<" in inner or "&" in inner
                parts[name] = page_text(f"<div>{inner}</div>", notes) if is_page else inner.strip()
        title = parts.pop("title", "")
        body = max(parts.values(), key=len, default="")
        yield from (part for part in (title, body) if part)


def _dialect(root: Any, notes: Notes) -> Dialect:
    kind, space = local_name(root), namespace(root)
    if space == "http://www.tei-c.org/ns/1.0" or kind in ("TEI", "TEI.2", "teiCorpus"):
        dialect = _TEI
    elif kind == "FictionBook":
        dialect = _FICTION_BOOK
    elif kind == "tmx":
        dialect = _TMX
    elif kind == "article" and child_named(root, "front", "front-stub", "body") is not None:
        dialect = _JATS
    elif space == "http://docbook.org/ns/docbook" or kind in _DOCBOOK_ROOTS:
        dialect = _DOCBOOK
        _fill_references(root)
    else:
        return _any_dialect(root)
    for element in root.iter():
        if local_name(element) in dialect.left_out:
            notes.leave_out(message("passed.elements", name=local_name(element)))
    return dialect


def _fill_references(root: Any) -> None:
    """DocBook leaves it to whoever shows a text to write the title of what “see <xref/>” points to."""
    references = [each for each in root.iter("{*}xref") if not each.text and not len(each)]
    if not references:
        return
    targets = {name: each for each in root.iter("*") if (name := attribute(each, "id"))}
    for each in references:
        titled = targets.get(attribute(each, "endterm"))
        target = targets.get(attribute(each, "linkend"))
        if titled is None and target is not None and not attribute(target, "xreflabel"):
            titled = next(target.iter("{*}title", "{*}command", "{*}function"), None)
        if titled is not None:
            each.text = " ".join("".join(titled.itertext()).split())
        elif target is not None:
            each.text = attribute(target, "xreflabel")


def _any_dialect(root: Any) -> Dialect:
    """Of a document that nobody described: an element without text of its own holds paragraphs, each in an element.

    What stands in the middle of a text is a part of it, unless it is called as a paragraph is.
    """
    blocks = set(_PARAGRAPHS)
    inside: set[str] = set()
    for element in root.iter():
        names = (inside if _has_text(element) else blocks) if local_name(element) else set()
        names.update(filter(None, map(local_name, element)))
    return Dialect(frozenset(blocks - (inside - _PARAGRAPHS)) | {local_name(root)}, is_left_out=_is_packed)


def _has_text(element: Any) -> bool:
    if element.text and not element.text.isspace():
        return True
    return any(child.tail and not child.tail.isspace() for child in element)


def _is_packed(element: Any) -> bool:
    """Whether an element holds a file, as text."""
    is_picture = str(element.get("content-type", "")).startswith("image/")
    return is_picture or str(element.get("encoding", "")) == "base64"


def _is_not_read(element: Any) -> bool:
    """In TEI, of two readings of a place the one that the editor did not choose."""
    name = local_name(element)
    if name in ("sic", "orig", "abbr"):
        parent = element.getparent()
        return parent is not None and local_name(parent) == "choice" and len(parent) > 1
    return False


_PARAGRAPHS = frozenset((
    "p", "para", "title", "head", "heading", "item", "li", "list", "quote", "section", "sect", "chapter", "div", "row",
    "verse", "stanza", "abstract", "body", "table",
))  # fmt: skip
_TEI = Dialect(
    blocks=frozenset((
        "TEI", "text", "front", "body", "back", "group", "div", "div0", "div1", "div2", "div3", "div4", "div5",
        "div6", "div7", "p", "ab", "head", "lg", "sp", "speaker", "stage", "list", "item", "table", "figure", "quote",
        "trailer", "opener", "closer", "salute", "signed", "dateline", "byline", "docTitle", "titlePart", "docAuthor",
        "docDate", "docImprint", "titlePage", "epigraph", "argument", "castList", "castItem", "set", "said", "entry",
        "entryFree", "bibl", "biblStruct", "listBibl", "u", "floatingText", "postscript", "imprimatur", "label",
        "teiCorpus",
    )),
    lines=frozenset(("l", "row")),
    spaces=frozenset(("lb", "pb", "cb", "milestone", "gb")),
    cells=frozenset(("cell",)),
    asides=frozenset(("note",)),
    left_out=frozenset(("teiHeader", "fw", "del", "rdg", "facsimile", "standOff")),
    is_left_out=_is_not_read,
)  # fmt: skip
_JATS = Dialect(
    blocks=frozenset((
        "article", "front", "body", "back", "article-meta", "title-group", "article-title", "subtitle", "abstract",
        "trans-abstract", "sec", "title", "p", "list", "list-item", "def-list", "def-item", "disp-quote", "boxed-text",
        "fig", "table-wrap", "caption", "table", "thead", "tbody", "tfoot", "ack", "ref-list", "ref", "app", "glossary",
        "disp-formula", "statement", "verse-group", "attrib", "speech", "speaker", "sub-article", "response", "notes",
        "table-wrap-foot", "fn-group", "supplementary-material", "code", "preformat", "kwd-group", "term", "def",
    )),
    lines=frozenset(("verse-line", "tr")),
    breaks=frozenset(("break",)),
    cells=frozenset(("td", "th")),
    preformatted=frozenset(("preformat", "code")),
    asides=frozenset(("fn",)),
    left_out=frozenset((
        "journal-meta", "article-id", "article-categories", "aff", "aff-alternatives", "pub-date", "permissions",
        "history", "author-notes", "custom-meta-group", "counts", "funding-group", "self-uri", "volume", "issue",
        "fpage", "lpage", "elocation-id", "tex-math", "contrib-group", "object-id", "pub-history", "related-article",
        "processing-meta",
    )),
)  # fmt: skip
_DOCBOOK_ROOTS = frozenset((
    "book", "article", "chapter", "set", "part", "preface", "appendix", "refentry", "sect1", "glossary",
))  # fmt: skip
_DOCBOOK = Dialect(
    blocks=_DOCBOOK_ROOTS | {
        "section", "sect2", "sect3", "sect4", "sect5", "simplesect", "title", "subtitle", "para", "simpara",
        "formalpara", "itemizedlist", "orderedlist", "variablelist", "simplelist", "segmentedlist", "procedure",
        "listitem", "varlistentry", "term", "member", "step", "substeps", "note", "tip", "warning", "caution",
        "important", "sidebar", "blockquote", "epigraph", "attribution", "example", "informalexample", "figure",
        "informalfigure", "table", "informaltable", "tgroup", "thead", "tbody", "tfoot", "caption", "programlisting",
        "screen", "literallayout", "synopsis", "cmdsynopsis", "refsect1", "refsect2", "refsect3", "refsection",
        "refnamediv", "refname", "refpurpose", "refsynopsisdiv", "qandaset", "qandadiv", "qandaentry", "question",
        "answer", "bibliography", "bibliomixed", "biblioentry", "glossentry", "glossdef", "glossterm-block", "info",
        "bookinfo", "articleinfo", "abstract", "dedication", "colophon", "bridgehead", "equation", "address",
        "msgset", "task", "topic",
    },
    lines=frozenset(("row", "tr", "sbr")),
    cells=frozenset(("entry", "td", "th")),
    preformatted=frozenset(("programlisting", "screen", "literallayout", "synopsis", "address")),
    asides=frozenset(("footnote",)),
    left_out=frozenset((
        "indexterm", "authorgroup", "author", "copyright", "legalnotice", "revhistory", "pubdate", "releaseinfo",
        "refmeta", "imagedata", "toc", "index", "keywordset", "subjectset",
    )),
)  # fmt: skip
_FICTION_BOOK = Dialect(
    blocks=frozenset((
        "FictionBook", "body", "section", "title", "p", "subtitle", "epigraph", "poem", "stanza", "cite", "annotation",
        "text-author", "table", "date", "empty-line",
    )),
    lines=frozenset(("v", "tr")),
    cells=frozenset(("td", "th")),
    left_out=frozenset(("binary", "stylesheet", "description")),
)  # fmt: skip
_TMX = Dialect(
    blocks=frozenset(("tmx", "body", "tu", "tuv", "seg")),
    left_out=frozenset(("header", "prop", "note", "bpt", "ept", "ph", "it", "ut")),
)
