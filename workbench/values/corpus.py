"""A text of the project: its parts, where it came from, and what it is like."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from workbench.messages.message import Message
from workbench.values.import_report import FileReport
from workbench.values.importing import Reading, SplitBy, StepSetting
from workbench.values.labels import Labels


class Split(StrEnum):
    """The three parts of a corpus; only TRAIN is ever trained on."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


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
    column: str = ""  # its text, or WHOLE_ROWS
    label: str = ""
    labels: tuple[tuple[str, int], ...] = ()  # its most frequent labels, with the number of rows
    report: FileReport = FileReport()
    reading: Reading = Reading()  # what the person asked for, without the password
    is_labelled: bool = False  # whether its texts came with labels, or with places for them


@dataclass(frozen=True)
class SkippedFile:
    """A file that could not be imported, and the KnownError that says why."""

    path: Path
    code: str
    fields: dict[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> Message:
        return Message(self.code, self.fields)


@dataclass(frozen=True)
class Statistics:
    """What a person looks at; counted on the cleaned text of all three splits together."""

    characters: int
    size_bytes: int  # of the cleaned text in UTF-8
    words: int
    vocabulary: int  # distinct words, in small letters
    paragraphs: int
    longest_line: int  # characters
    duplicate_paragraphs: int  # paragraphs that repeat an earlier one exactly
    frequent_words: tuple[tuple[str, int], ...]  # the most frequent words, in small letters, with counts
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
    of_conversations: bool = False  # whether the passages are whole conversations


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
    labels: Labels | None = None  # None for a text that has none
    without_labels: Message | None = None  # why those that its files have are not kept
    left_out: int = 0  # documents that a person left out of what the import made
    is_counted: bool = True  # else only what adds up is known, and no leaks: documents were left out or taken back
    written_by: str = ""  # the model that wrote what is learnt from; empty where people did


@dataclass(frozen=True)
class Corpus:
    """Named text of a project; the cleaned text lies in `folder`: train.txt, validation.txt and test.txt."""

    id: int
    name: str
    folder: Path
    contents: CorpusContents
    created: datetime
