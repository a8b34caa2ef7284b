"""How well models do, what pretraining was worth, and what came of a run."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.cli.command import Section, option, several
from workbench.cli.documents import evaluation_json, print_document
from workbench.cli.experiment_documents import before_after_json, dividend_json, gains_json, handed_json, learnt_json
from workbench.cli.findings import (
    before_after_lines,
    evaluation_lines,
    gain_lines,
    handed_lines,
    learnt_lines,
    saving_line,
)
from workbench.cli.kinds import COUNT, REAL
from workbench.cli.label_documents import compared_json
from workbench.cli.label_lines import compared_lines
from workbench.cli.options import (
    NAME,
    Chosen,
    as_json,
    choosing,
    number,
    of_model,
    of_part,
    of_split,
    on_project,
    on_run,
)
from workbench.cli.terminal import follow, show_progress
from workbench.cli.words import said, say, spoken
from workbench.corpora.remarks import leaks
from workbench.experiments import trials
from workbench.experiments.against_base import compare
from workbench.experiments.alone import learn_alone
from workbench.experiments.dividend import Dividend
from workbench.experiments.handed import compare_with_untaught
from workbench.experiments.label_comparison import compare_labels
from workbench.experiments.learnt import learnt as find_learnt
from workbench.experiments.parts import PartToMeasure, parts_to_measure
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, message
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import tasks_for
from workbench.values.corpus import Split
from workbench.values.dividend import share_of_labels
from workbench.values.measurement import AnswersMeasured
from workbench.values.model_ref import ModelRef
from workbench.values.perplexity import perplexity, written
from workbench.values.progress import Progress
from workbench.values.run import ANSWERS, TOGETHER

SECTION = Section(message("section.results"), place=8)


@SECTION.command("evaluate", message("command.evaluate"))
@on_project
@of_model
@option("--corpus", called=message("word.corpus"), says=message("option.corpus_of_run"))
@of_part
@of_split
@option("--base", called=message("word.model"), says=message("option.base"), is_flag=False, flag_value="")
@number("--context", COUNT, None, message("option.context"))
@number("--stride", COUNT, None, message("option.stride"))
@as_json
def evaluate(project: Path, model: str, corpus: str | None, part: str, as_json: bool, **how: Any) -> None:
    with Project.look(project) as opened:
        services = Workbench(opened)
        chosen = services.models.named(model)
        parts = parts_to_measure(services, chosen, corpus, part)
        found = [_evaluated(services, chosen, model, each, **how) for each in parts]
    if len(found) == 1:
        _show(*found[0], as_json=as_json)
        return
    titles = [say("told.part", part=each.key, corpus=each.corpus) for each in parts]
    lines = [line for title, (_, lines) in zip(titles, found, strict=True) for line in (title, *lines)]
    _show({"model": model, "task": TOGETHER, "parts": [row for row, _ in found]}, lines, as_json=as_json)


def _evaluated(
    services: Workbench, chosen: ModelRef, model: str, each: PartToMeasure, split: Split, base: str | None,
    context: int | None, stride: int | None,
) -> tuple[dict[str, Any], list[str]]:  # fmt: skip
    """The document and the lines."""
    corpus, windows, other = each.corpus, (context, stride), services.models.named(base) if base else None
    lines: Iterable[str]
    compared: tuple[AnswersMeasured, ...] = ()
    if each.of_labels is not None:
        with_before = base is not None
        comparing = compare_labels(services, chosen, corpus, split, with_before=with_before, base=other, part=each.key)
        labels = follow(comparing, show_progress)
        row, lines = compared_json(each.of_labels, labels), compared_lines(labels)
    elif base is None:
        measuring = services.asking.measure(services.asking.asked(chosen), model, corpus, split, *windows)
        evaluation = follow(measuring, show_progress).evaluation
        row, lines = evaluation_json(evaluation), evaluation_lines(evaluation)
    else:
        found = follow(compare(services, chosen, corpus, split, other, *windows), show_progress)
        row, lines = before_after_json(found), before_after_lines(found)
        compared = () if found.answers is None else (found.answers.before, found.answers.after)
    contents = services.project.corpora.named(corpus).contents
    if each.of_labels is None and ANSWERS in tasks_for(services.project.corpora.named(corpus)):
        answers = list(compared or _answers(services, chosen, corpus, split, other, with_before=base is not None))
        row["answers"] = [dataclasses.asdict(each) for each in answers]
        lines = [*lines, *map(answers_line, answers)]
    leaked = None if split is Split.TRAIN else leaks(contents)
    row = {"part": each.key, **row} if each.key else row
    row["leaks"] = {"found": contents.leaks.found, "checked": contents.leaks.checked}
    return row, [*lines, *([said(leaked)] if leaked else [])]


def _answers(
    services: Workbench, chosen: ModelRef, corpus: str, split: Split, other: ModelRef | None, *, with_before: bool
) -> Iterator[AnswersMeasured]:
    """Of what is measured, and before it of what that is compared with."""
    run = services.project.runs.of(chosen)
    before = other if other is not None or run is None else services.project.runs.base_of(run)
    for model in (*((before,) if with_before and before is not None else ()), chosen):
        yield follow(services.conversing.measure(model, corpus, split), show_progress)


def answers_line(found: AnswersMeasured) -> str:
    likeliest, count = f"{found.accuracy:.1%}", Count(found.conversations)
    told = written(perplexity(found.loss), 2)
    return say("told.answers", model=found.model, perplexity=told, likeliest=likeliest, count=count)


@SECTION.command("dividend", message("command.dividend"))
@on_project
@choosing("quick", place=True)
@several("--labels", called=message("word.number"), says=message("option.label_counts"), type=COUNT)
@several("--share", "shares", called=message("word.number"), says=message("option.share"), type=REAL)
@option("--name", called=NAME, says=message("option.dividend_name"))
@as_json
def dividend(
    project: Path, chosen: Chosen, shares: tuple[float, ...], labels: tuple[int, ...], name: str | None, as_json: bool
) -> None:
    settings = chosen.fine_tuning
    with Project.open(project) as opened:
        services = Workbench(opened)
        model = services.models.named(chosen.model)
        if chosen.beside:
            raise KnownError("together.alone")
        plan = trials.plan_of(services, chosen.corpus, model, settings, chosen.task)
        examples = trials.labelled_examples(opened, chosen.corpus, chosen.task)
        wanted = {*shares, *(share_of_labels(count, examples) for count in labels if examples is not None)}
        if wanted:
            plan = replace(plan, shares=tuple(sorted(wanted)))
        found = follow(trials.start_dividend(services, plan, name, spoken(), chosen.where), _show_trials)
    _show(dividend_json(found), map(saving_line, found.savings), as_json=as_json)


@SECTION.command("together", message("command.together"))
@on_project
@on_run
@as_json
def together(project: Path, run: str, as_json: bool) -> None:
    with Project.open(project) as opened:
        found = follow(learn_alone(Workbench(opened), run, spoken()), show_progress)
        names = {gain.run: opened.runs.named(str(gain.run)).name for gain in found}
        learnt = opened.runs.named(run)
    _show(gains_json(learnt, found, names), gain_lines(learnt, found), as_json=as_json)


@SECTION.command("handed", message("command.handed"))
@on_project
@on_run
@as_json
def handed(project: Path, run: str, as_json: bool) -> None:
    with Project.open(project) as opened:
        found = follow(compare_with_untaught(Workbench(opened), run, spoken()), show_progress)
    _show(handed_json(run, found), handed_lines(found), as_json=as_json)


@SECTION.command("learnt", message("command.learnt"))
@on_project
@on_run
@of_split
@as_json
def learnt(project: Path, run: str, split: Split, as_json: bool) -> None:
    with Project.look(project) as opened:
        found = follow(find_learnt(Workbench(opened), run, split), show_progress)
    _show(learnt_json(found), learnt_lines(found), as_json=as_json)


def _show(document: Any, lines: Any, *, as_json: bool) -> None:
    if as_json:
        print_document(document)
        return
    for line in lines:
        print(line)


def _show_trials(event: Progress | Dividend) -> None:
    if isinstance(event, Progress):
        show_progress(event)
