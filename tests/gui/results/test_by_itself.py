"""Results that take some seconds are found out by themselves, others when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.findings import evaluation
from workbench.costs.computer import remember_speed
from workbench.costs.fit import Speed
from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.kept import EVALUATION, keep, name_of
from workbench.gui.context import Context
from workbench.gui.jobs import Job, Jobs
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.train.train_page import TrainPage
from workbench.measuring.bootstrap import Drawn, Interval, Kind
from workbench.messages.errors import KnownError
from workbench.project.checkpoints import CHECKPOINTS
from workbench.project.project import Project
from workbench.training.events import CheckpointSaved, Validated
from workbench.values.changes import Changes
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import Run, RunStatus


class Titles(Jobs):
    """Notes what would be done, without doing it: that would load the engine."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def start_job(self, title: str, *_: object, **__: object) -> Job:  # type: ignore[override]
        self.noted.append(title)
        return super().start_job(title, _refuse, lane="files")


def _refuse() -> None:
    raise KnownError("corpus.name")


@pytest.fixture
def context(tale_project: Project) -> Iterator[Context]:
    jobs = Titles()
    yield Context(tale_project, jobs)
    jobs.shutdown()


@pytest.fixture
def run(context: Context) -> Run:
    """Its weights are there, as far as anybody looks who does not load them."""
    runs = context.project.runs
    made = runs.create(corpus="tale", base=from_text("gpt-en"), model_sha256="0", fine_tuning=FineTuning())
    weights = made.folder / CHECKPOINTS / "2"
    weights.mkdir(parents=True)
    with runs.recorder(made) as recorder:
        recorder.record(CheckpointSaved(2, weights, is_best=True))
    return runs.finish(made, RunStatus.FINISHED)


def opened(qtbot: QtBot, context: Context, run: Run) -> list[str]:
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_run(run)
    qtbot.waitUntil(lambda: not context.jobs.running)
    assert isinstance(context.jobs, Titles)
    return context.jobs.noted


@pytest.mark.usefixtures("measured_computer")
def test_what_takes_seconds_is_found_out_by_itself(qtbot: QtBot, context: Context, run: Run) -> None:
    assert opened(qtbot, context, run) == [f"Evaluating {run.name}"]


@pytest.mark.usefixtures("measured_computer")
def test_of_a_run_without_its_weights_nothing_is_tried(qtbot: QtBot, context: Context, run: Run) -> None:
    context.project.checkpoints.prune(run)
    assert opened(qtbot, context, run) == []


def test_what_takes_longer_waits_for_the_button(
    qtbot: QtBot, context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))
    remember_speed(Speed(1e6, 1e6, 1e6))
    assert opened(qtbot, context, run) == []


def test_nothing_is_begun_where_nobody_knows_how_long_it_takes(qtbot: QtBot, context: Context, run: Run) -> None:
    assert opened(qtbot, context, run) == []


@pytest.mark.usefixtures("measured_computer")
def test_nothing_is_begun_while_something_else_is_at_work(qtbot: QtBot, context: Context, run: Run) -> None:
    context.jobs.start_job("training", None)
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_run(run)
    assert isinstance(context.jobs, Titles) and context.jobs.noted == ["training"]
    view = page.views.shown[0]
    qtbot.waitUntil(lambda: not context.jobs.running)
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    assert context.jobs.noted[-1] == f"Evaluating {run.name}"
    qtbot.waitUntil(lambda: not context.jobs.running)


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (-0.42, -0.5, -0.25, "✓ It predicts the test text of “сказка” better than модель, from which it began: "
                             "by 0.42 bits per byte, between 0.25 and 0.5 with a confidence of 95 %."),
        (0.1, 0.05, 0.2, "✗ It predicts the test text of “сказка” worse than модель, from which it began: "
                         "by 0.1 bits per byte, between 0.05 and 0.2 with a confidence of 95 %."),
        (-0.01, -0.03, 0.02, "≈ Whether it predicts better than модель, from which it began, the test text of “сказка” "
                             "cannot tell: the difference in bits per byte is between -0.030 and +0.020 with a "
                             "confidence of 95 %."),
    ],
)  # fmt: skip
def test_results_begin_with_the_answer_of_what_is_known_and_follow_it(
    qtbot: QtBot, context: Context, run: Run, value: float, low: float, high: float, said: str
) -> None:
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_run(run)
    assert page.answer.text() == "" and page.answer.height() > 0
    found = BeforeAfter(evaluation(), evaluation(), Interval(value, low, high, Drawn(Kind.PASSAGES, 90, 1)), None)
    keep(context.project, run, name_of(EVALUATION, Split.TEST), found)
    context.tell(Changes.of(run))
    assert page.answer.text() == said


@pytest.mark.usefixtures("measured_computer")
def test_a_run_that_has_ended_is_measured_without_being_asked_for_unless_another_begins(
    qtbot: QtBot, context: Context, run: Run
) -> None:
    with context.project.runs.recorder(run) as recorder:
        recorder.record(Validated(2, 4.0, True, 1.0))
    page = TrainPage(context)
    qtbot.addWidget(page)
    page.answering.begin(context.project.runs.named(run.name))
    qtbot.waitUntil(lambda: not context.jobs.running)
    assert isinstance(context.jobs, Titles) and context.jobs.noted == [f"Evaluating {run.name}"]
    context.jobs.start_job("training", None)
    page.answering.begin(context.project.runs.named(run.name))
    qtbot.waitUntil(lambda: not context.jobs.running)
    assert context.jobs.noted == [f"Evaluating {run.name}", "training"]
