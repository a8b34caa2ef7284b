"""XML: feeds, outlines, dumps of tables, documents in TEI, JATS, DocBook, FictionBook and TMX, known by their roots."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from typing import Any

from workbench.corpora.reading.decoding import CHUNK_BYTES, declared_encoding, decode, decoded, find_encoding, survey
from workbench.corpora.reading.formats import alto, open_document, scripts, word
from workbench.corpora.reading.formats.attribute_texts import OUTLINE, names_of_texts, texts_in_attributes
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.growing_trees import GrowingTree, names_in
from workbench.corpora.reading.formats.html import LARGEST_BYTES, article, page_text, without_declaration
from workbench.corpora.reading.formats.trees import Walk, attribute, local_name, namespace, parse_xml, text_of
from workbench.corpora.reading.formats.xml_dialects import DOCBOOK, dialect_of, dialect_of_names, names_of
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

LARGEST_WHOLE = 4 << 20  # bytes of a document that is in memory as a whole
# The roots of feeds, and of what Evernote exports, with what their entries are called.
_FEEDS = {**dict.fromkeys(("rss", "feed", "RDF"), ("item", "entry")), "en-export": ("note",)}
_TEXTS = ("title", "description", "encoded", "content", "summary")  # of an entry


def read_xml(file: FileToRead, reading: Reading) -> Pieces:
    """Any size, but for pages and flat office documents."""
    if file.path.stat().st_size > LARGEST_WHOLE:
        return (yield from _read_large(file, reading))
    content = file.path.read_bytes()
    text, encoding, replaced = decode(content, reading.encoding, declared_encoding(content))
    yield from _whole(text, file)
    return Facts(encoding=encoding, replaced=replaced)


def _whole(text: str, file: FileToRead) -> Iterator[str]:
    source = scripts.in_markup(without_declaration(text))
    root = parse_xml(source.encode("utf-8", "replace"), file.notes)
    if root is None:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_xml"))
    if local_name(root) == "html":
        yield from article(text, file.notes)
    elif names := _names_of_texts(root, source.encode("utf-8", "replace")):
        yield from _in_attributes([source.encode("utf-8", "replace")], names, file.notes, is_checked=True)
    else:
        scripts.in_formulas(root)
        yield "\n\n".join(_document(root, file.notes))


def _read_large(file: FileToRead, reading: Reading) -> Pieces:
    """The same as it is parsed; but no titles are written where references of DocBook point to them."""
    with file.path.open("rb") as stream:
        declared = declared_encoding(stream.read(CHUNK_BYTES))
    encoding = find_encoding(survey(file.path), reading.encoding, declared)
    replaced: list[int] = []

    def text() -> Iterator[str]:
        return _counting(decoded(file.path, encoding), replaced)

    root = GrowingTree(_parts(text()), Notes()).root
    if root is None:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_xml"))
    if local_name(root) in ("html", alto.ROOT) or _is_office_document(root):
        if file.path.stat().st_size > LARGEST_BYTES:
            raise KnownError("file.too_large", file=file.name)
        yield from _whole("".join(text()), file)
    elif local_name(root) in _FEEDS:
        tree = GrowingTree(_parts(text()), file.notes, only=(local_name(root), *_FEEDS[local_name(root)]))
        yield from _apart(_entries_of(tree, file.notes))
    elif names := _names_of_texts(root, next(_parts(text()))):
        yield from _in_attributes(_parts(text()), names, file.notes, is_checked=False)
    else:
        dialect = dialect_of(root) or dialect_of_names(root, *names_in(_parts(text())))
        yield from _apart(GrowingTree(_parts(text()), file.notes).paragraphs(dialect))
    return Facts(encoding=encoding, replaced=replaced[-1])


def _names_of_texts(root: Any, beginning: bytes) -> tuple[str, ...]:
    """The attributes that are the text of a document; none where its elements hold it."""
    if local_name(root) == "opml":
        return OUTLINE
    is_known = (
        local_name(root) == alto.ROOT
        or dialect_of(root) is not None
        or _is_office_document(root)
        or local_name(root) in _FEEDS
    )
    return () if is_known else names_of_texts(beginning)


def _in_attributes(parts: Iterable[bytes], names: tuple[str, ...], notes: Notes, *, is_checked: bool) -> Iterator[str]:
    def as_text(written: str) -> str:
        return page_text(f"<div>{written}</div>", notes)

    return _apart(texts_in_attributes(parts, names, as_text, notes, is_checked=is_checked))


def _counting(pieces: Generator[str, None, int], replaced: list[int]) -> Iterator[str]:
    replaced.append((yield from pieces))


def _parts(pieces: Iterable[str]) -> Iterator[bytes]:
    """A document for the parser, cut where nothing hangs together that is prepared."""
    held: list[str] = []
    is_first = True
    for piece in pieces:
        end = piece.rfind("\n") + 1 or piece.rfind(" ") + 1
        held.append(piece[:end])
        if end:
            yield _prepared("".join(held), is_first)
            held, is_first = [], False
        held.append(piece[end:])
    yield _prepared("".join(held), is_first)


def _prepared(part: str, is_first: bool) -> bytes:
    return scripts.in_markup(without_declaration(part) if is_first else part).encode("utf-8", "replace")


def _apart(paragraphs: Iterable[list[str]]) -> Iterator[str]:
    """With a blank line between any two."""
    before = ""
    for some in filter(None, paragraphs):
        yield before + "\n\n".join(some)
        before = "\n\n"


def _document(root: Any, notes: Notes) -> Iterator[str]:
    if local_name(root) in _FEEDS:
        for entry in root.iter():
            if local_name(entry) in _FEEDS[local_name(root)]:
                yield from _entry(entry, notes)
        _note_around_entries(root, notes)
    elif local_name(root) == alto.ROOT:
        yield from alto.paragraphs(root)
        for child in root:
            if local_name(child) != "Layout":
                _leave_out(child, notes)
    elif namespace(root) == open_document.OFFICE:
        yield from open_document.blocks(root, notes)
    elif namespace(root) in word.FLAT:
        yield from word.flat_blocks(root, notes)
    else:
        dialect = dialect_of(root) or dialect_of_names(root, *names_of(root))
        if dialect is DOCBOOK:
            _fill_references(root)
        walk = Walk(root, dialect)
        yield from walk.go()
        walk.note_left_out(notes)


def _is_office_document(root: Any) -> bool:
    return namespace(root) == open_document.OFFICE or namespace(root) in word.FLAT


def _entries_of(tree: GrowingTree, notes: Notes) -> Iterator[list[str]]:
    """Of a feed, each of whose entries goes when it has been read."""
    while (ended := tree.grow()) is not None:
        for entry in ended:
            yield list(_entry(entry, notes))
            entry.clear(keep_tail=True)
    _note_around_entries(tree.root, notes)


def _note_around_entries(root: Any, notes: Notes) -> None:
    """What a feed says of itself."""
    channels = [each for each in root if local_name(each) == "channel"]
    for each in chain(root, *channels):
        if local_name(each) not in (*_FEEDS[local_name(root)], "channel", ""):
            _leave_out(each, notes)


def _leave_out(element: Any, notes: Notes) -> None:
    if any(not text.isspace() for text in element.itertext()):
        notes.leave_out(message("passed.elements", name=local_name(element)))


def _entry(entry: Any, notes: Notes) -> Iterator[str]:
    """Title and text of an entry of a feed; the longest of what it offers as its text."""
    parts: dict[str, tuple[str, Any]] = {}
    others = []
    for child in entry:
        name = local_name(child)
        if name in _TEXTS and name not in parts:
            parts[name] = _text_in(child, notes), child
        elif name:
            others.append(child)
    title, _ = parts.pop("title", ("", None))
    body, chosen = max(parts.values(), key=lambda part: len(part[0]), default=("", None))
    for other in (*others, *(child for _, child in parts.values() if child is not chosen)):
        _leave_out(other, notes)
    yield from (part for part in (title, body) if part)


def _text_in(element: Any, notes: Notes) -> str:
    """Of a page that is written as text, or as elements of the feed itself."""
    if any(local_name(child) for child in element):
        return text_of(element, dialect_of_names(element, *names_of(element)))
    inner = "".join(element.itertext())
    return page_text(f"<div>{inner}</div>", notes) if "<" in inner or "&" in inner else inner.strip()


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
