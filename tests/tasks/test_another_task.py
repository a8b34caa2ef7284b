"""A second task goes through training, store and window, none of which is changed for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.predicting import shown_page
from tests.gui.train_pages import open_train_page
from tests.tasks.char_class import CLASSES, CharClass
from workbench.cli.main import main
from workbench.experiments.against_base import compare
from workbench.experiments.learnt import learnt
from workbench.experiments.queue import Queue
from workbench.experiments.sweep import Sweep, Varied, queue_sweep
from workbench.exporting.formats import Format, export_run
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.plots.curves import RunCurves
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.train.train_live import TrainLive
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.text_written import is_uncounted
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task, registered, shown_of
from workbench.training.events import Command, Event, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, OfRun, from_text
from workbench.values.run import Input, RunStatus

SETTINGS = FineTuning(
    steps=8, batch_size=4, accumulate=2, context_length=12, learning_rate=1e-2, validate_every=4, dropout=0.1, seed=3,
    precision="float32",
)  # fmt: skip


@pytest.fixture(autouse=True)
def char_class() -> Iterator[CharClass]:
    with registered(CharClass()) as task:
        yield task


@pytest.fixture
def services(tiny_services: Workbench) -> Workbench:
    return tiny_services


def trained(services: Workbench, model: Path, name: str, settings: FineTuning = SETTINGS) -> Training:
    return services.training.train("tale", Folder(model), settings, name, ["Anna lit"], task="char_class")


def test_it_is_trained_recorded_and_read_back(services: Workbench, tiny_gpt2: Path) -> None:
    run = last(trained(services, tiny_gpt2, "classes", SETTINGS.with_settings({"steps": 40})))
    assert run.status is RunStatus.FINISHED and run.got_better and run.inputs == (Input("tale", "char_class"),)
    curves = services.project.runs.curves(run)
    assert set(curves) == {
        "loss", "validation_loss", "learning_rate", "gradient_norm", "tokens_per_second", "char_class/accuracy",
    }  # fmt: skip
    accuracy = curves["char_class/accuracy"]
    assert list(accuracy.steps) == list(curves["validation_loss"].steps) and accuracy.values[-1] > 0.5
    samples = services.project.runs.samples(run)
    assert [sample.step for sample in samples] == list(accuracy.steps)
    assert all({each.word for each in sample.predictions} == set(CLASSES) for sample in samples)
    assert run.bytes_per_token is None and not is_uncounted(run)


def test_its_head_is_among_what_is_kept(services: Workbench, tiny_gpt2: Path, char_class: CharClass) -> None:
    run = last(trained(services, tiny_gpt2, "classes"))
    from safetensors.numpy import load_file

    kept = load_file(services.project.checkpoints.kept(run).folder / "weights.safetensors")
    assert [name.split("/", 1)[1] for name in kept if "char_class" in name] == ["char_class/kernel", "char_class/bias"]
    # What another run goes on from is the model below the head, as it was left.
    opened = services.models.open(OfRun(run.id))
    before = {variable.path: np.asarray(variable) for variable in opened.network.weights}
    found = {name.split("/", 1)[1]: value for name, value in kept.items()}
    assert all(np.array_equal(found[path].reshape(value.shape), value) for path, value in before.items())


def test_its_head_learns_beside_additions_to_a_network_that_rests(services: Workbench, tiny_gpt2: Path) -> None:
    from safetensors.numpy import load_file

    settings = SETTINGS.with_settings({"method": "lora", "steps": 4})
    run = last(trained(services, tiny_gpt2, "small additions", settings))
    saved = services.project.checkpoints.of(run)
    first, second = (load_file(each.folder / "weights.safetensors") for each in saved)
    changed = {name.split("/", 1)[1] for name in first if not np.array_equal(first[name], second[name])}
    assert {"char_class/kernel", "char_class/bias"} < changed
    assert not any("embedding" in path or "feedforward" in path for path in changed)


def test_stopped_and_resumed_it_ends_with_the_same_bits(services: Workbench, tiny_gpt2: Path) -> None:
    whole = last(trained(services, tiny_gpt2, "whole"))
    training = trained(services, tiny_gpt2, "parts")
    event = next(training)
    while not (isinstance(event, StepMeasured) and event.step == 3):
        event = next(training)
    training.send(Command.STOP)
    stopped = last(training)
    assert (stopped.status, stopped.steps) == (RunStatus.STOPPED, 3)
    resumed = last(services.training.resume("parts"))
    assert resumed.status is RunStatus.FINISHED and resumed.task == "char_class"
    curves = [services.project.runs.curves(run) for run in (whole, resumed)]
    assert np.array_equal(curves[0]["loss"].values, curves[1]["loss"].values)
    weights = [
        (services.project.checkpoints.of(run)[-1].folder / "weights.safetensors").read_bytes()
        for run in (whole, resumed)
    ]
    assert weights[0] == weights[1]


def test_the_train_page_draws_it_and_leaves_out_what_it_does_not_have(
    qtbot: QtBot, services: Workbench, tiny_gpt2: Path, char_class: CharClass
) -> None:
    live = TrainLive()
    qtbot.addWidget(live)
    live.begin("tale", "tiny", char_class.shown)
    live.show()
    events: list[Event] = []
    training = trained(services, tiny_gpt2, "classes")
    with pytest.raises(StopIteration) as ended:
        while True:
            events.append(next(training))
    live.take(events)
    looks = [event for event in events if isinstance(event, Validated)]
    curves = live.view.curves
    assert curves.count() == 4 and curves.tabText(1) == "Right classes"
    drawn = curves.plot_of("char_class/accuracy").points("char_class/accuracy")
    assert list(drawn[1]) == [100 * look.figures["char_class/accuracy"] for look in looks], "in percent"
    assert live.view.figures.headline.value == f"{looks[0].loss:.3f} → {looks[-1].loss:.3f}"
    assert not live.view.samples.isVisible()
    live.end(ended.value.value)
    assert "erplexity" not in live.result.words and "Loss" in live.result.words
    assert not live.result.try_it.isVisible() and not live.result.results.isVisible()
    jobs = Jobs()
    results = ResultsPage(Context(services.project, jobs))
    qtbot.addWidget(results)
    results.show_run(ended.value.value)
    assert not any(results.views.isTabVisible(number) for number in range(results.views.count()))
    jobs.shutdown()
    # And so it is drawn from what is stored.
    again = RunCurves()
    qtbot.addWidget(again)
    again.show_run(ended.value.value, services.project.runs.curves(ended.value.value))
    assert list(again.plot_of("char_class/accuracy").points("char_class/accuracy")[1]) == list(drawn[1])
    again.show_nothing()
    assert again.count() == 3


def test_it_is_not_written_in_a_format_that_it_does_not_have(
    services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    last(trained(services, tiny_gpt2, "classes"))
    with pytest.raises(KnownError) as refused:
        last(export_run(services, "classes", tmp_path / "out", Format.HUGGING_FACE))
    assert refused.value.code == "export.other_task"
    assert last(export_run(services, "classes", tmp_path / "out.csv", Format.CSV)).is_file()


def test_a_run_of_a_task_that_is_not_known_is_shown_and_does_not_go_on(
    tale_project: Project,
) -> None:
    run = tale_project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="", fine_tuning=SETTINGS, task="of a newer program"
    )
    tale_project.runs.finish(run, RunStatus.STOPPED)
    assert shown_of(run).train == ()
    with pytest.raises(KnownError) as unknown:
        find_task(run.task)
    assert unknown.value.code == "task.unknown"
    with pytest.raises(KnownError) as refused:
        last(Workbench(tale_project).training.resume(str(run.id)))
    assert refused.value.code == "task.unknown"


def test_it_is_chosen_on_the_train_page_and_each_kind_of_run_learns_it(
    qtbot: QtBot, services: Workbench, tiny_gpt2: Path
) -> None:
    jobs = Jobs()
    context = Context(services.project, jobs)
    context.choose_model(Folder(tiny_gpt2))
    page = open_train_page(qtbot, context)
    box = page.setup.task.box
    assert box.isVisible() and [box.itemData(row) for row in range(box.count())] == ["next_word", "char_class"]
    assert page.next_run.chosen().task == "next_word"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert page.next_run.chosen().task == open_train_page(qtbot, context).next_run.chosen().task == "char_class"
    page.setup.show_settings(SETTINGS)
    page.add_to_queue(SETTINGS, ("Anna lit",))
    page.sweep.begin(SETTINGS)
    (waiting,) = page.waiting.queue.waiting()
    page.start_run(SETTINGS.with_settings({"steps": 1, "accumulate": 1, "dropout": 0.0}), ())
    qtbot.waitUntil(lambda: not page.is_running, timeout=180_000)
    assert {run.task for run in services.project.runs.every()} == {waiting.task} == {"char_class"}
    page.next_run.keep_task("next_word")
    page.repeat(waiting)
    assert page.next_run.chosen().task == "char_class"
    jobs.shutdown()


def test_where_there_is_one_task_nobody_is_asked(qtbot: QtBot, services: Workbench, char_class: CharClass) -> None:
    jobs = Jobs()
    page = open_train_page(qtbot, Context(services.project, jobs))
    page.next_run.keep_task("char_class")
    page.setup.show_task(("next_word",), (Input("", "next_word"),))
    assert not page.setup.task.isVisible()
    jobs.shutdown()


def test_predict_asks_no_run_that_cannot_be_asked(qtbot: QtBot, services: Workbench, tiny_gpt2: Path) -> None:
    last(trained(services, tiny_gpt2, "classes", SETTINGS.with_settings({"steps": 4})))
    jobs = Jobs()
    page = shown_page(qtbot, Context(services.project, jobs))
    assert page.tuned.ref is None and not page.tuned.chooser.count()
    qtbot.waitUntil(lambda: not jobs.running, timeout=240_000)
    jobs.shutdown()


def test_a_sweep_learns_it(services: Workbench, tiny_gpt2: Path) -> None:
    sweep = Sweep(SETTINGS, (Varied("seed", values=(1, 2)),))
    queue_sweep(services, "tale", Folder(tiny_gpt2), sweep, task="char_class")
    assert [run.task for run in Queue(services).waiting()] == ["char_class"] * 2


def test_what_it_costs_is_counted_with_its_own_head(services: Workbench, tiny_gpt2: Path) -> None:
    planning, ref = services.planning, Folder(tiny_gpt2)
    words, classes = (planning.fit(ref, "tale", SETTINGS, task=task) for task in ("next_word", "char_class"))
    assert classes.seconds_per_1000_tokens < words.seconds_per_1000_tokens
    assert classes.memory_bytes < words.memory_bytes


def test_it_is_trained_from_the_command_line_as_well(
    services: Workbench, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = services.project
    project.close()
    words = ["train", str(project.folder), "--corpus", "tale", "--model", str(tiny_gpt2), "--task", "char_class"]
    for name, value in SETTINGS.to_json().items():
        words += [] if value is None else ["--set", f"{name}={value}"]
    assert main(words) == 0
    told = capsys.readouterr()
    assert "validation loss" in told.out and "step 8: loss" in told.err
    assert "perplexity" not in told.out + told.err and "token" not in told.out
    with Project.open(project.folder) as opened:
        (run,) = opened.runs.every()
        assert run.task == "char_class"


def test_what_varies_or_waits_learns_it_from_the_command_line_too(
    services: Workbench, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = services.project.folder
    services.project.close()
    chosen = ["--corpus", "tale", "--model", str(tiny_gpt2), "--set", "steps=4", "--task"]
    assert main(["queue", str(folder), "add", *chosen, "char_class"]) == 0
    assert main(["sweep", str(folder), *chosen, "char_class", "--vary", "seed=1,2", "--later"]) == 0
    with Project.look(folder) as opened:
        assert [run.task for run in opened.queue.waiting()] == ["char_class"] * 3
    for command in (
        ["queue", str(folder), "add"],
        ["sweep", str(folder), "--vary", "seed=1,2"],
        ["train", str(folder)],
    ):
        assert main([*command, *chosen, "chess"]) == 2
        assert "chess" in capsys.readouterr().err


def test_a_run_that_learnt_something_else_is_not_asked_for_next_words(services: Workbench, tiny_gpt2: Path) -> None:
    run = OfRun(last(trained(services, tiny_gpt2, "classes", SETTINGS.with_settings({"steps": 1}))).id)
    asking = services.asking
    for ask in (
        lambda: asking.predict(run, "Anna"), lambda: last(asking.generate(run, "Anna")),
        lambda: last(asking.surprise(run, "Anna")), lambda: last(asking.evaluate(run, "tale")),
        lambda: last(compare(services, run, "tale")), lambda: last(learnt(services, "classes")),
    ):  # fmt: skip
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.code == "run.other_task"
