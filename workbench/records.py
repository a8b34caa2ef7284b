"""What a project remembers, as plain frozen values: the language that every layer speaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import numpy as np

from workbench.fine_tuning import FineTuning


class Split(StrEnum):
    """The three parts of a corpus; only TRAIN is ever trained on."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


class RunStatus(StrEnum):
    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"  # by the person, kept
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # the program ended without finishing the run


class Family(StrEnum):
    """How a model predicts: attention over the context, or a recurrent state."""

    TRANSFORMER = "transformer"
    LSTM = "lstm"


@dataclass(frozen=True)
class Progress:
    """How far a long action is; `total` is 0 while it is not known."""

    done: int
    total: int
    what: str = ""


@dataclass(frozen=True)
class SourceFile:
    """A file that a corpus was made from; the file itself is never changed or copied."""

    path: Path
    size_bytes: int
    sha256: str


@dataclass(frozen=True)
class SkippedFile:
    """A file that could not be imported, and the KnownError that says why."""

    path: Path
    code: str
    fields: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Statistics:
    """What a person looks at; counted on the cleaned text of all three splits together."""

    characters: int
    size_bytes: int  # of the cleaned text in UTF-8
    words: int
    vocabulary: int  # distinct words, case folded
    paragraphs: int
    longest_line: int  # characters
    duplicate_paragraphs: int  # paragraphs that repeat an earlier one exactly
    frequent_words: tuple[tuple[str, int], ...]  # the most frequent words, case folded, with counts
    split_characters: dict[Split, int]


@dataclass(frozen=True)
class CorpusContents:
    """What an import found and made: everything about a corpus but its name and place."""

    sources: tuple[SourceFile, ...]
    skipped: tuple[SkippedFile, ...]
    cleaning: dict[str, int]  # cleaning step -> characters it removed
    split_seed: int
    statistics: Statistics
    sha256: str  # of the three splits' text


@dataclass(frozen=True)
class Corpus:
    """Named text of a project; the cleaned text lies in `folder`: train.txt, validation.txt and test.txt."""

    id: int
    name: str
    folder: Path
    contents: CorpusContents
    created: datetime


@dataclass(frozen=True)
class Run:
    """One execution of a FineTuning on a corpus from a pretrained model. Losses in nats per token."""

    id: int
    name: str
    folder: Path
    status: RunStatus
    corpus: str
    model: str  # a reference as in the command line: a name, a folder, a run, or scratch:NAME
    model_sha256: str  # of the weights and tokenizer that the run started from
    fine_tuning: FineTuning
    created: datetime
    steps: int = 0  # done
    total_steps: int = 0  # planned
    base_validation_loss: float | None = None
    best_validation_loss: float | None = None
    final_validation_loss: float | None = None
    tokens_per_second: float | None = None  # median over the run
    seconds: float = 0.0  # spent training and validating, over all resumptions
    note: str = ""
    error: str = ""  # why a failed run failed, in English


@dataclass(frozen=True)
class Measurement:
    """One number of a run: loss, validation_loss, learning_rate, gradient_norm, tokens_per_second."""

    step: int
    name: str
    value: float
    seconds: float  # of the run, when it was measured


@dataclass(frozen=True)
class Prediction:
    """A whole next word and its probability; `text` is what to append to go on with it (with its space)."""

    word: str
    probability: float
    text: str


@dataclass(frozen=True, eq=False)
class Curve:
    """All measurements of one name, by step: float64 arrays of the same length."""

    steps: np.ndarray
    values: np.ndarray
    seconds: np.ndarray  # of the run, when it was measured


@dataclass(frozen=True)
class Checkpoint:
    """A saved state of a run, from which it can be resumed or used."""

    step: int
    folder: Path
    is_best: bool  # lowest validation loss of the run so far


@dataclass(frozen=True)
class Sample:
    """What a run's model made of its pinned prompt at one step."""

    step: int
    prompt: str
    text: str  # the continuation
    predictions: tuple[Prediction, ...]


@dataclass(frozen=True)
class Evaluation:
    """How well a model predicts a split. `loss` in nats per token; the protocol says how it was measured."""

    model: str
    corpus: str
    split: Split
    tokens: int
    words: int
    bytes: int
    loss: float
    perplexity: float  # e ** loss
    word_perplexity: float  # e ** (total loss / words)
    bits_per_byte: float
    accuracy: float  # share of tokens that were the most probable one
    top5_accuracy: float
    protocol: str
