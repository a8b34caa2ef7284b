"""Heads that learn alone on what a resting model says of a labelled text, which is found out once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tests.benchmarks.kept_runs import Kept
from workbench.corpora.encoded_examples import Encoded, EncodedExamples
from workbench.ground.generators import last
from workbench.tasks.heads import head_layers
from workbench.tasks.labelled_task import AT_ONCE
from workbench.tasks.registry import find_task
from workbench.tasks.rows import PADDING, by_length, in_batches, length_of, padded
from workbench.tasks.scores import span_f1
from workbench.tasks.task import Dataset, Task
from workbench.training.head_alone import HeadAlone
from workbench.training.learner import Learner
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import OUTSIDE
from workbench.values.model_ref import ModelRef


@dataclass(frozen=True)
class Heads:
    """What is found out lies in a file, a row for each text or word, and is gone on with where it was interrupted."""

    kept: Kept
    corpus: Corpus
    base: ModelRef
    name: str  # of what the model says: the text, the model, and how it began
    settings: FineTuning

    def right(self, share: float, seed: int) -> float:
        """Of the test part, by a head that learnt from so much of the text: as a run's, whose best step is taken.

        Of classes the share that is right, of tags and roles the F1 of spans.
        """
        learner, text = self._learner, self._text
        settings = replace(self._settled, seed=seed, text_share=share)
        learner.take(learner.model, learner.task.fitted(text, settings))
        alone = learner.learning.beside
        assert isinstance(alone, HeadAlone)
        assert self._features.size
        alone.says = self._said
        dataset = learner.dataset(text.with_share(share))
        for _ in learner.reading(dataset):
            pass
        learner.begin()
        _learn(learner, dataset)
        alone.merge()
        states, *of_tokens = (layer.get_weights() for layer in head_layers(learner.network))
        logits = [self._features[self._rows(each.tokens)] @ states[0] + sum(states[1:]) for each in text.test]
        if self._of_words:
            return self._spans([each.argmax(-1) for each in logits])
        for (told,) in of_tokens:
            logits = [one + told[each.tokens].sum(0) for one, each in zip(logits, text.test, strict=True)]
        return float(np.mean([one.argmax() == each.targets for one, each in zip(logits, text.test, strict=True)]))

    def _spans(self, told: Sequence[np.ndarray]) -> float:
        assert self._task.labels is not None
        names = self._task.labels.names
        true = [each.targets[each.words] for each in self._text.test]
        return span_f1(
            [[names[number] for number in each] for each in told],
            [[names[number] if number >= 0 else OUTSIDE for number in each] for each in true],
        )

    def _said(self, rows: np.ndarray) -> np.ndarray:
        """What the model says of each, as `HeadAlone` asks for it."""
        if not self._of_words:
            return np.concatenate([self._features[self._rows(each)] for each in rows])
        found = np.zeros((*rows.shape, self._features.shape[1]), np.float32)
        for row, tokens in zip(found, rows, strict=True):
            row[self._examples[self._places[_key(tokens)]].words] = self._features[self._rows(tokens)]
        return found

    def _rows(self, tokens: np.ndarray) -> slice:
        """Of the features of a text."""
        place = self._places[_key(tokens)]
        return slice(self._ends[place], self._ends[place + 1])

    @cached_property
    def _settled(self) -> FineTuning:
        planning = self.kept.services.planning
        return planning.with_precision(self.base, planning.settled(self.base, self.settings))

    @cached_property
    def _task(self) -> Task:
        return find_task("tags" if self._of_words else "labels").of(self.corpus)

    @property
    def _of_words(self) -> bool:
        labels = self.corpus.contents.labels
        return labels is not None and labels.kind.is_of_words

    @cached_property
    def _learner(self) -> Learner:
        model = self.kept.services.models.start_weights(self.base, 0, [self.corpus])
        encoding = self._task.encoded(self.corpus, model.tokenizer, self._settled.within(model.context_length))
        self.__dict__["_text"] = text = last(encoding)
        return Learner(model, self._task.fitted(text, self._settled), self._task)

    @cached_property
    def _text(self) -> EncodedExamples:
        assert self._learner
        found: EncodedExamples = self.__dict__["_text"]
        return found

    @cached_property
    def _examples(self) -> Sequence[Encoded]:
        return by_length([each for split in Split for each in self._text[split]])

    @cached_property
    def _places(self) -> dict[bytes, int]:
        return {_key(each.tokens): place for place, each in enumerate(self._examples)}

    @cached_property
    def _ends(self) -> np.ndarray:
        """Where the rows of each example begin and, one further, end."""
        return np.cumsum([0, *(max(1, len(each.words)) for each in self._examples)])

    @cached_property
    def _features(self) -> np.ndarray:
        """Float32 [examples or words, size]; a row of the file is not a number until it is known."""
        alone = self._learner.learning.beside
        assert isinstance(alone, HeadAlone)
        file = self.kept.folder / f"{self.name}.npy"
        if not file.is_file():
            empty = np.lib.format.open_memmap(file, "w+", np.float32, (int(self._ends[-1]), alone.size))
            empty[:] = np.nan
        found = np.lib.format.open_memmap(file, "r+")
        for batch in in_batches(self._examples, AT_ONCE):
            rows = [self._rows(each.tokens) for each in batch]
            if any(np.isnan(found[where, 0]).any() for where in rows):  # a text may stand there twice
                tokens = [each.tokens for each in [*batch, *[batch[-1]] * (AT_ONCE - len(batch))]]
                said = alone.says(padded(tokens, length_of(max(map(len, tokens)))))
                for each, of_each, where in zip(batch, said, rows, strict=False):
                    found[where] = of_each[each.words] if self._of_words else of_each
        found.flush()
        return np.array(found)


def _learn(learner: Learner, dataset: Dataset) -> None:
    """To the last step, or until nothing is gained any more; what learns is then as it was when it was best."""
    settings, steps = learner.settings, learner.settings.steps or 0
    best = _loss(learner, dataset)
    kept, without = [np.array(variable) for variable in learner.variables], 0
    for step in range(1, steps + 1):
        learner.learn(dataset, step, steps)
        if step % settings.validate_every and step < steps:
            continue
        loss = _loss(learner, dataset)
        without = 0 if loss < best else without + 1
        if not without:
            best, kept = loss, [np.array(variable) for variable in learner.variables]
        if settings.patience and without >= settings.patience:
            break
    for variable, value in zip(learner.variables, kept, strict=True):
        variable.assign(value)


def _loss(learner: Learner, dataset: Dataset) -> float:
    *_, found = learner.look(dataset)
    return found.loss


def _key(tokens: np.ndarray) -> bytes:
    return tokens[tokens != PADDING].astype(np.int32).tobytes()
