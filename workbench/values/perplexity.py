"""Loss as perplexity: the number of tokens among which a model that guesses evenly would be as unsure."""

from __future__ import annotations

import math

ENDLESS = 30.0  # nats per token; no vocabulary asks for more than 13, so that beyond it a figure tells nothing: ∞
_WHOLE = 20  # from here on a digit behind the point means nothing


def perplexity(loss: float) -> float:
    """e ** `loss`, in nats per token (or per word, for the perplexity of a word).

    Infinite where no number is large enough, as well as for a loss that is none: a bound instead, say e ** 700, would
    be a figure that nothing was measured to have, and an error would keep from a person all else that was measured.
    """
    try:
        return math.inf if math.isnan(loss) else math.exp(loss)
    except OverflowError:
        return math.inf


def is_endless(loss: float) -> bool:
    """Whether its perplexity is shown as ∞."""
    return not loss <= ENDLESS


def decimals(value: float) -> int:
    """How many digits behind the point of a perplexity mean something."""
    return 0 if value >= _WHOLE else 1


def written(value: float, places: int) -> str:
    """A perplexity for a person to read: where it is endless, a hundred digits would say nothing more."""
    return "∞" if value <= 0 or is_endless(math.log(value)) else f"{value:.{places}f}"
