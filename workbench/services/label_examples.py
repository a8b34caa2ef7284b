"""What a run of labels tells apart, and the examples of a text that it can be measured on."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.corpora.labelled import examples
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.tasks.registry import task_of
from workbench.tasks.together import Together
from workbench.values.corpus import Corpus, Split
from workbench.values.labels import Example, LabelKind, LabelSet
from workbench.values.run import Run

_SHOWN = 5  # classes that a sentence names


def labels_of(run: Run, of_words: bool | None = None, part: str = "") -> LabelSet:
    """What it tells apart; of one that tells several things, those of `part`, or of words or of whole texts where that
    is said.

    Raises KnownError("labels.not_learnt") for a run that learnt something else, and those of `task_of`.
    """
    task = task_of(run)
    found = task.labelled(of_words, part).task.labels if isinstance(task, Together) else task.labels
    if found is None:
        raise KnownError("labels.not_learnt", name=run.name)
    return found


def part_learnt_from(run: Run, corpus: Corpus) -> str:
    """The part of a run that learnt the labels of that text; empty where there is none, or it learnt one thing."""
    there = corpus.contents.labels
    if there is None or there.kind is LabelKind.TURNS or len(run.inputs) < 2:
        return ""
    task = "labels" if there.kind is LabelKind.CLASSES else "tags"
    found = (
        key for key, each in zip(run.keys, run.inputs, strict=True) if (each.corpus, each.task) == (corpus.name, task)
    )
    return next(found, "")


def same_part(run: Run | None, part: str, other: Run | None) -> str:
    """What `other` calls the labels that `run` calls `part`; empty where it has not learnt them among several."""
    if not part or run is None or other is None or len(other.inputs) < 2:
        return ""
    wanted, known = run.input_of(part), zip(other.keys, other.inputs, strict=True)
    return next((key for key, each in known if (each.task, each.corpus) == (wanted.task, wanted.corpus)), "")


def told_examples(name: str, labels: LabelSet, corpus: Corpus, split: Split) -> Sequence[Example]:
    """Those of a split that have a label.

    Raises KnownError where the model of that name cannot tell them: corpus.no_labels, corpus.no_tags, labels.several,
    labels.other_classes, labels.none_there.
    """
    there = corpus.contents.labels
    is_spoken = there is not None and there.kind is LabelKind.TURNS
    if there is None or is_spoken or (there.kind is LabelKind.CLASSES) is not (labels.kind is LabelKind.CLASSES):
        is_of_texts = labels.kind is LabelKind.CLASSES
        raise KnownError("corpus.no_labels" if is_of_texts else "corpus.no_tags", name=corpus.name)
    if (there.kind is LabelKind.ROLES) is not (labels.kind is LabelKind.ROLES):
        raise KnownError("labels.other_kind", name=name, corpus=corpus.name)
    if there.several and not labels.several:
        raise KnownError("labels.several", name=name, corpus=corpus.name)
    found = [example for example in examples(corpus, split) if example.labels]
    unknown = tuple(dict.fromkeys(label for example in found for label in example.labels if label not in labels.names))
    if unknown:
        named = {"name": name, "corpus": corpus.name}
        raise KnownError("labels.other_classes", **named, classes=unknown[:_SHOWN], count=len(unknown))
    if not found:
        raise KnownError("labels.none_there", corpus=corpus.name, split=message(f"measured.{split}"))
    return found
