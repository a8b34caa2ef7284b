"""A report of one run or of several: one HTML file that needs nothing else, for the audience of a talk."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from workbench.corpora.label_remarks import label_remarks
from workbench.corpora.remarks import LEFT_OUT, remarks, summary
from workbench.costs.finding import paragraph
from workbench.experiments.answer import answer
from workbench.experiments.comparing import comparable
from workbench.experiments.what_now import what_now
from workbench.exporting.figures import figure_in_words, figures_of
from workbench.exporting.pages import page
from workbench.exporting.report_charts import loss_chart, rate_chart
from workbench.exporting.report_findings import Evaluated, WhatItLearnt, evaluations, shared_learning, what_it_learnt
from workbench.exporting.report_prompts import Prompt, prompts_in
from workbench.ground.files import write_atomically
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Message, in_turn, message
from workbench.messages.rendering import ENGLISH, Language, render, written
from workbench.models.naming import called
from workbench.project.project import Project
from workbench.project.provenance import part_in_words
from workbench.tasks.registry import find_task, headline_of, protocol_of, shown_of
from workbench.tasks.task import Headline
from workbench.training.surroundings import versions
from workbench.values.choices import CHOICES
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import BUDGETS, KNOBS, FineTuning
from workbench.values.perplexity import decimals, is_endless, perplexity
from workbench.values.place import HERE
from workbench.values.presets import presets
from workbench.values.progress import Progress
from workbench.values.run import NEXT_WORD, Run

DASHES = ("none", "9 4", "2 4", "9 4 2 4", "14 3", "5 5", "1 3", "9 3 2 3 2 3")  # colours are not all that tells curves
MOST_RUNS = 8  # that a page can compare so that somebody can read it
TYPICAL = 12  # words of a text
SENTENCES_OF = {
    Headline.PERPLEXITY: {
        "better": "report.less_surprised", "not_better": "report.not_less_surprised", "change": "report.perplexity",
        "one": "report.what_perplexity_is", "several": "report.what_figures_are", "before": "report.perplexity_before",
        "after": "report.perplexity_after",
        "ended": "report.ended",
    },
    Headline.LOSS: {
        "better": "report.less_wrong", "not_better": "report.not_less_wrong", "change": "report.loss",
        "one": "report.what_loss_is", "several": "report.what_losses_are", "before": "report.loss_before",
        "after": "report.loss_after",
        "ended": "report.ended_at_loss",
    },
}  # fmt: skip
LABELS = {name: str(spec.metadata["label"]) for name, spec in KNOBS.items()}


@dataclass(frozen=True)
class Reported:
    """One run as the page shows it."""

    run: Run
    model: str  # what its model is called
    style: str  # of its curves
    before: str  # the figure of the headline
    after: str  # of what is kept
    kept: str  # which of its weights that are, and why
    answer: str  # better or worse than what, and how surely; empty where nobody measured it
    found: str  # what came of it, and what would come next
    bits_before: str  # a byte
    bits_after: str
    protocol: str  # how these were measured
    figures: tuple[tuple[str, str, str], ...]  # what else was measured: what, before, and with what is kept
    prompts: tuple[Prompt, ...]
    tells_labels: bool  # of its prompts, and no next words
    answers: bool  # its prompts, and does not go on with them
    evaluations: tuple[Evaluated, ...]
    learnt: WhatItLearnt | None
    shared: tuple[str, ...]  # whether learning together helped, and what a teacher handed on
    settings: Mapping[str, str]  # by label
    inputs: tuple[str, ...]  # what was learnt at once; none where that is one thing
    teacher: str  # what it is called; empty where there was none
    where: str  # it learnt; empty for the program itself
    command: str  # that makes it again


def write_report(
    project: Project, runs: Sequence[str], file: Path, language: Language = ENGLISH
) -> Generator[Progress, None, Path]:
    """Write the report of a run, or of several compared, into one HTML file; returns where.

    Raises KnownError: run.missing, report.too_many, disk.….
    """
    file = file.expanduser().resolve()
    yield Progress(0, 2, file.name)
    content = report_html(project, [project.runs.named(name) for name in runs], language)
    yield Progress(1, 2, file.name)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, content.encode())
    return file


def report_html(project: Project, runs: Sequence[Run], language: Language = ENGLISH) -> str:
    return page("report.html", **facts(project, runs, language))


def facts(project: Project, runs: Sequence[Run], language: Language = ENGLISH) -> dict[str, Any]:
    """All that a template can show. Raises KnownError("report.too_many")."""
    if not 0 < len(runs) <= MOST_RUNS:
        raise KnownError("report.too_many", count=len(runs), most=MOST_RUNS)
    ranking = comparable(runs)
    curves = [project.runs.curves(run) for run in runs]
    headline = headline_of(runs)
    reported = [_reported(project, run, headline, f"s{number}", language) for number, run in enumerate(runs)]
    names = dict.fromkeys(name for each in reported for name in each.settings)
    settings = [(name, [each.settings.get(name, "–") for each in reported]) for name in names]
    corpora = [project.corpora.named(name) for name in dict.fromkeys(name for run in runs for name in run.corpora)]
    return {
        "title": runs[0].name if len(runs) == 1 else render(message("report.compared", count=len(runs)), language),
        "project": project.name,
        "written": language.date(datetime.now(UTC).astimezone()),
        "runs": reported,
        "with_bits": any(each.bits_after != "–" for each in reported),
        "sentences": SENTENCES_OF[headline],
        "why": language.translate("Comparing", ranking.why) if ranking.why else "",
        "loss_chart": loss_chart(runs, curves, ranking, headline, language),
        "rate_chart": rate_chart(runs, curves, language),
        "settings": settings,
        "differing": {name for name, values in settings if len(set(values)) > 1},
        "corpora": [_corpus_facts(corpus, language) for corpus in corpora],
        "versions": versions(),
        "dashes": DASHES,
        "code": language.code,
        "comma": language.listing(("", "")),
        "semicolon": render(message("measured.two", first="", rest=""), language),
        "say": partial(_said, language),
        "count": language.count,
        "moment": language.moment,
        "part": lambda name: part_in_words(name, language),
    }


def _reported(project: Project, run: Run, headline: Headline, style: str, language: Language) -> Reported:
    return Reported(
        run=run,
        model=written(called(run.model), language),
        style=style,
        before=_figure(headline, run.base_validation_loss),
        after=_figure(headline, run.best_validation_loss),
        kept=kept_in_words(run, language),
        answer="" if (known := answer(project, run)) is None else render(known.said, language),
        found="" if (found := paragraph(what_now(project, run))) is None else render(found, language),
        bits_before=_bits(run.base_bits_per_byte),
        bits_after=_bits(run.best_bits_per_byte),
        protocol=protocol_of(run, language),
        figures=tuple(_figures(run, language)),
        prompts=prompts_in(project.runs.samples(run), run.kept_step),
        tells_labels=shown_of(run).tells_labels_of_prompts,
        answers=shown_of(run).answers,
        evaluations=evaluations(project, run, language),
        learnt=what_it_learnt(project, run, language),
        shared=shared_learning(project, run, language),
        settings=_settings(run.fine_tuning, run.tasks, language),
        command=_command(run, project.runs.prompts(run)),
        inputs=tuple(_inputs(run, language)),
        teacher="" if run.teacher is None else written(called(run.teacher.name), language),
        where="" if run.where == HERE else render(run.where.called, language),
    )


def _inputs(run: Run, language: Language) -> Iterator[str]:
    """What a run learnt at once, and by which weights; nothing where it learnt one thing alone."""
    for each in run.inputs if len(run.inputs) > 1 else ():
        title = language.translate("Tasks", find_task(each.task).shown.title)
        yield render(message("report.input", task=title, corpus=each.corpus, weight=f"{each.weight:g}"), language)


def _figure(headline: Headline, loss: float | None) -> str:
    """With the digits that mean something; a dash where nothing was measured."""
    if loss is None:
        return "–"
    if headline is Headline.LOSS:
        return f"{loss:.3f}"
    if is_endless(loss):
        return "∞"
    value = perplexity(loss)
    return f"{value:,.{decimals(value)}f}"


def kept_in_words(run: Run, language: Language = ENGLISH) -> str:
    """Which of its weights are the model of the run, and why; empty while none are."""
    if run.kept_step is None or not run.steps:
        return ""
    if run.kept_step == 0:
        words = message("report.kept_base")
    elif run.got_better is False:
        words = message("report.kept_worse", step=Count(run.kept_step))
    else:
        words = message("report.kept_best", step=Count(run.kept_step), steps=Count(run.steps))
    last, best = run.final_validation_loss, run.best_validation_loss
    if last is not None and best is not None and last > best:
        headline = headline_of([run])
        words = in_turn((words, Message(SENTENCES_OF[headline]["ended"], {"figure": _figure(headline, last)})))
    return render(words, language)


def _bits(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _figures(run: Run, language: Language) -> Iterator[tuple[str, str, str]]:
    for title, figure, before, after in figures_of(run, language):
        yield title, figure_in_words(figure, before), figure_in_words(figure, after)


def _settings(settings: FineTuning, tasks: Collection[str], language: Language) -> dict[str, str]:
    unit, amount = settings.budget
    names = [name for name in LABELS if name not in BUDGETS and settings.applies(name, tasks)]
    labels = {name: language.translate("FineTuning", label) for name, label in LABELS.items()}
    values = {labels[name]: _in_words(name, getattr(settings, name), language) for name in names}
    return {labels[unit]: f"{amount:,g}"} | values


def _in_words(name: str, value: object, language: Language) -> str:
    zero = KNOBS[name].metadata["zero"]
    if zero and value == 0 and not isinstance(value, bool):
        return language.translate("FineTuning", str(zero))
    if isinstance(value, bool):
        return language.translate("FineTuning", "yes" if value else "no")
    if isinstance(value, StrEnum):
        return language.translate("FineTuning", CHOICES[value])
    return f"{value:g}" if isinstance(value, float) else str(value)


def _command(run: Run, prompts: Sequence[str]) -> str:
    """A line for the command line that trains with the same settings."""
    default = presets(run.task)["balanced"].to_json()  # of the command
    values = run.fine_tuning.to_json()
    changed = {name: value for name, value in values.items() if value is not None and value != default.get(name)}
    words = ["train", "PROJECT", "--corpus", run.corpus, "--model", run.model]
    for name, value in changed.items():
        words += ["--set", f"{name}={value}"]
    if run.task != NEXT_WORD:
        for each in run.inputs:
            words += ["--task", each.task if len(run.inputs) == 1 else f"{each.task}={each.corpus}:{each.weight:g}"]
    if run.teacher is not None:
        words += ["--teacher", run.teacher.name]
    if run.where != HERE:
        words += ["--on", str(run.where)]
    for prompt in prompts:
        words += ["--prompt", prompt]
    return "nextword-workbench " + shlex.join(words)


def _corpus_facts(corpus: Corpus, language: Language) -> dict[str, Any]:
    statistics = corpus.contents.statistics
    characters = sum(statistics.split_characters.values()) or 1
    return {
        "name": corpus.name,
        "statistics": statistics,
        "is_counted": corpus.contents.is_counted,
        "files": render(summary(corpus.contents), language),
        "left_out": [render(each.said, language) for each in remarks(corpus.contents) if each.kind in LEFT_OUT],
        "labels": [render(said, language) for said in label_remarks(corpus.contents)],
        "sha256": corpus.contents.sha256,
        "split": {str(split): statistics.split_characters.get(split, 0) / characters for split in Split},
        "typical": [word for word, *_ in statistics.typical_words[:TYPICAL]],
        "languages": [(code, share) for code, share in statistics.languages if share >= 0.01],
    }


def _said(language: Language, code: str, **fields: object) -> Any:
    """A sentence for a page: its own marks are kept, its fields are escaped."""
    return Markup(render(Message(code, {name: escape(value) for name, value in fields.items()}), language))
