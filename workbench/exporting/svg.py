"""Curves as SVG: small enough to stand inside a page, coloured by its style, sharp on any paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 72, 16, 12, 44
MOST_POINTS = 400  # of a line: more than one for two pixels cannot be seen


@dataclass(frozen=True, eq=False)
class Line:
    """One curve; `style` is a class of the page's style sheet."""

    label: str
    steps: np.ndarray
    values: np.ndarray
    style: str
    has_points: bool = False  # few and far between, so that each is marked


def chart(title: str, lines: Sequence[Line], across: str, up: str) -> str:
    """An <svg> with axes; empty where there is nothing to draw. `title` is read out instead of it."""
    shown = [(line, *_thinned(line)) for line in lines if np.isfinite(line.values).any()]
    if not shown:
        return ""
    xs = np.concatenate([steps for _, steps, _ in shown])
    ys = np.concatenate([values for _, _, values in shown])
    x_ticks, y_ticks = ticks(float(xs.min()), float(xs.max())), ticks(float(ys.min()), float(ys.max()))
    low_x, high_x = min(float(xs.min()), x_ticks[0]), max(float(xs.max()), x_ticks[-1])
    low_y, high_y = min(float(ys.min()), y_ticks[0]), max(float(ys.max()), y_ticks[-1])

    def x(value: float) -> float:
        return LEFT + (value - low_x) / (high_x - low_x) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (value - low_y) / (high_y - low_y) * (HEIGHT - TOP - BOTTOM)

    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title, quote=True)}">']
    for tick, label in zip(y_ticks, alike(y_ticks), strict=True):
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}"/>')
        parts.append(f'<text class="tick" text-anchor="end" x="{LEFT - 8}" y="{y(tick) + 4:.1f}">{label}</text>')
    for tick, label in zip(x_ticks, alike(x_ticks), strict=True):
        parts.append(
            f'<text class="tick" text-anchor="middle" x="{x(tick):.1f}" y="{HEIGHT - BOTTOM + 18}">{label}</text>'
        )
    parts.append(f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{HEIGHT - BOTTOM}" y2="{HEIGHT - BOTTOM}"/>')
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(f'<text class="name" text-anchor="middle" x="{WIDTH / 2}" y="{HEIGHT - 6}">{escape(across)}</text>')
    parts.append(
        f'<text class="name" text-anchor="middle" transform="translate(12 {middle}) rotate(-90)">{escape(up)}</text>'
    )
    for line, steps, values in shown:
        points = [f"{x(step):.1f},{y(value):.1f}" for step, value in zip(steps, values, strict=True)]
        parts.append(f'<polyline class="curve {line.style}" points="{" ".join(points)}"/>')
        if line.has_points:
            parts += [
                f'<circle class="point {line.style}" cx="{x(step):.1f}" cy="{y(value):.1f}" r="{_radius(line)}"/>'
                for step, value in zip(steps, values, strict=True)
            ]
    return "".join((*parts, "</svg>"))


def _radius(line: Line) -> int:
    return 7 if "kept" in line.style else 3


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers that reach from below `low` to above `high`: 1, 2 or 5 times a power of ten apart."""
    if high <= low:
        low, high = low - 0.5, high + 0.5
    rough = (high - low) / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    apart = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999999)
    first, last = math.floor(low / apart + 1e-9), math.ceil(high / apart - 1e-9)
    return [round(number * apart, 12) for number in range(first, last + 1)]


def alike(numbers: Sequence[float]) -> list[str]:
    """All with as many decimals as one of them needs; of very small ones each for itself."""
    written = [f"{number:,.6g}" for number in numbers]
    if any("e" in each for each in written):
        return written
    decimals = max(len(each.partition(".")[2]) for each in written)
    return [f"{number:,.{decimals}f}" for number in numbers]


def _thinned(line: Line) -> tuple[np.ndarray, np.ndarray]:
    """Of a long line the lowest and highest value of each stretch, which look the same."""
    keep = np.isfinite(line.values)
    steps, values = line.steps[keep], line.values[keep]
    if len(values) <= MOST_POINTS:
        return steps, values
    chosen: list[int] = []
    for stretch in np.array_split(np.arange(len(values)), MOST_POINTS // 2):
        chosen += sorted({int(stretch[values[stretch].argmin()]), int(stretch[values[stretch].argmax()])})
    return steps[chosen], values[chosen]
