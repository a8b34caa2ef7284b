"""What a teacher hands on: a smaller student with it and without it, at several budgets, and what a step costs.

    python -m tests.benchmarks.teacher FILE [--teacher starter-en] [--layers 2] [--steps 50 150 400] [--seeds 3]

First the teacher is fine-tuned on the text. The student begins with some of the teacher's layers. The gain of a model
is by how many bits per byte it is below one of the student's shape that began with random weights, all on the
validation part.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from workbench.experiments.handed import compare_with_untaught
from workbench.exporting.smaller import make_smaller
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import StepMeasured
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, ModelRef, OfRun, Scratch

READING = {"steps": 400, "batch_size": 8, "context_length": 128, "validate_every": 100}  # of the teacher


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
        services = Workbench(project)
        corpus = last(services.texts.import_corpus([asked.file]))
        began = services.models.named(asked.teacher)
        teacher = OfRun(last(services.training.train(corpus.name, began, FineTuning().with_settings(READING))).id)
        student = last(make_smaller(services, teacher, asked.layers)).ref
        assert isinstance(student, Folder)
        for steps in asked.steps:
            _compare(services, corpus.name, teacher, student, steps, asked)


def _compare(
    services: Workbench, corpus: str, teacher: ModelRef, student: Folder, steps: int, asked: argparse.Namespace
) -> None:
    kept, differences = [], []
    for seed in range(asked.seeds):
        chosen = {"steps": steps, "batch_size": 8, "context_length": 128, "validate_every": max(1, steps // 4)}
        settings = FineTuning().with_settings(
            {**chosen, "seed": seed, **dict(each.split("=", 1) for each in asked.settings)}
        )
        taught = services.training.train(corpus, student, settings, teacher=teacher)
        pace: list[tuple[float, int]] = []
        clock = time.perf_counter()
        for event in taught:
            if isinstance(event, StepMeasured):
                pace.append((time.perf_counter() - clock, event.step))
            clock = time.perf_counter()
        run = services.project.runs.newest()
        assert run is not None
        found = last(compare_with_untaught(services, run.name))
        scratch = last(services.training.train(corpus, Scratch(student), settings))
        floor = last(services.asking.evaluate(OfRun(scratch.id), corpus)).bits_per_byte
        kept.append((floor - found.student.figure) / (floor - found.teacher.figure))
        differences.append(found.student.figure - found.without.figure)
        print(
            f"{steps} steps, seed {seed}: teacher {found.teacher.figure:.4f}, student {found.student.figure:.4f},"
            f" without {found.without.figure:.4f}, random weights {floor:.4f} bits per byte; a step"
            f" {statistics.median(seconds for seconds, _ in pace):.3f} s;"
            f" {found.student.parameters / found.teacher.parameters:.0%} of the weights",
            flush=True,
        )
    spread = statistics.stdev(differences) if len(differences) > 1 else 0.0
    print(
        f"{steps} steps: {statistics.mean(kept):.1%} of the teacher's gain kept; with the teacher"
        f" {statistics.mean(differences):+.4f} ± {spread:.4f} bits per byte against without",
        flush=True,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--teacher", default="starter-en")
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--steps", nargs="+", type=int, default=[50, 150, 400])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="settings")
    return parser.parse_args()


if __name__ == "__main__":
    main()
