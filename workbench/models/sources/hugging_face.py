"""A folder in the Hugging Face layout: config.json, tokenizer.json, weights in one safetensors file or several."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import KnownError, ReasonError
from workbench.messages.message import message
from workbench.models.families.family import Config, Family, OtherSettingsError
from workbench.models.families.tensors import OUTPUT
from workbench.models.small_files import read_json, read_text
from workbench.models.sources import quantised
from workbench.models.sources.label_head import KEY, NAMES, OF_TOKENS, tells_labels, without_head
from workbench.models.sources.others import is_of_adapter, is_of_experts, is_of_pictures
from workbench.models.sources.safetensors_header import StoredTensor, stored_tensors
from workbench.models.sources.source import CARD, CONFIG
from workbench.models.tokenizers.ends import GENERATION, SETTINGS, SPECIAL, ends_of
from workbench.models.tokenizers.folder import files_of_tokenizer, folder_tokenizer
from workbench.models.tokenizers.tokenizer import Tokenizer

if TYPE_CHECKING:
    import keras
    import numpy as np


WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"
# What says how texts are written on and conversations put down.
BESIDE = (GENERATION, SETTINGS, SPECIAL, "chat_template.jinja", "chat_template.json")
_NAME = re.compile(r"[\w.-]{1,200}\.safetensors")
_PART, MOST_PARTS = re.compile(r"model-\d{5}-of-(\d{5})\.safetensors"), 1000
EMBEDDING = "embed_tokens.weight"  # of every family that may have a matrix of its own for its output


class HuggingFace:
    def recognises(self, folder: Path) -> bool:
        return (folder / CONFIG).is_file()

    def config(self, folder: Path) -> Config:
        """Of a network that tells labels only where this program wrote it: how others are asked, nobody says."""
        config = read_json(folder / CONFIG)
        if (kind := quantised.in_config(config) or _quantised_beside(folder)) is not None:
            raise KnownError("model.quantised", folder=folder, kind=kind)
        if not tells_labels(config):
            return config
        if KEY not in config:
            raise OtherSettingsError(message("model.has_label_head"))
        return without_head(config)

    def tokenizer_files(self, folder: Path) -> list[Path]:
        return files_of_tokenizer(folder)

    def weight_files(self, folder: Path) -> list[Path]:
        if (folder / WEIGHTS).is_file():
            return [folder / WEIGHTS]
        if not (folder / INDEX).is_file():
            return _without_index(folder) or [folder / WEIGHTS]
        content = read_json(folder / INDEX)
        try:
            names = {Path(name).name for name in content["weight_map"].values()}
            if not all(map(_NAME.fullmatch, names)):
                raise ValueError(INDEX)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ReasonError(message("damage.no_weight_map", file=INDEX)) from error
        return [folder / name for name in sorted(names)] or [folder / WEIGHTS]

    def held(self, folder: Path, family: Family) -> int:
        tensors = stored_tensors(self.weight_files(folder))
        _refuse_quantised(folder, tensors)
        if is_of_adapter(tensors):
            raise KnownError("model.adapter_alone", folder=folder)
        if is_of_experts(tensors):
            raise OtherSettingsError(message("model.has_experts"))
        if is_of_pictures(tensors) and family.part_of is None:
            raise OtherSettingsError(message("model.has_pictures"))
        embedding = next((name for name in tensors if name.endswith(EMBEDDING)), None)
        learns_anew = embedding is not None and OUTPUT not in tensors and tells_labels(read_json(folder / CONFIG))
        return sum(tensor.numbers for tensor in tensors.values()) + (
            tensors[embedding].numbers if embedding is not None and learns_anew else 0
        )

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        ends = ends_of(config, self.beside(folder))
        return folder_tokenizer(folder, config["vocab_size"], family.tokenizer_class, ends)

    def said(self, folder: Path) -> Mapping[str, Any]:
        return read_json(folder / CARD) if (folder / CARD).is_file() else {}

    def beside(self, folder: Path) -> dict[str, str]:
        found = {name: content for name in BESIDE if (content := _read(folder / name)) is not None}
        return {name: content for name, content in found.items() if not name.endswith(".json") or _is_object(content)}

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        _refuse_quantised(folder, stored_tensors(self.weight_files(folder)))
        with _opened(self.weight_files(folder)) as tensors:
            family.fill(network, _without_head(tensors) if tells_labels(read_json(folder / CONFIG)) else tensors)


def _refuse_quantised(folder: Path, tensors: Mapping[str, StoredTensor]) -> None:
    """Raises KnownError("model.quantised")."""
    kind = quantised.in_tensors({name: stored.kind for name, stored in tensors.items()})
    if kind is not None:
        raise KnownError("model.quantised", folder=folder, kind=kind)


def _read(file: Path) -> str | None:
    """None where it is not there or no text, since a model is complete without it."""
    try:
        return read_text(file)
    except (OSError, ValueError, KnownError):
        return None


def _is_object(content: str) -> bool:
    try:
        return isinstance(json.loads(content), dict)
    except (ValueError, RecursionError):
        return False


def _quantised_beside(folder: Path) -> str | None:
    """How the weights were quantised, where that stands in a file of its own."""
    file = next((folder / name for name in quantised.FILES if (folder / name).is_file()), None)
    return None if file is None else quantised.in_config({"quantization_config": read_json(file)})


def _without_index(folder: Path) -> list[Path]:
    """The parts that a checkpoint was saved in, where their names alone say what belongs together.

    Raises ReasonError where they are parts of several.
    """
    found = {file.name: match for file in folder.glob("*.safetensors") if (match := _PART.fullmatch(file.name))}
    if not found:
        return []
    totals = {match[1] for match in found.values()}
    if len(totals) > 1 or int(min(totals)) > MOST_PARTS:
        raise ReasonError(message("damage.other_shards", files=tuple(sorted(found))))
    total = totals.pop()
    return [folder / f"model-{number:05}-of-{total}.safetensors" for number in range(1, int(total) + 1)]


class _Tensors(Mapping[str, "np.ndarray"]):
    """Those of several files by their names, each read when it is asked for."""

    def __init__(self, opened: Mapping[str, Any], beside: Mapping[str, np.ndarray] | None = None) -> None:
        """`beside` are others that no file has."""
        self.opened = opened
        self._beside = beside or {}

    def __getitem__(self, name: str) -> np.ndarray:
        if name in self._beside:
            return self._beside[name]
        return self.opened[name].get_tensor(name)  # type: ignore[no-any-return]

    def __contains__(self, name: object) -> bool:
        return name in self.opened or name in self._beside

    def __iter__(self) -> Iterator[str]:
        yield from self.opened
        yield from self._beside

    def __len__(self) -> int:
        return len(self.opened) + len(self._beside)


def _without_head(tensors: _Tensors) -> _Tensors:
    """Those of a network that tells labels, for next words: without the layer that tells them.

    It has lost the matrix for next words, if that was one of its own: it is to learn them anew, from where each is as
    likely as any other.
    """
    kept = {name: file for name, file in tensors.opened.items() if name.split(".")[0] not in (*NAMES, OF_TOKENS)}
    embedding = next((name for name in kept if name.endswith(EMBEDDING)), None)
    if embedding is None or OUTPUT in kept:
        return _Tensors(kept)
    return _Tensors(kept, {OUTPUT: 0 * tensors[embedding]})


@contextmanager
def _opened(files: list[Path]) -> Iterator[_Tensors]:
    from safetensors import safe_open

    with ExitStack() as stack:
        opened: dict[str, Any] = {}
        for file in files:
            found = stack.enter_context(safe_open(file, framework="numpy"))
            opened.update(dict.fromkeys(found.keys(), found))
        yield _Tensors(opened)


SOURCE = HuggingFace()
