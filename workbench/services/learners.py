"""The compiled learners that runs take over from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil

from workbench.ground.garbage import collect
from workbench.tasks.task import Task
from workbench.training.learner import Learner
from workbench.values.fine_tuning import FineTuning

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

LARGEST_KEPT = 0.05  # of the memory: a larger network is let go when its run has ended


class Learners:
    """Keeps the last one for the next run of its shape; there never is a second one in memory."""

    def __init__(self) -> None:
        self.last: Learner | None = None

    def take(self, model: LanguageModel, fine_tuning: FineTuning, task: Task) -> Learner:
        """The one that is compiled already, if it serves this run, else a new one."""
        if self.last is not None and self.last.serves(model, fine_tuning, task):
            self.last.take(model, fine_tuning)
        else:
            self.last = None
            collect()
            self.last = Learner(model, fine_tuning, task)
        return self.last

    def give_back(self, learner: Learner) -> None:
        """Its run is over."""
        if learner.held_bytes > LARGEST_KEPT * psutil.virtual_memory().total:
            self.let_go()

    def let_go(self) -> None:
        """Something else needs the memory."""
        self.last = None
