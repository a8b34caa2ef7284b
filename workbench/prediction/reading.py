"""What a network makes of every token of a long text: each is predicted once, from those before it in a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.messages.message import Message, message

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

CONTEXT = 256  # tokens; a longer one costs memory and changes little for the models that run here
MOST_WINDOWS = 8  # read at once
LOGITS = 2**24  # numbers that are held at once


def context_within(most: int, asked: int | None = None) -> int:
    """The tokens of a window: as many as are asked for, else CONTEXT; never more than the `most` a model can see."""
    return min(asked or CONTEXT, most)


@dataclass(frozen=True)
class Windows:
    """The strided protocol: windows that see `context` tokens at most, each begins `stride` tokens after the last.

    A window predicts what no earlier one has. With a stride as long as the context they do not overlap, and the first
    tokens of each are predicted from few others; a shorter one takes longer and gives every token at least
    `context` - `stride` tokens before it. It is the “strided perplexity” of `transformers` with
    `max_length` = `context` + 1, which counts the predicted token.
    """

    context: int
    stride: int

    def spans(self, tokens: int) -> list[tuple[int, int, int]]:
        """(first token that is read, first that is predicted, end) of each window of a text of `tokens`."""
        found, predicted = [], 1
        for start in range(0, max(0, tokens - 1), self.stride):
            end = min(start + self.context + 1, tokens)
            found.append((start, predicted, end))
            predicted = end
            if end == tokens:
                break
        return found

    @property
    def in_words(self) -> Message:
        least = self.context - self.stride
        if not least:
            return message("measured.windows", context=self.context, stride=self.stride)
        return message("measured.windows_that_overlap", context=self.context, stride=self.stride, least=least)


@dataclass(frozen=True, eq=False)
class Stretch:
    """Neighbouring tokens of a text with what was thought of them; the arrays are as long as there are tokens."""

    start: int  # the first one's place in the text
    logs: np.ndarray  # natural logarithm of each token's probability
    ranks: np.ndarray  # 0 for the likeliest
    confidence: np.ndarray  # probability of whatever was likeliest in its place

    @property
    def end(self) -> int:
        return self.start + len(self.logs)


class TokenReader:
    """Traced once for all shapes: compiling for each would take longer than most texts take to read."""

    def __init__(self, model: LanguageModel) -> None:
        import tensorflow as tf

        network = model.network
        self._vocabulary = model.tokenizer.vocabulary

        @tf.function(autograph=False, input_signature=[tf.TensorSpec([None, None], tf.int32)] * 2)
        def read(inputs: Any, targets: Any) -> Any:
            logits = network({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}, training=False)
            logits = tf.cast(logits, tf.float32)
            total = tf.reduce_logsumexp(logits, -1)
            target = tf.gather(logits, targets, batch_dims=2)
            # The rank by counting is far cheaper than sorting the vocabulary.
            ranks = tf.reduce_sum(tf.cast(logits > target[..., None], tf.int32), -1)
            return target - total, ranks, tf.exp(tf.reduce_max(logits, -1) - total)

        self._read = read

    def read(self, tokens: np.ndarray, windows: Windows, limit: int | None = None) -> Iterator[Stretch]:
        """Every token but the first; `limit` is the most to read, in whole windows spread evenly over the text.

        `tokens` may be mapped from disk: no more of it is held than the windows that are read at once.
        """
        spans: Sequence[tuple[int, int, int]] = windows.spans(len(tokens))
        if limit is not None and len(spans) > (most := max(1, limit // windows.stride)):
            spans = [spans[number] for number in np.linspace(0, len(spans) - 1, most).astype(int)]
        at_once = min(MOST_WINDOWS, max(1, LOGITS // (windows.context * self._vocabulary)))
        for place in range(0, len(spans), at_once):
            yield from self._read_together(tokens, spans[place : place + at_once])

    def _read_together(self, tokens: np.ndarray, spans: Sequence[tuple[int, int, int]]) -> Iterator[Stretch]:
        # Shorter ones are filled up behind their end, which a causal network does not see.
        length = max(end - start for start, _, end in spans) - 1
        inputs = np.zeros((len(spans), length), np.int32)
        targets = np.zeros_like(inputs)
        for row, (start, _, end) in enumerate(spans):
            piece = tokens[start:end]
            inputs[row, : len(piece) - 1], targets[row, : len(piece) - 1] = piece[:-1], piece[1:]
        found = [np.asarray(part) for part in self._read(inputs, targets)]
        for row, (start, predicted, end) in enumerate(spans):
            new = slice(predicted - start - 1, end - start - 1)
            logs, ranks, confidence = (part[row, new] for part in found)
            yield Stretch(predicted, logs.astype(np.float64), ranks, confidence.astype(np.float64))
