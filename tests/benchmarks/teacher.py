"""What a teacher hands on: a smaller student with it and without it, at several budgets, and what a step costs.

    python -m tests.benchmarks.teacher TEXT --sentiment FILE [--keep FOLDER] [--seeds 5] [--steps 30 90 180]
        [--only "same tokens"]

Three ways. Of the same tokens and of labels, the teacher is the starter model that has learnt the text, and the
student begins with some of its layers and learns from its answers. Of other tokens, the teacher is the larger English
model that has learnt the text, and the student is the starter model, which learns the text and, every other step, what
the teacher wrote. Without a teacher the same student makes as many steps on the text alone. The gain of a model is by
how much it is better than one of the student's shape that began with random weights and made as many steps; told is how
much of the teacher's gain is kept. All are measured on the validation part, with the weights that each run keeps.

A step with what the teacher says kept on disk is compared with the student's step, and one with the teacher's pass with
both together. What is finished is kept in FOLDER, and found there the next time.
Reckoned from steps of 0.05 to 0.15 s, five seeds take about twenty minutes on two cores with nothing else to do.
"""

from __future__ import annotations

import argparse
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.kept_runs import Kept, first_lines, keeping
from workbench.experiments.written_text import write_text
from workbench.exporting.smaller import make_smaller
from workbench.ground.generators import last
from workbench.models.catalogue import read_config
from workbench.models.sizes import layer_sizes
from workbench.tasks.next_word.task import TASK
from workbench.tasks.taught import MOST_KEPT
from workbench.tasks.teacher import NetworkTeacher, Whose
from workbench.training.events import StepMeasured
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef, OfRun, Scratch
from workbench.values.run import NEXT_WORD, Input, Run

CHARACTERS = {"text": 150_000, "reviews": 150_000}  # that are read of each file
WAYS = ("same tokens", "labels", "other tokens")
SHAPE = {"batch_size": 8, "context_length": 64}
LEARNT_STEPS = 200  # that the teacher has made
WRITTEN_WORDS = 3_000
COST = {**SHAPE, "steps": 100, "validate_every": 1000, "text_share": 0.3}  # more than two readings of what it has


@dataclass(frozen=True)
class Way:
    """Who teaches whom; `figure` is of a run, and `sign` says whether more of it is better (1) or less (-1)."""

    name: str
    corpus: str
    task: str
    teacher: Run
    student: ModelRef
    figure: Callable[[Run], float]
    sign: int
    beside: tuple[Input, ...] = ()  # with which the taught one learns; else it has the teacher's answers


def main() -> None:
    asked = _arguments()
    with keeping(asked.keep) as kept:
        rows = [row for name in asked.only for row in _rows(kept, _way(kept, name, asked), asked)]
        costs = [] if asked.no_cost else _costs(kept, asked)
    print("\n| way, steps | weights | random | without | with the teacher | teacher | of its gain | better in |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    print(*rows, *costs, sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, metavar="TEXT")
    parser.add_argument("--sentiment", type=Path, required=True, help="a table of labelled reviews")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--layers", type=int, default=2, help="of the teacher's, that the student begins with")
    parser.add_argument("--steps", nargs="+", type=int, default=[30, 90, 180])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--learnt", type=int, default=LEARNT_STEPS, help="steps that the teacher makes")
    parser.add_argument("--words", type=int, default=WRITTEN_WORDS)
    parser.add_argument("--weight", type=float, default=1.0, help="of what was written, beside 1 of the text")
    parser.add_argument("--no-cost", action="store_true")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="settings")
    return parser.parse_args()


