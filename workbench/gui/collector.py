"""Python's garbage is collected on the window's thread alone.

An object of Qt may end on its own thread only. Python ends what it finds in circles on whichever thread makes the next
object: from a lane it would wait for locks of Qt's while it holds Python's, and the window, which waits for Python's
while it holds Qt's, would never come back.
"""

from __future__ import annotations

import gc
import threading
from contextlib import ExitStack

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal

from workbench.ground.garbage import collect_if_due, collected_by

EVERY = 200  # milliseconds, between two looks at whether there is enough to look for
PATIENCE = 1.0  # seconds; a window that is closing waits for the very thread that asks


class Collector(QObject):
    """Looks for garbage from time to time, and when another thread asks for it; until it is ended."""

    _asked = Signal(object)  # the threading.Event that says when it is done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()
        self._asked.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        self._held = ExitStack()
        self._held.enter_context(collected_by(self.collect))

    def collect(self) -> None:
        """All of it, from any thread; returns when it is done, or the window does not come to it."""
        if QThread.currentThread() is self.thread() or QCoreApplication.instance() is None:
            gc.collect()
            return
        done = threading.Event()
        self._asked.emit(done)
        done.wait(PATIENCE)

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        self._held.close()

    def _collect(self, done: threading.Event) -> None:
        gc.collect()
        done.set()
