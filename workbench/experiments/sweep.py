"""Sweeps: one or two settings varied over a grid or in random draws, on a budget; the runs go into the queue."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from workbench.experiments.queue import Queue
from workbench.ground import records
from workbench.ground.names import free_name
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.message import Message, message
from workbench.messages.rendering import ENGLISH, Language, render
from workbench.models.card import Fit, FitEstimate
from workbench.services.workbench import Workbench
from workbench.values.choices import CHOICES
from workbench.values.fine_tuning import BUDGETS, KNOBS, FineTuning, is_whole
from workbench.values.model_ref import ModelRef
from workbench.values.place import HERE, Where
from workbench.values.run import NEXT_WORD, Input, SweepRecord, tasks_of

SettingWords = Callable[[str, object], str]  # a setting's name and value

MOST_RUNS = 200
VARIABLE = tuple(name for name in KNOBS if name not in BUDGETS)
# Runs that differ in nothing but these cost the same, so it is found out once; 0 stands for any value.
COSTLESS = ("learning_rate", "warmup", "weight_decay", "seed")
_RANGE = re.compile(r"\s*(\S+?)\s*\.\.\s*(\S+?)\s*(?::\s*(\w+)\s*)?(?::\s*(\d+)\s*)?$")

NO_WINNER = QT_TRANSLATE_NOOP(
    "Sweep",
    "No run will be marked as the best, and all keep their checkpoints: each is validated in passages of its own"
    " context length, which alone changes a loss. Evaluate them with one context to compare them.",
)


class Scale(StrEnum):
    """How values lie in a range: equally far apart, or each the same number of times the one before."""

    LINEAR = "linear"
    LOG = "log"


@dataclass(frozen=True)
class Varied:
    """One setting and what it is tried with: `values`, or, where there are none, a range.

    Raises KnownError: setting.unknown, setting.invalid.
    """

    setting: str
    values: tuple[Any, ...] = ()
    low: float = 0.0
    high: float = 0.0
    scale: Scale = Scale.LINEAR
    count: int = 3  # of the values that a grid takes from the range

    def __post_init__(self) -> None:
        if self.setting not in VARIABLE:
            raise KnownError("setting.unknown", name=self.setting, known=tuple(VARIABLE))
        if self.values:
            checked = (
                getattr(FineTuning().with_settings({self.setting: value}), self.setting) for value in self.values
            )
            object.__setattr__(self, "values", tuple(dict.fromkeys(checked)))
            return
        if not isinstance(KNOBS[self.setting].default, (int, float)) or isinstance(KNOBS[self.setting].default, bool):
            raise self._invalid("value.list_values")
        if not (self.low < self.high and self.count > 1):
            raise self._invalid("value.range")
        if self.scale is Scale.LOG and self.low <= 0:
            raise self._invalid("value.range_above_zero")
        for end in (self.low, self.high):
            FineTuning().with_settings({self.setting: self._tidy(end)})

    @classmethod
    def parse(cls, text: str) -> Varied:
        """`SETTING=1e-4,3e-4` or `SETTING=1e-5..1e-2:log:4`; scale and count may be left out."""
        setting, equals, amount = text.partition("=")
        if not (equals and amount.strip()):
            reason = message("value.setting_values")
            raise KnownError("setting.invalid", name=setting, value="“”", reason=reason)
        found = _RANGE.match(amount)
        if not found:
            return cls(setting.strip(), tuple(value.strip() for value in amount.split(",") if value.strip()))
        low, high, scale, count = found.groups()
        try:
            return cls(
                setting.strip(), (), float(low), float(high), Scale(scale or Scale.LINEAR), int(count or cls.count)
            )
        except ValueError:
            reason = message("value.range_written")
            raise KnownError("setting.invalid", name=setting, value=amount, reason=reason) from None

    def grid(self) -> tuple[Any, ...]:
        if self.values:
            return self.values
        return tuple(dict.fromkeys(self._at(number / (self.count - 1)) for number in range(self.count)))

    def draw(self, source: random.Random) -> Any:
        """One of the values, or anything within the range."""
        return source.choice(self.values) if self.values else self._at(source.random())

    def _at(self, share: float) -> Any:
        """The value that lies so far into the range."""
        if self.scale is Scale.LOG:
            return self._tidy(self.low * (self.high / self.low) ** share)
        return self._tidy(self.low + (self.high - self.low) * share)

    def _tidy(self, value: float) -> Any:
        """Three digits are all that matters of a value that is tried, and all that a person wants to read."""
        whole = is_whole(KNOBS[self.setting])
        return round(value) if whole else min(max(float(f"{value:.3g}"), self.low), self.high)

    def _invalid(self, reason: str) -> KnownError:
        value = f"{self.low:g}..{self.high:g}"
        return KnownError("setting.invalid", name=self.setting, value=value, reason=message(reason))


@dataclass(frozen=True)
class Sweep:
    """`base` with one or two settings varied: every combination, or as many random `draws`.

    Raises KnownError: sweep.settings, sweep.too_many.
    """

    base: FineTuning
    varied: tuple[Varied, ...]
    draws: int = 0  # 0: a grid
    seed: int = 0  # of the draws
    is_shared: bool = False  # the budget of `base` is for all runs together, not for each

    def __post_init__(self) -> None:
        if len({each.setting for each in self.varied}) != len(self.varied) or len(self.varied) not in (1, 2):
            raise KnownError("sweep.settings")
        count = self.draws
        if not count:
            count = 1
            for each in self.varied:
                count *= len(each.values) or each.count
        if count > MOST_RUNS:
            raise KnownError("sweep.too_many", count=count, most=MOST_RUNS)

    @property
    def has_winner(self) -> bool:
        """Whether its runs are measured in one way, so that one of them can be the best: see `NO_WINNER`."""
        return all(each.setting != "context_length" or len(each.values) == 1 for each in self.varied)

    def fine_tunings(self) -> tuple[FineTuning, ...]:
        """The settings of each run, in the order in which they are made.

        Raises KnownError: setting.invalid, sweep.budget.
        """
        names = [each.setting for each in self.varied]
        chosen = tuple(dict(zip(names, values, strict=True)) for values in self._combinations())
        base = self._share(len(chosen))
        return tuple(base.with_settings(settings) for settings in chosen)

    def _combinations(self) -> list[tuple[Any, ...]]:
        if not self.draws:
            return list(itertools.product(*(each.grid() for each in self.varied)))
        source = random.Random(self.seed)
        drawn: dict[tuple[Any, ...], None] = {}
        for _ in range(50 * self.draws):  # there may be fewer different ones than were asked for
            drawn[tuple(each.draw(source) for each in self.varied)] = None
            if len(drawn) == self.draws:
                break
        return list(drawn)

    def _share(self, count: int) -> FineTuning:
        """`base` with the budget of one run."""
        unit, amount = self.base.budget
        if not self.is_shared:
            return self.base
        each = amount / count
        if unit in ("steps", "tokens"):
            each = int(each)
        if not each:
            raise KnownError("sweep.budget", amount=float(amount), unit=unit, count=count)
        return self.base.with_settings({unit: each})


@dataclass(frozen=True)
class PlannedRun:
    """A run that a sweep would make, and what it costs."""

    fine_tuning: FineTuning
    estimate: FitEstimate


def plan(
    services: Workbench, corpus: str, model: ModelRef, sweep: Sweep, *, task: str = NEXT_WORD,
    beside: Sequence[Input] = (),
) -> tuple[PlannedRun, ...]:  # fmt: skip
    """What each run costs; nothing is loaded or recorded."""
    known: dict[FineTuning, FitEstimate] = {}
    planned = []
    for fine_tuning in sweep.fine_tunings():
        alike = fine_tuning.with_settings(dict.fromkeys(COSTLESS, 0))
        if alike not in known:
            known[alike] = services.planning.fit(model, corpus, fine_tuning, task=task, beside=beside)
        planned.append(PlannedRun(fine_tuning, known[alike]))
    return tuple(planned)


def queue_sweep(
    services: Workbench,
    corpus: str,
    model: ModelRef,
    sweep: Sweep,
    name: str | None = None,
    prompts: Sequence[str] = (),
    *,
    keeps_all: bool = False,
    task: str = NEXT_WORD,
    beside: Sequence[Input] = (),
    teacher: ModelRef | None = None,
    where: Where = HERE,
    language: Language = ENGLISH,
    words: SettingWords | None = None,
) -> SweepRecord:
    """Put the runs of a sweep into the queue, in a group of its name, which is one in `language` where none is given.

    `words` say what a setting with its value is called, in the runs' names. `keeps_all`: also the checkpoints of the
    runs that lose. Raises KnownError: what `plan` raises, sweep.without_effect and sweep.does_not_fit, before anything
    is queued.
    """
    words = words or partial(setting_in, language)
    tasks = tasks_of((Input(corpus, task), *beside), is_taught=teacher is not None)
    for setting in (varied.setting for varied in sweep.varied):
        if not any(fine_tuning.applies(setting, tasks) for fine_tuning in sweep.fine_tunings()):
            raise KnownError("sweep.without_effect", setting=_label(setting, language))
    planned = plan(services, corpus, model, sweep, task=task, beside=beside)
    too_large = [run for run in planned if run.estimate.fit is Fit.DOES_NOT_FIT]
    if too_large:
        raise KnownError("sweep.does_not_fit", name=in_words(too_large[0].fine_tuning, sweep, words))
    project = services.project
    runs = project.runs.every()
    wanted = name or render(_name(sweep, language), language)
    record = project.sweeps.add(
        free_name(wanted, {run.group for run in runs}, " {}"), records.written(sweep), keeps_all=keeps_all
    )
    taken, queue = {run.name for run in runs}, Queue(services)
    for each in planned:
        differing = in_words(each.fine_tuning, sweep, words)
        run_name = free_name(f"{record.name}: {differing}" if name else differing, taken, " ({})")
        taken.add(run_name)
        queue.add(
            corpus, model, each.fine_tuning, run_name, prompts, record.name, record.id, task, beside, teacher, where
        )
    return record


def _name(sweep: Sweep, language: Language) -> Message:
    labels = [_label(each.setting, language) for each in sweep.varied]
    if len(labels) == 1:
        return message("name.sweep", setting=labels[0])
    return message("name.sweep_of_two", first=labels[0], second=labels[1])


def in_words(fine_tuning: FineTuning, sweep: Sweep, words: SettingWords | None = None) -> str:
    """What sets a run of a sweep apart, such as “Learning rate 0.001, Seed 2”."""
    settings = [each.setting for each in sweep.varied]
    said = words or partial(setting_in, ENGLISH)
    return ", ".join(said(setting, getattr(fine_tuning, setting)) for setting in settings)


def setting_in(language: Language, setting: str, value: object) -> str:
    """A setting with its value in that language."""
    return f"{_label(setting, language)} {_value_in(language, value)}"


def _value_in(language: Language, value: object) -> str:
    if isinstance(value, bool):
        return language.translate("FineTuning", "yes" if value else "no")
    if isinstance(value, StrEnum):
        return language.translate("FineTuning", CHOICES[value])
    return language.number(value) if isinstance(value, (int, float)) else str(value)


def _label(setting: str, language: Language) -> str:
    return language.translate("FineTuning", KNOBS[setting].metadata["label"])
