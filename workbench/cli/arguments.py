"""What a person types, put in order for the parser: options with their values first, all else behind “--”.

A parser goes by the dash alone. People give texts and numbers that begin with one, leave out the value of an option
that can do without, write options wherever they come to mind and no more of a name than tells it from others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import click

from workbench.messages.errors import KnownError

_NUMBER = re.compile(r"-\d*\.?\d+(e[-+]?\d+)?", re.IGNORECASE)


def in_order(words: Sequence[str], options: Mapping[str, click.Option], most: int | None = None) -> list[str]:
    """`options` are those of the command by each of their names. After `most` words that are none, where it is given,
    a command of its own begins, whose words are left as they are.

    Raises KnownError: argument.unknown, argument.with_value, argument.without_value.
    """
    rest, found, others = list(words), [], []
    while rest:
        word = rest.pop(0)
        if word == "--":
            others += rest
            break
        if _is_plain(word, options):
            others.append(word)
            if len(others) - 1 == most:
                others += rest
                break
            continue
        name, equals, value = word.partition("=")
        name = _known(name, options)
        option = options[name]
        if option.is_flag and equals:
            raise KnownError("argument.with_value", name=name)
        if equals or option.is_flag:
            found.append(name + equals + value)
        elif rest and (_is_plain(rest[0], options) or _may_be_value(rest[0], option, options)):
            found.append(f"{name}={rest.pop(0)}")
        elif can_do_without(option):
            found.append(name)
        else:
            raise KnownError("argument.without_value", name=name)
    return [*found, "--", *others] if others else found


def can_do_without(option: click.Option) -> bool:
    """Whether the value of an option may be left out."""
    return not option.is_flag and isinstance(option.flag_value, str)


def _is_plain(word: str, options: Mapping[str, click.Option]) -> bool:
    """Whether it can be no option: also a number below zero, and a text that begins with a dash."""
    if not word.startswith("-") or word == "-":
        return True
    return not _meant(word, options) and (" " in word or _NUMBER.fullmatch(word) is not None)


def _may_be_value(word: str, option: click.Option, options: Mapping[str, click.Option]) -> bool:
    """Of an option that needs one, whatever is no other option."""
    return not can_do_without(option) and word != "--" and not _meant(word, options)


def _known(name: str, options: Mapping[str, click.Option]) -> str:
    meant = _meant(name, options)
    if len(meant) != 1:
        raise KnownError("argument.unknown", name=name, known=meant or tuple(dict.fromkeys(options)))
    return meant[0]


def _meant(word: str, options: Mapping[str, click.Option]) -> tuple[str, ...]:
    """The options that a word may be the beginning of."""
    name = word.partition("=")[0]
    if name in options:
        return (name,)
    return tuple(each for each in options if len(name) > 2 and name.startswith("--") and each.startswith(name))
