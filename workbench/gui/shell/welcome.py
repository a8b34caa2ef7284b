"""The first page: try the sample project, make a project, open one, or go on with a recent one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.ground.resources import resource
from workbench.gui.plain import Label, tip
from workbench.gui.shell.page_area import PageArea


class Welcome(QWidget):
    sample_requested = Signal()
    tour_requested = Signal()
    lesson_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    recent_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Label(self.tr("Nextword Workbench"))
        title.setProperty("heading", True)
        sign = Label()
        sign.setPixmap(QIcon(str(resource("icons/app.svg"))).pixmap(QSize(40, 40), self.devicePixelRatio()))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign)
        head.addWidget(title, 1)
        what = Label(
            self.tr(
                "Take a language model that has already read hundreds of books, let it read your text, and see how it"
                " comes to expect your words. Everything happens on this computer."
            )
        )
        what.setWordWrap(True)
        self.sample = QPushButton(self.tr("Try the sample project"))
        self.sample.setProperty("primary", True)
        self.sample.setDefault(True)
        self.sample.clicked.connect(self.sample_requested)
        hint = Label(self.tr("A lighthouse keeper's log, a small English model; nothing to download."))
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        self.lesson = QPushButton(self.tr("What is a language model? A lesson of ten minutes"))
        self.lesson.setProperty("link", True)
        self.lesson.clicked.connect(self.lesson_requested)
        self.tour = QPushButton(self.tr("Take a tour of six steps"))
        self.tour.setProperty("link", True)
        self.tour.clicked.connect(self.tour_requested)
        self.new = QPushButton(self.tr("New project …"))
        self.new.clicked.connect(self.new_requested)
        self.open = QPushButton(self.tr("Open a project …"))
        self.open.clicked.connect(self.open_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        buttons.addStretch()
        self.recent_title = Label(self.tr("Recent projects"))
        self.recent_title.setProperty("subheading", True)
        self._recent = QGridLayout()
        self._recent.setHorizontalSpacing(16)
        self._recent.setVerticalSpacing(2)
        self._recent.setColumnStretch(1, 1)

        card = QFrame()
        card.setProperty("card", True)
        card.setMaximumWidth(620)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(36, 32, 36, 32)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(what)
        inside.addSpacing(6)
        inside.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addWidget(hint)
        new_here = QHBoxLayout()
        new_here.setSpacing(18)
        new_here.addWidget(self.lesson)
        new_here.addWidget(self.tour)
        new_here.addStretch()
        inside.addLayout(new_here)
        inside.addSpacing(6)
        inside.addLayout(buttons)
        inside.addSpacing(10)
        inside.addWidget(self.recent_title)
        inside.addLayout(self._recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 8)
        across.addStretch(1)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageArea(inner))
        self.show_recent([])

    def let_make(self, may: bool) -> None:
        """A sample project; one at a time."""
        for button in (self.sample, self.lesson, self.tour):
            button.setEnabled(may)

    def show_recent(self, folders: Sequence[Path]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.recent_title.setVisible(bool(folders))
        for row, folder in enumerate(folders):
            button = QPushButton(folder.name)
            button.setProperty("link", True)
            button.setAccessibleName(self.tr("Open {name}").format(name=folder.name))
            button.clicked.connect(lambda _checked, chosen=folder: self.recent_chosen.emit(chosen))
            place = Label(str(folder.parent))
            place.setProperty("quiet", True)
            place.setToolTip(tip(str(folder)))
            place.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._recent.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeading)
            self._recent.addWidget(place, row, 1)
