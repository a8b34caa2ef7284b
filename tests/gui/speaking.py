"""An application that speaks another language for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from workbench.gui.shell.language import speak


class Longer(QTranslator):
    """A language whose words are 40 % longer."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        more = ("länger " * len(source))[: round(0.4 * len(source))].strip()
        return f"{source}{more and ' '}{more}" if source.strip() else None

    def isEmpty(self) -> bool:
        return False


@contextmanager
def spoken(language: str, application: QApplication, system: QLocale | None = None) -> Iterator[None]:
    """One of LANGUAGES, or “longer”."""
    locale, font = QLocale(), application.font()
    if language == "longer":
        translators: list[QTranslator] = [Longer()]
        application.installTranslator(translators[0])
    else:
        translators = speak(application, language, system or QLocale.system())
    try:
        yield
    finally:
        for each in translators:
            application.removeTranslator(each)
        QLocale.setDefault(locale)
        application.setFont(font)
