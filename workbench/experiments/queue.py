"""The queue: runs that wait for their turn and are made one after another.

A waiting run has its row in the project already, so that the queue is still there after the program has ended,
whatever ended it.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from workbench.experiments.side_by_side import Beside, EventOf, Others, take_turns
from workbench.experiments.sweep_winner import Conclusion, conclude_sweep
from workbench.experiments.turns import QueueEvent, TurnBegan, TurnEnded
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.training.events import Command, Event
from workbench.training.waiting import until_written
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef
from workbench.values.place import HERE, Where
from workbench.values.run import NEXT_WORD, Input, Run, RunStatus, Teacher


@dataclass(frozen=True)
class Removed:
    """Enough of a run that was taken from the queue to put it back."""

    run: Run
    prompts: tuple[str, ...]
    place: int  # counted from 0


class Queue:
    def __init__(self, services: Workbench) -> None:
        self._services = services
        self._project = services.project
        places = services.training.places
        self.others = Others(self.following, self.take_turn, places.at_once, self._failed)

    def add(
        self,
        corpus: str,
        model: ModelRef,
        fine_tuning: FineTuning,
        name: str | None = None,
        prompts: Sequence[str] = (),
        group: str = "",
        sweep_id: int | None = None,
        task: str = NEXT_WORD,
        beside: Sequence[Input] = (),
        teacher: ModelRef | None = None,
        where: Where = HERE,
    ) -> Run:
        """Let a run wait behind the others. Raises KnownError where already now it is clear that it cannot begin."""
        inputs, services = (Input(corpus, task), *beside), self._services
        services.planning.check_inputs(inputs, model, fine_tuning)
        services.training.places.check(where, fine_tuning, is_taught=teacher is not None)
        if teacher is not None:
            services.teaching.check(teacher, model, services.planning.task_of(inputs), fine_tuning.method)
        run = self._project.runs.create(
            corpus=corpus,
            base=model,
            model_sha256="",  # of the weights that there will be when its turn comes
            fine_tuning=self._services.planning.settled(model, fine_tuning),
            name=name,
            prompts=prompts,
            status=RunStatus.QUEUED,
            group=group,
            sweep_id=sweep_id,
            task=task,
            beside=beside,
            teacher=None if teacher is None else Teacher(teacher, services.models.called(teacher)),
            where=where,
        )
        self._project.queue.append([run])
        return run

    def waiting(self) -> tuple[Run, ...]:
        """The first is next."""
        return self._project.queue.waiting()

    def place(self, run: Run) -> int:
        """Counted from 0, which is next. Raises KnownError("run.not_waiting")."""
        for place, waiting in enumerate(self.waiting()):
            if waiting.id == run.id:
                return place
        raise KnownError("run.not_waiting", name=run.name)

    def move(self, run: Run, places: int) -> Changes:
        """Towards the front by as many places, or, where that is below zero, towards the back."""
        place, runs = self.place(run), list(self.waiting())
        runs.insert(max(0, place - places), runs.pop(place))
        return self._project.queue.arrange(runs)

    def remove(self, runs: Sequence[Run]) -> tuple[Removed, ...]:
        """Take runs out of the queue, and the project with them: they never began. `put_back` is the inverse."""
        wanted = {run.id for run in runs}
        found = [(place, run) for place, run in enumerate(self.waiting()) if run.id in wanted]
        removed = tuple(Removed(run, self._project.runs.prompts(run), place) for place, run in found)
        for each in removed:
            self._project.runs.delete(each.run)
        return removed

    def put_back(self, removed: Sequence[Removed]) -> Changes:
        """As new rows of the same names, at the places that they had."""
        runs = list(self.waiting())
        for each in removed:
            run = each.run
            fresh = self.add(
                run.corpus, self._project.runs.base_of(run), run.fine_tuning, run.name, each.prompts, run.group,
                run.sweep_id, run.inputs[0].task, run.inputs[1:],
                None if run.teacher is None else run.teacher.ref, run.where,
            )  # fmt: skip
            runs.insert(each.place, fresh)
        self._project.queue.arrange(runs)
        return Changes.of_waiting(*runs)

    def take_turn(self, run: Run) -> Generator[Event, Command | None, TurnEnded]:
        """Make one waiting run, and settle the sweep that it may belong to."""
        try:
            ended = yield from self._services.training.begin_run(run)
        except Exception:
            with suppress(KnownError):  # what went wrong with the run is what is told
                self._settle(run)
            raise
        settled = (yield from until_written(partial(self._settle, ended), self._project.folder)) or Conclusion()
        return TurnEnded(ended, freed_bytes=settled.freed_bytes, changes=Changes.of(ended) | settled.changes)

    def drive(self, run: Run) -> Generator[Event | Beside, Command | None, TurnEnded]:
        """Make one waiting run, or one of the `others`, while those learn beside it that its place has room for."""
        return self.others.drive(run) if run.where.is_cluster else self.take_turn(run)

    def run(self, sweep_id: int | None = None) -> Generator[QueueEvent | EventOf, Command | None, tuple[Run, ...]]:
        """Make all that wait, also those that are added meanwhile, or those of one sweep; returns how they ended.

        Where a cluster has room for several, they learn at once. A run that fails, and one that is told to stop, lets
        the next one begin, unless that is told to stop as well when its turn comes. Closing leaves what is running
        interrupted and the others waiting.
        """
        ended: list[Run] = []
        with self._services.training.places.held():
            while waiting := self._waiting_of(sweep_id):
                if waiting[0].where.is_cluster:
                    made = yield from self._at_once(waiting[0].where, sweep_id)
                else:
                    made = yield from self._one(waiting[0])
                ended += made
                if not made or any(run.status is RunStatus.INTERRUPTED for run in made):
                    break
        return tuple(ended)

    def _waiting_of(self, sweep_id: int | None) -> list[Run]:
        return [run for run in self.waiting() if sweep_id in (None, run.sweep_id)]

    def _one(self, run: Run) -> Generator[QueueEvent, Command | None, tuple[Run, ...]]:
        if (yield TurnBegan(run)) is not None:
            return ()
        try:
            over = yield from self.take_turn(run)
        except Exception as error:
            over = self._failed(run, error)
        yield over
        return (over.run,)

    def _at_once(
        self, where: Where, sweep_id: int | None
    ) -> Generator[QueueEvent | EventOf, Command | None, tuple[Run, ...]]:
        """Those that wait for a place, until another one's turn has come."""

        following = partial(self.following, where, sweep_id=sweep_id)
        at_once = partial(self._services.training.places.at_once, where)
        made = yield from take_turns(following, self.take_turn, at_once, self._failed)
        return made

    def following(self, where: Where, going: set[int], sweep_id: int | None = None) -> Run | None:
        """The one whose turn is next, if it waits for that place and is none of those."""
        run = next((run for run in self._waiting_of(sweep_id) if run.id not in going), None)
        return run if run is not None and run.where == where else None

    def _failed(self, run: Run, error: Exception) -> TurnEnded:
        return TurnEnded(self._project.runs.named(str(run.id)), error)

    def _settle(self, run: Run) -> Conclusion:
        return Conclusion() if run.sweep_id is None else conclude_sweep(self._project, run.sweep_id)
