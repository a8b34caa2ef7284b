"""A person's adapters are switched on the side of what was learnt, each beside the model that it is added to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.adapters import CASES, write_adapter
from tests.gui.predicting import PATIENCE, shown_page, wait_for_words
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.predict.third_box import ThirdBox
from workbench.gui.tasks.next_word.generation_bar import Sampling
from workbench.gui.tasks.question import AskedModel
from workbench.project.project import Project
from workbench.values.model_ref import Bundled, Folder, OfRun
from workbench.values.prediction import Shaping


@pytest.mark.engine
def test_each_adapter_stands_beside_its_base(
    qtbot: QtBot, taught_project: Path, two_layers: Path, tmp_path: Path
) -> None:
    folders = [write_adapter(tmp_path / name, two_layers, CASES["of GPT-2"]) for name in ("manner A", "manner B")]
    jobs = Jobs()
    with Project.open(shutil.copytree(taught_project, tmp_path / "project")) as project:
        context = Context(project, jobs)
        for folder in (two_layers, *folders):
            context.services.models.add_folder(folder)
        page = shown_page(qtbot, context)
        names = [page.tuned.chooser.itemText(row) for row in range(page.tuned.chooser.count())]
        assert names[-2:] == ["manner A", "manner B"]
        for row in (-1, -2):
            page.tuned.chooser.setCurrentIndex(len(names) + row)
            page.tuned.chosen.emit()
            assert page.base.ref == Folder(two_layers)
        page.text.setPlainText("Anna lit the")
        wait_for_words(qtbot, page)
        view = page.views.view("next_words")
        assert view.base.predictions != view.tuned.predictions and len(view.tuned.predictions) == 10
        page.base.choose(Folder(folders[1]))
        page.base.chosen.emit()
        wait_for_words(qtbot, page)
        assert view.base.predictions == view.tuned.predictions, "the two are alike"
        ask_a_third(qtbot, page, Folder(two_layers))
        jobs.shutdown()


def ask_a_third(qtbot: QtBot, page: PredictPage, third: Folder) -> None:
    """Beside two that are alike; it is asked where a view has room for it, and is no longer when it is not wanted."""
    words = page.views.view("next_words")
    assert words.third.isHidden() and page.third.model is None
    page.third.button.click()
    assert page.third.model is not None and page.third.model.ref not in (page.base.ref, page.tuned.ref)
    page.third.box.choose(third)
    page.third.box.chosen.emit()
    wait_for_words(qtbot, page)
    assert words.third.isVisible() and len(words.third.predictions) == 10
    assert words.third.predictions != words.tuned.predictions
    assert {row[1] for row in words.as_rows()[1:]} == {"before", "after", "also"}
    assert "Also: " in words.as_text()
    page.views.setCurrentWidget(page.views.view("blind"))
    assert page.third.box.note == "a test has two writers"
    surprise, tree = page.views.view("surprise"), page.views.view("tree")
    page.views.setCurrentWidget(surprise)
    qtbot.waitUntil(lambda: len(surprise.totals.text().splitlines()) == 3, timeout=PATIENCE)
    before, after, also = (line.split(": ", 1)[1] for line in surprise.totals.text().splitlines())
    assert before == after != also
    surprise.side.setCurrentIndex(surprise.side.findText("Also"))
    surprise.show_expected(2)
    assert "Before: " in surprise.about.text() and "Also: " not in surprise.about.text()
    assert {row[0] for row in surprise.as_rows()[1:]} == {"before", "after", "also"}
    page.views.setCurrentWidget(tree)
    qtbot.waitUntil(lambda: tree.tree.topLevelItemCount() > 0, timeout=PATIENCE)
    of_tuned = tree.as_rows()
    tree.side.setCurrentIndex(tree.side.findText("Also"))
    qtbot.waitUntil(lambda: tree.tree.topLevelItemCount() > 0, timeout=PATIENCE)
    assert tree.model == page.third.model and tree.as_rows() != of_tuned
    talk = page.views.view("conversation")
    page.views.setCurrentWidget(talk)
    assert not page.third.box.note
    assert [cell.caption.text().split(":")[0] for cell in talk.cells] == ["Before", "After", "Also"]
    writing = page.views.view("writing")
    page.views.setCurrentWidget(writing)
    writing.write_on(Sampling(words=2, samples=1, seed=0, shaping=Shaping()))
    qtbot.waitUntil(lambda: not any(cell.is_writing for cell in writing.cells), timeout=PATIENCE)
    assert [row[0] for row in writing.as_rows()[1:]] == ["manner B", "manner A", page.third.model.title]
    page.views.setCurrentWidget(words)
    page.third.button.click()
    assert words.third.isHidden() and not words.third.predictions and page.third.model is None
    page.views.setCurrentWidget(surprise)
    assert surprise.side.findText("Also") < 0 and surprise.side.currentText() == "After fine-tuning"
    page.views.setCurrentWidget(words)
    wait_for_words(qtbot, page)
    assert {row[1] for row in words.as_rows()[1:]} == {"before", "after"}


def test_a_third_is_a_run_else_what_the_person_opened(qtbot: QtBot) -> None:
    bundled, opened, run = Bundled("starter-en"), Folder(Path("manner")), OfRun(1)
    third = ThirdBox()
    qtbot.addWidget(third)
    for models, nearest in (((bundled, opened, run), run), ((bundled, opened), opened), ((bundled,), bundled)):
        third.show_models([AskedModel(ref, str(ref)) for ref in models], ())
        third.button.click()
        assert third.model is not None and third.model.ref == nearest
        third.button.click()
        third.show_models([], ())
