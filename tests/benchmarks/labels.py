"""What pretraining is worth where texts are labelled, beside what their words alone tell.

    python -m tests.benchmarks.labels FILE … [--models starter-en] [--labels 100 all] [--seeds 5] [--steps 200]

Each file is imported as the program does it by itself and learnt from with each number of labels: from the pretrained
model, from that model after it has read the text without its labels, and from random weights; of classes also with a
head that learns alone, on the model as it is or after it has read the text. All are measured on the test part, on which
nothing was chosen. The labels that are learnt from are the same for each seed, which draws the batches and, but for a
head alone, the head. The last column is what a bag of words with a logistic regression reaches with
the same labels; it is the program's own, which a test holds against scikit-learn's. Of tags and roles the figure is the
F1 of spans, and the last column takes for each word the tag that it mostly has.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import ImportOptions, LabelsIn, Reading
from workbench.values.labels import LabelKind
from workbench.values.methods import Method
from workbench.values.model_ref import ModelRef, OfRun, Scratch
from workbench.values.run import Run

PRETRAINED, READ, RANDOM = "pretrained", "after reading the text", "random weights"
ALONE, ALONE_READ = "head alone", "head alone, after reading"
STARTS = (PRETRAINED, READ, RANDOM, ALONE, ALONE_READ)
READING = {"steps": 300, "batch_size": 8, "context_length": 256, "validate_every": 100}  # of the text without labels


@dataclass(frozen=True)
class Reached:
    figure: float
    words_alone: float
    seconds: float


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
        services = Workbench(project)
        for file in asked.files:
            options = ImportOptions(reading=Reading(label=asked.column, labels=LabelsIn(asked.labels_in)))
            corpus = last(services.texts.import_corpus([file], None, options))
            if corpus.contents.labels is None:
                raise SystemExit(f"{file.name} has no labels: {corpus.contents.without_labels}")
            for model in asked.models:
                print(_headline(corpus, model), flush=True)
                for count in asked.labels:
                    for start in asked.starts:
                        found = list(_reached(services, corpus, model, count, start, asked))
                        print(f"  {count:>6} labels, {start:>25}: {_line(found)}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--models", nargs="+", default=["starter-en"])
    parser.add_argument("--labels", nargs="+", default=["100", "all"])
    parser.add_argument("--starts", nargs="+", default=list(STARTS), choices=STARTS)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="settings")
    parser.add_argument("--column", default="", help="of a table, the column of its labels")
    parser.add_argument("--labels-in", default=LabelsIn.AUTO, choices=list(LabelsIn))
    return parser.parse_args()


def _headline(corpus: Corpus, model: str) -> str:
    labels = corpus.contents.labels
    assert labels is not None
    parts = " / ".join(f"{labels.examples[split]:,}" for split in Split)
    return f"{corpus.name} ({parts} examples, {len(labels.classes)} {labels.kind}), {model}"


def _reached(
    services: Workbench, corpus: Corpus, model: str, count: str, start: str, asked: argparse.Namespace
) -> Iterator[Reached]:
    labels = corpus.contents.labels
    assert labels is not None
    share = 1.0 if count == "all" else min(1.0, int(count) / (labels.examples[Split.TRAIN] - labels.unlabelled))
    task = "labels" if labels.kind is LabelKind.CLASSES else "tags"
    for seed in range(asked.seeds):
        chosen: dict[str, object] = {
            "batch_size": 32,
            "context_length": 64,
            "steps": asked.steps,
            "text_share": share,
            "seed": seed,
        }
        if start in (ALONE, ALONE_READ):
            chosen["method"] = Method.HEAD
        settings = FineTuning().with_settings({**chosen, **dict(each.split("=", 1) for each in asked.settings)})
        base = _base(services, corpus, model, start)
        clock = time.perf_counter()
        run = last(services.training.train(corpus.name, base, settings, task=task))
        seconds = time.perf_counter() - clock
        found = last(services.labelling.evaluate(OfRun(run.id), corpus.name, Split.TEST))
        words = last(services.baselines.words(run, corpus.name, Split.TEST))
        is_of_texts = labels.kind is LabelKind.CLASSES
        figures = [each.accuracy if is_of_texts else each.micro_f1 for each in (found, words.evaluation)]
        yield Reached(figures[0], figures[1], seconds)


def _base(services: Workbench, corpus: Corpus, model: str, start: str) -> ModelRef:
    if start in (PRETRAINED, ALONE):
        return services.models.named(model)
    if start == RANDOM:
        return Scratch(services.models.named(model))
    name = f"{model} on {corpus.name}"
    run: Run | None = services.project.runs.find(name)
    if run is None:
        settings = FineTuning().with_settings(READING)
        run = last(services.training.train(corpus.name, services.models.named(model), settings, name))
    return OfRun(run.id)


def _line(found: Sequence[Reached]) -> str:
    figures = [100 * each.figure for each in found]
    spread = statistics.stdev(figures) if len(figures) > 1 else 0.0
    words = statistics.mean(100 * each.words_alone for each in found)
    seconds = statistics.median(each.seconds for each in found)
    return f"{statistics.mean(figures):5.1f} % ± {spread:.1f} ({words:.1f} % words alone), {seconds:.0f} s a run"


if __name__ == "__main__":
    main()
