"""Which models there are to start from, each with its card; reads only small files, never the weights."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.ground.resources import resource
from workbench.messages.errors import KnownError
from workbench.models import families, keras_preset
from workbench.models.card import Origin, PretrainedModel
from workbench.models.sizes import layer_sizes
from workbench.models.weights import weight_files
from workbench.values.network_kind import NetworkKind

SCRATCH = "scratch:"
FAMILIES = {**dict.fromkeys(families.ARCHITECTURES, NetworkKind.TRANSFORMER), "word-lstm": NetworkKind.LSTM}
CONFIG, TOKENIZER = "config.json", "tokenizer.json"
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
    found = next((model for model in known if reference in (model.reference, model.name)), None)
    if found is None and Path(name).is_dir():
        # From scratch, its weights may be missing.
        origin = Origin.ARCHITECTURE if reference.startswith(SCRATCH) else Origin.FOLDER
        found = read_card(Path(name).resolve(), origin)
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
    """The card of a model folder: in the Hugging Face layout, or a Keras preset.

    Raises KnownError("model.…") if it cannot be used.
    """
    config = read_config(folder)
    kind = FAMILIES[config["model_type"]]
    files = _weight_files(folder)
    untrained = origin in (Origin.BUNDLED, Origin.ARCHITECTURE) and not files[0].exists()
    if not untrained:
        _check_files(folder, files)
    card = _read_json(folder / "card.json") if (folder / "card.json").is_file() else {}
    name = folder.name
    return PretrainedModel(
        reference=(SCRATCH if untrained else "") + (name if origin is Origin.BUNDLED else str(folder)),
        name=card.get("name", name),
        origin=Origin.ARCHITECTURE if untrained else origin,
        folder=folder,
        kind=kind,
        parameters=sum(layer_sizes(config)),
        context_length=config.get("n_positions") or config["max_position_embeddings"],
        vocabulary=config["vocab_size"],
        languages=tuple(card.get("languages", ())),
        licence=card.get("licence", ""),
        trained_on=card.get("trained_on", ""),
        size_bytes=0 if untrained else sum(file.stat().st_size for file in files),
        from_scratch=untrained,
    )


def read_config(folder: Path) -> dict[str, Any]:
    """The configuration of a model folder of a family that can be opened, complete and as config.json says it."""
    if not (folder / CONFIG).is_file():
        raise KnownError("model.not_a_folder", folder=folder, file=CONFIG)
    config = _read_json(folder / CONFIG)
    try:
        if keras_preset.is_preset(config):
            config = keras_preset.as_hugging_face(config, folder)
        config = families.flattened(config)
        if config.get("model_type") in families.ARCHITECTURES:
            return families.completed(config)
    except families.OtherSettingsError as error:
        family = families.title_of(config.get("model_type", ""))
        raise KnownError("model.other_settings", folder=folder, family=family, setting=error) from error
    except keras_preset.UnknownFamilyError as error:
        raise _unsupported(folder, str(error)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise KnownError("model.damaged", folder=folder, detail=f"{CONFIG}: {error}") from error
    if config.get("model_type") not in FAMILIES:
        raise _unsupported(folder, families.title_of(str(config.get("model_type", "nameless"))))
    return config


def _unsupported(folder: Path, family: str) -> KnownError:
    return KnownError("model.unsupported", folder=folder, family=family, known=families.titles())


def _weight_files(folder: Path) -> list[Path]:
    try:
        return weight_files(folder)
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=folder, detail=error) from error


def _check_files(folder: Path, weights: list[Path]) -> None:
    """Raise KnownError where what a model needs is not all there."""
    missing = [file for file in weights if not file.is_file()]
    pickles = [file.name for pattern in PICKLES for file in folder.glob(pattern)]
    if len(missing) == len(weights) and pickles:
        raise KnownError("model.pickle", folder=folder, file=min(pickles))
    if missing:
        raise KnownError("model.without_weights", folder=folder, file=missing[0].name)
    if not (folder / TOKENIZER).is_file():
        raise KnownError("model.not_a_folder", folder=folder, file=TOKENIZER)


def _read_json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=file.parent, detail=error) from error
    if not isinstance(content, dict):
        raise KnownError("model.damaged", folder=file.parent, detail=f"{file.name} holds no object")
    return content
