"""Which files a GGUF model consists of: one, or several that each say how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.gguf.header import Header, read_header
from workbench.models.small_files import file_state

ENDING = ".gguf"
PICTURES = "mmproj"  # at the beginning of the name of a part that sees
_PART = re.compile(r"(.+)-(\d{5})-of-(\d{5})(\.gguf)")
_COUNT = "split.count"
MOST_PARTS = 1000


def parts_of(file: Path) -> list[Path]:
    """In their order, whether they are there or not; any of them names them all."""
    named = _PART.fullmatch(file.name)
    if named is None or not 0 < int(named[3]) <= MOST_PARTS:
        return [file]
    return [file.with_name(f"{named[1]}-{number:05}-of-{named[3]}{named[4]}") for number in range(1, int(named[3]) + 1)]


def whole_header(file: Path) -> Header:
    """The settings of the first part, and the tensors of all. Raises as `read_header`, and ReasonError where a part is
    not there or is another model's."""
    parts = tuple(parts_of(file))
    return _whole(parts, tuple(map(file_state, parts)))


@lru_cache(maxsize=4)  # each has a vocabulary
def _whole(parts: tuple[Path, ...], _states: object) -> Header:
    """Read again only where a file has changed."""
    missing = next((part for part in parts if not part.is_file()), None)
    if missing is not None:
        raise ReasonError(message("damage.gguf_part", file=missing.name, count=len(parts)))
    return joined(parts, [read_header(part) for part in parts])


def joined(parts: Sequence[Path], headers: Sequence[Header]) -> Header:
    """Those of all parts as one. Raises ReasonError where they are not those of one model."""
    first = headers[0]
    if len(parts) == 1 and first.settings.get(_COUNT, 1) not in (0, 1):
        raise ReasonError(message("damage.gguf_renamed", file=parts[0].name, count=f"{int(first.settings[_COUNT]):05}"))
    tensors = {name: tensor for header in headers for name, tensor in header.tensors.items()}
    if len(tensors) != sum(len(header.tensors) for header in headers) or any(
        header.settings.get(_COUNT, len(parts)) != len(parts) for header in headers
    ):
        raise ReasonError(message("damage.other_shards", files=tuple(part.name for part in parts)))
    return Header(first.settings, tensors)


def models_in(folder: Path) -> list[Path]:
    """The first file of each model in a folder, or in a folder of a kind's own in it, whether that part is there or
    not; without what sees pictures."""
    files = sorted((*folder.glob(f"*{ENDING}"), *folder.glob(f"*/*{ENDING}")))
    return list(dict.fromkeys(parts_of(file)[0] for file in files if not file.name.startswith(PICTURES)))


def called(file: Path) -> str:
    """A file's name without its ending and the number of its part."""
    named = _PART.fullmatch(file.name)
    return named[1] if named else file.stem
