"""What stands at the beginning of a safetensors file: which tensors it holds; no weights are read for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.messages.errors import ReasonError
from workbench.messages.message import message

_LENGTH = 8  # bytes in which the header's own length stands
_MOST_BYTES = 100_000_000  # of a header, as the format has it


@dataclass(frozen=True)
class Stored:
    """A tensor as it lies in a file."""

    kind: str  # of its numbers, as the format calls it: “F32”, “BF16”, “I8”
    shape: tuple[int, ...]


def stored_tensors(files: Iterable[Path]) -> dict[str, Stored]:
    """Those of all files, by name. Raises OSError, or ReasonError where a file does not begin as it must."""
    found: dict[str, Stored] = {}
    for file in files:
        found |= _header(file)
    return found


def _header(file: Path) -> dict[str, Stored]:
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(_LENGTH), "little")
        content = stream.read(length) if length <= _MOST_BYTES else b""
    try:
        header = json.loads(content)
        return {
            name: Stored(str(said["dtype"]), tuple(int(size) for size in said["shape"]))
            for name, said in header.items()
            if name != "__metadata__"
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReasonError(message("damage.no_header", file=file.name)) from error
