"""A model's card: what a person needs to know before choosing it, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.messages.message import Message
from workbench.models.sources.label_head import LabelHead
from workbench.values.methods import Method
from workbench.values.model_ref import Bundled, Folder, Hub, Scratch
from workbench.values.network_kind import NetworkKind


class Origin(StrEnum):
    BUNDLED = "bundled"  # comes with the program
    FOLDER = "folder"  # a folder of the person's own
    HUB = "hub"  # in the Hugging Face cache on this computer
    ARCHITECTURE = "architecture"  # only a shape: learns from scratch


class Fit(StrEnum):
    """Whether a model can be fine-tuned on this computer."""

    FITS = "fits"
    TIGHT = "tight"
    DOES_NOT_FIT = "does_not_fit"


@dataclass(frozen=True)
class Addition:
    """What lies in the folder of a model that is an addition to another one: an adapter."""

    base: str  # what its authors called that one
    rank: int  # of its pairs of matrices


@dataclass(frozen=True)
class PretrainedModel:
    """Something to start from."""

    ref: Bundled | Folder | Hub | Scratch
    name: str
    origin: Origin
    folder: Path | None  # None for an architecture without a tokenizer of its own
    kind: NetworkKind
    parameters: int
    context_length: int  # tokens
    vocabulary: int  # tokens; 0 where the vocabulary comes from the text
    languages: tuple[str, ...]  # ISO 639-1
    licence: str
    trained_on: str | Message  # one sentence; a message where it is one of the program's
    size_bytes: int  # of the weights on disk
    from_scratch: bool  # starts with random weights
    head: LabelHead | None = None  # of one that tells labels in place of next words
    quantisation: str = ""  # in which kind of few bits its weights lie on disk, such as “Q4_K”
    addition: Addition | None = None  # of one whose weights are those of another model and what is added to them


@dataclass(frozen=True)
class UnreadableModel:
    """A folder that was to be a model."""

    name: str
    origin: Origin
    folder: Path
    reason: Message  # why it cannot be opened


@dataclass(frozen=True)
class MemoryNeed:
    """What training in one way takes, of the whole program."""

    method: Method
    batch_size: int
    memory_bytes: int
    fit: Fit
    seconds_per_1000_tokens: float


class Basis(StrEnum):
    """What an estimated time rests on."""

    ASSUMED = "assumed"  # a guess until this computer has been measured
    MEASURED = "measured"  # how fast this computer was measured to be
    SEEN = "seen"  # what runs of the same shape took on this computer

    @property
    def spread(self) -> float:
        """How many times longer, or shorter, it may well take."""
        return {Basis.ASSUMED: 4.0, Basis.MEASURED: 1.3, Basis.SEEN: 1.1}[self]


@dataclass(frozen=True)
class FitEstimate:
    """Estimated for one FineTuning on this computer."""

    fit: Fit
    memory_bytes: int  # of the program while training
    seconds: float  # for the whole budget
    learning: int  # weights that learn
    steps: int  # that the budget is
    seconds_per_1000_tokens: float = 0.0  # of learning
    seconds_to_read_1000_tokens: float = 0.0  # as for surprise and evaluation
    bytes_to_predict: int = 0  # of the program
    needs: tuple[MemoryNeed, ...] = ()  # by method and batch
    basis: Basis = Basis.ASSUMED  # of the times

    @property
    def is_measured(self) -> bool:
        """Whether the times rest on what this computer was measured to do."""
        return self.basis is not Basis.ASSUMED

    @property
    def between(self) -> tuple[float, float]:
        """The fewest and the most seconds that the whole budget is likely to take."""
        return self.seconds / self.basis.spread, self.seconds * self.basis.spread
