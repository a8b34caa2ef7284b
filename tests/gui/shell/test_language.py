"""Which language the window has, what speaks it, and how another one is chosen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.speaking import spoken
from tests.opening import create_in
from workbench.ground.resources import resource
from workbench.ground.speech import EN, LANGUAGES, SYSTEM, ZH_HANS
from workbench.gui.shell.input_method import let_fcitx_type
from workbench.gui.shell.language import LANGUAGE, chosen_language, compiled, window_language
from workbench.gui.shell.language_choice import restart_command
from workbench.gui.shell.window import MainWindow
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import IN_WINDOW, told
from workbench.messages.message import Count, message


@pytest.mark.parametrize(
    ("chosen", "system", "code"),
    [
        (SYSTEM, "zh_CN", ZH_HANS), (SYSTEM, "zh_SG", ZH_HANS), (SYSTEM, "zh_TW", EN), (SYSTEM, "zh_HK", EN),
        (SYSTEM, "de_DE", EN), (SYSTEM, "C", EN), (EN, "zh_CN", EN), (ZH_HANS, "de_DE", ZH_HANS),
    ],
)  # fmt: skip
def test_the_window_speaks_what_was_chosen_or_what_the_system_speaks(chosen: str, system: str, code: str) -> None:
    assert window_language(chosen, QLocale(system)) == code


def test_chinese_has_words_numbers_and_the_buttons_of_qt(qapp: QApplication) -> None:
    with spoken(ZH_HANS, qapp, QLocale("de_DE")):
        assert QCoreApplication.translate("Menus", "&Help") == "帮助(&H)"
        box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Cancel)
        assert box.button(QMessageBox.StandardButton.Cancel).text() == "取消"
        assert Counts.tr("%Ln runs wait", "", 1234) == "1,234 次运行等待中"
        assert (quantities.count(124_400_000), quantities.loss(0.5)) == ("1.2 亿", "0.500")
        assert quantities.listing(["甲", "乙"]) == "甲、乙" and IN_WINDOW.code == ZH_HANS
        assert told(message("told.labelled_file", count=Count(1), file="f")) == "已判断 1 篇文本的标签，写入“f”"
    assert QCoreApplication.translate("Menus", "&Help") == "&Help"
    with spoken(ZH_HANS, qapp, QLocale("zh_TW")):
        assert quantities.count(20_000) == "2 万"


def test_english_says_one_and_several(qapp: QApplication) -> None:
    with spoken(EN, qapp, QLocale("zh_CN")):
        assert [Counts.tr("%Ln runs wait", "", number) for number in (1, 2)] == ["One run waits", "2 runs wait"]
        assert (quantities.count(124_400_000), IN_WINDOW.code) == ("124.4 million", EN)


@pytest.mark.parametrize("system", ["de_DE", "en_ZA", "fr_FR", "C", "en_GB"])
def test_a_number_never_has_a_comma_for_a_point_whatever_the_system_does(qapp: QApplication, system: str) -> None:
    """It would be another number in the tables that are copied and saved."""
    with spoken(EN, qapp, QLocale(system)):
        assert (quantities.loss(0.5), quantities.count(1234)) == ("0.500", "1,234")


@pytest.mark.skipif(
    not any(Path(PySide6.__file__).parent.glob("lrelease*")), reason="the tool is left out of what is handed out"
)
def test_a_catalogue_is_made_where_it_can_be_written_and_again_when_its_source_is_newer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "package"
    folder.mkdir()
    source = folder / "workbench_en.ts"
    source.write_bytes(resource("translations/workbench_en.ts").read_bytes())
    made = compiled(source)
    assert made == source.with_suffix(".qm") and made.stat().st_size > 100
    first = made.stat().st_mtime_ns
    assert compiled(source).stat().st_mtime_ns == first
    os.utime(source, (made.stat().st_mtime + 5, made.stat().st_mtime + 5))
    assert compiled(source).stat().st_mtime_ns > first


def test_another_language_is_kept_and_the_window_starts_again_on_its_project(
    qtbot: QtBot, window: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    assert create_in(window, tmp_path / "project")
    before = sorted(file.name for file in (tmp_path / "project").iterdir())

    def press(number: int) -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        question.buttons()[number].click()

    names = {action.text(): action for menu in window.findChildren(QMenu) for action in menu.actions()}
    assert set(LANGUAGES.values()) <= set(names)
    QTimer.singleShot(0, lambda: press(1))
    names["简体中文"].trigger()
    assert chosen_language(settings) == ZH_HANS and window.isVisible() and window.starts_again is None
    QTimer.singleShot(0, lambda: press(0))
    names["English"].trigger()
    assert settings.value(LANGUAGE) == EN and not window.isVisible()
    assert window.starts_again is not None
    assert window.starts_again[0] == sys.executable and window.starts_again[-2:] == [
        "window",
        str(tmp_path / "project"),
    ]
    assert [name for name in before if not (tmp_path / "project" / name).exists() and "-" not in name] == []


def test_it_starts_again_as_it_was_started() -> None:
    again = restart_command(Path("p"), ["python3", "-X", "dev", "main.py", "demo"], ["main.py", "demo"])
    assert again == [sys.executable, "-X", "dev", "main.py", "window", "p"]
    assert restart_command(None, ["python3", "main.py"], ["main.py"]) == [sys.executable, "main.py", "window"]


@pytest.mark.parametrize(
    ("environment", "has_part", "answers", "typed_with"),
    [
        ({"QT_IM_MODULE": "fcitx"}, False, True, "ibus"),
        ({"XMODIFIERS": "@im=fcitx5"}, False, True, "ibus"),
        ({"QT_IM_MODULE": "fcitx"}, True, True, None),
        ({"QT_IM_MODULE": "fcitx"}, False, False, None),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, False, True, None),
        ({}, False, True, None),
    ],
)
def test_fcitx_is_reached_the_way_of_ibus_where_it_answers(
    environment: dict[str, str], has_part: bool, answers: bool, typed_with: str | None
) -> None:
    found = let_fcitx_type(environment, lambda: has_part, lambda _service: answers)
    assert found.get("QT_IM_MODULE") == typed_with and ("IBUS_USE_PORTAL" in found) == (typed_with is not None)
