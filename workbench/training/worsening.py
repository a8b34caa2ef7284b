"""Noticing, while a run learns, that it does worse than what it began from."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

from workbench.training.events import Event, StepMeasured, Validated

MEMORY = 0.9  # of the moving average over the losses of steps, one of which says little
FEWEST_STEPS = 10
RISEN = 0.5  # nats per token above the beginning: more than one batch differs from another
RISING_OVER = 5  # steps
FALLEN_AGAIN = 0.25  # nats above the beginning at which there is nothing to tell any more
NOISE = 0.02  # nats that a validation may differ by without meaning it


@dataclass(frozen=True)
class Worse:
    """The loss then and now, in nats per token; `on_unseen` says whether on the validation text."""

    step: int
    began: float
    now: float
    on_unseen: bool


class Watch:
    """Follows the events of a run; `worse` is what there is to tell, None while nothing is wrong.

    It is worse where the smoothed training loss lies well above the beginning and rises, or where two looks at the
    validation text in a row are above it and the second has not come half the way back.
    """

    def __init__(self, base: float | None = None) -> None:
        """`base` is the validation loss of what the run began from, where it goes on."""
        self.worse: Worse | None = None
        self._base = base
        self._first: float | None = None  # training loss before any step; with dropout it is above the base
        self._looks: deque[float] = deque(maxlen=2)
        self._smoothed: deque[float] = deque(maxlen=RISING_OVER + 1)
        self._sum = self._weight = 0.0
        self._steps = 0

    def take(self, event: Event) -> None:
        match event:
            case Validated(step=0, loss=loss):
                self._base = loss
            case Validated(step=step, loss=loss) if math.isfinite(loss):
                self._look(step, loss)
            case StepMeasured(step=step, loss=loss) if math.isfinite(loss):
                self._follow(step, loss)
            case _:
                pass

    def _look(self, step: int, loss: float) -> None:
        self._looks.append(loss)
        base = self._base
        if base is None:
            return
        if loss <= base:
            self.worse = None
        elif len(self._looks) == 2:
            before, now = (look - base for look in self._looks)
            if min(before, now) > NOISE and now > before / 2:
                self.worse = Worse(step, base, loss, on_unseen=True)

    def _follow(self, step: int, loss: float) -> None:
        self._first = loss if self._first is None else self._first
        self._steps += 1
        self._sum = MEMORY * self._sum + (1 - MEMORY) * loss
        self._weight = MEMORY * self._weight + (1 - MEMORY)
        self._smoothed.append(self._sum / self._weight)
        began, now = max(self._first, self._base or 0.0), self._smoothed[-1]
        if self._steps >= FEWEST_STEPS and now > began + RISEN and now > self._smoothed[0]:
            if self.worse is None or not self.worse.on_unseen:
                self.worse = Worse(step, began, now, on_unseen=False)
        elif now < began + FALLEN_AGAIN and self.worse is not None and not self.worse.on_unseen:
            self.worse = None
