"""What the model makes of each pinned text, asked between two steps: its words with their tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from workbench.tasks.label_reader import LabelReader
from workbench.tasks.task import Learnt
from workbench.values.labels import OUTSIDE, Example, LabelKind, LabelSet
from workbench.values.prediction import Sample


def sampler(learnt: Learnt, labels: LabelSet, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
    @cache
    def ready() -> LabelReader:
        """Compiled when it is first wanted, and then no more."""
        return LabelReader(learnt.network, learnt.model.tokenizer, labels, learnt.model.context_length)

    def samples(step: int) -> Iterator[Sample]:
        if labels.kind is LabelKind.ROLES:  # of which predicate, a prompt does not say
            return
        reader = ready()
        for prompt in prompts:
            words = tuple(prompt.split())
            (chances,) = reader.tags([Example(prompt, words=words)])
            tags = (labels.names[number] for number in chances.argmax(-1))
            told = (word if tag == OUTSIDE else f"{word}/{tag}" for word, tag in zip(words, tags, strict=True))
            yield Sample(step, prompt, " ".join(told), ())

    return samples
