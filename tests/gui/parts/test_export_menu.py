"""A run is exported from History: what is offered, where it is written, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE
from workbench.exporting.formats import Format
from workbench.gui.context import Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.parts.export_menu import EXPORTS, Export


@pytest.fixture
def history(qtbot: QtBot, taught: Context) -> HistoryPage:
    widget = HistoryPage(taught)
    qtbot.addWidget(widget)
    widget.resize(690, 640)
    widget.refresh()
    widget.show()
    return widget


def wish(page: HistoryPage, title: str) -> None:
    menu = page.details.export.menu()
    next(action for action in menu.actions() if action.text().startswith(title)).trigger()


def test_every_format_is_offered_with_what_it_is_for(
    qtbot: QtBot, history: HistoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    actions = history.details.export.menu().actions()
    exports = [export for several in EXPORTS.values() for export in several]
    assert {export.wanted for export in exports} == set(Format)
    offered = [action.text() for action in actions if action.isEnabled() and not action.isSeparator()]
    added = f"{EXPORTS['The model'][2].title} …"
    shown = [
        export.title if export.wanted is Format.GGUF else f"{export.title} …\t{export.purpose}" for export in exports
    ]
    assert offered[1:] == [each for each in shown if not each.startswith(added)], (
        "the run added nothing, it changed all"
    )
    of_gguf = next(action.menu() for action in actions if action.text() == "GGUF file")
    kinds = [action.text().split(" ")[0] for action in of_gguf.actions()]
    assert kinds == ["F32:", "F16:", "BF16:", "Q8_0:", "Q5_1:", "Q5_0:", "Q4_1:", "Q4_0:"]
    assert all(re.search(r", \d[\d.]* [kM]B …", action.text()) for action in of_gguf.actions())
    with qtbot.waitSignal(history.details.export.chosen) as chosen:
        of_gguf.actions()[3].trigger()
    assert chosen.args is not None and chosen.args[0].quantisation.value == "q8_0"
    history.details.export.show_usable(tuple(Format), adapter_bytes=1_200_000)
    assert any(action.text().startswith(added) and "1.2" in action.text() for action in actions if action.isEnabled())
    history.details.export.show_usable(tuple(Format), labels=True)
    assert not any("next tokens" in action.text() for action in actions)
    assert any(action.text().endswith("\ttakes text and answers with labels") for action in actions)
    history.details.export.show_usable(())
    offered = [action.text().split(" …")[0] for action in actions if action.isEnabled() and not action.isSeparator()]
    assert offered == ["Report", "Table (CSV)", "TensorBoard events"]
    history.details.export.show_several()
    assert [action.text().split(" …")[0] for action in actions if action.isEnabled() and action.text()] == ["Report"]


def test_a_model_is_written_where_the_person_says_and_opens_again(
    qtbot: QtBot, history: HistoryPage, taught: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "for-anna"
    asked: list[str] = []

    def choose(_parent: object, title: str, suggested: str, *_more: object, **_options: object) -> tuple[str, str]:
        asked.append(f"{title} {suggested}")
        return str(place), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)  # the system's own dialog, which no test can press
    with qtbot.waitSignal(taught.saved, timeout=PATIENCE) as told:
        wish(history, "Hugging Face folder")
    assert told.args == [f"Saved: {place}", place]
    assert "Hugging Face folder" in asked[0] and "-hf" in asked[0]
    run = taught.project.runs.every()[0]
    expected, found = (
        taught.services.asking.predict(taught.services.models.named(model), "Anna lit the")
        for model in (run.name, str(place))
    )
    assert [word.word for word in found] == [word.word for word in expected]


def test_an_export_that_cannot_be_written_says_why(
    qtbot: QtBot, history: HistoryPage, taught: Context, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    export: Export = EXPORTS["The model"][0]
    with qtbot.waitSignal(taught.failed, timeout=PATIENCE) as failed:
        history.exporter.start_export(taught.project.runs.every()[0], export, tmp_path)
    assert failed.args is not None and failed.args[0].code == "folder.taken"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_a_report_is_saved_as_a_page_or_for_paper(
    qtbot: QtBot, history: HistoryPage, taught: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    file = tmp_path / f"talk.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    with qtbot.waitSignal(taught.saved, timeout=PATIENCE) as told:
        history.details.export.report.trigger()
    assert told.args == [f"Saved: {file}", file]
    assert file.read_bytes().startswith(b"%PDF" if ending == "pdf" else b"<!doctype html>")


def test_a_comparison_is_reported_from_where_it_is_shown(
    qtbot: QtBot, history: HistoryPage, taught: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = taught.project.runs.every()[0]
    second = taught.project.runs.create(
        corpus=first.corpus, base=first.base, model_sha256="", fine_tuning=first.fine_tuning, name="beside it"
    )
    file = tmp_path / "talk.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    history.refresh()
    history.view.selectAll()
    qtbot.waitUntil(lambda: history.comparison.isVisible())
    with qtbot.waitSignal(taught.saved, timeout=PATIENCE):
        history.comparison.export.report.trigger()
    written = file.read_text(encoding="utf-8")
    taught.project.runs.delete(second)
    assert "2 runs compared" in written and first.name in written and "beside it" in written


def test_a_run_is_repeated_and_said_to_come_out_the_same(qtbot: QtBot, history: HistoryPage, taught: Context) -> None:
    original = taught.project.runs.every()[0]
    with qtbot.waitSignals([taught.told, taught.changed], timeout=PATIENCE):
        with qtbot.waitSignal(taught.told, timeout=PATIENCE) as told:
            history.details.check.click()
        assert told.args is not None and told.args[0].startswith("The same numbers")
    again = taught.project.runs.every()[0]
    assert again.name == f"{original.name} again"
    assert again.final_validation_loss == original.final_validation_loss
