"""What is told of labels in lines: how well they are told, by whom else, and what was mistaken for what."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.cli.terminal import bar
from workbench.cli.words import said, say
from workbench.experiments.answer import of_labels
from workbench.experiments.label_comparison import LabelsBeside, LabelsCompared, Other
from workbench.measuring.bootstrap import Interval
from workbench.measuring.calibration import error_by_chance
from workbench.messages.message import Count, Message, message
from workbench.values.labelling import LabelEvaluation, LabelledText, Mistake, most_frequent
from workbench.values.labels import LabelKind

CLASSES = 50  # the most frequent ones, or the likeliest ones of a text
CONFUSED = 10  # pairs of classes, of which there is no matrix
MISTAKES = 5
_TEXT = 70  # characters of a text that is shown
_WHO = {Other.WORDS: "beside.words", Other.STEP_0: "beside.step_0", Other.MOST_FREQUENT: "beside.most_frequent"}


def compared_lines(found: LabelsCompared) -> Iterator[str]:
    """The answer first."""
    yield said(of_labels(found).said)
    yield from evaluation_lines(found.evaluation)
    for other in (found.words, found.before):
        if other is not None:
            yield beside_line(other)
    if found.words is None:
        yield say("told.no_baseline")
    yield said(found.evaluation.protocol)


def classified_lines(found: LabelledText) -> Iterator[str]:
    """A text with bars of its likeliest classes."""
    yield found.text
    for chance in found.labels[:CLASSES]:
        yield bar(chance.label, chance.probability)
    yield from _further_classes(len(found.labels) - CLASSES)


def evaluation_lines(found: LabelEvaluation) -> Iterator[str]:
    low, high = (f"{bound:.1%}" for bound in found.interval)
    figures = {"accuracy": f"{found.accuracy:.1%}", "macro": f"{found.macro_f1:.1%}", "micro": f"{found.micro_f1:.1%}"}
    code = "told.labels" if found.kind is LabelKind.CLASSES else "told.tags"
    yield say(code, examples=Count(found.examples), low=low, high=high, **figures)
    error, chance = f"{found.calibration_error:.1%}", f"{error_by_chance(found.calibration):.1%}"
    yield say("told.labels_further", loss=f"{found.loss:.4f}", error=error, chance=chance)
    shown = most_frequent(found.classes, CLASSES)
    width = max((len(each.label) for each in shown), default=0)
    for each in shown:
        shares = {name: f"{getattr(each, name):6.1%}" for name in ("precision", "recall", "f1")}
        yield f"  {each.label:>{width}}  {say('told.class', support=Count(each.support), **shares)}"
    yield from _further_classes(len(found.classes) - len(shown))
    if found.confused:
        yield say("told.confused")
        for pair in found.confused[:CONFUSED]:
            label, taken_for = pair.label or "–", pair.said or "–"
            yield f"  {say('told.confused_pair', label=label, said=taken_for, count=Count(pair.count))}"
        further = len(found.confused) + found.confused_further - CONFUSED
        if further > 0:
            yield f"  {say('told.confused_further', count=Count(further))}"
    if found.mistakes:
        yield say("told.mistakes")
        yield from map(mistake_line, found.mistakes[:MISTAKES])


def beside_line(found: LabelsBeside) -> str:
    """Another one's figure that is the run's headline, and how far apart the two are."""
    apart, figure = found.difference, found.figure
    who = message(_WHO[found.other]) if found.other in _WHO else found.evaluation.model
    return say("told.beside", who=who, figure=f"{figure:.1%}", value=f"{100 * apart.value:+.1f}", bounds=points(apart))


def points(found: Interval) -> Message:
    """Between which bounds a difference of shares lies, in percentage points."""
    if found.low is None or found.high is None:
        return message("told.unsure")
    return message("told.points", low=f"{100 * found.low:+.1f}", high=f"{100 * found.high:+.1f}")


def _further_classes(count: int) -> Iterator[str]:
    if count > 0:
        yield f"  {say('told.classes_further', count=Count(count))}"


def mistake_line(found: Mistake) -> str:
    """Of several labels perhaps none was told."""
    text = " ".join(found.text[max(0, found.start - _TEXT // 2) :].split())
    shown = text if len(text) <= _TEXT else f"{text[:_TEXT]} …"
    told = say("told.mistake", label=found.label, said=found.said or "–", sure=f"{found.probability:.0%}")
    return f"  {told}  {shown}"
