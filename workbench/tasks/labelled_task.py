"""What the tasks of labels have in common: examples as rows, a head, the language model's loss beside it."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from workbench.corpora.encoded_examples import Encoded, EncodedExamples, encode_examples
from workbench.models.compiled import compiled
from workbench.tasks.heads import HEAD, LABELS, TOKENS, fed, token_loss
from workbench.tasks.reading_order import SHORTEST
from workbench.tasks.rows import Rows, next_tokens
from workbench.tasks.task import Batch
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelSet
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.tokenizers.tokenizer import Tokenizer

MOST_EXAMPLES = 500  # that a look reads; `evaluate` reads all
AT_ONCE = 32
LOOKED_AFTER, FEWEST_STEPS = 2.0, 5  # readings of the labelled texts between two looks, but not fewer steps
PADDED = 1.4  # times the tokens of an example are those of its row, on the average
UNKNOWN = 2  # labels, while it is not known which text is learnt


@dataclass(frozen=True)
class LabelledTask(ABC):
    """Bound to the labels of a text by `of`; as it is registered it knows none."""

    labels: LabelSet | None = None
    tokens_at_a_look: int = 64 * MOST_EXAMPLES
    head_name: str = HEAD  # of its layer
    features: int = 0  # numbers of an example or a word, where it is learnt from those that the network says of it

    @property
    def readings(self) -> int:
        """How often the words of an example are read."""
        return 1

    def with_labels(self, labels: LabelSet | None) -> Self:
        return replace(self, labels=labels)

    @property
    def count(self) -> int:
        """How many labels it tells apart."""
        return len(self.labels.names) if self.labels else UNKNOWN

    @abstractmethod
    def targets(self, chosen: Sequence[Encoded], length: int) -> np.ndarray:
        """Of examples, as the rows of one array."""

    @abstractmethod
    def blank_targets(self, rows: np.ndarray) -> np.ndarray:
        """For rows that say nothing, in the shape of `targets`."""

    @abstractmethod
    def label_objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        """As `Task.objective`, of the labels alone."""

    # What is learnt

    def encoded(
        self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning
    ) -> Generator[Progress, None, EncodedExamples]:
        assert self.labels is not None
        return (yield from encode_examples(corpus, tokenizer, self.labels, settings.context_length))

    def dataset(self, text: Any, tokenizer: Tokenizer, settings: FineTuning) -> Rows:
        return self._rows(text, settings)

    def fitted(self, text: Any, settings: FineTuning) -> FineTuning:
        """Few labels are soon known by heart: then it is looked more often, for the best of it not to be missed."""
        rows = self._rows(text, settings)
        epoch = settings.text_share * rows.steps_per_epoch
        often = max(FEWEST_STEPS, math.ceil(LOOKED_AFTER * epoch))
        return replace(settings.within(rows.length), validate_every=min(settings.validate_every, often))

    def _rows(self, text: Any, settings: FineTuning) -> Rows:
        def targets(chosen: Sequence[Encoded], rows: np.ndarray) -> Any:
            return self._beside(self.targets(chosen, rows.shape[1]), next_tokens(rows), settings)

        return Rows.of(text, settings, targets)

    def _beside(self, labels: np.ndarray, tokens: np.ndarray, settings: FineTuning) -> Any:
        return {LABELS: labels, TOKENS: tokens} if settings.language_model else labels

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        return self._examples(settings) / (settings.batch_size * settings.accumulate)

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        if not training_tokens:
            return settings.context_length
        padded = PADDED * self.readings * training_tokens / self._examples(settings)
        return min(settings.context_length, max(SHORTEST, padded))

    def _examples(self, settings: FineTuning) -> int:
        """That are learnt from."""
        return math.ceil(settings.text_share * self.labels.examples) if self.labels else 1

    def fewest_tokens(self, settings: FineTuning) -> int:
        return 1  # examples of any length are learnt

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        rows = np.zeros((settings.batch_size * settings.accumulate, settings.context_length), np.int32)
        told = rows.shape if self.labels and self.labels.is_of_words else rows.shape[:1]
        inputs = np.zeros((*told, self.features), np.float32) if self.features else rows
        return [Batch(inputs, self._beside(self.blank_targets(rows), rows, settings))]

    # How it is learnt

    def feed(self, inputs: Any) -> Any:
        return inputs if self.features else fed(inputs)

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        if not settings.language_model:
            return self.label_objective(outputs, targets, settings)
        wanted, loss = self.label_objective(outputs[LABELS], targets[LABELS], settings)
        return wanted + settings.language_model * token_loss(outputs[TOKENS], targets[TOKENS]), loss

    # How well

    def answers(self, network: keras.Model, settings: FineTuning) -> Callable[[Rows, Sequence[Encoded]], np.ndarray]:
        """What `network` says of at most AT_ONCE examples, compiled once: logits, an example in each row."""
        import tensorflow as tf

        @compiled(network)
        def answered(rows: Any) -> Any:
            outputs = network(self.feed(rows), training=False)
            return outputs[LABELS] if settings.language_model else outputs

        def answers(dataset: Rows, batch: Sequence[Encoded]) -> np.ndarray:
            rows = dataset.of_these([*batch, *[batch[-1]] * (AT_ONCE - len(batch))]).inputs
            found: np.ndarray = np.asarray(answered(tf.constant(rows)), np.float64)[: len(batch)]
            return found

        return answers

    def written(
        self, text: Any, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> None:
        return None
