"""What a model expects, and how a text surprises it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.perplexity import perplexity


@dataclass(frozen=True)
class Prediction:
    """A whole next word and its probability; `text` is what to append to go on with it (with its space)."""

    word: str
    probability: float
    text: str


class Unit(StrEnum):
    """What counts as a next word in scripts that are written without spaces."""

    WORD = "word"
    CHARACTER = "character"


@dataclass(frozen=True)
class Shaping:
    """How a distribution of next tokens is bent before a word is shown or drawn; as it is here, not at all."""

    temperature: float = 1.0  # 0 leaves the most probable token alone
    top_k: int = 0  # only so many of the likeliest tokens; 0 leaves all
    top_p: float = 1.0  # only the likeliest tokens that together reach this probability
    repetition_penalty: float = 1.0  # above 1, what was written already becomes less likely

    def __post_init__(self) -> None:
        """Raises KnownError("setting.invalid") for what bends nothing into a distribution."""
        most = {"temperature": math.inf, "top_k": math.inf, "top_p": 1.0, "repetition_penalty": math.inf}
        for name, high in most.items():
            value, low = getattr(self, name), 1.0 if name == "repetition_penalty" else 0.0
            if not low <= value <= high:
                least = message("value.at_least", least=low)
                reason = least if math.isinf(high) else message("value.between", low=low, high=high)
                raise KnownError("setting.invalid", name=name, value=value, reason=reason)


@dataclass(frozen=True)
class ScoredWord:
    """A word of a text and how probable it was before it was read."""

    start: int  # characters into the text; `text[start:end]` has the space before it
    end: int
    probability: float  # of its tokens one after the other
    rank: int  # 1 for the likeliest; of several tokens, the one that was expected least
    counted: bool  # False for a word that there was nothing before, or that the model has no token for

    @property
    def bits(self) -> float:
        """How surprising it was."""
        return -math.log2(max(self.probability, 1e-300))


@dataclass(frozen=True)
class Surprise:
    """A text with what a model made of every word of it. `loss` in nats per token."""

    text: str
    words: tuple[ScoredWord, ...]
    tokens: int  # that were predicted
    loss: float

    @property
    def perplexity(self) -> float:
        return perplexity(self.loss) if self.tokens else math.nan

    @property
    def counted(self) -> tuple[ScoredWord, ...]:
        return tuple(word for word in self.words if word.counted)

    @property
    def bits(self) -> float:
        """Of all counted words together."""
        return sum(word.bits for word in self.counted)

    @property
    def word_perplexity(self) -> float:
        counted = len(self.counted)
        return 2.0 ** min(self.bits / counted, 1000.0) if counted else math.nan


@dataclass(frozen=True)
class Sample:
    """What a run's model made of one of its pinned prompts at one step."""

    step: int
    prompt: str
    text: str  # the continuation
    predictions: tuple[Prediction, ...]
