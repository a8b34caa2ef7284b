"""How well a model tells labels, from the probabilities that it gives them: the figures that the field reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from workbench.corpora.labelled import word_spans
from workbench.measuring.bootstrap import combination
from workbench.measuring.calibration import Calibration
from workbench.measuring.label_counts import LabelCounts, of_classes, of_several, of_spans
from workbench.measuring.shares import between
from workbench.measuring.spans import kinds_of, parted
from workbench.messages.message import Count, Message, as_list, message
from workbench.values.corpus import Corpus, Split
from workbench.values.labelling import EVEN, Confused, LabelEvaluation, Mistake
from workbench.values.labels import Example, LabelKind, LabelSet

MISTAKES = 50
MOST_CLASSES = 100  # that a matrix is made of: one of thousands has millions of cells, nearly all of them 0
MOST_CONFUSED = 200  # pairs of classes
_LEAST = float(np.finfo(np.float32).tiny)  # of a probability: one that was rounded to 0 costs 87 nats


@dataclass(frozen=True)
class About:
    """What was measured, on what, and how."""

    model: str
    corpus: str
    split: Split
    kind: LabelKind
    several: bool
    protocol: Message
    text: str  # SHA-256 of the corpus's labelled examples

    @classmethod
    def of(cls, model: str, labels: LabelSet, corpus: Corpus, split: Split, protocol: Message) -> About:
        digest = corpus.contents.labels.sha256 if corpus.contents.labels else corpus.contents.sha256
        return cls(model, corpus.name, split, labels.kind, labels.several, protocol, digest)


@dataclass(frozen=True, eq=False)
class MeasuredLabels:
    evaluation: LabelEvaluation
    counts: LabelCounts  # of each example, to compare models on them


@dataclass(frozen=True)
class _Confusion:
    """What was said for what: all of it, or of many classes what was most often wrong."""

    matrix: tuple[tuple[int, ...], ...] = ()
    pairs: tuple[Confused, ...] = ()
    further: int = 0


@dataclass(frozen=True, eq=False)
class _Figures:
    """Of any kind of labels, what is not a quotient of the counts."""

    names: Sequence[str]
    counts: LabelCounts
    losses: np.ndarray
    confusion: _Confusion
    calibration: Calibration
    wrong: np.ndarray  # how sure of it the model was, 0 where it was right; the most confident mistakes are found by it
    mistake: Callable[[int], Mistake]


def measured(
    about: About, examples: Sequence[Example], classes: Sequence[str], chances: np.ndarray
) -> MeasuredLabels:  # fmt: skip
    """`chances` has a column for each of `classes`, and a row for each example, of TAGS and ROLES for each word.

    No example has a label that is not among the classes, and each has one.
    """
    if about.kind is not LabelKind.CLASSES:
        found = _of_tags(examples, classes, chances)
    elif about.several:
        found = _of_several(examples, classes, chances)
    else:
        found = _of_classes(examples, classes, chances)
    order = np.argsort(-found.wrong, kind="stable")[:MISTAKES]
    counts = found.counts
    evaluation = LabelEvaluation(
        model=about.model,
        corpus=about.corpus,
        split=about.split,
        kind=about.kind,
        examples=len(examples),
        loss=float(found.losses.mean()),
        accuracy=counts.accuracy,
        macro_f1=counts.macro_f1,
        micro_f1=counts.micro_f1,
        classes=counts.figures(found.names),
        confusion=found.confusion.matrix,
        calibration=found.calibration.bins,
        calibration_error=found.calibration.error,
        mistakes=tuple(found.mistake(int(place)) for place in order[found.wrong[order] > 0]),
        interval=_interval(about.kind, counts),
        protocol=about.protocol,
        text=about.text,
        confused=found.confusion.pairs,
        confused_further=found.confusion.further,
    )
    return MeasuredLabels(evaluation, counts)


def label_protocol(kind: LabelKind, corpus: Corpus, split: Split, examples: int, most: int) -> Message:
    """How a network was measured that reads `most` tokens of a text at once."""
    read = "measured.beginnings" if kind is LabelKind.CLASSES else "measured.sentences"
    return as_list([_measured_on(corpus, split, examples), message(read, most=most)])


def baseline_protocol(corpus: Corpus, split: Split, examples: int, learnt: int, *further: Message) -> Message:
    """`further` is said of how it was learnt from so many examples."""
    learnt_from = message("measured.learnt_from", count=Count(learnt))
    return as_list([_measured_on(corpus, split, examples), learnt_from, *further])


def _measured_on(corpus: Corpus, split: Split, examples: int) -> Message:
    labels = corpus.contents.labels
    digest = labels.sha256 if labels else corpus.contents.sha256
    split_name = message(f"measured.{split}")
    return message(
        "measured.labels", split=split_name, corpus=corpus.name, hash=digest[:8], examples=Count(examples)
    )  # fmt: skip


def _of_classes(examples: Sequence[Example], classes: Sequence[str], chances: np.ndarray) -> _Figures:
    numbers = {label: number for number, label in enumerate(classes)}
    true = np.array([numbers[example.labels[0]] for example in examples], np.int64)
    said, sure = chances.argmax(axis=1), chances.max(axis=1)

    def mistake(place: int) -> Mistake:
        return Mistake(examples[place].text, classes[true[place]], classes[said[place]], float(sure[place]))

    return _Figures(
        classes,
        of_classes(said, true, len(classes)),
        _losses(chances, true),
        _confusion(said, true, classes),
        _calibration(sure, said == true),
        np.where(said == true, 0.0, sure),
        mistake,
    )


def _of_several(examples: Sequence[Example], classes: Sequence[str], chances: np.ndarray) -> _Figures:
    """There is no matrix of what was said for what; the calibration is of each class of each text.

    The loss of an example is the mean over the classes, as a run's is.
    """
    true = np.array([[label in example.labels for label in classes] for example in examples], bool)
    said = chances > EVEN
    losses = -np.log(np.maximum(np.where(true, chances, 1 - chances), _LEAST)).mean(axis=1)
    wrong = np.where(said == true, 0.0, np.maximum(chances, 1 - chances)).max(axis=1)

    def mistake(place: int) -> Mistake:
        label, told = (", ".join(np.array(classes, object)[each[place]]) for each in (true, said))
        return Mistake(examples[place].text, label, told, float(wrong[place]))

    calibration = _calibration(chances.ravel(), true.ravel())
    return _Figures(classes, of_several(said, true), losses, _Confusion(), calibration, wrong, mistake)


def _of_tags(examples: Sequence[Example], classes: Sequence[str], chances: np.ndarray) -> _Figures:
    """The figures are of spans, the matrix of words by the kind of span that they are in; what is in none is last."""
    numbers = {label: number for number, label in enumerate(classes)}
    tags = [example.labels for example in examples]
    true = np.array([numbers[tag] for each in tags for tag in each], np.int64)
    said, sure = chances.argmax(axis=1), chances.max(axis=1)
    ends = np.cumsum([0, *map(len, tags)])
    said_tags = [[classes[tag] for tag in said[start:end]] for start, end in pairwise(ends)]
    kinds = kinds_of(classes)
    of_kind = {kind: number for number, kind in enumerate((*kinds, ""))}
    kind_of = np.array([of_kind[parted(tag)[1]] for tag in classes], np.int64)

    def mistake(place: int) -> Mistake:
        row = int(np.searchsorted(ends, place, side="right")) - 1
        word = word_spans(examples[row].words)[place - int(ends[row])]
        named = classes[true[place]], classes[said[place]]
        return Mistake(examples[row].text, *named, float(sure[place]), *word)

    return _Figures(
        kinds,
        of_spans(said_tags, tags, kinds),
        _losses(chances, true),
        _confusion(kind_of[said], kind_of[true], (*kinds, "")),
        _calibration(sure, said == true),
        np.where(said == true, 0.0, sure),
        mistake,
    )


def _losses(chances: np.ndarray, true: np.ndarray) -> np.ndarray:
    found: np.ndarray = -np.log(np.maximum(chances[np.arange(len(true)), true], _LEAST))
    return found


def _confusion(said: np.ndarray, true: np.ndarray, names: Sequence[str]) -> _Confusion:
    count = len(names)
    cells, times = np.unique(true.astype(np.int64) * count + said, return_counts=True)
    if count <= MOST_CLASSES:
        matrix = np.zeros(count**2, np.int64)
        matrix[cells] = times
        return _Confusion(tuple(tuple(map(int, row)) for row in matrix.reshape(count, count)))
    is_wrong = cells // count != cells % count
    cells, times = cells[is_wrong], times[is_wrong]
    order = np.argsort(-times, kind="stable")[:MOST_CONFUSED]
    pairs = (Confused(names[cells[at] // count], names[cells[at] % count], int(times[at])) for at in order)
    return _Confusion(pairs=tuple(pairs), further=len(cells) - len(order))


def _calibration(sure: np.ndarray, right: np.ndarray) -> Calibration:
    found = Calibration()
    found.add(sure, right)
    return found


def _interval(kind: LabelKind, counts: LabelCounts) -> tuple[float, float]:
    if kind is LabelKind.CLASSES:
        return between(int(counts.right.sum()), len(counts.right))
    ratio = counts.micro_f1_ratio
    if not ratio.sizes.any():
        return 0.0, 1.0  # no spans, there or said
    found = combination([(ratio, 1.0)])
    return (0.0, 1.0) if found.low is None or found.high is None else (max(0.0, found.low), min(1.0, found.high))
