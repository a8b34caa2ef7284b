"""What a network that has learnt labels says of texts, as probabilities; its weights are read anew at each call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import ExampleEncoder, Part, parts_of
from workbench.tasks.heads import LABELS, fed
from workbench.tasks.rows import length_of, padded
from workbench.tasks.scores import log_softmax
from workbench.values.labels import Example, LabelKind, LabelSet

if TYPE_CHECKING:
    import keras

AT_ONCE = 32
SHORTEST = 32  # tokens; each length is compiled once, so there are few: this, twice this, …


class LabelReader:
    """Compiled for few lengths, when they are first needed."""

    def __init__(self, network: keras.Model, tokenizer: ExampleEncoder, labels: LabelSet, context_length: int) -> None:
        """`network` is one with a head, {"token_ids", "padding_mask"} → logits."""
        import tensorflow as tf

        self.labels = labels
        self._tokenizer = tokenizer
        self._most = context_length

        @tf.function(jit_compile=True, autograph=False)
        def answers(rows: Any) -> Any:
            outputs = network(fed(rows), training=False)
            return outputs[LABELS] if isinstance(outputs, dict) else outputs

        self._answers = answers

    def classes(self, texts: Sequence[str]) -> np.ndarray:
        """The probability of each class: float64 [texts, classes]."""
        found = list(self.classes_in_turn(texts))
        return np.concatenate(found) if found else np.zeros((0, len(self.labels.names)))

    def classes_in_turn(self, texts: Sequence[str]) -> Iterator[np.ndarray]:
        """The same, of a few texts at a time."""
        parts = [next(parts_of(Example(text), self._tokenizer, self.labels, self._most)) for text in texts]
        for first in range(0, len(parts), AT_ONCE):
            logits = self._logits(parts[first : first + AT_ONCE])
            yield 1 / (1 + np.exp(-logits)) if self.labels.several else np.exp(log_softmax(logits))

    def tags(self, examples: Sequence[Example]) -> list[np.ndarray]:
        """Of each example the probability of each tag for each of its words: float64 [words, tags]."""
        return [found for _, found in self.tags_in_turn(examples)]

    def tags_in_turn(self, examples: Sequence[Example]) -> Iterator[tuple[Example, np.ndarray]]:
        for first in range(0, len(examples), AT_ONCE):
            chosen = examples[first : first + AT_ONCE]
            parts = [list(parts_of(each, self._tokenizer, self.labels, self._most)) for each in chosen]
            flat = [part for of_one in parts for part in of_one]
            found = iter(
                [
                    logits
                    for some in range(0, len(flat), AT_ONCE)
                    for logits in self._logits(flat[some : some + AT_ONCE])
                ]
            )
            for each, of_one in zip(chosen, parts, strict=True):
                words = [log_softmax(next(found)[part.words]) for part in of_one]
                yield each, np.exp(np.concatenate(words)) if words else np.zeros((0, len(self.labels.names)))

    def is_cut(self, text: str) -> bool:
        """Whether only the beginning of a text is read."""
        return next(parts_of(Example(text), self._tokenizer, self.labels, self._most)).is_cut

    def _logits(self, parts: Sequence[Part]) -> np.ndarray:
        """float64 [parts, …], as the head gives them; always so many rows at once, which is compiled once."""
        import tensorflow as tf

        length, longest = SHORTEST, max(len(part.tokens) for part in parts)
        while length < longest:
            length *= 2
        length = min(length, length_of(self._most))
        rows = padded([part.tokens for part in parts] + [parts[0].tokens] * (AT_ONCE - len(parts)), length)
        found: np.ndarray = np.asarray(self._answers(tf.constant(rows)), np.float64)[: len(parts)]
        return found

    @property
    def tells_words(self) -> bool:
        return self.labels.kind is not LabelKind.CLASSES
