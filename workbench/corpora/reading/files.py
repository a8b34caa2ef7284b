"""Which files there are, and names for them that can be shown without harm."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files among `paths` and in the folders among them, each once; what is hidden in a folder is left out.

    Links to folders inside a folder are not followed, so a loop cannot occur. Those that lead elsewhere and folders
    that cannot be opened stay in the list, so that they are reported and not passed over.
    """
    paths = list(paths)
    roots = [Path(os.path.realpath(path)) for path in paths]
    found: dict[str, Path] = {}
    for path in paths:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        for file in _walk(path) if is_folder else [path]:
            place = os.path.realpath(file)
            if not (is_folder and _is_linked_folder(file) and any(map(Path(place).is_relative_to, roots))):
                found.setdefault(place, file)
    return list(found.values())


def is_hidden(name: str) -> bool:
    """A title may begin with dots as well: “...And Justice for All.txt” is not hidden."""
    return name.startswith(".") and not name.startswith("...")


def shown_name(path: Path) -> str:
    """The name of a file as text that can be shown and stored, even if the name itself is not valid text."""
    return shown(os.fsencode(path.name or str(path)).decode("utf-8", errors="replace"))


def shown_place(path: Path, member: str) -> str:
    """The name of a file, after that of the archive which it lies in, if it does."""
    return f"{shown_name(path)} › {member}" if member else shown_name(path)


def shown(name: str) -> str:
    """A name on one line: line breaks and marks that turn the writing around it are replaced by a visible sign."""
    return "".join(
        "\ufffd" if unicodedata.category(character) in _HARMFUL or character in _TURNING else character
        for character in name
    )


# Controls, line and paragraph separators, lone surrogates.
_HARMFUL = frozenset(("Cc", "Zl", "Zp", "Cs"))
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _is_linked_folder(path: Path) -> bool:
    return path.is_symlink() and os.path.isdir(path)  # noqa: PTH112 - as above


def _walk(folder: Path) -> Iterable[Path]:
    closed: list[Path] = []
    linked: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        linked += (link for name in folders if (link := Path(parent, name)).is_symlink())
        yield from (Path(parent, name) for name in sorted(names) if not is_hidden(name))
    yield from linked
    yield from closed
