"""A run that has learnt labels beside what can be had without it: words alone, and what it was before.

A head has no labels before it has learnt any. So “before” is the run's own step 0, where its weights were kept; else
the most frequent label, said of everything; else another run.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum

from workbench.measuring.bootstrap import Interval
from workbench.measuring.label_counts import accuracy_difference, macro_f1_difference, micro_f1_difference
from workbench.measuring.label_evaluation import MeasuredLabels
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.labelling import LabelEvaluation
from workbench.values.labels import LabelKind
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.progress import Progress


class Other(StrEnum):
    """What a run is compared with."""

    WORDS = "words"
    STEP_0 = "step_0"
    MOST_FREQUENT = "most_frequent"
    RUN = "run"


@dataclass(frozen=True)
class LabelsBeside:
    """Another one on the same examples; differences are of the run less the other, so that more than 0 is better."""

    other: Other
    evaluation: LabelEvaluation
    accuracy: Interval
    macro_f1: Interval
    micro_f1: Interval

    @property
    def figure(self) -> float:
        """By which the two are compared: the accuracy, of tags the F1 of spans."""
        found = self.evaluation
        return found.accuracy if found.kind is LabelKind.CLASSES else found.micro_f1

    @property
    def difference(self) -> Interval:
        """Of that figure."""
        return self.accuracy if self.evaluation.kind is LabelKind.CLASSES else self.micro_f1


@dataclass(frozen=True)
class LabelsCompared:
    evaluation: LabelEvaluation
    words: LabelsBeside | None  # None where the text that the run learnt from is gone or was changed
    before: LabelsBeside | None  # None where it was not asked for, or is not known
    frequent: LabelsBeside | None = None  # the most frequent label, said of everything; None as for `words`


def compare_labels(
    services: Workbench, model: ModelRef, corpus: str, split: Split = Split.VALIDATION, *,
    with_before: bool = True, base: ModelRef | None = None, part: str = "",
) -> Generator[Progress, None, LabelsCompared]:  # fmt: skip
    """Measure `model` and what is beside it, in place of what was before it the run `base` where that is given.

    Of a run that learnt several things it is `part`, or the one that learnt from the text. Of a folder that a run was
    exported to, nothing was before. Raises as `Labelling.measure`.
    """
    run = services.project.runs.of(model)
    learnt = run or services.labelling.labels_of(model)
    after = yield from services.labelling.measure(model, corpus, split, part)
    by_words = yield from services.baselines.words(learnt, corpus, split, part)
    words = None if by_words is None else beside(Other.WORDS, by_words, after)
    before = None
    if base is not None:
        before = beside(Other.RUN, (yield from services.labelling.measure(base, corpus, split)), after)
    elif with_before and run is not None:
        before = yield from _before(services, OfRun(run.id), corpus, split, after, part)
    by_frequency = yield from services.baselines.most_frequent(learnt, corpus, split, part)
    frequent = None if by_frequency is None else beside(Other.MOST_FREQUENT, by_frequency, after)
    return LabelsCompared(after.evaluation, words, before, frequent)


def beside(other: Other, before: MeasuredLabels, after: MeasuredLabels) -> LabelsBeside:
    """Both were measured on the same examples."""
    names = [figures.label for figures in after.evaluation.classes]
    counts = before.counts.aligned([figures.label for figures in before.evaluation.classes], names)
    return LabelsBeside(
        other,
        before.evaluation,
        accuracy_difference(counts, after.counts),
        macro_f1_difference(counts, after.counts),
        micro_f1_difference(counts, after.counts),
    )


def _before(
    services: Workbench, ref: OfRun, corpus: str, split: Split, after: MeasuredLabels, part: str
) -> Generator[Progress, None, LabelsBeside | None]:
    run = services.labelling.run(ref)
    if any(checkpoint.step == 0 for checkpoint in services.project.checkpoints.of(run)):
        at_the_beginning = yield from services.labelling.measure(OfRun(run.id, 0), corpus, split, part)
        return beside(Other.STEP_0, at_the_beginning, after)
    frequent = yield from services.baselines.most_frequent(run, corpus, split, part)
    return None if frequent is None else beside(Other.MOST_FREQUENT, frequent, after)
