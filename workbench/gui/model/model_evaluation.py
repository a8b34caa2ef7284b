"""How well the chosen model predicts the chosen text as it is, before anything is trained."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.context import CHOICES, Context
from workbench.gui.parts.evaluation_figures import EvaluationFigures
from workbench.gui.parts.finding_view import FindingView, SplitBox
from workbench.messages.errors import KnownError
from workbench.values.changes import Changes
from workbench.values.corpus import Split
from workbench.values.measurement import Evaluation
from workbench.values.model_ref import ModelRef

Asked = tuple[ModelRef, str, Split]  # model, corpus, part of it


class ModelEvaluation(FindingView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._measured: dict[Asked, Evaluation] = {}  # while the window is open
        self.start.setText(self.tr("Evaluate"))
        self.split = SplitBox((Split.VALIDATION, Split.TEST, Split.TRAIN))
        self.split.currentIndexChanged.connect(lambda: self.refresh())
        self.top.insertWidget(1, self.split)
        self.figures = EvaluationFigures([self.tr("As it is")])
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.figures)
        context.changed.connect(self._hear)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @property
    def asked(self) -> Asked | None:
        """What the button is about; None until both a model and a text are chosen."""
        model, corpus = self._context.model, self._context.corpus
        return None if model is None or corpus is None else (model, corpus, self.split.split)

    def refresh(self) -> None:
        """Show what is known of the model and the text that are chosen now, or wait with it until it is seen."""
        if not self.isVisible():
            return
        asked = self.asked
        found = self._measured.get(asked) if asked else None
        self.found.setVisible(found is not None)
        if found is not None:
            self.figures.show_evaluations(found)
        about, said = self._sentences(asked)
        self.about.setText(about)
        self.start.setEnabled(asked is not None and not self.is_busy)
        if not self.is_busy:
            self.say("" if found else said)

    def _hear(self, changes: Changes) -> None:
        if changes.corpora or changes.preferences & CHOICES:
            self.refresh()

    def begin(self) -> None:
        asked = self.asked
        if asked is None or self.is_busy:
            return
        work = partial(self._context.services.asking.evaluate, *asked)
        self.drive(self.tr("Evaluating {name}").format(name=self._name(asked[0])), work, partial(self._take, asked))

    def _take(self, asked: Asked, result: Evaluation) -> None:
        self._measured[asked] = result
        self.refresh()

    def _sentences(self, asked: Asked | None) -> tuple[str, str]:
        """What is measured, and what is to be said as long as it has not been."""
        if asked is None:
            about = self.tr("Measures how well a model predicts a text before anything is trained.")
            return about, self.tr("Choose a text and a model first.")
        ref, corpus, _ = asked
        about = self.tr("Measures how well {model} predicts “{text}” as it is, before anything is trained.")
        said = self.tr("Not measured yet. It takes about as long as reading that part of the text.")
        return about.format(model=self._name(ref), text=corpus), said

    def _name(self, ref: ModelRef) -> str:
        try:
            return self._context.services.models.find(ref).name
        except KnownError:  # it is no longer there, which evaluating it will say
            return str(ref)
