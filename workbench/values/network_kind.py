"""The kinds of networks."""

from __future__ import annotations

from enum import StrEnum


class NetworkKind(StrEnum):
    """How a model predicts: attention over the context, or a recurrent state."""

    TRANSFORMER = "transformer"
    LSTM = "lstm"
