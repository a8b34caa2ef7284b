"""Where a run learns is no matter to what it learns, nor to whoever drives it."""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import pytest

from workbench.experiments.queue import Queue
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointSaved, Command, Event, StepMeasured, WentOn
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.place import HERE, PlaceKind, Where, where_from
from workbench.values.run import Run, RunStatus

PROCESS = Where(PlaceKind.PROCESS)
SETTINGS = FineTuning(
    steps=12, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=4, seed=3, precision="float32"
)


@pytest.fixture
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes of a test are forked from one that has loaded TensorFlow and not used it: what they load takes
    longer than what they do."""
    if sys.platform == "linux":
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.engine"])
        monkeypatch.setattr(multiprocessing, "get_context", lambda method: context)


def learning_processes() -> list[BaseProcess]:
    """Those that learn for this one."""
    return [each for each in multiprocessing.active_children() if each.name == "learning"]


@pytest.mark.usefixtures("loaded_once")
def test_a_run_in_a_process_of_its_own_learns_the_same_bits_answers_stops_and_survives_its_end(
    tale_project: Project, tiny_gpt2: Path
) -> None:
    services, model = Workbench(tale_project), Folder(tiny_gpt2)
    here = _to_end(services, "here", model, HERE)[0]

    asked: list[dict[str, float]] = []

    def watch(event: Event, training: object) -> Command | None:
        if isinstance(event, StepMeasured) and event.step in (1, 6) and not any(map(_went_on, told)):
            predictions = services.asking.predict(services.models.named("there"), "Anna lit the ", top=3)
            asked.append({each.word: each.probability for each in predictions})
        if isinstance(event, CheckpointSaved) and event.step == 8 and not any(map(_went_on, told)):
            (process,) = learning_processes()
            process.kill()
        told.append(event)
        return Command.STOP if isinstance(event, StepMeasured) and event.step == 10 else None

    told: list[Event] = []
    there, _ = _to_end(services, "there", model, PROCESS, watch)
    assert (there.status, there.steps, there.where) == (RunStatus.STOPPED, 10, PROCESS)
    assert [each.step for each in told if isinstance(each, WentOn)] == [8]
    assert asked[0] != asked[1], "it answers as it has learnt"
    assert not learning_processes()

    resumed = _driven(services.training.resume("there", HERE))[0]
    assert (resumed.status, resumed.steps, resumed.where) == (RunStatus.FINISHED, 12, HERE)
    runs = tale_project.runs
    for name in ("loss", "gradient_norm", "validation_loss"):
        one, other = (runs.curves(run)[name] for run in (here, resumed))
        numbers = set(one.steps.tolist()) & set(other.steps.tolist())
        assert numbers == set(one.steps.tolist())
        wanted = [step in numbers for step in other.steps.tolist()]
        assert np.array_equal(one.values, other.values[wanted]), name
    assert here.best_validation_loss == resumed.best_validation_loss


def test_a_process_that_ends_again_and_again_ends_its_run_with_what_was_kept(
    tale_project: Project, tiny_gpt2: Path
) -> None:
    services = Workbench(tale_project)
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "killed", where=PROCESS)
    losses = 0
    with pytest.raises(KnownError) as failure:
        for event in training:
            losses += isinstance(event, WentOn)
            for process in learning_processes():
                process.kill()
    assert failure.value.code == "place.process_ended" and losses == 1
    run = tale_project.runs.named("killed")
    assert (run.status, run.error and run.error.code) == (RunStatus.FAILED, "place.process_ended")


def test_a_place_is_what_its_name_says() -> None:
    for name in (
        "here", "process", "local-cluster", "local-cluster#2", "ray://127.0.0.1:10001", "ray://[::1]:10001#64",
        "ray", "ray#2", "work#4",
    ):  # fmt: skip
        assert str(where_from(name)) == name
    for name in (
        "",
        "there",
        "ray://",
        "ray://host",
        "ray://host:0",
        "ray://host:99999",
        "http://host:1",
        "local-cluster#two",
        "local-cluster#",
    ):
        with pytest.raises(KnownError, match="no place to learn at"):
            where_from(name)
    for name in ("process#2", "here#3", "local-cluster#0", "ray://host:1#-1", "local-cluster#9999"):
        with pytest.raises(KnownError, match="no such number of workers"):
            where_from(name)


def test_what_several_workers_cannot_make_is_refused_before_it_is_made(
    tale_project: Project, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.services.places.has_ray", lambda: True)
    services, model = Workbench(tale_project), Folder(tiny_gpt2)
    three = where_from("local-cluster#3")
    with pytest.raises(KnownError, match="started by hand"):
        services.training.places.check(where_from("work#2"), SETTINGS, is_taught=False)
    for changes, code in (({}, "place.indivisible"), ({"method": "head", "batch_size": 6}, "place.head_alone")):
        settings = SETTINGS.with_settings(changes)
        with pytest.raises(KnownError) as refused:
            services.training.places.check(three, settings, is_taught=False)
        assert refused.value.code == code
        with pytest.raises(KnownError):
            Queue(services).add("tale", model, settings, where=three)
    kept = tale_project.runs.create(
        corpus="tale", base=model, model_sha256="", fine_tuning=SETTINGS.with_settings({"accumulate": 2}), name="kept"
    )
    tale_project.runs.finish(kept, RunStatus.STOPPED)
    with pytest.raises(KnownError, match="2 batches each"):
        next(services.training.resume("kept", three))
    tale_project.runs.move(kept, where_from("work#2"))
    tale_project.runs.finish(kept, RunStatus.FINISHED)
    with pytest.raises(KnownError, match="started by hand"):
        next(services.training.extend("kept", 4))
    assert not tale_project.runs.named("kept").extensions, "nothing was begun"


def _went_on(event: Event) -> bool:
    return isinstance(event, WentOn)


def _to_end(services, name, model, where, watch=lambda event, training: None):  # type: ignore[no-untyped-def]
    return _driven(services.training.train("tale", model, SETTINGS, name, where=where), watch)


def _driven(training, watch=lambda event, training: None) -> tuple[Run, list[Event]]:  # type: ignore[no-untyped-def]
    events: list[Event] = []
    command = None
    while True:
        try:
            event = training.send(command)
        except StopIteration as stop:
            return stop.value, events
        events.append(event)
        command = watch(event, training)
