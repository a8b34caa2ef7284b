"""The results of one run: how well it does, what pretraining was worth to it, what it learnt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.plain import Label
from workbench.gui.results.dividend_view import DividendView
from workbench.gui.results.evaluation_view import EvaluationView
from workbench.gui.results.learnt_view import LearntView
from workbench.tasks.registry import shown_of
from workbench.values.run import Run


class ResultsPage(QWidget):
    """Opened for a run from Train and from History, to which its button leads back."""

    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.context = context
        self._run: Run | None = None
        self._title = Label(self.tr("Results"))
        self._title.setProperty("heading", True)
        self._title.setWordWrap(True)
        self.back = QPushButton(self.tr("Back to History"))
        self.back.clicked.connect(lambda: self.place_requested.emit("history"))
        self.evaluation = EvaluationView(context)
        self.dividend = DividendView(context)
        self.learnt = LearntView(context)
        self.views = QTabWidget()
        self.views.setDocumentMode(True)
        self.views.tabBar().setDrawBase(False)
        self.views.setAccessibleName(self.tr("Results of the run"))
        # By the names that tasks have for them.
        self._views: dict[str, EvaluationView | DividendView | LearntView] = {
            "evaluation": self.evaluation, "dividend": self.dividend, "learnt": self.learnt,
        }  # fmt: skip
        titles = (self.tr("Evaluate"), self.tr("Transfer dividend"), self.tr("What it learnt"))
        for view, title in zip(self._views.values(), titles, strict=True):
            self.views.addTab(view, title)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.views, 1)

    def show_run(self, run: Run) -> None:
        self._run = run
        self.refresh()

    def refresh(self) -> None:
        """Draw anew what is known of the run; one that was deleted leaves what was seen of it."""
        if self._run is None:
            return
        self._title.setText(self.tr("Results of “{name}”").format(name=self._run.name))
        wanted = shown_of(self._run).results
        for name, view in self._views.items():
            self.views.setTabVisible(self.views.indexOf(view), name in wanted)
            if name in wanted:
                view.show_run(self._run)
