"""What a model that has learnt labels says of texts, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.messages.message import Message
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind
from workbench.values.measurement import CalibrationBin

EVEN = 0.5  # of several labels for one text, those are said that are likelier than not


@dataclass(frozen=True)
class LabelChance:
    label: str
    probability: float  # of several labels for one text, each on its own


@dataclass(frozen=True)
class LabelledText:
    text: str
    labels: tuple[LabelChance, ...]  # every class, the likeliest first

    def said(self, *, several: bool) -> tuple[str, ...]:
        """What it is held to be: the likeliest class, or of several labels all that are likelier than not."""
        if several:
            return tuple(chance.label for chance in self.labels if chance.probability > EVEN)
        return tuple(chance.label for chance in self.labels[:1])


@dataclass(frozen=True)
class WordWeight:
    """How a word spoke for a class: by how much the class is less likely when it is left out."""

    start: int  # characters into the text
    end: int
    change: float  # of the probability; below 0 for a word that spoke against the class


@dataclass(frozen=True)
class TaggedWord:
    word: str
    tag: str
    probability: float


@dataclass(frozen=True)
class TaggedText:
    text: str
    words: tuple[TaggedWord, ...]
    predicate: int | None = None  # of roles, which of the words they are seen from


@dataclass(frozen=True)
class ClassFigures:
    """How well one class is told; of tags, the spans of one kind, as conlleval counts them."""

    label: str
    precision: float
    recall: float
    f1: float
    support: int  # examples (or spans) that are of the class


def most_frequent(classes: Sequence[ClassFigures], most: int) -> tuple[ClassFigures, ...]:
    """At most so many of them, in the order that they have."""
    order = sorted(range(len(classes)), key=lambda number: -classes[number].support)
    return tuple(classes[number] for number in sorted(order[:most]))


@dataclass(frozen=True)
class Mistake:
    """A text that was held to be something else, and how sure of that the model was."""

    text: str
    label: str  # of several labels for one text, all of them
    said: str
    probability: float  # of several labels, of the one that it was most wrongly sure of
    start: int = 0  # of TAGS and ROLES, where the word stands in the text, in characters
    end: int = 0


@dataclass(frozen=True)
class Confused:
    """How often one class was held to be another."""

    label: str
    said: str
    count: int


@dataclass(frozen=True)
class LabelEvaluation:
    """How well a model tells the labels of a split; all figures are of the same examples."""

    model: str  # empty for what was told without a network
    corpus: str
    split: Split
    kind: LabelKind
    examples: int
    loss: float  # nats: of an example, of TAGS and ROLES of a word, of several labels of each of an example
    accuracy: float  # share of examples, or of words; of several labels, of examples that have exactly those said
    macro_f1: float  # mean over the classes that the split has; of spans over their kinds
    micro_f1: float  # of spans, what conlleval prints; of one class for each text, the accuracy
    classes: tuple[ClassFigures, ...]
    # Row: what it is, column: what was said; in the order of `classes`. Of TAGS and ROLES it counts words, with those
    # that are in no span last; of several labels for one text there is none, nor of more than a hundred classes.
    confusion: tuple[tuple[int, ...], ...]
    calibration: tuple[CalibrationBin, ...]
    calibration_error: float
    mistakes: tuple[Mistake, ...]  # the most confident ones first
    interval: tuple[float, float]  # within which the accuracy (of spans: the micro F1) lies, 95 %
    protocol: Message
    text: str  # SHA-256 of the corpus's labelled examples
    # Where there are too many classes for a matrix, what was most often taken for what, and how many other pairs were.
    confused: tuple[Confused, ...] = ()
    confused_further: int = 0
