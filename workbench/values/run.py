"""A fine-tuning: how it is set up, how far it is, and what is kept of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from workbench.messages.message import Message
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef
from workbench.values.place import HERE, Where

NEXT_WORD = "next_word"  # the task of a run that does not say another
ANSWERS = "answers"
OF_WORDS = frozenset({NEXT_WORD, ANSWERS})  # tasks after which a model is asked for its next words
TAUGHT = "taught"  # beside its tasks, where a run has a teacher
TOGETHER = "together"  # that of a run which learns several things at once
MOST_PROMPTS = 5  # each is asked at each validation, which takes about as long as a few steps


class RunStatus(StrEnum):
    QUEUED = "queued"  # waits for its turn
    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"  # by the person, kept
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # the program ended without finishing the run


@dataclass(frozen=True)
class Provenance:
    """What the numbers of a run depend on beside its settings and the model that it began from."""

    corpus_sha256: str  # of several, joined by “+”
    versions: Mapping[str, str]  # of the program and its libraries
    hardware: Mapping[str, str]


@dataclass(frozen=True)
class Input:
    """What a run learns: a task on a corpus, beside others by its weight."""

    corpus: str
    task: str = NEXT_WORD
    weight: float = 1.0


def task_named(inputs: Sequence[Input]) -> str:
    """The task of a run with these inputs; empty where what it learns cannot be read."""
    if len(inputs) > 1:
        return TOGETHER
    return inputs[0].task if inputs else ""


def keys_of(inputs: Sequence[Input]) -> tuple[str, ...]:
    """A name for each: its task's, with a number from the second of a task on."""
    found: list[str] = []
    for each in inputs:
        same = sum(key.partition("#")[0] == each.task for key in found)
        found.append(each.task if not same else f"{each.task}#{same + 1}")
    return tuple(found)


def tasks_of(inputs: Sequence[Input], *, is_taught: bool = False) -> frozenset[str]:
    """All that may decide which settings of a run with these inputs, or with a teacher, mean something."""
    return frozenset({task_named(inputs), *(each.task for each in inputs), *((TAUGHT,) if is_taught else ())})


@dataclass(frozen=True)
class Teacher:
    """Who a run learns from beside its texts."""

    ref: ModelRef
    name: str  # what a model is called, or the present name of a run
    sha256: str = ""  # of its weights and tokenizer; empty as long as the run waits for its turn


@dataclass(frozen=True)
class Extension:
    """A run went on beyond its end: from `step` to `total_steps`."""

    step: int
    total_steps: int


@dataclass(frozen=True)
class Run:
    """One execution of a FineTuning on its inputs from a pretrained model. Losses in nats, of a text per token."""

    id: int
    name: str
    folder: Path
    status: RunStatus
    inputs: tuple[Input, ...]
    base: ModelRef  # what it began from
    model: str  # that in words: what a model is called, or the present name of a run
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
    error: Message | None = None  # why a failed run failed
    tags: tuple[str, ...] = ()
    group: str = ""
    is_archived: bool = False  # out of sight until it is asked for
    sweep_id: int | None = None  # the sweep that it was made by
    is_winner: bool = False  # the best of its sweep so far
    provenance: Provenance | None = None  # None for a run of an older version, or one that has not begun
    kept_step: int | None = None  # 0: what it began from, since nothing got better; None before anything is kept
    bytes_per_token: float | None = None  # of the validation text, for bits per byte; None where it was not counted
    spelled_share: float = 0.0  # of these bytes, in words outside the vocabulary: each costs 8 bits
    extensions: tuple[Extension, ...] = ()
    begun: datetime | None = None  # None for a run of an older version, or one that has not begun
    ended: datetime | None = None  # the last time; None while it is running
    corpus_sha256: str = ""  # of the text that it was measured on; of several, joined by “+” in their order
    tokenizer_sha256: str = ""  # of its definition; empty where that was not noted
    base_figures: Mapping[str, float] = field(default_factory=dict)  # what else its task measures, as TASK/FIGURE,
    best_figures: Mapping[str, float] = field(default_factory=dict)  # of what it began from, and of what is kept
    teacher: Teacher | None = None
    where: Where = HERE  # it learns, or learnt last

    @property
    def corpus(self) -> str:
        """Of its first input; empty where what it learnt cannot be read."""
        return self.inputs[0].corpus if self.inputs else ""

    @property
    def corpora(self) -> dict[str, str]:
        """The names of all that it learns from, each with the hash that it had then (empty where that is not known)."""
        hashes = self.corpus_sha256.split("+")
        names = [each.corpus for each in self.inputs]
        return dict(zip(names, hashes if len(hashes) == len(names) else [""] * len(names), strict=True))

    def corpus_of(self, *tasks: str) -> str:
        """The first that one of these is learnt from; the first of all where none is."""
        return next((each.corpus for each in self.inputs if each.task in tasks), self.corpus)

    @property
    def keys(self) -> tuple[str, ...]:
        """A name for each of its inputs, as `keys_of`."""
        return keys_of(self.inputs)

    def input_of(self, part: str) -> Input:
        """The one of that name. Raises KeyError."""
        return dict(zip(self.keys, self.inputs, strict=True))[part]

    @property
    def corpora_in_words(self) -> str:
        return " + ".join(self.corpora)

    @property
    def task(self) -> str:
        """What it learns, by whose losses it is measured."""
        return task_named(self.inputs)

    @property
    def tasks(self) -> frozenset[str]:
        """All that may decide which settings mean something."""
        return tasks_of(self.inputs, is_taught=self.teacher is not None)

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
class Filing:
    """What a person files a run under."""

    tags: tuple[str, ...] = ()
    group: str = ""
    is_archived: bool = False
    note: str = ""

    @classmethod
    def of(cls, run: Run) -> Filing:
        return cls(run.tags, run.group, run.is_archived, run.note)


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
