"""The whole command line: each module in `commands` is a section of its help, found there by its SECTION."""

from __future__ import annotations

import pkgutil
from functools import cache, cached_property
from importlib import import_module

import click

import workbench.cli.commands as folder
from workbench import __version__
from workbench.cli.command import Group, Option, Section, write_commands
from workbench.cli.kinds import FOLDER, LANGUAGE
from workbench.cli.words import said, say
from workbench.messages.message import message

NAME = "nextword-workbench"
FIRST, WINDOW = "start", "window"  # a module of commands, and one of them
LANGUAGE_OPTION = "--language"
EXAMPLE = f"{NAME} train --help"


class Program(Group):
    """Loads the commands, and with them most of the program, when one of them is asked for."""

    def __init__(self) -> None:
        version = Option(
            ["--version"], says=message("option.version"), is_flag=True, is_eager=True, expose_value=False,
            callback=_show_version,
        )  # fmt: skip
        language = Option(
            [LANGUAGE_OPTION], says=message("option.program_language"), type=LANGUAGE, is_eager=True,
            expose_value=False,
        )  # fmt: skip
        self_test = Option(
            ["--self-test"], says=message("option.self_test"), is_flag=True, is_eager=True, expose_value=False,
            callback=_check_installation,
        )  # fmt: skip
        # Taken by `main` already, before anything asks where things are kept; here it is for the help.
        data = Option(
            ["--data"], called=message("word.folder"), says=message("option.data"), type=FOLDER, expose_value=False
        )
        params = [language, data, self_test, version]
        super().__init__(NAME, says=message("help.program"), params=params, no_args_is_help=False)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        found = (_section(each.name) for each in pkgutil.iter_modules(folder.__path__))
        return tuple(sorted(found, key=lambda section: section.place))

    @cached_property
    def by_name(self) -> dict[str, click.Command]:
        return {command.name or "": command for section in self.sections for command in section.commands}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == WINDOW:  # is on screen before all other commands are loaded
            return next(each for each in _section(FIRST).commands if each.name == WINDOW)
        return self.by_name.get(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section in self.sections:
            write_commands(formatter, said(section.title), section.commands)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(say("help.of_a_command", example=EXAMPLE))


def _section(module: str) -> Section:
    found: Section = import_module(f"{folder.__name__}.{module}").SECTION
    return found


@cache
def program() -> Program:
    return Program()


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        print(__version__)
        ctx.exit()


def _check_installation(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        # Not above: with it comes whatever the program consists of.
        ctx.exit(import_module("workbench.cli.self_test").check_installation())
