"""What a GGUF file says before its weights: settings by their keys, and where each tensor lies.

Such files come from strangers, and a header may say anything: a billion settings, a text of two gigabytes, a tensor
behind the end. All of it is looked at here, against the bytes that are there, before any library is asked; the file is
mapped, and nothing is set aside because a number says so.
"""

from __future__ import annotations

import math
import mmap
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from workbench.messages.errors import ReasonError
from workbench.messages.message import Count, message
from workbench.models.gguf.kinds import KINDS, Kind
from workbench.models.small_files import refuse_pointer

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MOST_SETTINGS = 10_000
MOST_TENSORS = 100_000
MOST_ENTRIES = 8_000_000  # of all lists together: a vocabulary, its scores and merges are below two
MOST_TEXT = 16_000_000  # bytes of one text, such as a template of conversations
MOST_DIMENSIONS = 4
MOST_ALIGNMENT = 1 << 20
_ALIGNMENT = 32  # bytes, where nothing is said
_FLOAT32, _TEXT, _LIST = 6, 8, 9
_SCALARS = {
    0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d",
}  # fmt: skip
_LENGTH = struct.Struct("<Q")  # of a text, before it
_ALIGNED = "general.alignment"


@dataclass(frozen=True)
class StoredTensor:
    """As its file says it is."""

    file: Path
    kind: Kind
    shape: tuple[int, ...]  # the outermost first, as NumPy has it
    begin: int  # byte of the file

    @property
    def numbers(self) -> int:
        return math.prod(self.shape)

    @property
    def size_bytes(self) -> int:
        return self.kind.bytes_of(self.numbers)


@dataclass(frozen=True)
class Header:
    settings: Mapping[str, Any]  # texts, numbers, truth values, and lists of these
    tensors: Mapping[str, StoredTensor]


def is_gguf(file: Path) -> bool:
    """Whether a file begins as these do, whatever it is called."""
    try:
        with file.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def read_header(file: Path, whole_bytes: int | None = None) -> Header:
    """Raises KnownError("model.pointer"), OSError, or ReasonError naming what is wrong with the file.

    `whole_bytes` is its size where only its beginning is here: what lies in it is held against that, and where the
    header itself goes on behind it, it is called cut ("damage.cut_file").
    """
    size = file.stat().st_size
    if size == 0:
        raise ReasonError(message("damage.empty_file", file=file.name))
    refuse_pointer(file)
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        return _Reader(file, mapped, whole_bytes or size).header()


