"""Several runs on purpose: a queue in which they wait for each other, and a sweep that varies settings."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from workbench.cli.command import Section, argument, flag, option, several
from workbench.cli.documents import print_document, run_json
from workbench.cli.kinds import WHOLE
from workbench.cli.learning import expected_duration, made_of
from workbench.cli.options import NAME, Chosen, as_json, choosing, named, number, on_project, with_prompts
from workbench.cli.queueing import FITS, run_queue
from workbench.cli.terminal import keep, note, tell
from workbench.cli.words import marked, spoken
from workbench.experiments.queue import Queue
from workbench.experiments.sweep import NO_WINNER, PlannedRun, Sweep, Varied, in_words, plan, queue_sweep, setting_in
from workbench.messages.message import Count, message
from workbench.messages.rendering import written
from workbench.project.project import Project
from workbench.services.workbench import Workbench

SECTION = Section(message("section.experiments"), place=10)

RUN = message("word.run")


@dataclass(frozen=True)
class OnQueue:
    """What the actions of `queue` are done on."""

    project: Path
    as_json: bool

    def show(self, queue: Queue, *, as_json: bool = False) -> None:
        waiting = list(enumerate(queue.waiting(), start=1))
        if as_json or self.as_json:
            print_document([{"place": place, **run_json(run)} for place, run in waiting])
            return
        if not waiting:
            note("told.nothing_waits")
        for place, run in waiting:
            tell("told.waiting", place=f"{place:>3}", run=run.name, **made_of(run))


@SECTION.group("queue", message("command.queue"))
@on_project
@as_json
@click.pass_context
def queue(ctx: click.Context, project: Path, as_json: bool) -> None:
    ctx.obj = OnQueue(project, as_json)
    if ctx.invoked_subcommand is None:
        with Project.look(project) as opened:
            ctx.obj.show(Queue(Workbench(opened)))


@queue.command("add", says=message("command.queue_add"))
@choosing(teacher=True, place=True)
@named
@with_prompts
@as_json
@click.pass_obj
def queue_add(on: OnQueue, chosen: Chosen, name: str | None, prompts: tuple[str, ...], as_json: bool) -> None:
    with Project.open(on.project) as opened:
        services = Workbench(opened)
        waiting, model = Queue(services), services.models.named(chosen.model)
        waiting.add(
            chosen.corpus, model, chosen.fine_tuning, name, prompts, task=chosen.task, beside=chosen.beside,
            teacher=chosen.teacher_in(services.models.named), where=chosen.where,
        )  # fmt: skip
        on.show(waiting, as_json=as_json)


@queue.command("run", says=message("command.queue_run"))
@as_json
@click.pass_obj
def queue_run(on: OnQueue, as_json: bool) -> int:
    with Project.open(on.project) as opened:
        return run_queue(opened, Queue(Workbench(opened)), as_json=as_json or on.as_json)


@queue.command("remove", says=message("command.queue_remove"))
@argument("runs", called=RUN, says=message("argument.runs"), nargs=-1, required=True)
@as_json
@click.pass_obj
def queue_remove(on: OnQueue, runs: tuple[str, ...], as_json: bool) -> None:
    with Project.open(on.project) as opened:
        waiting = Queue(Workbench(opened))
        waiting.remove([opened.runs.named(name) for name in runs])
        on.show(waiting, as_json=as_json)


@queue.command("move", says=message("command.queue_move"))
@argument("run", called=RUN, says=message("argument.run"))
@argument("place", called=message("word.place"), says=message("argument.place"), type=WHOLE)
@as_json
@click.pass_obj
def queue_move(on: OnQueue, run: str, place: int, as_json: bool) -> None:
    with Project.open(on.project) as opened:
        waiting, found = Queue(Workbench(opened)), opened.runs.named(run)
        waiting.move(found, waiting.place(found) + 1 - place)
        on.show(waiting, as_json=as_json)


@queue.command("clear", says=message("command.queue_clear"))
@as_json
@click.pass_obj
def queue_clear(on: OnQueue, as_json: bool) -> None:
    with Project.open(on.project) as opened:
        waiting = Queue(Workbench(opened))
        waiting.remove(waiting.waiting())
        on.show(waiting, as_json=as_json)


@SECTION.command("sweep", message("command.sweep"))
@on_project
@choosing(teacher=True, place=True)
@several("--vary", "varied", called=message("word.values"), says=message("option.vary"), required=True)
@number("--draws", WHOLE, 0, message("option.draws"))
@number("--draw-seed", WHOLE, 0, message("option.draw_seed"))
@flag("--together", says=message("option.together"))
@option("--name", called=NAME, says=message("option.sweep_name"))
@flag("--keep-all", says=message("option.keep_all"))
@flag("--costs", says=message("option.costs"))
@flag("--later", says=message("option.later"))
@with_prompts
@as_json
def sweep(
    project: Path, chosen: Chosen, varied: tuple[str, ...], draws: int, draw_seed: int, together: bool,
    name: str | None, keep_all: bool, costs: bool, later: bool, prompts: tuple[str, ...], as_json: bool,
) -> int:  # fmt: skip
    wanted = Sweep(chosen.fine_tuning, tuple(map(Varied.parse, varied)), draws, draw_seed, is_shared=together)
    with Project.open(project) as opened:
        services = Workbench(opened)
        model = services.models.named(chosen.model)
        planned = plan(services, chosen.corpus, model, wanted, task=chosen.task, beside=chosen.beside)
        if costs:
            _show_costs(planned, wanted, as_json=as_json)
            return 0
        note("told.sweep", count=len(planned), expected=expected_duration([each.estimate for each in planned]))
        if not wanted.has_winner:
            keep(marked("Sweep", NO_WINNER))
        record = queue_sweep(
            services,
            chosen.corpus,
            model,
            wanted,
            name,
            prompts,
            keeps_all=keep_all,
            task=chosen.task,
            beside=chosen.beside,
            teacher=chosen.teacher_in(services.models.named),
            where=chosen.where,
            language=spoken(),
        )
        waiting = Queue(services)
        if later:
            OnQueue(project, as_json).show(waiting)
            return 0
        return run_queue(opened, waiting, record.id, as_json=as_json)


def _show_costs(planned: tuple[PlannedRun, ...], wanted: Sweep, *, as_json: bool) -> None:
    rows = [(in_words(each.fine_tuning, wanted, partial(setting_in, spoken())), each.estimate) for each in planned]
    if as_json:
        print_document([
            {"run": run, **dataclasses.asdict(estimate), "expected": written(expected_duration([estimate]))}
            for run, estimate in rows
        ])  # fmt: skip
        return
    for run, estimate in rows:
        fit = FITS[estimate.fit]
        tell("told.cost", run=run, steps=Count(estimate.steps), expected=expected_duration([estimate]), fit=fit)
