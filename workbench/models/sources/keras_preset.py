"""A folder that `save_to_preset` of keras_hub writes: the backbone's arguments, its weights, and the vocabulary."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.ground.answers import dictionary
from workbench.messages.errors import KnownError, reason_of
from workbench.messages.message import message
from workbench.models.families.family import Config, Family, OtherSettingsError
from workbench.models.families.registry import known
from workbench.models.families.stated import check_present, check_stated
from workbench.models.families.tensors import check_finite
from workbench.models.families.transformer import Transformer
from workbench.models.small_files import read_json
from workbench.models.sources.source import CARD, CONFIG, TOKENIZER, UnknownFamilyError
from workbench.models.tokenizers.preset import ASSETS, preset_tokenizer

if TYPE_CHECKING:
    import keras

    from workbench.models.tokenizers.tokenizer import Tokenizer

WEIGHTS = "model.weights.h5"
CLASS = "class_name"  # a key that only the JSON files of Keras have
CONTEXT = 1024  # tokens; a preset of a network without an own limit does not say for how many it was trained


class KerasPreset:
    def recognises(self, folder: Path) -> bool:
        try:
            return (folder / CONFIG).is_file() and CLASS in read_json(folder / CONFIG)
        except KnownError:
            return False

    def config(self, folder: Path) -> Config:
        preset = read_json(folder / CONFIG)
        name, settings = str(preset[CLASS]), preset["config"]
        family = _families().get(name)
        if family is None:
            raise UnknownFamilyError(name.removesuffix("Backbone"))
        if (kind := _quantised(settings.get("dtype"))) is not None:
            raise KnownError("model.quantised", folder=folder, kind=kind)
        if settings.get("vision_encoder"):
            raise OtherSettingsError(message("model.has_pictures"))
        check_present(settings, (there for key, there in family.keys.items() if key in family.defaults))
        check_stated({key: settings[there] for key, there in family.keys.items() if there in settings})
        return family.config_of_preset(settings, _trained_length(folder))

    def tokenizer_files(self, folder: Path) -> list[Path]:
        file, assets = folder / TOKENIZER, sorted((folder / ASSETS).glob("*"))
        return [file, *assets] if file.is_file() else []

    def weight_files(self, folder: Path) -> list[Path]:
        return [folder / WEIGHTS]

    def said(self, folder: Path) -> Mapping[str, Any]:
        return read_json(folder / CARD) if (folder / CARD).is_file() else {}

    def beside(self, folder: Path) -> dict[str, str]:
        return {}

    def held(self, folder: Path, family: Family) -> int:
        """No number takes less than a byte."""
        return sum(file.stat().st_size for file in self.weight_files(folder))

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        assert isinstance(family, Transformer)
        try:
            return preset_tokenizer(folder, config["vocab_size"], family.words, family.begin)
        except (OSError, ValueError, KeyError) as error:
            raise KnownError("model.damaged", folder=folder, detail=reason_of(error)) from error

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        network.backbone.load_weights(folder / WEIGHTS)
        held, read = _held_tensors(folder / WEIGHTS), len(network.backbone.weights)
        if held > read:  # Keras passes over layers that a network does not have
            raise OtherSettingsError(message("model.has_more_tensors", held=held, read=read))
        for variable in network.weights:
            check_finite(variable.path, np.asarray(variable))


def _families() -> dict[str, Transformer]:
    """By the names of their backbones."""
    found = [family for family in known().values() if isinstance(family, Transformer)]
    others = {family.also_presets_of: family for family in found if family.also_presets_of}
    return {family.backbone: family for family in found} | others


def _quantised(dtype: Any) -> str | None:
    """How the layers of a preset were quantised, by what it says of the kind of their numbers; None if not."""
    if not isinstance(dtype, dict):
        return str(dtype)[:40] if re.match(r"u?int\d|float8|gptq|awq", str(dtype)) else None
    policy = dictionary(dtype.get("config"))
    inside = (policy.get("mode"), policy.get("name"), policy.get("default_policy"))
    found = (_quantised(each) for each in (*inside, *dictionary(policy.get("policy_map")).values()))
    return next((kind for kind in found if kind is not None), None)


def _held_tensors(file: Path) -> int:
    """Those of weights; the states of what draws numbers lie there as well, and are whole numbers."""
    import h5py  # noqa: PLC0415 - comes with Keras, and only presets need it

    found: list[h5py.Dataset] = []
    with h5py.File(file) as opened:
        opened.visititems(lambda _, each: found.append(each) if isinstance(each, h5py.Dataset) else None)
        return sum(each.dtype.kind == "f" for each in found)


def _trained_length(folder: Path) -> int:
    try:
        settings = json.loads((folder / "preprocessor.json").read_text(encoding="utf-8"))["config"]
        return int(settings["sequence_length"])
    except (OSError, ValueError, KeyError, TypeError):
        return CONTEXT


SOURCE = KerasPreset()
