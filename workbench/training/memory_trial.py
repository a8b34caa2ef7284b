"""A dry step in a process apart, for a run that might not fit: the process may run out of memory, this one does not."""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator
from multiprocessing.connection import Connection
from pathlib import Path

from workbench.costs.memory import available_bytes, reserve_bytes
from workbench.models.language_model import open_architecture
from workbench.tasks.task import Task
from workbench.training.events import Preparing, Stage
from workbench.training.learner import Learner
from workbench.values.fine_tuning import FineTuning

SECONDS_BETWEEN_LOOKS = 0.1


def step_fits_in_subprocess(
    architecture: Path, fine_tuning: FineTuning, task: Task, reserve: int | None = None
) -> Generator[Preparing, None, bool]:
    """Make one step of the network that `save_architecture` wrote; whether it left `reserve` bytes to the computer.

    The process is ended as soon as it does not. Yields while it runs; closing the generator ends it as well.
    """
    reserve = reserve_bytes() if reserve is None else reserve
    # A forked process would share TensorFlow's threads, which do not survive that.
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_make_step, args=(architecture, fine_tuning, task, sending), daemon=True)
    process.start()
    sending.close()
    try:
        while not receiving.poll(SECONDS_BETWEEN_LOOKS):
            if available_bytes() < reserve:
                return False
            yield Preparing(Stage.MEASURING_MEMORY)
        return _answer(receiving)
    finally:
        process.kill()
        process.join()
        receiving.close()


def _answer(receiving: Connection) -> bool:
    try:
        return bool(receiving.recv())
    except EOFError:  # it was ended from outside, as the system does when memory runs out
        return False


def _make_step(architecture: Path, fine_tuning: FineTuning, task: Task, sending: Connection) -> None:
    learner = Learner(open_architecture(architecture), fine_tuning, task)
    for part in learner.parts:
        learner.dry_step(part=part)
    sending.send(True)
