"""What is done to a process of the program while it works."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.soak.disk import Disk
from tests.soak.program import Outcome, Program, Programs
from tests.soak.reading import DATABASE

LOCKS = ("IMMEDIATE", "EXCLUSIVE")
LOCK_SECONDS = (1, 3, 8, 20, 33, 40)  # SQLite's own patience is 30
ROOM_LEFT = (0, 4_096, 30_000, 150_000)  # bytes; a checkpoint of the tiny model takes about 130,000
LOOKS = (1, 2, 3, 8)  # after so many something is done
KILLED_WHILE_FULL = 0.2


Begun = Callable[[str], bool]  # whether a line tells that the work proper has begun


class Trouble(StrEnum):
    NONE = "–"
    KILL = "kill"
    INTERRUPT = "Ctrl-C"
    LOCK = "lock"
    FULL = "full disk"


@dataclass(frozen=True)
class Met:
    """How a process ended that something was done to; `had_begun` is whether it trained already by then."""

    outcome: Outcome
    trouble: Trouble
    had_begun: bool = False
    words: str = ""

    @property
    def may_refuse(self) -> bool:
        return self.trouble in (Trouble.LOCK, Trouble.FULL) and not self.had_begun


@dataclass(frozen=True)
class Troublemaker:
    """Begins at a moment by chance: after some lines that tell of the work, or after some seconds."""

    programs: Programs
    disk: Disk
    project: Path

    def meet(
        self, trouble: Trouble, program: Program, chosen: random.Random, begun: Begun | None, typical: float
    ) -> Met:
        """Do it to `program`, which takes about `typical` seconds until it works, and wait for its end."""
        if trouble is Trouble.NONE:
            return Met(program.end(), trouble)
        _await_moment(program, chosen, begun, typical)
        if program.has_ended:
            return Met(program.end(), Trouble.NONE, words="it had ended before")
        had_begun = begun is not None and any(map(begun, program.lines))
        if trouble is Trouble.LOCK:
            words = self._lock(program, chosen)
        elif trouble is Trouble.FULL:
            words = self._fill(program, chosen)
        else:
            words = ""
            (program.kill if trouble is Trouble.KILL else program.interrupt)()
        return Met(program.end(), trouble, had_begun, words)

    def _lock(self, program: Program, chosen: random.Random) -> str:
        mode, seconds = chosen.choice(LOCKS), chosen.choice(LOCK_SECONDS)
        other = self.programs.module("locking", self.project / DATABASE, mode, seconds)
        other.wait_for(lambda lines: "locked" in lines, 60)
        other.end()
        return f"{mode.lower()} for {seconds} s{_told_of_waiting(program)}"

    def _fill(self, program: Program, chosen: random.Random) -> str:
        leave, seconds = chosen.choice(ROOM_LEFT), chosen.uniform(4, 15)
        try:
            self.disk.fill(program.id, leave)
            program.wait_for(lambda lines: False, seconds)
            if killed := chosen.random() < KILLED_WHILE_FULL:
                program.kill()
        finally:
            self.disk.make_room(program.id)
        then = ", then killed" if killed else _told_of_waiting(program)
        return f"{leave:,} bytes left for {seconds:.0f} s at most{then}"


def _told_of_waiting(program: Program) -> str:
    return ", told of waiting" if any("wait" in line.lower() for line in program.lines) else ""


def _await_moment(program: Program, chosen: random.Random, begun: Begun | None, typical: float) -> None:
    lines_wanted, seconds = chosen.choice(LOOKS), chosen.uniform(0.1, typical)
    if begun is not None and chosen.random() < 0.7:
        program.wait_for(lambda lines: _count(lines, begun) >= lines_wanted, 60)
        seconds = chosen.uniform(0, 0.4)
    program.wait_for(lambda lines: False, seconds)


def _count(lines: Sequence[str], begun: Begun) -> int:
    return sum(map(begun, lines))
