"""The program's icon in the sizes that desktops ask for, drawn by the Qt that is in the layout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from steps.what import APPLICATION, ROOT, Build, run

SIZES = (48, 64, 128, 256)
DRAWING = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon

application = QGuiApplication([])
icon = QIcon(sys.argv[1])
for place in sys.argv[2:]:
    size, _, file = place.partition(":")
    assert icon.pixmap(QSize(int(size), int(size)), 1.0).save(file)
"""


def draw_icons(build: Build, folder: Path) -> None:
    source = ROOT / "resources" / "icons" / "app.svg"
    scalable = folder / "scalable" / "apps" / f"{APPLICATION}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(source, scalable)
    places = []
    for each in SIZES:
        file = folder / f"{each}x{each}" / "apps" / f"{APPLICATION}.png"
        file.parent.mkdir(parents=True)
        places.append(f"{each}:{file}")
    run(build.python, "-I", "-c", DRAWING, source, *places, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
