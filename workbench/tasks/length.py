"""Whether a text has as many tokens as a run takes, asked before the run is made and once more when it begins."""

from __future__ import annotations

from workbench.messages.errors import KnownError

_FEWEST_HELD_OUT = 2  # tokens: one is predicted from the other


def check_length(name: str, train_tokens: int, validation_tokens: int, needed: int) -> None:
    """Raises KnownError: corpus.too_short, corpus.nothing_held_out."""
    if train_tokens < needed:
        raise KnownError("corpus.too_short", name=name, needed=needed, tokens=train_tokens)
    if validation_tokens < _FEWEST_HELD_OUT:
        raise KnownError("corpus.nothing_held_out", name=name)
