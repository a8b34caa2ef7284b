"""A project as a whole: made, packed into one file and unpacked, tidied up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.cli.command import Section, argument, flag
from workbench.cli.documents import print_document
from workbench.cli.kinds import FILE, FOLDER, at_most_one
from workbench.cli.options import as_json, on_project
from workbench.cli.terminal import follow, keep, note, show_progress, tell
from workbench.cli.words import said
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, message
from workbench.project.project import Project
from workbench.services.workbench import Workbench

SECTION = Section(message("section.project"), place=2)

archive_file = argument("file", called=message("word.file"), says=message("argument.archive"), type=FILE)


@SECTION.command("new", message("command.new"))
@on_project
def new(project: Path) -> None:
    with Project.create(project) as made:
        tell("told.created", folder=made.folder)


@SECTION.command("archive", message("command.archive"))
@on_project
@archive_file
@as_json
def archive(project: Path, file: Path, as_json: bool) -> None:
    with Project.open(project) as opened:
        packed = follow(pack_project(opened, file), show_progress)
    for missing in packed.missing:
        note("told.not_in_archive", model=missing)
    if as_json:
        row = {"written": str(packed.file), "files": packed.files, "bytes": packed.size_bytes}
        print_document({**row, "missing_models": list(packed.missing)})
    else:
        tell("told.packed", file=packed.file, bytes=Count(packed.size_bytes))


@SECTION.command("unarchive", message("command.unarchive"))
@archive_file
@argument("project", called=message("word.project"), says=message("argument.new_project"), type=FOLDER)
@as_json
def unarchive(file: Path, project: Path, as_json: bool) -> None:
    folder = follow(unpack_project(file, project), show_progress)
    with Project.open(folder) as opened:  # brings its records up to date and to their new place
        row = {"project": str(folder), "corpora": len(opened.corpora.every()), "runs": len(opened.runs.every())}
    if as_json:
        print_document(row)
    else:
        tell("told.unpacked", folder=folder, corpora=row["corpora"], runs=row["runs"])


@SECTION.command("strays", message("command.strays"))
@on_project
@flag("--take-up", says=message("option.take_up"))
@flag("--throw-away", says=message("option.throw_away"))
@as_json
def strays(project: Path, take_up: bool, throw_away: bool, as_json: bool) -> None:
    at_most_one([("--take-up", take_up), ("--throw-away", throw_away)])
    rows: list[dict[str, Any]] = []
    with (Project.open if take_up or throw_away else Project.look)(project) as opened:
        for stray in opened.strays():
            row: dict[str, Any] = {"stray": stray.relative_to(opened.folder).as_posix(), "corpus": None}
            if take_up:
                try:
                    row["corpus"] = follow(Workbench(opened).texts.take_up(stray), show_progress).name
                except KnownError as error:
                    keep(said(error.message))
            rows.append(row)
        if throw_away:
            opened.throw_away(opened.strays())
    if as_json:
        print_document(rows)
        return
    for row in rows:
        print(row["stray"])
