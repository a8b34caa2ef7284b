"""The verbs on a project with the real engine, and what is left when the process is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.places import ROOT
from tests.tiny_models import make_tiny_gpt2, tale
from workbench.corpora.encoding import encode
from workbench.corpora.importing import split_file
from workbench.costs import memory
from workbench.experiments.queue import Queue
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.models.language_model import read_tokenizer
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointPassedOver, Command, StepMeasured, Validated
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Precision
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import Run, RunStatus

SETTINGS = FineTuning(
    steps=12, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=4, seed=3, precision="float32"
)


def to_end(training: Training) -> Run:
    while True:
        try:
            next(training)
        except StopIteration as stop:
            run: Run = stop.value
            return run


@pytest.fixture
def services(tale_project: Project) -> Workbench:
    return Workbench(tale_project)


def test_a_run_is_recorded_and_can_be_used(services: Workbench, tiny_gpt2: Path) -> None:
    automatic = SETTINGS.with_settings({"precision": "auto"})
    run = to_end(
        services.training.train("tale", Folder(tiny_gpt2), automatic, "first", prompts=["Anna lit", "The lamp"])
    )
    project = services.project
    assert (run.status, run.steps, run.total_steps) == (RunStatus.FINISHED, 12, 12)
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    assert run.best_validation_loss < run.base_validation_loss
    curves = project.runs.curves(run)
    assert list(curves["loss"].steps) == list(range(1, 13))
    assert list(curves["validation_loss"].steps) == [0, 4, 8, 12]
    assert min(curves["validation_loss"].values) == run.best_validation_loss
    asked = [(sample.step, sample.prompt) for sample in project.runs.samples(run)]
    assert asked == [(step, prompt) for step in (0, 4, 8, 12) for prompt in ("Anna lit", "The lamp")]
    assert all(sample.predictions and sample.text for sample in project.runs.samples(run))
    words = services.asking.predict(services.models.named("first"), "Anna lit the ")
    assert {"lamp", "glass", "sea"} & {prediction.word for prediction in words}
    assert project.runs.named("first") == run and run.fine_tuning.precision is not Precision.AUTO
    settled = services.planning.settled(Folder(tiny_gpt2), automatic)
    assert run.fine_tuning.with_settings({"precision": "auto"}) == settled


def test_evaluating_a_run_gives_the_loss_it_ended_with(services: Workbench, tiny_gpt2: Path) -> None:
    run = to_end(
        services.training.train("tale", Folder(tiny_gpt2), SETTINGS.with_settings({"context_length": 32}), "first")
    )
    measuring = services.asking.evaluate(services.models.named("first"), "tale", Split.VALIDATION)
    while True:
        try:
            next(measuring)
        except StopIteration as stop:
            evaluation = stop.value
            break
    assert evaluation.loss == pytest.approx(run.best_validation_loss, abs=1e-5)


def test_a_run_can_start_from_another_run(services: Workbench, tiny_gpt2: Path) -> None:
    first = to_end(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "first"))
    second = to_end(services.training.train("tale", services.models.named("first"), SETTINGS, "second"))
    assert second.base_validation_loss == pytest.approx(first.best_validation_loss, abs=1e-6)
    third = services.training.train("tale", services.models.named("first"), SETTINGS, "third")
    while not (isinstance(event := next(third), StepMeasured) and event.step == 5):
        pass
    third.close()
    # Deleting what they started from does not take them along.
    services.project.runs.delete(first)
    assert services.asking.predict(services.models.named("second"), "Anna lit the")
    assert to_end(services.training.resume("third")).status is RunStatus.FINISHED


def test_the_recurrent_model_takes_its_words_from_the_text(services: Workbench) -> None:
    settings = SETTINGS.with_settings({"learning_rate": 5e-3, "steps": 8})
    run = to_end(services.training.train("tale", from_text("scratch:lstm-words"), settings, "words"))
    assert run.best_validation_loss is not None and run.base_validation_loss is not None
    assert run.best_validation_loss < run.base_validation_loss
    known = {word.strip(".") for word in tale(120).split()} | {".", "↵", "␣"}
    assert {
        prediction.word for prediction in services.asking.predict(services.models.named("words"), "Anna lit")
    } <= known


def test_stopped_runs_are_kept_and_resumed(services: Workbench, tiny_gpt2: Path) -> None:
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "halted")
    event = next(training)
    while not (isinstance(event, StepMeasured) and event.step == 5):
        event = next(training)
    with pytest.raises(StopIteration) as stop:
        training.send(Command.STOP)
        while True:
            next(training)
    assert stop.value.value.status is RunStatus.STOPPED and stop.value.value.steps == 5
    resumed = to_end(services.training.resume("halted"))
    assert (resumed.status, resumed.steps) == (RunStatus.FINISHED, 12)
    whole = to_end(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
    curves = [services.project.runs.curves(run)["loss"] for run in (resumed, whole)]
    assert np.array_equal(curves[0].values, curves[1].values)
    with pytest.raises(KnownError, match="already finished"):
        next(services.training.resume("halted"))


def test_closing_a_training_leaves_it_interrupted(services: Workbench, tiny_gpt2: Path) -> None:
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "closed")
    while not isinstance(next(training), Validated):
        pass
    training.close()
    assert services.project.runs.named("closed").status is RunStatus.INTERRUPTED


def test_a_failure_is_told_and_the_run_kept_as_failed(services: Workbench, tiny_gpt2: Path) -> None:
    text = split_file(services.project.corpora.named("tale").folder, Split.TRAIN)
    text.write_text(f"{text.read_text(encoding='utf-8')}And more.", encoding="utf-8")
    with pytest.raises(KnownError, match="changed outside"):
        to_end(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "failing"))
    failed = services.project.runs.named("failing")
    assert failed.status is RunStatus.FAILED and failed.error is not None and failed.error.code == "corpus.changed"


def test_a_text_too_short_is_refused_before_there_is_a_run(services: Workbench, tiny_gpt2: Path) -> None:
    settings = SETTINGS.with_settings({"context_length": 32})
    file = services.project.folder.parent / "short.txt"
    file.write_text("Anna lit the lamp.\n\nClara watched.\n\nBertil slept.\n", encoding="utf-8")
    for _ in services.texts.import_corpus([file], "short"):
        pass
    model = Folder(tiny_gpt2)
    verbs: list[Callable[[], object]] = [
        lambda: to_end(services.training.train("short", model, settings)),
        lambda: Queue(services).add("short", model, settings),
        lambda: services.planning.advice("short", model, settings),
    ]
    refusals = []
    for verb in verbs:
        with pytest.raises(KnownError) as error:
            verb()
        refusals.append((error.value.code, dict(error.value.fields)))
    encoded = last(encode(services.project.corpora.named("short"), read_tokenizer(tiny_gpt2)))
    assert refusals == [("corpus.too_short", {"name": "short", "needed": 33, "tokens": len(encoded.train)})] * 3
    assert not services.project.runs.every()


def test_a_damaged_checkpoint_is_passed_over_for_the_one_before(services: Workbench, tiny_gpt2: Path) -> None:
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "hurt")
    event = next(training)
    while not (isinstance(event, StepMeasured) and event.step == 10):
        event = next(training)
    training.close()
    run = services.project.runs.named("hurt")
    newest = services.project.checkpoints.of(run)[-1]
    (newest.folder / "weights.safetensors").write_bytes(b"not weights")
    resuming = services.training.resume("hurt")
    assert next(resuming) == CheckpointPassedOver(step=8, used=4)
    resumed = to_end(resuming)
    assert (resumed.status, resumed.steps) == (RunStatus.FINISHED, 12)
    assert list(services.project.runs.curves(resumed)["loss"].steps) == list(range(1, 13))


# What compiles fast, once for each kill; that every method and optimizer goes on the same is tested without killing.
LONG = SETTINGS.with_settings(
    {"steps": 24, "validate_every": 2, "patience": 0, "method": "last_layers", "layers": 1, "optimizer": "sgd_momentum"}
)
# Where a process is killed, each time by what the last one has left: up to so many seconds after it has told something,
# or when it is about to do something with a file for the second or third time.
KILLS = (
    ("loading", "told", "loading_model", 0.3),
    ("encoding", "told", "encoding_text", 0.1),
    ("half through the first checkpoint", "open", r"step-00000000\..*draft/weights", 2),
    ("the first checkpoint is there, but not its row", "open", r"runs/[^/]*/checkpoints$", 1),
    ("compiling", "told", "compiling", 0.3),
    ("in a step, or in what comes after it", "told", "StepMeasured", 0.02),
    ("half through a checkpoint", "open", r"draft/optimizer", 1),
    ("a checkpoint is written, but has no name", "os.rename", r"checkpoints/\.step-", 1),
    ("a checkpoint is there, but not its row", "open", r"runs/[^/]*/checkpoints$", 2),
    ("an old checkpoint is about to go", "os.rename", r"checkpoints/step-", 1),
    ("an old checkpoint is half gone", "os.remove", r"^(weights|optimizer|state)\.", 2),
)
VICTIMS = """
import os, random, re, signal, sys, time
from pathlib import Path
from tests.services.test_workbench import KILLS, LONG
from workbench.ground.garbage import keep_for_good
from workbench.models.language_model import import_libraries
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.next_word import samples
from workbench.training import learner, loop, memory_trial
from workbench.training.events import Preparing
from workbench.values.model_ref import Folder

