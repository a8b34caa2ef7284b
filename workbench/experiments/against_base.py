"""A model and what it started from, measured on the same text, with how sure the difference is."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np

from workbench.measuring.bootstrap import Interval, Ratio, difference
from workbench.measuring.evaluation import Measured, Passages
from workbench.messages.errors import KnownError
from workbench.prediction.reading import context_within
from workbench.services.asking import LoadedModel
from workbench.services.conversing import AnswersRead
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.measurement import AnswersMeasured, Evaluation
from workbench.values.model_ref import ModelRef
from workbench.values.progress import Progress
from workbench.values.run import ANSWERS


@dataclass(frozen=True)
class AnswersCompared:
    """What is answered in a text's conversations, alone."""

    before: AnswersMeasured
    after: AnswersMeasured
    loss: Interval  # nats per token of the answers, after - before


@dataclass(frozen=True)
class BeforeAfter:
    """Differences are after - before, so that less than zero is better."""

    before: Evaluation
    after: Evaluation
    bits_per_byte: Interval
    loss: Interval | None  # nats per token; None between tokenizers, whose tokens are not the same
    answers: AnswersCompared | None = None  # of a run that has learnt these of the text, and is judged by them

    @property
    def is_better(self) -> bool | None:
        """None where the text cannot tell."""
        if self.answers is not None:
            return self.answers.loss.value < 0 if self.answers.loss.is_clear else None
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
    found, run = compared(*measured), services.project.runs.of(model)
    learnt = set() if run is None else {each.task for each in run.inputs if each.corpus == corpus}
    if run is None or learnt != {ANSWERS}:
        return found
    length, read = run.fine_tuning.context_length, []
    for each, title in ((before, name), (after, run.name)):
        read.append((yield from services.conversing.read_answers(each, title, corpus, split, length)))
    return replace(found, answers=answers_compared(*read))


def answers_compared(before: AnswersRead, after: AnswersRead) -> AnswersCompared | None:
    """None where the two did not read the same, since their tokenizers or templates are not alike."""
    if not np.array_equal(before.tokens, after.tokens):
        return None
    numbers = np.arange(len(after.tokens))
    rates = (Ratio(found.losses, found.tokens, numbers) for found in (before, after))
    return AnswersCompared(before.measured, after.measured, difference(*rates, paired=True))


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
