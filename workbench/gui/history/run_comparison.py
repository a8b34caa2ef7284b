"""Several runs beside each other: their curves, the settings in which they differ, and settings against results."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.experiments.comparing import UNKNOWN_BYTES, comparable
from workbench.gui.context import Context
from workbench.gui.faces import Tabs
from workbench.gui.history.compared_curves import ComparedCurves
from workbench.gui.history.curve_reader import CurveReader
from workbench.gui.history.difference_table import DifferenceTable
from workbench.gui.history.parallel_view import ParallelView
from workbench.gui.parts.export_menu import ExportMenu
from workbench.gui.plain import Label, tip
from workbench.gui.words import measures, quantities
from workbench.services.text_written import count_bytes
from workbench.values.run import Run, RunStatus

MOST_DRAWN = 24  # curves that colour and dash can still tell apart


class RunComparison(QWidget):
    run_chosen = Signal(Run)
    runs_chosen = Signal(list)
    report_requested = Signal(list)  # of runs
    delete_requested = Signal(list)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._ranking = comparable(())
        self._title = Label()
        self._title.setProperty("heading", True)
        self._words = Label()
        self._words.setProperty("quiet", True)
        self._words.setWordWrap(True)
        self.context = context
        self._counted: set[int] = set()  # runs whose bytes were looked for, so that it is done once
        self.curves = ComparedCurves()
        self.differences = DifferenceTable()
        self.differences.run_chosen.connect(self.run_chosen)
        self.parallel = ParallelView()
        self.parallel.run_chosen.connect(self.run_chosen)
        self.parallel.run_hovered.connect(self._say_hovered)
        self.parallel.ranges_changed.connect(self._say_ranges)
        self._reader = CurveReader(context, "history.compared", self)
        self._reader.read.connect(self.curves.show_runs)
        self.curves.measures_chosen.connect(lambda _: self._read())
        self.tabs = Tabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Comparison"))
        self.tabs.addTab(self.curves, self.tr("Curves"))
        self.tabs.addTab(self.differences, self.tr("What differs"))
        self.tabs.addTab(self._parallel_tab(), self.tr("Settings against results"))
        self.tabs.currentChanged.connect(lambda _: self._fill())
        self._filled: set[int] = set()
        self.export = ExportMenu()
        self.export.show_several()
        self.export.report_chosen.connect(lambda: self.report_requested.emit(list(self._runs)))
        self.delete = QPushButton(self.tr("Delete …"))
        self.delete.clicked.connect(lambda: self.delete_requested.emit(list(self._runs)))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addSpacing(8)
        top.addWidget(self._words, 1)
        top.addWidget(self.export)
        top.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.tabs, 1)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_runs(self, runs: Sequence[Run]) -> None:
        """In the order of the table; what is on another tab is drawn when it is looked at."""
        self._runs = tuple(runs)
        self._title.setText(self.tr("{count} runs compared").format(count=len(runs)))
        self._ranking = comparable(runs)
        few = len(runs) <= MOST_DRAWN
        drawn = "" if few else self.tr("The curves are those of the first {count}.").format(count=MOST_DRAWN)
        self._words.setText(quantities.in_turn((measures.why(self._ranking), drawn)))
        is_learning = any(run.status is RunStatus.RUNNING for run in runs)
        self.delete.setEnabled(not is_learning)
        self.delete.setToolTip(self.tr("One of them is learning: stop it first") if is_learning else "")
        self._count_bytes()
        self._filled = set()
        self._fill()

    def _fill(self) -> None:
        place = self.tabs.currentIndex()
        if place in self._filled:
            return
        self._filled.add(place)
        match place:
            case 0:
                self._read()
            case 1:
                self.differences.show_runs(self._runs)
            case _:
                self.parallel.show_runs(self._runs)

    def _count_bytes(self) -> None:
        """Of runs of an older version, where only bits per byte could tell which is best."""
        older = [run for run in self._runs if run.id not in self._counted]
        if self._ranking.why != UNKNOWN_BYTES or not older:
            return
        self._counted |= {run.id for run in older}
        work = partial(count_bytes, self.context.project, older)
        job = self.context.jobs.start_job(
            self.tr("Counting the bytes of tokens"), work, lane="files", key="history.bytes"
        )
        job.finished.connect(self._show_counted)
        job.failed.connect(self.context.failed)

    def _show_counted(self, _: object) -> None:
        project = self.context.project
        self.show_runs([found for run in self._runs if (found := project.runs.find(str(run.id))) is not None])

    def _read(self) -> None:
        self._reader.ask(self._runs[:MOST_DRAWN], self.curves.measures)

    def _parallel_tab(self) -> QWidget:
        self.hint = Label()
        self.hint.setProperty("quiet", True)
        self.select_kept = QPushButton(self.tr("Select these runs"))
        self.select_kept.clicked.connect(lambda: self.runs_chosen.emit(self.parallel.kept()))
        self.clear_ranges = QPushButton(self.tr("Clear"))
        self.clear_ranges.setAccessibleName(self.tr("Clear the chosen ranges"))
        self.clear_ranges.clicked.connect(self.parallel.clear_ranges)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.addWidget(self.parallel)
        below = QHBoxLayout()
        below.addWidget(self.hint, 1)
        below.addWidget(self.clear_ranges)
        below.addWidget(self.select_kept)
        tab = QWidget()
        layout = QVBoxLayout(tab)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(card, 1)
        layout.addLayout(below)
        self._say_ranges()
        return tab

    def _say_hovered(self, run: Run | None) -> None:
        if run is None or self.parallel.hovered is None:
            self._say_ranges()
        else:
            words = self.parallel.words(self.parallel.hovered)
            self.hint.setText(
                self.hint.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(self.hint.width(), 200))
            )
            self.hint.setToolTip(tip(words))

    def _say_ranges(self) -> None:
        chosen = bool(self.parallel.ranges)
        for button in (self.select_kept, self.clear_ranges):
            button.setVisible(chosen)
        if chosen:
            words = self.tr("{kept} of {count} runs pass through the chosen ranges.")
            self.hint.setText(words.format(kept=len(self.parallel.kept()), count=len(self._runs)))
        elif self._ranking.measure is None:
            self.hint.setText(self.tr("Each line is a run. Drag along an axis to keep what passes there."))
        else:
            self.hint.setText(
                self.tr("Each line is a run, the best one green. Drag along an axis to keep what passes there.")
            )
