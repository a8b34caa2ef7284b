"""What models are called on the Train page: by the name on their card, and a run that goes on by its own."""

from __future__ import annotations

from workbench.gui.context import Context
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.run import Run


def name_of_base(context: Context, run: Run) -> str:
    return run.model if isinstance(run.base, OfRun) else model_name(context, run.base)


def model_name(context: Context, ref: ModelRef) -> str:
    """The name on the model's card, or of a run; one that is gone is called as it was chosen."""
    if isinstance(ref, OfRun):
        run = context.project.runs.find(str(ref))
        return str(ref) if run is None else run.name
    return next((card.name for card in context.services.models.every() if str(card.ref) == str(ref)), str(ref))
