"""What a run has learnt to tell labels with, as every format of it is written and compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.encoded_examples import Part, parts_of
from workbench.corpora.labelled import joined
from workbench.exporting import agreement
from workbench.models.language_model import LanguageModel
from workbench.services.workbench import Workbench
from workbench.tasks.heads import HEAD, LABELS, fed, head_layers
from workbench.tasks.labelled_task import LabelledTask
from workbench.tasks.rows import length_of, padded
from workbench.values.labels import Example, LabelKind, LabelSet
from workbench.values.methods import Pooling
from workbench.values.model_ref import OfRun
from workbench.values.run import Run

if TYPE_CHECKING:
    import keras

_SENTENCES = (("The", "lamp", "is", "lit", "."), ("It's", "1834", "–", "“naïve”"), ("你好", "，", "世", "界"), ("No",))


@dataclass(frozen=True, eq=False)
class LabelModel:
    model: LanguageModel
    network: keras.Model  # the run's own, with its head: what all that is written is compared with
    plain: keras.Model  # the same function, of layers of Keras and keras_hub alone: inputs → logits
    task: str
    labels: LabelSet
    pooling: Pooling | None  # None where words are told
    most: int  # tokens that are read of a text

    @classmethod
    def of_run(cls, services: Workbench, run: Run, part: str = "") -> LabelModel:
        """Of a run that learnt several things, what `part` tells. Raises KnownError: run.…, checkpoint.…."""
        model, network, task = services.models.open_with_head(OfRun(run.id), part=part)
        assert isinstance(task, LabelledTask)
        settings = replace(run.fine_tuning.within(model.context_length), language_model=0.0)
        bare = replace(model, network=model.family.plain(model.network, model.config))
        plain = replace(task, head_name=HEAD).head(bare, settings)  # as that of a run which learnt it alone
        for mine, learnt in zip(head_layers(plain), head_layers(network, task.head_name), strict=True):
            mine.set_weights(learnt.get_weights())
        assert task.labels is not None
        pooling = settings.pooling.for_method(settings.method) if task.labels.kind is LabelKind.CLASSES else None
        return cls(model, network, plain, task.name, task.labels, pooling, settings.context_length)

    @property
    def tells_words(self) -> bool:
        return self.labels.kind is not LabelKind.CLASSES

    @property
    def has_predicate(self) -> bool:
        return self.labels.kind is LabelKind.ROLES

    @property
    def head(self) -> Sequence[np.ndarray]:
        """Its matrix [features, labels], and its bias [labels] where it has one."""
        found: list[np.ndarray] = self.plain.get_layer(HEAD).get_weights()
        return found

    @property
    def of_tokens(self) -> np.ndarray | None:
        """What each token tells by itself, [vocabulary, labels], where the head knows of that."""
        _, *beside = head_layers(self.plain)
        return beside[0].get_weights()[0] if beside else None

    def parts(self, example: Example, most: int) -> Iterator[Part]:
        return parts_of(example, self.model.tokenizer, self.labels, most)

    def logits(self, tokens: np.ndarray) -> np.ndarray:
        """What the run itself says of tokens: float32 [labels], of words [tokens, labels]."""
        rows = padded([tokens], length_of(len(tokens)))
        found: Any = self.network(fed(rows), training=False)
        answer: np.ndarray = np.asarray(found[LABELS] if isinstance(found, dict) else found)[0]
        return answer[: len(tokens)] if self.tells_words else answer

    def asked(self, most: int) -> Iterator[tuple[Example, Part, np.ndarray]]:
        """Texts or sentences to compare with, each with what is read of it in so many tokens, and its logits.

        Of a sentence that is longer the beginning; one that has no word which is read whole is left out.
        """
        for example in self.examples():
            part = next(self.parts(example, most))
            if self.tells_words and part.is_cut:
                continue
            words = example.words[: len(part.words)]
            yield replace(example, words=words), part, self.logits(part.tokens)

    def examples(self) -> Iterator[Example]:
        if not self.tells_words:
            yield from (Example(text) for text in agreement.TEXTS if text.strip())
            return
        for words in _SENTENCES:
            yield Example(joined(words), words=words, predicate=0 if self.has_predicate else None)

    def probabilities(self, logits: np.ndarray) -> np.ndarray:
        """float64, of several labels for one text each on its own."""
        found: np.ndarray
        if self.labels.several:
            found = 1 / (1 + np.exp(-logits.astype(np.float64)))
        else:
            grown = np.exp(logits.astype(np.float64) - logits.max(-1, keepdims=True))
            found = grown / grown.sum(-1, keepdims=True)
        return found
