"""The documents of --json that are about labels, and the table of texts that were labelled."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence
from typing import Any

from workbench.cli.documents import interval_json
from workbench.experiments.answer import of_labels
from workbench.experiments.label_comparison import LabelsBeside, LabelsCompared
from workbench.ground.escaping import in_spreadsheet, row_in_spreadsheet
from workbench.measuring.bootstrap import CONFIDENCE
from workbench.measuring.calibration import error_by_chance
from workbench.messages.rendering import render
from workbench.values.labelling import LabelEvaluation, LabelledText, TaggedText, TaggedWord

FIGURES = ("accuracy", "macro_f1", "micro_f1")


def classified_json(model: str, found: Sequence[LabelledText]) -> dict[str, Any]:
    """Of each text every class, the likeliest first."""
    return {
        "model": model,
        "texts": [
            {"text": each.text, "labels": [dataclasses.asdict(chance) for chance in each.labels]} for each in found
        ],
    }


def classified_csv(found: Sequence[LabelledText], several: bool) -> str:
    """A text a line: what it is held to be, and the probability of each class; of several labels those above ½.

    A text stays as it is, for whoever reads it again; a name that a spreadsheet would take for a formula begins with an
    apostrophe.
    """
    names = sorted({chance.label for each in found for chance in each.labels})
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(row_in_spreadsheet(("text", "label", *names)))
    for each in found:
        chances = {chance.label: chance.probability for chance in each.labels}
        said = each.said(several=several)
        table.writerow((each.text, in_spreadsheet(", ".join(said)), *(f"{chances[name]:.6f}" for name in names)))
    return written.getvalue()


def tagged_json(model: str, found: Sequence[TaggedWord]) -> dict[str, Any]:
    return {"model": model, "words": [dataclasses.asdict(each) for each in found]}


def tagged_texts_json(model: str, found: Sequence[TaggedText]) -> dict[str, Any]:
    return {"model": model, "texts": [dataclasses.asdict(each) for each in found]}


def tagged_csv(found: Sequence[TaggedText]) -> str:
    """A word a line, with the number of its text; of roles also whether it is the predicate."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    are_roles = any(each.predicate is not None for each in found)
    table.writerow(("number", "word", "tag", "probability", *(["predicate"] if are_roles else [])))
    for number, each in enumerate(found, start=1):
        for place, word in enumerate(each.words):
            own = [int(place == each.predicate)] if are_roles else []
            table.writerow((number, word.word, word.tag, f"{word.probability:.6f}", *own))
    return written.getvalue()


def compared_json(task: str, found: LabelsCompared) -> dict[str, Any]:
    """The evaluation, what words alone tell under "baseline", and under "base" what was before where that was asked
    for; differences are of the run less the other."""
    document = {"task": task, "answer": render(of_labels(found).said), **label_evaluation_json(found.evaluation)}
    document["baseline"] = None if found.words is None else _beside_json(found.words)
    if found.before is not None:
        document["base"] = _beside_json(found.before)
    return document


def label_evaluation_json(found: LabelEvaluation) -> dict[str, Any]:
    """In "confusion" each label has a row, in the order of "labels", of how often which was said of it.

    Of tags it counts words, with those in no span last. Of more than a hundred classes it is empty, and "confused" has
    what was most often held to be what, the most frequent first, "confused_further" how many other pairs were.
    """
    return {
        "model": found.model,
        "corpus": found.corpus,
        "split": found.split,
        "kind": found.kind,
        "examples": found.examples,
        "loss": found.loss,
        "accuracy": found.accuracy,
        "macro_f1": found.macro_f1,
        "micro_f1": found.micro_f1,
        "between": found.interval,
        "labels": {
            each.label: {
                "precision": each.precision, "recall": each.recall, "f1": each.f1, "support": each.support,
            }
            for each in found.classes
        },
        "confusion": found.confusion,
        "confused": [dataclasses.asdict(each) for each in found.confused],
        "confused_further": found.confused_further,
        "calibration": [dataclasses.asdict(each) for each in found.calibration],
        "calibration_error": found.calibration_error,
        "calibration_error_by_chance": error_by_chance(found.calibration),
        "mistakes": [dataclasses.asdict(each) for each in found.mistakes],
        "protocol": render(found.protocol),
        "text": found.text,
    }  # fmt: skip


def _beside_json(found: LabelsBeside) -> dict[str, Any]:
    return {
        "is": found.other,
        "model": found.evaluation.model or None,
        **{name: getattr(found.evaluation, name) for name in ("loss", *FIGURES)},
        "difference": {
            **{name: interval_json(getattr(found, name)) for name in FIGURES},
            "confidence": CONFIDENCE,
        },
        "protocol": render(found.evaluation.protocol),
    }
