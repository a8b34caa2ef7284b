"""The sentence that the results of a run begin with: better or worse than what, on which text, and how surely."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from workbench.experiments.against_base import BeforeAfter, compare
from workbench.experiments.kept import EVALUATION, LABELS, keep, kept, name_of
from workbench.experiments.label_comparison import LabelsBeside, LabelsCompared, Other, compare_labels
from workbench.experiments.parts import parts_to_measure
from workbench.measuring.bootstrap import Interval
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Message, in_turn, message
from workbench.models.naming import called
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind
from workbench.values.model_ref import OfRun
from workbench.values.progress import Progress
from workbench.values.run import Run

SPLITS = (Split.TEST, Split.VALIDATION)  # what tells most comes first; on what it was trained on, nothing is told
PARTS = {
    Split.TRAIN: message("answer.train"), Split.VALIDATION: message("answer.validation"),
    Split.TEST: message("answer.test"),
}  # fmt: skip
OTHERS = {
    Other.WORDS: message("answer.words"), Other.STEP_0: message("answer.step_0"),
    Other.MOST_FREQUENT: message("answer.most_frequent"),
}  # fmt: skip
_OF_TEXT = ("answer.better", "answer.worse", "answer.unclear")
_OF_ANSWERS = ("answer.answers_better", "answer.answers_worse", "answer.answers_unclear")


@dataclass(frozen=True)
class Answer:
    """`is_better` is None where the text cannot tell."""

    said: Message
    is_better: bool | None


def answer(project: Project, run: Run) -> Answer | None:
    """Of what was measured and still holds; None where nothing was. Of several things learnt at once, of each."""
    found = [each for part in _parts(run) if (each := _of_part(project, run, part)) is not None]
    if not found:
        return None
    verdicts = {each.is_better for each in found}
    return Answer(in_turn(each.said for each in found), verdicts.pop() if len(verdicts) == 1 else None)


def measure_answer(services: Workbench, run: Run, split: Split = Split.VALIDATION) -> Generator[Progress, None, Answer]:
    """Measure a run beside what it began from, or beside words alone, and keep what is found. Raises KnownError."""
    of_run = OfRun(run.id)
    for part in parts_to_measure(services, of_run):
        if part.of_labels is None:
            words = yield from compare(services, of_run, part.corpus, split)
            keep(services.project, run, name_of(EVALUATION, split, part.key), words)
        else:
            labels = yield from compare_labels(services, of_run, part.corpus, split, part=part.key)
            keep(services.project, run, name_of(LABELS, split, part.key), labels)
    found = answer(services.project, run)
    if found is None:  # its weights are others by now
        raise KnownError("run.no_checkpoint", name=run.name)
    return found


def seconds_to_answer(services: Workbench, run: Run, split: Split = Split.VALIDATION) -> float | None:
    """About how long that takes; None where it cannot be told or nothing is there to be measured."""
    if run.kept_step is None:
        return None
    seconds = 0.0
    try:
        for part in parts_to_measure(services, OfRun(run.id)):
            once = services.planning.seconds_to_read(OfRun(run.id), part.corpus, split)
            if once is None:
                return None
            seconds += once if part.of_labels is not None else 2 * once  # as it is, and as it began
    except KnownError:
        return None
    return seconds


def of_words(found: BeforeAfter) -> Answer:
    """How well next words are predicted, or what is answered, beside what the run began from."""
    difference = found.bits_per_byte if found.answers is None else found.answers.loss
    better, worse, unclear = _OF_TEXT if found.answers is None else _OF_ANSWERS
    where = {"part": PARTS[found.after.split], "corpus": found.after.corpus, "base": called(found.before.model)}
    if found.is_better is None:
        return Answer(Message(unclear, {**where, "bounds": _signed(difference)}), None)
    code, value = better if found.is_better else worse, round(abs(difference.value), 3)
    return Answer(Message(code, {**where, "value": value, "bounds": _bounds(difference)}), found.is_better)


def of_labels(found: LabelsCompared) -> Answer:
    """How well labels are told, beside what can be had without a network or was before."""
    of, other = found.evaluation, found.words or found.before or found.frequent
    told = {"part": PARTS[of.split], "corpus": of.corpus, "found": _told(of.kind, _figure(found), of.examples)}
    if other is None:
        low, high = (_percent(bound) for bound in of.interval)
        return Answer(message("answer.labels_alone", **told, low=low, high=high), None)
    told |= {"other": _name(other), "share": _percent(other.figure)}
    difference = other.difference
    if difference.low is None or difference.high is None:
        return Answer(message("answer.labels_unsure", **told), None)
    told |= {"low": f"{100 * difference.low:+.1f}", "high": f"{100 * difference.high:+.1f}"}
    if not difference.is_clear:
        return Answer(message("answer.labels_unclear", **told), None)
    is_better = difference.value > 0
    return Answer(Message("answer.labels_better" if is_better else "answer.labels_worse", told), is_better)


def _parts(run: Run) -> tuple[str, ...]:
    return run.keys if len(run.inputs) > 1 else ("",)


def _of_part(project: Project, run: Run, part: str) -> Answer | None:
    return next(_known(project, run, part), None)


def _known(project: Project, run: Run, part: str) -> Iterator[Answer]:
    for split in SPLITS:
        words = kept(project, run, name_of(EVALUATION, split, part), BeforeAfter)
        labels = kept(project, run, name_of(LABELS, split, part), LabelsCompared)
        if words is not None:
            yield of_words(words)
        if labels is not None:
            yield of_labels(labels)


def _bounds(found: Interval) -> Message:
    """Of the size of a clear difference."""
    assert found.low is not None and found.high is not None
    low, high = sorted((round(abs(found.low), 3), round(abs(found.high), 3)))
    return message("answer.between", low=low, high=high)


def _signed(found: Interval) -> Message:
    if found.low is None or found.high is None:
        return message("told.unsure")
    return message("answer.between", low=f"{found.low:+.3f}", high=f"{found.high:+.3f}")


def _figure(found: LabelsCompared) -> float:
    of = found.evaluation
    return of.accuracy if of.kind is LabelKind.CLASSES else of.micro_f1


def _told(kind: LabelKind, share: float, examples: int) -> Message:
    code = "answer.texts" if kind is LabelKind.CLASSES else "answer.spans"
    return Message(code, {"share": _percent(share), "examples": Count(examples)})


def _name(other: LabelsBeside) -> Message | str:
    return OTHERS.get(other.other) or called(other.evaluation.model)


def _percent(share: float) -> str:
    return f"{share:.1%}"
