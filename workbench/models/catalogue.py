"""Which models there are to start from, each with its card; reads only small files, never the weights."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.ground.answers import texts
from workbench.ground.resources import resource
from workbench.messages.errors import KnownError, ReasonError, message_of, reason_of
from workbench.messages.message import Count, message
from workbench.models.card import Addition, Origin, PretrainedModel, UnreadableModel
from workbench.models.families import registry as families
from workbench.models.families.config_keys import refuse_unplaced
from workbench.models.families.family import Family, OtherSettingsError
from workbench.models.families.stated import check_present, check_shape, check_stated
from workbench.models.found import name_of
from workbench.models.gguf.header import is_gguf
from workbench.models.gguf.parts import models_in, parts_of
from workbench.models.small_files import file_state, refuse_pointer
from workbench.models.sources.adapter import addition_of, state_of_base
from workbench.models.sources.label_head import label_head
from workbench.models.sources.others import ADAPTER, ONE_INSIDE, refuse_others
from workbench.models.sources.registry import source_of
from workbench.models.sources.source import CONFIG, TOKENIZER, Source, UnknownFamilyError
from workbench.models.strong import NAME as STRONG
from workbench.models.strong import SAID, strong_file
from workbench.models.tokenizers.folder import older_form
from workbench.values.model_ref import SCRATCH, Bundled, Folder, Scratch
from workbench.values.network_kind import NetworkKind

# Keys of a config.json that tell of more than reading, and of more than one network a block.
SENSES = ("vision_config", "audio_config", "vision_tower", "mm_vision_tower")
EXPERTS = ("num_local_experts", "num_experts", "n_routed_experts", "moe_intermediate_size")

MOST_TIMES = 2  # as many weights as the files hold may be described


def catalogue(folders: Iterable[Path] = (), cached: Iterable[PretrainedModel] = ()) -> tuple[PretrainedModel, ...]:
    """Bundled models, `folders` that can still be read, `cached` ones, then every architecture from scratch."""
    ready = [
        *bundled(),
        *strong(),
        *(found for found in each_of(folders) if isinstance(found, PretrainedModel)),
        *cached,
    ]
    trained = [model for model in ready if not model.from_scratch]
    untrained = [model for model in ready if model.from_scratch]
    return (*trained, *untrained, *(from_scratch(model) for model in trained))


def unreadable(folders: Iterable[Path]) -> tuple[UnreadableModel, ...]:
    """Those of `folders` that are there and cannot be opened, each with the reason."""
    return tuple(found for found in each_of(folders) if isinstance(found, UnreadableModel))


def bundled() -> list[PretrainedModel]:
    """What does best is offered first, language by language, the quick ones before the large ones."""
    found = [read_card(folder, Origin.BUNDLED) for folder in resource("models").iterdir() if folder.is_dir()]
    return sorted(found, key=lambda model: (model.kind is NetworkKind.LSTM, model.languages, model.parameters))


def strong() -> list[PretrainedModel]:
    """The one that is installed beside the program, if it is."""
    found = bundled_model(STRONG)
    return [found] if found else []


def bundled_model(name: str) -> PretrainedModel | None:
    """Of the program, or beside it."""
    place = strong_file() if name == STRONG else resource("models") / name
    found = look_at(place, Origin.BUNDLED) if place else None
    return found if isinstance(found, PretrainedModel) else None


def each_of(folders: Iterable[Path]) -> Iterator[PretrainedModel | UnreadableModel]:
    """Each is read when it is asked for. A folder that was moved away is not offered; naming it still says why."""
    return (look_at(folder, Origin.FOLDER) for folder in folders if _is_there(folder))


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir() or is_gguf(folder)
    except OSError:
        return True  # although nobody may look at it


def find_model(reference: str, folders: Iterable[Path] = (), cached: Iterable[PretrainedModel] = ()) -> PretrainedModel:
    """The model that `reference` names: a bundled name, a folder, a cached one, or scratch: and one of these.

    Raises KnownError("model.…") where there is none or it cannot be opened.
    """
    known = catalogue(folders, cached)
    name = reference.removeprefix(SCRATCH)
    found = next((model for model in known if reference in (str(model.ref), model.name)), None)
    if found is None and (Path(name).is_dir() or Path(name).is_file()):
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
        model,
        ref=Scratch(model.ref),
        origin=Origin.ARCHITECTURE,
        trained_on=message("bundled.untrained"),
        size_bytes=0,
        from_scratch=True,
        head=None,
        quantisation="",
        addition=None,
    )


def read_card(folder: Path, origin: Origin) -> PretrainedModel:
    """The card of a model folder, or of the one GGUF file in a folder that has no other weights.

    Raises KnownError("model.…") if it cannot be used.
    """
    found = look_at(folder, origin)
    if isinstance(found, UnreadableModel) and found.reason.code == ONE_INSIDE:
        found = look_at(models_in(folder)[0], origin)
    if isinstance(found, UnreadableModel):
        raise KnownError.of(found.reason)
    return found


def look_at(folder: Path, origin: Origin) -> PretrainedModel | UnreadableModel:
    """The card of a model folder, or why there is none; read again only where something in the folder has changed."""
    try:
        state = folder_state(folder)
        is_adapter = any(file[0] == ADAPTER for file in state)
        return _looked_at(folder, origin, (state, state_of_base(folder) if is_adapter else ()))
    except FileNotFoundError:
        return UnreadableModel(folder.name, origin, folder, message("model.not_a_folder", folder=folder, file=CONFIG))
    except OSError as error:
        reason = message("model.damaged", folder=folder, detail=error.strerror or str(error))
        return UnreadableModel(folder.name, origin, folder, reason)


def folder_state(folder: Path) -> tuple[tuple[object, ...], ...]:
    """Another one when it or any file in it was changed, also by a program that sets back the times. Raises OSError."""
    if not folder.is_dir():
        folder.stat()
        return tuple(map(file_state, parts_of(folder)))
    return tuple(sorted(map(file_state, os.scandir(folder))))


@lru_cache(maxsize=512)
def _looked_at(folder: Path, origin: Origin, _state: object) -> PretrainedModel | UnreadableModel:
    """Whatever lies in a folder costs that folder: the one place where an error that nobody foresaw is told, too."""
    try:
        return _card(folder, origin)
    except KnownError as error:
        return UnreadableModel(folder.name, origin, folder, error.message)
    except Exception as error:
        reason = message("model.damaged", folder=folder, detail=message_of(error))
        return UnreadableModel(folder.name, origin, folder, reason)


def _card(folder: Path, origin: Origin) -> PretrainedModel:
    config = read_config(folder)
    family = families.family_of(config)
    files = _weight_files(folder)
    untrained = origin in (Origin.BUNDLED, Origin.ARCHITECTURE) and not files[0].exists()
    parameters = sum(family.layer_sizes(config))
    if not untrained:
        _check_files(folder, files)
        _check_held(folder, family, parameters)
    added = None if untrained else addition_of(folder)
    card = source_of(folder).said(folder)
    if folder.is_file() and origin is Origin.BUNDLED:
        card = {**card, **SAID}
    name = folder.name if folder.is_dir() else STRONG if origin is Origin.BUNDLED else name_of(folder)
    place = Bundled(name) if origin is Origin.BUNDLED else Folder(folder)
    return PretrainedModel(
        ref=Scratch(place) if untrained else place,
        name=_said(card, "name") or name,
        origin=Origin.ARCHITECTURE if untrained else origin,
        folder=folder,
        kind=family.kind,
        parameters=parameters,
        context_length=family.context_length(config),
        vocabulary=config["vocab_size"],
        languages=texts(card.get("languages")),
        licence=_said(card, "licence"),
        trained_on=_TRAINED_ON.get(name, "") if origin is Origin.BUNDLED else _said(card, "trained_on"),
        size_bytes=0 if untrained else sum(file.stat().st_size for file in (files[:1] if added else files)),
        from_scratch=untrained,
        head=None if untrained else label_head(folder),
        quantisation=_said(card, "quantisation"),
        addition=Addition(*added) if added else None,
    )


_TRAINED_ON = {
    "gpt-en": message("bundled.gpt_en"),
    "gpt-zh": message("bundled.gpt_zh"),
    "lstm-en": message("bundled.gpt_en"),
    "lstm-words": message("bundled.lstm_words"),
    "starter-en": message("bundled.starter_en"),
    STRONG: message("bundled.smollm2"),
}  # what the cards of the models say that come with the program


def _said(card: Mapping[str, Any], key: str) -> str:
    said = card.get(key)
    return said if isinstance(said, str) else ""


def read_config(folder: Path, source: Source | None = None) -> dict[str, Any]:
    """The configuration of a model folder of a family that can be opened, complete and as config.json says it.

    `source` knows it where the folder is not on this computer.
    """
    source, config = source or source_of(folder), {}
    try:
        config = families.for_text(source.config(folder))
        family = families.known().get(str(config.get("model_type", "nameless")))
        if family is not None:
            return _completed(config, family)
    except OtherSettingsError as error:
        raise other_settings(folder, config, error) from error
    except UnknownFamilyError as error:
        raise _unsupported(folder, str(error), config) from error
    except KeyError as error:
        lacking = message("damage.config_lacks", key=str(error.args[0]) if error.args else "")
        raise KnownError("model.damaged", folder=folder, detail=lacking) from error
    except ReasonError as error:
        raise KnownError("model.damaged", folder=folder, detail=error.message) from error
    except (TypeError, AttributeError, ValueError) as error:
        detail = message("damage.in_config", file=CONFIG, detail=reason_of(error))
        raise KnownError("model.damaged", folder=folder, detail=detail) from error
    raise _unsupported(folder, families.title_of(str(config.get("model_type", "nameless"))), config)


def other_settings(folder: Path, config: Mapping[str, Any], error: OtherSettingsError) -> KnownError:
    """What is said of a model of a family that is known, which has what this cannot have."""
    title = families.title_of(str(config.get("model_type", "")))
    return KnownError("model.other_settings", folder=folder, family=title, setting=reason_of(error))


def _completed(config: dict[str, Any], family: Family) -> dict[str, Any]:
    """With what the family takes where it is silent, checked before anything is computed from it and after."""
    check_stated(config, family.nullable)
    check_present(config, family.needed)
    if any(config.get(key) for key in EXPERTS):
        raise OtherSettingsError(message("model.has_experts"))
    refuse_unplaced(config, family.used, family.fixed)
    completed = family.completed(config)
    check_shape(family.shape(completed), completed)
    return completed


def _unsupported(folder: Path, family: str, config: Mapping[str, Any]) -> KnownError:
    senses, experts = any(key in config for key in SENSES), any(config.get(key) for key in EXPERTS)
    code = "model.unsupported_pictures" if senses else "model.unsupported_experts" if experts else "model.unsupported"
    return KnownError(code, folder=folder, family=family, known=families.titles())


def _weight_files(folder: Path) -> list[Path]:
    try:
        return source_of(folder).weight_files(folder)
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=folder, detail=reason_of(error)) from error


def _check_files(folder: Path, weights: list[Path]) -> None:
    """Raise KnownError where what a model needs is not all there."""
    missing = [file for file in weights if not file.is_file()]
    if len(missing) == len(weights):
        refuse_others(folder)
    if missing:
        raise KnownError("model.without_weights", folder=folder, file=missing[0].name)
    of_tokenizer = source_of(folder).tokenizer_files(folder)
    for file in of_tokenizer:
        refuse_pointer(file)
    if not of_tokenizer:
        older = older_form(folder)
        code = "model.old_tokenizer" if older else "model.without_tokenizer"
        raise KnownError(code, folder=folder, file=older or TOKENIZER)


def _check_held(folder: Path, family: Family, described: int) -> None:
    """Raise KnownError where the weights are not those of the network that is described, from their headers alone.

    What lacks a tensor or two is not much larger, and is told its name when it is opened.
    """
    try:
        check_enough(described, source_of(folder).held(folder, family))
    except OtherSettingsError as error:
        raise other_settings(folder, {"model_type": family.model_type}, error) from error
    except (OSError, ValueError) as error:
        raise KnownError("model.damaged", folder=folder, detail=reason_of(error)) from error


def check_enough(described: int, held: int) -> None:
    """Raises ReasonError where a configuration describes many more weights than there are numbers."""
    if described > MOST_TIMES * held:
        raise ReasonError(message("damage.fewer_weights", described=Count(described), held=Count(held)))
