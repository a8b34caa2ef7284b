"""To tell the tag of each word: chunks, names, or the roles of words beside a predicate."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import NOTHING, Encoded
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.heads import token_loss, word_head
from workbench.tasks.labelled_task import AT_ONCE, MOST_EXAMPLES, LabelledTask
from workbench.tasks.rows import Rows, by_length, in_batches, padded, spread
from workbench.tasks.scores import log_softmax, span_f1
from workbench.tasks.tags.samples import sampler
from workbench.tasks.task import Dataset, Figure, Learnt, Look, Shown
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import OUTSIDE, LabelSet
from workbench.values.methods import Method
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer

SHOWN = Shown(
    title=QT_TRANSLATE_NOOP("Tasks", "To tell the tags of words"),
    short=QT_TRANSLATE_NOOP("Tasks", "tags"),
    figures=(
        Figure("accuracy", QT_TRANSLATE_NOOP("Figures", "Right words"), "share"),
        Figure("f1", QT_TRANSLATE_NOOP("Figures", "F1 of spans"), "share"),
    ),
    train=("samples",),
    results=("labels", "dividend"),
    predict=("tags",),
    exports=("hf", "keras", "savedmodel", "litert"),
    labels=True,
    protocol=QT_TRANSLATE_NOOP(
        "Validation",
        "On the validation part of “{corpus}”, which is never trained on: at most 500 of its sentences, from all over"
        " it. Each is read twice, so that every word is told by a network that has seen the whole sentence; of one that"
        " is longer than {length} tokens, in parts. Spans count as conlleval counts them. An evaluation reads all"
        " sentences, so its figures differ a little.",
    ),
)


@dataclass(frozen=True)
class TagWords(LabelledTask):
    """Bound to the tags of a text by `of`; as it is registered it knows none."""

    name: str = "tags"
    shown: Shown = SHOWN

    @property
    def readings(self) -> int:
        return 2

    def of(self, corpus: Corpus) -> TagWords:
        """Raises KnownError: corpus.no_tags, corpus.one_class."""
        labels = corpus.contents.labels
        if labels is None or not labels.kind.is_of_words:
            raise KnownError("corpus.no_tags", name=corpus.name)
        if len(labels.classes) < 2:
            raise KnownError("corpus.one_class", name=corpus.name)
        return self.with_labels(LabelSet.of(labels, Split.TRAIN))

    def targets(self, chosen: Sequence[Encoded], length: int) -> np.ndarray:
        return padded([each.targets for each in chosen], length, NOTHING)

    def blank_targets(self, rows: np.ndarray) -> np.ndarray:
        return rows

    def outputs(self, settings: FineTuning) -> float | None:
        if settings.method is Method.HEAD:  # told a word at a time, as a class is of a text
            return self.count / settings.context_length
        return None if settings.language_model else float(self.count)

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        return word_head(model.network, self.count, settings, self.head_name)

    def label_objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        import tensorflow as tf

        loss = token_loss(outputs, targets)
        smoothing = settings.label_smoothing
        if not smoothing:
            return loss, loss
        counted = tf.cast(targets >= 0, tf.float32)
        uniform = (tf.reduce_logsumexp(outputs, -1) - tf.reduce_mean(outputs, -1)) * counted
        spread_out = tf.reduce_sum(uniform) / tf.maximum(tf.reduce_sum(counted), 1.0)
        return (1 - smoothing) * loss + smoothing * spread_out, loss

    # How well

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        assert self.labels is not None
        names = self.labels.names

        answers = self.answers(network, settings)

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Rows)
            chosen = by_length(spread(dataset.held_out, MOST_EXAMPLES))
            said: list[list[str]] = []
            true: list[list[str]] = []
            loss, words, right = 0.0, 0, 0
            for batch in in_batches(chosen, AT_ONCE):
                for each, found in zip(batch, answers(dataset, batch), strict=True):
                    wanted, scores = each.targets[each.words], found[each.words]
                    known = wanted >= 0
                    loss -= float(log_softmax(scores)[np.flatnonzero(known), wanted[known]].sum())
                    words, right = words + int(known.sum()), right + int((scores.argmax(-1) == wanted)[known].sum())
                    said.append([names[number] for number in scores.argmax(-1)])
                    true.append([names[number] if number >= 0 else OUTSIDE for number in wanted])
                figures = {"accuracy": right / max(1, words), "f1": span_f1(said, true)}
                yield Look(Progress(len(said), len(chosen)), loss / max(1, words), figures)

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return math.log(self.count)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        assert self.labels is not None
        return sampler(learnt, self.labels, prompts)


TASK = TagWords()
