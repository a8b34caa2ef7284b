"""What was found out about a run, as a report tells it: how well it does, and what it learnt."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.forgetting import Forgetting, Forgot
from workbench.experiments.kept import EVALUATION, LEARNT, kept, name_of
from workbench.experiments.learnt import Learnt
from workbench.experiments.memorising import Recall
from workbench.experiments.words_changed import WordChange
from workbench.measuring.bootstrap import Interval
from workbench.messages.message import Message, message
from workbench.messages.rendering import Language, render
from workbench.project.project import Project
from workbench.values.corpus import Split
from workbench.values.perplexity import written
from workbench.values.run import Run

MOST_WORDS = 8
SPLITS = (Split.TEST, Split.VALIDATION, Split.TRAIN)  # what tells most comes first
FORGOT = {
    Forgot.NOTHING: message("forgot.nothing"),
    Forgot.UNCLEAR: message("forgot.unclear"),
    Forgot.SOMETHING: message("forgot.something"),
    Forgot.MUCH: message("forgot.much"),
}
RECALL = {
    Recall.NOTHING_FOUND: message("recall.nothing_found"),
    Recall.PHRASES: message("recall.phrases"),
    Recall.RECITES: message("recall.recites"),
}


@dataclass(frozen=True)
class Evaluated:
    """On one part of the text."""

    part: str
    verdict: str
    figures: tuple[tuple[str, str, str], ...]  # what, before, after
    protocol: str


@dataclass(frozen=True)
class WhatItLearnt:
    """Words with their probabilities before and after, and sentences."""

    gained: tuple[tuple[str, str, str], ...]
    lost: tuple[tuple[str, str, str], ...]
    sentences: tuple[str, ...]


def evaluations(project: Project, run: Run, language: Language) -> tuple[Evaluated, ...]:
    """Those that were made and still hold."""
    found = ((split, kept(project, run, name_of(EVALUATION, split), BeforeAfter)) for split in SPLITS)
    return tuple(_evaluated(split, each, language) for split, each in found if each is not None)


def what_it_learnt(project: Project, run: Run, language: Language) -> WhatItLearnt | None:
    """On the part that tells most of those that were looked at."""
    for split in SPLITS:
        found = kept(project, run, name_of(LEARNT, split), Learnt)
        if found is not None:
            by_heart = message(
                "told.by_heart", verdict=RECALL[found.memorisation.verdict], longest=found.memorisation.longest
            )
            sentences = (*_forgetting(found.forgetting, language), render(by_heart, language))
            return WhatItLearnt(_words(found.gained), _words(found.lost), sentences)
    return None


def _evaluated(split: Split, found: BeforeAfter, language: Language) -> Evaluated:
    figures = [
        ("report.figure_token", *(written(each.perplexity, 2) for each in (found.before, found.after))),
        ("report.figure_word", *(written(each.word_perplexity, 1) for each in (found.before, found.after))),
        ("report.figure_bits", *(f"{each.bits_per_byte:.3f}" for each in (found.before, found.after))),
        ("report.figure_right", *(f"{each.accuracy:.1%}" for each in (found.before, found.after))),
        ("report.figure_five", *(f"{each.top5_accuracy:.1%}" for each in (found.before, found.after))),
    ]
    return Evaluated(
        part=render(message("report.on_part", part=message(f"report.{split}")), language),
        verdict=_verdict(found, language),
        figures=tuple((render(message(code), language), before, after) for code, before, after in figures),
        protocol=render(found.after.protocol, language),
    )


def _verdict(found: BeforeAfter, language: Language) -> str:
    codes = {True: "report.better", False: "report.worse", None: "report.no_difference"}
    difference = found.bits_per_byte
    value = f"{difference.value:+.3f}"
    return render(message(codes[found.is_better], value=value, bounds=_bounds(difference)), language)


def _bounds(found: Interval) -> Message:
    if found.low is None or found.high is None:
        return message("told.unsure")
    return message("told.bounds", low=f"{found.low:+.3f}", high=f"{found.high:+.3f}", drawn=found.drawn.said)


def _words(changes: tuple[WordChange, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((each.word, f"{each.before:.1%}", f"{each.after:.1%}") for each in changes[:MOST_WORDS])


def _forgetting(found: Forgetting | None, language: Language) -> tuple[str, ...]:
    if found is None:
        return (render(message("told.nothing_to_forget"), language),)
    figures = {"before": f"{found.before:.3f}", "after": f"{found.after:.3f}", "bounds": _bounds(found.change)}
    told = message("told.forgot", verdict=FORGOT[found.verdict], language=found.language, **figures)
    return (render(told, language),)
