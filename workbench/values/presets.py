"""Settings to begin with, and how others differ from them."""

from __future__ import annotations

import dataclasses

from workbench.values.fine_tuning import BUDGETS, FineTuning
from workbench.values.run import NEXT_WORD, TOGETHER

# The same of every task but for the shape of a batch, see `presets`.
PRESETS: dict[str, FineTuning] = {
    "quick": FineTuning(steps=60, validate_every=15),
    "balanced": FineTuning(steps=150, validate_every=25),
    "thorough": FineTuning(steps=600, validate_every=50, dropout=0.1),
}


_LABELLED = {"batch_size": 32, "context_length": 128}  # labelled texts are short, and each says but one thing


def presets(task: str) -> dict[str, FineTuning]:
    """Those for a run of that task, by their names."""
    own = _LABELLED if task in ("labels", "tags", TOGETHER) else {}
    return {name: preset.with_settings(own) for name, preset in PRESETS.items()}


def as_of(task: str, settings: FineTuning, before: str) -> FineTuning:
    """Settings that were a preset of the task `before` are the same one of `task`; a person's own stay as they are."""
    name = next((name for name, preset in presets(before).items() if not differing(settings, preset, before)), None)
    return settings if name is None else presets(task)[name]


def differing(settings: FineTuning, preset: FineTuning, task: str = NEXT_WORD) -> tuple[str, ...]:
    """The settings that mean something and are others than the preset's; the budget, whatever its unit, is one."""
    names = [settings.budget[0]] if settings.budget != preset.budget else []
    rest = (spec.name for spec in dataclasses.fields(settings) if spec.name not in BUDGETS)
    return (
        *names,
        *(
            name
            for name in rest
            if settings.applies(name, (task,)) and getattr(settings, name) != getattr(preset, name)
        ),
    )


def nearest_preset(settings: FineTuning, task: str = NEXT_WORD) -> str:
    """The name of the preset that differs in the fewest settings; of several, the middle one comes first."""
    known = presets(task)
    return min(known, key=lambda name: (len(differing(settings, known[name], task)), name != "balanced"))


def smaller_batch(fine_tuning: FineTuning) -> FineTuning | None:
    """The same step from batches of half the size, in about half the memory; None where a batch is one passage."""
    size = fine_tuning.batch_size
    part = next((part for part in range(2, size + 1) if size % part == 0), None)
    if part is None:
        return None
    return dataclasses.replace(fine_tuning, batch_size=size // part, accumulate=fine_tuning.accumulate * part)
