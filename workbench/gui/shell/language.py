"""The language of the window: which one, its words, its numbers and its letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from workbench.ground.places import cache_folder
from workbench.ground.resources import resource
from workbench.ground.speech import EN, LANGUAGES, SYSTEM, ZH_HANS, known_language
from workbench.gui.fonts import suited

LANGUAGE = "language"  # a setting: SYSTEM or one of LANGUAGES
QT_NAMES = {ZH_HANS: "qtbase_zh_CN"}  # of Qt's own words, for the buttons of dialogs
LOCALES = {EN: "en_US", ZH_HANS: "zh_CN"}


def chosen_language(settings: QSettings) -> str:
    kept = str(settings.value(LANGUAGE, SYSTEM))
    return kept if kept in LANGUAGES else SYSTEM


def window_language(chosen: str, system: QLocale) -> str:
    """The one of LANGUAGES that a choice comes to on a system; English where the system has none of them."""
    if chosen in LANGUAGES:
        return chosen
    if system.language() is QLocale.Language.Chinese:
        return ZH_HANS if system.script() is QLocale.Script.SimplifiedHanScript else EN
    return known_language(system.name()) or EN


def speak(application: QApplication, code: str, system: QLocale) -> list[QTranslator]:
    """Give the application a language: words, numbers and fonts; the translators live as long as what is returned."""
    QLocale.setDefault(_numbers(code, system))
    installed = []
    qt = (QT_NAMES[code], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) if code in QT_NAMES else None
    ours = compiled(resource(f"translations/workbench_{code}.ts"))
    for name, folder in filter(None, (qt, (ours.name, str(ours.parent)))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            installed.append(translator)
    application.setFont(suited(application.font(), code))
    return installed


def _numbers(code: str, system: QLocale) -> QLocale:
    """How a language writes numbers: as the system does where that speaks it, but with a point and never a comma, so
    that what is copied or saved as a table means the same everywhere."""
    own = QLocale(LOCALES[code])
    is_its_own = (system.language(), system.script()) == (own.language(), own.script())
    return system if is_its_own and system.decimalPoint() == "." else own


def compiled(source: Path) -> Path:
    """A catalogue as Qt reads it, made of its source where that was not done yet or the source is newer.

    A package brings it along; beside a source that cannot be written to it lies among what the system may throw away.
    """
    beside = source.with_suffix(".qm")
    kept = cache_folder() / "translations" / beside.name
    for place in (beside, kept):
        if place.is_file() and place.stat().st_mtime >= source.stat().st_mtime:
            return place
    for place in (beside, kept):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft = place.with_name(f"{place.stem}.{os.getpid()}.qm")
            release(source, draft)
            draft.replace(place)
        except (OSError, subprocess.CalledProcessError):
            continue
        return place
    return beside


def release(source: Path, target: Path) -> None:
    """Raises OSError or CalledProcessError; the tool comes with the library that draws the window."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # a flag of Windows alone
    subprocess.run([tool, "-silent", source, "-qm", target], check=True, capture_output=True, creationflags=hidden)
