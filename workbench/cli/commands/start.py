"""The program itself: its window, what it can do in a minute, and what a report of a fault needs."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, flag, option
from workbench.cli.display import check_display
from workbench.cli.kinds import FOLDER
from workbench.cli.options import as_json, on_project_or_none
from workbench.cli.words import asked_for
from workbench.messages.errors import KnownError
from workbench.messages.message import message

SECTION = Section(message("section.start"), place=1)


@SECTION.command("window", message("command.window"))
@on_project_or_none
@flag("--apart", says=message("option.apart"))
def window(project: Path | None, apart: bool) -> int:
    check_display()
    from workbench.gui.shell.app import run

    return run(project, language=asked_for(), apart=apart)


@SECTION.command("demo", message("command.demo"))
@option("--project", called=message("word.folder"), says=message("option.demo_project"), type=FOLDER)
def demo(project: Path | None) -> int:
    try:
        check_display()
    except KnownError:
        from workbench.cli.demonstration import demonstrate

        demonstrate(project)
        return 0
    from workbench.gui.shell.app import run

    return run(project, demo=True, language=asked_for())


@SECTION.command("details", message("command.details"))
@on_project_or_none
@flag("--engine", says=message("option.engine"))
@as_json
def say_details(project: Path | None, engine: bool, as_json: bool) -> None:
    from workbench.cli.telling_details import tell_details

    tell_details(project, engine, as_json)
