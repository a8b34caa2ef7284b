"""From bytes to characters: which encoding a file is in, and its text, streamed, what was lost counted."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.messages.errors import KnownError

CHUNK_BYTES = 1 << 20

# Offered first where a person chooses; every encoding that Python knows can be typed.
ENCODINGS = (
    "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949",
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859-1",
    "iso8859-2", "iso8859-15", "koi8-r", "koi8-u", "cp866", "cp437", "mac-roman", "cp874",
)  # fmt: skip


@dataclass(frozen=True)
class Survey:
    """What one pass over a file's bytes tells."""

    size_bytes: int
    sha256: str
    is_utf8: bool
    sample: bytes  # the beginning, and more from where the bytes are not ASCII


def survey(path: Path) -> Survey:
    """Read the whole file once, in little memory."""
    digest, size = hashlib.sha256(), 0
    decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    sample = bytearray()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
            if len(sample) < _SAMPLE_BYTES:
                sample += _telling_part(chunk, first=not sample)
            if decoder is not None:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    decoder = None
    is_utf8 = decoder is not None and not decoder.getstate()[0]
    return Survey(size, digest.hexdigest(), is_utf8, bytes(sample))


def find_encoding(surveyed: Survey, asked: str = "", declared: str = "") -> str:
    """The name of the encoding: what the person asked for, the byte order mark, what the file says, or the likeliest.

    Raises KnownError("file.no_encoding") for a name that is asked for and unknown.
    """
    if asked:
        return _known(asked)
    sample = surveyed.sample
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    wide = _without_mark(sample)
    if wide:
        return wide
    if b"\x1b$" in sample and _share_lost(sample, "iso2022_jp") < _MOST_LOST:
        return "iso2022_jp"  # Japanese mail in seven bits, which is valid UTF-8 too
    if b"~{" in sample and b"~}" in sample and sample.isascii() and not _share_lost(sample, "hz"):
        return "hz"  # Chinese mail in seven bits
    if surveyed.is_utf8 or _is_mostly_utf8(sample):
        return "utf-8"
    if declared:
        try:
            name = _widened(codecs.lookup(declared).name, sample)
        except LookupError:
            name = ""
        if name.startswith(("utf-16", "utf-32")):
            name = ""  # it was written into a page that has been saved in eight bits since
        if name and _share_lost(sample, name) < _MOST_LOST:
            return name
    return _likeliest(_older_part(sample))


def declared_encoding(content: bytes) -> str:
    """What the head of a page or of an XML document says of its own encoding; a page may speak of others."""
    head = _NOT_SAID.sub(b"", content[:_DECLARED_WITHIN])
    found = _XML_ENCODING.match(head) or _META_CHARSET.search(head)
    return found.group(1).decode("ascii") if found else ""


def decoded(path: Path, encoding: str) -> Generator[str, None, int]:
    """The text in chunks, without its byte order mark; returns how many places could not be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    lost, first = 0, True
    for chunk in _chunks(path):
        text = decoder.decode(chunk, final=not chunk)
        if first and text:
            text, first = text.removeprefix("\ufeff"), False
        lost += text.count("\ufffd")
        if text:
            yield text
    return lost


def decode(content: bytes, asked: str = "", declared: str = "") -> tuple[str, str, int]:
    """Of bytes that are at hand: their text, their encoding, and the places that could not be decoded."""
    try:
        content.decode("utf-8")
        is_utf8 = True
    except UnicodeDecodeError:
        is_utf8 = False
    sample = content[:_SAMPLE_BYTES] if len(content) <= _SAMPLE_BYTES else _telling_part(content, first=True)
    encoding = find_encoding(Survey(len(content), "", is_utf8, sample), asked, declared)
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    return text, encoding, text.count("\ufffd")


_SAMPLE_BYTES = 256 * 1024
_HEAD_BYTES = 64 * 1024
_FEWEST_ZEROS = 0.3  # of every other byte, in UTF-16 of Latin letters, which have all of their zeros there
_MOST_LOST = 0.02  # of the characters, in an encoding that is believed

_DECLARED_WITHIN = 8192  # bytes
_NOT_SAID = re.compile(rb"<!--.*?-->|<(script|style|title)\b.*?</\1", re.DOTALL | re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_META_CHARSET = re.compile(rb"""<meta\b[^<>]{0,500}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)

_MIXED_WORD = re.compile("(?<=[a-zA-Z])[^\\W\\d_\0-\u02af]|[^\\W\\d_\0-\u02af](?=[a-zA-Z])")
COMMON = ("cp1252", "cp1251", "koi8-r", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "gb18030")
_TYPOGRAPHIC = frozenset("‘’“”„‚–—…•·\u00a0\u3000")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# A recognised encoding is read in the larger one that holds all of it: people write “€” and rare characters in files
# that say they are the smaller one.
_WIDER = {
    "ascii": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs",
    "euc_kr": "cp949", "shift_jis": "cp932", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874",
}  # fmt: skip
# Bytes 0x80 to 0x9f are control characters in ISO 8859, which nobody writes, and quotes and dashes in Windows-125x.
_WINDOWS = {
    "iso8859-2": "cp1250", "iso8859-5": "cp1251", "iso8859-6": "cp1256", "iso8859-7": "cp1253", "iso8859-8": "cp1255",
    "iso8859-13": "cp1257", "iso8859-15": "cp1252", "iso8859-4": "cp1257", "iso8859-16": "cp1250",
}  # fmt: skip


