"""What the results have in common for which further runs are trained, to compare a run with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import words
from workbench.gui.tasks.view import ResultView
from workbench.project.project import Project
from workbench.values.changes import Changes
from workbench.values.run import Run


class ControlView(ResultView):
    """A verdict above a table, which whoever is one hands in."""

    doing = ""  # what goes on while it is found out

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.run: Run | None = None
        self.verdict = words("")

    def lay_out(self, table: FigureTable) -> None:
        self.table = table
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.verdict)
        layout.addWidget(table)
        layout.addStretch()

    def known(self, project: Project, run: Run) -> Any:
        """What was found out before; None where nothing was."""
        raise NotImplementedError

    def work(self, run: Run) -> Callable[[], Any]:
        """What finds it out."""
        raise NotImplementedError

    def made(self, result: Any) -> set[int]:
        """The numbers of the runs that it was found out by, from what the work came to."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        raise NotImplementedError

    def show_run(self, run: Run) -> None:
        self.run = run
        found = self.known(self._context.project, run)
        self.found.setVisible(found is not None)
        if found is not None:
            self.say("")
            self.show_found(found)
        elif not self.is_busy:
            self.say(self.tr("Not measured yet. It takes about as long as the run itself, and it can be stopped."))

    def begin(self) -> None:
        if self.run is not None and not self.is_busy:
            self.drive(self.doing, self.work(self.run), partial(self._take, self.run))

    def _take(self, run: Run, result: Any) -> None:
        self._context.tell(Changes(runs=frozenset({run.id, *self.made(result)})), self)
        if self.run is not None:
            self.show_run(self.run)
