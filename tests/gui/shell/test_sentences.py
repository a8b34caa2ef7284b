"""Every error has a sentence; what is not a KnownError says so and keeps its details apart."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.gui.shell.banner import Banner
from workbench.gui.words.sentences import details, sentence
from workbench.messages.catalogue import ERRORS as SENTENCES
from workbench.messages.errors import KnownError


def example(code: str) -> KnownError:
    names = {field for _, field, _, _ in string.Formatter().parse(SENTENCES[code]) if field}
    return KnownError(code, **{name: f"<{name}>" for name in names})


@pytest.mark.parametrize("code", SENTENCES)
def test_an_untranslated_sentence_is_the_one_of_the_command_line(code: str) -> None:
    assert sentence(example(code)) == str(example(code))
    assert details(example(code)) == ""


class Shouting(QTranslator):
    """A language in which sentences are in capitals, placeholders as they are."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        if context != "errors":
            return ""
        parts = string.Formatter().parse(source)
        return "".join(text.upper() + (f"{{{field}}}" if field else "") for text, field, _, _ in parts)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[None]:
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_translated_sentence_keeps_its_fields(shouting: None) -> None:
    assert sentence(KnownError("file.empty", file="notes.txt")) == "“notes.txt” IS EMPTY."


def crash() -> Exception:
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError as error:
        return error


def test_an_unexpected_exception_is_told_without_its_traceback() -> None:
    assert "should not have" in sentence(crash())
    assert "ZeroDivisionError" not in sentence(crash())
    assert "ZeroDivisionError: by nothing" in details(crash())


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def test_the_banner_folds_details_away_and_copies_them(qtbot: QtBot, banner: Banner) -> None:
    banner.show_error(crash())
    assert banner.isVisible() and not banner.details.isVisible()
    banner.details_button.click()
    assert banner.details.isVisible()
    banner.copy_button.click()
    assert "ZeroDivisionError: by nothing" in QApplication.clipboard().text()
    banner.close_button.click()
    assert not banner.isVisible()


def test_a_known_error_has_no_details_to_unfold(banner: Banner) -> None:
    banner.show_error(crash())
    banner.resize(700, banner.height())
    banner.show_error(KnownError("file.empty", file="notes.txt"))
    assert banner.message.text() == "“notes.txt” is empty."
    assert not banner.details_button.isVisible() and not banner.copy_button.isVisible()
