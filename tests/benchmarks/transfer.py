"""What transfer learning is worth on a text: the bundled model fine-tuned, beside the same steps from random weights.

    uv run python -m tests.benchmarks.transfer TEXT [--preset balanced] [--ask PROMPT]...

Everything is measured on the text's own validation split with the same settings and seed. Losses of models with
different vocabularies cannot be compared; bits per byte can, since words outside a vocabulary are charged for their
spelling.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

from workbench.fine_tuning import PRESETS
from workbench.project import Project
from workbench.records import Run
from workbench.services import Services
from workbench.terminal import bar, show_event
from workbench.training.events import StepMeasured, Validated

MODELS = ("starter-en", "scratch:starter-en", "scratch:lstm-words")
FALL = 0.9  # nats per token below the base model, whose time is told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--preset", choices=PRESETS, default="balanced")
    parser.add_argument("--ask", action="append", default=[], metavar="PROMPT", help="next words before and after")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
        services = Services(project)
        corpus = to_end(services.import_corpus([options.text], "text"))
        statistics = corpus.contents.statistics
        print(f"{options.text.name}: {statistics.words:,} words; {options.preset} preset; {os.cpu_count()} cores")
        services.warm_up()
        runs = {model: train(services, model, options.preset) for model in MODELS}
        print(f"\n{'model':20} {'loss (nats/token)':>18} {'bits per byte':>14} {'seconds':>8} {'tokens/s':>9}")
        base = to_end(services.evaluate("starter-en", "text"))
        print(f"{'starter-en, before':20} {base.loss:18.3f} {base.bits_per_byte:14.3f}")
        for model, run in runs.items():
            after = to_end(services.evaluate(run.name, "text"))
            print(
                f"{model:20} {after.loss:18.3f} {after.bits_per_byte:14.3f} {run.seconds:8.0f} "
                f"{run.tokens_per_second:9,.0f}"
            )
        for prompt in options.ask:
            for title, model in (("before", "starter-en"), ("after", runs["starter-en"].name)):
                print(f"\n“{prompt}”, {title}:")
                for found in services.predict(model, prompt, top=5):
                    print(bar(found.word, found.probability))


def train(services: Services, model: str, preset: str) -> Run:
    """Run to the end and tell when the validation loss had fallen by FALL."""
    training = services.train("text", model, PRESETS[preset], name=f"{model}, learnt")
    base = fallen = None
    steps: list[StepMeasured] = []
    try:
        while True:
            event = next(training)
            if sys.stderr.isatty():
                show_event(event)
            if isinstance(event, StepMeasured):
                steps.append(event)
            elif isinstance(event, Validated):
                base = event.loss if base is None else base
                if fallen is None and event.loss <= base - FALL:
                    fallen = event
    except StopIteration as ended:
        run: Run = ended.value
    if fallen is not None:
        compiling = steps[0].seconds
        print(
            f"{model}: {FALL} nats per token below the start by step {fallen.step}, after {fallen.seconds:.0f} s "
            f"({compiling:.0f} s of them until the first step was compiled and made)"
        )
    return run


def to_end(action: Generator[Any, Any, Any]) -> Any:
    while True:
        try:
            next(action)
        except StopIteration as ended:
            return ended.value


if __name__ == "__main__":
    main()
