"""The curves of a report, as pictures that are part of its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from workbench.experiments.comparing import Comparable, Measure, in_bits, smoothed
from workbench.exporting.svg import Line, chart
from workbench.measuring.curve_shape import shape
from workbench.messages.message import Message, in_turn, message
from workbench.messages.rendering import Language, render
from workbench.tasks.task import Headline
from workbench.values.measurement import Curve
from workbench.values.run import Run

SMOOTHED = 0.9  # of the training loss; the noise of single steps hides where it goes
_AXES = {Headline.PERPLEXITY: "report.loss_in_nats", Headline.LOSS: "report.loss_plain"}


def loss_chart(
    runs: Sequence[Run],
    curves: Sequence[Mapping[str, Curve]],
    ranking: Comparable,
    headline: Headline,
    language: Language,
) -> str:
    """The losses over the steps, in bits per byte where the runs cut their text into different tokens."""
    say, lines = partial(plainly, language), []
    for number, (run, found) in enumerate(zip(runs, curves, strict=True)):
        if len(runs) == 1 and "loss" in found:
            training = smoothed(found["loss"].values, SMOOTHED)
            lines.append(Line(say("report.line_training"), found["loss"].steps, training, "s0 quiet"))
        if "validation_loss" in found:
            curve = found["validation_loss"]
            bits = in_bits(run, curve.values) if ranking.unit is Measure.BITS else None
            values = curve.values if bits is None else bits
            lines.append(Line(run.name, curve.steps, values, f"s{number}", has_points=len(curve.steps) <= 60))
            kept = curve.steps == run.kept_step
            lines.append(
                Line(say("report.line_kept", name=run.name), curve.steps[kept], values[kept], f"s{number} kept", True)
            )
    unit = say("report.loss_in_bits" if ranking.unit is Measure.BITS else _AXES[headline])
    return chart(_described("report.loss_chart", lines, language), lines, say("report.step_axis"), unit)


def rate_chart(runs: Sequence[Run], curves: Sequence[Mapping[str, Curve]], language: Language) -> str:
    """The learning rate over the steps."""
    lines = [
        Line(run.name, found["learning_rate"].steps, found["learning_rate"].values, f"s{number}")
        for number, (run, found) in enumerate(zip(runs, curves, strict=True))
        if "learning_rate" in found
    ]
    say = partial(plainly, language)
    title = _described("report.rate_chart", lines, language)
    return chart(title, lines, say("report.step_axis"), say("report.rate_axis"))


def _described(code: str, lines: Sequence[Line], language: Language) -> str:
    """The title of a picture, and what its lines do, for who does not see it."""
    found = [(line.label, shape(line.steps, line.values)) for line in lines]
    said = [message("curve.of", name=label, shape=way) for label, way in found if way is not None]
    return render(in_turn([message("curve.named", name=message(code)), *said]) if said else message(code), language)


def plainly(language: Language, code: str, **fields: object) -> str:
    return render(Message(code, fields), language)
