"""What models are called on the Train page: by the name on their card, and a run that goes on by its own."""

from __future__ import annotations

from workbench.gui.context import Context
from workbench.gui.words import measures
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.run import Run


def name_of_base(run: Run) -> str:
    return measures.model(run.model)


def model_name(context: Context, ref: ModelRef) -> str:
    """The name on the model's card, or of a run; one that is gone is called as it was chosen."""
    run = context.project.runs.find(str(ref)) if isinstance(ref, OfRun) else None
    return measures.model(str(ref)) if run is None else run.name
