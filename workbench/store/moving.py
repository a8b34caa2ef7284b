"""A project's database on its way to another computer: a copy without this computer's paths, and its arrival there.

On the way, what lies in the project is written as lying in HERE; the first opening puts the new folder in its place.
Only what is a path is rewritten, and only where a folder's name ends: what a person wrote stays as it is.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from workbench.store.failures import rewritten

HERE = "@project"  # stands for the project's folder
ON_THE_WAY = "moving.on_the_way"  # a preference, while the database still says HERE
SCRATCH = "scratch:"  # before the path of a model whose weights are not used
MODEL = "model"  # a preference that names a model, which may be a folder

_ADDRESS = re.compile(r"ray://[^\s/#”\"]+")  # of a cluster, which is the person's own
Change = Callable[[str], str]


def copy_for_elsewhere(database: Path, folder: Path, target: Path, models: Mapping[str, str]) -> None:
    """Copy `database`, that of the project in `folder`, as it is at one moment, to `target`.

    `models` says for every model folder that is mentioned, wherever it is, where it will lie below the project. Other
    paths keep only what is needed: files outside the project their names, and the person's own folder a “~”. Of a
    cluster that runs learnt on, the address stays here.
    """
    places = {path: f"{HERE}/{name}" for path, name in models.items()} | {str(folder): HERE}
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _rewrite(copy, lambda path: _without_home(_moved(path, places)))
        _rewrite_files(copy, lambda path: _name_alone(_moved(path, places)))
        for run, error in copy.execute("SELECT id, error FROM runs WHERE error != ''").fetchall():
            copy.execute("UPDATE runs SET error = ? WHERE id = ?", (_failure_without_paths(error, places), run))
        for run, place in copy.execute("SELECT id, runs_on FROM runs WHERE runs_on LIKE 'ray:%'").fetchall():
            copy.execute("UPDATE runs SET runs_on = ? WHERE id = ?", (_ADDRESS.sub("ray", place), run))
        copy.execute("DELETE FROM measured_memory")  # by this computer
        copy.execute("INSERT OR REPLACE INTO preferences VALUES (?, ?)", (ON_THE_WAY, json.dumps({"value": True})))
        copy.commit()
        copy.execute("VACUUM")  # what was replaced or deleted would still be found in the file's gaps


def arrive(database: Path, folder: PurePath | None = None) -> None:
    """Put the folder that a copied database lies in now in the place of HERE."""
    here = database.parent if folder is None else folder

    def arrived(path: str) -> str:
        if path == HERE or path.startswith(f"{HERE}/"):
            return str(here.joinpath(*PurePosixPath(path).parts[1:]))
        return path

    with closing(sqlite3.connect(database)) as opened:
        _rewrite(opened, arrived)
        _rewrite_files(opened, arrived)
        opened.execute("DELETE FROM preferences WHERE key = ?", (ON_THE_WAY,))
        opened.commit()


def _rewrite(database: sqlite3.Connection, change: Change) -> None:
    """Every place that names a model folder."""

    def model(reference: str) -> str:
        scratch = SCRATCH if reference.startswith(SCRATCH) else ""
        return scratch + change(reference.removeprefix(SCRATCH))

    for (path,) in database.execute("SELECT folder FROM model_folders").fetchall():
        database.execute("UPDATE model_folders SET folder = ? WHERE folder = ?", (change(path), path))
    for table in ("runs", "dividends"):
        for row, reference in database.execute(f"SELECT id, model FROM {table}").fetchall():
            database.execute(f"UPDATE {table} SET model = ? WHERE id = ?", (model(reference), row))
    for row, reference in database.execute("SELECT run_id, model FROM run_teachers WHERE NOT is_run").fetchall():
        database.execute("UPDATE run_teachers SET model = ? WHERE run_id = ?", (model(reference), row))
    found = database.execute("SELECT value FROM preferences WHERE key = ?", (MODEL,)).fetchone()
    if found is not None and isinstance(chosen := json.loads(found[0])["value"], str):
        value = json.dumps({"value": model(chosen)})
        database.execute("UPDATE preferences SET value = ? WHERE key = ?", (value, MODEL))


def _rewrite_files(database: sqlite3.Connection, change: Change) -> None:
    """The files that each text was made from, and those that were left out with what was said of them."""
    for name in ("sources", "skipped"):
        for row, text in database.execute(f"SELECT id, {name} FROM corpora").fetchall():
            files = [_file(file, change) for file in json.loads(text)]
            database.execute(f"UPDATE corpora SET {name} = ? WHERE id = ?", (json.dumps(files), row))


def _file(file: dict[str, Any], change: Change) -> dict[str, Any]:
    changed = {**file, "path": change(file["path"])}
    if "fields" in file:
        changed["fields"] = _in_fields(file["fields"], change)
    return changed


def _in_fields(stored: Any, change: Change) -> Any:
    """Fields of a message may hold further ones."""
    match stored:
        case str():
            return change(stored)
        case list():
            return [_in_fields(each, change) for each in stored]
        case dict():
            return {name: value if name == "code" else _in_fields(value, change) for name, value in stored.items()}
        case _:
            return stored


def _failure_without_paths(text: str, places: Mapping[str, str]) -> str:
    def change(words: str) -> str:
        return _ADDRESS.sub("ray://", _sentence_without_paths(words, places))

    return rewritten(text, change, lambda fields: _in_fields(fields, change))


def _moved(path: str, places: Mapping[str, str]) -> str:
    """Where `path` lies on the way, if it is one of `places` or in one of them; the innermost counts."""
    for place in sorted(places, key=len, reverse=True):
        rest = path.removeprefix(place)
        if rest != path and rest[:1] in ("", "/", "\\"):
            return places[place] + rest.replace("\\", "/")
    return path


def _without_home(path: str) -> str:
    return _moved(path, {home: "~"}) if (home := _home()) else path


def _home() -> str:
    """The person's own folder; empty where that is the root of all, as in a container, which says nothing."""
    home = Path.home()
    return "" if home == Path(home.anchor) else str(home)


def _sentence_without_paths(text: str, places: Mapping[str, str]) -> str:
    """What the program said of a run that failed; it names the folders of this computer."""
    for place in sorted(places, key=len, reverse=True):
        text = re.sub(re.escape(place) + r"(?![^/\\”“\"'\s:.,;)])", places[place].removeprefix(f"{HERE}/"), text)
    if home := _home():
        text = re.sub(re.escape(home) + r"(?![^/\\”“\"'\s:.,;)])", "~", text)
    return text


def _name_alone(path: str) -> str:
    """Of a file outside of the project its name, whichever system wrote the path; anything else as it is."""
    windows, posix = PureWindowsPath(path), PurePosixPath(path)
    if windows.drive and windows.root:
        return windows.name
    return posix.name if posix.is_absolute() else path
