"""The command line: the window's services for scripts, servers and machines without a display.

Results go to standard output (one JSON document with --json), everything else to standard error. Exit status: 0 on
success, 2 for a mistake of the caller's, 1 for a failure, 130 when interrupted from the keyboard.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

import click
from click.shell_completion import shell_complete

from workbench.cli import program as whole
from workbench.cli.kinds import shown_name
from workbench.cli.program import LANGUAGE_OPTION
from workbench.cli.to_type import with_what_to_type
from workbench.cli.words import answering, say, speaking
from workbench.ground.alongside import is_any_left
from workbench.ground.places import keep_together
from workbench.ground.speech import known_language, spoken_by, system_language
from workbench.messages.errors import KnownError
from workbench.messages.rendering import ENGLISH, Language

DATA = "--data"
COMPLETE = "_NEXTWORD_WORKBENCH_COMPLETE"  # set by a shell that asks how a line might go on


def main(arguments: Sequence[str] | None = None, *, language: Language = ENGLISH) -> int:
    """Run one command and return its exit status. A language that the arguments begin with goes before `language`."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    code, arguments = _language_of(arguments)
    status = 0
    with answering(code) if code else speaking(language):
        try:
            status = _told(arguments)
            _flush()
        except BrokenPipeError:  # whoever read the answer, such as “head”, has seen enough
            _write_to_nowhere()
    return status


def program() -> int:
    """`main`, as the whole of a process: its end does not wait for what cannot be interrupted and nobody waits for."""
    if asked := os.environ.get(COMPLETE):
        with answering(None):
            return shell_complete(whole.program(), {}, whole.NAME, COMPLETE, asked)
    status = main(language=spoken_by(system_language()))
    if is_any_left():
        _flush()
        os._exit(status)
    return status


def _language_of(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The language that is named before all else, which every word of an answer depends on, and what follows.

    One that is not known stays, to be refused like any other value.
    """
    name, has_value, value = arguments[0].partition("=") if arguments else ("", "", "")
    rest = arguments[1:]
    if name != LANGUAGE_OPTION or not (has_value or rest):
        return None, arguments
    if not has_value:
        value, *rest = rest
    code = known_language(value)
    return (None, arguments) if code is None else (code, rest)


def _told(arguments: list[str]) -> int:
    """The exit status of a command, with a sentence where it went wrong."""
    try:
        return _run(_in_its_places(arguments))
    except KnownError as error:
        _complain(_named(with_what_to_type(error.message)))
        return 2 if error.by_caller else 1
    except click.MissingParameter as error:
        _complain(_named(say("argument.missing", name=shown_name(error.param))))
        return 2
    except click.UsageError as error:
        _complain(_named(error.format_message()))
        return 2
    except KeyboardInterrupt:
        _complain(say("told.interrupted"))
        return 130


def _in_its_places(arguments: list[str]) -> list[str]:
    """The arguments after `--data FOLDER`, which is heeded before anything is loaded that writes."""
    folder = None
    if arguments and (arguments[0] == DATA or arguments[0].startswith(f"{DATA}=")):
        if "=" in arguments[0]:
            arguments = [DATA, arguments[0].partition("=")[2], *arguments[1:]]
        if len(arguments) < 2:
            raise KnownError("argument.missing", name=DATA)
        folder, arguments = Path(arguments[1]), arguments[2:]
    keep_together(folder)
    return arguments


def _run(arguments: list[str]) -> int:
    commands = whole.program()
    spoilt = next((argument for argument in arguments if not _is_text(argument)), None)
    if spoilt is not None:
        raise KnownError("argument.not_utf8", argument=ascii(spoilt))
    # A first word that is no command is the project for the window.
    if not arguments or _is_place(arguments[0]):
        arguments = [whole.WINDOW, *arguments]
    elif not arguments[0].startswith("-") and arguments[0] != whole.WINDOW and arguments[0] not in commands.by_name:
        _check_project(arguments, list(commands.by_name))
        arguments = [whole.WINDOW, *arguments]
    try:
        with commands.make_context(whole.NAME, arguments) as context:
            return commands.invoke(context) or 0
    except click.exceptions.Exit as ended:  # after the help or the version
        return ended.exit_code


def _is_place(word: str) -> bool:
    """Whether it is a folder or a file for sure, and no command, which need not be loaded to know."""
    return not {"/", os.sep}.isdisjoint(word) and Path(word).expanduser().exists()


def _check_project(arguments: list[str], commands: list[str]) -> None:
    """A first word that is neither a command nor a folder is a command mistyped, if it is like one or has arguments."""
    word = arguments[0]
    near = get_close_matches(word, commands, n=2)
    if Path(word).expanduser().exists() or (len(arguments) == 1 and not near):
        return
    if near:
        raise KnownError("argument.mistyped", name=word, near=tuple(near))
    raise KnownError("argument.neither", name=word)


def _named(sentence: str) -> str:
    return f"{whole.NAME}: {sentence}"


def _complain(line: str) -> None:
    with suppress(BrokenPipeError):  # the exit status says it, too
        print(line, file=sys.stderr, flush=True)


def _is_text(argument: str) -> bool:
    """Python puts bytes that it cannot read into an argument as half characters, which nothing can write again."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return False
    return True


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _write_to_nowhere() -> None:
    """What is still to be written, else Python tries again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
