"""The window on an empty project that has a small model, with a text on the clipboard; for `tests.accessibility`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.tiny_models import make_tiny_gpt2, tale
from workbench.costs.computer import remember_speed
from workbench.costs.fit import Speed
from workbench.gui.shell.app import import_all
from workbench.gui.shell.language import speak
from workbench.gui.shell.window import MainWindow
from workbench.gui.theme import Theme
from workbench.project.project import Project
from workbench.services.workbench import Workbench


def main(folder: Path) -> None:
    remember_speed(Speed(1e12, 4e12, 1e10))
    application = QApplication([])
    translators = speak(application, "en", QLocale.system())
    project = Project.create(folder / "project")
    Workbench(project).models.add_folder(make_tiny_gpt2(folder / "tiny-gpt2"))
    project.close()
    window = MainWindow(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat), Theme(application))
    QGuiApplication.clipboard().setText(tale(60))
    window.show()
    import_all(window)
    window.open_project(folder / "project")
    application.exec()
    del translators


if __name__ == "__main__":
    main(Path(sys.argv[1]))
