"""What a network that has learnt labels says of texts, as probabilities; its weights are read anew at each call."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import ExampleEncoder, Part, parts_of
from workbench.ground.generators import last
from workbench.models.compiled import compiled
from workbench.tasks.heads import LABELS, fed
from workbench.tasks.rows import length_of, padded
from workbench.tasks.scores import log_softmax
from workbench.values.labels import Example, LabelKind, LabelSet
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

AT_ONCE = 32
SHORTEST = 32  # tokens; each length is compiled once, so there are few: this, twice this, …
_ENCODED_AT_ONCE = 200  # examples between two reports


class LabelReader:
    """Compiled for few lengths, when they are first needed."""

    def __init__(self, network: keras.Model, tokenizer: ExampleEncoder, labels: LabelSet, context_length: int) -> None:
        """`network` is one with a head, {"token_ids", "padding_mask"} → logits."""

        self.labels = labels
        self._tokenizer = tokenizer
        self._most = context_length

        @compiled(network)
        def answers(rows: Any) -> Any:
            outputs = network(fed(rows), training=False)
            return outputs[LABELS] if isinstance(outputs, dict) else outputs

        self._answers = answers

    def classes(self, texts: Sequence[str]) -> np.ndarray:
        """The probability of each class: float64 [texts, classes]."""
        return last(self.reading_classes(texts))

    def reading_classes(self, texts: Sequence[str]) -> Generator[Progress, None, np.ndarray]:
        """The same, of many texts."""
        parts = yield from self._parts([Example(text) for text in texts])
        found = yield from self._read([part for (part,) in parts], lambda part, logits: logits)
        logits = np.array(found).reshape(len(texts), len(self.labels.names))
        chances: np.ndarray = 1 / (1 + np.exp(-logits)) if self.labels.several else np.exp(log_softmax(logits))
        return chances

    def tags(self, examples: Sequence[Example]) -> list[np.ndarray]:
        """Of each example the probability of each tag for each of its words: float64 [words, tags]."""
        return last(self.reading_tags(examples))

    def reading_tags(self, examples: Sequence[Example]) -> Generator[Progress, None, list[np.ndarray]]:
        """The same, of many sentences."""
        parts = yield from self._parts(examples)
        flat = [part for of_one in parts for part in of_one]
        found = iter((yield from self._read(flat, lambda part, logits: np.exp(log_softmax(logits[part.words])))))
        none = np.zeros((0, len(self.labels.names)))
        return [np.concatenate([none, *(next(found) for _ in of_one)]) for of_one in parts]

    def is_cut(self, text: str) -> bool:
        """Whether only the beginning of a text is read."""
        return next(parts_of(Example(text), self._tokenizer, self.labels, self._most)).is_cut

    def _parts(self, examples: Sequence[Example]) -> Generator[Progress, None, list[list[Part]]]:
        found = []
        for number, example in enumerate(examples):
            if number % _ENCODED_AT_ONCE == 0:
                yield Progress(0, len(examples))
            found.append(list(parts_of(example, self._tokenizer, self.labels, self._most)))
        return found

    def _read(
        self, parts: Sequence[Part], told: Callable[[Part, np.ndarray], np.ndarray]
    ) -> Generator[Progress, None, list[np.ndarray]]:
        """What is `told` by the logits of each part; those that are about as long are read together."""
        order = sorted(range(len(parts)), key=lambda number: len(parts[number].tokens))
        found: dict[int, np.ndarray] = {}
        for first in range(0, len(order), AT_ONCE):
            chosen = order[first : first + AT_ONCE]
            for number, logits in zip(chosen, self._logits([parts[each] for each in chosen]), strict=True):
                found[number] = told(parts[number], logits)
            yield Progress(len(found), len(parts))
        return [found[number] for number in range(len(parts))]

    def _logits(self, parts: Sequence[Part]) -> np.ndarray:
        """float64 [parts, …], as the head gives them; always so many rows at once, or one for what is typed."""
        import tensorflow as tf

        length, longest = SHORTEST, max(len(part.tokens) for part in parts)
        while length < longest:
            length *= 2
        length = min(length, length_of(self._most))
        spare = 0 if len(parts) == 1 else AT_ONCE - len(parts)
        rows = padded([part.tokens for part in parts] + [parts[0].tokens] * spare, length)
        found: np.ndarray = np.asarray(self._answers(tf.constant(rows)), np.float64)[: len(parts)]
        return found

    @property
    def tells_words(self) -> bool:
        return self.labels.kind is not LabelKind.CLASSES
