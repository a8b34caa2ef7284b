"""What the elements of known kinds of XML are, and those of any other by how they are used."""

from __future__ import annotations

from typing import Any

from workbench.corpora.reading.formats.trees import Dialect, child_named, local_name, namespace


def dialect_of(root: Any) -> Dialect | None:
    """Of a document whose kind its root tells, with the first of its children; None for any other."""
    kind, space = local_name(root), namespace(root)
    if space == "http://www.tei-c.org/ns/1.0" or kind in ("TEI", "TEI.2", "teiCorpus"):
        return _TEI
    if kind in _BY_ROOT:
        return _BY_ROOT[kind]
    if kind == "article" and child_named(root, "front", "front-stub", "body") is not None:
        return _JATS
    if space == "http://docbook.org/ns/docbook" or kind in _DOCBOOK_ROOTS:
        return DOCBOOK
    return None


def dialect_of_names(root: Any, in_elements: set[str], in_text: set[str]) -> Dialect:
    """Of a document that nobody described: an element without text of its own holds paragraphs, each in an element.

    What stands in the middle of a text is a part of it, unless it is called as a paragraph is.
    """
    blocks = _PARAGRAPHS | in_elements - (in_text - _PARAGRAPHS)
    return Dialect(
        blocks=(blocks | {local_name(root)}) - _BREAKS,
        breaks=_BREAKS,
        is_left_out=_is_packed,
        counts_attributes=True,
        keeps_space_where_said=True,
    )


def names_of(root: Any) -> tuple[set[str], set[str]]:
    """The names of the elements that stand in elements without text of their own, and in those with some."""
    in_elements: set[str] = set()
    in_text: set[str] = set()
    for element in root.iter():
        if local_name(element):
            names = in_text if _has_text(element) else in_elements
            names.update(filter(None, map(local_name, element)))
    return in_elements, in_text


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
_BREAKS = frozenset(("br",))  # everywhere what it is in a page, as in subtitles (TTML)
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
DOCBOOK = Dialect(
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
_MEDIA_WIKI = Dialect(
    blocks=frozenset(("mediawiki", "page", "title", "revision", "text")),
    preformatted=frozenset(("text",)),
    left_out=frozenset((
        "siteinfo", "id", "ns", "parentid", "timestamp", "contributor", "comment", "model", "format", "origin", "sha1",
        "logitem", "upload",
    )),
)  # fmt: skip
_SVG = Dialect(
    blocks=frozenset(("svg", "g", "defs", "symbol", "text", "title", "desc", "p", "div")),
    left_out=frozenset(("style", "script", "metadata")),
)
_BY_ROOT = {"FictionBook": _FICTION_BOOK, "tmx": _TMX, "mediawiki": _MEDIA_WIKI, "svg": _SVG}
