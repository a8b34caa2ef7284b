"""What the model answers to each pinned prompt, asked as a conversation asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.models.tokenizers.chat import asking
from workbench.prediction.generation import continuation
from workbench.prediction.words import next_words
from workbench.tasks.next_word.samples import SHAPING
from workbench.tasks.task import Learnt
from workbench.values.labels import USER
from workbench.values.prediction import Sample

WORDS = 25


def sampler(learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
    model, decoder = learnt.model, learnt.decoder

    def samples(step: int) -> Iterator[Sample]:
        decoder.forget()  # the weights are others than the last time
        for prompt in prompts:
            asked = asking(model.tokenizer, [(USER, prompt)])
            predictions = next_words(decoder, asked, "")
            text = "".join(continuation(decoder, asked, "", words=WORDS, shaping=SHAPING, seed=0))
            yield Sample(step, prompt, text, predictions)

    return samples