samples.WORDS = 3  # as in all tests: writing on takes longer than learning

def learn(project, model, told):
    services = Workbench(Project.open(project))
    begun = any(run.name == "killed" for run in services.project.runs.every())
    training = services.training
    for event in training.resume("killed") if begun else training.train("tale", model, LONG, "killed"):
        told.write(f"{event.stage if isinstance(event, Preparing) else type(event).__name__}\\n".encode())

def die_at(action, place, time):
    '''Python tells what will be done with a file before it is done.'''
    met = []
    def heard(event, arguments):
        if event == action and re.search(place, str(arguments[0])):
            met.append(arguments)
            if len(met) == time:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(heard)

choose = random.Random(int(sys.argv[3]))
import_libraries()  # once for all of them: what is forked has not used TensorFlow yet
import workbench.store.store
keep_for_good()
for name, action, place, when in KILLS:
    reading, writing = os.pipe()
    victim = os.fork()
    if not victim:
        os.close(reading)
        if action != "told":
            die_at(action, place, when)
        learn(Path(sys.argv[1]), Folder(Path(sys.argv[2])), os.fdopen(writing, "wb", buffering=0))
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as told:
        for event in told:
            if action == "told" and event.strip() == place:
                time.sleep(choose.uniform(0, when))
                os.kill(victim, signal.SIGKILL)
                break
        told.read()  # until it is no more
    assert os.WTERMSIG(os.waitpid(victim, 0)[1]) == signal.SIGKILL, f"{name}: it ended by itself"
    print(name, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_run_that_was_killed_in_the_middle_of_everything_ends_as_one_that_was_not(
    tale_project: Project, tmp_path: Path
) -> None:
    folder, model = tale_project.folder, make_tiny_gpt2(tmp_path / "model", layers=1)
    whole = to_end(Workbench(tale_project).training.train("tale", Folder(model), LONG, "whole"))
    tale_project.close()
    root = ROOT
    seed = str(int(time.time()))  # told when it fails
    victims = subprocess.run(
        [sys.executable, "-c", VICTIMS, str(folder), str(model), seed],
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(root), os.environ.get("PYTHONPATH", "")))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert victims.returncode == 0, f"seed {seed}: {victims.stderr[-2000:]}"
    assert victims.stdout.splitlines() == [name for name, *_ in KILLS]
    with Project.open(folder) as project:
        assert project.runs.named("killed").status is RunStatus.INTERRUPTED
        resumed = to_end(Workbench(project).training.resume("killed"))
        for name in ("loss", "validation_loss"):
            expected, found = (project.runs.curves(run)[name] for run in (whole, resumed))
            assert np.array_equal(expected.steps, found.steps) and np.array_equal(expected.values, found.values)
        final = [project.checkpoints.of(run)[-1].folder / "weights.safetensors" for run in (whole, resumed)]
        assert final[0].read_bytes() == final[1].read_bytes()


