"""Whether an exported model says what the program's does: it is asked before anybody relies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.messages.errors import KnownError
from workbench.prediction.decoding import ROOM, end_of
from workbench.prediction.words import prompt_tokens

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

TOLERANCE = 1e-4  # of a logit or a probability, in float32
TEXTS = ("The lamp ", "Once upon a time", "  It's 1834 – “naïve”?\n\nNo!", "你好，世界", "", "the end. " * 200)


def prompt(model: LanguageModel, text: str) -> list[int]:
    """The tokens that the program reads of `text`."""
    return end_of(prompt_tokens(model.tokenizer, text), model.context_length - ROOM)


def logits(model: LanguageModel, tokens: list[int]) -> Any:
    """What the network makes of the token after `tokens`: float32 [vocabulary]."""
    # Behind the text is padding that a causal network does not see: Keras warns of a softmax over a single token.
    row = np.array([[*tokens, 0]], np.int32)
    found = model.network({"token_ids": row, "padding_mask": np.ones_like(row)}, training=False)
    return np.asarray(found)[0, len(tokens) - 1]


def probabilities(logits: Any) -> Any:
    grown = np.exp(logits.astype(np.float64) - logits.max())
    return grown / grown.sum()


def check(expected: Any, found: Any, form: str) -> None:
    """Raises KnownError("export.disagrees") where one is further from the other than rounding explains."""
    difference = float(np.max(np.abs(np.asarray(expected) - np.asarray(found))))
    if not difference <= TOLERANCE * max(1.0, float(np.max(np.abs(expected)))):
        raise KnownError("export.disagrees", format=form, difference=float(f"{difference:.2g}"))
