"""Where the next run learns: in the program itself, in a process of its own, on a cluster."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton

from workbench.gui.train.choice_row import ChoiceRow
from workbench.gui.words.sentences import told
from workbench.gui.words.why import Turned
from workbench.values.place import HERE, Where


class PlaceChoice(ChoiceRow):
    cluster_requested = Signal()  # to be set up, or looked at

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("PlaceChoice", "Where"),
            QCoreApplication.translate("PlaceChoice", "Where it learns"),
            "place",
            Turned.CHOICE,
        )
        self.cluster = QPushButton(self.tr("Clusters …"))
        self.cluster.setProperty("link", True)
        self.cluster.setToolTip(self.tr("Set the address of a Ray cluster, and see what is there"))
        self.cluster.clicked.connect(self.cluster_requested)
        self.keep_width(20, self.cluster)
        self.show_places([HERE], HERE)

    @property
    def where(self) -> Where:
        found: Where = self.box.currentData()
        return found

    def show_places(self, offered: Sequence[Where], chosen: Where) -> None:
        """Those that there are; a chosen one that is none of them is not taken."""
        self.show_choices([(where, told(where.called)) for where in offered], chosen)
