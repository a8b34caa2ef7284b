"""Rich Text (.rtf): what a reader of the document sees, in its order, and the footnotes behind it.

After Microsoft's specification 1.9.1. A group in braces ends what was set in it; letters beyond ASCII are bytes of a
code page that the document or the font names, or numbers of UTF-16.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from workbench.corpora.reading.decoding import CHUNK_BYTES
from workbench.corpora.reading.formats import scripts
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

_LONGEST_TOKEN = 64  # characters, except of plain text, which can be parted anywhere
_FIRST_HALF, _SECOND_HALF = "\ud800", "\udc00"  # of a character beyond the first 65,536
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|"
    r"(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_SPECIAL = {
    "par": "\n", "sect": "\n", "page": "\n", "line": "\n", "row": "\n", "nestrow": "\n", "tab": "\t", "cell": "\t",
    "nestcell": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
# What stands in groups of these names is no text.
_NO_TEXT = frozenset((
    "colortbl", "stylesheet", "info", "pict", "objdata", "objclass", "objname", "fldinst", "listtable",
    "listoverridetable",
    "rsidtbl", "generator", "themedata", "colorschememapping", "datastore", "latentstyles", "bkmkstart",
    "bkmkend",
    "nonshppict", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid",
    "atnauthor", "atnref", "atntime",
    "atnparent", "atndate", "atnicn",
    "xe", "tc", "rxe", "filetbl", "revtbl", "sn", "sp", "private", "pgptbl", "userprops",
    "nonesttables",  # for readers that do not know tables in tables
))  # fmt: skip
_HEADERS = frozenset(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"))
_READ_ALTHOUGH_STARRED = frozenset(("shpinst", "shptxt", "pn", "footnote", "nesttableprops"))
_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CHARSETS = {
    77: "mac_roman", 78: "cp932", 79: "cp949", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip


def read_rtf(file: FileToRead, reading: Reading) -> Pieces:
    """Any size: a chunk at a time."""
    document = _Document(file.notes, reading.encoding)
    with file.path.open("rb") as stream:
        content = stream.read(CHUNK_BYTES)
        if not content.lstrip().startswith(b"{\\rtf"):
            raise KnownError("file.damaged", file=file.name, detail=message("damage.not_rtf"))
        source, skipped = "", 0
        while content:
            # Characters beyond ASCII are escaped in Rich Text; Latin-1 keeps the bytes of those that are not.
            source += content.decode("latin-1")[skipped:]
            skipped = max(0, skipped - len(content))
            content = stream.read(CHUNK_BYTES)
            read = document.read(source, is_last=not content)
            skipped += max(0, read - len(source))
            source = source[read:]
            yield document.taken()
    yield document.ended()
    return Facts()


@dataclass(frozen=True)
class _Group:
    """What holds until the closing brace."""

    is_text: bool = True
    is_deleted: bool = False
    is_hidden: bool = False
    in_fonts: bool = False
    place: str = ""  # “super” or “sub”
    encoding: str = ""  # of its font
    skipped: int = 1  # characters behind one that is given by its number, for readers that do not know these
    out: list[str] = field(default_factory=list)

    @property
    def is_seen(self) -> bool:
        return self.is_text and not self.is_deleted and not self.is_hidden


class _Document:
    def __init__(self, notes: Notes, encoding: str) -> None:
        self._notes = notes
        self._asked = encoding
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0  # that the table of fonts is describing
        self._body: list[str] = []
        self._held = ""  # line ends, which may be the last ones, and the first half of a character
        self._footnotes: list[list[str]] = []
        self._group = _Group(out=self._body)
        self._outer: list[_Group] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._is_starred = False
        self._begins = False  # a group, in which nothing has come yet

    def taken(self) -> str:
        """The text since the last time, without what may not be whole yet."""
        text = "".join((self._held, *self._body))
        self._body.clear()
        whole = text[:-1] if _FIRST_HALF <= text[-1:] < _SECOND_HALF else text
        whole = whole.rstrip("\n")
        self._held = text[len(whole) :]
        return _mended(whole)

    def ended(self) -> str:
        """The rest of the text, and the footnotes."""
        self._flush()
        notes = ["".join(part).strip("\n ") for part in self._footnotes]
        return _mended("\n\n".join(("".join((self._held, *self._body)), *notes)).rstrip("\n"))

    def read(self, source: str, *, is_last: bool) -> int:
        """How much of a part of the document was read: what may go on in the next one is not."""
        place, end = 0, len(source) if is_last else len(source) - _LONGEST_TOKEN
        while place < end and (found := _TOKEN.match(source, place)):
            place = found.end()
            kind = found.lastgroup
            if kind in ("word", "number"):
                name, number = found["word"], found["number"]
                if name == "bin":
                    place += max(0, int(number or 0))
                else:
                    self._flush_unless(name)
                    self._control(name, None if number is None else int(number))
            elif kind == "byte":
                self._take_bytes(bytes.fromhex(found["byte"]))
            elif kind == "text":
                self._take_bytes(found["text"].encode("latin-1"))
            elif kind == "brace":
                self._flush()
                self._brace(found["brace"])
            elif kind == "sign":
                self._sign(found["sign"])
        return place

    def _brace(self, brace: str) -> None:
        self._to_skip = 0
        self._begins = brace == "{"
        if brace == "{":
            self._outer.append(self._group)
        elif self._outer:
            self._group = self._outer.pop()
        self._is_starred = False

    def _sign(self, sign: str) -> None:
        self._flush()
        if sign == "*":
            self._is_starred = self._begins  # elsewhere it stands before a style, say, which ends nothing
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in _SIGNS:
            self._say(_SIGNS[sign])

    def _control(self, name: str, number: int | None) -> None:
        self._begins = False
        if self._is_starred or name in _NO_TEXT or name in _HEADERS or name in ("fonttbl", "footnote", "annotation"):
            self._begin_destination(name)
            return
        group = self._group
        if name == "u" and number is not None:
            self._say(chr(number & 0xFFFF))
            self._to_skip = group.skipped
        elif name in _SPECIAL:
            self._say(_SPECIAL[name])
        elif name == "uc" and number is not None:
            self._group = replace(group, skipped=max(0, number))
        elif name in ("deleted", "v"):
            what = {"is_deleted" if name == "deleted" else "is_hidden": number != 0}
            self._group = replace(group, **what)  # type: ignore[arg-type]
            if number != 0 and group.is_seen:
                self._notes.leave_out(message("passed.deleted" if name == "deleted" else "passed.hidden"))
        elif name == "plain":
            self._group = replace(group, is_deleted=False, is_hidden=False, place="")
        elif name in ("super", "sub", "nosupersub"):
            self._group = replace(group, place="" if name == "nosupersub" or number == 0 else name)
        elif name in ("f", "fcharset", "cpg", "ansicpg", *_CODE_PAGES):
            self._set_encoding(name, number or 0)

    def _begin_destination(self, name: str) -> None:
        is_known = name in _READ_ALTHOUGH_STARRED
        if name == "fonttbl":
            self._group = replace(self._group, is_text=False, in_fonts=True)
        elif name == "footnote":
            self._footnotes.append([])
            self._group = replace(self._group, out=self._footnotes[-1])
        elif name == "annotation":
            self._notes.leave_out(message("passed.comments"))
            self._group = replace(self._group, is_text=False)
        elif name in _HEADERS:
            self._notes.leave_out(message("passed.headers"))
            self._group = replace(self._group, is_text=False)
        elif name in _NO_TEXT or (self._is_starred and not is_known):
            self._group = replace(self._group, is_text=False)
        self._is_starred = False

    def _set_encoding(self, name: str, number: int) -> None:
        if name in _CODE_PAGES:
            self._encoding = _CODE_PAGES[name]
        elif name == "ansicpg":
            self._encoding = _code_page(number) or self._encoding
        elif name == "f" and self._group.in_fonts:
            self._font = number
        elif name == "f":
            self._group = replace(self._group, encoding=self._fonts.get(number, ""))
        elif self._group.in_fonts:
            found = _CHARSETS.get(number, "") if name == "fcharset" else _code_page(number)
            if found:
                self._fonts[self._font] = found

    def _take_bytes(self, content: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(content))
            self._to_skip -= skipped
            content = content[skipped:]
        self._bytes += content

    def _flush_unless(self, name: str) -> None:
        """The bytes of a character may be parted by nothing but their own escapes."""
        if self._bytes:
            self._flush()
        if name != "u" and self._to_skip and name not in _SPECIAL:
            self._to_skip = 0

    def _flush(self) -> None:
        if self._bytes and self._group.is_seen:
            encoding = self._asked or self._group.encoding or self._encoding
            text = self._bytes.decode(encoding, "replace")
            self._group.out.append(scripts.placed(text, self._group.place))
        self._bytes.clear()

    def _say(self, text: str) -> None:
        if self._group.is_seen:
            self._group.out.append(text)


def _mended(text: str) -> str:
    """With the two halves of a character as one again."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _code_page(number: int) -> str:
    names = {10000: "mac_roman", 65001: "utf-8", 936: "gb18030"}
    name = names.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
