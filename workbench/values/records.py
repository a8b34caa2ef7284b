"""What a project remembers, as plain frozen values: the language that every layer speaks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np

from workbench.values.fine_tuning import FineTuning
from workbench.values.perplexity import perplexity


class Split(StrEnum):
    """The three parts of a corpus; only TRAIN is ever trained on."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


class RunStatus(StrEnum):
    QUEUED = "queued"  # waits for its turn
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


class When(StrEnum):
    """Where a cleaning step applies."""

    NEVER = "never"
    PAGES = "pages"  # in documents that come in pages, whose line ends are the printer's and not the author's
    ALWAYS = "always"


class SplitBy(StrEnum):
    """What is never divided between two splits."""

    AUTO = "auto"  # documents where there are many, else blocks
    DOCUMENTS = "documents"
    BLOCKS = "blocks"  # of neighbouring paragraphs
    GIVEN = "given"  # the files said themselves which split they are


@dataclass(frozen=True)
class StepSetting:
    """One step of a cleaning recipe as a person set it; `value` is what the step asks for, such as a length."""

    name: str
    when: When
    value: str = ""


@dataclass(frozen=True)
class Reading:
    """How a person wants a file to be read; empty means: find out."""

    encoding: str = ""
    column: str = ""  # of a table, its text; several are joined: "title + body"
    label: str = ""  # of a table, what its rows are labelled with
    password: str = field(default="", repr=False)  # used and forgotten, never stored


@dataclass(frozen=True)
class ImportOptions:
    """Everything that decides what files become, so that an import can be repeated."""

    recipe: tuple[StepSetting, ...] = ()  # empty: the default recipe
    reading: Reading = Reading()
    readings: Mapping[Path, Reading] = field(default_factory=dict)  # for one file, instead of `reading`
    split_by: SplitBy = SplitBy.AUTO
    split_seed: int = 0


@dataclass(frozen=True)
class SourceFile:
    """A file that a corpus was made from; the file itself is never changed or copied."""

    path: Path
    size_bytes: int
    sha256: str
    member: str = ""  # the file in the archive `path`
    encoding: str = ""  # that it was read in, where it is text
    replaced: int = 0  # places that could not be decoded
    columns: tuple[str, ...] = ()  # of a table
    column: str = ""  # its text
    label: str = ""
    labels: tuple[tuple[str, int], ...] = ()  # its most frequent labels, with the number of rows
    reading: Reading = Reading()  # what the person asked for, without the password


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
    growth: tuple[tuple[int, int], ...] = ()  # (words read, different words among them), along the text
    ranks: tuple[tuple[int, int], ...] = ()  # (rank, count) of words by frequency, ranks spaced like a logarithm
    sentence_lengths: tuple[int, ...] = ()  # number of sentences of 0, 1, 2 … words; the last holds all longer ones
    typical_words: tuple[tuple[str, int, float], ...] = ()  # word, count, how many times as frequent as in general text
    languages: tuple[tuple[str, float], ...] = ()  # ISO 639-1 code and share of the paragraphs that were looked at


@dataclass(frozen=True)
class TokenFigures:
    """A corpus under the tokenizer of a model."""

    model: str
    tokens: int
    words: int
    unknown: int  # tokens that stand for something outside the vocabulary


@dataclass(frozen=True)
class Leak:
    """A passage that is not trained on, although nearly the same one is."""

    split: Split
    passage: str  # its beginning
    training_passage: str  # the beginning of its near-duplicate in the training text
    similarity: float  # estimated share of common word groups


@dataclass(frozen=True)
class LeakReport:
    """Near-duplicates between the training text and the held-out splits; all of a small text is looked at."""

    checked: int = 0  # held-out passages that were compared
    found: int = 0
    examples: tuple[Leak, ...] = ()


@dataclass(frozen=True)
class CorpusContents:
    """What an import found and made: everything about a corpus but its name and place."""

    sources: tuple[SourceFile, ...]
    skipped: tuple[SkippedFile, ...]
    cleaning: dict[str, int]  # cleaning step -> characters it removed
    split_seed: int
    statistics: Statistics
    sha256: str  # of the three splits' text
    recipe: tuple[StepSetting, ...] = ()
    split_by: SplitBy = SplitBy.BLOCKS
    leaks: LeakReport = LeakReport()


@dataclass(frozen=True)
class Corpus:
    """Named text of a project; the cleaned text lies in `folder`: train.txt, validation.txt and test.txt."""

    id: int
    name: str
    folder: Path
    contents: CorpusContents
    created: datetime


@dataclass(frozen=True)
class Provenance:
    """What the numbers of a run depend on beside its settings and the model that it began from."""

    corpus_sha256: str
    versions: Mapping[str, str]  # of the program and its libraries
    hardware: Mapping[str, str]


@dataclass(frozen=True)
class Extension:
    """A run went on beyond its end: from `step` to `total_steps`."""

    step: int
    total_steps: int


