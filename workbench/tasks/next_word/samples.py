"""What the model makes of each pinned prompt, asked between two steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.prediction.generation import continuation
from workbench.prediction.words import next_words
from workbench.tasks.task import Learnt
from workbench.values.prediction import Sample, Shaping

WORDS = 25
SHAPING = Shaping(temperature=0.7, top_p=0.9)


def sampler(learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
    model, decoder = learnt.model, learnt.decoder

    def samples(step: int) -> Iterator[Sample]:
        decoder.forget()  # the weights are others than the last time
        for prompt in prompts:
            predictions = next_words(decoder, model.tokenizer, prompt)
            text = "".join(continuation(decoder, model.tokenizer, prompt, words=WORDS, shaping=SHAPING, seed=0))
            yield Sample(step, prompt, text, predictions)

    return samples
