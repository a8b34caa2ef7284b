"""The results of one run: the answer first, then how well it does, what pretraining was worth, what it learnt."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.experiments.answer import answer
from workbench.gui.context import Context
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.finding_view import set_tone
from workbench.gui.parts.page_head import PageHead
from workbench.gui.tasks.registry import views
from workbench.gui.tasks.tabs import ViewTabs
from workbench.gui.tasks.view import ResultView
from workbench.gui.words.answers import answer_in_words, tone_of
from workbench.tasks.registry import shown_of
from workbench.values.changes import Changes
from workbench.values.run import Run


class ResultsPage(QWidget):
    """Opened for a run from Train and from History, to which its button leads back."""

    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.context = context
        self._run: Run | None = None
        self._is_chosen_anew = False
        self._head = PageHead(self.tr("Results"))
        self.back = QPushButton(self.tr("Back to History"))
        self.back.setProperty("link", True)  # beside the tabs, which are no higher than that
        self.back.clicked.connect(lambda: self.place_requested.emit("history"))
        self.views = ViewTabs[ResultView](context, lambda: views().results)
        self.views.setAccessibleName(self.tr("Results of the run"))
        self.views.view_made.connect(lambda view: view.found_out.connect(self._show_answer))
        self.views.currentChanged.connect(lambda _: self._begin_what_is_quick())
        self.views.setCornerWidget(self.back, Qt.Corner.TopRightCorner)
        self.answer = ElidedLabel(lines=2)
        layout = QVBoxLayout(self)
        layout.addWidget(self._head)
        layout.addWidget(self.answer)
        layout.addWidget(self.views, 1)
        context.changed.connect(self._hear)

    def choose(self, run: Run) -> None:
        """The one that is drawn from now on."""
        self._run = run
        self._is_chosen_anew = True

    def show_run(self, run: Run) -> None:
        self.choose(run)
        self.refresh()

    def refresh(self) -> None:
        for _ in self.drawing():
            pass

    def drawing(self) -> Iterator[None]:
        """Draw anew what is known of the run; one that was deleted leaves what was seen of it. In steps, for who has to
        answer meanwhile."""
        run = self._run
        if run is None:
            return
        self._head.name(self.tr("Results of “{name}”").format(name=run.name))
        self._show_answer()
        for name in shown_of(run).results:
            self.views.prepare(name)
            yield
        self.views.show_views(shown_of(run).results)
        for view in self.views.shown:
            yield
            view.show_run(run)
        if self._is_chosen_anew:
            self._is_chosen_anew = False
            self._begin_what_is_quick()

    def _show_answer(self) -> None:
        """Where nothing was measured, the room for it stays."""
        found = None if self._run is None else answer(self.context.project, self._run)
        self.answer.setText("" if found is None else answer_in_words(found))
        self.answer.setAccessibleName(self.answer.text())
        set_tone(self.answer, "" if found is None else tone_of(found))

    def _hear(self, changes: Changes) -> None:
        """What it shows may have been measured meanwhile, without anybody asking."""
        if self._run is not None and self._run.id in changes.runs and self.isVisible():
            self.refresh()

    def _begin_what_is_quick(self) -> None:
        view, run = self.views.currentWidget(), self._run
        # Of a run whose weights were deleted there is only an error to tell, which nobody has asked for.
        if isinstance(view, ResultView) and run is not None and self.context.project.checkpoints.of(run):
            view.begin_if_quick()
