"""Where the tokenizer library gives up, it panics: no Exception, so that it would pass everything by and end the
program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.messages.errors import KnownError, reason_of

_OF_PANICS = "pyo3_runtime"  # the module of what Rust's panics become


@contextmanager
def panic_told() -> Iterator[None]:
    """Raises KnownError("model.wild_tokenizer") in place of a panic."""
    try:
        yield
    except BaseException as error:
        if type(error).__module__ != _OF_PANICS:
            raise
        raise KnownError("model.wild_tokenizer", detail=reason_of(error)) from None
