"""What was found out about a run, as a report tells it: how well it does, and what it learnt."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.experiments import alone
from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.answer import of_words
from workbench.experiments.control_words import gains_told, handed_told
from workbench.experiments.forgetting import FORGOT, Forgetting
from workbench.experiments.handed import known as known_handed
from workbench.experiments.kept import EVALUATION, LABELS, LEARNT, kept, name_of
from workbench.experiments.label_comparison import LabelsCompared
from workbench.experiments.learnt import Learnt
from workbench.experiments.memorising import RECALL
from workbench.experiments.words_changed import WordChange
from workbench.measuring.bootstrap import Interval
from workbench.messages.message import Count, Message, message
from workbench.messages.rendering import Language, render
from workbench.project.project import Project
from workbench.tasks.registry import find_task
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind
from workbench.values.perplexity import perplexity, written
from workbench.values.run import Run

MOST_WORDS = 8
SPLITS = (Split.TEST, Split.VALIDATION, Split.TRAIN)  # what tells most comes first


@dataclass(frozen=True)
class Evaluated:
    """On one part of the text."""

    part: str
    verdict: str
    titles: tuple[str, str]  # of the figures: before and after, or words alone and the run
    figures: tuple[tuple[str, str, str], ...]  # what, and these
    protocol: str


@dataclass(frozen=True)
class WhatItLearnt:
    """Words with their probabilities before and after, and sentences."""

    gained: tuple[tuple[str, str, str], ...]
    lost: tuple[tuple[str, str, str], ...]
    sentences: tuple[str, ...]


def evaluations(project: Project, run: Run, language: Language) -> tuple[Evaluated, ...]:
    """Those that were made and still hold."""
    found: list[Evaluated] = []
    for part in run.keys if len(run.inputs) > 1 else ("",):
        for split in SPLITS:
            words = kept(project, run, name_of(EVALUATION, split, part), BeforeAfter)
            labels = kept(project, run, name_of(LABELS, split, part), LabelsCompared)
            title = _title(run, part, split, language)
            found += [] if words is None else [_evaluated(title, words, language)]
            found += [] if labels is None else [_labels_evaluated(title, labels, language)]
    return tuple(found)


def shared_learning(project: Project, run: Run, language: Language) -> tuple[str, ...]:
    """Whether learning together helped, and what a teacher handed on, in sentences; none where nobody has asked."""
    gains, handed = alone.known(project, run), known_handed(project, run)
    told = [*(() if gains is None else gains_told(run, gains.of)), *(() if handed is None else handed_told(handed))]
    return tuple(render(each, language) for each in told)


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


def _title(run: Run, part: str, split: Split, language: Language) -> str:
    on_part = render(message("report.on_part", part=message(f"report.{split}")), language)
    if not part:
        return on_part
    each = run.input_of(part)
    task = language.translate("Tasks", find_task(each.task).shown.title)
    return render(message("report.part_on", task=task, corpus=each.corpus, on_part=on_part), language)


def _labels_evaluated(title: str, found: LabelsCompared, language: Language) -> Evaluated:
    of, words = found.evaluation, None if found.words is None else found.words.evaluation
    rows = (
        (message("report.figure_labels"), "accuracy"), (message("report.figure_macro"), "macro_f1"),
        (message("report.figure_micro"), "micro_f1"),
    )  # fmt: skip
    figures = [
        (render(what, language), "–" if words is None else f"{getattr(words, name):.1%}", f"{getattr(of, name):.1%}")
        for what, name in rows
    ]
    low, high = (f"{bound:.1%}" for bound in of.interval)
    told = {"examples": Count(of.examples), "low": low, "high": high, "accuracy": f"{of.accuracy:.1%}"}
    shares = {"macro": f"{of.macro_f1:.1%}", "micro": f"{of.micro_f1:.1%}"}
    is_of_texts = of.kind is LabelKind.CLASSES
    verdict = message("told.labels", **told, **shares) if is_of_texts else message("told.tags", **told, **shares)
    titles = (render(message("report.words_alone"), language), render(message("report.the_run"), language))
    return Evaluated(title, render(verdict, language), titles, tuple(figures), render(of.protocol, language))


def _evaluated(title: str, found: BeforeAfter, language: Language) -> Evaluated:
    answers = () if found.answers is None else (found.answers.before, found.answers.after)
    of_answers = [
        ("report.figure_answers", *(written(perplexity(each.loss), 2) for each in answers)),
        ("report.figure_answers_right", *(f"{each.accuracy:.1%}" for each in answers)),
    ]
    figures = [
        *(of_answers if answers else ()),
        ("report.figure_token", *(written(each.perplexity, 2) for each in (found.before, found.after))),
        ("report.figure_word", *(written(each.word_perplexity, 1) for each in (found.before, found.after))),
        ("report.figure_bits", *(f"{each.bits_per_byte:.3f}" for each in (found.before, found.after))),
        ("report.figure_right", *(f"{each.accuracy:.1%}" for each in (found.before, found.after))),
        ("report.figure_five", *(f"{each.top5_accuracy:.1%}" for each in (found.before, found.after))),
    ]
    return Evaluated(
        part=title,
        verdict=_verdict(found, language),
        titles=(render(message("report.before"), language), render(message("report.after"), language)),
        figures=tuple((render(message(code), language), before, after) for code, before, after in figures),
        protocol=render(found.after.protocol, language),
    )


def _verdict(found: BeforeAfter, language: Language) -> str:
    codes = {True: "report.better", False: "report.worse", None: "report.no_difference"}
    difference = found.bits_per_byte
    if found.answers is not None:
        return render(of_words(found).said, language)
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
