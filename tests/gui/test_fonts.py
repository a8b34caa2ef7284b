"""Letters for Chinese: families in its own shapes, and a sentence where there are none."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from workbench.ground.speech import EN, ZH_HANS
from workbench.gui.fonts import FAMILIES, PACKAGE, missing_font, suited


def have(monkeypatch: pytest.MonkeyPatch, *families: str) -> None:
    """A computer with these families alone, of which those of CJK have Han letters."""
    monkeypatch.setattr(
        QFontDatabase, "families", lambda *system: [name for name in families if not system or "CJK" in name]
    )


def test_where_no_font_has_chinese_one_sentence_names_the_package(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    have(monkeypatch)
    assert PACKAGE in missing_font(ZH_HANS) and missing_font(ZH_HANS).count(".") == 1
    assert missing_font(EN) == "" and suited(QFont("Sans"), ZH_HANS).families() == ["Sans"]


def test_han_letters_have_their_chinese_shapes_before_any_others(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    have(monkeypatch, "Noto Sans CJK JP", "Noto Sans CJK SC", "Latin Alone")
    assert missing_font(ZH_HANS) == ""
    assert suited(QFont("Noto Sans CJK JP"), ZH_HANS).families() == ["Noto Sans CJK SC"]
    assert suited(QFont("Latin Alone"), ZH_HANS).families() == ["Latin Alone", "Noto Sans CJK SC"]
    assert suited(QFont("Noto Sans CJK JP"), EN).families() == ["Noto Sans CJK JP"] and EN not in FAMILIES
