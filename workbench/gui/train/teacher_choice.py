"""Who teaches the model that learns: nobody, or a model or run that can do already what is to be learnt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.gui.parts.explanation import WhyButton
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox, keeping_room
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.learning import LEARNING
from workbench.values.model_ref import ModelRef


class TeacherChoice(QWidget):
    chosen = Signal(object)  # a ModelRef, or None for nobody
    student_wanted = Signal()  # made of some of the teacher's layers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox()
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(14)  # however long the names of runs are
        self.box.setAccessibleName(self.tr("Teacher"))
        self.box.setToolTip(
            self.tr(
                "A larger model, or a run, whose answers are learnt as well where it cuts text into the same tokens;"
                " another one can write a text to learn from."
            )
        )
        self.box.activated.connect(lambda _: self.chosen.emit(self.box.currentData()))
        self.student = QPushButton()
        self.student.setProperty("link", True)
        self.student.setToolTip(
            self.tr(
                "Makes a smaller model of every second layer of the teacher, which then learns in place of the other"
            )
        )
        self.student.clicked.connect(self.student_wanted)
        caption = Label(self.tr("Taught by"))
        caption.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(caption)
        layout.addWidget(WhyButton(self.box.accessibleName(), lambda: self.explain(self.box)))
        layout.addWidget(self.box, 2)
        layout.addWidget(keeping_room(self.student))
        layout.addStretch(1)
        self.hide()

    def explain(self, part: QWidget) -> str:
        return answer(self.box.accessibleName(), LEARNING["teacher"], Turned.SWITCH, self.palette())

    @property
    def ref(self) -> ModelRef | None:
        found: ModelRef | None = self.box.currentData()
        return found

    @property
    def is_offered(self) -> bool:
        return self.box.count() > 1  # somebody

    def offer_student(self, layers: int, there: int) -> None:
        """One of `layers` of the `there` that the teacher has; none where that is 0."""
        self.student.setVisible(layers > 0)
        number = QLocale().toString
        words = self.tr("Let {layers} of its {there} layers learn").format(layers=number(layers), there=number(there))
        self.student.setText(words)

    def show_teachers(
        self, offered: Sequence[tuple[ModelRef, str]], writers: Sequence[tuple[ModelRef, str]], chosen: ModelRef | None
    ) -> None:
        """Those that may teach, each with its name, and the `writers`, who have other tokens; a chosen one that is none
        of them is not taken."""
        others = [(ref, self.tr("{name} (other tokens: writes a text)").format(name=name)) for ref, name in writers]
        every = [(None, self.tr("nobody")), *offered, *others]
        with QSignalBlocker(self.box):
            if [(self.box.itemData(row), self.box.itemText(row)) for row in range(self.box.count())] != every:
                self.box.clear()
                for ref, name in every:
                    self.box.addItem(name, ref)
            refs = [ref for ref, _ in every]
            self.box.setCurrentIndex(refs.index(chosen) if chosen in refs else 0)
