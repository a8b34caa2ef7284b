"""What there is to say of a run that is over, and what a person can sensibly do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from workbench.messages.message import Message, in_turn
from workbench.values.run import Run, RunStatus


class Rule(StrEnum):
    """In the order in which they are told; the first one that holds says what comes next."""

    EXPLODED = "exploded"
    UNMEASURED = "unmeasured"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    TOO_SURE = "too_sure"  # of labels: it becomes surer of its mistakes alone
    BY_HEART = "by_heart"
    PART_WORSE = "part_worse"  # of several things that were learnt at once
    STILL_FALLING = "still_falling"
    STOPPED_EARLY = "stopped_early"
    HEAD_LEVEL = "head_level"  # a head alone can do no more
    NO_SPANS = "no_spans"
    MOST_FREQUENT = "most_frequent"  # no more is told than by always saying the most frequent class
    LEVEL = "level"
    TAUGHT_IN_VAIN = "taught_in_vain"
    MUCH_BETTER = "much_better"
    BETTER = "better"
    FEW_OF_A_CLASS = "few_of_a_class"
    FEW_CONVERSATIONS = "few_conversations"
    SMALL_TEXT = "small_text"


class Act(StrEnum):
    """What a person can sensibly do next."""

    TRY = "try"
    TRAIN_ON = "train_on"
    CONTINUE = "continue"
    RETRY = "retry"  # another run like it, with other settings
    ADD_TEXT = "add_text"


@dataclass(frozen=True)
class Finding:
    """`steps` are how many more to train on for, `settings` those in which a run to be tried instead differs."""

    rule: Rule
    said: Message
    act: Act
    steps: int = 0
    settings: Mapping[str, Any] = field(default_factory=dict)


def paragraph(findings: Sequence[Finding]) -> Message | None:
    """All of them as one; None where there is nothing to say."""
    return in_turn(finding.said for finding in findings) if findings else None


def going_on(run: Run, rule: Rule, said: Message) -> Finding:
    """As many steps more as it has made; one that was stopped has some of its own left."""
    if run.status is RunStatus.FINISHED:
        return Finding(rule, said, Act.TRAIN_ON, steps=run.steps)
    return Finding(rule, said, Act.CONTINUE, steps=max(0, run.total_steps - run.steps))
