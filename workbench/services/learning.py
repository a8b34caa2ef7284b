"""A run while it learns, as whoever answers in its name sees it."""

from __future__ import annotations

from typing import Protocol

from workbench.tasks.task import Learnt, Task
from workbench.values.fine_tuning import FineTuning


class Learning(Learnt, Protocol):
    @property
    def task(self) -> Task: ...

    @property
    def settings(self) -> FineTuning: ...

    def catch_up(self) -> None:
        """Let the network be what has been learnt until now, where it learns elsewhere and can be reached."""
