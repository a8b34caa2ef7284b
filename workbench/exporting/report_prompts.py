"""What a run made of its pinned prompts, as a report shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.values.prediction import Sample

BARS = 6  # next words of a prompt


@dataclass(frozen=True)
class Bar:
    """A next word before or after; `share` of the longest bar beside it, in percent."""

    word: str
    probability: float
    share: float


@dataclass(frozen=True)
class Prompt:
    """What a run made of one of its pinned prompts at its beginning, and with the weights that are kept of it."""

    text: str
    before: tuple[Bar, ...]
    after: tuple[Bar, ...]
    went_on_before: str
    went_on_after: str


def prompts_in(samples: Sequence[Sample], kept_step: int | None) -> tuple[Prompt, ...]:
    """Of each prompt the first sample, and that of the weights that are kept."""
    by_prompt: dict[str, list[Sample]] = {}
    for sample in samples:
        by_prompt.setdefault(sample.prompt, []).append(sample)
    found = []
    for text, several in by_prompt.items():
        first = several[0]
        last = next((sample for sample in several if sample.step == kept_step), several[-1])
        shown = [*first.predictions[:BARS], *last.predictions[:BARS]]
        longest = max((word.probability for word in shown), default=1.0) or 1.0
        before, after = (
            tuple(Bar(w.word, w.probability, 100 * w.probability / longest) for w in sample.predictions[:BARS])
            for sample in (first, last)
        )
        found.append(Prompt(text, before, after, first.text, last.text))
    return tuple(found)
