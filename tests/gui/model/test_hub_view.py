"""The Hub on the Model page, driven in a real window against a server on this computer: search, download, token."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.adapters import write_case
from tests.gguf_files import write_gguf
from tests.local_hub import GATE, LocalHub, Repository, large_weights
from tests.opening import create_in, open_in
from tests.tiny_families import write
from workbench.gui.model.hub_card import HubCard, State
from workbench.gui.model.hub_view import HubView
from workbench.gui.model.model_page import ModelPage
from workbench.gui.shell.status import JobView
from workbench.gui.shell.window import MainWindow
from workbench.gui.words import quantities
from workbench.models.hub.download import ATTEMPTS
from workbench.values.model_ref import Folder

WAIT = 20_000  # ms, at most


pytestmark = pytest.mark.usefixtures("surroundings")


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> ModelPage:
    assert create_in(window, tmp_path / "project")
    assert window.workspace is not None
    window.workspace.go("model")
    window.workspace.model.tabs.setCurrentWidget(window.workspace.model.hub)
    return window.workspace.model


@pytest.fixture
def view(page: ModelPage) -> HubView:
    return page.hub


@pytest.fixture
def search(qtbot: QtBot, view: HubView) -> Callable[[str], None]:
    """Types words, presses Return, and waits for what comes of it."""

    def run(words: str) -> None:
        view.words.clear()
        qtbot.keyClicks(view.words, words)
        qtbot.keyClick(view.words, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: view.search_button.text() == "Search", timeout=WAIT)

    return run


def card(view: HubView, model: str) -> HubCard:
    return next(each for each in view.cards if each.model.id == model)


def shown(each: HubCard) -> str:
    labels = (label for label in each.findChildren(QLabel) if not label.isHidden())
    return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


def click(qtbot: QtBot, each: HubCard) -> None:
    qtbot.mouseClick(each.button, Qt.MouseButton.LeftButton)


@pytest.fixture
def begin(qtbot: QtBot, hub: LocalHub, view: HubView, search: Callable[[str], None]) -> Callable[[], HubCard]:
    """Starts a download of eight megabytes, of which one comes."""

    def run() -> HubCard:
        hub.repositories["tiny/gpt2"].files["model.safetensors"] = large_weights()
        hub.before_piece.clear()
        search("gpt2")
        ready = card(view, "tiny/gpt2")
        click(qtbot, ready)
        qtbot.waitUntil(hub.first_piece_sent.is_set, timeout=WAIT)
        return ready

    return run


def test_nothing_is_asked_of_the_network_before_a_search(hub: LocalHub, view: HubView) -> None:
    assert view.isVisible() and not view.cards
    assert "until you press Search" in view.said.text()
    assert hub.asked == []


def test_a_search_shows_what_each_model_is_and_why_some_cannot_be_opened(
    view: HubView, search: Callable[[str], None]
) -> None:
    search("tiny")
    ready = shown(card(view, "tiny/gpt2"))
    assert "0.2 MB" in ready and "English" in ready and "licence: mit" in ready and "500 downloads a month" in ready
    assert card(view, "tiny/gpt2").button.text() == "Download 0.2 MB"
    assert "accept their conditions" in shown(card(view, "tiny/gated-gpt2"))
    for model, reason in (("tiny/pickle-gpt2", "it is refused"), ("tiny/neox", "gpt_neox")):
        assert "Cannot be opened" in shown(card(view, model)) and reason in shown(card(view, model))
        assert not card(view, model).button.isVisible()
    assert view.said.text() == "4 models, of which 2 can be opened; the most downloaded first."


def test_one_file_of_several_is_chosen_fetched_and_used(
    qtbot: QtBot, hub: LocalHub, tmp_path: Path, page: ModelPage, view: HubView, search: Callable[[str], None]
) -> None:
    folder = write(tmp_path / "folder", "smollm2")
    kinds = {kind: write_gguf(tmp_path / f"{kind}.gguf", folder, kind).read_bytes() for kind in ("F16", "Q8_0")}
    files = {f"tales-{kind}.gguf": content for kind, content in kinds.items()}
    hub.repositories["anna/tales-GGUF"] = Repository({**files, "mmproj-tales.gguf": b"GGUF"})
    search("tales gguf")
    ready = card(view, "anna/tales-GGUF")
    assert ready.files is not None and "3 files, each a model by itself; 2 can be opened" in shown(ready)
    box = ready.files.box
    assert box.currentText().startswith("tales-Q8_0.gguf") and "cannot be opened" in box.itemText(2)
    assert not box.model().flags(box.model().index(2, 0)) & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().startswith("tales-F16.gguf")
    assert ready.button.text() == f"Download {quantities.size(len(files['tales-F16.gguf']))}"
    with qtbot.waitSignal(view.model_arrived, timeout=WAIT):
        click(qtbot, ready)
    ready = card(view, "anna/tales-GGUF")  # drawn anew, at the file that is here
    assert ready.state is State.HERE and ready.files is not None
    assert ready.files.current.name == "tales-F16.gguf"
    click(qtbot, ready)
    (chosen,) = (each for each in page.cards if each.mark.text())
    assert chosen.model.name == "tales-F16" and isinstance(chosen.model.ref, Folder)


def test_an_addition_says_what_it_lacks_until_its_base_is_here(
    qtbot: QtBot, hub: LocalHub, tmp_path: Path, view: HubView, search: Callable[[str], None]
) -> None:
    adapter = write_case(tmp_path, "plain")
    said = {**json.loads((adapter / "adapter_config.json").read_text()), "base_model_name_or_path": "anna/tale"}
    (adapter / "adapter_config.json").write_text(json.dumps(said))
    hub.repositories["anna/manner"] = Repository.of_folder(adapter, card={"base_model": "anna/tale"})
    hub.repositories["anna/tale"] = Repository.of_folder(tmp_path / "base")
    search("anna")
    assert "an addition to anna/tale" in shown(card(view, "anna/manner"))
    for model in ("anna/manner", "anna/tale"):
        with qtbot.waitSignal(view.model_arrived, timeout=WAIT):
            click(qtbot, card(view, model))
        is_usable = model == "anna/tale"
        assert card(view, "anna/manner").button.isEnabled() is is_usable
        assert ("which is not on this computer" in shown(card(view, "anna/manner"))) is not is_usable


def test_a_search_by_language_needs_no_words(view: HubView, search: Callable[[str], None]) -> None:
    view.language.setCurrentIndex(view.language.findData("de"))
    search("")
    assert [each.model.id for each in view.cards] == ["tiny/neox"]
    view.language.setCurrentIndex(0)
    search("nothing like this")
    assert not view.cards and "Try fewer" in view.said.text()


def test_a_downloaded_model_is_offered_here_and_can_be_chosen(
    qtbot: QtBot, page: ModelPage, view: HubView, search: Callable[[str], None]
) -> None:
    search("gpt2")
    with qtbot.waitSignal(view.model_arrived, timeout=WAIT):
        click(qtbot, card(view, "tiny/gpt2"))
    assert "tiny/gpt2" in {str(each.model.ref) for each in page.cards}
    ready = card(view, "tiny/gpt2")
    assert ready.state is State.HERE and "On this computer" in shown(ready)
    click(qtbot, ready)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "On this computer" and page.next_button.isEnabled()
    (chosen,) = (each for each in page.cards if each.mark.text())
    assert str(chosen.model.ref) == "tiny/gpt2" and page.window().focusWidget() is chosen


def test_a_download_is_followed_cancelled_and_gone_on_with(
    qtbot: QtBot, hub: LocalHub, window: MainWindow, view: HubView, begin: Callable[[], HubCard]
) -> None:
    ready = begin()
    qtbot.waitUntil(lambda: "MB/s" in ready.note.text() and "left" in ready.note.text(), timeout=WAIT)
    assert ready.bar.isVisible() and ready.button.text() == "Cancel"
    (job,) = window.status.shown.values()
    assert isinstance(job, JobView) and "Downloading tiny/gpt2" in job.words and "8.0 MB" in job.words
    click(qtbot, ready)  # the server is silent now, and nobody waits for it
    qtbot.waitUntil(lambda: ready.state is State.PARTLY_HERE, timeout=WAIT)
    assert "Not finished: 1.0 MB" in shown(ready) and not window.banner.isVisible()
    hub.before_piece.set()
    with qtbot.waitSignal(view.model_arrived, timeout=WAIT):
        click(qtbot, ready)
    assert hub.ranges() == [None, f"bytes={hub.piece_bytes}-"]


def test_what_was_left_unfinished_is_offered_the_next_time_without_a_search(
    qtbot: QtBot, hub: LocalHub, page: ModelPage, view: HubView, search: Callable[[str], None], window: MainWindow
) -> None:
    hub.repositories["tiny/gpt2"].files["model.safetensors"] = large_weights()
    hub.drops.extend([3_000_000, *[0] * ATTEMPTS])
    search("gpt2")
    click(qtbot, card(view, "tiny/gpt2"))
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "They are kept" in window.banner.message.text()
    hub.drops.clear()
    assert window.context is not None
    folder = window.context.project.folder
    assert window.close_project() and open_in(window, folder)
    assert window.workspace is not None
    window.workspace.go("model")
    later = window.workspace.model.hub
    (left,) = later.cards
    assert left.model.id == "tiny/gpt2" and left.button.text() == "Go on downloading"
    with qtbot.waitSignal(later.model_arrived, timeout=WAIT):
        click(qtbot, left)
    assert hub.ranges()[-1] == "bytes=3000000-"


def test_closing_the_project_does_not_wait_for_a_download(begin: Callable[[], HubCard], window: MainWindow) -> None:
    begin()
    assert window.close_project() and not window.jobs.running


def test_a_gated_model_opens_once_a_token_is_kept(
    qtbot: QtBot, hub: LocalHub, view: HubView, search: Callable[[str], None], window: MainWindow, system_keyring: None
) -> None:
    search("gated")
    gated = card(view, "tiny/gated-gpt2")
    click(qtbot, gated)
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "set a token" in window.banner.message.text() and f"{hub.endpoint}/tiny/gated-gpt2" in (
        window.banner.message.text()
    )
    view.settings_button.click()
    qtbot.waitUntil(lambda: "No token" in view.settings.has_token.text(), timeout=WAIT)
    qtbot.keyClicks(view.settings.token, GATE)
    view.settings.keep_button.click()
    assert view.settings.token.text() == ""
    qtbot.waitUntil(lambda: "is there" in view.settings.has_token.text(), timeout=WAIT)
    with qtbot.waitSignal(view.model_arrived, timeout=WAIT):
        click(qtbot, gated)
    view.settings.forget_button.click()
    qtbot.waitUntil(lambda: "No token" in view.settings.has_token.text(), timeout=WAIT)


def test_without_a_keyring_the_banner_says_what_to_do(
    qtbot: QtBot, view: HubView, window: MainWindow
) -> None:  # fmt: skip
    view.settings_button.click()
    qtbot.keyClicks(view.settings.token, GATE)
    view.settings.keep_button.click()
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "no keyring" in window.banner.message.text() and GATE not in window.banner.message.text()


def test_another_address_is_asked_from_now_on(
    qtbot: QtBot, hub: LocalHub, view: HubView, search: Callable[[str], None], window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    view.settings_button.click()
    assert view.settings.endpoint.text() == "http://127.0.0.1:9"
    view.settings.endpoint.setText("nowhere")
    view.settings.set_button.click()
    assert "not the address of a Hub" in window.banner.message.text()
    view.settings.endpoint.setText(f"{hub.endpoint}/")
    view.settings.set_button.click()
    assert view.settings.endpoint.text() == hub.endpoint and view.settings.usual_button.isEnabled()
    search("gpt2")
    assert view.cards
    view.settings.usual_button.click()
    assert view.settings.endpoint.text() == "http://127.0.0.1:9" and not view.settings.usual_button.isEnabled()
    window.banner.hide()
    search("gpt2")
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "could not be reached" in window.banner.message.text()


def test_a_search_can_be_stopped_while_the_server_says_nothing(
    qtbot: QtBot, hub: LocalHub, view: HubView
) -> None:  # fmt: skip
    hub.is_silent = True
    qtbot.keyClicks(view.words, "gpt2")
    view.search_button.click()
    assert view.search_button.text() == "Stop" and "Searching" in view.said.text()
    qtbot.waitUntil(lambda: bool(hub.asked), timeout=WAIT)
    view.search_button.click()
    qtbot.waitUntil(lambda: view.search_button.text() == "Search", timeout=WAIT)
    assert not view.cards


def test_an_import_need_not_wait_for_a_download(
    qtbot: QtBot, view: HubView, begin: Callable[[], HubCard], window: MainWindow, tmp_path: Path
) -> None:
    begin()
    (tmp_path / "text.txt").write_text("A text that is imported meanwhile. " * 20)
    window.import_files([tmp_path / "text.txt"])
    assert window.context is not None
    context = window.context
    qtbot.waitUntil(lambda: context.corpus == "text", timeout=WAIT)
    assert view.downloads.running == ["tiny/gpt2"]
