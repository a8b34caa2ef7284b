"""Writing everything larger or smaller, in steps; kept for the next start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings

from workbench.gui.theme import Theme

STEPS = (75, 90, 100, 110, 125, 150, 175, 200)  # percent
ZOOM = "zoom"  # a setting


class Zoom:
    def __init__(self, theme: Theme, settings: QSettings) -> None:
        self._theme = theme
        self._settings = settings
        kept = settings.value(ZOOM, 100, type=int)
        if kept in STEPS and kept != theme.percent:
            theme.zoom(int(str(kept)))

    @property
    def does(self) -> dict[str, Callable[[], object]]:
        """By the names of the menu's items."""
        return {"larger": self.larger, "smaller": self.smaller, "usual": self.usual}

    def larger(self) -> None:
        self._choose(min((step for step in STEPS if step > self._theme.percent), default=STEPS[-1]))

    def smaller(self) -> None:
        self._choose(max((step for step in STEPS if step < self._theme.percent), default=STEPS[0]))

    def usual(self) -> None:
        self._choose(100)

    def _choose(self, percent: int) -> None:
        if percent != self._theme.percent:
            self._theme.zoom(percent)
            self._settings.setValue(ZOOM, percent)
