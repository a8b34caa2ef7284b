"""To tell the classes of a text: one for each, or several."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import Encoded
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.heads import class_head
from workbench.tasks.labelled_task import AT_ONCE, MOST_EXAMPLES, LabelledTask
from workbench.tasks.labels.samples import sampler
from workbench.tasks.rows import Rows, by_length, in_batches, spread
from workbench.tasks.scores import class_scores
from workbench.tasks.task import Dataset, Figure, Learnt, Look, Shown
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer

SHOWN = Shown(
    title=QT_TRANSLATE_NOOP("Tasks", "To tell the classes of texts"),
    short=QT_TRANSLATE_NOOP("Tasks", "classes"),
    figures=(
        Figure("accuracy", QT_TRANSLATE_NOOP("Figures", "Right classes"), "share"),
        Figure("macro_f1", QT_TRANSLATE_NOOP("Figures", "Macro F1"), "share"),
    ),
    train=("samples",),
    results=("labels", "dividend"),
    predict=("labels",),
    exports=("hf", "keras", "savedmodel", "litert"),
    labels=True,
    protocol=QT_TRANSLATE_NOOP(
        "Validation",
        "On the validation part of “{corpus}”, which is never trained on: at most 500 of its labelled texts, from all"
        " over it; of each no more than the first {length} tokens are read. An evaluation reads them all, so its"
        " figures differ a little.",
    ),
)


@dataclass(frozen=True)
class LabelTexts(LabelledTask):
    """Bound to the classes of a text by `of`; as it is registered it knows none."""

    name: str = "labels"
    shown: Shown = SHOWN

    def of(self, corpus: Corpus) -> LabelTexts:
        """Raises KnownError: corpus.no_labels, corpus.one_class."""
        labels = corpus.contents.labels
        if labels is None or labels.kind is not LabelKind.CLASSES:
            raise KnownError("corpus.no_labels", name=corpus.name)
        found = LabelSet.of(labels, Split.TRAIN)
        if sum(count > 0 for count in found.counts) < 2:
            raise KnownError("corpus.one_class", name=corpus.name)
        return self.with_labels(found)

    def targets(self, chosen: Sequence[Encoded], length: int) -> np.ndarray:
        return np.stack([each.targets for each in chosen])

    def blank_targets(self, rows: np.ndarray) -> np.ndarray:
        return np.zeros((len(rows), self.count), np.float32) if self._several else np.zeros(len(rows), np.int32)

    def outputs(self, settings: FineTuning) -> float | None:
        return None if settings.language_model else self.count / settings.context_length

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        return class_head(model.network, self.count, settings, self.head_name)

    def label_objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        """What is to become small, with smoothed targets and weights of classes, and the plain mean."""
        import tensorflow as tf

        losses = self.losses(outputs, targets)
        loss = tf.reduce_mean(losses)
        smoothing = settings.label_smoothing
        if smoothing:
            uniform = (
                tf.nn.sigmoid_cross_entropy_with_logits(tf.fill(tf.shape(outputs), 0.5), outputs)
                if self._several
                else tf.reduce_logsumexp(outputs, -1, keepdims=True) - outputs
            )
            losses = (1 - smoothing) * losses + smoothing * tf.reduce_mean(uniform, -1)
        if settings.class_weights and not self._several:
            losses *= tf.gather(tf.constant(self._weights()), targets)
        return tf.reduce_mean(losses), loss

    def losses(self, outputs: Any, targets: Any) -> Any:
        """Of each example, in nats: logits [rows, classes], targets [rows], or [rows, classes] of 0 and 1."""
        import tensorflow as tf

        if self._several:
            return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(targets, outputs), -1)
        return tf.nn.sparse_softmax_cross_entropy_with_logits(targets, outputs)

    @property
    def _several(self) -> bool:
        return self.labels is not None and self.labels.several

    def _weights(self) -> np.ndarray:
        """Of each class, so that all of them count alike and a text counts 1 on the average."""
        assert self.labels is not None
        counts = np.maximum(np.array(self.labels.counts, np.float32), 1)
        weights: np.ndarray = (counts.sum() / (len(counts) * counts)).astype(np.float32)
        return weights

    # How well

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        answers = self.answers(network, settings)

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Rows)
            chosen = by_length(spread(dataset.held_out, MOST_EXAMPLES))
            logits = []
            for batch in in_batches(chosen, AT_ONCE):
                logits.append(answers(dataset, batch))
                read = np.concatenate(logits)
                targets = np.stack([each.targets for each in chosen[: len(read)]])
                loss, figures = class_scores(read, targets)
                yield Look(Progress(len(read), len(chosen)), loss, figures)

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return math.log(2 if self._several else self.count)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        assert self.labels is not None
        return sampler(learnt, self.labels, prompts)


TASK = LabelTexts()
