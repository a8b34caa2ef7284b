"""Families of letters for languages whose letters a usual family lacks, or has in another language's shapes."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from workbench.ground.speech import ZH_HANS

# Named, since a system's usual family may draw Han letters in their Japanese shapes.
FAMILIES = {
    ZH_HANS: (
        "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC",
        "Noto Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
    ),
}  # fmt: skip
PACKAGE = "fonts-noto-cjk"


def suited(font: QFont, code: str) -> QFont:
    """A font with the families of a language behind its own, or instead of one that has Han letters in its own way."""
    there = set(QFontDatabase.families())
    wanted = [family for family in FAMILIES.get(code, ()) if family in there]
    if not wanted:
        return font
    first = font.families()[0]
    latin = first if first in there else QFontInfo(font).family()  # “Sans Serif” is a name for another one
    han = {
        family
        for system in (QFontDatabase.WritingSystem.SimplifiedChinese, QFontDatabase.WritingSystem.Japanese)
        for family in QFontDatabase.families(system)
    }
    made = QFont(font)
    made.setFamilies(wanted if latin in han else [latin, *wanted])
    return made


def missing_font(code: str) -> str:
    """What to say where there is no font for the letters of a language; empty where there is one."""
    if code != ZH_HANS or QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return ""
    # Not translated: without the font nobody could read it.
    return f"No font for Chinese is installed: install the package {PACKAGE}, then start again."
