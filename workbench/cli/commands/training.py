"""Fine-tuning: a new run, a rate that suits it, and going on with one."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Section, flag, option
from workbench.cli.documents import print_document
from workbench.cli.kinds import COUNT, WHOLE, OneOf
from workbench.cli.learning import ShownTraining, train_to_end
from workbench.cli.options import (
    Chosen,
    as_json,
    at_place,
    choosing,
    named,
    named_place,
    number,
    on_project,
    on_run,
    with_prompts,
)
from workbench.cli.terminal import follow, note, rewrite, secret, tell
from workbench.cli.words import say
from workbench.messages.errors import KnownError
from workbench.messages.message import Memory, message
from workbench.project.project import Project
from workbench.services.places import look_at
from workbench.services.workbench import Workbench
from workbench.tasks.registry import headline_for, headline_of
from workbench.training.places import cluster_settings
from workbench.training.places.hand import follow_here, gathered
from workbench.training.workers import team_of_environment
from workbench.values.place import PlaceKind, Where
from workbench.values.run import RunStatus

if TYPE_CHECKING:
    from workbench.training.rate_finder import TriedRate

SECTION = Section(message("section.training"), place=6)


@SECTION.command("train", message("command.train"))
@on_project
@choosing(teacher=True, place=True)
@named
@with_prompts
@as_json
def train(project: Path, chosen: Chosen, name: str | None, prompts: tuple[str, ...], as_json: bool) -> int:
    settings = chosen.fine_tuning
    headline = headline_for(chosen.inputs)
    with Project.open(project) as opened:
        services = Workbench(opened)
        model = services.models.named(chosen.model)
        advice = services.planning.advice(chosen.corpus, model, settings, task=chosen.task, beside=chosen.beside)
        show = ShownTraining(notes=[each.said for each in advice], headline=headline)
        training = services.training.train(
            chosen.corpus, model, settings, name, prompts, task=chosen.task, beside=chosen.beside,
            teacher=chosen.teacher_in(services.models.named), where=chosen.where,
        )  # fmt: skip
        return train_to_end(opened, training, show, as_json=as_json)


@SECTION.command("find-rate", message("command.find_rate"))
@on_project
@choosing()
@as_json
def find_rate(project: Path, chosen: Chosen, as_json: bool) -> None:
    settings = chosen.fine_tuning
    tried: list[dict[str, float]] = []

    def show(each: TriedRate) -> None:
        tried.append({"learning_rate": each.learning_rate, "loss": each.loss})
        rewrite(say("told.tried_rate", rate=f"{each.learning_rate:.2g}", loss=f"{each.loss:.3f}"))

    with Project.look(project) as opened:
        services = Workbench(opened)
        model = services.models.named(chosen.model)
        ramp = services.training.find_learning_rate(
            chosen.corpus, model, settings, task=chosen.task, beside=chosen.beside
        )
        suggestion = follow(ramp, show)
    if as_json:
        print_document({"suggestion": suggestion, "tried": tried})
    else:
        print(f"{suggestion:g}")


@SECTION.command("cluster", message("command.cluster"))
@option("--address", called=message("word.address"), says=message("option.cluster_address"))
@number("--cores", WHOLE, None, message("option.cluster_cores"))
@number("--workers", WHOLE, None, message("option.cluster_workers"))
@number("--disk", WHOLE, None, message("option.cluster_disk"))
@option("--token", called=message("word.what"), says=message("option.cluster_token"), type=OneOf(("set", "forget")))
@flag("--test", says=message("option.cluster_test"))
@flag("--local", says=message("option.cluster_local"))
@as_json
def cluster(
    address: str | None, cores: int | None, workers: int | None, disk: int | None, token: str | None, test: bool,
    local: bool, as_json: bool,
) -> None:  # fmt: skip
    known = cluster_settings.settings()
    if any(each is not None for each in (address, cores, workers, disk)):
        known = cluster_settings.save(
            known.address if address is None else address,
            known.cores if cores is None else cores,
            known.workers if workers is None else workers,
            known.disk if disk is None else disk,
        )
    where = Where(PlaceKind.LOCAL_CLUSTER) if local else known.where
    if token is not None or (test and where is None):
        if known.where is None:
            raise KnownError("place.no_address")
        if token is not None:
            typed = secret(say("told.ask_token", endpoint=known.address)) if token == "set" else ""
            cluster_settings.keep_token_of(known.where, typed)
    found = None
    if (test or local) and where is not None:
        found = follow(look_at(where), lambda _: None)
    if as_json:
        told = {
            "address": known.address, "cores_of_a_run": known.cores_of_a_run, "workers_of_a_run": known.workers,
            "gigabytes_of_text_of_a_worker": known.disk,
        }  # fmt: skip
        print_document(told if found is None else told | {"found": dataclasses.asdict(found)})
        return
    print(known.address or say("told.no_cluster"))
    tell("told.cluster_shares", workers=known.workers, cores=known.cores_of_a_run, disk=known.disk)
    if found is not None:
        tell("told.cluster", version=found.version, cores=round(found.cores), computers=len(found.nodes))
        for node in found.nodes:
            tell(
                "told.node", name=node.name, cores=round(node.cores), memory=Memory(node.memory), gpus=round(node.gpus)
            )


@SECTION.command("work", message("command.work"))
@on_project
@on_run
@as_json
def work(project: Path, run: str, as_json: bool) -> int:
    team = team_of_environment()
    with Project.look(project) as looked:
        found = looked.runs.named(run)
    if found.status is RunStatus.FINISHED:
        raise KnownError("work.over", name=found.name)
    note("told.workers", rank=team.rank + 1, workers=len(team.addresses), run=found.name)
    workers = gathered(team)
    note("told.workers_here")
    if not workers.leads:
        follow_here(found.folder, workers)
        return 0
    with Project.open(project) as opened:
        services, where = Workbench(opened), Where(PlaceKind.WORKERS).with_workers(workers.size)
        services.training.places.leads = workers
        show = ShownTraining(found.base_validation_loss, headline=headline_of([found]))
        if found.status is RunStatus.QUEUED:
            waiting = opened.runs.move(found, where)
            return train_to_end(opened, services.training.begin_run(waiting), show, as_json=as_json)
        return train_to_end(opened, services.training.resume(run, where), show, as_json=as_json, resumed=run)


@SECTION.command("resume", message("command.resume"))
@on_project
@on_run
@number("--more", COUNT, None, message("option.more"))
@at_place
@as_json
def resume(project: Path, run: str, more: int | None, where: str | None, as_json: bool) -> int:
    at = None if where is None else named_place(where)
    with Project.open(project) as opened:
        services, found = Workbench(opened), opened.runs.named(run)
        show = ShownTraining(found.base_validation_loss, headline=headline_of([found]))
        training = services.training.resume(run, at) if more is None else services.training.extend(run, more, at)
        return train_to_end(opened, training, show, as_json=as_json, resumed=run)
