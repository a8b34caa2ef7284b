"""Where the next run learns: in the program itself, in a process of its own, on a cluster."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.gui.parts.explanation import WhyButton
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words.sentences import told
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.learning import LEARNING
from workbench.values.place import HERE, Where


class PlaceChoice(QWidget):
    chosen = Signal(Where)
    cluster_requested = Signal()  # to be set up, or looked at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox()
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(20)  # however long an address is
        self.box.setAccessibleName(self.tr("Where it learns"))
        self.box.activated.connect(lambda _: self.chosen.emit(self.box.currentData()))
        self.cluster = QPushButton(self.tr("Clusters …"))
        self.cluster.setProperty("link", True)
        self.cluster.setToolTip(self.tr("Set the address of a Ray cluster, and see what is there"))
        self.cluster.clicked.connect(self.cluster_requested)
        caption = Label(self.tr("Where"))
        caption.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(caption)
        layout.addWidget(WhyButton(self.box.accessibleName(), lambda: self.explain(self.box)))
        layout.addWidget(self.box, 2)
        layout.addWidget(self.cluster)
        layout.addStretch(1)
        self.show_places([HERE], HERE)

    def explain(self, part: QWidget) -> str:
        return answer(self.box.accessibleName(), LEARNING["place"], Turned.CHOICE, self.palette())

    @property
    def where(self) -> Where:
        found: Where = self.box.currentData()
        return found

    def show_places(self, offered: Sequence[Where], chosen: Where) -> None:
        """Those that there are; a chosen one that is none of them is not taken."""
        with QSignalBlocker(self.box):
            if [self.box.itemData(row) for row in range(self.box.count())] != list(offered):
                self.box.clear()
                for where in offered:
                    self.box.addItem(told(where.called), where)
            self.box.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
