"""Which models there are to start from, each with its card; reads only small files, never the weights."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.errors import KnownError
from workbench.pretrained.card import Origin, PretrainedModel
from workbench.pretrained.sizes import layer_sizes
from workbench.records import Family
from workbench.resources import resource

SCRATCH = "scratch:"
FAMILIES = {"gpt2": Family.TRANSFORMER, "word-lstm": Family.LSTM}
WEIGHTS, CONFIG, TOKENIZER = "model.safetensors", "config.json", "tokenizer.json"


def catalogue(folders: Iterable[Path] = (), cached: Iterable[PretrainedModel] = ()) -> tuple[PretrainedModel, ...]:
    """Bundled models, `folders` that can still be read, `cached` ones, then every architecture from scratch."""
    ready = [read_card(folder, Origin.BUNDLED) for folder in sorted(resource("models").iterdir()) if folder.is_dir()]
    for folder in folders:
        try:
            ready.append(read_card(folder, Origin.FOLDER))
        except KnownError:
            continue  # a folder that was moved away is not offered; naming it still says why
    ready += cached
    trained = [model for model in ready if not model.from_scratch]
    untrained = [model for model in ready if model.from_scratch]
    return (*trained, *untrained, *(from_scratch(model) for model in trained))


def find_model(reference: str, folders: Iterable[Path] = (), cached: Iterable[PretrainedModel] = ()) -> PretrainedModel:
    """The model that `reference` names: a bundled name, a folder, a cached one, or scratch: and one of these.

    Raises KnownError("model.…") where there is none or it cannot be opened.
    """
    known = catalogue(folders, cached)
    name = reference.removeprefix(SCRATCH)
    found = next((model for model in known if reference in (model.reference, model.name)), None)
    if found is None and Path(name).is_dir():
        shape_only = reference.startswith(SCRATCH) and not (Path(name) / WEIGHTS).exists()
        found = read_card(Path(name).resolve(), Origin.ARCHITECTURE if shape_only else Origin.FOLDER)
    if found is None:
        found = next((model for model in known if name in (model.reference.removeprefix(SCRATCH), model.name)), None)
    if found is None and name.count("/") == 1 and name[0] not in "/.~":  # as models are called on the Hub
        raise KnownError("model.not_here", name=name)
    if found is None:
        raise KnownError("model.missing", name=reference, known=", ".join(model.reference for model in known))
    return from_scratch(found) if reference.startswith(SCRATCH) else found


def from_scratch(model: PretrainedModel) -> PretrainedModel:
    """The same architecture and tokenizer with random weights."""
    if model.from_scratch:
        return model
    return replace(
        model, reference=SCRATCH + model.reference, origin=Origin.ARCHITECTURE, size_bytes=0, from_scratch=True
    )


def read_card(folder: Path, origin: Origin) -> PretrainedModel:
    """The card of a model folder in the Hugging Face layout. Raises KnownError("model.…") if it cannot be used."""
    config = read_config(folder)
    family = FAMILIES[config["model_type"]]
    untrained = origin is not Origin.FOLDER and not (folder / WEIGHTS).exists()
    if not untrained:
        for file, code in ((WEIGHTS, "model.without_weights"), (TOKENIZER, "model.not_a_folder")):
            if not (folder / file).is_file():
                raise KnownError(code, folder=folder, file=file)
    card = _read_json(folder / "card.json") if (folder / "card.json").is_file() else {}
    name = folder.name
    return PretrainedModel(
        reference=(SCRATCH if untrained else "") + (name if origin is Origin.BUNDLED else str(folder)),
        name=card.get("name", name),
        origin=Origin.ARCHITECTURE if untrained else origin,
        folder=folder,
        family=family,
        parameters=sum(layer_sizes(config)) if untrained else _parameters_on_disk(folder / WEIGHTS),
        context_length=config.get("n_positions") or config["max_position_embeddings"],
        vocabulary=config["vocab_size"],
        languages=tuple(card.get("languages", ())),
        licence=card.get("licence", ""),
        trained_on=card.get("trained_on", ""),
        size_bytes=0 if untrained else (folder / WEIGHTS).stat().st_size,
        from_scratch=untrained,
    )


def read_config(folder: Path) -> dict[str, Any]:
    """config.json of a model folder, of a family that can be opened."""
    if not (folder / CONFIG).is_file():
        raise KnownError("model.not_a_folder", folder=folder, file=CONFIG)
    config = _read_json(folder / CONFIG)
    if config.get("model_type") not in FAMILIES:
        family = config.get("model_type", "unknown")
        raise KnownError("model.unsupported", folder=folder, family=family, known=", ".join(FAMILIES))
    return config


def _read_json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=file.parent, detail=error) from error
    if not isinstance(content, dict):
        raise KnownError("model.damaged", folder=file.parent, detail=f"{file.name} holds no object")
    return content


def _parameters_on_disk(file: Path) -> int:
    """Counted in the header of a safetensors file: its length in 8 bytes, then JSON with every tensor's shape."""
    try:
        with file.open("rb") as stream:
            (length,) = struct.unpack("<Q", stream.read(8))
            header = json.loads(stream.read(min(length, 100_000_000)))
    except (OSError, ValueError, struct.error) as error:
        raise KnownError("model.damaged", folder=file.parent, detail=error) from error
    counted = 0
    for name, tensor in header.items():
        if name != "__metadata__":
            size = 1
            for dimension in tensor["shape"]:
                size *= dimension
            counted += size
    return counted
