"""The learning rate as a pure function of progress: what the loop applies, the preview draws and the tests check."""

from __future__ import annotations

import math

from workbench.fine_tuning import FineTuning, Schedule

COSINE_FLOOR = 0.1  # of the peak: the last steps still learn a little


def learning_rate(fine_tuning: FineTuning, step: int, total_steps: int) -> float:
    """The rate of `step`, counted from 1: a linear rise from zero to the peak, then the schedule's fall.

    Cosine: floor + (peak - floor) · (1 + cos πp) / 2 (Loshchilov & Hutter, SGDR, 2017, equation 5), where p goes
    from 0 after the warm-up to 1 at the last step.
    """
    peak = fine_tuning.learning_rate
    warmup_steps = math.floor(fine_tuning.warmup * total_steps)
    if step <= warmup_steps:
        return peak * step / (warmup_steps + 1)
    progress = (step - warmup_steps - 1) / max(1, total_steps - warmup_steps - 1)
    match fine_tuning.schedule:
        case Schedule.CONSTANT:
            return peak
        case Schedule.LINEAR:
            return peak * (1 - progress)
        case Schedule.COSINE:
            floor = COSINE_FLOOR * peak
            return floor + (peak - floor) * (1 + math.cos(math.pi * min(1.0, progress))) / 2
