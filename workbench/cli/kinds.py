"""The kinds of values that options and arguments take; what is none of its kind is told in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from workbench.cli.words import said
from workbench.ground.speech import LANGUAGES, known_language
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message


def shown_name(parameter: click.Parameter | None) -> str:
    """An option as it is typed, an argument as the help calls it."""
    if parameter is None:
        return ""
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    called = getattr(parameter, "called", None)
    return parameter.human_readable_name if called is None else said(called)


def refuse(parameter: click.Parameter | None, value: object, reason: Message) -> NoReturn:
    raise KnownError("setting.invalid", name=shown_name(parameter), value=value, reason=reason)


class OneOf(click.Choice[Any]):
    """One of a few, typed as the value of the enumeration that they may be of."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        return str(choice.value if isinstance(choice, Enum) else choice)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        for choice in self.choices:
            if self.normalize_choice(choice, ctx) == self.normalize_choice(value, ctx):
                return choice
        refuse(param, value, message("value.one_of", known=self.typed))

    @property
    def typed(self) -> tuple[str, ...]:
        return tuple(self.normalize_choice(choice, None) for choice in self.choices)


class _LanguageName(OneOf):
    """A language that the program speaks, however the system writes its name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return known_language(str(value)) or super().convert(value, param, ctx)


class _Number(click.ParamType[Any]):
    def __init__(self, name: str, read: Callable[[str], float], reason: Message, least: float | None = None) -> None:
        self.name, self._read, self._reason, self._least = name, read, reason, least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            number = self._read(value)
        except ValueError:
            refuse(param, value, self._reason)
        if self._least is not None and number < self._least:
            refuse(param, value, message("value.at_least", least=self._least))
        return number


class _Place(click.ParamType[Path]):
    """A path, which need not be there; a shell completes it."""

    def __init__(self, kind: str) -> None:
        self.name = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type=self.name)]


class _Files(_Place):
    """The same as it was typed: it may be a web address."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value


LANGUAGE = _LanguageName(list(LANGUAGES))
WHOLE = _Number("whole", int, message("value.whole_number"))
COUNT = _Number("count", int, message("value.whole_number"), least=1)
REAL = _Number("number", float, message("value.number"))
FOLDER = _Place("dir")
FILE = _Place("file")
FILE_OR_ADDRESS = _Files("file")


def at_most_one(given: Iterable[tuple[str, bool]]) -> None:
    """Raises KnownError("argument.not_both") for two options of which one undoes what the other does."""
    chosen = [name for name, is_given in given if is_given]
    if len(chosen) > 1:
        raise KnownError("argument.not_both", one=chosen[0], other=chosen[1])
