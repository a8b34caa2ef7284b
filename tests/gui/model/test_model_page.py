"""The Model page: cards that say what each model is, chosen with pointer or keyboard, and folders of one's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gguf_files import write_gguf
from tests.odd_models import make_cache
from tests.tiny_families import write
from workbench.costs.computer import remember_speed
from workbench.costs.fit import Speed
from workbench.ground.resources import resource
from workbench.gui.context import Context
from workbench.gui.model import model_page
from workbench.gui.model.model_card import ModelCard
from workbench.gui.model.model_page import ModelPage
from workbench.project.project import Project
from workbench.values.model_ref import from_text


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ModelPage:
    shown = ModelPage(context)
    shown.refresh()
    qtbot.addWidget(shown)
    shown.show()
    wait_for_all(qtbot, shown, context)
    return shown


def wait_for_all(qtbot: QtBot, page: ModelPage, context: Context) -> None:
    """Only the cards that are seen first are there at once."""
    every = [model.name for model in context.services.models.here()]
    qtbot.waitUntil(lambda: [each.model.name for each in (*page.cards, *page.unreadable)] == every)


def card(page: ModelPage, reference: str) -> ModelCard:
    return next(each for each in page.cards if str(each.model.ref) == reference)


def words(shown: ModelCard) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if not label.isHidden())


def test_each_card_says_what_the_model_is(page: ModelPage) -> None:
    starter, lstm = (words(card(page, name)) for name in ("starter-en", "scratch:lstm-words"))
    assert (
        "8.4 million parameters" in starter
        and f"vocabulary of {QLocale().toString(8192)}" in starter
        and "English" in starter
    )
    assert "Transformer" in starter and "256 tokens" in starter and "licence: " in starter
    assert "LSTM" in lstm


def test_the_next_place_is_open_only_when_a_model_is_chosen(qtbot: QtBot, context: Context, page: ModelPage) -> None:
    assert context.model is None and not page.next_button.isEnabled()
    qtbot.mouseClick(card(page, "starter-en"), Qt.MouseButton.LeftButton)
    assert str(context.model) == "starter-en"
    assert "Chosen" in words(card(page, "starter-en"))
    with qtbot.waitSignal(page.place_requested) as requested:
        qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    assert requested.args == ["train"]


def test_the_keyboard_chooses_as_well_and_only_one_is_chosen(qtbot: QtBot, context: Context, page: ModelPage) -> None:
    for reference in ("starter-en", "scratch:lstm-words"):
        qtbot.keyClick(card(page, reference), Qt.Key.Key_Space)
        assert str(context.model) == reference
    assert [str(each.model.ref) for each in page.cards if each.mark.text()] == ["scratch:lstm-words"]


def test_a_model_can_be_chosen_with_random_weights(qtbot: QtBot, context: Context, page: ModelPage) -> None:
    starter = card(page, "starter-en")
    qtbot.mouseClick(starter.scratch_button, Qt.MouseButton.LeftButton)
    assert str(context.model) == "scratch:starter-en"
    assert "random weights" in starter.mark.text()


def test_with_a_text_the_card_says_whether_and_how_it_fits(
    qtbot: QtBot, tale_project: Project, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))
    page = ModelPage(context)
    page.refresh()
    qtbot.addWidget(page)
    page.show()
    starter = card(page, "starter-en")
    assert "this computer" in starter.fit.text()
    assert "being measured" in starter.cost.text() and "B of memory" in starter.cost.text()
    assert "1,000 tokens" not in starter.needs.text(), "nothing is known of it yet"
    remember_speed(Speed(1e11, 4e11, 1e9))
    context.speed_measured.emit()
    assert " min." in starter.cost.text() and "B of memory" in starter.cost.text()
    assert "1,000 tokens" in starter.needs.text()


def test_a_page_that_is_drawn_anew_leaves_its_cards_as_the_person_has_them(
    qtbot: QtBot, tale_project: Project, context: Context, tiny_gpt2: Path
) -> None:
    page = ModelPage(context)
    page.refresh()
    qtbot.addWidget(page)
    page.show()
    starter = card(page, "starter-en")
    starter.unfold.click()
    starter.unfold.setFocus()
    page.open_folder(tiny_gpt2)
    qtbot.waitUntil(lambda: not context.jobs.running)
    page.refresh()
    qtbot.waitUntil(lambda: card(page, str(tiny_gpt2)).isVisible())
    assert card(page, "starter-en").memory.isVisible() and card(page, "starter-en").unfold.isChecked()
    assert not card(page, str(tiny_gpt2)).memory.isVisible()
    assert page.focusWidget() is card(page, "starter-en").unfold


def test_a_folder_of_ones_own_becomes_a_card_and_is_chosen(
    qtbot: QtBot, context: Context, page: ModelPage, tiny_gpt2: Path
) -> None:
    page.open_folder(tiny_gpt2)
    qtbot.waitUntil(lambda: not context.jobs.running)
    assert str(context.model) == str(tiny_gpt2)
    opened = card(page, str(tiny_gpt2))
    assert "Chosen" in words(opened)
    qtbot.waitUntil(lambda: not opened.visibleRegion().isEmpty())  # below all those that come with the program
    page.refresh()
    assert [str(each.model.ref) for each in page.cards].count(str(tiny_gpt2)) == 1
    qtbot.waitUntil(lambda: all(each.isVisible() for each in page.cards))
    assert len([each for each in page.findChildren(ModelCard) if each.isVisible()]) == len(page.cards)


def test_a_gguf_file_is_a_card_that_says_where_it_lies_and_in_which_kind_of_numbers(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_page, "strong_file", lambda: None)  # the package was left out
    file = write_gguf(tmp_path / "tiny.Q4_1.gguf", write(tmp_path / "folder", "smollm2"), "Q4_1")
    page = ModelPage(context)
    page.refresh()
    qtbot.addWidget(page)
    page.show()
    page.open_folder(file)
    assert context.model is None, "its tokenizer is read while the window answers"
    qtbot.waitUntil(lambda: not context.jobs.running)
    assert str(context.model) == str(file)
    said = words(card(page, str(file)))
    assert f"In the file {file}, which is read where it lies." in said and "in Q4_1 (what that lost" in said
    assert "Get SmolLM2 135M (272 MB)" in page.strong_button.text() and page.strong_button.isVisible()
    file.write_bytes(file.read_bytes()[:2000])
    with qtbot.waitSignal(context.failed) as failed:
        page.open_folder(file)
    assert failed.args[0].code == "model.damaged"


def test_a_model_that_comes_or_goes_leaves_the_cards_of_the_others_where_they_are(
    qtbot: QtBot, context: Context, tiny_gpt2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_cache(tmp_path / "hub", tiny_gpt2, 6, 2)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    page = ModelPage(context)
    page.refresh()
    qtbot.addWidget(page)
    page.show()
    wait_for_all(qtbot, page, context)
    before = [*page.cards, *page.unreadable]
    card(page, "starter-en").setFocus()
    page.open_folder(tiny_gpt2)
    qtbot.waitUntil(lambda: not context.jobs.running)
    wait_for_all(qtbot, page, context)
    assert {*page.cards, *page.unreadable} - {*before} == {card(page, str(tiny_gpt2))}
    assert {*before} < {*page.cards, *page.unreadable} and card(page, "starter-en").hasFocus()
    shutil.rmtree(next((tmp_path / "hub").glob("models--org--model-*")))
    page.refresh()
    wait_for_all(qtbot, page, context)
    assert len({*before} - {*page.cards, *page.unreadable}) == 1
    qtbot.waitUntil(lambda: [each for each in by_place(page) if each.isVisible()] == page.cards)


def test_a_folder_without_weights_is_refused_with_one_sentence(
    qtbot: QtBot, context: Context, page: ModelPage, tmp_path: Path
) -> None:
    shutil.copy(resource("models") / "starter-en" / "config.json", tmp_path)
    before = [str(each.model.ref) for each in page.cards]
    with qtbot.waitSignal(context.failed) as failed:
        page.open_folder(tmp_path)
    assert failed.args[0].code == "model.without_weights"
    assert context.model is None
    assert [str(each.model.ref) for each in page.cards] == before


def test_of_forty_models_in_the_cache_only_the_beginnings_are_read_and_the_odd_ones_say_why(
    qtbot: QtBot, context: Context, tiny_gpt2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = make_cache(tmp_path / "hub", tiny_gpt2, 40, 10, large=True)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    before = bytes_read()
    page = ModelPage(context)
    page.refresh()
    qtbot.addWidget(page)
    page.show()
    assert 0 < len(page.cards) < 10, "it is drawn before all that there are were looked at"
    wait_for_all(qtbot, page, context)
    read = bytes_read() - before
    assert len([each for each in page.cards if str(each.model.ref).startswith("org/")]) == 30
    assert read < 10_000_000, "of thirty times three hundred megabytes"
    shown = {each.model.name: each.reason.text() for each in page.unreadable}
    assert set(shown) == set(said)
    assert all(re.search(sentence, plain(shown[name])) for name, sentence in said.items())
    assert all(each.cost.text() for each in page.cards)
    (far_down,) = (each for each in page.cards if str(each.model.ref) == "org/model-25")
    far_down.unfold.click()
    assert [each for each in page.cards if each.memory.isVisible()] == [far_down]


def by_place(page: ModelPage) -> list[ModelCard]:
    return sorted(page.findChildren(ModelCard), key=lambda each: each.y())


def bytes_read() -> int:
    """By this process since its start; 0 where the system does not count them."""
    counted = Path("/proc/self/io")
    return int(counted.read_text().split("rchar:")[1].split()[0]) if counted.is_file() else 0


def plain(text: str) -> str:
    """Without what keeps a number together with its unit."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.usefixtures("measured_computer")
def test_every_card_says_what_it_takes_and_unfolded_for_each_method_and_batch(
    context: Context, page: ModelPage
) -> None:
    context.choose_model(from_text("starter-en"))
    starter, lstm = (card(page, name) for name in ("starter-en", "scratch:lstm-words"))
    for shown in (starter, lstm):
        said = words(shown)
        assert "1,000 tokens take" in said and "to learn from" in said and "Predicting takes" in said
    assert not starter.memory.isVisible(), "a card that grew when it was chosen would push the others away"
    starter.unfold.click()
    assert starter.memory.isVisible() and not lstm.memory.isVisible()
    table = starter.memory.accessibleDescription()
    assert (
        table.count("GB") == 9
        and table.count("1,000 tokens: ") == 3
        and "All weights learn, batch 1:" in table
        and "(LoRA), batch 32:" in table
    )
    context.choose_model(from_text("scratch:lstm-words"))
    lstm.unfold.click()
    assert lstm.memory.isVisible() and starter.memory.isVisible()
    assert "LoRA" not in lstm.memory.accessibleDescription()
