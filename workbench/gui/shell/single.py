"""One window for one person: a second start hands what it was to open to the first, which comes forward."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from workbench.ground.answers import dictionary
from workbench.ground.places import settings_folder

TOKEN = "XDG_ACTIVATION_TOKEN"  # by which Wayland lets a window come forward that did not have the last click
_MS = 2000  # that a window which is busy may take to answer
_HEARD = b"heard\n"


def server_name() -> str:
    """Each person's own, and that of each folder of settings: a portable copy is another program."""
    told = f"{settings_folder()} {os.environ.get('USER') or os.environ.get('USERNAME', '')}"
    return f"nextword-workbench-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def handed_over(project: Path | None, name: str = "") -> bool:
    """Whether a window that is open already has taken it; None only brings that window forward."""
    socket = QLocalSocket()
    socket.connectToServer(name or server_name())
    if not socket.waitForConnected(_MS):
        return False
    asked = {
        "project": None if project is None else str(project.expanduser().resolve()),
        "token": os.environ.get(TOKEN, ""),
    }
    socket.write(f"{json.dumps(asked)}\n".encode())
    socket.flush()
    heard = bytearray()
    while _HEARD not in heard and socket.waitForReadyRead(_MS):
        heard += socket.readAll().data()
    socket.disconnectFromServer()
    return _HEARD in heard


class Single(QObject):
    """Listens while the window is open."""

    asked = Signal(object, str)  # what to open, a Path or None, and the token with which to come forward

    def __init__(self, parent: QObject, name: str = "") -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        self._name = name or server_name()

    def listen(self) -> bool:
        """Whether nobody else does; what a window left behind that ended by force is cleared away."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def end(self) -> None:
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            told = dictionary(json.loads(bytes(socket.readLine().data())))
        except ValueError:
            socket.disconnectFromServer()
            return
        socket.write(_HEARD)
        socket.flush()
        project = told.get("project")
        self.asked.emit(Path(project) if isinstance(project, str) else None, str(told.get("token") or ""))
