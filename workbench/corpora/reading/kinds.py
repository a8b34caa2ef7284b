"""What a file is by how it begins: a text may begin with any words, so a format is told by more than its name in it."""

from __future__ import annotations

import re
from pathlib import PurePath

from workbench.corpora.reading.decoding import decode
from workbench.messages.errors import KnownError

START_BYTES = 4096  # of a file, that tell its kind

_PICTURES = frozenset((
    ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif", ".psd", ".djvu",
    ".ico",
))  # fmt: skip
_RECORDINGS = frozenset((
    ".mp3", ".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".wma", ".mp4", ".mkv", ".avi", ".mov", ".webm", ".wmv",
    ".mpg", ".mpeg", ".m4v",
))  # fmt: skip
_OFFICE = frozenset((".doc", ".dot", ".ppt", ".pps", ".pages", ".key", ".wpd", ".wps", ".sxw", ".hwp"))
_WORKBOOKS = frozenset((".numbers", ".xlsb", ".xlw", ".wk1", ".wk3", ".wk4", ".wks", ".wq1", ".wb3", ".dbf", ".sxc"))

_PDF = re.compile(rb"%PDF-\d\.\d")
_PDF_OBJECT = re.compile(rb"\b\d+ \d+ obj\b|\bxref\b|\bstartxref\b")
_RICH_TEXT = re.compile(rb"\{\\rtf[\d\\{}]")  # and no word: a text may speak of it
_OLE = b"\xd0\xcf\x11\xe0"
# A sheet of Excel 2, 3 or 4, or a workbook of 4: the record that each begins with, and how long it is.
_OLD_SHEET = re.compile(rb"\x09\x00\x04\x00[\x00-\x07]\x00|\x09[\x02\x04]\x06\x00[\x00-\x07]\x00", re.DOTALL)
# How files begin that are no plain text, although they may look like it near their start.
_MAGIC = re.compile(
    rb"%PDF-\d\.\d\s*(?:\d+ \d+ obj|%[\x80-\xff])|%!PS-Adobe|\{\\rtf\d|PK\x03\x04|\x89PNG|\xff\xd8\xff|"
    rb"GIF8[79]a.{0,6}[\0-\x08\x80-\xff]|\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ|7z\xbc\xaf|Rar!\x1a\x07|"
    rb"\xd0\xcf\x11\xe0|\x7fELF",
    re.DOTALL,
)
_CONTROLS = [chr(code) for code in (*range(32), 127) if chr(code) not in "\t\n\v\f\r\x1b\b"]
_MAXIMUM_CONTROL_SHARE = 0.01
_MAXIMUM_LOST_SHARE = 0.05
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|style|p|sami)\b[^<]*?>",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml\s|<!doctype\s+(?!html)[a-z]|<(?:svg|kml|gpx|opml|rss|feed)\b[^<]*?>|"
    r"<[a-z_][\w.:-]*\s[^<>]*?\bxmlns(?::\w+)?\s*=)",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_WORKBOOK = re.compile(
    rb"<(?:\w+:)?Workbook\b[^<>]*urn:schemas-microsoft-com:office:spreadsheet|"
    rb"<office:document\b[^<>]*application/vnd\.oasis\.opendocument\.spreadsheet"
)
RECORDS_IN_SCRIPT = re.compile(r"\s*window\.YTD\.\w+\.part\d+\s*=\s*(?=[\[{])")  # of X, once Twitter
_MAILBOX = re.compile(r"From \S.*\d{4}\r?\n[A-Za-z][\w-]*: ")
_WEB_ARCHIVE = re.compile(r"(?:[A-Z][\w-]*: [^\n]*\n(?:[ \t][^\n]*\n)*){0,8}MIME-Version: ")


def is_binary(sample: bytes, encoding: str) -> bool:
    """Whether bytes are no text, although an encoding was found for them."""
    if _MAGIC.match(sample):
        return True
    text = sample.decode(encoding, errors="replace")
    # A stray control character, even a zero, is in many a real text; cleaning removes it.
    return sum(map(text.count, _CONTROLS)) > len(text) * _MAXIMUM_CONTROL_SHARE


def is_text(start: bytes) -> bool:
    """Whether a file that begins so is a text in whatever encoding."""
    text, encoding, replaced = decode(start)
    return replaced <= 1 + len(text) * _MAXIMUM_LOST_SHARE and not is_binary(start, encoding)


def is_pdf(start: bytes) -> bool:
    """A text may speak of “%PDF-1.4”; a document begins with it and has its objects behind it, or bytes of no text."""
    found = _PDF.search(start[:1024])
    if found is None:
        return False
    begins = not start[: found.start()].strip(b"\xef\xbb\xbf \t\r\n\0")
    return (begins and _PDF_OBJECT.search(start) is not None) or not is_text(start)


def is_rich_text(start: bytes) -> bool:
    return _RICH_TEXT.match(start) is not None


def is_older_office(start: bytes) -> bool:
    """Word, Excel and PowerPoint before 2007, and any document of theirs with a password."""
    return start.startswith(_OLE)


def is_older_sheet(start: bytes) -> bool:
    """Excel before 1993, which wrote one sheet a file."""
    return _OLD_SHEET.match(start) is not None


def is_of_other_program(name: str, kind: str) -> bool:
    """Whether what is packed so is a document of a program whose formats cannot be read, and its parts no texts."""
    suffix = PurePath(name).suffix.lower()
    return suffix == ".xlsb" or (kind == ".zip" and suffix in _OFFICE | _WORKBOOKS)


def unsupported(name: str) -> KnownError:
    """What to say of a file that no reader is for: what a person can do depends on what it is."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _PICTURES:
        return KnownError("file.picture", file=name)
    if suffix in _RECORDINGS:
        return KnownError("file.recording", file=name)
    if suffix in _WORKBOOKS:
        return KnownError("file.older_sheet", file=name)
    return KnownError("file.older_office" if suffix in _OFFICE else "file.unsupported", file=name)


def is_mobipocket(start: bytes) -> bool:
    return start[60:68] in (b"BOOKMOBI", b"TEXtREAd")


def is_flat_workbook(start: bytes) -> bool:
    """A workbook in one document of XML: of Excel 2003, or OpenDocument's."""
    return _FLAT_WORKBOOK.search(start) is not None


def kind_of_text(start: bytes) -> str:
    """The suffix of the format that a text is written in, whatever it is called; .txt where it is none of them."""
    text = decode(start)[0]
    if _PAGE.match(text):
        return ".html"
    if _XML.match(text):
        return ".xml"
    if RECORDS_IN_SCRIPT.match(text):
        return ".json"
    if _MAILBOX.match(text):
        return ".mbox"
    if _WEB_ARCHIVE.match(text):
        return ".eml"
    return ".txt"
