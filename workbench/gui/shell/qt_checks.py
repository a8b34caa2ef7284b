"""The window's part of the check of an installation: Qt's plugins, icons, letters and translations."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSize, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from workbench.gui.shell.language import compiled
from workbench.installation.check import Check, Surroundings
from workbench.messages.errors import ReasonError
from workbench.messages.message import message

PLATFORMS = {
    "linux": ("qxcb", "qwayland", "qoffscreen"), "win32": ("qwindows", "qoffscreen"), "darwin": ("qcocoa",),
}  # fmt: skip
OTHERS = {
    "imageformats": ("qsvg",), "iconengines": ("qsvgicon",),
    "platforminputcontexts": ("ibusplatform", "composeplatform") if sys.platform == "linux" else (),
}  # fmt: skip

LETTERS = "Ag"


def application() -> QGuiApplication:
    """The one that there is, or one that needs no display."""
    found = QApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(["nextword-workbench"])


def look_at_plugins(where: Surroundings) -> str:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    wanted = {"platforms": PLATFORMS.get(sys.platform, ()), **OTHERS}
    missing = [f"{kind}/{name}" for kind, names in wanted.items() for name in names if not _is_in(folder / kind, name)]
    if missing:
        raise ReasonError(message("damage.plugins", names=tuple(missing)))
    import_module("PySide6.QtNetwork")  # by which one window hears of another
    return application().platformName()


def look_at_pictures(where: Surroundings) -> str:
    application()
    files = sorted((where.resources / "icons").glob("*.svg"))
    for file in files:
        if not _is_drawn(QIcon(str(file)).pixmap(QSize(32, 32)).toImage()):
            raise ReasonError(message("damage.draws_nothing", name=file.name))
    return f"{len(files)} icons"


def look_at_fonts(where: Surroundings) -> str:
    application()
    families = QFontDatabase.families()
    if not families:
        raise ReasonError(message("damage.no_fonts"))
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.drawText(image.rect(), LETTERS)
    painter.end()
    if not _is_drawn(image):
        raise ReasonError(message("damage.draws_nothing", name=LETTERS))
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return f"{len(families)} families, {len(chinese)} of them Chinese"


def look_at_translations(where: Surroundings) -> str:
    files = sorted((where.resources / "translations").glob("*.ts"))
    for file in files:
        if not QTranslator().load(str(compiled(file))):
            raise ReasonError(message("damage.not_loaded", name=file.name))
    return ", ".join(file.stem for file in files)


def _is_in(folder: Path, name: str) -> bool:
    """Systems put “lib” before a library's name and their own ending behind it."""
    return any(file.stem.removeprefix("lib").startswith(name) for file in folder.glob("*"))


def _is_drawn(image: QImage) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


QT_CHECKS = (
    Check("window", "check.window", look_at_plugins),
    Check("pictures", "check.pictures", look_at_pictures),
    Check("fonts", "check.fonts", look_at_fonts),
    Check("translations", "check.translations", look_at_translations),
)
