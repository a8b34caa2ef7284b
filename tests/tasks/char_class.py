"""A task as small as one can be, and as different from next words: of which kind the character is that comes next.

One label for each passage, a head of its own on the backbone, an accuracy beside the loss.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from workbench.corpora.encoding import EncodedCorpus, encode
from workbench.tasks.task import Batch, Dataset, Figure, Learnt, Look, Share, Shown
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.prediction import Prediction, Sample
from workbench.values.progress import Progress

CLASSES = ("vowel", "letter", "space", "other")
AT_ONCE, MOST = 8, 32  # passages of the text that is held out


def class_of(piece: bytes) -> int:
    first = piece[:1].decode("latin-1").lower()
    if first in "aeiou":
        return 0
    return 1 if first.isalpha() else 2 if first.isspace() else 3


@dataclass(frozen=True, eq=False)
class Places:
    train: np.ndarray
    held_out: np.ndarray
    classes: np.ndarray  # of each token
    examples: int
    length: int
    share: Share = Share()

    @property
    def steps_per_epoch(self) -> float:
        return len(self.train) / self.length / self.examples

    @property
    def tokens_per_step(self) -> float:
        return self.examples * self.length

    def length_at(self, seed: int, step: int) -> int:
        return self.length

    def repeating(self) -> Places:
        return self

    def shared(self, share: Share) -> Places:
        return replace(self, share=share)

    def batch(self, seed: int, step: int) -> Batch:
        last = len(self.train) - self.length
        starts = np.random.default_rng([seed, step]).integers(0, last, self.examples)
        return self.at(self.train, self.share.of(starts))

    def at(self, tokens: np.ndarray, starts: Sequence[int] | np.ndarray) -> Batch:
        passages = np.stack([tokens[start : start + self.length] for start in starts]).astype(np.int32)
        next_ones = np.array([self.classes[tokens[start + self.length]] for start in starts], np.int32)
        return Batch(passages, next_ones)


@dataclass(frozen=True)
class CharClass:
    name: str = "char_class"
    shown: Shown = Shown("To tell characters apart", figures=(Figure("accuracy", "Right classes", "share"),))
    tokens_at_a_look: int = 512

    labels: None = None

    def of(self, corpus: Corpus) -> CharClass:
        return self

    def with_labels(self, labels: object) -> CharClass:
        return self

    def encoded(self, corpus: Corpus, tokenizer: Any, settings: FineTuning) -> Generator[Progress, None, EncodedCorpus]:
        return (yield from encode(corpus, tokenizer))

    def fitted(self, text: EncodedCorpus, settings: FineTuning) -> FineTuning:
        return settings

    def dataset(self, text: EncodedCorpus, tokenizer: Any, settings: FineTuning) -> Places:
        classes = np.array([class_of(piece) for piece in tokenizer.pieces])
        examples = settings.batch_size * settings.accumulate
        return Places(np.asarray(text.train), np.asarray(text.validation), classes, examples, settings.context_length)

    def fewest_tokens(self, settings: FineTuning) -> int:
        return settings.context_length + 1

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        return training_tokens / settings.context_length / (settings.batch_size * settings.accumulate)

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        return settings.context_length

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        examples = settings.batch_size * settings.accumulate
        return [Batch(np.zeros((examples, settings.context_length), np.int32), np.zeros(examples, np.int32))]

    def outputs(self, settings: FineTuning) -> float:
        return len(CLASSES) / settings.context_length

    def head(self, model: Any, settings: FineTuning) -> Any:
        import keras

        draw = keras.initializers.GlorotUniform(seed=settings.seed)
        backbone = model.network.backbone
        answer = keras.layers.Dense(len(CLASSES), kernel_initializer=draw, name="char_class")
        return keras.Model(backbone.input, answer(backbone.output[:, -1]))

    def feed(self, inputs: Any) -> Any:
        import tensorflow as tf

        return {"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        import tensorflow as tf

        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(targets, outputs))
        return loss, loss

    def look(self, network: Any, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        import tensorflow as tf

        @tf.function(jit_compile=True, autograph=False)
        def found(inputs: Any, targets: Any) -> Any:
            outputs = network(self.feed(inputs), training=False)
            right = tf.argmax(outputs, -1, tf.int32) == targets
            return self.objective(outputs, targets, settings)[1], tf.reduce_mean(tf.cast(right, tf.float32))

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Places)
            starts = np.linspace(0, len(dataset.held_out) - dataset.length - 1, MOST).astype(int)
            losses, shares = [], []
            for first in range(0, MOST, AT_ONCE):
                loss, right = found(*dataset.at(dataset.held_out, starts[first : first + AT_ONCE]))
                losses.append(float(loss))
                shares.append(float(right))
                yield Look(
                    Progress(first + AT_ONCE, MOST), float(np.mean(losses)), {"accuracy": float(np.mean(shares))}
                )

        return looks

    def floor(self, tokenizer: Any) -> float:
        return math.log(len(CLASSES))

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        import tensorflow as tf

        def samples(step: int) -> Iterator[Sample]:
            for prompt in prompts:
                tokens = tf.constant([learnt.model.tokenizer.encode(prompt)], tf.int32)
                scores = np.asarray(learnt.network(self.feed(tokens)))[0].astype(float)
                chances = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
                order = np.argsort(-chances)
                found = tuple(Prediction(CLASSES[number], float(chances[number]), "") for number in order)
                yield Sample(step, prompt, found[0].word, found)

        return samples

    def written(
        self, text: EncodedCorpus, tokenizer: Any, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> None:
        return None
