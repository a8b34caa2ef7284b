"""What a report of a fault needs to say of the program and the computer; no name, path or text of the person's.

The window copies it in English, whatever its own language: it is read by whoever mends the program. Loads neither
TensorFlow nor any other library that is not there yet: the window asks on its own thread, and what cannot be loaded may
be the fault.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping

import psutil

from workbench.messages.errors import KnownError
from workbench.messages.message import Memory, Message, message
from workbench.messages.rendering import ENGLISH, Language, written
from workbench.project.project import Project
from workbench.project.provenance import part_in_words
from workbench.training.surroundings import LIBRARIES, hardware, versions

ALSO = (
    "safetensors",
    "PySide6-Essentials",
    "pyqtgraph",
    "SQLAlchemy",
    "alembic",
    "huggingface-hub",
    "httpx2",
    "lxml",
    "pypdfium2",
    "pyarrow",
)
NOT_LOADED = message("details.engine_not_loaded")
NO_PROJECT = message("details.no_project")
NAMES = {"project": message("details.project"), "window": message("details.window")}  # beside those of the computer


def details(device: str | Message | None, project: Message = NO_PROJECT) -> dict[str, str | Message]:
    """Names and values in the order to be read in; `device` is what models run on, None where that is not known."""
    memory, process = psutil.virtual_memory(), psutil.Process()
    found = versions(LIBRARIES + ALSO)
    program = {name: found.pop(name) for name in ("Nextword Workbench", "Python")}
    computer: dict[str, str | Message] = {
        **hardware(""),
        "device": device or NOT_LOADED,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "memory": message(
            "details.memory",
            total=Memory(memory.total),
            free=Memory(memory.available),
            taken=Memory(process.memory_info().rss),
        ),
        "XLA flags": _without_paths(os.environ.get("XLA_FLAGS", "")),
    }
    every: dict[str, str | Message] = {**program, **computer, "project": project, **found}
    return {name: value for name, value in every.items() if value}


def project_in_words(project: Project) -> Message:
    """Of an open project: its schema, and whether it can be changed."""
    try:
        schema = message("details.schema", schema=project.schema())
    except KnownError as error:  # another program holds it, or it is damaged: its sentence would name the folder
        schema = message("details.schema_unknown", error=error.code)
    return message("details.open_to_look", schema=schema) if project.is_view else message("details.open", schema=schema)


def as_text(found: Mapping[str, str | Message], language: Language = ENGLISH) -> str:
    """A line for each."""
    return "\n".join(f"{_named(name, language)}: {written(value, language)}" for name, value in found.items())


def _named(name: str, language: Language) -> str:
    return written(NAMES[name], language) if name in NAMES else part_in_words(name, language)


def _without_paths(flags: str) -> str:
    """Of a flag that is set to a path, its name alone."""
    return " ".join(flag.partition("=")[0] if {"/", "\\"} & set(flag) else flag for flag in flags.split())
