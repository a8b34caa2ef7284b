"""The runs of a project: listed, compared, filed, and made again."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, argument, flag, option, several
from workbench.cli.comparison import counted, print_table
from workbench.cli.documents import print_document, run_json
from workbench.cli.experiment_documents import comparison_json
from workbench.cli.kinds import OneOf, at_most_one
from workbench.cli.learning import STATUSES, ShownTraining, made_of, result_of
from workbench.cli.options import NAME, as_json, on_project, on_run
from workbench.cli.terminal import follow_learning, note, tell
from workbench.cli.words import spoken
from workbench.experiments.comparing import XAxis, positions
from workbench.experiments.repeating import Repetition, repeat
from workbench.messages.message import Count, as_list, message
from workbench.messages.rendering import render
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import headline_of
from workbench.values.run import Filing, RunStatus

SECTION = Section(message("section.runs"), place=9)

RUN = message("word.run")


@SECTION.command("runs", message("command.runs"))
@on_project
@as_json
def runs(project: Path, as_json: bool) -> None:
    with Project.look(project) as opened:
        found = opened.runs.every()
    if as_json:
        print_document([run_json(run) for run in found])
        return
    if not found:
        note("told.no_runs")
    for run in found:
        tell("told.run", run=run.name, status=STATUSES[run.status], **made_of(run), result=result_of(run))


@SECTION.command("compare", message("command.compare"))
@on_project
@argument("runs", called=RUN, says=message("argument.runs_or_all"), nargs=-1)
@option("--group", called=NAME, says=message("option.group"))
@several("--curve", "curves", called=NAME, says=message("option.curve"))
@option("--over", says=message("option.over"), type=OneOf(XAxis), default=XAxis.STEPS)
@as_json
def compare(
    project: Path, runs: tuple[str, ...], group: str | None, curves: tuple[str, ...], over: XAxis, as_json: bool
) -> None:
    with Project.open_or_look(project) as opened:
        found = [opened.runs.named(name) for name in runs] or [
            run for run in opened.runs.every() if not run.is_archived and run.status is not RunStatus.QUEUED
        ]
        if group is not None:
            found = [run for run in found if run.group == group]
        found = counted(Workbench(opened), found)
        document = comparison_json(found)
        for run, row in zip(found, document["runs"], strict=True):
            measured = opened.runs.curves(run, curves) if curves else {}
            row["curves"] = {
                name: {over.value: positions(run, curve, over).tolist(), "value": curve.values.tolist()}
                for name, curve in measured.items()
            }
    if as_json:
        print_document(document)
    else:
        print_table(found)


@SECTION.command("file", message("command.file"))
@on_project
@argument("runs", called=RUN, says=message("argument.runs"), nargs=-1, required=True)
@several("--tag", "tags", called=NAME, says=message("option.tag"))
@several("--untag", "untags", called=NAME, says=message("option.untag"))
@option("--group", called=NAME, says=message("option.file_group"))
@option("--note", called=message("word.text"), says=message("option.note"))
@flag("--archive", "archived", says=message("option.archive"))
@flag("--bring-back", "brought_back", says=message("option.bring_back"))
@as_json
def file(
    project: Path, runs: tuple[str, ...], tags: tuple[str, ...], untags: tuple[str, ...], group: str | None,
    note: str | None, archived: bool, brought_back: bool, as_json: bool,
) -> None:  # fmt: skip
    at_most_one([("--archive", archived), ("--bring-back", brought_back)])

    def filed(old: Filing) -> Filing:
        return Filing(
            tags=(*(tag for tag in old.tags if tag not in untags), *tags),
            group=old.group if group is None else group,
            is_archived=archived or (old.is_archived and not brought_back),
            note=old.note if note is None else note,
        )

    with Project.open(project) as opened:
        found = [opened.runs.named(name) for name in runs]
        opened.runs.file({run.id: filed(Filing.of(run)) for run in found})
        found = [opened.runs.named(str(run.id)) for run in found]
    if as_json:
        print_document([run_json(run) for run in found])
        return
    for run in found:
        tell("told.filed", run=run.name, group=run.group, tags=run.tags)


@SECTION.command("again", message("command.again"))
@on_project
@on_run
@as_json
def again(project: Path, run: str, as_json: bool) -> None:
    with Project.open(project) as opened:
        show = ShownTraining(headline=headline_of([opened.runs.named(run)]))
        found, _ = follow_learning(repeat(Workbench(opened), run, spoken()), show)
    if not as_json:
        _tell_repetition(found)
        return
    print_document({
        "run": found.original.name, "again": found.run.name, "same": found.is_same, "compared": found.compared,
        "first_difference": found.first_difference, "largest_difference": found.largest,
        "reasons": [render(reason) for reason in found.reasons],
    })  # fmt: skip


def _tell_repetition(found: Repetition) -> None:
    if found.is_same:
        tell("told.same_numbers", compared=Count(found.compared), again=found.run.name)
        return
    if found.first_difference is None:
        tell("told.nothing_compared", again=found.run.name)
        return
    reasons = as_list(found.reasons) if found.reasons else message("told.nothing_noted")
    apart = {"step": found.first_difference, "largest": f"{found.largest:.3g}"}
    tell("told.other_numbers", again=found.run.name, reasons=reasons, **apart)
