"""The five places in the order of the work, each showing at a glance whether it is done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from workbench.gui.theme import icon
from workbench.messages.marking import QT_TRANSLATE_NOOP

PLACES = {
    "text": QT_TRANSLATE_NOOP("Rail", "Text"),
    "model": QT_TRANSLATE_NOOP("Rail", "Model"),
    "train": QT_TRANSLATE_NOOP("Rail", "Train"),
    "predict": QT_TRANSLATE_NOOP("Rail", "Predict"),
    "history": QT_TRANSLATE_NOOP("Rail", "History"),
}


class Rail(QWidget):
    place_chosen = Signal(str)
    place_called = Signal(str)  # by its key
    help_requested = Signal()  # on the page that is seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._done: Mapping[str, bool] = {}
        self.buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        for number, place in enumerate(PLACES, start=1):
            button = QToolButton()
            button.setProperty("place", True)
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(24, 24))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            button.setMinimumWidth(92)
            key = QKeySequence(f"Ctrl+{number}")
            button.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(key, self, lambda called=place: self._call(called))  # a button's own goes with its old text
            button.clicked.connect(lambda _checked, chosen=place: self.place_chosen.emit(chosen))
            self._group.addButton(button)
            self.buttons[place] = button
            layout.addWidget(button)
        layout.addStretch()
        self.help = QToolButton()
        self.help.setText("?")
        self.help.setProperty("place", True)
        self.help.setAccessibleName(self.tr("What is this page for?"))
        self.help.setToolTip(self.help.accessibleName())
        self.help.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.help.clicked.connect(self.help_requested)
        layout.addWidget(self.help)
        self._restyle()

    def choose(self, place: str) -> None:
        self.buttons[place].setChecked(True)

    def show_done(self, done: Mapping[str, bool]) -> None:
        """Mark the places whose part of the work is done, by a tick and in words; others stay as they are."""
        self._done = {**self._done, **done}
        for place, button in self.buttons.items():
            title = QCoreApplication.translate("Rail", PLACES[place])
            finished = self._done.get(place, False)
            button.setText(f"{title} ✓" if finished else title)
            button.setAccessibleName(self.tr("{place}, done").format(place=title) if finished else title)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        super().changeEvent(event)

    def _call(self, place: str) -> None:
        self.choose(place)
        self.place_called.emit(place)

    def _restyle(self) -> None:
        for place, button in self.buttons.items():
            button.setIcon(icon(place, self.palette()))
        self.show_done(self._done)
