"""What commands are made of: their words are messages, so that a language can be chosen when they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from workbench.cli.arguments import can_do_without, in_order
from workbench.cli.help_formatter import HelpContext
from workbench.cli.kinds import OneOf
from workbench.cli.words import said, say
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message

F = TypeVar("F", bound=Callable[..., Any])


class Argument(click.Argument):
    """`called` is its name in the help, `says` what it is."""

    def __init__(self, *names: Any, called: Message, says: Message | None = None, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.called, self.says = called, says

    def make_metavar(self, ctx: click.Context) -> str:
        if isinstance(self.type, OneOf):
            return f"{{{'|'.join(self.type.typed)}}}"
        name = said(self.called) + ("…" if self.nargs != 1 else "")
        return name if self.required else f"[{name}]"

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        return self.make_metavar(ctx), "" if self.says is None else said(self.says)


class Option(click.Option):
    """`called` is what its value is called in the help, `says` what it is for."""

    says: Message | None = None

    def __init__(self, *names: Any, says: Message, called: Message | None = None, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.called, self.says = called, says

    @property
    def help(self) -> str | None:
        """Read by the completion of a shell, too."""
        return None if self.says is None else said(self.says)

    @help.setter
    def help(self, _: object) -> None:
        """It is `says`."""

    def make_metavar(self, ctx: click.Context) -> str:
        if isinstance(self.type, OneOf):
            return "|".join(self.type.typed)
        return "" if self.called is None else said(self.called)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        value = "" if self.is_flag else self.make_metavar(ctx)
        if can_do_without(self):
            value = f"[{value}]"
        default = self._shown_default()
        text = self.help or ""
        return " ".join(filter(None, (", ".join(self.opts), value))), f"{text} [{default}]" if default else text

    def _shown_default(self) -> str:
        if self.required:
            return say("help.required")
        value = str(self.default) if isinstance(self.default, (str, float)) and not self.is_flag else ""
        return say("help.default", value=value) if value else ""


class Command(click.Command):
    """Reads what is typed as `in_order` does, and writes its help from messages; `says` is what it does."""

    allow_extra_args = True  # they are told of here, in one sentence
    context_class = HelpContext

    def __init__(self, *names: Any, says: Message, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.says = says

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing:  # a shell asks how it might go on
            return super().parse_args(ctx, args)
        options = {name: each for each in self.get_params(ctx) if isinstance(each, click.Option) for name in each.opts}
        is_group = isinstance(self, click.Group)
        before = sum(isinstance(each, click.Argument) for each in self.params) if is_group else None
        rest = super().parse_args(ctx, in_order(args, options, before))
        if rest and not is_group:
            raise KnownError("argument.too_many", command=self.name, arguments=tuple(rest))
        return rest

    def get_short_help_str(self, limit: int = 0) -> str:
        return said(self.says)

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return Option(
            ["-h", "--help"], says=message("option.help"), is_flag=True, is_eager=True, expose_value=False,
            callback=_show_help,
        )  # fmt: skip

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [f"[{say('help.options')}]"]
        words += [each.make_metavar(ctx) for each in self.params if isinstance(each, click.Argument)]
        if isinstance(self, click.Group):
            words.append(f"{say('word.command')} …")
        formatter.write_usage(ctx.command_path, " ".join(words), prefix=f"{say('help.usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(said(self.says))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [each.get_help_record(ctx) for each in self.params if isinstance(each, Argument) and each.says]
        _write(formatter, say("help.arguments_section"), records)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [each.get_help_record(ctx) for each in self.get_params(ctx) if isinstance(each, Option)]
        _write(formatter, say("help.options_section"), records)


class Group(Command, click.Group):
    """A command with commands of its own."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        found = self.get_command(ctx, args[0])
        if found is None and not ctx.resilient_parsing:
            raise KnownError("argument.no_command", name=args[0], known=tuple(self.list_commands(ctx)))
        return args[0], found, args[1:]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_commands(formatter, say("help.commands"), list(self.commands.values()))


class Section:
    """Commands that are listed together; a module of `commands` has one of them, as SECTION."""

    def __init__(self, title: Message, place: int) -> None:
        self.title, self.place = title, place
        self.commands: list[click.Command] = []

    def command(self, name: str, says: Message) -> Callable[[Callable[..., Any]], Command]:
        return self._adding(Command, name, says)

    def group(self, name: str, says: Message) -> Callable[[Callable[..., Any]], Group]:
        """One that does something by itself as well."""
        return self._adding(Group, name, says, invoke_without_command=True, subcommand_metavar="")

    def _adding(self, kind: type[Any], name: str, says: Message, **attributes: Any) -> Callable[..., Any]:
        def add(function: Callable[..., Any]) -> Any:
            made = click.command(name, cls=kind, says=says, **attributes)(function)
            self.commands.append(made)
            return made

        return add


def argument(name: str, called: Message, says: Message | None = None, **attributes: Any) -> Callable[[F], F]:
    return click.argument(name, cls=Argument, called=called, says=says, **attributes)


def option(*names: str, says: Message, called: Message | None = None, **attributes: Any) -> Callable[[F], F]:
    return click.option(*names, cls=Option, says=says, called=called, **attributes)


def flag(*names: str, says: Message) -> Callable[[F], F]:
    return option(*names, says=says, is_flag=True)


def several(*names: str, says: Message, called: Message, **attributes: Any) -> Callable[[F], F]:
    """An option that may be repeated."""
    return option(*names, says=says, called=called, multiple=True, **attributes)


def write_commands(formatter: click.HelpFormatter, title: str, commands: Sequence[click.Command]) -> None:
    _write(formatter, title, [(each.name or "", each.get_short_help_str()) for each in commands])


def _write(formatter: click.HelpFormatter, title: str, records: Sequence[tuple[str, str]]) -> None:
    if records:
        with formatter.section(title):
            formatter.write_dl(records)


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        print(ctx.get_help())
        ctx.exit()
