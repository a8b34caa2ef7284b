"""Reading the small files of a model's folder: JSON of people and of every system, within bounds."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from workbench.messages.errors import KnownError, ReasonError, reason_of
from workbench.messages.message import Size, message

POINTER = b"version https://git-lfs.github.com/spec/"  # what Git leaves in place of a file that it has not fetched
MOST_BYTES = 16_000_000  # of a file that is read as a whole, but for a vocabulary
MOST_VOCABULARY_BYTES = 200_000_000
MOST_NESTING = 50  # what is deeper is no configuration, and would exhaust whoever goes through it


def file_state(file: Path | os.DirEntry[str]) -> tuple[object, ...]:
    """Its name, size and times, and where the disk has it."""
    try:
        found = file.stat()
    except OSError:  # a link that leads nowhere
        return (file.name,)
    return (file.name, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def refuse_pointer(file: Path) -> None:
    """Raises KnownError("model.pointer") where Git LFS has left a note in place of a file, OSError where it cannot be
    read."""
    with file.open("rb") as stream:
        if stream.read(len(POINTER)) == POINTER:
            raise KnownError("model.pointer", folder=file.parent, file=file.name)


def read_text(file: Path, most_bytes: int = MOST_BYTES) -> str:
    """With or without a byte-order mark. Raises KnownError("model.pointer"), OSError, or ValueError for what is too
    large or no UTF-8."""
    refuse_pointer(file)
    size = file.stat().st_size
    if size > most_bytes:
        raise ReasonError(message("damage.too_large", file=file.name, size=Size(size)))
    return file.read_text(encoding="utf-8-sig")


def read_json(file: Path) -> dict[str, Any]:
    """Raises KnownError("model.damaged" or "model.pointer")."""
    try:
        content = json.loads(read_text(file))
        _check_sound(content, file)
    except ReasonError as error:
        raise KnownError("model.damaged", folder=file.parent, detail=error.message) from error
    except RecursionError as error:
        detail = message("damage.nested", file=file.name)
        raise KnownError("model.damaged", folder=file.parent, detail=detail) from error
    except (OSError, ValueError) as error:
        detail = message("damage.in_config", file=file.name, detail=reason_of(error))
        raise KnownError("model.damaged", folder=file.parent, detail=detail) from error
    assert isinstance(content, dict)
    return content


def _check_sound(content: Any, file: Path) -> None:
    """Raises ValueError for what is no object, is nested too deep, or has halves of characters, which no sentence can
    be written with."""
    if not isinstance(content, dict):
        raise ReasonError(message("damage.no_object", file=file.name))
    level: list[Any] = [content]
    for _ in range(MOST_NESTING):
        level = [inside for each in level for inside in _inside(each)]
        if not level:
            break
    else:
        raise ReasonError(message("damage.nested", file=file.name))
    json.dumps(content, ensure_ascii=False).encode()


def _inside(value: Any) -> list[Any]:
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [each for each in found if isinstance(each, (dict, list))]