def _way(kept: Kept, name: str, asked: argparse.Namespace) -> Way:
    of_labels = name == "labels"
    source, kind = (asked.sentiment, "reviews") if of_labels else (asked.file, "text")
    corpus = kept.text(first_lines(source, CHARACTERS[kind], kept.folder / f"{kind}{source.suffix}"), kind).name
    task, services = "labels" if of_labels else NEXT_WORD, kept.services
    model = services.models.named("gpt-en" if name == "other tokens" else "starter-en")
    settings = FineTuning().with_settings({**SHAPE, "steps": asked.learnt, "validate_every": max(1, asked.learnt // 4)})
    teacher = kept.run(
        f"{name}: teacher, {asked.learnt} steps",
        lambda called: _train(kept, corpus, model, settings, called, task=task),
    )
    if of_labels:
        return Way(name, corpus, task, teacher, _smaller(kept, teacher, asked.layers), _accuracy, 1)
    if name == "same tokens":
        return Way(name, corpus, task, teacher, _smaller(kept, teacher, asked.layers), _bits, -1)
    written = Input(_written(kept, teacher, corpus, asked.words), weight=asked.weight)
    student = services.models.named("starter-en")
    return Way(name, corpus, task, teacher, student, partial(_bits_of_first, kept), -1, (written,))


def _train(kept: Kept, corpus: str, model: ModelRef, settings: FineTuning, name: str, **more: Any) -> Any:
    return kept.services.training.train(corpus, model, settings, name, **more)


def _smaller(kept: Kept, teacher: Run, layers: int) -> ModelRef:
    name = f"{teacher.name}, {layers} layers"
    known = {model.name: model.ref for model in kept.services.models.every() if not model.from_scratch}
    return known.get(name) or last(make_smaller(kept.services, OfRun(teacher.id), layers, name)).ref


def _written(kept: Kept, teacher: Run, corpus: str, words: int) -> str:
    name = f"{words} words of {teacher.name}"
    if name not in {each.name for each in kept.services.project.corpora.every()}:
        kept.say(name)
        last(write_text(kept.services, OfRun(teacher.id), corpus, words, name))
    return name


def _accuracy(run: Run) -> float:
    return run.best_figures["labels/accuracy"]


def _bits(run: Run) -> float:
    found = run.best_bits_per_byte
    assert found is not None
    return found


def _bits_of_first(kept: Kept, run: Run) -> float:
    """Of a run that learnt two texts, those of the first: its tokens write as many bytes as those of any other run of
    the same model on it."""
    if len(run.inputs) == 1:
        return _bits(run)
    alike = next(
        each for each in kept.services.project.runs.every()
        if each.inputs == run.inputs[:1] and each.base == run.base and each.bytes_per_token
    )  # fmt: skip
    found = alike.bits_per_byte(run.best_figures["next_word/loss"])
    assert found is not None
    return found


def _rows(kept: Kept, way: Way, asked: argparse.Namespace) -> list[str]:
    """A row for each budget. What is compiled for one kind of run serves all of that kind."""
    weights = "".join(f", weight {each.weight:g}" for each in way.beside if each.weight != 1)
    taught = {"beside": way.beside} if way.beside else {"teacher": OfRun(way.teacher.id)}
    kinds: dict[str, tuple[ModelRef, dict[str, Any], int]] = {
        "without a teacher": (way.student, {}, asked.seeds),
        "random weights": (Scratch(way.student), {}, 1),  # type: ignore[arg-type]
        "with the teacher": (way.student, taught, asked.seeds),
    }
    runs: dict[tuple[str, int], list[Run]] = {}
    for kind, (model, more, seeds) in kinds.items():
        told = "".join(f", {each}" for each in asked.settings) + (weights if more else "")
        for steps in asked.steps:
            runs[kind, steps] = [
                kept.run(
                    f"{way.name}: {kind}, {steps} steps, seed {seed}{told}",
                    partial(_train, kept, way.corpus, model, _settings(steps, seed, asked), task=way.task, **more),
                )
                for seed in range(seeds)
            ]
    return [_row(kept, way, steps, {kind: runs[kind, steps] for kind in kinds}) for steps in asked.steps]


def _settings(steps: int, seed: int, asked: argparse.Namespace) -> FineTuning:
    chosen = {**SHAPE, "steps": steps, "validate_every": max(1, steps // 2), "seed": seed}
    return FineTuning().with_settings({**chosen, **dict(each.split("=", 1) for each in asked.settings)})


def _row(kept: Kept, way: Way, steps: int, runs: dict[str, Sequence[Run]]) -> str:
    floor = statistics.mean(way.figure(run) for run in runs["random weights"])
    teacher = way.figure(way.teacher)
    student, without = ([way.figure(run) for run in runs[kind]] for kind in ("with the teacher", "without a teacher"))
    share = [(value - floor) / (teacher - floor) if teacher != floor else math.nan for value in student]
    better = sum(way.sign * (one - other) > 0 for one, other in zip(student, without, strict=True))
    weights = _weights(runs["with the teacher"][0]) / _weights(way.teacher)
    return (
        f"| {way.name}, {steps} | {weights:.0%} | {floor:.4f} | {_mean(without)} | {_mean(student)} | {teacher:.4f}"
        f" | {statistics.mean(share):.1%} | {better} of {len(student)} |"
    )


def _mean(values: Sequence[float]) -> str:
    spread = statistics.stdev(values) if len(values) > 1 else 0.0
    return f"{statistics.mean(values):.4f} ± {spread:.4f}"


def _weights(run: Run) -> int:
    return sum(layer_sizes(read_config(run.folder / "model")))


def _costs(kept: Kept, asked: argparse.Namespace) -> list[str]:
    """Medians of seconds, each kind of step in two turns."""
    way = _way(kept, "same tokens", asked)
    found = kept.figure("what a step costs", partial(_seconds, kept, way))
    plain, stored, passed, forward = (found[name] for name in ("plain", "stored", "passed", "forward"))
    share = passed / (plain + forward)
    return [
        "",
        f"A step of the student takes {plain:.3f} s; with stored answers {stored:.3f} s ({stored / plain:.2f} ×);"
        f" with the teacher's pass {passed:.3f} s, {share:.2f} × of the student's step and of"
        f" the pass, {forward:.3f} s.",
    ]


def _seconds(kept: Kept, way: Way) -> dict[str, float]:
    settings, taken = FineTuning().with_settings(COST), dict[str, list[float]]()
    for turn in range(2):
        for kind, more in (("plain", {}), ("taught", {"teacher": OfRun(way.teacher.id)})):
            name = f"cost of {kind}, {turn}"
            if kept.services.project.runs.find(name) is not None:  # what was cut off was not measured whole
                kept.services.project.runs.delete(kept.services.project.runs.named(name))
            pace = _pace(_train(kept, way.corpus, way.student, settings, name, **more))
            run = kept.services.project.runs.named(name)
            once = int(_steps_of_a_reading(kept, run))
            taken.setdefault("plain" if kind == "plain" else "stored", []).extend(pace[once:])
            if kind == "taught":
                taken.setdefault("passed", []).extend(pace[5:once])  # after what is compiled
    return {name: statistics.median(values) for name, values in taken.items()} | {"forward": _forward(kept, way)}


def _pace(training: Any) -> list[float]:
    """Seconds of each step, by itself."""
    pace, clock = [], time.perf_counter()
    for event in training:
        if isinstance(event, StepMeasured):
            pace.append(time.perf_counter() - clock)
        clock = time.perf_counter()
    return pace


def _steps_of_a_reading(kept: Kept, run: Run) -> float:
    """How many steps read all that a run learns from once; rows of a later reading are known."""
    planning, epoch = kept.services.planning, {**COST, "steps": None, "epochs": 1.0}
    chosen = FineTuning().with_settings({name: value for name, value in epoch.items() if value is not None})
    return last(planning.count_steps(kept.services.project.runs.base_of(run), run.corpus, chosen)) + 1


def _forward(kept: Kept, way: Way) -> float:
    """Of the teacher, on as many tokens as a step has, with its answers kept."""
    model = kept.services.models.open(OfRun(way.teacher.id))
    draw = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        teacher = NetworkTeacher(Whose(model, model.network), TASK, MOST_KEPT, 2.0, Path(folder))
        taken = []
        for _ in range(25):
            rows = draw.integers(0, model.tokenizer.vocabulary, (SHAPE["batch_size"], SHAPE["context_length"]))
            clock = time.perf_counter()
            teacher.told(rows.astype(np.int32))
            taken.append(time.perf_counter() - clock)
    return statistics.median(taken[5:])


if __name__ == "__main__":
    main()
