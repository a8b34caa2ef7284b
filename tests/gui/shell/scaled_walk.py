"""Goes over every face of a window, on a screen that is scaled as the environment says, and prints what is cut there.

    QT_SCALE_FACTOR=1.25 python -m tests.gui.shell.scaled_walk FOLDER WIDTH HEIGHT ZOOM

The folder has a project, the size is the screen's in pixels, the zoom the person's in percent. A process has one scale:
each takes one of its own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication

from tests.gui.faces import faces
from tests.gui.hands import settle
from tests.gui.stillness import covered, cut
from tests.opening import create_in, open_in
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.zoom import ZOOM
from workbench.gui.theme import Theme
from workbench.values.model_ref import from_text

BARS = 30  # points that the system's own bars take


def walk(folder: Path, width: int, height: int, zoom: int) -> list[str]:
    """What is wrong, of an empty project and of the full one in `folder`."""
    scale = float(os.environ["QT_SCALE_FACTOR"])
    application = QApplication([])
    settings = QSettings(str(folder.parent / "walk.ini"), QSettings.Format.IniFormat)
    settings.setValue(ZOOM, zoom)
    window = MainWindow(settings, Theme(application))
    size = QSize(int(width / scale), int(height / scale) - BARS)
    window.resize(size)
    window.show()
    wrong = [] if window.devicePixelRatioF() == scale else [f"it has {window.devicePixelRatioF()} pixels a point"]
    for show, place in ((create_in, folder.with_name("empty")), (open_in, folder)):
        assert show(window, place) and window.context is not None
        if window.context.corpus is not None:
            window.context.choose_model(from_text("starter-en"))
        for face in faces(window):
            settle()
            wrong += [f"{face}: {fault}" for fault in (*cut(window), *covered(window))]
            if window.size() != size:
                wrong.append(f"{face}: it needs {window.width()} × {window.height()}")
                window.resize(size)
    window.close()
    return wrong


if __name__ == "__main__":
    print("\n".join(walk(Path(sys.argv[1]), *map(int, sys.argv[2:]))))
