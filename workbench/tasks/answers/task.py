"""To answer as in conversations: each next token of the answers alone, from all that was said before."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import NOTHING, Encoded, EncodedExamples
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.message import Count
from workbench.models.compiled import compiled
from workbench.tasks.answers.conversations import encode_conversations
from workbench.tasks.answers.samples import sampler
from workbench.tasks.heads import fed, token_loss
from workbench.tasks.logits import guesses
from workbench.tasks.reading_order import SHORTEST
from workbench.tasks.rows import Rows, by_length, in_batches, padded, spread
from workbench.tasks.task import Batch, Dataset, Figure, Headline, Learnt, Look, Shown
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import ASSISTANT, LabelKind, LabelSet
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer

MOST_CONVERSATIONS = 250  # that a look reads
AT_ONCE = 8
PADDED = 1.4  # times the tokens of a conversation are those of its row, on the average
MARKED = 1.3  # times what is said is what is read, with the template's own words

SHOWN = Shown(
    title=QT_TRANSLATE_NOOP("Tasks", "To answer as in its conversations"),
    short=QT_TRANSLATE_NOOP("Tasks", "answers"),
    headline=Headline.PERPLEXITY,
    figures=(Figure("accuracy", QT_TRANSLATE_NOOP("Figures", "Right tokens of answers"), "share"),),
    train=("samples",),
    results=("evaluation", "learnt"),
    predict=("conversation", "next_words", "surprise", "writing", "tree", "game"),
    exports=("hf", "adapter", "keras", "savedmodel", "litert", "gguf"),
    of_turns=True,
    answers=True,
    protocol=QT_TRANSLATE_NOOP(
        "Validation",
        "On the answers in the validation part of “{corpus}”, which is never trained on: those of at most 250 of its"
        " conversations, from all over it; of each no more than the first {length} tokens are read.",
    ),
)


@dataclass(frozen=True)
class Answers:
    """Bound to a text's conversations by `of`; as it is registered it knows none."""

    conversations: int = field(default=1, compare=False)  # to learn from
    name: str = "answers"
    shown: Shown = SHOWN
    tokens_at_a_look: int = 128 * MOST_CONVERSATIONS

    @property
    def labels(self) -> None:
        return None

    def of(self, corpus: Corpus) -> Answers:
        """Raises KnownError("corpus.no_answers")."""
        labels = corpus.contents.labels
        if labels is None or labels.kind is not LabelKind.TURNS:
            raise KnownError("corpus.no_turns", name=corpus.name)
        if not labels.counts.get(Split.TRAIN, {}).get(ASSISTANT):
            raise KnownError("corpus.no_answers", name=corpus.name, role=ASSISTANT)
        return replace(self, conversations=max(1, labels.examples.get(Split.TRAIN, 0)))

    def with_labels(self, labels: LabelSet | None) -> Answers:
        return self

    # What is learnt

    def encoded(
        self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning
    ) -> Generator[Progress, None, EncodedExamples]:
        return (yield from encode_conversations(corpus, tokenizer, settings.context_length))

    def fitted(self, text: EncodedExamples, settings: FineTuning) -> FineTuning:
        return settings.within(self._rows(text, settings).length)

    def dataset(self, text: EncodedExamples, tokenizer: Tokenizer, settings: FineTuning) -> Rows:
        return self._rows(text, settings)

    def _rows(self, text: EncodedExamples, settings: FineTuning) -> Rows:
        """Raises KnownError("turns.too_few")."""
        if not text.train or not text.validation:
            raise KnownError("turns.too_few", name=text.name, most=Count(settings.context_length))

        def targets(chosen: Sequence[Encoded], rows: np.ndarray) -> np.ndarray:
            return padded([each.targets for each in chosen], rows.shape[1], NOTHING)

        return Rows.of(text, settings, targets)

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        return self._learnt_from(settings) / (settings.batch_size * settings.accumulate)

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        if not training_tokens:
            return settings.context_length
        length = PADDED * MARKED * training_tokens / self._learnt_from(settings)
        return min(settings.context_length, max(SHORTEST, length))

    def _learnt_from(self, settings: FineTuning) -> int:
        return math.ceil(settings.text_share * self.conversations)

    def fewest_tokens(self, settings: FineTuning) -> int:
        return 1  # conversations of any length are learnt

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        nothing = np.zeros((settings.batch_size * settings.accumulate, settings.context_length), np.int32)
        return [Batch(nothing, nothing)]

    def outputs(self, settings: FineTuning) -> None:
        return None

    # How it is learnt

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        """The models' own, which gives a logit for each token of the vocabulary."""
        return model.network

    def feed(self, inputs: Any) -> Any:
        return fed(inputs)

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        """A mean over the tokens of the answers of a batch, whichever conversations they are of."""
        import tensorflow as tf

        loss, smoothing = token_loss(outputs, targets), settings.label_smoothing
        if not smoothing:
            return loss, loss
        counted = tf.cast(targets >= 0, tf.float32)
        uniform = tf.reduce_sum(guesses(outputs) * counted) / tf.maximum(tf.reduce_sum(counted), 1.0)
        return (1 - smoothing) * loss + smoothing * uniform, loss

    # How well

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        score = _scoring(network)

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Rows)
            chosen = by_length(spread(dataset.held_out, MOST_CONVERSATIONS))
            loss, right, tokens, read = 0.0, 0, 0, 0
            for batch in in_batches(chosen, AT_ONCE):
                rows, targets = dataset.of_these([*batch, *[batch[-1]] * (AT_ONCE - len(batch))])
                targets[len(batch) :] = NOTHING
                found = score(rows, targets)
                # Summed in float64: the mean must not depend on how many batches there were.
                losses = np.asarray(found[0], np.float64)[: len(batch)]
                counted = (targets >= 0).sum(-1)[: len(batch)]
                loss, tokens = loss + float(losses.sum()), tokens + int(counted.sum())
                right, read = right + int(found[1]), read + len(batch)
                figures = {"accuracy": right / max(1, tokens)}
                yield Look(Progress(read, len(chosen)), loss / max(1, tokens), figures, (losses, counted))

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return math.log(tokenizer.vocabulary)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        return sampler(learnt, prompts)

    def written(
        self, text: EncodedExamples, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> None:
        return None


def _scoring(network: keras.Model) -> Callable[[np.ndarray, np.ndarray], Any]:
    """The loss of each row (nats), and how many tokens of answers were the likeliest one."""
    import tensorflow as tf

    @compiled(network)
    def scored(rows: Any, targets: Any) -> Any:
        logits, counted = network(fed(rows), training=False), targets >= 0
        known = tf.maximum(targets, 0)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(known, logits) * tf.cast(counted, tf.float32)
        is_right = tf.equal(tf.argmax(logits, -1, tf.int32), known) & counted
        return tf.reduce_sum(losses, -1), tf.reduce_sum(tf.cast(is_right, tf.int32))

    return lambda rows, targets: scored(tf.constant(rows), tf.constant(targets))


TASK = Answers()
