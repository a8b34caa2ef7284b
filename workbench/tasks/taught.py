"""A task that is learnt from a teacher as well: from how likely it holds each answer to be, not the right one alone.

Hinton, Vinyals & Dean, Distilling the Knowledge in a Neural Network, 2015. Of the teacher's answers the likeliest K are
kept, and all others together count as one: what the student gives to them is compared as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from workbench.tasks.heads import LABELS
from workbench.tasks.logits import made
from workbench.tasks.task import Batch, Dataset, Learnt, Look, Share, Shown, Task, Text
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelSet
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.measuring.validation import TextWritten
    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer

MOST_KEPT = 16  # K
_OWN, _ANSWERS, _CHANCES = "own", "answers", "log_chances"
_LEAST = 1e-6  # of a probability whose logarithm is taken


class Teacher(Protocol):
    """What a run is taught by."""

    def told(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of rows of tokens, the numbers of the likeliest answers and the logarithms of their probabilities.

        int32 and float32 [rows, …, K]; of next words and tags … is the length, of classes nothing.
        """


@dataclass(frozen=True)
class TaughtText:
    """A text with who is asked about it."""

    text: Text
    teacher: Teacher

    def with_share(self, share: float) -> TaughtText:
        return replace(self, text=self.text.with_share(share))


@dataclass(frozen=True, eq=False)
class TaughtDataset:
    """The same batches, each with what the teacher says of it."""

    own: Dataset
    teacher: Teacher

    @property
    def steps_per_epoch(self) -> float:
        return self.own.steps_per_epoch

    @property
    def tokens_per_step(self) -> float:
        return self.own.tokens_per_step

    def length_at(self, seed: int, step: int) -> int:
        return self.own.length_at(seed, step)

    def repeating(self) -> TaughtDataset:
        return self

    def shared(self, share: Share) -> TaughtDataset:
        return replace(self, own=self.own.shared(share))

    def batch(self, seed: int, step: int) -> Batch:
        inputs, targets = self.own.batch(seed, step)
        answers, chances = self.teacher.told(inputs)
        return Batch(inputs, {_OWN: targets, _ANSWERS: answers, _CHANCES: chances})


@dataclass(frozen=True)
class Taught:
    """Everything but what is to become small is the task's own."""

    task: Task
    answers: int  # how many there are to choose from

    @property
    def name(self) -> str:
        return self.task.name

    @property
    def shown(self) -> Shown:
        return self.task.shown

    @property
    def tokens_at_a_look(self) -> int:
        return self.task.tokens_at_a_look

    @property
    def labels(self) -> LabelSet | None:
        return self.task.labels

    @property
    def kept(self) -> int:
        """K."""
        return min(MOST_KEPT, self.answers)

    def of(self, corpus: Corpus) -> Taught:
        return replace(self, task=self.task.of(corpus))

    def with_labels(self, labels: LabelSet | None) -> Taught:
        return replace(self, task=self.task.with_labels(labels))

    # What is learnt

    def encoded(self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning) -> Generator[Progress, None, Text]:
        return (yield from self.task.encoded(corpus, tokenizer, settings))

    def fitted(self, text: Any, settings: FineTuning) -> FineTuning:
        return self.task.fitted(text.text, settings)

    def dataset(self, text: Any, tokenizer: Tokenizer, settings: FineTuning) -> TaughtDataset:
        return TaughtDataset(self.task.dataset(text.text, tokenizer, settings).repeating(), text.teacher)

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        return self.task.steps_per_epoch(training_tokens, settings)

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        return self.task.row_length(training_tokens, settings)

    def fewest_tokens(self, settings: FineTuning) -> int:
        return self.task.fewest_tokens(settings)

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        return [self._beside(each) for each in self.task.blank(settings)]

    def _beside(self, blank: Batch) -> Batch:
        own = _labels_of(blank.targets)
        shape = (*(own.shape if self._is_of_places(own) else own.shape[:1]), self.kept)
        chances = np.full(shape, -np.log(self.answers), np.float32)
        return Batch(blank.inputs, {_OWN: blank.targets, _ANSWERS: np.zeros(shape, np.int32), _CHANCES: chances})

    def outputs(self, settings: FineTuning) -> float | None:
        return self.task.outputs(settings)

    # How it is learnt

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        return self.task.head(model, settings)

    def feed(self, inputs: Any) -> Any:
        return self.task.feed(inputs)

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        """The task's own and the teacher's, by the share of each; what is shown is the task's plain loss."""
        wanted, loss = self.task.objective(outputs, targets[_OWN], settings)
        own = _labels_of(targets[_OWN])
        mask = own >= 0 if self._is_of_places(own) else None
        taught = divergence(made(_labels_of(outputs)), targets[_ANSWERS], targets[_CHANCES], settings.temperature, mask)
        share = settings.teacher_share
        return (1 - share) * wanted + share * taught, loss

    def _is_of_places(self, own: Any) -> bool:
        """Whether something is told of each token of a row."""
        return self.labels is None or self.labels.is_of_words

    # How well

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        look = self.task.look(network, settings)

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, TaughtDataset)
            return look(dataset.own)

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return self.task.floor(tokenizer)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        return self.task.probe(learnt, prompts)

    def written(
        self, text: Any, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> TextWritten | None:
        return self.task.written(text.text, tokenizer, settings, chunks)


def divergence(outputs: Any, answers: Any, log_chances: Any, temperature: float, mask: Any = None) -> Any:
    """T² times the mean divergence (nats) of the student's probabilities from the teacher's, both at temperature T.

    `outputs` are logits [rows, …, answers]; `answers` and `log_chances` [rows, …, K] are the teacher's likeliest. With
    T², gradients are as large as those of the task's own loss whatever T is (section 2). `mask` says what counts.
    """
    import tensorflow as tf

    scaled = outputs / temperature
    log_own = tf.gather(scaled, answers, batch_dims=answers.shape.rank - 1)
    log_own -= tf.reduce_logsumexp(scaled, -1, keepdims=True)
    chances = tf.exp(log_chances)
    found = tf.reduce_sum(chances * (log_chances - log_own), -1)
    # What is left for all other answers: of nothing left, nothing is compared.
    rest = tf.maximum(1 - tf.reduce_sum(chances, -1), 0.0)
    own_rest = tf.maximum(1 - tf.reduce_sum(tf.exp(log_own), -1), _LEAST)
    found += rest * (tf.math.log(tf.maximum(rest, _LEAST)) - tf.math.log(own_rest))
    counted = tf.ones_like(found) if mask is None else tf.cast(mask, found.dtype)
    return temperature**2 * tf.reduce_sum(found * counted) / tf.maximum(tf.reduce_sum(counted), 1.0)


def _labels_of(held: Any) -> Any:
    """Of outputs or targets with the language model beside, those of the labels."""
    return held[LABELS] if isinstance(held, dict) else held
