"""The learning rate as a pure function of progress: what the loop applies, the preview draws and the tests check."""

from __future__ import annotations

import math

from workbench.fine_tuning import FineTuning, Schedule

COSINE_FLOOR = 0.1  # of the peak: the last steps still learn a little
SLANTED_RATIO = 32  # how much smaller the last rate of a slanted triangle is
DECAY_SHARE = 0.2  # of the steps, at the end of warm-up–stable–decay


def learning_rate(fine_tuning: FineTuning, step: int, total_steps: int) -> float:
    """The rate of `step`, counted from 1: a linear rise from zero to the peak, then the schedule's fall.

    With p from 0 after the warm-up to 1 at the last step:
    cosine: floor + (peak - floor) · (1 + cos πp) / 2 (Loshchilov & Hutter, SGDR, 2017, equation 5);
    slanted triangular: peak · (1 + (1 - p) · (ratio - 1)) / ratio (Howard & Ruder, ULMFiT, 2018, equation 3);
    inverse square root: peak · √(w / (w + steps since)), w the warm-up's steps (Vaswani et al., 2017, equation 3).
    """
    peak = fine_tuning.learning_rate
    warmup_steps = math.floor(fine_tuning.warmup * total_steps)
    if step <= warmup_steps:
        return peak * step / (warmup_steps + 1)
    since = step - warmup_steps - 1
    progress = min(1.0, since / max(1, total_steps - warmup_steps - 1))
    match fine_tuning.schedule:
        case Schedule.CONSTANT:
            return peak
        case Schedule.LINEAR:
            return peak * (1 - progress)
        case Schedule.COSINE:
            floor = COSINE_FLOOR * peak
            return floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2
        case Schedule.SLANTED_TRIANGULAR:
            return peak * (1 + (1 - progress) * (SLANTED_RATIO - 1)) / SLANTED_RATIO
        case Schedule.WARMUP_STABLE_DECAY:
            decay_steps = max(1.0, min(DECAY_SHARE * total_steps, total_steps - warmup_steps))
            return peak * min(1.0, (total_steps - step + 1) / decay_steps)
        case Schedule.INVERSE_SQUARE_ROOT:
            timescale = max(1, warmup_steps)
            return peak * math.sqrt(timescale / (timescale + since))
