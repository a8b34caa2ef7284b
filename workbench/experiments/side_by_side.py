"""Several waiting runs at once, where there is a cluster that has room for them; each is recorded as one alone is."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from workbench.experiments.turns import QueueEvent, TurnBegan, TurnEnded
from workbench.training.events import AtWork, Command, Event
from workbench.values.run import Run

Turn = Generator[Event, Command | None, TurnEnded]


@dataclass(frozen=True)
class EventOf:
    """What one of several runs tells that learn at once."""

    run: Run
    event: Event


class _Going:
    def __init__(self, run: Run, turn: Turn) -> None:
        self.run, self._turn, self._has_begun = run, turn, False

    def advance(self, command: Command | None) -> Event:
        if self._has_begun:
            return self._turn.send(command)
        self._has_begun = True
        return next(self._turn)

    def close(self) -> None:
        self._turn.close()


def take_turns(
    next_run: Callable[[set[int]], Run | None], turn: Callable[[Run], Turn], at_once: Callable[[], int],
    failed: Callable[[Run, Exception], TurnEnded],
) -> Generator[QueueEvent | EventOf, Command | None, tuple[Run, ...]]:  # fmt: skip
    """Let runs learn, `at_once` so many, until `next_run` knows none but those of the numbers that it is given.

    A command goes to all that learn, and no further one begins after it. Closing leaves them interrupted.
    """
    going: dict[int, _Going] = {}
    ended: list[Run] = []
    told: Command | None = None
    try:
        while True:
            while told is None and len(going) < at_once() and (run := next_run(set(going))) is not None:
                told = yield TurnBegan(run)
                if told is None:
                    going[run.id] = _Going(run, turn(run))
            if not going:
                return tuple(ended)
            is_quiet = True
            for each in list(going.values()):
                for event in _next_of(each, told, failed):
                    if isinstance(event, TurnEnded):
                        del going[each.run.id]
                        ended.append(event.run)
                    if not isinstance(event, AtWork):
                        is_quiet = False
                        wrapped = event if isinstance(event, TurnEnded) else EventOf(each.run, event)
                        told = (yield wrapped) or told
            if is_quiet:
                told = (yield AtWork()) or told
    finally:
        for each in going.values():
            each.close()


def _next_of(
    going: _Going, told: Command | None, failed: Callable[[Run, Exception], TurnEnded]
) -> Iterator[Event | TurnEnded]:
    """The one thing that it does next."""
    try:
        yield going.advance(told)
    except StopIteration as stop:
        over: TurnEnded = stop.value
        yield over
    except Exception as error:
        yield failed(going.run, error)
