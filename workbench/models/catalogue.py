"""Which models there are to start from, each with its card; reads only small files, never the weights."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.ground.resources import resource
from workbench.messages.errors import KnownError, reason_of
from workbench.messages.message import message
from workbench.models.card import Origin, PretrainedModel
from workbench.models.families import registry as families
from workbench.models.families.family import OtherSettingsError
from workbench.models.sources.label_head import label_head
from workbench.models.sources.registry import source_of
from workbench.models.sources.source import CONFIG, TOKENIZER, UnknownFamilyError, read_json
from workbench.values.model_ref import SCRATCH, Bundled, Folder, Scratch
from workbench.values.network_kind import NetworkKind

PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")


def catalogue(folders: Iterable[Path] = (), cached: Iterable[PretrainedModel] = ()) -> tuple[PretrainedModel, ...]:
    """Bundled models, `folders` that can still be read, `cached` ones, then every architecture from scratch."""
    ready = [read_card(folder, Origin.BUNDLED) for folder in sorted(resource("models").iterdir()) if folder.is_dir()]
    # What does best is offered first, language by language, the quick ones before the large ones.
    ready.sort(key=lambda model: (model.kind is NetworkKind.LSTM, model.languages, model.parameters))
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
    found = next((model for model in known if reference in (str(model.ref), model.name)), None)
    if found is None and Path(name).is_dir():
        # From scratch, its weights may be missing.
        origin = Origin.ARCHITECTURE if reference.startswith(SCRATCH) else Origin.FOLDER
        found = read_card(Path(name).resolve(), origin)
    if found is None:
        found = next((model for model in known if name in (str(model.ref).removeprefix(SCRATCH), model.name)), None)
    if found is None and name.count("/") == 1 and name[0] not in "/.~":  # as models are called on the Hub
        raise KnownError("model.not_here", name=name)
    if found is None:
        raise KnownError("model.missing", name=reference, known=tuple(str(model.ref) for model in known))
    return from_scratch(found) if reference.startswith(SCRATCH) else found


def from_scratch(model: PretrainedModel) -> PretrainedModel:
    """The same architecture and tokenizer with random weights."""
    if isinstance(model.ref, Scratch):
        return model
    return replace(
        model, ref=Scratch(model.ref), origin=Origin.ARCHITECTURE, size_bytes=0, from_scratch=True, head=None
    )


def read_card(folder: Path, origin: Origin) -> PretrainedModel:
    """The card of a model folder.

    Raises KnownError("model.…") if it cannot be used.
    """
    return _card(folder, origin, _state(folder))


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Another one where a file of the folder is another; the catalogue is asked for at every key."""
    try:
        files = sorted(os.scandir(folder), key=lambda file: file.name)
        return tuple((file.name, (found := file.stat()).st_size, found.st_mtime_ns) for file in files)
    except OSError:
        return ()  # what is wrong with it is said by whoever reads it


@lru_cache(maxsize=256)
def _card(folder: Path, origin: Origin, _unchanged: object) -> PretrainedModel:
    config = read_config(folder)
    family = families.family_of(config)
    files = _weight_files(folder)
    untrained = origin in (Origin.BUNDLED, Origin.ARCHITECTURE) and not files[0].exists()
    if not untrained:
        _check_files(folder, files)
    card = read_json(folder / "card.json") if (folder / "card.json").is_file() else {}
    name = folder.name
    place = Bundled(name) if origin is Origin.BUNDLED else Folder(folder)
    return PretrainedModel(
        ref=Scratch(place) if untrained else place,
        name=card.get("name", name),
        origin=Origin.ARCHITECTURE if untrained else origin,
        folder=folder,
        kind=family.kind,
        parameters=sum(family.layer_sizes(config)),
        context_length=family.context_length(config),
        vocabulary=config["vocab_size"],
        languages=tuple(card.get("languages", ())),
        licence=card.get("licence", ""),
        trained_on=card.get("trained_on", ""),
        size_bytes=0 if untrained else sum(file.stat().st_size for file in files),
        from_scratch=untrained,
        head=None if untrained else label_head(folder),
    )


def read_config(folder: Path) -> dict[str, Any]:
    """The configuration of a model folder of a family that can be opened, complete and as config.json says it."""
    source, config = source_of(folder), {}
    try:
        config = families.for_text(source.config(folder))
        family = families.known().get(config.get("model_type", "nameless"))
        if family is not None:
            return family.completed(config)
    except OtherSettingsError as error:
        title = families.title_of(config.get("model_type", ""))
        raise KnownError("model.other_settings", folder=folder, family=title, setting=reason_of(error)) from error
    except UnknownFamilyError as error:
        raise _unsupported(folder, str(error)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise KnownError(
            "model.damaged", folder=folder, detail=message("damage.in_config", file=CONFIG, detail=str(error))
        ) from error
    raise _unsupported(folder, families.title_of(str(config.get("model_type", "nameless"))))


def _unsupported(folder: Path, family: str) -> KnownError:
    return KnownError("model.unsupported", folder=folder, family=family, known=families.titles())


def _weight_files(folder: Path) -> list[Path]:
    try:
        return source_of(folder).weight_files(folder)
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=folder, detail=reason_of(error)) from error


def _check_files(folder: Path, weights: list[Path]) -> None:
    """Raise KnownError where what a model needs is not all there."""
    missing = [file for file in weights if not file.is_file()]
    pickles = [file.name for pattern in PICKLES for file in folder.glob(pattern)]
    if len(missing) == len(weights) and pickles:
        raise KnownError("model.pickle", folder=folder, file=min(pickles))
    if missing:
        raise KnownError("model.without_weights", folder=folder, file=missing[0].name)
    if not source_of(folder).tokenizer_file(folder).is_file():
        raise KnownError("model.not_a_folder", folder=folder, file=TOKENIZER)
