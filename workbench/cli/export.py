"""The commands that take something out of a project."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from workbench.cli import terminal
from workbench.experiments.repeating import Repetition, repeat
from workbench.exporting.formats import Format, export_run
from workbench.exporting.hugging_face import Numbers
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.exporting.report import write_report
from workbench.messages.rendering import render
from workbench.project.project import Project
from workbench.services.workbench import Workbench

COMMANDS = ("export", "report", "again", "archive", "unarchive")
FORMATS = (
    "hf: a folder that transformers opens; keras; savedmodel: for TensorFlow, takes text; litert: for small devices; "
    "csv, tensorboard: the measurements"
)


def add_commands(
    command: Callable[..., argparse.ArgumentParser], on_project: Callable[..., argparse.ArgumentParser]
) -> None:
    """`command(name, action, help)` makes a parser, `on_project` one whose first argument is a project's folder."""
    export = on_project("export", _export, "write a run's model or measurements for other programs")
    export.add_argument("run")
    export.add_argument("destination", type=Path, help="a file, or a folder that is new or empty")
    export.add_argument("--format", choices=[each.value for each in Format], default="hf", help=FORMATS)
    export.add_argument(
        "--numbers", choices=[each.value for each in Numbers], default="float32",
        help="in which the weights of “hf” are written",
    )  # fmt: skip
    report = on_project("report", _report, "write a page about a run, or about several compared")
    report.add_argument("runs", nargs="+", metavar="RUN")
    report.add_argument("--to", type=Path, required=True, metavar="FILE", help="an .html or a .pdf file")
    again = on_project("again", _again, "make a run again and tell whether its numbers are the same")
    again.add_argument("run")
    archive = on_project("archive", _archive, "write a whole project into one file")
    archive.add_argument("file", type=Path, help="the archive, a .zip")
    unarchive = command("unarchive", _unarchive, "make a project out of such a file")
    unarchive.add_argument("file", type=Path, help="the archive")
    unarchive.add_argument("project", type=Path, help="the new project's folder")
    for made in (export, report, again, archive, unarchive):
        made.add_argument("--json", action="store_true", help="print one JSON document")


def _export(options: argparse.Namespace) -> None:
    wanted, numbers = Format(options.format), Numbers(options.numbers)
    with Project.look(options.project) as project:
        work = export_run(Workbench(project), options.run, options.destination, wanted, numbers)
        written = terminal.follow(work, terminal.show_progress)
    terminal.show(options, {"run": options.run, "format": options.format, "written": str(written)}, "Wrote {written}")


def _report(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        if options.to.suffix.lower() == ".pdf":
            # Only the window's library can write it; without a display it needs none either.
            from workbench.gui.report_pdf import write_report_pdf as write
        else:
            write = write_report
        written = terminal.follow(write(project, options.runs, options.to), terminal.show_progress)
    terminal.show(options, {"runs": options.runs, "written": str(written)}, "Wrote {written}")


def _again(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        found, _ = terminal.follow_learning(repeat(Workbench(project), options.run), terminal.ShownTraining())
    row = {
        "run": found.original.name, "again": found.run.name, "same": found.is_same, "compared": found.compared,
        "first_difference": found.first_difference, "largest_difference": found.largest,
        "reasons": [render(reason) for reason in found.reasons],
    }  # fmt: skip
    terminal.show(options, row, _told(found))


def _archive(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        packed = terminal.follow(pack_project(project, options.file), terminal.show_progress)
    for missing in packed.missing:
        print(f"Not in it, since it is gone: {missing}", file=sys.stderr)
    row = {"written": str(packed.file), "files": packed.files, "bytes": packed.size_bytes}
    terminal.show(options, {**row, "missing_models": list(packed.missing)}, "Wrote {written}: {bytes:,} bytes")


def _unarchive(options: argparse.Namespace) -> None:
    folder = terminal.follow(unpack_project(options.file, options.project), terminal.show_progress)
    with Project.open(folder) as project:  # brings its records up to date and to their new place
        row = {"project": str(folder), "corpora": len(project.corpora.every()), "runs": len(project.runs.every())}
    terminal.show(options, row, "Unpacked {project}: {corpora} texts, {runs} runs")


def _told(found: Repetition) -> str:
    """A line for `show`, filled with its row."""
    if found.is_same:
        return "The same numbers: all {compared:,} are equal to the last bit. The new run is “{again}”."
    known = "; ".join(map(render, found.reasons)).replace("{", "{{").replace("}", "}}") or "nothing that was noted"
    return (
        "The numbers differ from step {first_difference} on, by {largest_difference:.3g} at most, in “{again}”. "
        f"What is not as it was then: {known}."
    )
