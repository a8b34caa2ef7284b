"""The models to start from."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, option
from workbench.cli.documents import model_json, print_document
from workbench.cli.kinds import COUNT
from workbench.cli.options import NAME, as_json, number, of_model, on_project, on_project_or_none
from workbench.cli.terminal import follow, note, show_progress, tell
from workbench.cli.words import spoken
from workbench.exporting.smaller import layers_of, make_smaller
from workbench.messages.message import Count, Size, message
from workbench.models.catalogue import catalogue, unreadable
from workbench.models.found import found_files
from workbench.models.hub.cache import cached_models, unreadable_models
from workbench.models.hub.connection import cache_folder
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.network_kind import NetworkKind

SECTION = Section(message("section.models"), place=4)

KINDS = {
    NetworkKind.TRANSFORMER: message("kind.transformer"),
    NetworkKind.LSTM: message("kind.lstm"),
}


@SECTION.command("models", message("command.models"))
@on_project_or_none
@as_json
def models(project: Path | None, as_json: bool) -> None:
    if project is None:
        files = found_files(cache_folder())
        found = catalogue(files, cached_models(cache_folder()))
        odd = (*unreadable(files), *unreadable_models(cache_folder()))
    else:
        with Project.look(project) as opened:
            models = Workbench(opened).models
            found, odd = models.every(), models.unreadable()
    if as_json:
        print_document([model_json(model) for model in found])
        return
    for model in found:
        sizes = {"parameters": Count(model.parameters), "context": model.context_length}
        if model.quantisation and not model.trained_on:
            stored = {"name": model.name, "size": Size(model.size_bytes), "quantisation": model.quantisation}
            tell("told.model_file", model=model.ref, kind=KINDS[model.kind], **stored, **sizes)
            continue
        tell("told.model", model=model.ref, kind=KINDS[model.kind], trained_on=model.trained_on, **sizes)
        if model.addition is not None:
            tell("told.addition", base=model.addition.base, rank=model.addition.rank)
    for each in odd:
        note("told.unreadable", model=each.name, reason=each.reason)


@SECTION.command("smaller", message("command.smaller"))
@on_project
@of_model
@number("--layers", COUNT, None, message("option.layers"))
@option("--name", called=NAME, says=message("option.smaller_name"))
@as_json
def smaller(project: Path, model: str, layers: int | None, name: str | None, as_json: bool) -> None:
    with Project.open(project) as opened:
        services = Workbench(opened)
        ref = services.models.named(model)
        there = layers or max(1, layers_of(services, ref) // 2)
        made = follow(make_smaller(services, ref, there, name, spoken()), show_progress)
    if as_json:
        print_document(model_json(made))
    else:
        sizes = {"parameters": Count(made.parameters), "context": made.context_length}
        tell("told.model", model=made.ref, kind=KINDS[made.kind], trained_on=made.trained_on, **sizes)
