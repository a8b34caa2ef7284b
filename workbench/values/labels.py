"""What texts are labelled with: classes of whole texts, tags of words, roles of words beside a predicate, or who says
each turn of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SYSTEM, USER, ASSISTANT, TOOL = "system", "user", "assistant", "tool"  # who speaks, as everybody calls it
OUTSIDE = "O"  # the tag of a word that is in no span; others are B-KIND where a span begins, and I-KIND in it


class LabelKind(StrEnum):
    CLASSES = "classes"  # of a whole text
    TAGS = "tags"  # of each word
    ROLES = "roles"  # of each word, as seen from one predicate
    TURNS = "turns"  # of each turn of a conversation: who says it

    @property
    def is_of_words(self) -> bool:
        return self in (LabelKind.TAGS, LabelKind.ROLES)


@dataclass(frozen=True)
class Example:
    """A text with its labels."""

    text: str
    labels: tuple[str, ...] = ()  # its classes, none where nobody labelled it; else one for each word or turn
    words: tuple[str, ...] = ()  # of TAGS and ROLES; `text` is made of them
    predicate: int | None = None  # of ROLES, which of the words it is
    given: tuple[str, ...] | None = None  # its labels before they were renamed, where these were others
    turns: tuple[str, ...] = ()  # of TURNS, what is said in each; `text` is made of them


@dataclass(frozen=True)
class Contradiction:
    """A text that stands there more than once, with different classes."""

    text: str  # its beginning
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """What a corpus is labelled with; the examples lie in its folder (see corpora/labelled.py)."""

    kind: LabelKind
    classes: tuple[str, ...]  # every label that there is, the most frequent first; of TAGS and ROLES tags such as B-NP
    examples: Mapping[str, int]  # of each Split; also those without a label
    # Of each Split and class, examples; of TAGS and ROLES, spans of each kind; of TURNS, turns of each role.
    counts: Mapping[str, Mapping[str, int]]
    sha256: str  # of the three files
    several: bool = False  # whether a text may have more than one class
    unlabelled: int = 0  # texts without a class: they are read, and not learnt from as labels
    contradicting: int = 0  # texts that stand there more than once, with different classes
    contradictions: tuple[Contradiction, ...] = ()  # the first of them
    renamed: Mapping[str, str] = field(default_factory=dict)  # what was merged, renamed or, to "", left out
    repeated: int = 0  # of TURNS, conversations that stand there more than once


@dataclass(frozen=True)
class LabelSet:
    """What a run learns to tell apart. It is kept with the run, whatever becomes of its text."""

    kind: LabelKind
    names: tuple[str, ...]
    counts: tuple[int, ...]  # of CLASSES, how many examples of each there are to learn from; else empty
    examples: int  # to learn from
    several: bool = False

    @property
    def is_of_words(self) -> bool:
        return self.kind.is_of_words

    @classmethod
    def of(cls, labels: Labels, training: str) -> LabelSet:
        """Of a text, whose part to learn from is called `training`."""
        found = labels.counts.get(training, {})
        counts = tuple(found.get(name, 0) for name in labels.classes) if labels.kind is LabelKind.CLASSES else ()
        examples = max(1, labels.examples.get(training, 0) - labels.unlabelled)
        return cls(labels.kind, labels.classes, counts, examples, labels.several)
