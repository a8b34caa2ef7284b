"""A message over the head of a page that does not stop anyone: an error, or something that went well."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QStyle, QVBoxLayout, QWidget

from workbench.ground.log import log_error
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.places import open_place, show_in_folder
from workbench.gui.plain import Label
from workbench.gui.words.sentences import details, sentence
from workbench.messages.errors import KnownError

_INFORMATION = QStyle.StandardPixmap.SP_MessageBoxInformation


class Banner(QWidget):
    """Shows one message at a time, on two lines; hidden while there is none.

    What does not fit there, and what else is known of an error, unfolds.
    """

    resized = Signal()  # it was unfolded or folded
    told = Signal(str)  # a message came, which is to be read aloud as well
    warned = Signal(str)  # the same of an error

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Message"))
        self.message = ElidedLabel(lines=2)
        self.message.installEventFilter(self)
        self._detail = ""
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setMaximumHeight(180)
        self.details_button = QPushButton(self.tr("Details"))
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._unfold)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        self.action = QPushButton()
        self.action.clicked.connect(self._act)
        for button in (self.close_button, self.action):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes when it is clicked, and the focus would, too
        self._do: Callable[[], object] = lambda: None
        self.folder = QPushButton(self.tr("Show in folder"))
        self.folder.clicked.connect(self._show_in_folder)
        self._saved: Path | None = None  # what was written
        self._symbol = Label()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._symbol)
        line.addWidget(self.message, 1)
        for button in (self.action, self.folder, self.details_button, self.copy_button, self.close_button):
            line.addWidget(button)
        self._frame = QFrame()
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(12, 4, 6, 4)
        inside.addLayout(line)
        inside.addWidget(self.details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self.hide()

    @property
    def wanted_height(self) -> int:
        return 0 if self.details.isHidden() else self.sizeHint().height()

    def show_error(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            log_error(error)
        self._show("error", sentence(error), details(error))

    def show_message(self, text: str) -> None:
        self._show("info", text, "")

    def show_offer(self, text: str, action: str, do: Callable[[], object]) -> None:
        """Offer to do something; closing the banner declines."""
        self._show("info", text, "")
        self.action.setText(action)
        self.action.show()
        self._do = do

    def show_saved(self, text: str, place: Path) -> None:
        """Say what was written, and offer to open it or the folder that it is in."""
        self.show_offer(text, self.tr("Open"), partial(open_place, place))
        self._saved = place
        self.folder.show()

    def _show_in_folder(self) -> None:
        if self._saved is not None:
            show_in_folder(self._saved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.message and event.type() == QEvent.Type.Resize:  # also when a button comes beside it
            self._offer_details()
        return super().eventFilter(watched, event)

    def _unfold(self, unfolded: bool) -> None:
        self.details.setVisible(unfolded)
        self.resized.emit()

    def _offer_details(self) -> None:
        """The whole message is among them where it was cut short."""
        cut = self.message.text() if self.message.is_cut else ""
        told = "\n\n".join(filter(None, (cut, self._detail)))
        if self.details.toPlainText() != told:
            self.details.setPlainText(told)
        for button in (self.details_button, self.copy_button):
            button.setVisible(bool(told))

    def _act(self) -> None:
        self.hide()
        self._do()

    def _show(self, kind: str, text: str, detail: str) -> None:
        self._frame.setProperty("banner", kind)
        self.style().unpolish(self._frame)
        self.style().polish(self._frame)
        symbol = QStyle.StandardPixmap.SP_MessageBoxWarning if kind == "error" else _INFORMATION
        self._symbol.setPixmap(self.style().standardIcon(symbol).pixmap(20, 20))
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.action.hide()
        self.folder.hide()
        self._detail = detail
        self.details_button.setChecked(False)
        self.details.hide()
        self.show()
        self._offer_details()
        (self.warned if kind == "error" else self.told).emit(text)
