"""The axes of the parallel view: where each run lies on each of the settings that differ and on the results."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.experiments.comparing import comparable, differences, result_of, results_of
from workbench.gui.words import measures
from workbench.gui.words.quantities import duration, number
from workbench.values.run import Run

RATIO = 20  # between the largest and the smallest value, from which on a scale is logarithmic
COSTS = ("tokens_per_second", "seconds")  # before the last axis, which is the one that counts


@dataclass(frozen=True)
class Axis:
    """`heights` from 0 (bottom) to 1, one for each run; None where it has no value."""

    title: str
    heights: tuple[float | None, ...]
    ticks: tuple[tuple[float, str], ...]
    values: tuple[str, ...]  # of each run, in words


def axes_of(runs: Sequence[Run]) -> tuple[Axis, ...]:
    """The settings that differ, from left to right, then the results."""
    made = []
    for difference in differences(runs):
        words = tuple(measures.setting_value(difference.name, value) for value in difference.values)
        numbers = [value for value in difference.values if value is not None]
        if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in numbers):
            made.append(_numeric(measures.setting(difference.name), difference.values, words))
        else:
            made.append(_named(measures.setting(difference.name), words))
    ranking = comparable(runs)
    figures = [name for name in results_of(runs) if "/" in name]
    for name in (*COSTS, *figures, ranking.result):
        values = [result_of(run, name) for run in runs]
        if len(set(values)) > 1 or name == ranking.result:
            words = tuple(measures.result_value(name, run) for run in runs)
            title = measures.result(name, ranking.headline)
            if name == ranking.result and ranking.measure is None:
                title = measures.not_comparable(title)
            made.append(_numeric(title, values, words, duration if name == "seconds" else number))
    return tuple(made)


def _numeric(
    title: str, values: Sequence[float | None], words: tuple[str, ...], told: Callable[[float], str] = number
) -> Axis:
    known = [float(value) for value in values if value is not None and math.isfinite(value)]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    logarithmic = low > 0 and high / low >= RATIO

    def height(value: float) -> float:
        if high == low:
            return 0.5
        if logarithmic:
            return math.log(value / low) / math.log(high / low)
        return (value - low) / (high - low)

    heights = tuple(None if value is None or not math.isfinite(value) else height(value) for value in values)
    distinct = sorted(set(known))
    if len(distinct) > 6:
        shares = [number / 4 for number in range(5)]
        distinct = [low * (high / low) ** share if logarithmic else low + (high - low) * share for share in shares]
    return Axis(title, heights, tuple((height(value), told(value)) for value in distinct), words)


def _named(title: str, words: tuple[str, ...]) -> Axis:
    names = sorted(set(words) - {"–"})
    places = {name: number / (len(names) - 1) if len(names) > 1 else 0.5 for number, name in enumerate(names)}
    heights = tuple(places.get(word) for word in words)
    return Axis(title, heights, tuple((place, name) for name, place in places.items()), words)
