"""Goes over every face of a window, on screens that are scaled as each of them says, and prints what is cut there.

    python -m tests.gui.shell.scaled_walk FOLDER

The folder has a project in “full”. A process has one scale: each screen takes one of its own, which this one becomes
after it has loaded what all of them need.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication

from tests.gui.faces import faces
from tests.gui.hands import settle
from tests.gui.stillness import covered, cut
from tests.opening import open_in
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.zoom import ZOOM
from workbench.gui.theme import Theme
from workbench.project.project import Project

# Pixels and the person's zoom, by the system's scale; without either all faces are walked over by
# `test_keeping_still.py`, where more is asked of them.
SCREENS = {"1": (1366, 768, 200), "1.25": (1366, 768, 100), "1.5": (1280, 800, 100), "2": (1920, 1080, 100)}
ROOMY = {"2"}  # wider and higher in points than that of 1.5, and no point begins between two pixels
BARS = 30  # points that the system's own bars take


def walk(folder: Path, scale: str) -> list[str]:
    """What is wrong on the screen of that scale, of an empty project and of a full one. For a process of its own."""
    os.environ["QT_SCALE_FACTOR"] = scale
    width, height, zoom = SCREENS[scale]
    application = QApplication([])
    settings = QSettings(str(folder / f"{scale}.ini"), QSettings.Format.IniFormat)
    settings.setValue(ZOOM, zoom)
    window = MainWindow(settings, Theme(application))
    size = QSize(int(width / float(scale)), int(height / float(scale)) - BARS)
    window.resize(size)
    window.show()
    ratio = window.devicePixelRatioF()
    wrong = [] if ratio == float(scale) else [f"at {scale}: it has {ratio} pixels a point"]
    for name in ("empty",) if scale in ROOMY else ("empty", "full"):
        assert open_in(window, shutil.copytree(folder / name, folder / scale / name))
        for face in faces(window):
            settle()
            wrong += [f"at {scale}: {face}: {fault}" for fault in (*cut(window), *covered(window))]
            if window.size() != size:
                wrong.append(f"at {scale}: {face}: it needs {window.width()} × {window.height()}")
                window.resize(size)
    window.close()
    return wrong


def main(folder: Path) -> None:
    Project.create(folder / "empty").close()
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    told = []
    for scale in SCREENS:
        hearing, telling = context.Pipe(duplex=False)
        context.Process(target=tell, args=(telling, folder, scale)).start()
        telling.close()  # so that the end of the process is heard
        told.append(hearing)
    for hearing in told:
        print(hearing.recv(), end="")


def tell(telling: Connection, folder: Path, scale: str) -> None:
    telling.send("".join(f"{fault}\n" for fault in walk(folder, scale)))
    telling.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
