"""Searching a Hub: what there is, how large it is, under which licence, and whether it can be opened here."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from workbench.ground.answers import dictionary, texts
from workbench.messages.errors import KnownError
from workbench.models.hub.connection import Connection
from workbench.models.hub.failures import is_about_the_model, translated
from workbench.models.hub.gguf_files import GgufChoice, check_architecture, choices
from workbench.models.hub.plan import (
    check_config,
    check_quantised,
    is_known_family,
    is_only_adapter,
    is_only_gguf,
    look_up,
    needed_files,
)
from workbench.models.hub.requests import listed
from workbench.models.hub.waiting import result_of
from workbench.values.progress import Progress

MOST = 30  # models of one search
_EXPANDED = ["cardData", "config", "downloads", "gated", "gguf", "safetensors", "siblings", "tags"]
_GGUF = "gguf"  # as people write it in a search, and as the Hub calls its files, which often lack every other label
_LANGUAGE_TAG = re.compile(r"[a-z]{2}")
_BYTES = {"F64": 8, "I64": 8, "U64": 8, "F32": 4, "I32": 4, "U32": 4, "F16": 2, "BF16": 2, "I16": 2, "U16": 2}


@dataclass(frozen=True)
class HubModel:
    """A model on a Hub, as far as is known without downloading it."""

    id: str
    parameters: int  # 0 where the Hub does not say
    size_bytes: int  # of the weights; 0 where it is not known
    licence: str
    languages: tuple[str, ...]  # as the authors say, mostly ISO 639-1
    downloads: int  # in the last thirty days
    is_gated: bool  # its authors ask to accept conditions
    problem: KnownError | None  # why it cannot be opened here
    added_to: str = ""  # of an adapter, what its authors say that it is an addition to
    choices: tuple[GgufChoice, ...] = ()  # of a repository of GGUF files: one of them is the model


def search(
    connection: Connection, words: str, language: str | None = None, most: int = MOST
) -> Generator[Progress, None, tuple[HubModel, ...]]:
    """Models whose name has `words`, in `language` where one is named; those that can be opened first.

    Raises KnownError("hub.…").
    """
    parameters: dict[str, Any] = {
        "search": words, "pipeline_tag": "text-generation", "sort": "downloads", "limit": most, "expand": _EXPANDED,
    }  # fmt: skip
    filters = [language] if language else []
    if _GGUF in words.lower().split():
        del parameters["pipeline_tag"]
        filters.append(_GGUF)
    if filters:
        parameters["filter"] = filters
    answers = yield from result_of(lambda: _listed(connection, parameters), Progress(0, 0))
    found: list[HubModel] = []
    for answer in answers[:most]:
        model = read_answer(answer)
        if model.problem is None and _is_gguf(answer):
            model = yield from result_of(partial(_with_choices, connection, model), Progress(len(found), len(answers)))
        elif model.problem is None and not (model.size_bytes and is_known_family(_family(answer))):
            model = yield from result_of(partial(_looked_up, connection, model), Progress(len(found), len(answers)))
        found.append(model)
        yield Progress(len(found), len(answers))
    return tuple(sorted(found, key=lambda model: model.problem is not None))


def read_answer(answer: dict[str, Any]) -> HubModel:
    """One model of a Hub's list; fields that are missing or of another kind than they should be count as unknown."""
    card, tags = dictionary(answer.get("cardData")), texts(answer.get("tags"))
    counts = _counts(answer)
    licence = card.get("license") or next((tag[8:] for tag in tags if tag.startswith("license:")), "")
    model = str(answer["id"])
    total = dictionary(answer.get("gguf")).get("total")
    return HubModel(
        id=model,
        parameters=sum(counts.values()) or (total if isinstance(total, int) else 0),
        size_bytes=sum(_BYTES.get(kind, 1) * count for kind, count in counts.items()),
        licence=", ".join(texts(licence)),
        languages=texts(card.get("language")) or tuple(tag for tag in tags if _LANGUAGE_TAG.fullmatch(tag)),
        downloads=answer["downloads"] if isinstance(answer.get("downloads"), int) else 0,
        is_gated=bool(answer.get("gated")),
        problem=_problem(model, answer),
        added_to=next(iter(texts(card.get("base_model"))), "") if is_only_adapter(_names(answer)) else "",
    )


def _problem(model: str, answer: dict[str, Any]) -> KnownError | None:
    """Why it cannot be opened, as far as a list tells; what it does not tell is no problem yet."""
    family = _family(answer)
    try:
        if _is_gguf(answer):
            check_architecture(model, answer.get("gguf"))
            return None
        if isinstance(answer.get("siblings"), list):
            needed_files(model, _names(answer))
        if family and is_known_family(family) is False:
            check_config(model, json.dumps({"model_type": family}).encode())
        check_quantised(model, dictionary(answer.get("config")), _counts(answer))
    except KnownError as error:
        return error
    return None


def _names(answer: dict[str, Any]) -> list[str]:
    files = answer.get("siblings")
    return [str(dictionary(file).get("rfilename")) for file in files] if isinstance(files, list) else []


def _is_gguf(answer: dict[str, Any]) -> bool:
    return is_only_gguf(_names(answer))


def _counts(answer: dict[str, Any]) -> dict[str, int]:
    """How many numbers of each kind its weights are; empty where the Hub does not say."""
    numbers = dictionary(dictionary(answer.get("safetensors")).get("parameters"))
    return {kind: count for kind, count in numbers.items() if isinstance(count, int)}


def _family(answer: dict[str, Any]) -> str:
    """Its `model_type`; an empty text for a Keras preset, of which lists do not tell it."""
    return next(iter(texts(dictionary(answer.get("config")).get("model_type"))), "")


def _looked_up(connection: Connection, model: HubModel) -> HubModel:
    """With what only the model's own files tell: the size, and the family of a Keras preset."""
    return _as_far_as_told(model, lambda: replace(model, size_bytes=look_up(connection, model.id).weights_bytes))


def _with_choices(connection: Connection, model: HubModel) -> HubModel:
    """With its files; with the reason of the first of them where none can be opened."""

    def told() -> HubModel:
        found = choices(connection, model.id)
        ready = any(choice.problem is None for choice in found)
        return replace(model, choices=found, problem=None if ready or not found else found[0].problem)

    return _as_far_as_told(model, told)


def _as_far_as_told(model: HubModel, ask: Callable[[], HubModel]) -> HubModel:
    try:
        return ask()
    except KnownError as error:
        # A gated model shows its files only to whom its authors let in; the card says so by its lock.
        if is_about_the_model(error):
            return replace(model, problem=error)
        if error.code in ("hub.gated", "hub.no_access", "hub.file_gone", "hub.missing"):
            return model
        raise


def _listed(connection: Connection, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    with translated(connection):
        return listed(connection, parameters)
