"""Mail: one letter (.eml), a page saved with all it needs (.mht), or a mailbox of many letters (.mbox)."""

from __future__ import annotations

import email
import io
import re
from collections.abc import Iterable, Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as Letter
from itertools import chain
from typing import BinaryIO

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.html import page_text
from workbench.corpora.reading.kinds import is_binary
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Unit
from workbench.values.importing import Reading

LARGEST_BYTES = 200 << 20  # of one letter
_START = 200  # bytes

_BEGINS = re.compile(rb"From \S.*\d{4}\s*$")  # “From a@b Thu Jan  1 00:00:00 2026”, after a blank line
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
# What a program writes for a program: styles of a saved page, an invitation's dates, cards, the page once more.
_NOT_WRITTEN = frozenset(
    f"text/{name}" for name in ("css", "javascript", "ecmascript", "calendar", "vcard", "x-vcard", "x-amp-html")
)
_FEWEST_WORDS_SHARE = 1 / 3  # of the page; a plain part with less only says that there is a page


def read_mail(file: FileToRead, reading: Reading) -> Pieces:
    """The subject and what was written; the page where a letter has no plain text."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    before = ""
    with _sent(file) as stream:
        for part in _texts(email.message_from_binary_file(stream), file, reading):
            yield before + part
            before = "\n\n"
    return Facts()


def read_mailbox(file: FileToRead, reading: Reading) -> Pieces:
    """One letter after the other, each as a paragraph of its own or more."""
    for number, content in enumerate(_letters(file), start=1):
        try:
            text = "\n\n".join(_texts(email.message_from_binary_file(io.BytesIO(content)), file, reading))
        except KnownError:
            file.notes.pass_over(message("passed.damaged_letter"), message("place.letter", number=number))
            continue
        if text.strip():
            file.notes.count(Unit.RECORDS)
            yield text + "\n\n"
    return Facts()


def _sent(file: FileToRead) -> BinaryIO:
    """A letter as it was sent, also where it was saved as text in UTF-16."""
    stream = file.path.open("rb")
    is_wide = b"\0" in stream.read(_START)
    stream.seek(0)
    if is_wide:
        with stream:
            content = stream.read()
        text, encoding, _ = decode(content)
        return io.BytesIO(text.encode("utf-8", "replace") if encoding.startswith("utf-16") else content)
    return stream


def _letters(file: FileToRead) -> Iterator[bytes]:
    held: list[bytes] = []
    is_blank = True
    with file.path.open("rb") as stream:
        for line in stream:
            if is_blank and line.startswith(b"From ") and _BEGINS.match(line):
                if held:
                    yield _ESCAPED.sub(rb"\1", b"".join(held))
                held = []
            else:
                held.append(line)
            is_blank = not line.strip()
    if held:
        yield _ESCAPED.sub(rb"\1", b"".join(held))


def _texts(letter: Letter, file: FileToRead, reading: Reading) -> Iterator[str]:
    """The subject and the bodies."""
    for part in chain([_subject(letter)], _bodies(letter, file, reading)):
        if part.strip():
            yield part.replace("\r\n", "\n").strip("\n")


def _subject(letter: Letter) -> str:
    raw = letter.get("subject") or ""
    try:
        subject = str(make_header(decode_header(raw)))
    except (ValueError, LookupError, UnicodeError, MessageError):
        subject = str(raw)
    return " ".join(subject.encode("utf-8", "replace").decode().split())


def _bodies(letter: Letter, file: FileToRead, reading: Reading) -> Iterator[str]:
    """The texts of a letter and of the letters in it; of several ways to say the same the best one."""
    kind = letter.get_content_type()
    if letter.is_multipart():
        inside = [part for part in letter.get_payload() if isinstance(part, Letter)]
        if kind == "multipart/alternative":
            yield _best("\n\n".join(_bodies(part, file, reading)) for part in _plain_last(inside))
            return
        for part in inside:
            if kind == "message/rfc822":
                yield _subject(part)
            yield from _bodies(part, file, reading)
        return
    name = letter.get_filename()
    if name or letter.get_content_maintype() != "text" or kind in _NOT_WRITTEN:
        file.notes.pass_over(message("passed.attachment"), str(name or kind))
        return
    yield _text(letter, kind, file, reading)


def _plain_last(parts: Iterable[Letter]) -> list[Letter]:
    return sorted(parts, key=lambda part: part.get_content_type() == "text/plain")


def _best(texts: Iterable[str]) -> str:
    """The last one, which is plain, unless another says much more."""
    ordered = list(texts)
    longest = max(ordered, key=len, default="")
    return ordered[-1] if ordered and len(ordered[-1]) >= _FEWEST_WORDS_SHARE * len(longest) else longest


def _text(part: Letter, kind: str, file: FileToRead, reading: Reading) -> str:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)  # of a part without parts
    part.set_payload("")  # a large one is not kept as it was sent beside its text
    try:
        declared = part.get_content_charset() or ""
    except (LookupError, UnicodeError):
        declared = ""
    text, encoding, _ = decode(content, reading.encoding, declared)
    if is_binary(content[: 1 << 18], encoding):
        raise KnownError("file.binary", file=file.name)
    return page_text(text, file.notes) if kind == "text/html" else text
