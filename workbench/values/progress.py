"""How far a long action is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
import numpy as np
from workbench.values.fine_tuning import FineTuning



@dataclass(frozen=True)
class Progress:
    """How far a long action is; `total` is 0 while it is not known."""

    done: int
    total: int
    what: str = ""
