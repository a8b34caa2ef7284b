"""A project's database on its way to another computer: a copy without this computer's paths, and its arrival there.

On the way, what lies in the project is written as lying in HERE; the first opening puts the new folder in its place.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

HERE = "@project"  # stands for the project's folder
ON_THE_WAY = "moving.on_the_way"  # a preference, while the database still says HERE


def copy_for_elsewhere(database: Path, target: Path, models: Mapping[str, str]) -> None:
    """Copy `database`, as it is at one moment, to `target`.

    `models` says for every model folder that is mentioned, wherever it is, where it will lie below the project. Other
    paths keep only what is needed: files outside the project their names, and the person's own folder a “~”.
    """
    folder = database.parent
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        for path in sorted(models, key=len, reverse=True):  # one may be the beginning of another
            _replace(copy, path, f"{HERE}/{models[path]}")
        _replace(copy, str(folder), HERE)
        for name in ("sources", "skipped"):
            for row, text in copy.execute(f"SELECT id, {name} FROM corpora").fetchall():
                files = [{**file, "path": _name_alone(file["path"])} for file in json.loads(text)]
                copy.execute(f"UPDATE corpora SET {name} = ? WHERE id = ?", (json.dumps(files), row))
        _replace(copy, str(Path.home()), "~")
        copy.execute("INSERT OR REPLACE INTO preferences VALUES (?, ?)", (ON_THE_WAY, json.dumps({"value": True})))
        copy.commit()
        copy.execute("VACUUM")  # what was replaced or deleted would still be found in the file's gaps


def arrive(database: Path) -> None:
    """Put the folder that a copied database lies in now in the place of HERE."""
    with closing(sqlite3.connect(database)) as opened:
        # Known by the whole path, since on another system it is written in another way.
        for (model,) in opened.execute("SELECT folder FROM model_folders UNION SELECT model FROM runs").fetchall():
            there = model.removeprefix("scratch:")
            if there.startswith(f"{HERE}/"):
                _replace(opened, there, str(database.parent / there.removeprefix(f"{HERE}/")))
        _replace(opened, HERE, str(database.parent))
        opened.execute("DELETE FROM preferences WHERE key = ?", (ON_THE_WAY,))
        opened.commit()


def _replace(database: sqlite3.Connection, old: str, new: str) -> None:
    """In every text of every table, also where it stands in JSON, which writes some characters differently."""
    spelled = {old: new, json.dumps(old)[1:-1]: json.dumps(new)[1:-1]}
    for table, column in _texts(database):
        for before, after in spelled.items():
            database.execute(
                f'UPDATE "{table}" SET "{column}" = replace("{column}", ?, ?) WHERE instr("{column}", ?)',
                (before, after, before),
            )


def _texts(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for (table,) in tables.fetchall():
        if table == "measurements":  # by far the most rows, and their only text is a curve's name
            continue
        for _, column, kind, *_ in database.execute(f'PRAGMA table_info("{table}")').fetchall():
            if kind.upper().startswith(("VARCHAR", "TEXT", "JSON")):
                yield table, column


def _name_alone(path: str) -> str:
    """Of a file outside of the project its name, whichever system wrote the path."""
    if path.startswith(HERE):
        return path
    windows = PureWindowsPath(path)
    return windows.name if windows.drive else PurePosixPath(path).name
