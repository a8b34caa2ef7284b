"""Messages to another process, sent by a thread: a large one does not fit into a pipe before somebody reads it."""

from __future__ import annotations

import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any


class Outgoing:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: SimpleQueue[Any] = SimpleQueue()
        self._thread = threading.Thread(target=self._send_all, name="outgoing", daemon=True)
        self._thread.start()

    def send(self, message: Any) -> None:
        """At once, or when what was sent before it has gone. That nobody reads any more is found out where answers are
        waited for."""
        self._waiting.put(message)

    def end(self) -> None:
        """Once the other process has ended, or reads what there is yet."""
        self._waiting.put(None)
        self._thread.join()

    def _send_all(self) -> None:
        with suppress(OSError):
            while (message := self._waiting.get()) is not None:
                self._connection.send(message)
