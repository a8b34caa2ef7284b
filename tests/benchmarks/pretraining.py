"""What each part of the recipe for the bundled models is worth: a few steps from random weights with and without it.

    uv run python -m tests.benchmarks.pretraining PROJECT [--steps 100]

PROJECT is one that packaging/models/make.py began: its text and vocabulary are used, and nothing in it is changed.
Every variant reads as many tokens in as many steps. Seconds are of the steps alone, without compiling.
"""

from __future__ import annotations

import argparse
import runpy
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np

from tests.places import ROOT
from workbench.corpora.encoding import encode
from workbench.ground.generators import last
from workbench.measuring.scoring import Scorer
from workbench.models.catalogue import find_model
from workbench.models.language_model import import_libraries, load
from workbench.project.project import Project
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Optimizer, Schedule

MAKE = ROOT / "packaging" / "models" / "make.py"
# The recipe itself, with shorter passages, and a longer warm-up for so few steps.
RECIPE: FineTuning = replace(runpy.run_path(str(MAKE))["MUON"], context_length=256, warmup=0.1)
SHORT = 64  # tokens of a passage while the length warms up
VALIDATED = 2**15  # tokens


@dataclass(frozen=True)
class Variant:
    title: str
    settings: FineTuning = RECIPE
    lengths: tuple[int, ...] = (RECIPE.context_length,)  # of the passages, in equal parts of the steps
    network: Callable[[], AbstractContextManager[object]] = field(default=nullcontext)  # open while it is made


def as_keras_makes_it() -> AbstractContextManager[object]:
    return patch("workbench.models.families.transformer.shrink_residuals")


VARIANTS = (
    Variant("the recipe"),
    Variant("AdamW at 2e-3", replace(RECIPE, optimizer=Optimizer.ADAMW, learning_rate=2e-3)),
    Variant("AdamW at 4e-3", replace(RECIPE, optimizer=Optimizer.ADAMW, learning_rate=4e-3)),
    Variant("linear fall, no stable part", replace(RECIPE, schedule=Schedule.LINEAR)),
    Variant("residuals begin at full size", network=as_keras_makes_it),
    Variant(f"passages of {SHORT} in the first half", lengths=(SHORT, RECIPE.context_length)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("project", type=Path)
    parser.add_argument("--steps", type=int, default=100)
    options = parser.parse_args()
    import_libraries()
    print(f"{options.steps} steps of {RECIPE.tokens_per_step:,} tokens; validation loss in nats per token", flush=True)
    for variant in VARIANTS:
        loss, seconds = measured(options.project, variant, options.steps)
        print(f"{variant.title:36} {loss:.3f} after {seconds:.0f} s", flush=True)


def measured(folder: Path, variant: Variant, steps: int) -> tuple[float, float]:
    """The validation loss after `steps`, and how many seconds they took."""
    from workbench.training.learner import Learner

    with variant.network():
        model = load(find_model(f"scratch:{folder / 'architecture'}"), 0)
    with Project.open(folder) as project:
        text = last(encode(project.corpora.every()[0], model.tokenizer))
    learner = Learner(model, variant.settings, NEXT_WORD)
    seconds = []
    for step in range(1, steps + 1):
        length = variant.lengths[(step - 1) * len(variant.lengths) // steps]
        size = RECIPE.tokens_per_step // length
        learner.settings = replace(learner.settings, batch_size=size, context_length=length)
        start = time.perf_counter()
        learner.learn(learner.dataset(text), step, steps)
        seconds.append(time.perf_counter() - start)
    return Scorer(model.network, learner.settings.context_length).score(text.validation, VALIDATED).loss, float(
        np.median(seconds)
    ) * steps


if __name__ == "__main__":
    main()
