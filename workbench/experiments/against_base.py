"""A model and what it started from, measured on the same text, with how sure the difference is."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from workbench.measuring.bootstrap import Interval, Ratio, difference
from workbench.measuring.evaluation import Measured, Passages
from workbench.messages.errors import KnownError
from workbench.prediction.reading import context_within
from workbench.services.asking import LoadedModel
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.measurement import Evaluation
from workbench.values.model_ref import ModelRef
from workbench.values.progress import Progress


@dataclass(frozen=True)
class BeforeAfter:
    """Differences are after - before, so that less than zero is better."""

    before: Evaluation
    after: Evaluation
    bits_per_byte: Interval
    loss: Interval | None  # nats per token; None between tokenizers, whose tokens are not the same

    @property
    def is_better(self) -> bool | None:
        """None where the text cannot tell."""
        return self.bits_per_byte.value < 0 if self.bits_per_byte.is_clear else None


def compare(
    services: Workbench,
    model: ModelRef,
    corpus: str,
    split: Split = Split.VALIDATION,
    base: ModelRef | None = None,
    context: int | None = None,
    stride: int | None = None,
) -> Generator[Progress, None, BeforeAfter]:
    """Evaluate `model` and `base` (a run's is what it started from) under the same protocol.

    Raises KnownError: evaluation.no_base, and those of `Asking.evaluate`.
    """
    after = services.asking.asked(model)
    name, before = base_of(services, model, base)
    most = context_within(min(before.model.context_length, after.model.context_length), context)
    measured = []
    for each, title in ((before, name), (after, services.models.called(model))):
        measured.append((yield from services.asking.measure(each, title, corpus, split, most, stride)))
    return compared(*measured)


def base_of(services: Workbench, model: ModelRef, base: ModelRef | None = None) -> tuple[str, LoadedModel]:
    """What `model` is compared with, and its name: `base` if that is given, else what the run started from."""
    if base is not None:
        return services.models.called(base), services.asking.asked(base)
    run = services.project.runs.of(model)
    if run is None:
        raise KnownError("evaluation.no_base", name=str(model))
    return run.model, services.asking.start_of(run)


def compared(before: Measured, after: Measured) -> BeforeAfter:
    """Of one text, read under one protocol."""
    loss = None
    if before.evaluation.tokenizer == after.evaluation.tokenizer:
        rates = (
            Ratio(found.losses, found.tokens, found.documents) for found in (before.passages, after.passages)
        )  # fmt: skip
        loss = difference(*rates, paired=True)
    bits = bits_per_byte(before.passages, after.passages)
    return BeforeAfter(before.evaluation, after.evaluation, difference(*bits, paired=True), loss)


def bits_per_byte(before: Passages, after: Passages) -> tuple[Ratio, Ratio]:
    """Of the same places of a text that both have read, whose tokens may be different ones.

    The places are the passages of one of them; what lies within a passage of the other one is shared out by bytes.
    """
    guide = max(before, after, key=lambda read: (read.documents.max(), -len(read.bytes)))
    ends = _shares(guide)[1:]
    first, last = (
        Ratio(
            np.diff(np.interp(ends, _shares(read), _running(read.losses)), prepend=0) / math.log(2),
            np.diff(ends, prepend=0) * read.bytes.sum(),
            guide.documents,
        )
        for read in (before, after)
    )
    return first, last


def _shares(read: Passages) -> np.ndarray:
    """How far through the text each passage begins, and the last one ends, in 0 … 1."""
    found: np.ndarray = _running(read.bytes) / read.bytes.sum()
    return found


def _running(values: np.ndarray) -> np.ndarray:
    return np.concatenate([[0.0], np.cumsum(values)])