class _Reader:
    """Goes through a header once, from its beginning to its end."""

    def __init__(self, file: Path, content: mmap.mmap, whole_bytes: int) -> None:
        self._file = file
        self._content = content
        self._whole = whole_bytes
        self._place = 0
        self._entries = 0

    def header(self) -> Header:
        if self._take(len(MAGIC)) != MAGIC:
            raise ReasonError(message("damage.not_gguf", file=self._file.name))
        version = self._number("<I")
        if version not in VERSIONS:
            raise ReasonError(message("damage.gguf_version", file=self._file.name, version=version))
        tensors, settings = self._number("<Q"), self._number("<Q")
        self._check_count(tensors, MOST_TENSORS)
        self._check_count(settings, MOST_SETTINGS)
        found: dict[str, Any] = {}
        for _ in range(settings):
            key = self._text()
            if key in found:
                raise self._odd(key)
            found[key] = self._value(self._number("<I"))
        stated = [self._tensor() for _ in range(tensors)]
        return Header(found, self._placed(stated, self._alignment(found)))

    def _alignment(self, settings: Mapping[str, Any]) -> int:
        said = settings.get(_ALIGNED, _ALIGNMENT)
        if type(said) is not int or not 0 < said <= MOST_ALIGNMENT or said & (said - 1):
            raise self._odd(_ALIGNED)
        return said

    def _tensor(self) -> tuple[str, Kind, tuple[int, ...], int]:
        name, dimensions = self._text(), self._number("<I")
        if not 0 < dimensions <= MOST_DIMENSIONS:
            raise self._odd(name)
        shape = tuple(self._number("<Q") for _ in range(dimensions))
        number, begin = self._number("<I"), self._number("<Q")
        if number not in KINDS:
            raise ReasonError(message("damage.gguf_kind", file=self._file.name, tensor=_shown(name), kind=number))
        kind = KINDS[number]
        if not all(0 < length < 1 << 40 for length in shape) or shape[0] % kind.numbers:
            raise self._odd(name)
        return name, kind, shape[::-1], begin

    def _placed(
        self, stated: Iterable[tuple[str, Kind, tuple[int, ...], int]], alignment: int
    ) -> dict[str, StoredTensor]:
        """Raises ReasonError where two have one name or lie on each other, or one ends behind the file."""
        first, whole = -(-self._place // alignment) * alignment, self._whole
        found: dict[str, StoredTensor] = {}
        for name, kind, shape, begin in stated:
            if name in found or begin % alignment:
                raise self._odd(name)
            found[name] = StoredTensor(self._file, kind, shape, first + begin)
        end = first
        for tensor in sorted(found.values(), key=lambda each: each.begin):
            if tensor.begin < end:
                raise ReasonError(message("damage.gguf_overlap", file=self._file.name))
            end = tensor.begin + tensor.size_bytes
        if end > whole and found:
            raise ReasonError(
                message("damage.cut_file_of", file=self._file.name, present=Count(whole), whole=Count(end))
            )
        return found

    def _value(self, kind: int) -> Any:
        if kind == _TEXT:
            return self._text()
        if kind in _SCALARS:
            found = self._number(_SCALARS[kind])
            return float(str(np.float32(found))) if kind == _FLOAT32 else found  # 1e-05, as it was meant
        if kind != _LIST:
            raise ReasonError(message("damage.gguf_value", file=self._file.name, kind=kind))
        return self._list()

    def _list(self) -> list[Any]:
        kind, count = self._number("<I"), self._number("<Q")
        if kind == _LIST:  # a list of lists: no setting of any model is one
            raise ReasonError(message("damage.nested", file=self._file.name))
        self._entries += count
        self._check_count(self._entries, MOST_ENTRIES)
        if kind == _TEXT:
            return self._texts(count)
        if kind not in _SCALARS:
            raise ReasonError(message("damage.gguf_value", file=self._file.name, kind=kind))
        form = _SCALARS[kind][1]
        return list(struct.unpack(f"<{count}{form}", self._take(count * struct.calcsize(f"<{form}"))))

    def _text(self) -> str:
        length = self._number("<Q")
        if length > MOST_TEXT:
            raise ReasonError(message("damage.gguf_count", file=self._file.name, count=Count(length)))
        try:
            return self._take(length).decode("utf-8")
        except UnicodeDecodeError as error:
            raise ReasonError(message("damage.gguf_text", file=self._file.name)) from error

    def _texts(self, count: int) -> list[str]:
        """As `_text` so many times, of which a vocabulary has a hundred thousand."""
        content, place, whole, found = self._content, self._place, len(self._content), []
        for _ in range(count):
            if place + _LENGTH.size > whole:
                raise ReasonError(message("damage.cut_file", file=self._file.name))
            begin = place + _LENGTH.size
            place = begin + _LENGTH.unpack_from(content, place)[0]
            if place > whole:
                raise ReasonError(message("damage.cut_file", file=self._file.name))
            found.append(content[begin:place])
        self._place = place
        try:
            return [each.decode("utf-8") for each in found]
        except UnicodeDecodeError as error:
            raise ReasonError(message("damage.gguf_text", file=self._file.name)) from error

    def _number(self, form: str) -> Any:
        return struct.unpack(form, self._take(struct.calcsize(form)))[0]

    def _take(self, count: int) -> bytes:
        end = self._place + count
        if end > len(self._content):
            raise ReasonError(message("damage.cut_file", file=self._file.name))
        found = self._content[self._place : end]
        self._place = end
        return found

    def _check_count(self, count: int, most: int) -> None:
        """Nothing takes less than a byte, so that no list is longer than the file."""
        if count > min(most, self._whole):
            raise ReasonError(message("damage.gguf_count", file=self._file.name, count=Count(count)))

    def _odd(self, name: str) -> ReasonError:
        return ReasonError(message("damage.gguf_odd", file=self._file.name, name=_shown(name)))


def _shown(name: str) -> str:
    return name if len(name) <= 60 and name.isprintable() else f"{name[:60]!a} …"
