"""Long work of the window's own thread, between whose steps it answers."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal


class Steps(QObject):
    """Work that is the window's thread's own, a step of it whenever there is nothing else to do."""

    ended = Signal()  # also where it was given up, or raised

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_going(self) -> bool:
        return self._steps is not None

    def begin(self, steps: Generator[None]) -> None:
        self.give_up()
        self._steps = steps
        self._timer.start()

    def give_up(self) -> None:
        """Close what is under way, if anything is."""
        if self._steps is not None:
            self._steps.close()
            self._end()

    def _go_on(self) -> None:
        assert self._steps is not None
        try:
            next(self._steps)
        except StopIteration:
            self._end()
        except BaseException:
            self._end()
            raise

    def _end(self) -> None:
        self._steps = None
        self._timer.stop()
        self.ended.emit()
