"""Two files of an archive that are read together, wherever in it they lie: the first one waits for the second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath

from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.reading.formats.split_roles import ROLES, WORDS


class Pairs:
    """Beside each other, as on disk, lie what an archive has under one name: roles and their words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, dict[str, FileToRead]] = {}  # by the name that both have, and what it ends with

    def complete(self, file: FileToRead) -> Iterator[FileToRead]:
        """The file, or if it is one of two, both of them as soon as both are there; each is there until the next."""
        name = PurePosixPath(file.member)
        if name.suffix not in (ROLES, WORDS):
            yield file
            return
        both = self._waiting.setdefault(str(name.with_suffix("")), {})
        place = self._folder / f"pair{list(self._waiting).index(str(name.with_suffix('')))}{name.suffix}"
        both[name.suffix] = replace(file, path=file.path.replace(place))
        if len(both) == 2:
            yield from self._let_go(both)

    def rest(self) -> Iterator[FileToRead]:
        """Those that are alone in the archive."""
        return chain.from_iterable(map(self._let_go, self._waiting.values()))

    def close(self) -> None:
        for each in chain.from_iterable(both.values() for both in self._waiting.values()):
            each.path.unlink(missing_ok=True)

    @staticmethod
    def _let_go(both: dict[str, FileToRead]) -> Iterator[FileToRead]:
        for ending in sorted(both):
            yield both[ending]
        for each in both.values():
            each.path.unlink(missing_ok=True)
        both.clear()
