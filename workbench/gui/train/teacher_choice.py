"""Who teaches the model that learns: nobody, or a model or run that can do already what is to be learnt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QPushButton

from workbench.gui.steady import keeping_room
from workbench.gui.train.choice_row import ChoiceRow
from workbench.gui.words.why import Turned
from workbench.values.model_ref import ModelRef


class TeacherChoice(ChoiceRow):
    """Chooses a ModelRef, or None for nobody."""

    student_wanted = Signal()  # made of some of the teacher's layers

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("TeacherChoice", "Taught by"),
            QCoreApplication.translate("TeacherChoice", "Teacher"),
            "teacher",
            Turned.SWITCH,
        )
        self.box.setToolTip(
            self.tr(
                "A larger model, or a run, whose answers are learnt as well where it cuts text into the same tokens;"
                " another one can write a text to learn from."
            )
        )
        self.student = QPushButton()
        self.student.setProperty("link", True)
        self.student.setToolTip(
            self.tr(
                "Makes a smaller model of every second layer of the teacher, which then learns in place of the other"
            )
        )
        self.student.clicked.connect(self.student_wanted)
        self.keep_width(14, keeping_room(self.student))
        self.hide()

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
        self.show_choices([(None, self.tr("nobody")), *offered, *others], chosen)
