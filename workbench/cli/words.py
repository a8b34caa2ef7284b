"""The language that the command line speaks, and sentences in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from workbench.messages.message import Message
from workbench.messages.rendering import ENGLISH, Language, written

_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


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


def say(code: str, **fields: object) -> str:
    """The sentence of a code of the catalogue."""
    return written(Message(code, fields), _spoken.get())


def said(value: object) -> str:
    """A message in words, a number as people write it; a name as it is."""
    return written(value, _spoken.get())


def marked(context: str, text: str) -> str:
    """A text that was marked for translation where it stands."""
    return _spoken.get().translate(context, text)
