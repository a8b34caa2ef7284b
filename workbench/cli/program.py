"""The whole command line: each module in `commands` is a section of its help, found there by its SECTION."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

import click

import workbench.cli.commands as folder
from workbench import __version__
from workbench.cli.command import Group, Option, Section, by_name, write_commands
from workbench.cli.words import said, say
from workbench.messages.message import message

NAME = "nextword-workbench"
EXAMPLE = f"{NAME} train --help"


class Program(Group):
    def __init__(self, sections: list[Section], **attributes: Any) -> None:
        super().__init__(NAME, says=message("help.program"), commands=by_name(sections), **attributes)
        self._sections = sections

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section in self._sections:
            write_commands(formatter, said(section.title), section.commands)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(say("help.of_a_command", example=EXAMPLE))


@cache
def program() -> Program:
    modules = [import_module(f"{folder.__name__}.{found.name}") for found in pkgutil.iter_modules(folder.__path__)]
    sections: list[Section] = sorted((module.SECTION for module in modules), key=lambda section: section.place)
    version = Option(
        ["--version"], says=message("option.version"), is_flag=True, is_eager=True, expose_value=False,
        callback=_show_version,
    )  # fmt: skip
    return Program(sections, params=[version], no_args_is_help=False)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        print(__version__)
        ctx.exit()
