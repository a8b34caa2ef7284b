"""Whether learning together helps: several things at once against each of them alone, on the same examples.

    python -m tests.benchmarks.together TASK=FILE TASK=FILE [--model starter-en] [--seeds 5] [--steps 300]

TASK is next_word, labels or tags. Alone, each learns for as many of its own steps as it had together. All are measured
on the validation part; of next words the figure is bits per byte, of classes the share that is right, of tags the F1
of spans. A run is counted where its difference is clear of zero by the bounds that the program gives it.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections import defaultdict
from pathlib import Path

from workbench.experiments.alone import Gain, learn_alone
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import Input


def main() -> None:
    asked = _arguments()
    gains: dict[str, list[Gain]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
        services = Workbench(project)
        inputs = [_input(services, each) for each in asked.inputs]
        first, *beside = inputs
        for seed in range(asked.seeds):
            chosen = {"steps": asked.steps, "batch_size": 16, "context_length": 64, "seed": seed}
            settings = FineTuning().with_settings({**chosen, **dict(each.split("=", 1) for each in asked.settings)})
            model = services.models.named(asked.model)
            train = services.training.train(first.corpus, model, settings, task=first.task, beside=beside)
            for gain in last(learn_alone(services, last(train).name)):
                gains[f"{gain.input.task} of “{gain.input.corpus}”, {gain.figure}"].append(gain)
            print(f"seed {seed}: {', '.join(f'{gain.together:.4f}/{gain.alone:.4f}' for gain in gain_row(gains))}")
    for name, found in gains.items():
        print(f"{name}: {_line(found)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("inputs", nargs="+", metavar="TASK=FILE")
    parser.add_argument("--model", default="starter-en")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="settings")
    return parser.parse_args()


def _input(services: Workbench, typed: str) -> Input:
    task, _, file = typed.partition("=")
    known = {corpus.contents.sources[0].path: corpus.name for corpus in services.project.corpora.every()}
    path = Path(file).resolve()
    if path not in known:
        return Input(last(services.texts.import_corpus([path])).name, task)
    return Input(known[path], task)


def gain_row(gains: dict[str, list[Gain]]) -> list[Gain]:
    """The newest of each."""
    return [found[-1] for found in gains.values()]


def _line(found: list[Gain]) -> str:
    differences = [gain.together - gain.alone for gain in found]
    spread = statistics.stdev(differences) if len(differences) > 1 else 0.0
    helped, harmed = (sum(gain.has_helped is verdict for gain in found) for verdict in (True, False))
    return (
        f"together {statistics.mean(gain.together for gain in found):.4f}, alone"
        f" {statistics.mean(gain.alone for gain in found):.4f}, difference {statistics.mean(differences):+.4f}"
        f" ± {spread:.4f}; clearly better in {helped} of {len(found)}, clearly worse in {harmed}"
    )


if __name__ == "__main__":
    main()
