"""How far chance may have moved a share that was counted at a few places, and what it is worth to have found none."""

from __future__ import annotations

import math

from workbench.measuring.bootstrap import CONFIDENCE

_NORMAL = 1.959964  # beyond which, on either side, the normal distribution has 5 %


def between(found: int, asked: int) -> tuple[float, float]:
    """The bounds of a share with a confidence of 95 % (Wilson, “Probable inference”, 1927)."""
    share, spread = found / asked, _NORMAL**2 / asked
    centre = share + spread / 2
    reach = _NORMAL * math.sqrt((share * (1 - share) + spread / 4) / asked)
    return max(0.0, (centre - reach) / (1 + spread)), min(1.0, (centre + reach) / (1 + spread))


def at_most(asked: int) -> float:
    """The share that is not exceeded, with a confidence of 95 %, if none of `asked` was found: about 3 / `asked`."""
    return 1 - math.pow(1 - CONFIDENCE, 1 / asked)
