"""The models go on with the text, in several samples side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.plain import Label
from workbench.gui.tasks.next_word.generation_bar import GenerationBar, Sampling
from workbench.gui.tasks.next_word.written_cell import WrittenCell
from workbench.gui.tasks.question import AskedModel, Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words import quantities


class WritingView(PredictView):
    asks_third = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cells: list[WrittenCell] = []
        self.bar = GenerationBar()
        self.bar.generate_requested.connect(self.write_on)
        self.bar.stop_requested.connect(self.stop)
        self._nothing = Label(
            self.tr(
                "“Write on” lets the models go on with the text here. Click a word to see what else could stand there."
            )
        )
        self._nothing.setProperty("quiet", True)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._grid.addWidget(self._nothing, 0, 0)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the texts in it have it
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inside)
        scroll.setMinimumHeight(5 * self.fontMetrics().lineSpacing())  # what is written is seen on a small laptop
        self._save = SaveButton(self.tr("Continuations"), self.as_text, self.as_rows, self._inside)
        self.bar.buttons.insertWidget(2, self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.bar.buttons)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.bar)

    def ask(self, question: Question) -> None:
        """Only remembered: nothing is written before a person wants it."""
        self._question = question

    def write_on(self, sampling: Sampling) -> None:
        question = self._question
        if question is None or not question.sides:
            return
        self._clear()
        for row, (side, model) in enumerate(question.sides):
            for number in range(sampling.samples):
                cell = WrittenCell(self._context, model, self._title(side, model, number, sampling))
                cell.setMinimumSize(150, 110)
                cell.changed.connect(self._see_who_writes)
                # Few samples stand side by side, many in a row for each model.
                place = (0, row) if sampling.samples == 1 else (row, number)
                self._grid.addWidget(cell, *place)
                self.cells.append(cell)
        for number, cell in enumerate(self.cells):
            cell.write(question.text, replace(sampling, seed=sampling.seed + number % sampling.samples))

    def stop(self) -> None:
        """Keep what is written so far and write no more."""
        for cell in self.cells:
            cell.stop()

    def as_rows(self) -> Rows:
        return [
            (self.tr("model"), self.tr("text")),
            *((cell.model.title, cell.written) for cell in self.cells),
        ]

    def as_text(self) -> str:
        return "\n\n".join(f"[{cell.model.title}]\n{cell.written}" for cell in self.cells)

    def _title(self, side: str, model: AskedModel, number: int, sampling: Sampling) -> str:
        if sampling.samples == 1:
            return quantities.named(side, model.title)
        told = self.tr("{side}, seed {seed}")
        return told.format(side=side, seed=sampling.seed + number)

    def _clear(self) -> None:
        self._nothing.hide()
        for cell in self.cells:
            cell.stop()
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self.cells = []

    def _see_who_writes(self) -> None:
        self.bar.show_writing(any(cell.is_writing for cell in self.cells))
