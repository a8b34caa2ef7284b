"""Fine-tuning: a new run, a rate that suits it, and going on with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Section
from workbench.cli.documents import print_document
from workbench.cli.kinds import COUNT
from workbench.cli.learning import ShownTraining, train_to_end
from workbench.cli.options import Chosen, as_json, choosing, named, number, on_project, on_run, with_prompts
from workbench.cli.terminal import follow, rewrite
from workbench.cli.words import say
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import headline_for, headline_of

if TYPE_CHECKING:
    from workbench.training.rate_finder import TriedRate

SECTION = Section(message("section.training"), place=6)


@SECTION.command("train", message("command.train"))
@on_project
@choosing(teacher=True)
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
            teacher=chosen.teacher_in(services.models.named),
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


@SECTION.command("resume", message("command.resume"))
@on_project
@on_run
@number("--more", COUNT, None, message("option.more"))
@as_json
def resume(project: Path, run: str, more: int | None, as_json: bool) -> int:
    with Project.open(project) as opened:
        services, found = Workbench(opened), opened.runs.named(run)
        show = ShownTraining(found.base_validation_loss, headline=headline_of([found]))
        training = services.training.resume(run) if more is None else services.training.extend(run, more)
        return train_to_end(opened, training, show, as_json=as_json, resumed=run)
