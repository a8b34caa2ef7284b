"""Several waiting runs at once, where there is a cluster that has room for them; each is recorded as one alone is."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from workbench.experiments.turns import QueueEvent, TurnBegan, TurnEnded
from workbench.training.events import AtWork, Command, Event
from workbench.values.place import Where
from workbench.values.run import Run

Turn = Generator[Event, Command | None, TurnEnded]


@dataclass(frozen=True)
class EventOf:
    """What one of several runs tells that learn at once."""

    run: Run
    event: Event


@dataclass(frozen=True)
class Beside:
    """Which runs learn at the same time as the one that is driven has changed; `ended` is the one that is over."""

    runs: tuple[Run, ...]
    ended: TurnEnded | None = None


class Going:
    def __init__(self, run: Run, turn: Turn) -> None:
        self.run, self._turn, self._has_begun = run, turn, False

    def advance(self, command: Command | None) -> Event:
        if self._has_begun:
            return self._turn.send(command)
        self._has_begun = True
        return next(self._turn)

    def close(self) -> None:
        self._turn.close()


class Others:
    """Runs that learn while another one is driven, as many as its place has room for; each can be driven next."""

    def __init__(
        self, next_run: Callable[[Where, set[int]], Run | None], turn: Callable[[Run], Turn],
        at_once: Callable[[Where], int], failed: Callable[[Run, Exception], TurnEnded],
    ) -> None:  # fmt: skip
        """`next_run` is the one whose turn is next at a place, but for those of the numbers."""
        self._next_run, self._turn, self._at_once, self._failed = next_run, turn, at_once, failed
        self._going: dict[int, Going] = {}
        self.admits = True  # whether further ones may begin

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(each.run for each in self._going.values())

    def drive(self, run: Run) -> Generator[Event | Beside, Command | None, TurnEnded]:
        """Make `run`, which may be one of them, while the others go on; they stay when it is over, or has failed.

        A command is its own, but that to leave, which is for all. Closing this leaves all of them interrupted.
        """
        own = self._going.pop(run.id, None) or Going(run, self._turn(run))
        told: Command | None = None
        failure: Exception | None = None
        try:
            while True:
                try:
                    event = own.advance(told)
                except StopIteration as stop:
                    over: TurnEnded = stop.value
                    break
                except Exception as error:
                    failure = error  # no other run's
                    break
                told = yield event
                yield from self._begin(run)
                for each in list(self._going.values()):
                    yield from self._advance(each, told if told is Command.LEAVE else None)
            while told is Command.LEAVE and self._going:
                for each in list(self._going.values()):
                    yield from self._advance(each, told)
        except BaseException:
            own.close()
            self.close()
            raise
        if failure is not None:
            raise failure
        return over

    def close(self) -> None:
        for each in self._going.values():
            each.close()
        self._going.clear()

    def _begin(self, run: Run) -> Iterator[Beside]:
        """With those that there is room for."""
        while self.admits and len(self._going) + 1 < self._at_once(run.where):
            following = self._next_run(run.where, {run.id, *self._going})
            if following is None:
                return
            self._going[following.id] = Going(following, self._turn(following))
            yield Beside(self.runs)

    def _advance(self, each: Going, told: Command | None) -> Iterator[Beside]:
        for event in _next_of(each, told, self._failed):
            if isinstance(event, TurnEnded):
                del self._going[each.run.id]
                yield Beside(self.runs, event)


def take_turns(
    next_run: Callable[[set[int]], Run | None], turn: Callable[[Run], Turn], at_once: Callable[[], int],
    failed: Callable[[Run, Exception], TurnEnded],
) -> Generator[QueueEvent | EventOf, Command | None, tuple[Run, ...]]:  # fmt: skip
    """Let runs learn, `at_once` so many, until `next_run` knows none but those of the numbers that it is given.

    A command goes to all that learn, and no further one begins after it. Closing leaves them interrupted.
    """
    going: dict[int, Going] = {}
    ended: list[Run] = []
    told: Command | None = None
    try:
        while True:
            while told is None and len(going) < at_once() and (run := next_run(set(going))) is not None:
                told = yield TurnBegan(run)
                if told is None:
                    going[run.id] = Going(run, turn(run))
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
    going: Going, told: Command | None, failed: Callable[[Run, Exception], TurnEnded]
) -> Iterator[Event | TurnEnded]:
    """The one thing that it does next."""
    try:
        yield going.advance(told)
    except StopIteration as stop:
        over: TurnEnded = stop.value
        yield over
    except Exception as error:
        yield failed(going.run, error)
