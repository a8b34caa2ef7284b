"""The command that says what a report of a fault needs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from workbench.cli import terminal
from workbench.messages.errors import KnownError
from workbench.models.language_model import device
from workbench.project.details import NO_PROJECT, as_text, details, project_in_words
from workbench.project.project import Project

COMMANDS = ("details",)


def add_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    """`command(name, action, help)` makes a parser."""
    made = command("details", _details, "say what a report of a fault needs: versions, computer, memory; no names")
    made.add_argument("project", type=Path, nargs="?", help="a project's folder, to say its schema too")
    made.add_argument("--engine", action="store_true", help="load TensorFlow, to say what it computes on")
    made.add_argument("--json", action="store_true", help="print one JSON document")


def _details(options: argparse.Namespace) -> None:
    found = details(_device() if options.engine else "", _project(options.project))
    if options.json:
        terminal.show(options, found, "")
    else:
        print(as_text(found))


def _device() -> str:
    """What cannot be loaded is told, since that may be the fault; its words might name a folder of the person's."""
    try:
        return device()
    except Exception as error:
        return f"not known, TensorFlow cannot be loaded ({type(error).__name__})"


def _project(folder: Path | None) -> str:
    if folder is None:
        return NO_PROJECT
    try:
        with Project.look(folder) as project:
            return project_in_words(project)
    except KnownError as error:
        return f"cannot be opened ({error.code})"
