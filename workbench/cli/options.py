"""The arguments and options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from workbench.cli.command import F, argument, flag, option, several
from workbench.cli.kinds import FOLDER, REAL, WHOLE, OneOf
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.project.runs import MOST_PROMPTS
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.prediction import Shaping
from workbench.values.presets import PRESETS, presets
from workbench.values.run import NEXT_WORD

NAME = message("word.name")
SETTING = message("word.setting")

on_project = argument("project", called=message("word.project"), says=message("argument.project"), type=FOLDER)
on_project_or_none = argument(
    "project", called=message("word.project"), says=message("argument.project"), type=FOLDER, required=False
)
on_run = argument("run", called=message("word.run"), says=message("argument.run"))
as_json = flag("--json", "as_json", says=message("option.json"))
of_model = option("--model", called=message("word.model"), says=message("option.model"), required=True)
of_corpus = option("--corpus", called=message("word.corpus"), says=message("option.corpus"), required=True)
of_text = option("--text", called=message("word.text"), says=message("option.text"), required=True)
of_split = option("--split", says=message("option.split"), type=OneOf(Split), default=Split.VALIDATION)
named = option("--name", called=NAME, says=message("option.run_name"))
of_task = option("--task", called=NAME, says=message("option.task"), default=NEXT_WORD)
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
    task: str

    @property
    def fine_tuning(self) -> FineTuning:
        """Raises KnownError: setting.unknown, setting.invalid."""
        changes = {}
        for text in self.settings:
            name, equals, value = text.partition("=")
            if not equals:
                raise KnownError("setting.invalid", name="--set", value=text, reason=message("value.key_value"))
            changes[name.strip()] = value.strip()
        return presets(self.task)[self.preset].with_settings(changes)


def choosing(preset: str = "balanced") -> Callable[[F], F]:
    """The options that become `chosen`."""

    def add(function: F) -> F:
        @wraps(function)
        def called(corpus: str, model: str, preset: str, settings: tuple[str, ...], task: str, **others: Any) -> Any:
            return function(chosen=Chosen(corpus, model, preset, settings, task), **others)

        return of_corpus(of_model(of_preset(with_settings(of_task(called)))))  # type: ignore[return-value]

    of_preset = option("--preset", says=message("option.preset"), type=OneOf(PRESETS), default=preset)
    keys = tuple(FineTuning().to_json())
    with_settings = several("--set", "settings", called=SETTING, says=message("option.set", keys=keys))
    return add


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
