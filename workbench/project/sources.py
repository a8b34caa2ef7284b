"""Texts that came without a file, pasted or fetched from the web: kept in the project, to be read again."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

from workbench.ground.files import write_atomically
from workbench.ground.names import free_name, slug
from workbench.messages.errors import disk_error


class Sources:
    """The files in one folder of a project."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def new(self, name: str, content: bytes) -> Iterator[Path]:
        """A file for a text; it stays if the block ends well."""
        stem, suffix = Path(name).stem, Path(name).suffix
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError as error:
            raise disk_error(error, self._folder) from error
        taken = {path.stem for path in self._folder.iterdir()}
        path = self._folder / (free_name(slug(stem), taken, "-{}") + suffix)
        write_atomically(path, content)
        try:
            yield path
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def present(self, path: Path) -> Path:
        """Where a source of a corpus lies now: the project may have been moved with what is kept in it."""
        inside = self._folder / path.name
        is_ours = path.parent.name == self._folder.name and inside.is_file()
        return inside if is_ours and not path.exists() else path

    def others_than(self, names: Set[str]) -> tuple[Path, ...]:
        """What is kept here under other names."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(path for path in self._folder.iterdir() if path.is_file() and path.name not in names))
