"""Which learning rate suits which kind of model: the loss after a short run with each of several, on one text.

    uv run python -m tests.benchmarks.learning_rates TEXT [--set KEY=VALUE]...

The rates of `workbench/costs/settling.py` were read off this. Each rate is printed beside the best of its model.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.transfer import MODELS
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.presets import PRESETS

TIMES = (0.25, 0.5, 1, 2, 4)  # the rate that the program would take


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    changes = dict(text.split("=", 1) for text in options.set)
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([options.text], "text"))
        for model in MODELS:
            settings = services.planning.settled(services.models.named(model), PRESETS["quick"].with_settings(changes))
            losses = {}
            for times in TIMES:
                rate = times * settings.learning_rate
                run = last(
                    services.training.train(
                        "text", services.models.named(model), settings.with_settings({"learning_rate": rate})
                    )
                )
                losses[rate] = run.best_validation_loss
            best = min(losses.values())
            for rate, loss in losses.items():
                print(f"{model:20} {rate:8.2g}  loss {loss:.3f} nats per token, {loss / best:.3f} of the best")


if __name__ == "__main__":
    main()
