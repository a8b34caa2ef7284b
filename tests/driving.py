"""A run that is told something at one of its steps."""

from __future__ import annotations

from workbench.services.training import Training
from workbench.training.events import Command, StepMeasured
from workbench.values.run import Run


def send_at(training: Training, command: Command, step: int) -> Run:
    """Train, and tell it at `step`; returns how the run ended."""
    event = next(training)
    try:
        while not (isinstance(event, StepMeasured) and event.step == step):
            event = next(training)
        training.send(command)
        while True:
            next(training)
    except StopIteration as stop:
        run: Run = stop.value
        return run
