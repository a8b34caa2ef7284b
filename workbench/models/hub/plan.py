"""Which files of a model are needed, and whether it can be opened at all: decided before anything is downloaded."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.messages.errors import KnownError, ReasonError
from workbench.models.catalogue import check_enough, read_config
from workbench.models.families.registry import known
from workbench.models.hub.connection import Connection
from workbench.models.hub.failures import translated
from workbench.models.hub.gguf_files import gguf_plan, is_of_gguf
from workbench.models.hub.remote import Plan, RemoteFile, commit_of, remote_file
from workbench.models.hub.requests import configuration, described
from workbench.models.sizes import layer_sizes
from workbench.models.small_files import read_json
from workbench.models.sources import quantised
from workbench.models.sources.adapter import WEIGHTS as ADAPTER_WEIGHTS
from workbench.models.sources.adapter_settings import read_settings
from workbench.models.sources.others import ADAPTER, other_format
from workbench.models.sources.source import CONFIG
from workbench.models.tokenizers.folder import FORMS, OLDER

# All of them small; everything else stays where it is: other formats of the same weights, pictures, programs.
_TEXTS = frozenset(
    {
        "README.md", "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json",
        "special_tokens_map.json", "added_tokens.json", "vocab.json", "vocab.txt", "merges.txt", "tokenizer.model",
        "chat_template.jinja", "chat_template.json",
        "metadata.json", "task.json", "preprocessor.json", "model.safetensors.index.json", "model.weights.json",
    }
)  # fmt: skip
_KERAS_ASSETS = re.compile(r"assets/[\w.-]+/[\w.-]+")
# The better format first, where a model comes in several.
_WEIGHTS = (
    re.compile(r"model\.safetensors"),
    re.compile(r"model-\d{5}-of-\d{5}\.safetensors"),
    re.compile(r"model(_\d{5})?\.weights\.h5"),  # of Keras: arrays alone, unlike the whole models in other .h5 files
)
_PICKLES = re.compile(r".*\.(bin|pt|pth|ckpt|pkl|pickle)")


def look_up(connection: Connection, model: str, file: str = "") -> Plan:
    """Ask the Hub what `model` consists of, or that GGUF `file` of it.

    Raises KnownError where it cannot be opened here, with the reason.
    """
    with translated(connection, model):
        found = described(connection, model)
        files = {sibling.rfilename: sibling for sibling in found.siblings or ()}
    if file or is_only_gguf(files):
        return gguf_plan(connection, model, found, file)
    with translated(connection, model):
        needed = [remote_file(files[name]) for name in needed_files(model, files)]
        commit, is_adapter = commit_of(found), is_only_adapter(files)
        content = configuration(connection, model, commit, ADAPTER if is_adapter else CONFIG)
    if is_adapter:
        _check_adapter(model, content)
        return _planned(model, commit, needed)
    config, parameters = check_config(model, content)
    counts = dict(getattr(found.safetensors, "parameters", None) or {})
    check_quantised(model, config, counts, files)
    plan = _planned(model, commit, needed)
    try:
        check_enough(parameters, sum(counts.values()) or _most_numbers(plan))
    except ReasonError as error:
        raise KnownError("model.damaged", folder=model, detail=error.message) from error
    return plan


def _planned(model: str, commit: str, needed: Iterable[RemoteFile]) -> Plan:
    return Plan(model, commit, tuple(sorted(needed, key=lambda file: (file.size_bytes, file.name))))


def _check_adapter(model: str, content: bytes) -> None:
    """Raises KnownError("model.…"), naming `model`, where it is an addition that cannot be added here."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ADAPTER).write_bytes(content)
        try:
            read_settings(Path(folder))
        except KnownError as error:
            raise KnownError(error.code, **{**error.fields, "folder": model}) from error


def is_only_gguf(names: Iterable[str]) -> bool:
    """Whether a repository has its weights as GGUF and in no other way that can be opened."""
    names = list(names)
    return is_of_gguf(names) and not any(is_weights(name) for name in names)


def is_only_adapter(names: Iterable[str]) -> bool:
    """Whether a repository is an addition to another model, in the form that can be opened beside that."""
    names = list(names)
    return {ADAPTER, ADAPTER_WEIGHTS} <= {*names} and not any(is_weights(name) for name in names)


def needed_files(model: str, names: Iterable[str]) -> list[str]:
    """Those of a repository's files that are needed. Raises KnownError("hub.…") where they do not make a model."""
    names = list(names)
    if is_only_adapter(names):
        return [ADAPTER_WEIGHTS, ADAPTER, *(name for name in names if name in _TEXTS)]
    matching = ([name for name in names if kind.fullmatch(name)] for kind in _WEIGHTS)
    weights = next((found for found in matching if found), [])
    if "config.json" not in names or not weights:
        raise _without(model, names)
    if not any(set(form) <= set(names) for form in FORMS):
        older = next((name for name in OLDER if name in names), None)
        code = "hub.old_tokenizer" if older else "hub.without_tokenizer"
        raise KnownError(code, model=model, file=older or "tokenizer.json")
    is_keras = weights[0].endswith(".h5")
    return weights + [name for name in names if name in _TEXTS or (is_keras and _KERAS_ASSETS.fullmatch(name))]


def _without(model: str, names: Sequence[str]) -> KnownError:
    """What lies in a repository in place of a configuration or of weights."""
    if ADAPTER in names:
        return KnownError("hub.only_adapter", model=model)
    pickle = next((name for name in names if _PICKLES.fullmatch(name)), None)
    if "config.json" in names and pickle is not None:
        return KnownError("hub.only_pickles", model=model, file=pickle)
    if (found := other_format(names)) is not None:
        return KnownError("hub.other_format", model=model, file=found[0], kind=found[1])
    return KnownError("hub.without_weights" if "config.json" in names else "hub.without_config", model=model)


def is_weights(name: str) -> bool:
    return any(kind.fullmatch(name) for kind in _WEIGHTS)


def check_config(model: str, content: bytes) -> tuple[dict[str, Any], int]:
    """What a config.json says, and how many weights its network has.

    Raises KnownError("model.…"), naming `model`, where what will open it says that it cannot.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / CONFIG).write_bytes(content)
        try:
            parameters = sum(layer_sizes(read_config(Path(folder))))
            return read_json(Path(folder) / CONFIG), parameters
        except KnownError as error:
            raise KnownError(error.code, **{**error.fields, "folder": model}) from error


def check_quantised(
    model: str, config: Mapping[str, Any], counts: Mapping[str, int], names: Iterable[str] = ()
) -> None:
    """Raises KnownError("model.quantised") where its config.json, the kinds of its numbers or its files say that."""
    kind = quantised.in_config(config) or quantised.in_counts(counts)
    said = next((name for name in quantised.FILES if name in {*names}), None)
    if kind or said:
        raise KnownError("model.quantised", folder=model, kind=kind or said)


def is_known_family(name: str) -> bool | None:
    """Whether models of a `model_type` can be opened; None where only the whole configuration tells."""
    if name in known():
        return True
    akin = any(family.startswith(name) or name.startswith(family) for family in known())
    return None if akin else False


def _most_numbers(plan: Plan) -> int:
    """As many as the weights hold at most. Safetensors that are not quantised have no smaller ones than of 16 bits."""
    return sum(
        file.size_bytes // (1 if file.name.endswith(".h5") else 2) for file in plan.files if is_weights(file.name)
    )
