"""How large the window is: as large as it was left, and never larger than the screen it opens on."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

GEOMETRY = "geometry"  # a setting
FIRST = QSize(1200, 800)  # where there is room
LEAST = (640, 400)  # every page can be worked with, the rest of it scrolled to
FRAME = QSize(16, 40)  # of a window, as far as is known before there is one


def fit_to_screen(window: QMainWindow, kept: object) -> None:
    """Restore the geometry `kept`, else the first size; then cut it to the screen, which may be another one since."""
    is_restored = isinstance(kept, QByteArray) and window.restoreGeometry(kept)
    screen = QGuiApplication.screenAt(window.geometry().center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    if not is_restored:
        window.resize(inside(QRect(room.topLeft(), FIRST), room).size())  # the system knows where
    elif not (window.isMaximized() or window.isFullScreen()):
        window.setGeometry(inside(window.geometry(), room))


def inside(wanted: QRect, screen: QRect) -> QRect:
    """`wanted`, made no larger than `screen` has room for with its frame, and moved so that all of it is seen."""
    size = wanted.size().boundedTo(screen.size() - FRAME).expandedTo(QSize(*LEAST).boundedTo(screen.size()))
    place = QRect(wanted.topLeft(), size)
    room = screen.adjusted(FRAME.width() // 2, FRAME.height() - FRAME.width() // 2, 0, 0)
    place.moveLeft(max(room.left(), min(place.left(), screen.right() + 1 - FRAME.width() // 2 - size.width())))
    place.moveTop(max(room.top(), min(place.top(), screen.bottom() + 1 - FRAME.width() // 2 - size.height())))
    return place
