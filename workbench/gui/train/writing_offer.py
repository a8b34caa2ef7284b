"""What a teacher with other tokens can do: write a text to learn from. How much, how long, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.costs.writing import seconds_to_write
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.plain import Label
from workbench.gui.words.quantities import duration, rough_duration

FEWEST, MOST, USUAL = 100, 10_000_000, 20_000  # words


class WritingOffer(QFrame):
    """A card of one height, whatever it says."""

    wanted = Signal(int)  # words
    cancelled = Signal()
    taken = Signal(str)  # the name of the text that was written, to learn from

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._parameters = 0
        self._written = ""
        self.about = Label()
        self.about.setWordWrap(True)
        self.words = NumberBox(FEWEST, MOST, whole=True)
        self.words.setAccessibleName(self.tr("Words that the teacher writes"))
        self.words.setValue(USUAL)
        self.words.changed.connect(self._show_cost)
        self.unit = Label(self.tr("words"))
        self.said = ElidedLabel()
        self.said.setProperty("quiet", True)
        self.write = QPushButton(self.tr("Let it write a text"))
        self.write.clicked.connect(lambda: self.wanted.emit(int(self.words.number())))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel writing"))
        self.cancel.clicked.connect(self.cancelled)
        self.take = QPushButton(self.tr("Learn from it"))
        self.take.clicked.connect(lambda: self.taken.emit(self._written))
        below = QHBoxLayout()
        below.addWidget(self.words)
        below.addWidget(self.unit)
        below.addWidget(self.said, 1)
        self.said.setMinimumHeight(self.words.sizeHint().height())  # of the row, also where the box is not seen
        for button in (self.cancel, self.take, self.write):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self.about)
        layout.addLayout(below)
        self.hide()

    def show_teacher(self, name: str, corpus: str, parameters: int) -> None:
        self._parameters = parameters
        self.about.setText(
            self.tr(
                "“{teacher}” cuts text into other tokens, so it teaches by writing: it goes on from beginnings of"
                " paragraphs of “{corpus}”. The validation text stays your own, and the new text is marked as written"
                " by a model."
            ).format(teacher=name, corpus=corpus)
        )

    def show_ready(self) -> None:
        self._show_state(self.write)
        self._show_cost()

    def show_progress(self, done: int, total: int, seconds_left: float | None) -> None:
        """In words; nothing is done as long as it waits for its turn."""
        self._show_state(self.cancel)
        if not total:
            self.said.setText(self.tr("Waiting for its turn …"))
            return
        number = QLocale().toString
        words = self.tr("{done} of {total} words").format(done=number(done), total=number(total))
        if seconds_left is not None:
            words += " · " + self.tr("{time} left").format(time=duration(seconds_left))
        self.said.setText(words)

    def show_written(self, name: str) -> None:
        self._written = name
        self._show_state(self.take)
        self.said.setText(self.tr("Written: “{name}”").format(name=name))

    def _show_state(self, button: QPushButton) -> None:
        for each in (self.write, self.cancel, self.take):
            each.setVisible(each is button)
        for part in (self.words, self.unit):
            part.setVisible(button is self.write)

    def _show_cost(self) -> None:
        """How long it takes, as far as that is known before."""
        self.write.setEnabled(not self.words.refusal)
        if not self.write.isHidden():
            time = rough_duration(*seconds_to_write(self._parameters, int(self.words.number())))
            self.said.setText(self.words.refusal or time)
