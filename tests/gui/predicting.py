"""The Predict page of a project with one run, and the waiting for its answers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.tiny_models import tale
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.run import Run

PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


@pytest.fixture(scope="session")
def taught_project(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Path:
    """The folder of a project with one run, to be copied: it is trained once for all that look at one."""
    folder = tmp_path_factory.mktemp("predict")
    text = folder / "tale.txt"
    text.write_text(tale(120), encoding="utf-8")
    settings = FineTuning(
        steps=30, batch_size=4, context_length=16, validate_every=30, learning_rate=0.01, precision="float32"
    )
    with Project.create(folder / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([text]))
        services.models.add_folder(tiny_gpt2)
        last(services.training.train("tale", Folder(tiny_gpt2), settings, prompts=["Anna lit"]))
        return project.folder


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory, taught_project: Path, tiny_gpt2: Path) -> Iterator[Context]:
    """A project with one run; the page only reads it, so all tests of a module can look at the same."""
    jobs = Jobs()
    with Project.open(shutil.copytree(taught_project, tmp_path_factory.mktemp("taught") / "project")) as project:
        context = Context(project, jobs)
        context.choose_model(Folder(tiny_gpt2))
        yield context
        jobs.shutdown()


@pytest.fixture
def run(taught: Context) -> Run:
    return taught.project.runs.every()[0]


@pytest.fixture
def page(qtbot: QtBot, taught: Context) -> PredictPage:
    return shown_page(qtbot, taught)


def shown_page(qtbot: QtBot, context: Context) -> PredictPage:
    widget = PredictPage(context)
    qtbot.addWidget(widget)
    widget.resize(760, 640)
    widget.refresh()
    widget.text.clear()  # of the prompt that it begins with
    widget.show()
    return widget


def wait_for_words(qtbot: QtBot, page: PredictPage) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.running and not page.is_waiting, timeout=PATIENCE)
