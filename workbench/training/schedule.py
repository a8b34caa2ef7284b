"""How many steps, and the learning rate of each: pure functions that the loop applies and the preview draws."""

from __future__ import annotations

import math

from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Schedule

COSINE_FLOOR = 0.1  # of the peak: the last steps still learn a little
SLANTED_RATIO = 32  # how much smaller the last rate of a slanted triangle is
DECAY_SHARE = 0.2  # of the steps, at the end of warm-up–stable–decay
CALIBRATION_STEPS = 4  # after these a budget in minutes becomes one in steps


def planned_steps(settings: FineTuning, steps_per_epoch: float, tokens_per_step: float) -> int:
    """How many steps the budget is, where that is known beforehand; for minutes, more than it will be."""
    unit, amount = settings.budget
    match unit:
        case "steps":
            return int(amount)
        case "epochs":
            return max(1, math.ceil(amount * steps_per_epoch))
        case "tokens":
            return max(1, math.ceil(amount / tokens_per_step))
    # Until the pace is known the schedule is still at the very start of its warm-up.
    return 100_000


def learning_rate(fine_tuning: FineTuning, step: int, total_steps: int) -> float:
    """The rate of `step`, counted from 1: a linear rise from zero to the peak, then the schedule's fall.

    Every step has a rate above zero: what falls to zero gets there when the last step has been made. With T steps, the
    w first of them the warm-up, and t the steps since the peak:
    linear: peak · (1 - t / (T - w));
    cosine: floor + (peak - floor) · (1 + cos πp) / 2, p being 1 at the last step (Loshchilov & Hutter, SGDR, 2017,
    equation 5);
    slanted triangular: peak · (1 + p · (ratio - 1)) / ratio, p being 1 - t / (T - w), and in the warm-up the share of
    it that is over, so that it begins with peak / ratio (Howard & Ruder, ULMFiT, 2018, equation 3);
    inverse square root: peak · √(w / (w + t)) (Vaswani et al., 2017, equation 3).
    """
    peak, slanted = fine_tuning.learning_rate, fine_tuning.schedule is Schedule.SLANTED_TRIANGULAR
    warmup_steps = math.floor(fine_tuning.warmup * total_steps)
    if step <= warmup_steps:
        return _slanted(peak, (step - 1) / warmup_steps) if slanted else peak * step / (warmup_steps + 1)
    since, falling = step - warmup_steps - 1, total_steps - warmup_steps
    match fine_tuning.schedule:
        case Schedule.CONSTANT:
            return peak
        case Schedule.LINEAR:
            return peak * (1 - since / falling)
        case Schedule.COSINE:
            floor, progress = COSINE_FLOOR * peak, since / max(1, falling - 1)
            return floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2
        case Schedule.SLANTED_TRIANGULAR:
            return _slanted(peak, 1 - since / falling)
        case Schedule.WARMUP_STABLE_DECAY:
            decay_steps = max(1.0, min(DECAY_SHARE * total_steps, falling))
            return peak * min(1.0, (total_steps - step + 1) / decay_steps)
        case Schedule.INVERSE_SQUARE_ROOT:
            timescale = max(1, warmup_steps)
            return peak * math.sqrt(timescale / (timescale + since))


def _slanted(peak: float, p: float) -> float:
    return peak * (1 + p * (SLANTED_RATIO - 1)) / SLANTED_RATIO
