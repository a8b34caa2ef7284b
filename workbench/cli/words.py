"""The language that the command line speaks, and sentences in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from workbench.ground.speech import spoken_by, system_language
from workbench.messages.message import Message
from workbench.messages.rendering import ENGLISH, Language, written

_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)
_asked_for: ContextVar[str | None] = ContextVar("asked_for", default=None)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """While this is open, all that is said is said in `language`."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> Language:
    return _spoken.get()


def asked_for() -> str | None:
    """The code of the language that --language names; None where nothing was said."""
    return _asked_for.get()


@contextmanager
def answering(code: str | None, environment: Mapping[str, str] = os.environ) -> Iterator[None]:
    """While this is open, all is said in the language that was asked for, else in the system's."""
    before = _asked_for.set(code)
    try:
        with speaking(spoken_by(code or system_language(environment))):
            yield
    finally:
        _asked_for.reset(before)


def say(code: str, **fields: object) -> str:
    """The sentence of a code of the catalogue."""
    return written(Message(code, fields), _spoken.get())


def said(value: object) -> str:
    """A message in words, a number as people write it; a name as it is."""
    return written(value, _spoken.get())


def marked(context: str, text: str) -> str:
    """A text that was marked for translation where it stands."""
    return _spoken.get().translate(context, text)
