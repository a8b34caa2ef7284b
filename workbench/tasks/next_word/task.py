"""To predict each next token of a text from those before it."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoding import EncodedCorpus, encode
from workbench.measuring.scoring import Score, Scorer
from workbench.measuring.validation import PROTOCOL, VALIDATION_TOKENS, TextWritten, text_written
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.logits import guesses, surprises
from workbench.tasks.next_word.passages import Passages, fewest_tokens, steps_per_epoch
from workbench.tasks.next_word.samples import sampler
from workbench.tasks.task import Batch, Dataset, Headline, Learnt, Look, Shown
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelSet
from workbench.values.prediction import Sample
from workbench.values.progress import Progress
from workbench.values.run import NEXT_WORD

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer


@dataclass(frozen=True)
class NextWord:
    name: str = NEXT_WORD
    shown: Shown = Shown(
        title=QT_TRANSLATE_NOOP("Tasks", "To predict the next words"),
        short=QT_TRANSLATE_NOOP("Tasks", "next words"),
        headline=Headline.PERPLEXITY,
        train=("samples",),
        results=("evaluation", "dividend", "learnt"),
        predict=("next_words", "surprise", "writing", "tree", "game", "blind", "conversation"),
        exports=("hf", "adapter", "keras", "savedmodel", "litert", "gguf"),
        protocol=PROTOCOL,
    )
    tokens_at_a_look: int = VALIDATION_TOKENS

    @property
    def labels(self) -> None:
        return None

    def of(self, corpus: Corpus) -> NextWord:
        return self

    def with_labels(self, labels: LabelSet | None) -> NextWord:
        return self

    def encoded(
        self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning
    ) -> Generator[Progress, None, EncodedCorpus]:
        return (yield from encode(corpus, tokenizer))

    def fitted(self, text: EncodedCorpus, settings: FineTuning) -> FineTuning:
        return settings

    def dataset(self, text: EncodedCorpus, tokenizer: Tokenizer, settings: FineTuning) -> Passages:
        return Passages.of(text, settings)

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        return steps_per_epoch(training_tokens, settings.batch_size * settings.accumulate, settings.context_length)

    def fewest_tokens(self, settings: FineTuning) -> int:
        return fewest_tokens(settings)

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        return settings.context_length

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        nothing = np.zeros((settings.batch_size * settings.accumulate, settings.context_length), np.int32)
        return [Batch(nothing, nothing)]

    def outputs(self, settings: FineTuning) -> None:
        return None

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        """The models' own, which gives a logit for each token of the vocabulary."""
        return model.network

    def feed(self, inputs: Any) -> Any:
        import tensorflow as tf

        return {"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        import tensorflow as tf

        loss = tf.reduce_mean(surprises(outputs, targets))
        smoothing = settings.label_smoothing
        if not smoothing:
            return loss, loss
        # The smoothed target is (1 - s) one-hot + s uniform (Szegedy et al., 2016); what is measured stays plain.
        uniform = tf.reduce_mean(guesses(outputs))
        return (1 - smoothing) * loss + smoothing * uniform, loss

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        scorer = Scorer(network, settings.context_length)

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Passages)
            most, found = min(VALIDATION_TOKENS, len(dataset.held_out) - 1), Score()
            for score in scorer.scores(dataset.held_out, VALIDATION_TOKENS):
                found += score
                yield Look(Progress(found.tokens, most), found.loss)

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return math.log(tokenizer.vocabulary)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        return sampler(learnt, prompts)

    def written(
        self, text: EncodedCorpus, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> TextWritten | None:
        if len(text.validation) < 2:
            return None
        return text_written(text.validation, tokenizer, settings.context_length, VALIDATION_TOKENS, chunks)


TASK = NextWord()
