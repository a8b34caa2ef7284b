"""Runs wait for each other, in an order that a person can change, and are still waiting after the program has ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.terminal import follow_learning
from workbench.experiments.queue import Queue
from workbench.experiments.turns import TurnBegan, TurnEnded
from workbench.messages.errors import KnownError
from workbench.messages.rendering import written
from workbench.project.project import Project
from workbench.services.models import Models
from workbench.services.workbench import Workbench
from workbench.training.events import Command, StepMeasured
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import RunStatus

TINY = FineTuning(steps=4, batch_size=4, context_length=16, validate_every=2, precision="float32")

QUEUE_AND_DIE = """
import os, sys
from pathlib import Path
from workbench.experiments.queue import Queue
from workbench.values.fine_tuning import FineTuning
from workbench.project.project import Project
from workbench.services.models import Models
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder, from_text
project = Project.open(Path(sys.argv[1]))
queue = Queue(Workbench(project))
for name in ("first", "second"):
    queue.add("tale", "starter-en", FineTuning(), name, ["Anna"])
os._exit(9)
"""


@pytest.fixture
def services(tiny_services: Workbench) -> Workbench:
    return tiny_services


@pytest.fixture
def queue(services: Workbench) -> Queue:
    return Queue(services)


def names(queue: Queue) -> list[str]:
    return [run.name for run in queue.waiting()]


def test_runs_take_their_turns_and_one_that_fails_does_not_stop_the_rest(
    services: Workbench, queue: Queue, tiny_gpt2: Path
) -> None:
    queue.add("tale", Folder(tiny_gpt2), TINY, "first", ["Anna"])
    gone = services.project.runs.create(
        corpus="tale", base=Folder(tiny_gpt2), model_sha256="", fine_tuning=TINY, name="gone"
    )
    queue.add("tale", services.models.named("gone"), TINY, "without its model")
    services.project.runs.delete(gone)
    queue.add("tale", services.models.named("first"), TINY, "goes on from first")
    assert {run.status for run in queue.waiting()} == {RunStatus.QUEUED}
    making = queue.run()
    told = []
    try:
        while True:
            event = next(making)
            told += [event.run.name] if isinstance(event, TurnBegan) else []
            if isinstance(event, TurnEnded) and event.error is not None:
                assert isinstance(event.error, KnownError) and event.error.code == "run.base_gone"
    except StopIteration as stop:
        ended = stop.value
    assert told == ["first", "without its model", "goes on from first"]
    assert [run.status for run in ended] == [RunStatus.FINISHED, RunStatus.FAILED, RunStatus.FINISHED]
    first, failed, last = ended
    assert failed.error is not None and "gone" in written(failed.error)
    assert last.base_validation_loss == pytest.approx(first.best_validation_loss, abs=1e-6)
    assert first.model_sha256 and last.model_sha256.startswith(first.model_sha256)
    assert services.project.runs.samples(first) and queue.waiting() == ()


def test_a_stopped_run_lets_the_next_begin_and_closing_leaves_the_rest_waiting(
    services: Workbench, queue: Queue, tiny_gpt2: Path
) -> None:
    for name in ("stopped", "interrupted", "waits"):
        queue.add("tale", Folder(tiny_gpt2), TINY.with_settings({"steps": 1000, "patience": 0}), name)
    making = queue.run()
    while not isinstance(next(making), StepMeasured):
        pass
    event = making.send(Command.STOP)
    while not isinstance(event, TurnBegan):
        event = next(making)
    while not isinstance(next(making), StepMeasured):
        pass
    making.close()
    status = {run.name: run.status for run in services.project.runs.every()}
    assert status == {
        "stopped": RunStatus.STOPPED, "interrupted": RunStatus.INTERRUPTED, "waits": RunStatus.QUEUED,
    }  # fmt: skip


def test_a_queue_outlives_a_process_that_is_killed(tale_project: Project) -> None:
    folder = tale_project.folder
    tale_project.close()
    ended = subprocess.run([sys.executable, "-c", QUEUE_AND_DIE, str(folder)], check=False)
    assert ended.returncode == 9
    with Project.open(folder) as project:
        queue = Queue(Workbench(project))
        assert names(queue) == ["first", "second"]
        assert project.runs.prompts(queue.waiting()[0]) == ("Anna",)


def test_the_order_can_be_changed(queue: Queue) -> None:
    for name in ("a", "b", "c", "d"):
        queue.add("tale", from_text("starter-en"), TINY, name)
    waiting = queue.waiting()
    queue.move(waiting[3], 1)
    assert names(queue) == ["a", "b", "d", "c"]
    queue.move(waiting[0], -2)
    assert names(queue) == ["b", "d", "a", "c"]
    queue.move(waiting[2], 99)
    assert names(queue) == ["c", "b", "d", "a"]
    queue.add("tale", from_text("starter-en"), TINY, "e")
    assert names(queue) == ["c", "b", "d", "a", "e"]


def test_removed_runs_leave_nothing_and_can_be_put_back_where_they_were(services: Workbench, queue: Queue) -> None:
    for name in ("a", "b", "c"):
        queue.add("tale", from_text("starter-en"), TINY, name, [f"prompt of {name}"])
    a, _, c = queue.waiting()
    removed = queue.remove([a, c])
    assert names(queue) == ["b"] and not a.folder.exists()
    assert [run.name for run in services.project.runs.every()] == ["b"]
    queue.put_back(removed)
    assert names(queue) == ["a", "b", "c"]
    assert services.project.runs.prompts(queue.waiting()[2]) == ("prompt of c",)
    assert queue.waiting()[0].fine_tuning == a.fine_tuning


def test_what_is_no_longer_waiting_is_not_started(services: Workbench, queue: Queue) -> None:
    run = queue.add("tale", from_text("starter-en"), TINY, "a")
    queue.remove([run])
    with pytest.raises(KnownError) as refused:
        next(services.training.begin_run(run))
    assert refused.value.code == "run.not_waiting"
    with pytest.raises(KnownError) as refused:
        queue.move(run, 1)
    assert refused.value.code == "run.not_waiting"


def test_whatever_goes_wrong_at_its_turn_a_run_does_not_wait_for_ever(
    services: Workbench, queue: Queue, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue.add("tale", Folder(tiny_gpt2), TINY, "unreadable")
    queue.add("tale", Folder(tiny_gpt2), TINY, "next")
    identity = Models.identity
    turns = []

    def failing(self: Models, reference: str) -> str:
        turns.append(reference)
        if len(turns) == 1:
            raise OSError("Input/output error")  # as a disk that fails raises it
        return identity(self, reference)

    monkeypatch.setattr(Models, "identity", failing)
    told = list(queue.run())
    assert sum(isinstance(event, TurnBegan) for event in told) == 2 and len(turns) == 2
    failed, following = services.project.runs.named("unreadable"), services.project.runs.named("next")
    assert (failed.status, following.status) == (RunStatus.FAILED, RunStatus.FINISHED)
    assert failed.error is not None and "Input/output error" in written(failed.error) and queue.waiting() == ()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_stops_the_run_that_is_running_and_lets_the_others_wait(
    services: Workbench, queue: Queue, tiny_gpt2: Path
) -> None:
    for name in ("first", "second"):
        queue.add("tale", Folder(tiny_gpt2), TINY.with_settings({"steps": 1000, "patience": 0}), name)

    def show(event: object) -> None:
        if isinstance(event, StepMeasured) and event.step == 3:
            signal.raise_signal(signal.SIGINT)

    (ended,), interrupted = follow_learning(queue.run(), show)
    assert interrupted and (ended.name, ended.status, ended.steps) == ("first", RunStatus.STOPPED, 3)
    assert services.project.checkpoints.of(ended)[-1].step == 3
    assert [run.name for run in queue.waiting()] == ["second"]