@pytest.mark.usefixtures("own_learners")
def test_a_run_of_the_same_shape_takes_what_is_compiled_and_ends_the_same(services: Workbench, tiny_gpt2: Path) -> None:
    first = to_end(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "first"))
    compiled = services.training.learners.last
    other = to_end(
        services.training.train("tale", Folder(tiny_gpt2), SETTINGS.with_settings({"seed": 4, "steps": 8}), "other")
    )
    again = to_end(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "again"))
    assert services.training.learners.last is compiled
    curves = [services.project.runs.curves(run)["loss"].values for run in (first, other, again)]
    assert np.array_equal(curves[0], curves[2]) and not np.array_equal(curves[0][:8], curves[1])
    other_batch = SETTINGS.with_settings({"batch_size": 2})
    wider = to_end(services.training.train("tale", Folder(tiny_gpt2), other_batch, "wider"))
    assert services.training.learners.last is not compiled and wider.status is RunStatus.FINISHED


def test_a_run_that_would_not_fit_is_refused_with_a_batch_that_would(
    services: Workbench, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The computer's own readings against a reserve that it cannot have.
    monkeypatch.setattr(memory, "reserve_bytes", lambda: 10**15)
    with pytest.raises(KnownError, match="batch size to 2 and accumulate to 2"):
        to_end(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "too large"))
    failed = services.project.runs.named("too large")
    assert (failed.status, failed.steps) == (RunStatus.FAILED, 0)


def test_a_run_stops_and_keeps_what_it_learnt_before_memory_runs_out(
    services: Workbench, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "short of memory")
    event = next(training)
    while not (isinstance(event, StepMeasured) and event.step == 3):
        event = next(training)
    monkeypatch.setattr(memory, "available_bytes", lambda: 0)
    monkeypatch.setattr(memory, "SECONDS_BETWEEN_LOOKS", 0.0)
    with pytest.raises(StopIteration) as stop:
        while True:
            next(training)
    run = stop.value.value
    assert run.status is RunStatus.STOPPED and run.steps < 12 and run.error == message("run.out_of_memory")
    monkeypatch.undo()
    assert to_end(services.training.resume("short of memory")).steps == 12
