"""About how long a model takes to write a text, before it has written a word of it."""

from __future__ import annotations

# Of a token, seen with models of 17 and of 124 million weights on two cores: what is the same for all of them, and the
# weights, each of which is read once.
SECONDS_A_TOKEN, SECONDS_A_WEIGHT = 8e-3, 3.3e-10
TOKENS_A_WORD = 1.5
SPREAD = 2.0  # times as long, or a part of it, as another computer takes


def seconds_to_write(parameters: int, words: int) -> tuple[float, float]:
    """The fewest and the most."""
    seconds = words * TOKENS_A_WORD * (SECONDS_A_TOKEN + parameters * SECONDS_A_WEIGHT)
    return seconds / SPREAD, seconds * SPREAD
