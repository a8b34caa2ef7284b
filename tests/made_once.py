"""What takes seconds to make is made by one of the processes that take turns at the tests, and is there for all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

WHOLE = "made"  # a file in what was made: that it was made to its end
MadeOnce = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def made_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Called with a name and with what fills an empty folder, it returns that folder. Whoever changes what is in it, or
    opens a project in it, has a copy."""
    place = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        place = place.parent  # of all processes

    def made(name: str, fill: Callable[[Path], object]) -> Path:
        folder = place / "made once" / name
        folder.parent.mkdir(exist_ok=True)
        with FileLock(folder.with_name(f"{name}.lock")):
            if not (folder / WHOLE).is_file():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                (folder / WHOLE).touch()
        return folder

    return made
