"""Reading a project without the program: SQLite's own module on a copy of the database, and hashes of files."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATABASE = "project.sqlite"
SPLITS = ("train", "validation", "test")
WEIGHTS = "weights.safetensors"
UNFINISHED = ("running", "interrupted", "stopped", "failed")


@dataclass(frozen=True)
class Measured:
    name: str
    step: int
    value: float
    seconds: float


@contextmanager
def records(project: Path) -> Iterator[Records]:
    """The records as they are on disk now. A copy is read, so that looking changes nothing and needs no room."""
    with tempfile.TemporaryDirectory() as folder:
        for file in project.glob(f"{DATABASE}*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, folder)
        with closing(sqlite3.connect(Path(folder) / DATABASE)) as connection:
            connection.row_factory = sqlite3.Row
            yield Records(project, connection)


class Records:
    def __init__(self, project: Path, connection: sqlite3.Connection) -> None:
        self._project = project
        self._connection = connection

    def integrity(self) -> str:
        found: str = self._connection.execute("PRAGMA integrity_check").fetchone()[0]
        return found

    def broken_references(self) -> int:
        return len(self._connection.execute("PRAGMA foreign_key_check").fetchall())

    def corpora(self) -> dict[str, Path]:
        """The folder of each text."""
        rows = self._connection.execute("SELECT name, folder FROM corpora ORDER BY id")
        return {row["name"]: self._project / row["folder"] for row in rows}

    def runs(self) -> dict[str, sqlite3.Row]:
        return {row["name"]: row for row in self._connection.execute("SELECT * FROM runs ORDER BY id")}

    def folder(self, run: sqlite3.Row) -> Path:
        return self._project / str(run["folder"])

    def measurements(self, run: sqlite3.Row) -> list[Measured]:
        wanted = "SELECT name, step, value, seconds FROM measurements WHERE run_id = ? ORDER BY name, step"
        return [Measured(*row) for row in self._connection.execute(wanted, (run["id"],))]

    def samples_sha256(self, run: sqlite3.Row) -> str:
        wanted = "SELECT step, prompt, text, predictions FROM samples WHERE run_id = ? ORDER BY step, prompt"
        return sha256_of([list(row) for row in self._connection.execute(wanted, (run["id"],))])

    def saved_steps(self, run: sqlite3.Row) -> list[int]:
        """Those that are recorded and on disk, whole: every file is what its state says it is."""
        wanted = "SELECT step FROM checkpoints WHERE run_id = ? ORDER BY step"
        steps = [row["step"] for row in self._connection.execute(wanted, (run["id"],))]
        return [step for step in steps if is_whole(self.checkpoint(run, step))]

    def checkpoint(self, run: sqlite3.Row, step: int) -> Path:
        return self.folder(run) / "checkpoints" / f"step-{step:08}"

    def weights_sha256(self, run: sqlite3.Row, step: int) -> str:
        file = self.checkpoint(run, step) / WEIGHTS
        return _hash([file]) if file.is_file() else "missing"


def is_whole(checkpoint: Path) -> bool:
    state = checkpoint / "state.json"
    if not state.is_file():
        return False
    hashes = json.loads(state.read_text(encoding="utf-8"))["sha256"]
    files = {name: sha256 for name, sha256 in hashes.items() if name != state.name}
    return all((checkpoint / name).is_file() and _hash([checkpoint / name]) == sha for name, sha in files.items())


def text_sha256(folder: Path) -> str:
    """Of the three parts of a text; “missing” where one of them is not there."""
    files = [folder / f"{split}.txt" for split in SPLITS]
    return _hash(files) if all(file.is_file() for file in files) else "missing"


def sha256_of(value: Any) -> str:
    """Of anything that JSON can hold; numbers with all of their digits."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def measured_sha256(measured: Sequence[Measured]) -> str:
    return sha256_of([[each.name, each.step, each.value, each.seconds] for each in measured])


def _hash(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name} {file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    if len(files) == 1:
        return hashlib.sha256(files[0].read_bytes()).hexdigest()
    return digest.hexdigest()
