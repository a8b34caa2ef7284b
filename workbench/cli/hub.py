"""The commands that reach the Hugging Face Hub: search, download, the token, and which Hub is asked."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cli import terminal
from workbench.messages.rendering import ENGLISH
from workbench.models.hub.connection import connect, current_endpoint, save_endpoint
from workbench.models.hub.download import download
from workbench.models.hub.search import MOST, HubModel, search
from workbench.models.hub.token import forget_token, keep_token
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.model_ref import from_text

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

COMMANDS = ("search", "download", "token", "hub")


def add_commands(commands: Commands) -> None:
    searching = _command(commands, "search", _search, "search the Hugging Face Hub for models")
    searching.add_argument("words", nargs="+", help="what the model's name has in it")
    searching.add_argument("--language", metavar="CODE", help="such as en, de or zh")
    searching.add_argument("--limit", type=int, default=MOST)
    downloading = _command(
        commands, "download", _download, "download a model from the Hub, or go on where a download stopped"
    )
    downloading.add_argument("project", type=Path, help="the project's folder")
    downloading.add_argument("model", help="the name that the Hub has for it, AUTHOR/NAME")
    for made in (searching, downloading):
        made.add_argument("--endpoint", metavar="ADDRESS", help="another Hub, for this time")
    token = _command(
        commands, "token", _token, "keep a token for gated models in the system's keyring, read from standard input"
    )
    token.add_argument("what", choices=["set", "forget", "show"], help="show tells only whether there is one")
    hub = _command(commands, "hub", _hub, "tell which Hub is asked, or set another one")
    hub.add_argument("--endpoint", metavar="ADDRESS", help="the address of a mirror; empty for the usual Hub")
    for made in (searching, downloading, token, hub):
        made.add_argument("--json", action="store_true", help="print one JSON document")


def _search(options: argparse.Namespace) -> None:
    looking = search(connect(options.endpoint), " ".join(options.words), options.language, options.limit)
    rows = [_model_json(model) for model in terminal.follow(looking, terminal.show_progress)]
    if options.json:
        terminal.show(options, rows, "")
        return
    for row in rows:
        print(_line(row))
    if not rows:
        print("No model of that name was found.", file=sys.stderr)


def _download(options: argparse.Namespace) -> None:
    with Project.open(options.project) as project:
        terminal.follow(download(connect(options.endpoint), options.model), terminal.show_download)
        row = terminal.model_json(Workbench(project).models.find(from_text(options.model)))
    terminal.show(options, row, "{model} is ready: {parameters:,} parameters, in {folder}")


def _token(options: argparse.Namespace) -> None:
    endpoint = current_endpoint()
    if options.what == "set":
        keep_token(endpoint, _secret(f"Token for {endpoint}: "))
    elif options.what == "forget":
        forget_token(endpoint)
    has_token = connect().token is not None
    line = "There is a token for {endpoint}." if has_token else "There is no token for {endpoint}."
    terminal.show(options, {"endpoint": endpoint, "has_token": has_token}, line)


def _hub(options: argparse.Namespace) -> None:
    endpoint = current_endpoint() if options.endpoint is None else save_endpoint(options.endpoint)
    terminal.show(options, {"endpoint": endpoint}, "{endpoint}")


def _secret(question: str) -> str:
    """Never an argument: those can be read by everybody on the computer."""
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline()


def _model_json(model: HubModel) -> dict[str, Any]:
    return {
        "model": model.id,
        "parameters": model.parameters or None,
        "size_bytes": model.size_bytes or None,
        "licence": model.licence or None,
        "languages": list(model.languages),
        "downloads": model.downloads,
        "gated": model.is_gated,
        "readable": model.problem is None,
        "reason": None if model.problem is None else str(model.problem),
    }


def _line(row: dict[str, Any]) -> str:
    if row["reason"] is not None:
        return f"✗ {row['model']}: {row['reason']}"
    facts = [
        ENGLISH.size(row["size_bytes"]) if row["size_bytes"] else "size not stated",
        f"{row['parameters']:,} parameters" if row["parameters"] else "",
        row["licence"] or "licence not stated",
        " ".join(row["languages"]),
        f"{row['downloads']:,} downloads",
        "needs a token" if row["gated"] else "",
    ]
    return f"✓ {row['model']}: {', '.join(fact for fact in facts if fact)}"


def _command(commands: Commands, name: str, action: Any, help_text: str) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=help_text, description=help_text)
    made.set_defaults(action=action)
    return made
