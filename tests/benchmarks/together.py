"""Whether learning together helps: several things at once against each of them alone, on the same examples.

    python -m tests.benchmarks.together --texts FILE FILE --sentiment FILE --roles FILE
        [--keep FOLDER] [--seeds 5] [--steps N] [--model starter-en] [--only words+sentiment]

Three pairs: the next words and the sentiment of the same reviews, the next words of two texts, and sentiment with
semantic roles. Alone, each learns for as many of its own steps as it had together, by the same settings. All are
measured on the whole validation part: of next words bits per byte, of which less is better, of classes the share that
is right, of roles the F1 of spans. A run counts as better or worse where its difference is clear of zero by the bounds
that the program gives it. What is finished is kept in FOLDER, and found there the next time. Reckoned from steps of 0.1
to 0.3 s, five seeds take about twenty minutes on two cores with nothing else to do.
"""

from __future__ import annotations

import argparse
import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.kept_runs import Kept, first_lines, keeping
from workbench.experiments.alone import learn_alone, train_alone
from workbench.ground.generators import last
from workbench.services.training import Training
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import Input, Run

CHARACTERS = {"text": 150_000, "reviews": 150_000, "roles": 350_000}  # that are read of each file
SHAPES = {  # of a step, and how many of them both make together
    "words+sentiment": {"batch_size": 16, "context_length": 64, "steps": 140},
    "two texts": {"batch_size": 8, "context_length": 64, "steps": 140},
    "sentiment+roles": {"batch_size": 16, "context_length": 64, "steps": 180},
}
PAIRS = tuple(SHAPES)
UNITS = {"accuracy": "right", "f1": "F1", "bits_per_byte": "bits/byte"}


@dataclass(frozen=True)
class Found:
    """Of one seed, for one of the two."""

    what: str
    figure: str
    together: float
    alone: float
    helped: bool | None


def main() -> None:
    asked = _arguments()
    with keeping(asked.keep) as kept:
        inputs = _inputs(kept, asked)
        rows = [row for pair in asked.only for row in _measured(kept, pair, inputs[pair], asked)]
    print("\n| learnt together | figure | together | alone | difference | better, worse of the seeds |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(*rows, sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", nargs=2, type=Path, required=True)
    parser.add_argument("--sentiment", type=Path, required=True, help="a table of labelled reviews")
    parser.add_argument("--roles", type=Path, required=True, help="CoNLL-U with roles")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--model", default="starter-en")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--steps", type=int, help="of both together, where not as each pair has them")
    parser.add_argument("--only", nargs="+", choices=PAIRS, default=list(PAIRS))
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="settings")
    return parser.parse_args()


def _inputs(kept: Kept, asked: argparse.Namespace) -> dict[str, tuple[Input, Input]]:
    def text(file: Path, kind: str, name: str) -> str:
        beginning = first_lines(file, CHARACTERS[kind], kept.folder / f"{name}{file.suffix}")
        return kept.text(beginning, name).name

    one, other = (text(file, "text", f"text {number}") for number, file in enumerate(asked.texts, 1))
    reviews, roles = text(asked.sentiment, "reviews", "reviews"), text(asked.roles, "roles", "roles")
    sentiment = Input(reviews, "labels")
    return {
        PAIRS[0]: (sentiment, Input(reviews)),
        PAIRS[1]: (Input(one), Input(other)),
        PAIRS[2]: (sentiment, Input(roles, "tags")),
    }


def _measured(kept: Kept, pair: str, inputs: tuple[Input, Input], asked: argparse.Namespace) -> list[str]:
    """A row for each of the two. What is compiled serves all seeds, so these are made one after the other."""
    seeds = range(asked.seeds)
    chosen = SHAPES[pair] | ({"steps": asked.steps} if asked.steps else {})
    settings = FineTuning().with_settings({**chosen, **dict(each.split("=", 1) for each in asked.settings)})
    settings = settings.with_settings({"validate_every": max(1, chosen["steps"] // 2)})
    runs = [
        kept.run(_name(pair, settings, seed, asked), partial(_begin, kept, inputs, settings, seed, asked))
        for seed in seeds
    ]
    for key in runs[0].keys:
        for run in runs:
            kept.say(f"{run.name}: {key} alone")
            last(train_alone(kept.services, run, key))
    found = [kept.figure(run.name, partial(_gains, kept, run)) for run in runs]
    return [_row(pair, [Found(**each[number]) for each in found]) for number in range(len(inputs))]


def _name(pair: str, settings: FineTuning, seed: int, asked: argparse.Namespace) -> str:
    return ", ".join((pair, asked.model, f"{settings.steps} steps", f"seed {seed}", *asked.settings))


def _begin(
    kept: Kept, inputs: tuple[Input, Input], settings: FineTuning, seed: int, asked: argparse.Namespace, name: str
) -> Training:  # fmt: skip
    first, *beside = inputs
    model, seeded = kept.services.models.named(asked.model), settings.with_settings({"seed": seed})
    return kept.services.training.train(first.corpus, model, seeded, name, task=first.task, beside=beside)


def _gains(kept: Kept, run: Run) -> list[dict[str, Any]]:
    gains = last(learn_alone(kept.services, run.name))
    whats = (f"{gain.input.task.replace('_', ' ')} of {gain.input.corpus}" for gain in gains)
    return [
        asdict(Found(what, gain.figure, gain.together, gain.alone, gain.has_helped))
        for what, gain in zip(whats, gains, strict=True)
    ]


def _row(pair: str, found: Sequence[Found]) -> str:
    differences = [each.together - each.alone for each in found]
    spread = statistics.stdev(differences) if len(differences) > 1 else 0.0
    together, alone = (statistics.mean(getattr(each, name) for each in found) for name in ("together", "alone"))
    helped, harmed = (sum(each.helped is verdict for each in found) for verdict in (True, False))
    ratio = together / alone if alone else math.nan  # of roles nothing may be told yet
    what, unit = f"{pair}: {found[0].what}", UNITS[found[0].figure]
    return (
        f"| {what} | {unit} | {together:.4f} ({ratio:.3f} ×) | {alone:.4f}"
        f" | {statistics.mean(differences):+.4f} ± {spread:.4f} | {helped}, {harmed} of {len(found)} |"
    )


if __name__ == "__main__":
    main()
