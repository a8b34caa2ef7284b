"""To tell the tag of each word: chunks, names, or the roles of words beside a predicate."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import NOTHING, Encoded, EncodedExamples, encode_examples
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.heads import LABELS, TOKENS, fed, token_loss, word_head
from workbench.tasks.rows import Rows, in_batches, next_tokens, padded, spread
from workbench.tasks.scores import log_softmax, span_f1
from workbench.tasks.tags.samples import sampler
from workbench.tasks.task import Batch, Dataset, Figure, Learnt, Look, Shown
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer

MOST_EXAMPLES = 500  # sentences that a look reads; `evaluate` reads all
AT_ONCE = 32
UNKNOWN_TAGS = 2  # while it is not known which text is learnt

SHOWN = Shown(
    title=QT_TRANSLATE_NOOP("Tasks", "To tell the tags of words"),
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
class TagWords:
    """Bound to the tags of a text by `of`; as it is registered it knows none."""

    labels: LabelSet | None = None
    name: str = "tags"
    shown: Shown = SHOWN
    tokens_at_a_look: int = 64 * MOST_EXAMPLES

    def of(self, corpus: Corpus) -> TagWords:
        """Raises KnownError: corpus.no_tags, corpus.one_class."""
        labels = corpus.contents.labels
        if labels is None or labels.kind is LabelKind.CLASSES:
            raise KnownError("corpus.no_tags", name=corpus.name)
        if len(labels.classes) < 2:
            raise KnownError("corpus.one_class", name=corpus.name)
        return self.with_labels(LabelSet.of(labels, Split.TRAIN))

    def with_labels(self, labels: LabelSet | None) -> TagWords:
        return replace(self, labels=labels)

    # What is learnt

    def encoded(
        self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning
    ) -> Generator[Progress, None, EncodedExamples]:
        assert self.labels is not None
        return (yield from encode_examples(corpus, tokenizer, self.labels, settings.context_length))

    def dataset(self, text: Any, tokenizer: Tokenizer, settings: FineTuning) -> Rows:
        def targets(chosen: Sequence[Encoded], rows: np.ndarray) -> Any:
            tags = padded([each.targets for each in chosen], rows.shape[1], NOTHING)
            return {LABELS: tags, TOKENS: next_tokens(rows)} if settings.language_model else tags

        return Rows.of(text, settings, targets)

    def fitted(self, text: Any, settings: FineTuning) -> FineTuning:
        return settings.within(self.dataset(text, None, settings).length)  # type: ignore[arg-type]

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        examples = math.ceil(settings.text_share * self.labels.examples) if self.labels else 1
        return examples / (settings.batch_size * settings.accumulate)

    def fewest_tokens(self, settings: FineTuning) -> int:
        return 1  # examples of any length are learnt

    def blank(self, settings: FineTuning) -> Batch:
        rows = np.zeros((settings.batch_size * settings.accumulate, settings.context_length), np.int32)
        return Batch(rows, {LABELS: rows, TOKENS: rows} if settings.language_model else rows)

    def outputs(self, settings: FineTuning) -> float | None:
        return None if settings.language_model else float(self._tags)

    @property
    def _tags(self) -> int:
        return len(self.labels.names) if self.labels else UNKNOWN_TAGS

    # How it is learnt

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        return word_head(model.network, self._tags, settings)

    def feed(self, inputs: Any) -> Any:
        return fed(inputs)

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:

        if settings.language_model:
            wanted, loss = self._of_tags(outputs[LABELS], targets[LABELS], settings)
            return wanted + settings.language_model * token_loss(outputs[TOKENS], targets[TOKENS]), loss
        return self._of_tags(outputs, targets, settings)

    def _of_tags(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
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
        import tensorflow as tf

        assert self.labels is not None
        names = self.labels.names

        @tf.function(jit_compile=True, autograph=False)
        def answers(rows: Any) -> Any:
            outputs = network(self.feed(rows), training=False)
            return outputs[LABELS] if settings.language_model else outputs

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Rows)
            chosen = spread(dataset.held_out, MOST_EXAMPLES)
            said: list[list[str]] = []
            true: list[list[str]] = []
            loss, words, right = 0.0, 0, 0
            for batch in in_batches(chosen, AT_ONCE):
                rows = dataset.of_these([*batch, *[batch[-1]] * (AT_ONCE - len(batch))]).inputs
                logits = np.asarray(answers(tf.constant(rows)), np.float64)
                for each, found in zip(batch, logits, strict=False):
                    wanted, scores = each.targets[each.words], found[each.words]
                    known = wanted >= 0
                    loss -= float(log_softmax(scores)[np.flatnonzero(known), wanted[known]].sum())
                    words, right = words + int(known.sum()), right + int((scores.argmax(-1) == wanted)[known].sum())
                    said.append([names[number] for number in scores.argmax(-1)])
                    true.append([names[number] if number >= 0 else "O" for number in wanted])
                figures = {"accuracy": right / max(1, words), "f1": span_f1(said, true)}
                yield Look(Progress(len(said), len(chosen)), loss / max(1, words), figures)

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return math.log(self._tags)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        assert self.labels is not None
        return sampler(learnt, self.labels, prompts)

    def written(
        self, text: Any, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> None:
        return None


TASK = TagWords()
