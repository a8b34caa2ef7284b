"""The Hugging Face Hub: search, download, the token, and which Hub is asked."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, argument, option
from workbench.cli.documents import hub_model_json, model_json, print_document
from workbench.cli.kinds import WHOLE, OneOf
from workbench.cli.options import NAME, as_json, number, on_project
from workbench.cli.terminal import follow, note, secret, show_download, show_progress, tell
from workbench.cli.words import said, say
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Size, message
from workbench.models.card import Origin, UnreadableModel
from workbench.models.catalogue import look_at
from workbench.models.hub.connection import connect, current_endpoint, save_endpoint
from workbench.models.hub.download import download as download_model
from workbench.models.hub.gguf_files import GgufChoice
from workbench.models.hub.search import MOST, HubModel
from workbench.models.hub.search import search as search_hub
from workbench.models.hub.token import forget_token, keep_token
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder, from_text

SECTION = Section(message("section.hub"), place=5)

another_hub = option("--endpoint", called=message("word.address"), says=message("option.endpoint_once"))


@SECTION.command("search", message("command.search"))
@argument("words", called=message("word.words"), says=message("argument.search"), nargs=-1, required=True)
@option("--language", called=message("word.code"), says=message("option.language"))
@number("--limit", WHOLE, MOST, message("option.limit"))
@another_hub
@as_json
def search(words: tuple[str, ...], language: str | None, limit: int, endpoint: str | None, as_json: bool) -> None:
    found = follow(search_hub(connect(endpoint), " ".join(words), language, limit), show_progress)
    if as_json:
        print_document([hub_model_json(model) for model in found])
        return
    for model in found:
        print(_line(model))
        for choice in model.choices:
            print(f"    {_line_of_file(choice)}")
    if not found:
        note("told.no_such_model")


@SECTION.command("download", message("command.download"))
@on_project
@argument("model", called=message("word.hub_model"), says=message("argument.hub_model"))
@option("--file", called=NAME, says=message("option.gguf_file"), default="")
@another_hub
@as_json
def download(project: Path, model: str, file: str, endpoint: str | None, as_json: bool) -> None:
    with Project.open(project) as opened:
        place = follow(download_model(connect(endpoint), model, file), show_download)
        card = look_at(place, Origin.HUB)
        if isinstance(card, UnreadableModel):  # an addition whose base is not here
            raise KnownError.of(card.reason)
        found = Workbench(opened).models.find(Folder(place) if place.is_file() else from_text(model))
    if as_json:
        print_document(model_json(found))
    else:
        tell("told.downloaded", model=found.ref, parameters=Count(found.parameters), folder=found.folder)


@SECTION.command("token", message("command.token"))
@argument("what", called=message("word.what"), says=message("argument.token"), type=OneOf(("set", "forget", "show")))
@as_json
def token(what: str, as_json: bool) -> None:
    endpoint = current_endpoint()
    if what == "set":
        keep_token(endpoint, secret(say("told.ask_token", endpoint=endpoint)))
    elif what == "forget":
        forget_token(endpoint)
    has_token = connect().token is not None
    if as_json:
        print_document({"endpoint": endpoint, "has_token": has_token})
    elif has_token:
        tell("told.has_token", endpoint=endpoint)
    else:
        tell("told.no_token", endpoint=endpoint)


@SECTION.command("hub", message("command.hub"))
@option("--endpoint", called=message("word.address"), says=message("option.endpoint"))
@as_json
def hub(endpoint: str | None, as_json: bool) -> None:
    chosen = current_endpoint() if endpoint is None else save_endpoint(endpoint)
    if as_json:
        print_document({"endpoint": chosen})
    else:
        print(chosen)


def _line_of_file(choice: GgufChoice) -> str:
    if choice.problem is not None:
        return f"✗ {choice.name}: {said(choice.problem.message)}"
    return f"✓ {choice.name}: {said(Size(choice.size_bytes))}"


def _line(model: HubModel) -> str:
    if model.problem is not None:
        return f"✗ {model.id}: {said(model.problem.message)}"
    facts = [
        _size(model),
        say("told.parameters", count=Count(model.parameters)) if model.parameters else "",
        say("told.added_to", base=model.added_to) if model.added_to else "",
        model.licence or say("told.no_licence"),
        " ".join(model.languages),
        say("told.downloads", count=Count(model.downloads)),
        say("told.needs_token") if model.is_gated else "",
    ]
    return f"✓ {model.id}: {said(tuple(filter(None, facts)))}"


def _size(model: HubModel) -> str:
    """Of its weights; of several files of which one is fetched, the list of them tells."""
    if model.choices:
        return ""
    return said(Size(model.size_bytes) if model.size_bytes else message("told.no_size"))
