"""Text files whose lines are in two encodings, as where old letters were pasted into a newer file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.corpora.reading.decoding import CHUNK_BYTES, COMMON, decode, decoded

# In one byte a character each; in others a line may happen to be valid UTF-8 as well.
_SINGLE_BYTE = re.compile(r"cp(?:125\d|866|437|850|874)|iso8859-\d+|koi8-[rut]|mac[-_]\w+")
_UTF_8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LONGEST_LINE = 8 << 20  # bytes; a longer one is decoded in parts
_FEWEST_LINES = 2  # in another encoding; a single spoilt place is no encoding
_TYPOGRAPHIC = frozenset("‘’“”„«»–—…·°§€£\u00a0")
_LETTERS = 0.9  # of what is beyond ASCII in these lines


@dataclass(frozen=True)
class Mixture:
    lost: int  # places that could not be decoded
    other: str = ""  # the second encoding, where there is one
    lines: int = 0  # that are in it


def decoded_by_lines(path: Path, encoding: str) -> Generator[str, None, Mixture]:
    """The text in chunks. A line that is not valid in `encoding`, or is in UTF-8 among older ones, is read as it is."""
    if encoding == "utf-8":
        reader: _Utf8Lines | _OlderLines = _Utf8Lines()
    elif _SINGLE_BYTE.fullmatch(encoding):
        reader = _OlderLines(encoding)
    else:
        return Mixture((yield from decoded(path, encoding)))
    is_first = True
    for block in _blocks(path):
        text = reader.text(block)
        yield text.removeprefix("\ufeff") if is_first else text
        is_first = False
    return reader.found()


class _Utf8Lines:
    """Lines in UTF-8, and those of an older encoding among them."""

    def __init__(self) -> None:
        self._other = ""
        self._lines = self._lost = 0

    def text(self, block: bytes) -> str:
        try:
            text = block.decode("utf-8")
            self._lost += text.count("\ufffd")
        except UnicodeDecodeError:
            lines = block.splitlines(keepends=True)
            older = [line for line in lines if _is_older(line)]
            self._other = self._other or _encoding_of(older, block.decode("utf-8", "ignore"))
            text = "".join(map(self._line, lines))
        return text

    def _line(self, line: bytes) -> str:
        if self._other and _is_older(line):
            self._lines += 1
            text = line.decode(self._other, "replace")
        else:
            text = line.decode("utf-8", "replace")
        self._lost += text.count("\ufffd")
        return text

    def found(self) -> Mixture:
        return Mixture(self._lost, self._other, self._lines)


class _OlderLines:
    """Lines of an older encoding, and those in UTF-8 among them."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._lines = self._lost = 0

    def text(self, block: bytes) -> str:
        if _UTF_8_CHARACTER.search(block) is None:
            text = block.decode(self._encoding, "replace")
        else:
            text = "".join(map(self._line, block.splitlines(keepends=True)))
        self._lost += text.count("\ufffd")
        return text

    def _line(self, line: bytes) -> str:
        if not line.isascii():
            try:
                text = line.decode("utf-8")
                self._lines += 1
                return text
            except UnicodeDecodeError:
                pass
        return line.decode(self._encoding, "replace")

    def found(self) -> Mixture:
        return Mixture(self._lost, "utf-8" if self._lines else "", self._lines)


def _is_older(line: bytes) -> bool:
    """Whether a line has bytes beyond ASCII and none of these make a character of UTF-8."""
    return not line.isascii() and _UTF_8_CHARACTER.search(line) is None


def _encoding_of(lines: list[bytes], around: str) -> str:
    """The encoding of lines that are not UTF-8; empty where they are only spoilt.

    Of the usual ones it is the one in which they are written with the letters of the lines around them.
    """
    if len(lines) < _FEWEST_LINES:
        return ""
    content = b"".join(lines)
    common = Counter(character for character in around if character > "\x7f")
    names = [decode(content)[1], *COMMON]
    scores = {name: _share_known(content.decode(name, "replace"), common) for name in dict.fromkeys(names)}
    encoding = max(scores, key=lambda name: scores[name]) if any(scores.values()) else names[0]
    beyond = [character for character in content.decode(encoding, "replace") if character > "\x7f"]
    readable = sum(character.isalpha() or character in _TYPOGRAPHIC for character in beyond)
    return "" if encoding == "utf-8" or readable < _LETTERS * len(beyond) else encoding


def _share_known(text: str, common: Counter[str]) -> float:
    beyond = [character for character in text if character > "\x7f"]
    return sum(common[character] for character in beyond) / max(1, len(beyond))


def _blocks(path: Path) -> Iterator[bytes]:
    """Whole lines of a file, many at once."""
    held = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            end = chunk.rfind(b"\n") + 1
            if end:
                yield held + chunk[:end]
                held = chunk[end:]
                continue
            held += chunk
            if len(held) > _LONGEST_LINE:
                cut = len(held)
                while cut > len(held) - 4 and held[cut - 1] & 0xC0 == 0x80:
                    cut -= 1
                yield held[: cut - 1]
                held = held[cut - 1 :]
    if held:
        yield held
