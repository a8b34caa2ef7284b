"""What a report of a fault needs to say of the program and the computer; no name, path or text of the person's.

In English in every language of the window: it is read by whoever mends the program. Loads neither TensorFlow nor any
other library that is not there yet: the window asks on its own thread, and what cannot be loaded may be the fault.
"""

from __future__ import annotations

import os
import platform

import psutil

from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.project.provenance import LIBRARIES, hardware, versions

ALSO = (
    "tensorflow-text",
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
NOT_LOADED = "not known, the engine is not loaded"
NO_PROJECT = "none is open"


def details(device: str, project: str = NO_PROJECT) -> dict[str, str]:
    """Names and values in the order to be read in; `device` is what models run on, empty where that is not known."""
    memory, process = psutil.virtual_memory(), psutil.Process()
    found = versions(LIBRARIES + ALSO)
    program = {name: found.pop(name) for name in ("Nextword Workbench", "Python")}
    computer = hardware(device or NOT_LOADED) | {
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "memory": f"{memory.total / 1e9:.1f} GB, {memory.available / 1e9:.1f} GB of it free, "
        f"{process.memory_info().rss / 1e9:.1f} GB taken by the program",
        "XLA flags": _without_paths(os.environ.get("XLA_FLAGS", "")),
    }
    return {name: value for name, value in (program | computer | {"project": project} | found).items() if value}


def project_in_words(project: Project) -> str:
    """Of an open project: its schema, and whether it can be changed."""
    try:
        schema = f"schema {project.schema()}"
    except KnownError as error:  # another program holds it, or it is damaged: its sentence would name the folder
        schema = f"schema unknown ({error.code})"
    return f"open to be looked at, {schema}" if project.is_view else f"open, {schema}"


def as_text(found: dict[str, str]) -> str:
    """A line for each."""
    return "\n".join(f"{name}: {value}" for name, value in found.items())


def _without_paths(flags: str) -> str:
    """Of a flag that is set to a path, its name alone."""
    return " ".join(flag.partition("=")[0] if {"/", "\\"} & set(flag) else flag for flag in flags.split())
