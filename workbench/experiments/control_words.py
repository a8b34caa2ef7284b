"""What came of learning together, or from a teacher, in sentences: for the command line and for reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.experiments.alone import Gain, without_steps
from workbench.experiments.control_runs import BITS
from workbench.experiments.handed import Handed, Pupil
from workbench.messages.message import Count, Duration, Message, message
from workbench.values.run import Run

FIGURES = {  # in which what was learnt is compared
    "accuracy": message("learnt.accuracy"),
    "f1": message("learnt.f1"),
    BITS: message("learnt.bits_per_byte"),
}


def gains_told(run: Run, gains: Sequence[Gain]) -> Iterator[Message]:
    """What learning together was worth for each of the things that a run learnt at once."""
    yield from map(_gain_told, gains)
    for each in without_steps(run, gains):
        yield message("told.together_no_step", corpus=each.corpus, task=each.task)


def _gain_told(gain: Gain) -> Message:
    together, alone, difference = (in_figure(gain, value) for value in (gain.together, gain.alone, None))
    what = {"corpus": gain.input.corpus, "task": FIGURES[gain.figure], "steps": gain.steps}
    figures = {**what, "together": together, "alone": alone, "difference": difference}
    match gain.has_helped:
        case True:
            return message("told.together_helped", **figures)
        case False:
            return message("told.together_harmed", **figures)
    return message("told.together_unclear", **figures)


def handed_told(found: Handed) -> Iterator[Message]:
    """Teacher, student, and the same student without a teacher; then what the teacher was worth."""
    yield message("told.teacher", **_fields(found, found.teacher))
    yield message("told.student", **_fields(found, found.student))
    yield message("told.untaught", **_fields(found, found.without))
    difference = in_figure(found, None)
    match found.has_helped:
        case True:
            yield message("told.teacher_helped", difference=difference)
        case False:
            yield message("told.teacher_harmed", difference=difference)
        case _:
            yield message("told.teacher_unclear", difference=difference)


def _fields(found: Handed, each: Pupil) -> dict[str, Any]:
    return {
        "name": each.name, "parameters": Count(each.parameters), "figure": FIGURES[found.figure],
        "value": in_figure(found, each.figure), "seconds": Duration(each.seconds),
    }  # fmt: skip


def in_figure(gain: Gain | Handed, value: float | None) -> str:
    """A value of the figure that a gain is told in; None for the difference with its bounds."""
    share = gain.figure != BITS
    if value is not None:
        return f"{value:.1%}" if share else f"{value:.3f}"
    scale, found = (100.0 if share else 1.0), gain.difference
    digits = 1 if share else 3
    if found.low is None or found.high is None:
        return f"{scale * found.value:+.{digits}f}"
    return f"{scale * found.value:+.{digits}f} ({scale * found.low:+.{digits}f} … {scale * found.high:+.{digits}f})"
