"""A window is never larger than the screen it opens on, whatever it was the last time and however that is scaled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSettings, QSize

from workbench.gui.shell.fitting import FIRST, FRAME, LEAST, inside
from workbench.gui.shell.window import MainWindow
from workbench.gui.theme import Theme

SCREENS = {
    "1024 × 600 at 100 %": QSize(1024, 600),
    "1366 × 768 at 100 %": QSize(1366, 768),
    "1366 × 768 at 125 %": QSize(1092, 614),
    "1280 × 800 at 150 %": QSize(853, 533),
    "1920 × 1080 at 200 %": QSize(960, 540),
}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("kept", [QRect(0, 0, 1200, 800), QRect(2000, 1500, 1900, 1000), QRect(-50, -50, 900, 500)])
def test_all_of_the_window_is_on_the_screen(screen: QSize, kept: QRect) -> None:
    room = QRect(0, 40, screen.width(), screen.height() - 40)  # below a bar of the system
    place = inside(kept, room)
    framed = place.adjusted(-FRAME.width() // 2, FRAME.width() // 2 - FRAME.height(), FRAME.width() // 2, 0)
    assert room.contains(framed)
    assert place.width() >= min(LEAST[0], kept.width()) and place.height() >= min(LEAST[1], kept.height())


def test_a_window_remembers_its_size_and_does_not_outgrow_its_screen(
    window: MainWindow, settings: QSettings, theme: Theme
) -> None:
    room = window.screen().availableGeometry()
    assert room.contains(window.frameGeometry()) and window.width() <= FIRST.width()
    window.resize(700, 500)
    window.close()
    again = MainWindow(settings, theme)
    assert again.size() == QSize(700, 500)
    again.close()
