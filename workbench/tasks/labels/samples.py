"""What the model makes of each pinned text, asked between two steps: its classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from workbench.tasks.label_reader import LabelReader
from workbench.tasks.task import Learnt
from workbench.values.labels import LabelSet
from workbench.values.prediction import Prediction, Sample

MOST_CLASSES = 100  # of each text, the likeliest ones: they are kept of each look


def sampler(learnt: Learnt, labels: LabelSet, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
    @cache
    def ready() -> LabelReader:
        """Compiled when it is first wanted, and then no more."""
        return LabelReader(learnt.network, learnt.model.tokenizer, labels, learnt.model.context_length)

    def samples(step: int) -> Iterator[Sample]:
        if not prompts:
            return
        reader = ready()
        for prompt, chances in zip(prompts, reader.classes(prompts), strict=True):
            order = sorted(range(len(chances)), key=lambda number: -chances[number])[:MOST_CLASSES]
            found = tuple(Prediction(labels.names[number], float(chances[number]), "") for number in order)
            yield Sample(step, prompt, found[0].word, found)

    return samples
