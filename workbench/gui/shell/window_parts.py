"""The parts of the window, between which F6 and Shift+F6 go: places, page, message, and the jobs below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from workbench.gui.tab_order import reached_now


class WindowParts:
    """`parts` says which there are just now, in the order of reading."""

    def __init__(self, parts: Callable[[], Sequence[QWidget]]) -> None:
        self._parts = parts
        self.does: dict[str, Callable[[], object]] = {
            "next_part": lambda: self._go(1),
            "previous_part": lambda: self._go(-1),
        }

    def _go(self, step: int) -> None:
        focused = QApplication.focusWidget()
        parts = [part for part in self._parts() if part.isVisible()]
        here = next((place for place, part in enumerate(parts) if focused and part.isAncestorOf(focused)), -1)
        if here < 0 and step < 0:
            here = 0
        for further in range(1, len(parts) + 1):
            target = _target(parts[(here + further * step) % len(parts)])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def _target(part: QWidget) -> QWidget | None:
    """What had the focus there last, else what Tab would come to first."""
    last = part.focusWidget()
    able = list(reached_now(part))
    return last if last in able else next(iter(able), None)
