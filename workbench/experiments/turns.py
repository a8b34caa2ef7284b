"""What a queue tells of the turns that its runs take."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.training.events import Event
from workbench.values.changes import Changes
from workbench.values.run import Run


@dataclass(frozen=True)
class TurnBegan:
    run: Run


@dataclass(frozen=True)
class TurnEnded:
    """A run is over. `freed_bytes` is what pruning the checkpoints of its sweep gave back."""

    run: Run
    error: Exception | None = None
    freed_bytes: int = 0
    changes: Changes = Changes()


QueueEvent = TurnBegan | Event | TurnEnded
