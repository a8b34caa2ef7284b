"""Reads the curves of runs where the window's thread need not wait for them."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Signal

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.project.project import Project
from workbench.values.measurement import Curve
from workbench.values.run import Run


@dataclass(frozen=True, eq=False)
class CurvesOfRun:
    """The curves of a run that were asked for, and the names of all that it has."""

    run: Run
    names: tuple[str, ...]
    curves: Mapping[str, Curve] = field(default_factory=dict)


class CurveReader(QObject):
    """What is asked for later makes what was asked for before superfluous."""

    read = Signal(object)  # a list of CurvesOfRun, in the order of the runs

    def __init__(self, context: Context, key: str, parent: QObject | None = None) -> None:
        """Readers of the same `key` take each other's place."""
        super().__init__(parent)
        self._context = context
        self._key = key

    def ask(self, runs: Sequence[Run], names: Sequence[str] | None = None) -> None:
        """The curves of `names`, or all of them."""
        project, wanted = self._context.project, tuple(runs)
        title = QCoreApplication.translate("CurveReader", "Reading curves")
        job = self._context.jobs.start_job(
            title, lambda: _read(project, wanted, names), lane="files", kind=Kind.SHORT, key=self._key
        )
        job.finished.connect(self.read)
        job.failed.connect(self._context.failed)


def _read(
    project: Project, runs: Sequence[Run], names: Sequence[str] | None
) -> Generator[None, None, list[CurvesOfRun]]:
    """Run by run, so that it can be cancelled between two of them."""
    found = []
    for run in runs:
        found.append(CurvesOfRun(run, project.runs.curve_names(run), project.runs.curves(run, names)))
        yield
    return found
