"""The verbs on a project with the real engine, and what is left when the process is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import tale
from workbench.errors import KnownError
from workbench.fine_tuning import FineTuning, Precision
from workbench.project import Project
from workbench.records import Run, RunStatus, Split
from workbench.services import Services, Training
from workbench.training.events import Command, StepMeasured, Validated

SETTINGS = FineTuning(steps=12, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=4, seed=3)


def to_end(training: Training) -> Run:
    while True:
        try:
            next(training)
        except StopIteration as stop:
            run: Run = stop.value
            return run


@pytest.fixture
def services(tale_project: Project) -> Services:
    return Services(tale_project)


def test_a_run_is_recorded_and_can_be_used(services: Services, tiny_gpt2: Path) -> None:
    run = to_end(services.train("tale", str(tiny_gpt2), SETTINGS, "first", prompt="Anna lit"))
    project = services.project
    assert (run.status, run.steps, run.total_steps) == (RunStatus.FINISHED, 12, 12)
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    assert run.best_validation_loss < run.base_validation_loss
    curves = project.measurements(run)
    assert list(curves["loss"].steps) == list(range(1, 13))
    assert list(curves["validation_loss"].steps) == [0, 4, 8, 12]
    assert min(curves["validation_loss"].values) == run.best_validation_loss
    assert [sample.step for sample in project.samples(run)] == [0, 4, 8, 12]
    words = services.predict("first", "Anna lit the ")
    assert {"lamp", "glass", "sea"} & {prediction.word for prediction in words}
    assert project.run("first") == run and run.fine_tuning.precision is not Precision.AUTO
    settled = services.settled(str(tiny_gpt2), SETTINGS)
    assert run.fine_tuning.with_settings({"precision": "auto"}) == settled


def test_evaluating_a_run_gives_the_loss_it_ended_with(services: Services, tiny_gpt2: Path) -> None:
    run = to_end(services.train("tale", str(tiny_gpt2), SETTINGS.with_settings({"context_length": 32}), "first"))
    measuring = services.evaluate("first", "tale", Split.VALIDATION)
    while True:
        try:
            next(measuring)
        except StopIteration as stop:
            evaluation = stop.value
            break
    assert evaluation.loss == pytest.approx(run.best_validation_loss, abs=1e-5)


def test_a_run_can_start_from_another_run(services: Services, tiny_gpt2: Path) -> None:
    first = to_end(services.train("tale", str(tiny_gpt2), SETTINGS, "first"))
    second = to_end(services.train("tale", "first", SETTINGS, "second"))
    assert second.base_validation_loss == pytest.approx(first.best_validation_loss, abs=1e-6)
    # Deleting what it started from does not take it along.
    services.project.delete_run(first)
    assert services.predict("second", "Anna lit the")


def test_the_recurrent_model_takes_its_words_from_the_text(services: Services) -> None:
    settings = SETTINGS.with_settings({"learning_rate": 5e-3, "steps": 8})
    run = to_end(services.train("tale", "scratch:lstm-words", settings, "words"))
    assert run.best_validation_loss is not None and run.base_validation_loss is not None
    assert run.best_validation_loss < run.base_validation_loss
    known = {word.strip(".") for word in tale(120).split()} | {".", "↵", "␣"}
    assert {prediction.word for prediction in services.predict("words", "Anna lit")} <= known


def test_stopped_runs_are_kept_and_resumed(services: Services, tiny_gpt2: Path) -> None:
    training = services.train("tale", str(tiny_gpt2), SETTINGS, "halted")
    event = next(training)
    while not (isinstance(event, StepMeasured) and event.step == 5):
        event = next(training)
    with pytest.raises(StopIteration) as stop:
        training.send(Command.STOP)
        while True:
            next(training)
    assert stop.value.value.status is RunStatus.STOPPED and stop.value.value.steps == 5
    resumed = to_end(services.resume("halted"))
    assert (resumed.status, resumed.steps) == (RunStatus.FINISHED, 12)
    whole = to_end(services.train("tale", str(tiny_gpt2), SETTINGS, "whole"))
    curves = [services.project.measurements(run)["loss"] for run in (resumed, whole)]
    assert np.array_equal(curves[0].values, curves[1].values)
    with pytest.raises(KnownError, match="already finished"):
        next(services.resume("halted"))


def test_closing_a_training_leaves_it_interrupted(services: Services, tiny_gpt2: Path) -> None:
    training = services.train("tale", str(tiny_gpt2), SETTINGS, "closed")
    while not isinstance(next(training), Validated):
        pass
    training.close()
    assert services.project.run("closed").status is RunStatus.INTERRUPTED


def test_a_failure_is_told_and_the_run_kept_as_failed(services: Services, tiny_gpt2: Path) -> None:
    settings = SETTINGS.with_settings({"context_length": 32})
    file = services.project.folder.parent / "short.txt"
    file.write_text("Anna lit the lamp.\n\nClara watched.\n\nBertil slept.\n", encoding="utf-8")
    for _ in services.import_corpus([file], "short"):
        pass
    with pytest.raises(KnownError, match="too short"):
        to_end(services.train("short", str(tiny_gpt2), settings, "failing"))
    failed = services.project.run("failing")
    assert failed.status is RunStatus.FAILED and "too short" in failed.error


def test_a_damaged_checkpoint_is_passed_over_for_the_one_before(services: Services, tiny_gpt2: Path) -> None:
    training = services.train("tale", str(tiny_gpt2), SETTINGS, "hurt")
    event = next(training)
    while not (isinstance(event, StepMeasured) and event.step == 10):
        event = next(training)
    training.close()
    run = services.project.run("hurt")
    newest = services.project.checkpoints(run)[-1]
    (newest.folder / "weights.safetensors").write_bytes(b"not weights")
    resumed = to_end(services.resume("hurt"))
    assert (resumed.status, resumed.steps) == (RunStatus.FINISHED, 12)
    assert list(services.project.measurements(resumed)["loss"].steps) == list(range(1, 13))


VICTIM = """
import os, signal, sys
from pathlib import Path
from tests.test_services import SETTINGS
from workbench.project import Project
from workbench.services import Services
from workbench.training.events import StepMeasured

project, model, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
services = Services(Project.open(project))
begun = services.project.runs()[0].name == "killed"
training = services.resume("killed") if begun else services.train("tale", model, SETTINGS, "killed")
for event in training:
    if isinstance(event, StepMeasured) and event.step == last:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_run_that_was_killed_twice_ends_as_one_that_was_not(tale_project: Project, tiny_gpt2: Path) -> None:
    folder = tale_project.folder
    whole = to_end(Services(tale_project).train("tale", str(tiny_gpt2), SETTINGS, "whole"))
    tale_project.close()
    root = Path(__file__).parent.parent
    for last in (6, 11):
        victim = subprocess.run(
            [sys.executable, "-c", VICTIM, str(folder), str(tiny_gpt2), str(last)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            capture_output=True,
            check=False,
        )
        assert victim.returncode == -signal.SIGKILL, victim.stderr.decode()[-2000:]
    with Project.open(folder) as project:
        assert project.run("killed").status is RunStatus.INTERRUPTED
        resumed = to_end(Services(project).resume("killed"))
        for name in ("loss", "validation_loss"):
            expected, found = (project.measurements(run)[name] for run in (whole, resumed))
            assert np.array_equal(expected.steps, found.steps) and np.array_equal(expected.values, found.values)
        final = [project.checkpoints(run)[-1].folder / "weights.safetensors" for run in (whole, resumed)]
        assert final[0].read_bytes() == final[1].read_bytes()
