"""The program's icon as desktops want it, drawn by the Qt that is in the layout."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

from steps.what import APPLICATION, ROOT, Build, run

SOURCE = ROOT / "resources" / "icons" / "app.svg"
LINUX = (48, 64, 128, 256)
WINDOWS = (16, 24, 32, 48, 64, 256)
MACOS = {128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}  # size in pixels: what .icns calls it
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
    """A theme of icons as freedesktop.org has them."""
    scalable = folder / "scalable" / "apps" / f"{APPLICATION}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(SOURCE, scalable)
    _draw(build, {size: folder / f"{size}x{size}" / "apps" / f"{APPLICATION}.png" for size in LINUX})


def draw_ico(build: Build, file: Path) -> None:
    file.write_bytes(ico(_drawn(build, WINDOWS)))


def draw_icns(build: Build, file: Path) -> None:
    file.write_bytes(icns(_drawn(build, tuple(MACOS))))


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' container of PNGs, by their size in pixels."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, place = b"", len(head) + 16 * len(pictures)
    for size, png in pictures.items():
        side = size % 256  # 256 is written 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), place)
        place += len(png)
    return head + entries + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """macOS's container of PNGs, by their size in pixels."""
    parts = b"".join(MACOS[size] + struct.pack(">I", 8 + len(png)) + png for size, png in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def _drawn(build: Build, sizes: tuple[int, ...]) -> dict[int, bytes]:
    folder = build.out / "icons"
    places = {size: folder / f"{size}.png" for size in sizes}
    _draw(build, places)
    pictures = {size: file.read_bytes() for size, file in places.items()}
    shutil.rmtree(folder)
    return pictures


def _draw(build: Build, places: dict[int, Path]) -> None:
    for file in places.values():
        file.parent.mkdir(parents=True, exist_ok=True)
    wanted = [f"{size}:{file}" for size, file in places.items()]
    run(build.python, "-I", "-c", DRAWING, SOURCE, *wanted, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
