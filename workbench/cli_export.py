"""The commands that take something out of a project."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench import terminal
from workbench.exporting.formats import Format, export_run
from workbench.exporting.hugging_face import Numbers
from workbench.project import Project
from workbench.services import Services

COMMANDS = ("export",)
FORMATS = (
    "hf: a folder that transformers opens; keras; savedmodel: for TensorFlow, takes text; litert: for small devices; "
    "csv, tensorboard: the measurements"
)


@dataclass(frozen=True)
class ExportCommands:
    """`follow` runs a long action to its end, `show` prints a result."""

    follow: Callable[[Generator[Any, Any, Any], Callable[[Any], None]], Any]
    show: Callable[[argparse.Namespace, Any, str], None]

    def add_to(self, on_project: Callable[..., argparse.ArgumentParser]) -> None:
        """`on_project(name, action, help)` makes a parser whose first argument is the project's folder."""
        export = on_project("export", self.export, "write a run's model or measurements for other programs")
        export.add_argument("run")
        export.add_argument("destination", type=Path, help="a file, or a folder that is new or empty")
        export.add_argument("--format", choices=[each.value for each in Format], default="hf", help=FORMATS)
        export.add_argument(
            "--numbers", choices=[each.value for each in Numbers], default="float32",
            help="in which the weights of “hf” are written",
        )  # fmt: skip
        export.add_argument("--json", action="store_true", help="print one JSON document")

    def export(self, options: argparse.Namespace) -> None:
        wanted, numbers = Format(options.format), Numbers(options.numbers)
        with Project.open(options.project) as project:
            work = export_run(Services(project), options.run, options.destination, wanted, numbers)
            written = self.follow(work, terminal.show_progress)
        self.show(options, {"run": options.run, "format": options.format, "written": str(written)}, "Wrote {written}")
