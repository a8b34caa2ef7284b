"""Every place that shows a figure of a run shows that of the weights that are kept: one checkpoint, one truth."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from workbench.cli.documents import run_json
from workbench.cli.experiment_documents import comparison_json
from workbench.cli.learning import result_in_words
from workbench.experiments.against_base import compare
from workbench.experiments.queue import Queue
from workbench.experiments.sweep import Sweep, Varied, queue_sweep
from workbench.exporting.card import card_of
from workbench.exporting.formats import Format, export_run
from workbench.exporting.report import facts, report_html
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.history.compared_curves import ComparedCurves
from workbench.gui.history.curve_reader import CurvesOfRun
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.train.train_live import TrainLive
from workbench.gui.words import quantities
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, OfRun
from workbench.values.prediction import Sample
from workbench.values.run import Run

SETTINGS = FineTuning(
    steps=24, batch_size=4, context_length=16, validate_every=4, seed=3, patience=0, schedule="constant", warmup=0,
    precision="float32",
)  # fmt: skip
WORSE = SETTINGS.with_settings({"learning_rate": 0.7, "steps": 4, "validate_every": 2})
IN_THE_MIDDLE = SETTINGS.with_settings({"learning_rate": 0.03, "text_share": 0.01})
PROMPT = "Anna lit the"


def trained(services: Workbench, model: str, settings: FineTuning, name: str) -> tuple[Run, list[Validated]]:
    training = services.training.train("tale", services.models.named(model), settings, name, prompts=[PROMPT])
    looks = []
    while True:
        try:
            event = next(training)
        except StopIteration as stop:
            return stop.value, looks
        if isinstance(event, Validated):
            looks.append(event)


def sample_of(services: Workbench, run: Run) -> Sample:
    return next(sample for sample in services.project.runs.samples(run) if sample.step == run.kept_step)


def documents(services: Workbench, run: Run) -> list[dict[str, Any]]:
    """What `train --json` and `runs --json` print."""
    return [run_json(run), run_json(services.project.runs.named(str(run.id)))]


def shown_in_window(qtbot: QtBot, services: Workbench, run: Run) -> list[str]:
    """What the result of a run, History's table and a run's details say of it."""
    live = TrainLive()
    qtbot.addWidget(live)
    live.begin("tale", run.model, NEXT_WORD.shown)
    live.end(run, samples=services.project.runs.samples(run))
    jobs = Jobs()
    page = HistoryPage(Context(services.project, jobs))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.refresh()
    page.show_run(run)
    row = next(row for row, shown in enumerate(page.shown.runs()) if shown.id == run.id)
    cells = [str(page.shown.index(row, column).data()) for column in range(page.shown.columnCount())]
    words = [live.result.words, live.view.figures.headline.value, " ".join(cells), page.details.result]
    marked = page.details.curves.loss
    qtbot.waitUntil(lambda: [*marked.points("kept")[0]] == [run.kept_step], timeout=10_000)
    assert [*marked.points("kept")[1]] == [run.best_validation_loss]
    shown = {word.word: word.probability for word in live.view.samples.now.predictions}
    if run.kept_step:
        assert shown == {word.word: word.probability for word in sample_of(services, run).predictions}
    else:
        assert not shown  # what it began from has no “after”
    predict = PredictPage(Context(services.project, jobs))
    qtbot.addWidget(predict)
    predict.show_run(run)
    notes = {0: "what it began from", run.steps: ""}
    assert notes.get(run.kept_step or 0, f"step {run.kept_step}") in predict.tuned.note
    assert bool(predict.tuned.note) == (run.kept_step != run.steps)
    jobs.shutdown()
    return words


def check(qtbot: QtBot, services: Workbench, run: Run, tmp_path: Path) -> list[str]:
    """Walk through every place where something of `run` is shown or handed on; returns what the window says of it."""
    project = services.project
    kept = run.best_validation_loss
    assert kept is not None and run.kept_step is not None and run.base_validation_loss is not None
    by_step = project.runs.curves(run)["validation_loss"]
    assert dict(zip(by_step.steps, by_step.values, strict=True))[run.kept_step] == kept == by_step.values.min()
    for document in documents(services, run):
        assert (document["kept_step"], document["best_validation_loss"]) == (run.kept_step, kept)
    # What answers is what was measured.
    assert project.checkpoints.kept(run).step == run.kept_step
    evaluation = last(services.asking.evaluate(OfRun(run.id), "tale"))
    windows = run.fine_tuning.context_length
    measured = last(
        services.asking.measure(services.asking.loaded(OfRun(run.id)), run.name, "tale", evaluation.split, windows)
    )
    assert measured.evaluation.loss == pytest.approx(kept, abs=2e-5)
    words = services.asking.predict(OfRun(run.id), PROMPT)
    expected = {word.word: word.probability for word in sample_of(services, run).predictions}
    assert {word.word: word.probability for word in words[:5]} == pytest.approx(
        {word: expected[word] for word in [each.word for each in words[:5]]}, abs=1e-5
    )
    against = last(compare(services, OfRun(run.id), "tale", context=windows))
    assert against.before.loss == pytest.approx(run.base_validation_loss, abs=2e-5)
    # What is printed.
    change = quantities.change(quantities.perplexity(run.base_validation_loss), quantities.perplexity(kept))
    shown = shown_in_window(qtbot, services, run)
    for text in shown:
        assert quantities.perplexity(kept) in text
        if run.got_better:
            assert change in text
    assert f"{kept:.3f}" in result_in_words(run) and (f"step {run.kept_step} is kept" in result_in_words(run)) == bool(
        run.kept_step
    )
    (reported,) = facts(project, [run])["runs"]
    assert reported.kept and (f"step {run.kept_step}" in reported.kept) == bool(run.kept_step)
    assert [bar.probability for bar in reported.prompts[0].after] == [
        word.probability for word in sample_of(services, run).predictions[:6]
    ]
    assert reported.kept in report_html(project, [run])
    card = dict(card_of(services, run).facts)
    assert f"{kept:.4f} nats" in card["On the validation text, of these weights"]
    assert card["These weights"] == (f"of step {run.kept_step}" if run.kept_step else "those that it began from")
    compared = comparison_json([run])["runs"][0]["results"]
    assert (compared["best_validation_loss"], compared["kept_step"]) == (kept, run.kept_step)
    curves = ComparedCurves()
    qtbot.addWidget(curves)
    curves.show_runs([CurvesOfRun(run, ("validation_loss",), project.runs.curves(run))])
    assert [*curves.plot.points("kept 0")[0]] == [run.kept_step]
    # What is handed on.
    if run.model != "scratch:lstm-words":
        folder = last(export_run(services, str(run.id), tmp_path / f"exported-{run.id}", Format.HUGGING_FACE))
        handed_on = load(find_model(str(folder)))
        again = services.models.open(OfRun(run.id))
        for mine, theirs in zip(again.network.weights, handed_on.network.weights, strict=True):
            assert (mine.numpy() == theirs.numpy()).all()
        assert f"{kept:.4f}" in (folder / "README.md").read_text(encoding="utf-8")
    return shown


def test_a_run_that_got_worse_keeps_what_it_began_from_and_says_so_everywhere(
    qtbot: QtBot, tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    run, looks = trained(tiny_services, str(tiny_gpt2), WORSE, "worse")
    assert run.final_validation_loss == looks[-1].loss > looks[0].loss == run.base_validation_loss
    assert run.kept_step == 0 and run.best_validation_loss == looks[0].loss and run.got_better is False
    words = check(qtbot, tiny_services, run, tmp_path)
    # The weights of what it began from, bit for bit.
    began = tiny_services.asking.loaded(Folder(tiny_gpt2)).model.network.weights
    kept = tiny_services.asking.loaded(tiny_services.models.named("worse")).model.network.weights
    assert all((mine.numpy() == theirs.numpy()).all() for mine, theirs in zip(began, kept, strict=True))
    assert "did not get better" in words[0] and "began from is kept" in words[0] and "began from is kept" in words[-1]
    assert not re.search(r"less surprised", report_html(tiny_services.project, [run]).replace("not less", ""))


def test_a_run_whose_best_is_in_the_middle_shows_that_and_not_its_end(
    qtbot: QtBot, tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    run, looks = trained(tiny_services, str(tiny_gpt2), IN_THE_MIDDLE, "middle")
    best = min(looks, key=lambda look: look.loss)
    assert 0 < best.step < 24 and (run.kept_step, run.best_validation_loss) == (best.step, best.loss)
    assert run.final_validation_loss == looks[-1].loss > best.loss and run.steps == 24
    for text in check(qtbot, tiny_services, run, tmp_path)[:2]:
        assert quantities.perplexity(best.loss) in text
    # The run that begins with it begins with that checkpoint, and its own start is measured the same.
    child, child_looks = trained(tiny_services, "middle", IN_THE_MIDDLE, "child")
    assert child_looks[0].loss == pytest.approx(best.loss, abs=1e-6) and child.base == OfRun(run.id, run.kept_step)


def test_a_run_of_another_vocabulary_tells_the_same_everywhere(
    qtbot: QtBot, tiny_services: Workbench, tmp_path: Path
) -> None:
    settings = SETTINGS.with_settings({"learning_rate": 5e-3, "steps": 8})
    run, _ = trained(tiny_services, "scratch:lstm-words", settings, "words")
    check(qtbot, tiny_services, run, tmp_path)


def test_a_sweep_in_which_nothing_gets_better_crowns_nobody_and_throws_nothing_away(
    tiny_services: Workbench, tiny_gpt2: Path
) -> None:
    rates = Varied("learning_rate", (0.7, 0.71))
    queue_sweep(tiny_services, "tale", Folder(tiny_gpt2), Sweep(WORSE, (rates,)), "rates")
    ended = last(Queue(tiny_services).run())
    project = tiny_services.project
    assert [project.runs.named(str(run.id)).is_winner for run in ended] == [False, False]
    assert all(project.checkpoints.of(run) for run in ended) and {run.kept_step for run in ended} == {0}


def test_a_sweep_crowns_the_run_whose_kept_weights_do_best(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    rates = Varied("learning_rate", (0.7, 0.01))
    queue_sweep(tiny_services, "tale", Folder(tiny_gpt2), Sweep(WORSE, (rates,)), "rates")
    ended = last(Queue(tiny_services).run())
    losses = [run.best_validation_loss for run in ended]
    assert [tiny_services.project.runs.named(str(run.id)).is_winner for run in ended] == [False, True]
    assert losses[1] is not None and losses[0] is not None and losses[1] < losses[0]


def test_a_run_that_explodes_keeps_what_it_began_from(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    settings = SETTINGS.with_settings({"learning_rate": 5.0})
    with pytest.raises(Exception, match="exploded"):
        trained(tiny_services, str(tiny_gpt2), settings, "exploded")
    run = tiny_services.project.runs.named("exploded")
    assert run.kept_step == 0 and run.best_validation_loss == run.base_validation_loss
    assert tiny_services.asking.predict(tiny_services.models.named("exploded"), PROMPT) == tiny_services.asking.predict(
        Folder(tiny_gpt2), PROMPT
    )


def test_what_is_written_as_json_has_the_step_and_the_times(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    run, _ = trained(tiny_services, str(tiny_gpt2), SETTINGS.with_settings({"steps": 4}), "timed")
    document = json.loads(json.dumps(run_json(run)))
    assert document["created"] <= document["begun"] <= document["ended"]
    assert document["total_steps"] == 4 and math.isfinite(document["best_validation_loss"])


def test_a_project_tells_the_same_after_it_was_closed(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    run, _ = trained(tiny_services, str(tiny_gpt2), IN_THE_MIDDLE, "middle")
    folder = tiny_services.project.folder
    tiny_services.project.close()
    with Project.open(folder) as project:
        assert project.runs.named("middle") == run
