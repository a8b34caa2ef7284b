"""What pretraining is worth where texts are labelled, beside what their words alone tell.

    python -m tests.benchmarks.labels FILE … [--models starter-en] [--labels 100 all] [--seeds 5] [--keep FOLDER]

Each file is imported as the program does it by itself and learnt from with each number of labels: from the pretrained
model, from that model after it has read the text without its labels, and from random weights; also with a
head that learns alone on each of these. All are measured on the test part, on which nothing was chosen. The labels that
are learnt from are the same for each seed, which draws the batches and, but for a head alone, the head. The last column
is what a bag of words with a logistic regression reaches with the same labels; it is the program's own, which a test
holds against scikit-learn's. Of tags and roles the figure is the F1 of spans, and the last column takes for each word
the tag that it mostly has.

A head alone learns as in a run of the program, but what the model says of each text is found out once for all numbers
of labels and all seeds, and no checkpoint is written. What is finished is kept in FOLDER, and found there the next
time. With `--most N` so many labelled texts are drawn of each file, the same each time: six tenths of them to learn
from, one to choose by, and three to measure on.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from tests.benchmarks.kept_runs import Kept, keeping
from tests.benchmarks.label_heads import Heads
from workbench.corpora.encoded_examples import share_of
from workbench.corpora.labelled import examples
from workbench.ground.generators import last
from workbench.measuring.label_baseline import told_by_words
from workbench.measuring.label_evaluation import About, baseline_protocol, measured
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import ImportOptions, LabelsIn, Reading
from workbench.values.labelling import LabelEvaluation
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.methods import Method
from workbench.values.model_ref import ModelRef, OfRun, Scratch

PRETRAINED, READ, RANDOM = "pretrained", "after reading the text", "random weights"
ALONE, ALONE_READ, ALONE_RANDOM = (f"head alone, {each}" for each in (PRETRAINED, READ, RANDOM))
STARTS = (PRETRAINED, READ, RANDOM, ALONE, ALONE_READ, ALONE_RANDOM)
READING = {"batch_size": 8, "context_length": 256, "validate_every": 50}  # of the text without labels
WORDS = "words alone"


def main() -> None:
    asked = _arguments()
    with keeping(asked.keep) as kept:
        rows = [row for file in asked.files for row in _rows(kept, _corpus(kept, file, asked), asked)]
    starts = [start for start in asked.starts if any(start in row for row in rows)]
    print("\n| text, model | labels |", " | ".join([*starts, WORDS]), "|")
    print("| --- " * (3 + len(starts)) + "|")
    for row in rows:
        print("|", " | ".join(row.get(each, "") for each in ("text", "labels", *starts, WORDS)), "|")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--models", nargs="+", default=["starter-en"])
    parser.add_argument("--labels", nargs="+", default=["100", "all"])
    parser.add_argument("--starts", nargs="+", default=list(STARTS), choices=STARTS)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--reading", type=int, default=100, help="steps in which the text is read without its labels")
    parser.add_argument("--most", type=int, help="examples of each text")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="settings")
    parser.add_argument("--column", default="", help="of a table, the column of its labels")
    parser.add_argument("--labels-in", default=LabelsIn.AUTO, choices=list(LabelsIn))
    return parser.parse_args()


def _corpus(kept: Kept, file: Path, asked: argparse.Namespace) -> Corpus:
    options = ImportOptions(reading=Reading(label=asked.column, labels=LabelsIn(asked.labels_in)))
    corpus = kept.text(file, file.stem, options)
    if corpus.contents.labels is None:
        raise SystemExit(f"{file.name} has no labels: {corpus.contents.without_labels}")
    if not asked.most or corpus.contents.labels.kind is not LabelKind.CLASSES:
        return corpus
    name = f"{asked.most} of {file.stem}"
    every = [each for split in Split for each in examples(corpus, split) if each.labels]
    drawn = random.Random(0).sample(every, min(asked.most, len(every)))
    learnt, chosen_by = 6 * len(drawn) // 10, 7 * len(drawn) // 10
    (kept.folder / name).mkdir(exist_ok=True)
    for split, part in zip(Split, (drawn[:learnt], drawn[learnt:chosen_by], drawn[chosen_by:]), strict=True):
        with (kept.folder / name / f"{split}.csv").open("w", encoding="utf-8", newline="") as stream:
            table = csv.writer(stream)
            table.writerow(["label", "text"])
            table.writerows((each.labels[0], each.text) for each in part)
    return kept.text(kept.folder / name, name, ImportOptions(reading=Reading(label="label")))


def _rows(kept: Kept, corpus: Corpus, asked: argparse.Namespace) -> Iterator[dict[str, str]]:
    labels = corpus.contents.labels
    assert labels is not None
    learnt = labels.examples[Split.TRAIN] - labels.unlabelled
    told = "".join(f", {each}" for each in asked.settings)
    for model in asked.models:
        heads = cache(partial(_heads, kept, corpus, model, asked))
        for count in asked.labels:
            share = 1.0 if count == "all" else min(1.0, int(count) / learnt)
            row = {"text": f"{corpus.name}, {model}", "labels": f"{learnt:,}" if share == 1 else count}
            for start in asked.starts:
                find = partial(_run, kept, corpus, model, start, share, asked)
                if start in (ALONE, ALONE_READ, ALONE_RANDOM):
                    find = partial(_head, heads, start, share)
                row[start] = _line([
                    kept.figure(f"{corpus.name}, {model}, {count}, {start}{told}, seed {seed}", partial(find, seed))
                    for seed in range(asked.seeds)
                ])  # fmt: skip
            words = kept.figure(f"{corpus.name}, {count}, {WORDS}", partial(_words, corpus, share))
            yield {**row, WORDS: _line([words])}


def _run(
    kept: Kept, corpus: Corpus, model: str, start: str, share: float, asked: argparse.Namespace, seed: int
) -> float:
    """On the test part, of a run of the program."""
    assert corpus.contents.labels is not None
    task = "labels" if corpus.contents.labels.kind is LabelKind.CLASSES else "tags"
    base, settings = _base(kept, corpus, model, start, asked), _settings(asked, text_share=share, seed=seed)
    run = last(kept.services.training.train(corpus.name, base, settings, task=task))
    found = _figure(last(kept.services.labelling.evaluate(OfRun(run.id), corpus.name, Split.TEST)))
    kept.services.project.runs.delete(run)
    return found


def _heads(kept: Kept, corpus: Corpus, model: str, asked: argparse.Namespace, start: str) -> Heads:
    base, name = _base(kept, corpus, model, start, asked), f"{corpus.name}, {model}, {start}"
    return Heads(kept, corpus, base, name, _settings(asked, method=Method.HEAD))


def _head(heads: partial[Heads], start: str, share: float, seed: int) -> float:
    return heads(start).right(share, seed)


def _settings(asked: argparse.Namespace, **more: object) -> FineTuning:
    own = dict(each.split("=", 1) for each in asked.settings)
    chosen = {"batch_size": 32, "context_length": 64, "steps": asked.steps, **more, **own}
    return FineTuning().with_settings(chosen)


def _base(kept: Kept, corpus: Corpus, model: str, start: str, asked: argparse.Namespace) -> ModelRef:
    found = kept.services.models.named(model)
    if start in (PRETRAINED, ALONE):
        return found
    if start in (RANDOM, ALONE_RANDOM):
        return Scratch(found)
    settings = FineTuning().with_settings({**READING, "steps": asked.reading})
    train = kept.services.training.train
    name = f"{model} on {corpus.name}, {asked.reading} steps"
    return OfRun(kept.run(name, lambda called: train(corpus.name, found, settings, called)).id)


def _words(corpus: Corpus, share: float) -> float:
    """What words alone tell of the test part, from the same examples."""
    assert corpus.contents.labels is not None
    labels = LabelSet.of(corpus.contents.labels, Split.TRAIN)
    of_part = {split: [each for each in examples(corpus, split) if each.labels] for split in Split}
    learnt, asked = share_of(of_part[Split.TRAIN], labels, share), of_part[Split.TEST]
    chances = last(told_by_words(labels.kind, labels.names, learnt, asked, several=labels.several))
    protocol = baseline_protocol(corpus, Split.TEST, len(asked), len(learnt))
    about = About.of("", labels, corpus, Split.TEST, protocol)
    return _figure(measured(about, asked, labels.names, chances).evaluation)


def _figure(found: LabelEvaluation) -> float:
    return found.accuracy if found.kind is LabelKind.CLASSES else found.micro_f1


def _line(found: list[float]) -> str:
    figures = [100 * each for each in found]
    spread = f" ± {statistics.stdev(figures):.1f}" if len(figures) > 1 else ""
    return f"{statistics.mean(figures):.1f} %{spread}"


if __name__ == "__main__":
    main()
