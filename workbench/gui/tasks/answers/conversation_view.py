"""The models are talked to side by side: what is typed above is said to them, and each answers in its own way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.plain import Label
from workbench.gui.steady import take_turns
from workbench.gui.tasks.answers.spoken_cell import SpokenCell
from workbench.gui.tasks.next_word.surprise_bands import BandLegend
from workbench.gui.tasks.question import Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.sampling import SAMPLING
from workbench.services.conversing import WORDS

MOST_WORDS = 1000


class ConversationView(PredictView):
    asks_third = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cells: list[SpokenCell] = []
        self.say = QPushButton(self.tr("Say it"))
        self.say.setProperty("primary", True)
        self.say.setToolTip(self.tr("Enter says it as well; Shift+Enter begins a line, Ctrl+Z has back what was said"))
        self.say.clicked.connect(self.say_it)
        self.say.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who clicks it types on: what comes next is said above
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.anew = QPushButton(self.tr("Begin anew"))
        self.anew.clicked.connect(self.begin_anew)
        self.words = NumberBox(1, MOST_WORDS, whole=True)
        self.words.setValue(WORDS)
        self.words.setAccessibleName(self.tr("Words of an answer at most"))
        self.words.changed.connect(self._enable)
        self.coloured = QCheckBox(self.tr("Colour by surprise"))
        self.coloured.toggled.connect(self._colour)
        self.legend = BandLegend()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        self._lay_out()
        self._enable()

    def explain(self, part: QWidget) -> str:
        """Why an answer would be longer."""
        if not (self.words is part or self.words.isAncestorOf(part)):
            return ""
        return answer(self.words.accessibleName(), SAMPLING["words"], Turned.NUMBER, self.palette())

    def ask(self, question: Question) -> None:
        """Only remembered: nothing is said before a person says it. Others who are asked begin another conversation."""
        changed = self._question is None or question.sides != self._question.sides
        self._question = question
        if changed:
            self._seat(question)
        self._enable()

    def enter(self) -> bool:
        if self.say.isEnabled():
            self.say_it()
        return True

    def say_it(self) -> None:
        said = "" if self._question is None else self._question.text.strip()
        if not said:
            return
        for cell in self.cells:
            cell.say(said, int(self.words.number()))
        self.text_taken.emit()

    def stop(self) -> None:
        """Keep what is said so far."""
        for cell in self.cells:
            cell.stop()

    def begin_anew(self) -> None:
        for cell in self.cells:
            cell.begin_anew()
        self._enable()

    def as_rows(self) -> Rows:
        said = [(cell.model.title, role, content) for cell in self.cells for role, content in cell.turns]
        return [(self.tr("model"), self.tr("role"), self.tr("text")), *said]

    def as_text(self) -> str:
        return "\n\n".join(f"[{cell.model.title}]\n{cell.text.toPlainText()}" for cell in self.cells)

    def _seat(self, question: Question) -> None:
        for cell in self.cells:
            cell.stop()
            self._columns.removeWidget(cell)
            cell.deleteLater()
        self.cells = [SpokenCell(self._context, model, f"{side}: {model.title}") for side, model in question.sides]
        for cell in self.cells:
            cell.changed.connect(self._enable)
            cell.show_colours(self.coloured.isChecked())
            self._columns.addWidget(cell, 1)

    def _colour(self, is_wanted: bool) -> None:
        self.legend.setEnabled(is_wanted)
        for cell in self.cells:
            cell.show_colours(is_wanted)

    def _enable(self) -> None:
        is_speaking = any(cell.is_speaking for cell in self.cells)
        has_text = self._question is not None and bool(self._question.text.strip())
        can_begin = has_text and bool(self.cells) and not self.words.refusal
        take_turns(self.say, self.stop_button, is_under_way=is_speaking, can_begin=can_begin)
        self.anew.setEnabled(not is_speaking and any(cell.turns for cell in self.cells))

    def _lay_out(self) -> None:
        caption = Label(self.words.accessibleName())
        caption.setBuddy(self.words)
        self._save = SaveButton(self.tr("Conversations"), self.as_text, self.as_rows, self)
        row = QHBoxLayout()
        row.addWidget(self.coloured)
        row.addStretch()
        for button in (self._save, self.anew, self.stop_button, self.say):
            row.addWidget(button)
        self.legend.setEnabled(False)
        below = QHBoxLayout()
        below.addWidget(self.legend, 1)
        below.addWidget(caption)
        below.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)  # next to what is said; on a small laptop, the end of the answers is below what is seen
        layout.addLayout(self._columns, 1)
        layout.addLayout(below)
