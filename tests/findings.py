"""Findings of every kind, in words that no catalogue has: what they say needs no model."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.dividend import Saving
from workbench.experiments.forgetting import Forgetting
from workbench.experiments.learnt import Learnt
from workbench.experiments.memorising import Asked, Memorisation, Recital
from workbench.experiments.passages_changed import PassageChange
from workbench.experiments.text_worth import Bound, Worth
from workbench.experiments.words_changed import WordChange
from workbench.measuring.bootstrap import Drawn, Interval, Kind
from workbench.messages.message import message
from workbench.values.corpus import LeakReport, Split
from workbench.values.measurement import Evaluation


def evaluation(split: Split = Split.TEST) -> Evaluation:
    return Evaluation(
        "модель", "сказка", split, 9, 9, 9, 3.0, 20.0, 30.0, 2.0, 0.1, 0.2, message("measured.test"), 9, 9, "", "",
        0, None, None, (), 0.1,
    )  # fmt: skip


def comparisons(split: Split = Split.TEST) -> Iterator[BeforeAfter]:
    for low in (None, -0.2):
        for kind in Kind:
            for block in (1, 3):
                change = Interval(-0.1, low, 0.1, Drawn(kind, 9, block))
                yield BeforeAfter(evaluation(split), evaluation(split), change, None)


def savings() -> Iterator[Saving]:
    for bound in Bound:
        for saved in (None, 9):
            yield Saving(0.1, 3.0, 4.0, 9, saved, Worth(2.0, bound))


def everything_learnt(split: Split = Split.TEST) -> Iterator[Learnt]:
    words = (WordChange("слово", 0.1, 0.2, "пример", 0.1, 0.2, 1), WordChange("два", 0.1, 0.2, "пример", 0.1, 0.2, 2))
    passages = (PassageChange("Отрывок", 9, 3.0, 2.0),)
    change = Interval(0.1, None, None, Drawn(Kind.PASSAGES, 9, 1))
    for forgot in (None, Forgetting("en", 1.0, 2.0, change, 3.0, 4.0)):
        for asked in (Asked(9, 0, 0), Asked(9, 2, 1), Asked(0, 0, 0)):
            recitals = (Recital("начало", "текст", 9, 2),)
            by_heart = Memorisation(Asked(9, 0, 0), asked, 3, 2, recitals, LeakReport(9, 3))
            yield Learnt("бег", "основа", "сказка", split, 9, words, words, passages, passages, forgot, by_heart)
