"""Languages by their names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def language_name(code: str) -> str:
    """Of an ISO 639-1 code; of one that Qt has no name for, the code."""
    language = QLocale(code).language()
    known = language not in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    name = QLocale.languageToString(language)  # in English, whatever the language of the window
    return QCoreApplication.translate("languages", name) if known else code
