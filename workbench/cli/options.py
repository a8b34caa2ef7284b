"""The arguments and options that several commands have."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from workbench.cli.command import F, argument, flag, option, several
from workbench.cli.kinds import FOLDER, REAL, WHOLE, OneOf
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.training.places.cluster_settings import note_named
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef
from workbench.values.place import HERE, PlaceKind, Where, where_from
from workbench.values.prediction import Shaping
from workbench.values.presets import PRESETS, presets
from workbench.values.run import MOST_PROMPTS, NEXT_WORD, Input, task_named

NAME = message("word.name")
SETTING = message("word.setting")

on_project = argument("project", called=message("word.project"), says=message("argument.project"), type=FOLDER)
on_project_or_none = argument(
    "project", called=message("word.project"), says=message("argument.project"), type=FOLDER, required=False
)
on_run = argument("run", called=message("word.run"), says=message("argument.run"))
as_json = flag("--json", "as_json", says=message("option.json"))
of_model = option("--model", called=message("word.model"), says=message("option.model"), required=True)
of_models = several("--model", "models", called=message("word.model"), says=message("option.models"), required=True)
of_corpus = option("--corpus", called=message("word.corpus"), says=message("option.corpus"), required=True)
of_text = option("--text", called=message("word.text"), says=message("option.text"), required=True)
of_split = option("--split", says=message("option.split"), type=OneOf(Split), default=Split.VALIDATION)
of_part = option("--part", called=message("word.part"), says=message("option.part"), default="")
named = option("--name", called=NAME, says=message("option.run_name"))
of_tasks = several("--task", "tasks", called=message("word.task"), says=message("option.task"))
of_teacher = option("--teacher", called=message("word.model"), says=message("option.teacher"))
at_place = option("--on", "where", called=message("word.where"), says=message("option.on"))
with_prompts = several(
    "--prompt", "prompts", called=message("word.text"), says=message("option.prompt", most=MOST_PROMPTS)
)


@dataclass(frozen=True)
class Chosen:
    """What decides how a run learns, as it was typed."""

    corpus: str
    model: str
    preset: str
    settings: tuple[str, ...]
    inputs: tuple[Input, ...]  # of `corpus` and others, what is learnt at once
    teacher: str | None = None  # as it was typed
    where: Where = HERE

    @property
    def task(self) -> str:
        """Of the first of them."""
        return self.inputs[0].task

    @property
    def beside(self) -> tuple[Input, ...]:
        """The others."""
        return self.inputs[1:]

    def teacher_in(self, named: Callable[[str], ModelRef]) -> ModelRef | None:
        """Raises what `named` does."""
        return None if self.teacher is None else named(self.teacher)

    @property
    def fine_tuning(self) -> FineTuning:
        """Raises KnownError: setting.unknown, setting.invalid."""
        changes = {}
        for text in self.settings:
            name, equals, value = text.partition("=")
            if not equals:
                raise KnownError("setting.invalid", name="--set", value=text, reason=message("value.key_value"))
            changes[name.strip()] = value.strip()
        return presets(task_named(self.inputs))[self.preset].with_settings(changes)


def choosing(preset: str = "balanced", *, teacher: bool = False, place: bool = False) -> Callable[[F], F]:
    """The options that become `chosen`, with one for a `teacher` and one for the `place` where there may be one."""

    def add(function: F) -> F:
        @wraps(function)
        def called(
            corpus: str, model: str, preset: str, settings: tuple[str, ...], tasks: tuple[str, ...],
            teacher: str | None = None, where: str | None = None, **others: Any,
        ) -> Any:  # fmt: skip
            inputs = inputs_of(corpus, tasks)
            at = HERE if where is None else named_place(where)
            return function(chosen=Chosen(inputs[0].corpus, model, preset, settings, inputs, teacher, at), **others)

        with_place = at_place(called) if place else called
        return of_corpus(of_model(of_preset(with_settings(of_tasks(taught(with_place))))))  # type: ignore[return-value]

    def taught(function: F) -> F:
        return of_teacher(function) if teacher else function

    of_preset = option("--preset", says=message("option.preset"), type=OneOf(PRESETS), default=preset)
    keys = tuple(FineTuning().to_json())
    with_settings = several("--set", "settings", called=SETTING, says=message("option.set", keys=keys))
    return add


def named_place(typed: str) -> Where:
    """Where a run is to learn, as the person says. Raises KnownError("place.unknown")."""
    where = where_from(typed)
    if where.kind is PlaceKind.CLUSTER and not where.address:
        raise KnownError("place.unknown", place=typed)
    note_named(where)
    return where


def inputs_of(corpus: str, typed: Sequence[str]) -> tuple[Input, ...]:
    """What is learnt at once, from TASK, TASK=CORPUS or either with :WEIGHT behind it, for each.

    Weights are in proportion to the first.

    Raises KnownError: together.weight, and setting.invalid for a task that is none.
    """
    from workbench.tasks.registry import every_task

    found: list[Input] = []
    for words in typed or (NEXT_WORD,):
        what, colon, weight = words.rpartition(":")
        if not colon or not _is_number(weight):
            what, weight = words, "1"
        task, _, name = what.partition("=")
        found.append(Input(name or corpus, task.strip().replace("-", "_"), float(weight)))
    for each in found:
        if each.task not in every_task():
            known = message("value.one_of", known=every_task())
            raise KnownError("setting.invalid", name="--task", value=each.task, reason=known)
        if not 0 < each.weight < math.inf:
            raise KnownError("together.weight", name=each.corpus)
    return tuple(dataclasses.replace(each, weight=each.weight / found[0].weight) for each in found)


def _is_number(typed: str) -> bool:
    try:
        return not math.isnan(float(typed))
    except ValueError:
        return False


def shaping(plain: Shaping) -> Callable[[F], F]:
    """The options that become `shaping`."""

    def add(function: F) -> F:
        @wraps(function)
        def called(temperature: float, top_k: int, top_p: float, repetition_penalty: float, **others: Any) -> Any:
            return function(shaping=Shaping(temperature, top_k, top_p, repetition_penalty), **others)

        for each in reversed(every):
            called = each(called)
        return called  # type: ignore[return-value]

    every = (
        number("--temperature", REAL, plain.temperature, message("option.temperature")),
        number("--top-k", WHOLE, plain.top_k, message("option.top_k")),
        number("--top-p", REAL, plain.top_p, message("option.top_p")),
        number("--repetition-penalty", REAL, plain.repetition_penalty, message("option.repetition_penalty")),
    )
    return add


def number(name: str, kind: Any, default: float | None, says: Any) -> Callable[[F], F]:
    return option(name, called=message("word.number"), says=says, type=kind, default=default)
