"""What a model that has learnt labels says of texts, and how well."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.messages.message import Message
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind
from workbench.values.measurement import CalibrationBin


@dataclass(frozen=True)
class LabelChance:
    label: str
    probability: float  # of several labels for one text, each on its own


@dataclass(frozen=True)
class LabelledText:
    text: str
    labels: tuple[LabelChance, ...]  # every class, the likeliest first


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
class ClassFigures:
    """How well one class is told; of tags, the spans of one kind, as conlleval counts them."""

    label: str
    precision: float
    recall: float
    f1: float
    support: int  # examples (or spans) that are of the class


@dataclass(frozen=True)
class Mistake:
    """A text that was held to be something else, and how sure of that the model was."""

    text: str
    label: str
    said: str
    probability: float


@dataclass(frozen=True)
class LabelEvaluation:
    """How well a model tells the labels of a split; all figures are of the same examples."""

    model: str
    corpus: str
    split: Split
    kind: LabelKind
    examples: int
    loss: float  # nats: of an example, of TAGS and ROLES of a word
    accuracy: float  # share of examples, or of words
    macro_f1: float  # mean over the classes that the split has; of spans over their kinds
    micro_f1: float  # of spans, what conlleval prints; of one class for each text, the accuracy
    classes: tuple[ClassFigures, ...]
    confusion: tuple[tuple[int, ...], ...]  # row: what it is, column: what was said; in the order of `classes`
    calibration: tuple[CalibrationBin, ...]
    calibration_error: float
    mistakes: tuple[Mistake, ...]  # the most confident ones first
    interval: tuple[float, float]  # within which the accuracy (of spans: the micro F1) lies, 95 %
    protocol: Message
    text: str  # SHA-256 of the corpus's text and labels
