"""The soak: acts in an order by chance, and afterwards everything that was said to be kept."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.soak.acts import (
    WEIGHTS,
    Kind,
    Stage,
    act,
    keep_text,
    settle_training,
    told_by_window,
    train_order,
    unfinished_runs,
)
from tests.soak.checking import Found, check_against_references, check_answer, check_by_program, check_on_disk
from tests.soak.disk import Disk
from tests.soak.ledger import Ledger
from tests.soak.long_window import keep_open
from tests.soak.program import Programs, faults
from tests.soak.references import Key, Reference, read_references
from tests.soak.setups import TEXT, make_inputs, setups
from tests.soak.troubles import Met, Trouble

T = TypeVar("T")

TROUBLES = {
    Kind.TRAIN: {Trouble.NONE: 1, Trouble.KILL: 4, Trouble.INTERRUPT: 1, Trouble.LOCK: 3, Trouble.FULL: 3},
    Kind.RESUME: {Trouble.NONE: 5, Trouble.KILL: 2, Trouble.INTERRUPT: 1, Trouble.LOCK: 2, Trouble.FULL: 2},
    Kind.WINDOW: {Trouble.NONE: 4, Trouble.KILL: 2, Trouble.LOCK: 2, Trouble.FULL: 2},
}
OTHER_TROUBLES = {Trouble.NONE: 2, Trouble.KILL: 2, Trouble.LOCK: 1, Trouble.FULL: 2}
CLOSED = "closed in training"
ANSWERS_CHECKED = 10  # each is a process
LONG_SHARE, LONG_EVERY = 0.2, 20.0  # of the time, and minutes between two long windows
LEAST_FOR_LONG = 5.0  # minutes


@dataclass(frozen=True)
class Wishes:
    seed: int
    minutes: float
    acts: int | None = None  # so many, whatever time they take
    only: tuple[Kind, ...] = tuple(Kind)

    @property
    def trains(self) -> bool:
        return bool({Kind.TRAIN, Kind.RESUME, Kind.WINDOW} & set(self.only))

    @property
    def setups(self) -> int:
        return 0 if not self.trains else 1 if self.minutes < 4 else 3 if self.minutes < 15 else 5

    @property
    def long_windows(self) -> int:
        if self.acts is not None or self.minutes < LEAST_FOR_LONG or Kind.WINDOW not in self.only:
            return 0
        return max(1, round(self.minutes / LONG_EVERY))


@dataclass
class Soak:
    folder: Path
    disk: Disk
    programs: Programs
    wishes: Wishes
    found: Found = field(default_factory=Found)
    counts: Counter[str] = field(default_factory=Counter)
    memories: list[str] = field(default_factory=list)

    def run(self) -> bool:
        """Whether all is as it was said to be."""
        self._begun = time.monotonic()
        self._told = 0
        try:
            self._prepare()
            self._act_for_the_time()
        except KeyboardInterrupt:
            self.programs.end_all()
            self._say("interrupted: what there is is verified")
        if hasattr(self, "_stage"):
            self._verify()
        self._summarize()
        return not self.found.faults

    # Before

    def _prepare(self) -> None:
        self._say(f"seed {self.wishes.seed}, {self.folder}, disk: {self.disk.kind}")
        self._text, tiny = make_inputs(self.folder / "inputs")
        chosen = setups(tiny)[: self.wishes.setups]
        project = self.disk.folder / "project"
        ledger = Ledger(self.folder / "ledger.json")
        stage = Stage(self.programs, self.disk, project, self._text.parent, ledger, self.found, chosen)
        self.references: dict[Key, Reference] = {}
        if chosen:
            self.references = self._make_references(stage)
            self._say(f"{len(self.references)} references")
        self._undisturbed("new", project)
        stage.seconds = self._undisturbed("import", project, self._text, "--name", TEXT)
        self._stage = stage
        keep_text(stage, TEXT)

    def _make_references(self, stage: Stage) -> dict[Key, Reference]:
        """In one window that nobody disturbs, so that what it ends with is also compared with the command line's."""
        project = self.folder / "references" / "project"
        project.parent.mkdir()
        self._undisturbed("new", project)
        orders = [{"do": "import", "file": str(self._text)}, *map(train_order, stage.setups), {"do": "close"}]
        outcome = self.programs.module("window", project, json.dumps(orders)).end(900)
        self.found.faults += faults(outcome)
        references = read_references(project)
        if len(references) != len(stage.setups):
            raise RuntimeError(f"the references could not be made: {told_by_window(outcome)} {outcome.err}")
        return references

    def _undisturbed(self, *arguments: object) -> float:
        """Returns how long it took."""
        outcome = self.programs.run(*arguments)
        if outcome.status != 0:
            raise RuntimeError(f"{outcome.command}: {outcome.err}")
        return outcome.seconds

    # Meanwhile

    def _act_for_the_time(self) -> None:
        begun, seconds = time.monotonic(), 60 * self.wishes.minutes
        number = windows = 0
        while number < self.wishes.acts if self.wishes.acts is not None else time.monotonic() - begun < seconds:
            number += 1
            # Each act has a seed of its own: how long one took changes nothing of the next ones.
            chosen = random.Random(f"{self.wishes.seed}/{number}")
            if time.monotonic() - begun >= seconds * (windows + 0.4) / max(1, self.wishes.long_windows) and (
                windows < self.wishes.long_windows
            ):
                windows += 1
                self._keep_open(windows, LONG_SHARE * seconds / self.wishes.long_windows, chosen)
            self._act(number, chosen)

    def _act(self, number: int, chosen: random.Random) -> None:
        kind = _weighted(chosen, {kind: weight for kind, weight in WEIGHTS.items() if kind in self.wishes.only})
        trouble = _weighted(chosen, TROUBLES.get(kind, OTHER_TROUBLES))
        met, words = act(self._stage, kind, trouble, chosen)
        self.counts[kind] += 1
        self.counts[met.trouble] += 1
        self.counts[CLOSED] += "ended interrupted, closed" in words
        self._say(f"{number:4} {kind:9} {met.trouble:10} {words}")
        check_on_disk(self._stage.project, self._stage.ledger, self.found)
        self._show_faults(number)

    def _keep_open(self, number: int, seconds: float, chosen: random.Random) -> None:
        long = keep_open(self._stage, self.folder / f"long window {number}", self._text, seconds, chosen)
        self.counts["long window"] += 1
        self.memories.append(str(long.memory or "too few samples"))
        self._say(f"     long window for {seconds:.0f} s: {self.memories[-1]}")
        self._finish_all(long.stage)
        check_on_disk(long.stage.project, long.stage.ledger, self.found)
        check_against_references(long.stage.project, self.references, self.found)
        self._show_faults(0)

    # Afterwards

    def _verify(self) -> None:
        stage = self._stage
        self._say("everything that was interrupted is finished, and all is looked at")
        stage.disk.make_room()
        self._finish_all(stage)
        check_on_disk(stage.project, stage.ledger, self.found)
        if self.references:
            check_against_references(stage.project, self.references, self.found)
        check_by_program(self.programs, stage.project, stage.ledger, self.found)
        answers = stage.ledger.answers
        for kept in random.Random(self.wishes.seed).sample(answers, min(ANSWERS_CHECKED, len(answers))):
            check_answer(self.programs, kept, self.found)
        self._show_faults(0)

    def _finish_all(self, stage: Stage) -> None:
        for name in unfinished_runs(stage):
            outcome = self.programs.run("resume", stage.project, name, "--json")
            self.found.faults += [f"resume {name}: {fault}" for fault in faults(outcome)]
            self._say(f"     finished {name}: {settle_training(stage, name, Met(outcome, Trouble.NONE))}")
            self.counts["finished at the end"] += 1

    def _show_faults(self, number: int) -> None:
        self.found.faults = list(dict.fromkeys(self.found.faults))  # what stays wrong is found after each act
        for fault in self.found.faults[self._told :]:
            self._say(f"FAULT in act {number}: {fault}" if number else f"FAULT: {fault}")
        self._told = len(self.found.faults)

    def _summarize(self) -> None:
        self._show_faults(0)
        rows: list[tuple[str, int]] = [(kind, self.counts[kind]) for kind in Kind if self.counts[kind]]
        rows += [(f"with {trouble}", self.counts[trouble]) for trouble in Trouble if trouble is not Trouble.NONE]
        rows += [(name, self.counts[name]) for name in (CLOSED, "long window", "finished at the end")]
        rows += [("checks", self.found.checks), ("faults", len(self.found.faults))]
        print()
        for name, count in rows:
            print(f"{name:>20} {count:6,}")
        for memory in self.memories:
            print(f"{'memory':>20} {memory}")
        for fault in self.found.faults:
            print(f"FAULT: {fault}")

    def _say(self, words: str) -> None:
        print(f"{time.monotonic() - self._begun:7.1f} s  {words}", flush=True)


def _weighted(chosen: random.Random, weights: dict[T, int]) -> T:
    return chosen.choices(list(weights), list(weights.values()))[0]