def _chunks(path: Path) -> Iterator[bytes]:
    """The file's bytes, then one empty chunk."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk
    yield b""


def _telling_part(chunk: bytes, *, first: bool) -> bytes:
    """The beginning of a chunk where it is the first, and lines of it with bytes that are not ASCII."""
    head = chunk[:_HEAD_BYTES] if first else b""
    rest = chunk[len(head) :]
    if rest.isascii():
        return head
    lines = [line for line in rest.split(b"\n") if not line.isascii()]
    return head + b"\n".join(lines)[:_HEAD_BYTES]


def _known(encoding: str) -> str:
    try:
        info = codecs.lookup(encoding.strip())
        if info._is_text_encoding:  # type: ignore[attr-defined]  # "hex" and "zip" are no text encodings
            codecs.getincrementaldecoder(info.name)
            return info.name
    except (LookupError, ValueError):
        pass
    raise KnownError("file.no_encoding", encoding=encoding)


def _without_mark(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a byte order mark, told by where the zero bytes are; empty for anything else."""
    zeros = [sample[place::4].count(0) for place in range(4)]
    quarter = max(1, len(sample) // 4)
    share = [count / quarter for count in zeros]
    if len(sample) < 8:
        return ""
    if share[3] > 0.9 and share[2] > 0.9:
        return "utf-32-le"
    if share[0] > 0.9 and share[1] > 0.9:
        return "utf-32-be"
    even, odd = (share[0] + share[2]) / 2, (share[1] + share[3]) / 2
    if max(even, odd) < 0.02:
        return ""
    letters = sample.translate(None, b"\0\t\n\r\f")
    if max(even, odd) < _FEWEST_ZEROS and letters.isascii() and letters.decode("ascii").isprintable():
        return ""  # a text with a few stray zeros
    # Of Latin text every other byte is zero; of Chinese text only the spaces and line ends are.
    name = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) > 0.2 * max(even, odd) or _share_lost(sample, name) > _MOST_LOST:
        return ""
    text = sample.decode(name, errors="replace")
    return name if _plausible(text) else ""


def _plausible(text: str) -> bool:
    """Whether nearly all characters are ones that people write: a wrong byte order makes rare and unassigned ones."""
    part = text[:4000]
    odd = sum(not (character.isprintable() or character in "\t\n\r\f") for character in part)
    return bool(part) and odd / len(part) < 0.05


def _is_east_asian(text: str) -> bool:
    """Han, kana and their punctuation alone: UTF-16 without an ASCII character in it has no zero bytes to tell by."""
    part = text[:4000]
    if sum("\u3000" <= character <= "\u9fff" or character >= "\uff00" for character in part) <= 0.95 * len(part):
        return False
    # Shift-JIS read as UTF-16 is Han alone as well, but without stops and kana.
    return sum("\u3000" <= character <= "\u30ff" or character in "，！？" for character in part) > 0.02 * len(part)


def _is_typographic(sample: bytes, encoding: str) -> bool:
    """Whether quotes, dashes and the like are all that a text has beyond ASCII: too little for statistics."""
    try:
        beyond_ascii = {character for character in sample.decode(encoding) if character > "\x7f"}
    except UnicodeDecodeError:
        return False
    return beyond_ascii <= _TYPOGRAPHIC


def _is_mostly_utf8(sample: bytes) -> bool:
    """A text in UTF-8 with a few spoilt places, cut in the middle of a character, or with older lines among others."""
    text = sample.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in text)
    if beyond_ascii - lost > 10 * lost:
        return True
    lines = [line for line in sample.split(b"\n") if not line.isascii()]
    return sum(map(_is_utf8, lines)) > max(1, len(lines) / 2)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _older_part(sample: bytes) -> bytes:
    """Without the lines that are in UTF-8, where a text has some among those of an older encoding."""
    lines = sample.split(b"\n")
    return b"\n".join(line for line in lines if line.isascii() or not _is_utf8(line)) if len(lines) > 1 else sample


def _share_lost(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    return text.count("\ufffd") / max(1, len(text))


def _widened(name: str, sample: bytes) -> str:
    if name in _WINDOWS and any(0x80 <= byte <= 0x9F for byte in sample):
        return _WINDOWS[name]
    return _WIDER.get(name, name)


def _likeliest(sample: bytes) -> str:
    import chardet

    for name in ("cp1252", "mac-roman", "big5hkscs", "gb18030", "cp932"):
        if _is_typographic(sample, name):
            return name
    for name in ("utf-16-le", "utf-16-be"):
        if _is_east_asian(sample.decode(name, errors="replace")):
            return name
    for found in chardet.detect_all(sample):
        if found["encoding"]:
            try:
                name = _widened(codecs.lookup(found["encoding"]).name, sample)
            except LookupError:
                continue
            if _share_lost(sample, name) < _MOST_LOST and not _mixes_scripts(sample.decode(name, errors="replace")):
                return _commonest(sample, name)
    return "cp1252"


def _mixes_scripts(text: str) -> bool:
    """Whether words are made of Latin letters and others, as when “café” is read in a Cyrillic encoding."""
    beyond_latin = sum(character > "\u02af" and character.isalpha() for character in text)
    return beyond_latin > 0 and len(_MIXED_WORD.findall(text)) > 0.3 * beyond_latin


def _commonest(sample: bytes, name: str) -> str:
    """The better known one of encodings that read the text alike: KOI8-R for KOI8-T, Windows-1251 for Mac Cyrillic."""
    text = sample.decode(name, errors="replace")
    alike = (common for common in COMMON if sample.decode(common, errors="replace") == text)
    return next(alike, name)
