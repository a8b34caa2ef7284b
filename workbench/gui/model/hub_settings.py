"""Which Hub is asked, and the token for gated models: two lines that unfold under the search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.plain import Label
from workbench.models.hub.connection import connect, current_endpoint, save_endpoint, saved_endpoint
from workbench.models.hub.token import forget_token, keep_token


class HubSettings(QWidget):
    """The keyring may ask for a password of its own, so it is never asked on the window's thread."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.endpoint = QLineEdit()
        self.endpoint.setAccessibleName(self.tr("Address of the Hub"))
        self.endpoint.returnPressed.connect(self.set_endpoint)
        self.set_button = QPushButton(self.tr("Set"))
        self.set_button.setAccessibleName(self.tr("Set the address of the Hub"))
        self.set_button.clicked.connect(self.set_endpoint)
        self.usual_button = QPushButton(self.tr("Back to the usual one"))
        self.usual_button.clicked.connect(self.unset_endpoint)
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setPlaceholderText("hf_…")
        self.token.setAccessibleName(self.tr("Token for the Hub"))
        self.token.returnPressed.connect(self.keep_token)
        self.keep_button = QPushButton(self.tr("Keep"))
        self.keep_button.setAccessibleName(self.tr("Keep the token in the keyring"))
        self.keep_button.clicked.connect(self.keep_token)
        self.forget_button = QPushButton(self.tr("Forget the token"))
        self.forget_button.clicked.connect(self.forget_token)
        self.has_token = Label()
        self.has_token.setWordWrap(True)
        self.has_token.setProperty("quiet", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (title, field, *buttons) in enumerate(
            (
                (self.tr("Hub or mirror"), self.endpoint, self.set_button, self.usual_button),
                (self.tr("Token"), self.token, self.keep_button, self.forget_button),
            )
        ):
            grid.addWidget(Label(title), row, 0)
            for column, widget in enumerate((field, *buttons), start=1):
                grid.addWidget(widget, row, column)
        grid.addWidget(self.has_token, 2, 1, 1, 3, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        self.endpoint.setText(current_endpoint())
        self.usual_button.setEnabled(saved_endpoint() is not None)
        self._ask_keyring(lambda: None)

    def set_endpoint(self) -> None:
        with self._context.telling():
            save_endpoint(self.endpoint.text())
            self.refresh()

    def unset_endpoint(self) -> None:
        with self._context.telling():
            save_endpoint("")
            self.refresh()

    def keep_token(self) -> None:
        """In the keyring, under the Hub's address; the field is emptied, so that nobody reads it there."""
        endpoint, token = current_endpoint(), self.token.text()
        self.token.clear()
        self._ask_keyring(lambda: keep_token(endpoint, token))

    def forget_token(self) -> None:
        endpoint = current_endpoint()
        self._ask_keyring(lambda: forget_token(endpoint))

    def _ask_keyring(self, do: Callable[[], None]) -> None:
        def work() -> bool:
            do()
            return connect().token is not None

        job = self._context.jobs.start_job(self.tr("Asking the keyring"), work, lane="network", kind=Kind.SHORT)
        job.finished.connect(self._show_token)
        job.failed.connect(self._context.failed)

    def _show_token(self, has_token: bool) -> None:
        self.forget_button.setEnabled(has_token)
        if has_token:
            text = self.tr("A token for {endpoint} is there. It is sent to no other address.")
        else:
            text = self.tr(
                "No token for {endpoint}. Only gated models need one; you make it in the settings of your account "
                "there, and it is kept in this computer's keyring."
            )
        self.has_token.setText(text.format(endpoint=current_endpoint()))
