"""The pages of one open project, and what one page has to tell another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.gui.context import CHOICES, Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.model.model_page import ModelPage
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.shell.page_area import PageStack
from workbench.gui.shell.rail import Rail
from workbench.gui.tab_order import follow_layout
from workbench.gui.text.text_page import TextPage
from workbench.gui.train.train_page import TrainPage
from workbench.values.changes import Changes
from workbench.values.run import Run, RunStatus

Page = TextPage | ModelPage | TrainPage | PredictPage | HistoryPage | ResultsPage


class Workspace(QWidget):
    """Rail and pages. A page is drawn anew when it is gone to, so that none keeps a second copy of the project."""

    place_changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.text = TextPage(context)
        self.model = ModelPage(context)
        self.train = TrainPage(context)
        self.predict = PredictPage(context)
        self.history = HistoryPage(context)
        self.results = ResultsPage(context)
        self.pages: dict[str, Page] = {
            "text": self.text,
            "model": self.model,
            "train": self.train,
            "predict": self.predict,
            "history": self.history,
            "results": self.results,
        }
        self.rail = Rail()
        self.rail.place_chosen.connect(self.go)
        self._stack = PageStack()
        for page in self.pages.values():
            self._stack.add_page(page)
            page.place_requested.connect(self.go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.show_done()

    @property
    def place(self) -> str:
        return next(place for place, page in self.pages.items() if page is self._stack.page)

    def go(self, place: str) -> None:
        page = self.pages[place]
        page.refresh()
        self._stack.turn_to(page)
        follow_layout(self.rail, page)
        self.rail.choose("history" if place == "results" else place)
        self.place_changed.emit(place)

    def leave(self) -> None:
        """One step back, from what was opened on a page or from the page that was opened from another."""
        if self._stack.page is self.results:
            self.go("history")
        elif self._stack.page is self.train:
            self.train.leave()
        elif self._stack.page is self.history:
            self.history.leave()

    def import_files(self, files: Sequence[Path]) -> None:
        self.go("text")
        self.text.import_files(files)

    def import_text(self, text: str) -> None:
        self.go("text")
        self.text.import_text(text)

    def show_done(self) -> None:
        """Say on the rail which parts of the work are done."""
        runs = self.context.project.runs.every()
        learnt = any(run.status in (RunStatus.FINISHED, RunStatus.STOPPED) for run in runs)
        self.rail.show_done({"train": learnt})
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.rail.show_done({"text": self.context.corpus is not None, "model": self.context.model is not None})

    def _hear(self, changes: Changes) -> None:
        if changes.runs:
            self.show_done()
        elif changes.corpora or changes.preferences & CHOICES:
            self._show_chosen()

    def _connect(self) -> None:
        self.context.changed.connect(self._hear)
        self.train.try_requested.connect(self._try)
        self.train.history_requested.connect(self._look_up)
        self.train.results_requested.connect(self.show_results)
        self.history.results_requested.connect(self.show_results)
        self.history.use_requested.connect(self._try)
        self.history.repeat_requested.connect(self._repeat)
        self.history.continue_requested.connect(self.continue_run)

    def show_results(self, run: Run) -> None:
        """How well a run does and what it learnt, which is looked at from its place in History."""
        self.results.show_run(run)
        self.go("results")

    def continue_run(self, run: Run) -> None:
        """With the steps it has left or, where it is finished, with as many more as the person wants."""
        self.go("train")
        self.train.go_on_with(run)

    def save_typed(self) -> None:
        """Keep what is typed and was not kept yet, before the project is closed."""
        self.train.setup.prompts.save()
        self.history.details.note.save()
        self.history.filer.flush()

    def _try(self, run: Run) -> None:
        self.go("predict")
        self.predict.show_run(run)

    def _look_up(self, run: Run) -> None:
        self.go("history")
        self.history.show_run(run)

    def _repeat(self, run: Run) -> None:
        self.go("train")
        self.train.repeat(run)
