"""A run whose steps several workers make: one of them drives it as if it were alone, the others follow."""

from __future__ import annotations

from contextlib import suppress

from workbench.models.language_model import LanguageModel
from workbench.tasks.task import Dataset, Task
from workbench.training.learner import Learner
from workbench.training.workers import OVER, SHARE, Order, WorkerLostError, Workers
from workbench.values.fine_tuning import FineTuning


class LeadingLearner(Learner):
    """Each of its steps is made by all of the workers."""

    def __init__(
        self, model: LanguageModel, fine_tuning: FineTuning, task: Task, workers: Workers | None = None
    ) -> None:
        assert workers is not None
        super().__init__(model, fine_tuning, task, workers)
        self._workers = workers
        self._shared_at: int | None = None

    def serves(self, model: LanguageModel, fine_tuning: FineTuning, task: Task) -> bool:
        return False

    def dry_step(self, length: int | None = None, part: str = "") -> int:
        with self._workers.apart():
            return super().dry_step(length, part)

    def learn(self, dataset: Dataset, step: int, total_steps: int, first_end: int = 0) -> tuple[float, float, float]:
        """As alone. Raises WorkerLostError."""
        # Workers of unlike processors drift apart in the last digits, and must not for long.
        if self._shared_at is None or step - self._shared_at >= self.settings.validate_every:
            self._workers.tell(Order(SHARE))
            self._workers.share(self.moved)
            self._shared_at = step
        self._workers.tell(Order(step, total_steps, first_end))
        return super().learn(dataset, step, total_steps, first_end)


def dismiss(workers: Workers | None) -> None:
    """Tell those that follow that it is over."""
    if workers is not None:
        with suppress(WorkerLostError):
            workers.tell(Order(OVER))


def follow(learner: Learner, dataset: Dataset, workers: Workers) -> None:
    """Make what the worker that leads says, until it is over. Raises WorkerLostError."""
    with workers.apart():
        learner.dry_step()  # compiled while the one that leads prepares
    while (order := workers.hear()).step != OVER:
        if order.step == SHARE:
            workers.share(learner.moved)
        else:
            learner.learn(dataset, order.step, order.total_steps, order.first_end)
