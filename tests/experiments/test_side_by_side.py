"""Several runs take their turns at once, as many as there is room for, and one command goes to all of them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.experiments.side_by_side import Beside, EventOf, Others, take_turns
from workbench.experiments.turns import TurnBegan, TurnEnded
from workbench.messages.errors import KnownError
from workbench.training.events import AtWork, Command, Event, Looking
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

RUN = Run(0, "", Path(), RunStatus.QUEUED, (), Bundled("m"), "m", "", FineTuning(), datetime.now(UTC))


class Runs:
    """Five that wait; the second fails, the others tell of three steps, with quiet in between."""

    def __init__(self) -> None:
        self.waiting = [replace(RUN, id=number, name=str(number)) for number in range(1, 6)]
        self.most, self.going, self.closed = 0, 0, 0

    def following(self, going: set[int]) -> Run | None:
        return next((run for run in self.waiting if run.id not in going), None)

    def turn(self, run: Run) -> Generator[Event, Command | None, TurnEnded]:
        self.waiting.remove(run)
        self.going += 1
        self.most = max(self.most, self.going)
        try:
            for step in range(1, 4):
                yield AtWork()
                if run.id == 2:
                    raise KnownError("run.diverged", step=step)
                if (yield Looking(step, Progress(0, 0))) is Command.STOP:
                    return TurnEnded(replace(run, status=RunStatus.STOPPED))
        except GeneratorExit:
            self.closed += 1
            raise
        finally:
            self.going -= 1
        return TurnEnded(replace(run, status=RunStatus.FINISHED))

    def failed(self, run: Run, error: Exception) -> TurnEnded:
        return TurnEnded(replace(run, status=RunStatus.FAILED), error)


def test_runs_learn_as_many_at_once_as_there_is_room_for_and_one_that_fails_stops_no_other() -> None:
    runs, told = Runs(), []
    turns = take_turns(runs.following, runs.turn, lambda: 2, runs.failed)
    try:
        while True:
            told.append(next(turns))
    except StopIteration as stop:
        ended: tuple[Run, ...] = stop.value
    assert runs.most == 2
    assert sorted(run.id for run in ended) == [1, 2, 3, 4, 5]
    assert [run.id for run in ended if run.status is RunStatus.FAILED] == [2]
    assert [each.run.id for each in told if isinstance(each, TurnBegan)] == [1, 2, 3, 4, 5]
    for run in (1, 3, 4, 5):
        assert [each.event.step for each in told if isinstance(each, EventOf) and each.run.id == run] == [1, 2, 3]
    assert any(isinstance(each, AtWork) for each in told), "whoever drives them can do other things"


def test_a_stop_ends_all_that_learn_and_none_begins_after_it() -> None:
    runs = Runs()
    turns = take_turns(runs.following, runs.turn, lambda: 3, runs.failed)
    command = None
    try:
        while True:
            event = turns.send(command)
            command = Command.STOP if isinstance(event, EventOf) and event.run.id == 3 else None
    except StopIteration as stop:
        ended: tuple[Run, ...] = stop.value
    assert {run.id: run.status for run in ended} == {
        1: RunStatus.STOPPED, 2: RunStatus.FAILED, 3: RunStatus.STOPPED,
    }  # fmt: skip
    assert [run.id for run in runs.waiting] == [4, 5]


def test_closing_leaves_all_that_learn() -> None:
    runs = Runs()
    turns = take_turns(runs.following, runs.turn, lambda: 3, runs.failed)
    while runs.going < 3:
        next(turns)
    next(turns)
    turns.close()
    assert runs.going == 0 and runs.closed >= 2


def others_of(runs: Runs, at_once: int) -> Others:
    return Others(lambda where, going: runs.following(going), runs.turn, lambda where: at_once, runs.failed)


def test_others_learn_beside_the_one_that_is_driven_and_are_driven_next() -> None:
    runs = Runs()
    others, order, beside, statuses = others_of(runs, 3), list[int](), set[int](), {}
    while (run := next(iter(others.runs), None) or runs.following(set())) is not None:
        order.append(run.id)
        driving = others.drive(run)
        try:
            while True:
                event = next(driving)
                if isinstance(event, Beside):
                    beside |= {each.id for each in event.runs}
                    if event.ended is not None:
                        statuses[event.ended.run.id] = event.ended.run.status
        except StopIteration as stop:
            statuses[stop.value.run.id] = stop.value.run.status
    assert runs.most == 3 and order[0] == 1 and beside == {2, 3, 4, 5}
    assert statuses == {number: RunStatus.FAILED if number == 2 else RunStatus.FINISHED for number in (1, 2, 3, 4, 5)}


def test_a_stop_is_for_the_one_that_is_driven_and_leaving_for_all() -> None:
    runs = Runs()
    others = others_of(runs, 2)
    driving, command, beside = others.drive(runs.waiting[0]), None, list[Beside]()
    try:
        while True:
            event = driving.send(command)
            beside += [event] if isinstance(event, Beside) else []
            command = Command.STOP if isinstance(event, Looking) and event.step == 2 else None
    except StopIteration as stop:
        assert stop.value.run.status is RunStatus.STOPPED
    assert runs.going == len(others.runs) > 0, "they learn on, driven by whoever comes next"
    assert not any(each.ended is not None and each.ended.run.status is RunStatus.STOPPED for each in beside)
    others.close()
    assert not others.runs and runs.going == 0


def test_one_that_fails_while_it_is_driven_leaves_the_others_learning() -> None:
    runs = Runs()
    others = others_of(runs, 3)
    with pytest.raises(KnownError):
        for _ in others.drive(runs.waiting[1]):
            pass
    assert {run.id for run in others.runs} == {1, 3} and runs.closed == 0


def test_where_none_may_begin_any_more_those_that_have_begun_go_on() -> None:
    runs = Runs()
    others = others_of(runs, 3)
    driving = others.drive(runs.waiting[0])
    while not isinstance(next(driving), Beside):
        pass
    others.admits = False
    for _ in driving:
        pass
    assert runs.most <= 3 and {4, 5} <= {run.id for run in runs.waiting}
