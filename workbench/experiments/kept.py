"""Findings about a run kept beside it as JSON, so that they need not be made anew each time they are looked at.

They hold for the checkpoint that they were made from; a run that went on has none.
"""

from __future__ import annotations

import dataclasses
import json
import types
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from workbench.ground.files import write_atomically
from workbench.messages.message import Message, from_json, message, to_json
from workbench.project.project import Project
from workbench.values.run import Run

T = TypeVar("T")

FOLDER = "findings"


def keep(project: Project, run: Run, name: str, finding: Any) -> None:
    """`finding` is a dataclass. Raises KnownError("disk.…")."""
    file = _file(run, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    content = {"checkpoint": _checkpoint(project, run), "finding": _written(finding)}
    write_atomically(file, json.dumps(content, ensure_ascii=False, indent=1).encode())


def kept(project: Project, run: Run, name: str, kind: type[T]) -> T | None:
    """What was kept under `name`, if it still holds; what an older version of the program kept otherwise does not."""
    try:
        content = json.loads(_file(run, name).read_bytes())
        if content["checkpoint"] != _checkpoint(project, run):
            return None
        found: T = _read(kind, content["finding"])
        return found
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _file(run: Run, name: str) -> Path:
    return run.folder / FOLDER / f"{name}.json"


def _checkpoint(project: Project, run: Run) -> list[str]:
    """The checkpoints of a run, by name: other ones mean other weights."""
    return [checkpoint.folder.name for checkpoint in project.checkpoints.of(run)]


def _written(value: Any) -> Any:
    if isinstance(value, Message):
        return to_json(value)
    if dataclasses.is_dataclass(value):
        return {each.name: _written(getattr(value, each.name)) for each in dataclasses.fields(value)}
    return [_written(each) for each in value] if isinstance(value, (tuple, list)) else value


def _read(kind: Any, value: Any) -> Any:
    """`value`, as JSON has it, as what the annotation `kind` says."""
    if kind is Message:  # older versions kept its English sentence
        return message("run.told", text=value) if isinstance(value, str) else from_json(value)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _read(next(each for each in inner if each is not types.NoneType), value)
    if origin is tuple:
        _check(value, list)
        return tuple(_read(inner[0], each) for each in value)
    if dataclasses.is_dataclass(kind):
        _check(value, dict)
        hints = get_type_hints(kind)
        made: Any = kind
        return made(**{name: _read(hints[name], each) for name, each in value.items()})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    _check(value, (int, float) if kind is float else kind)
    return value


def _check(value: Any, kind: Any) -> None:
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise TypeError(f"{value!r} is no {kind}")
