"""Going on: from what a run began with, from where it was left, and beyond its end."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.driving import send_at
from tests.tiny_models import learner
from workbench.corpora.encoding import encode
from workbench.experiments.repeating import repeat
from workbench.ground.alongside import is_any_left
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.training import checkpoint
from workbench.training.events import (
    CheckpointSaved,
    Command,
    Event,
    Looking,
    Preparing,
    SampleWritten,
    Stage,
    StepMeasured,
    Validated,
)
from workbench.training.learner import Learner
from workbench.training.loop import fine_tune
from workbench.training.schedule import learning_rate
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.run import Extension, Run, RunStatus

SETTINGS = FineTuning(
    steps=8, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=4, seed=3, precision="float32"
)


def losses(services: Workbench, run: Run) -> list[float]:
    return [float(loss) for loss in services.project.runs.curves(run)["loss"].values]


def test_what_is_left_goes_on_from_just_there_as_if_nothing_had_happened(
    tiny_services: Workbench, tiny_gpt2: Path
) -> None:
    whole = last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
    left = send_at(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "left"), Command.LEAVE, 6)
    assert (left.status, left.steps) == (RunStatus.INTERRUPTED, 6)
    assert tiny_services.project.checkpoints.of(left)[-1].step == 6
    assert left.kept_step == 4  # nothing was measured at 6
    steps = []
    training = tiny_services.training.resume("left")
    while True:
        try:
            event = next(training)
        except StopIteration as stop:
            done = stop.value
            break
        if isinstance(event, StepMeasured):
            steps.append(event.step)
    assert steps == [7, 8] and losses(tiny_services, done) == losses(tiny_services, whole)
    looks = [tiny_services.project.runs.curves(run)["validation_loss"] for run in (whole, done)]
    assert np.array_equal(looks[0].values, looks[1].values) and list(looks[1].steps) == [0, 4, 8]


@pytest.mark.parametrize(
    ("command", "place"), [*((Command.STOP, place) for place in range(9)), *((Command.LEAVE, p) for p in (1, 6, 8))]
)
def test_whatever_it_is_doing_it_ends_when_it_is_told_and_goes_on_later(
    tiny_services: Workbench, tiny_gpt2: Path, command: Command, place: int
) -> None:
    """Loading, encoding, measuring, its first look, the first checkpoint, compiling."""
    settings = SETTINGS.with_settings({"steps": 2})
    training = tiny_services.training.train("tale", Folder(tiny_gpt2), settings, "told")
    told = [next(training)]
    while len(told) <= place:
        event = next(training)
        if event != told[-1]:  # what lasts is told of again and again
            told.append(event)
    rest = []
    try:
        rest.append(training.send(command))
        while True:
            rest.append(next(training))
    except StopIteration as stop:
        run = stop.value
    assert run.status is (RunStatus.STOPPED if command is Command.STOP else RunStatus.INTERRUPTED)
    assert not [event for event in rest if isinstance(event, StepMeasured)], rest
    again = last(tiny_services.training.resume("told"))
    assert (again.status, again.steps) == (RunStatus.FINISHED, 2)


def until_it_waits_in(training: Training, stage: Stage) -> None:
    told = 0
    while told < 2:  # the first says that it will
        told += next(training) == Preparing(stage)


@pytest.mark.parametrize("command", list(Command))
def test_nobody_waits_for_the_compiler(
    tiny_services: Workbench, tiny_gpt2: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, dry_step = threading.Event(), Learner.dry_step

    def long_step(learner: Learner, length: int, part: str) -> int:
        may_end.wait()
        return dry_step(learner, length, part)

    whole = last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
    monkeypatch.setattr(Learner, "dry_step", long_step)
    training = Workbench(tiny_services.project).training.train("tale", Folder(tiny_gpt2), SETTINGS, "left")
    until_it_waits_in(training, Stage.COMPILING)
    with pytest.raises(StopIteration) as stop:
        training.send(command)
        while True:
            next(training)
    assert stop.value.value.status is (RunStatus.STOPPED if command is Command.STOP else RunStatus.INTERRUPTED)
    assert stop.value.value.steps == 0 and is_any_left()
    going_on = tiny_services.training.resume("left")  # which begins when that has ended
    until_it_waits_in(going_on, Stage.LOADING_MODEL)
    may_end.set()
    done = last(going_on)
    assert losses(tiny_services, done) == losses(tiny_services, whole)


def test_the_last_look_can_be_left_as_well(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    whole = last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole", ["Anna", "The lamp"]))
    training = tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "left", ["Anna", "The lamp"])
    event = next(training)
    while not (isinstance(event, Looking) and event.step == SETTINGS.steps):
        event = next(training)
    with pytest.raises(StopIteration) as stop:
        training.send(Command.LEAVE)
        while True:
            next(training)
    left = stop.value.value
    assert (left.status, left.steps, left.kept_step) == (RunStatus.INTERRUPTED, 8, 4)
    done = last(tiny_services.training.resume("left"))
    assert (done.status, done.kept_step, done.best_validation_loss) == (
        whole.status, whole.kept_step, whole.best_validation_loss,
    )  # fmt: skip
    assert tiny_services.project.runs.samples(done) == tiny_services.project.runs.samples(whole)


def _is_measuring(event: Event, step: int) -> bool:
    if step:
        return isinstance(event, Looking) and event.step == step
    return isinstance(event, Preparing) and event.stage is Stage.MEASURING_BASE and event.progress is not None


def _is_sample(event: Event, step: int) -> bool:
    return isinstance(event, SampleWritten) and event.sample.step == step


def test_a_look_that_is_left_half_way_is_made_again_as_if_nothing_had_happened(
    tiny_services: Workbench, tiny_gpt2: Path
) -> None:
    prompts = ["Anna", "The lamp"]
    whole = last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole", prompts))
    for is_there, step in product((_is_measuring, _is_sample), (0, 4)):
        _leave_half_way(tiny_services, Folder(tiny_gpt2), prompts, step, is_there, whole)


def _leave_half_way(
    services: Workbench,
    model: Folder,
    prompts: list[str],
    step: int,
    is_there: Callable[[Event, int], bool],
    whole: Run,
) -> None:
    """Leave the look at `step`, go on, and compare with the run that nobody left."""
    project, name = services.project, f"left at {step}: {is_there.__name__}"
    training = services.training.train("tale", model, SETTINGS, name, prompts)
    event = next(training)
    while not is_there(event, step):
        event = next(training)
    rest: list[Event] = []
    with pytest.raises(StopIteration):
        rest.append(training.send(Command.LEAVE))
        while True:
            rest.append(next(training))
    assert not [event for event in rest if isinstance(event, SampleWritten | StepMeasured | Looking)], name
    done = last(services.training.resume(name))
    assert project.runs.samples(done) == project.runs.samples(whole), name
    assert losses(services, done) == losses(services, whole), name
    looks = [project.runs.curves(run)["validation_loss"] for run in (whole, done)]
    assert list(looks[0].values) == list(looks[1].values) and list(looks[1].steps) == [0, 4, 8]
    assert (done.kept_step, done.best_validation_loss) == (whole.kept_step, whole.best_validation_loss)


def test_encoding_tells_how_far_it_is_and_can_be_stopped(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    training = tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "stopped")
    events = [next(training)]
    while not (isinstance(events[-1], Preparing) and events[-1].progress is not None):
        events.append(next(training))
    assert events[-1].stage is Stage.ENCODING_TEXT and events[-1].progress.total > 0
    with pytest.raises(StopIteration) as stop:
        training.send(Command.STOP)
    assert stop.value.value.status is RunStatus.STOPPED


def test_a_run_begins_with_a_checkpoint_of_what_it_began_from(tiny_gpt2: Path, tmp_path: Path, tale_project) -> None:  # type: ignore[no-untyped-def]
    model = load(find_model(str(tiny_gpt2)))
    began = [weight.numpy().copy() for weight in model.network.weights]
    corpus = last(encode(tale_project.corpora.named("tale"), model.tokenizer))
    loop = fine_tune(learner(model, SETTINGS), corpus, tmp_path)
    events = []
    for event in loop:
        events.append(event)
        if isinstance(event, StepMeasured):
            break
    loop.close()
    (saved,) = [event for event in events if isinstance(event, CheckpointSaved)]
    assert (saved.step, saved.is_best) == (0, True) and checkpoint.is_intact(saved.folder)
    other = load(find_model(str(tiny_gpt2)), seed=1)
    for weight in other.network.weights:
        weight.assign(weight * 0)
    checkpoint.load_weights(saved.folder, other.network)
    assert all(np.array_equal(was, now.numpy()) for was, now in zip(began, other.network.weights, strict=True))
    # A run that was killed before its second checkpoint begins there again, with the same bits.
    whole = [e.loss for e in fine_tune(learner(load(find_model(str(tiny_gpt2))), SETTINGS), corpus, tmp_path / "whole")
             if isinstance(e, StepMeasured | Validated)]  # fmt: skip
    again = [e.loss for e in fine_tune(learner(other, SETTINGS), corpus, tmp_path, start=saved.folder)
             if isinstance(e, StepMeasured | Validated)]  # fmt: skip
    assert again == whole[1:]


@pytest.mark.parametrize("method", ["lora", "gradual_unfreezing"])
def test_a_finished_run_goes_on_beyond_its_end_with_the_optimizer_that_it_had(
    tiny_services: Workbench, tiny_gpt2: Path, method: str
) -> None:
    settings = SETTINGS.with_settings({"method": method})
    first = last(tiny_services.training.train("tale", Folder(tiny_gpt2), settings, "first"))
    assert (first.status, first.steps, first.total_steps) == (RunStatus.FINISHED, 8, 8)
    until_then = losses(tiny_services, first)
    longer = last(tiny_services.training.extend("first", 4))
    assert (longer.status, longer.steps, longer.total_steps) == (RunStatus.FINISHED, 12, 12)
    assert longer.extensions == (Extension(8, 12),) and longer.fine_tuning == first.fine_tuning
    rates = tiny_services.project.runs.curves(longer)["learning_rate"].values
    expected = [learning_rate(first.fine_tuning, step, 8 if step <= 8 else 12) for step in range(1, 13)]
    assert list(rates) == pytest.approx(expected)
    assert losses(tiny_services, longer)[:8] == until_then
    # Where it was left on the way, it goes on to the new end, and all of it can be made again with the same bits.
    third = send_at(tiny_services.training.extend("first", 4), Command.LEAVE, 13)
    assert (third.status, third.steps, third.total_steps) == (RunStatus.INTERRUPTED, 13, 16)
    done = last(tiny_services.training.resume("first"))
    assert (done.status, done.steps) == (RunStatus.FINISHED, 16)
    assert last(repeat(tiny_services, "first")).is_same


def test_only_a_run_that_has_ended_and_has_its_last_checkpoint_goes_beyond_its_end(
    tiny_services: Workbench, tiny_gpt2: Path
) -> None:
    stopped = send_at(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "stopped"), Command.STOP, 2)
    with pytest.raises(KnownError) as refused:
        last(tiny_services.training.extend(stopped.name, 4))
    assert refused.value.code == "run.cannot_extend"
    done = last(tiny_services.training.resume("stopped"))
    tiny_services.project.checkpoints.prune(done)
    with pytest.raises(KnownError) as refused:
        last(tiny_services.training.extend("stopped", 4))
    assert refused.value.code == "run.no_last_checkpoint"
    assert tiny_services.project.runs.named("stopped") == done  # nothing was changed


def test_any_change_to_what_a_run_goes_on_from_is_seen(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    left = send_at(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "left"), Command.LEAVE, 6)
    newest = tiny_services.project.checkpoints.of(left)[-1].folder
    state = newest / checkpoint.STATE
    whole = state.read_text(encoding="utf-8")
    content = json.loads(whole)
    spoilt = [
        whole.replace('"step": 6', '"step": 7'),
        whole.replace('"total_steps": 8', '"total_steps": 9'),
        whole.replace('"step"', '"stop"'),
        whole.replace('"sha256"', '"sha255"'),
        whole.replace(content["sha256"][checkpoint.STATE], "0" * 64),
        whole.replace('"seed"', '"Seed"'),
        "[]",
        whole[:-10],
    ]
    for text in spoilt:
        assert text != whole
        state.write_text(text, encoding="utf-8")
        assert not checkpoint.is_intact(newest), text
    training = tiny_services.training.resume("left")
    passed = next(training)
    assert (passed.step, passed.used) == (6, 4)  # type: ignore[union-attr]
    assert last(training).steps == 8


def test_a_checkpoint_of_an_older_version_has_no_hash_of_its_state(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    left = send_at(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "left"), Command.LEAVE, 6)
    state = tiny_services.project.checkpoints.of(left)[-1].folder / checkpoint.STATE
    content = json.loads(state.read_text(encoding="utf-8"))
    del content["sha256"][checkpoint.STATE]
    state.write_text(json.dumps(content), encoding="utf-8")
    assert checkpoint.is_intact(state.parent)
    assert last(tiny_services.training.resume("left")).status is RunStatus.FINISHED