@dataclass(frozen=True)
class Run:
    """One execution of a FineTuning on a corpus from a pretrained model. Losses in nats per token."""

    id: int
    name: str
    folder: Path
    status: RunStatus
    corpus: str
    model: str  # a reference as in the command line: a name, a folder, a run (by its present name), or scratch:NAME
    model_sha256: str  # of the weights and tokenizer that the run started from
    fine_tuning: FineTuning
    created: datetime
    steps: int = 0  # done
    total_steps: int = 0  # planned
    base_validation_loss: float | None = None  # of what it began from
    best_validation_loss: float | None = None  # of the checkpoint that is kept as its model, that of `kept_step`
    final_validation_loss: float | None = None  # of its last look, which need not be kept
    tokens_per_second: float | None = None  # median over the run
    seconds: float = 0.0  # spent training and validating, over all resumptions
    note: str = ""
    error: str = ""  # why a failed run failed, in English
    tags: tuple[str, ...] = ()
    group: str = ""
    is_archived: bool = False  # out of sight until it is asked for
    sweep_id: int | None = None  # the sweep that it was made by
    is_winner: bool = False  # the best of its sweep so far
    provenance: Provenance | None = None  # None for a run of an older version, or one that has not begun
    kept_step: int | None = None  # 0: what it began from, since nothing got better; None before anything is kept
    began_from_run: bool = False
    base_run_id: int | None = None  # the run that it began from; None also where that was deleted
    bytes_per_token: float | None = None  # of the validation text, for bits per byte; None where it was not counted
    spelled_share: float = 0.0  # of these bytes, in words outside the vocabulary: each costs 8 bits
    extensions: tuple[Extension, ...] = ()
    begun: datetime | None = None  # None for a run of an older version, or one that has not begun
    ended: datetime | None = None  # the last time; None while it is running
    corpus_sha256: str = ""  # of the text that it was measured on
    tokenizer_sha256: str = ""  # of its definition; empty where that was not noted

    @property
    def got_better(self) -> bool | None:
        """Whether the model that is kept is better than what it began from; None while that is not known."""
        if self.kept_step is None or self.best_validation_loss is None or self.base_validation_loss is None:
            return None
        return self.best_validation_loss < self.base_validation_loss

    def bits_per_byte(self, loss: float) -> float | None:
        """A loss on the validation text, in nats per token, as a measure that does not depend on the vocabulary."""
        if not self.bytes_per_token:
            return None
        return loss / math.log(2) / self.bytes_per_token + 8 * self.spelled_share

    @property
    def base_bits_per_byte(self) -> float | None:
        return self._in_bits(self.base_validation_loss)

    @property
    def best_bits_per_byte(self) -> float | None:
        return self._in_bits(self.best_validation_loss)

    @property
    def final_bits_per_byte(self) -> float | None:
        return self._in_bits(self.final_validation_loss)

    def _in_bits(self, loss: float | None) -> float | None:
        return None if loss is None else self.bits_per_byte(loss)


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


class Unit(StrEnum):
    """What counts as a next word in scripts that are written without spaces."""

    WORD = "word"
    CHARACTER = "character"


@dataclass(frozen=True)
class Shaping:
    """How a distribution of next tokens is bent before a word is shown or drawn; as it is here, not at all."""

    temperature: float = 1.0  # 0 leaves the most probable token alone
    top_k: int = 0  # only so many of the likeliest tokens; 0 leaves all
    top_p: float = 1.0  # only the likeliest tokens that together reach this probability
    repetition_penalty: float = 1.0  # above 1, what was written already becomes less likely


@dataclass(frozen=True)
class ScoredWord:
    """A word of a text and how probable it was before it was read."""

    start: int  # characters into the text; `text[start:end]` has the space before it
    end: int
    probability: float  # of its tokens one after the other
    rank: int  # 1 for the likeliest; of several tokens, the one that was expected least
    counted: bool  # False for a word that there was nothing before, or that the model has no token for

    @property
    def bits(self) -> float:
        """How surprising it was."""
        return -math.log2(max(self.probability, 1e-300))


@dataclass(frozen=True)
class Surprise:
    """A text with what a model made of every word of it. `loss` in nats per token."""

    text: str
    words: tuple[ScoredWord, ...]
    tokens: int  # that were predicted
    loss: float

    @property
    def perplexity(self) -> float:
        return perplexity(self.loss) if self.tokens else math.nan

    @property
    def counted(self) -> tuple[ScoredWord, ...]:
        return tuple(word for word in self.words if word.counted)

    @property
    def bits(self) -> float:
        """Of all counted words together."""
        return sum(word.bits for word in self.counted)

    @property
    def word_perplexity(self) -> float:
        counted = len(self.counted)
        return 2.0 ** min(self.bits / counted, 1000.0) if counted else math.nan


@dataclass(frozen=True, eq=False)
class Curve:
    """All measurements of one name, by step: float64 arrays of the same length."""

    steps: np.ndarray
    values: np.ndarray
    seconds: np.ndarray  # of the run, when it was measured


@dataclass(frozen=True)
class SweepRecord:
    """Runs that were made together to find out which settings do best; `plan` says how they were chosen, in JSON."""

    id: int
    name: str
    plan: Mapping[str, Any]
    keeps_all: bool  # the checkpoints of those that lose, too


@dataclass(frozen=True)
class Checkpoint:
    """A saved state of a run, from which it can be resumed or used."""

    step: int
    folder: Path
    is_best: bool  # lowest validation loss of the run so far


@dataclass(frozen=True)
class Sample:
    """What a run's model made of one of its pinned prompts at one step."""

    step: int
    prompt: str
    text: str  # the continuation
    predictions: tuple[Prediction, ...]


@dataclass(frozen=True)
class CalibrationBin:
    """Predictions about which a model was about equally sure."""

    tokens: int
    confidence: float  # mean probability of what was held to be likeliest
    accuracy: float  # how often that came


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
    context: int  # the most tokens that a prediction sees
    stride: int  # tokens between the beginnings of two windows
    tokenizer: str  # SHA-256 of its definition
    text: str  # SHA-256 of the corpus's text
    words_asked: int  # places at which a whole next word was looked for
    word_accuracy: float | None  # share of those where it was the likeliest word; None where none was looked for
    top5_word_accuracy: float | None
    calibration: tuple[CalibrationBin, ...]  # by how sure the model was, over all tokens
    calibration_error: float  # expected calibration error
