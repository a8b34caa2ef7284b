"""The whole job with labels in one window: labelled texts, a run, the classes of what is typed, the results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.shell.conftest import WITHOUT_A_DISPLAY
from tests.gui.shell.test_whole_job import PATIENCE, click
from tests.labelled_runs import SETTINGS, reviews
from workbench.experiments.kept import kept
from workbench.experiments.label_comparison import LabelsCompared
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.values.model_ref import Folder
from workbench.values.run import RunStatus


@WITHOUT_A_DISPLAY
def test_the_whole_job_with_labels(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    tmp_path: Path,
    photograph: Callable[[str], None],
    two_layers: Path,
) -> None:
    project, services = workspace.context.project, workspace.context.services
    services.models.add_folder(two_layers)

    # Text: the column of labels is found, and its classes are counted
    workspace.text.import_files([reviews(tmp_path / "reviews.csv")])
    qtbot.waitUntil(lambda: bool(project.corpora.every()), timeout=PATIENCE)
    (corpus,) = project.corpora.every()
    assert corpus.contents.labels is not None and set(corpus.contents.labels.classes) == {"good", "bad"}
    photograph("labels-text")

    # Train: what is offered is what the text is
    workspace.context.choose_model(Folder(two_layers))
    click(qtbot, workspace.rail.buttons["train"])
    qtbot.waitUntil(lambda: workspace.place == "train", timeout=PATIENCE)
    setup = workspace.train.setup
    assert setup.task.box.currentData() == "labels" and "2 classes" in setup.task.words
    photograph("labels-setup")
    setup.show_settings(SETTINGS.with_settings({"steps": 24}))
    click(qtbot, setup.start)
    qtbot.waitUntil(lambda: bool(project.runs.every()) and not workspace.train.is_running, timeout=PATIENCE)
    (run,) = project.runs.every()
    assert (run.status, run.task, run.steps) == (RunStatus.FINISHED, "labels", 24)
    assert "Perplexity" not in workspace.train.live.result.words
    photograph("labels-trained")

    # Predict: the classes of what is typed, by what was learnt and by what it began from
    click(qtbot, workspace.train.live.result.try_it)
    qtbot.waitUntil(lambda: workspace.place == "predict" and not workspace.is_visiting, timeout=PATIENCE)
    predict = workspace.predict
    idle = lambda: not window.jobs.running and not predict.is_waiting  # noqa: E731
    predict.text.selectAll()
    qtbot.keyClicks(predict.text, "The day was warm and kind")
    qtbot.waitUntil(idle, timeout=PATIENCE)
    view = predict.views.view("labels")
    assert predict.views.currentWidget() is view and view.tuned.predictions[0].word == "good"
    photograph("labels-predict")
    assert [round(each.probability, 1) for each in view.base.predictions] == [0.5, 0.5]  # nothing was learnt before

    # Results
    click(qtbot, workspace.rail.buttons["history"])
    qtbot.waitUntil(lambda: workspace.place == "history", timeout=PATIENCE)
    click(qtbot, workspace.history.details.results)
    qtbot.waitUntil(lambda: workspace.place == "results", timeout=PATIENCE)
    results = workspace.results.views.view("labels")
    click(qtbot, results.start)
    qtbot.waitUntil(lambda: not window.jobs.running and results.figures.isVisible(), timeout=PATIENCE)
    found = kept(project, run, "labels-validation", LabelsCompared)
    assert found is not None and found.words is not None and results.figures.classes.rowCount() == 2
    photograph("labels-results")
