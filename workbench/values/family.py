"""The kinds of networks."""

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



class Family(StrEnum):
    """How a model predicts: attention over the context, or a recurrent state."""

    TRANSFORMER = "transformer"
    LSTM = "lstm"
