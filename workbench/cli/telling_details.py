"""What a report of a fault needs, told in the terminal."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.documents import print_document
from workbench.cli.words import spoken
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message
from workbench.messages.rendering import written
from workbench.models.language_model import device
from workbench.project.details import NO_PROJECT, as_text, details, project_in_words
from workbench.project.project import Project


def tell_details(project: Path | None, engine: bool, as_json: bool) -> None:
    found = details(_device() if engine else None, _project(project))
    if as_json:
        print_document({name: written(value) for name, value in found.items()})
    else:
        print(as_text(found, spoken()))


def _device() -> str | Message:
    """What cannot be loaded is told, since that may be the fault; its words might name a folder of the person's."""
    try:
        return device()
    except Exception as error:
        return message("details.engine_broken", kind=type(error).__name__)


def _project(folder: Path | None) -> Message:
    if folder is None:
        return NO_PROJECT
    try:
        with Project.look(folder) as project:
            return project_in_words(project)
    except KnownError as error:
        return message("details.project_closed", error=error.code)
