"""Commands for several runs: compare and file them, let them wait for each other, vary settings on purpose."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable
from typing import Any

from workbench.cli import terminal
from workbench.experiments.comparing import (
    RESULTS,
    UNKNOWN_BYTES,
    Comparable,
    XAxis,
    comparable,
    differences,
    positions,
    result_of,
    value_of,
)
from workbench.experiments.queue import Queue, QueueEvent, TurnBegan, TurnEnded, error_of
from workbench.experiments.sweep import NO_WINNER, Sweep, Varied, in_words, plan, queue_sweep
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.run import Filing, Run, RunStatus

COMMANDS = ("compare", "file", "queue", "sweep")

Action = Callable[[argparse.Namespace], Any]


def add_commands(on_project: Callable[[str, Action, str], argparse.ArgumentParser]) -> None:
    compare = on_project("compare", _compare, "list the settings in which runs differ, beside their results")
    compare.add_argument(
        "runs", nargs="*", metavar="RUN", help="names or numbers; without any, all that are not archived"
    )
    compare.add_argument("--group", help="the runs of this group, or of the sweep of that name")
    compare.add_argument(
        "--curve", action="append", default=[], metavar="NAME",
        help="with --json, also the points of this curve, such as loss or validation_loss; may be repeated",
    )  # fmt: skip
    compare.add_argument(
        "--over", choices=[over.value for over in XAxis], default=XAxis.STEPS.value, help="the curves' axis"
    )

    filing = on_project("file", _file, "tag, group, note and archive runs")
    filing.add_argument("runs", nargs="+", metavar="RUN")
    filing.add_argument("--tag", action="append", default=[], help="give the runs this tag")
    filing.add_argument("--untag", action="append", default=[], help="take this tag from the runs")
    filing.add_argument("--group", help="put the runs into this group; an empty name takes them out of theirs")
    filing.add_argument("--note", help="replace the note of each run")
    archive = filing.add_mutually_exclusive_group()
    archive.add_argument("--archive", dest="archived", action="store_true", default=None)
    archive.add_argument("--bring-back", dest="archived", action="store_false", help="from the archive")

    queue = on_project("queue", _queue, "list, add, order, remove or make the runs that wait for their turn")
    acts = queue.add_subparsers(metavar="ACTION")
    add = acts.add_parser("add", help="let a run wait for its turn")
    add.set_defaults(action=_queue_add)
    terminal.add_training_options(add)
    add.add_argument("--name", help="the run's name")
    terminal.add_prompt_option(add)
    go = acts.add_parser("run", help="make the waiting runs one after another")
    go.set_defaults(action=_queue_run)
    remove = acts.add_parser("remove", help="take runs out of the queue")
    remove.set_defaults(action=_queue_remove)
    remove.add_argument("runs", nargs="+", metavar="RUN")
    move = acts.add_parser("move", help="give a waiting run another place")
    move.set_defaults(action=_queue_move)
    move.add_argument("run", metavar="RUN")
    move.add_argument("place", type=int, help="1 for the next")
    clear = acts.add_parser("clear", help="let nothing wait any more")
    clear.set_defaults(action=_queue_clear)

    sweep = on_project("sweep", _sweep, "vary one or two settings, mark the run that does best, prune the others")
    terminal.add_training_options(sweep)
    sweep.add_argument(
        "--vary", action="append", required=True, metavar="KEY=VALUES",
        help="what to try: learning_rate=1e-4,3e-4 or learning_rate=1e-5..1e-2:log:4; once or twice",
    )  # fmt: skip
    sweep.add_argument("--draws", type=int, default=0, help="so many at random instead of every combination")
    sweep.add_argument("--draw-seed", type=int, default=0, help="the same seed draws the same values")
    sweep.add_argument("--together", action="store_true", help="the budget is for all runs together, not for each")
    sweep.add_argument("--name", help="the name of the sweep, which is the group of its runs")
    sweep.add_argument("--keep-all", action="store_true", help="keep the checkpoints of the runs that lose")
    sweep.add_argument("--costs", action="store_true", help="only tell what each run costs")
    sweep.add_argument("--later", action="store_true", help="let the runs wait in the queue")
    terminal.add_prompt_option(sweep)
    for made in (compare, filing, queue, add, go, remove, move, clear, sweep):
        made.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document")
        made.set_defaults(json=False)


def comparison_json(runs: list[Run]) -> dict[str, Any]:
    """The document of `compare --json`: what differs, whether and by what the runs may be ranked, and for each run its
    values and results."""
    differ = [difference.name for difference in differences(runs)]
    ranking = comparable(runs)
    return {
        "differ": differ,
        "ranked_by": ranking.measure,
        "why": ranking.why or None,
        "runs": [
            {
                "run": run.name,
                "status": run.status.value,
                "winner": run.is_winner,
                "settings": {name: value_of(run, name) for name in differ},
                "results": {name: result_of(run, name) for name in RESULTS},
                **terminal.measured_json(run),
            }
            for run in runs
        ],
    }


def _compare(options: argparse.Namespace) -> None:
    with Project.open_or_look(options.project) as project:
        runs = [project.runs.named(name) for name in options.runs] or [
            run for run in project.runs.every() if not run.is_archived and run.status is not RunStatus.QUEUED
        ]
        if options.group is not None:
            runs = [run for run in runs if run.group == options.group]
        runs = _counted(Workbench(project), runs)
        found = comparison_json(runs)
        for run, row in zip(runs, found["runs"], strict=True):
            curves = project.runs.curves(run, options.curve) if options.curve else {}
            row["curves"] = {
                name: {
                    options.over: positions(run, curve, XAxis(options.over)).tolist(),
                    "value": curve.values.tolist(),
                }
                for name, curve in curves.items()
            }
    if options.json:
        terminal.show(options, found, "")
    else:
        _print_table(found, comparable(runs))


def _counted(services: Workbench, runs: list[Run]) -> list[Run]:
    """With the bits per byte of those that an older version made, where only these can be compared."""
    if comparable(runs).why == UNKNOWN_BYTES:
        terminal.follow(services.training.count_bytes(runs), terminal.show_progress)
    return [services.project.runs.named(str(run.id)) for run in runs]


def _print_table(found: dict[str, Any], ranking: Comparable) -> None:
    """A column for each setting that differs, then the results; the best first where there is a best."""
    head = ["run", *found["differ"], "kept loss/token", "bits/byte", "kept step", "steps", "seconds", "tokens/s"]
    rows = []
    ranked = found["runs"]
    if ranking.measure is not None:
        ranked = sorted(ranked, key=lambda row: _last_if_none(row["results"][ranking.result]))
    for row in ranked:
        results = row["results"]
        rows.append(
            [
                ("★ " if row["winner"] else "") + row["run"],
                *(_cell(row["settings"][name]) for name in found["differ"]),
                _cell(results["best_validation_loss"]),
                _cell(results["best_bits_per_byte"]),
                _cell(results["kept_step"]),
                _cell(results["steps"]),
                _cell(round(results["seconds"])),
                _cell(results["tokens_per_second"] and round(results["tokens_per_second"])),
            ]
        )
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for line in (head, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    if ranking.why:
        print(ranking.why)


def _last_if_none(value: float | None) -> float:
    return float("inf") if value is None else value


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def _file(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        runs = [project.runs.named(name) for name in options.runs]
        project.runs.file({run.id: _filing(Filing.of(run), options) for run in runs})
        rows = [terminal.run_json(project.runs.named(str(run.id))) for run in runs]
    terminal.show(options, rows, "{run}  group “{group}”  tags {tags}")


def _filing(old: Filing, options: argparse.Namespace) -> Filing:
    return Filing(
        tags=(*(tag for tag in old.tags if tag not in options.untag), *options.tag),
        group=old.group if options.group is None else options.group,
        is_archived=old.is_archived if options.archived is None else options.archived,
        note=old.note if options.note is None else options.note,
    )


def _queue(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        _show_waiting(options, Queue(Workbench(project)))


def _queue_add(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        services = Workbench(project)
        queue, model = Queue(services), services.models.named(options.model)
        queue.add(options.corpus, model, terminal.fine_tuning(options), options.name, options.prompt)
        _show_waiting(options, queue)


def _queue_remove(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        queue = Queue(Workbench(project))
        queue.remove([project.runs.named(name) for name in options.runs])
        _show_waiting(options, queue)


def _queue_move(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        queue = Queue(Workbench(project))
        run = project.runs.named(options.run)
        queue.move(run, queue.place(run) + 1 - options.place)
        _show_waiting(options, queue)


def _queue_clear(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        queue = Queue(Workbench(project))
        queue.remove(queue.waiting())
        _show_waiting(options, queue)


def _show_waiting(options: argparse.Namespace, queue: Queue) -> None:
    rows = [{"place": place, **terminal.run_json(run)} for place, run in enumerate(queue.waiting(), start=1)]
    terminal.show(options, rows, "{place:>3}  {run}  {corpus} ← {model}")


def _queue_run(options: argparse.Namespace) -> int:
    with Project.open(options.project) as project:
        return _run_queue(options, project, Queue(Workbench(project)))


def _run_queue(options: argparse.Namespace, project: Project, queue: Queue, sweep_id: int | None = None) -> int:
    """Make what waits, or what waits of one sweep; the exit status is that of a failure if a run failed."""
    failed = 0
    show_training = terminal.ShownTraining()

    def show(event: QueueEvent) -> None:
        nonlocal failed, show_training
        if isinstance(event, TurnBegan):
            print(f"{event.run.name}:", file=sys.stderr)
            show_training = terminal.ShownTraining()
        elif isinstance(event, TurnEnded):
            terminal.end_progress()
            failed += event.run.status is RunStatus.FAILED
            if event.error is not None:
                print(f"{event.run.name}: {error_of(event)}", file=sys.stderr)
            if event.freed_bytes:
                print(f"pruned checkpoints, {event.freed_bytes / 1e6:,.1f} MB freed", file=sys.stderr)
        else:
            show_training(event)

    ended, interrupted = terminal.follow_learning(queue.run(sweep_id), show)
    made = [project.runs.named(str(run.id)) for run in ended]
    found = comparison_json(made)
    if options.json:
        terminal.show(options, found, "")
    elif ended:
        _print_table(found, comparable(made))
    if interrupted:
        return 130
    return 1 if failed else 0


def _sweep(options: argparse.Namespace) -> int:
    sweep = Sweep(
        terminal.fine_tuning(options),
        tuple(map(Varied.parse, options.vary)),
        options.draws,
        options.draw_seed,
        is_shared=options.together,
    )
    with Project.open(options.project) as project:
        services = Workbench(project)
        model = services.models.named(options.model)
        planned = plan(services, options.corpus, model, sweep)
        costs = [
            {"run": in_words(each.fine_tuning, sweep), **dataclasses.asdict(each.estimate)} for each in planned
        ]  # fmt: skip
        if options.costs:
            for row, each in zip(costs, planned, strict=True):
                row["expected"] = terminal.expected_duration([each.estimate])
            terminal.show(options, costs, "{run}: {steps:,} steps, {expected}, {fit}")
            return 0
        together = terminal.expected_duration([each.estimate for each in planned])
        print(f"{len(costs)} runs, together {together}", file=sys.stderr)
        if not sweep.has_winner:
            print(NO_WINNER, file=sys.stderr)
        record = queue_sweep(
            services, options.corpus, model, sweep, options.name, options.prompt, keeps_all=options.keep_all
        )
        queue = Queue(services)
        if options.later:
            _show_waiting(options, queue)
            return 0
        return _run_queue(options, project, queue, record.id)
