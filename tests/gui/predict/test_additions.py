"""A person's adapters are switched on the side of what was learnt, each beside the model that it is added to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.adapters import CASES, write_adapter
from tests.gui.predicting import shown_page, wait_for_words
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.project.project import Project
from workbench.values.model_ref import Folder


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
        jobs.shutdown()
