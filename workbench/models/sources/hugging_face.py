"""A folder in the Hugging Face layout: config.json, tokenizer.json, weights in one safetensors file or several."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import KnownError, ReasonError
from workbench.messages.message import message
from workbench.models.families.family import Config, Family, OtherSettingsError
from workbench.models.families.tensors import OUTPUT
from workbench.models.sources import quantised
from workbench.models.sources.label_head import KEY, NAMES, tells_labels, without_head
from workbench.models.sources.source import CONFIG, TOKENIZER, read_json
from workbench.models.sources.tensor_headers import stored_tensors
from workbench.models.tokenizers.ends import GENERATION, SETTINGS, SPECIAL, ends_of
from workbench.models.tokenizers.tokenizer import Tokenizer

if TYPE_CHECKING:
    import keras
    import numpy as np


WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"
# What says how texts are written on and conversations put down.
BESIDE = (GENERATION, SETTINGS, SPECIAL, "chat_template.jinja", "chat_template.json")
MOST_BYTES = 10_000_000  # of each of these
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

    def tokenizer_file(self, folder: Path) -> Path:
        return folder / TOKENIZER

    def weight_files(self, folder: Path) -> list[Path]:
        if not (folder / INDEX).is_file() or (folder / WEIGHTS).is_file():
            return [folder / WEIGHTS]
        content = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        try:
            names = {Path(name).name for name in content["weight_map"].values()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ReasonError(message("damage.no_weight_map", file=INDEX)) from error
        return [folder / name for name in sorted(names)]

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        ends = ends_of(config, self.beside(folder))
        return Tokenizer.from_file(self.tokenizer_file(folder), config["vocab_size"], ends)

    def beside(self, folder: Path) -> dict[str, str]:
        files = (folder / name for name in BESIDE)
        found = {file.name: file.read_text("utf-8-sig", errors="replace") for file in files if _is_small(file)}
        return {name: content for name, content in found.items() if not name.endswith(".json") or _is_object(content)}

    def check_weights(self, folder: Path) -> None:
        kinds = {name: stored.kind for name, stored in stored_tensors(self.weight_files(folder)).items()}
        if (kind := quantised.in_tensors(kinds)) is not None:
            raise KnownError("model.quantised", folder=folder, kind=kind)

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        self.check_weights(folder)
        with _opened(self.weight_files(folder)) as tensors:
            family.fill(network, _without_head(tensors) if tells_labels(read_json(folder / CONFIG)) else tensors)


def _is_small(file: Path) -> bool:
    return file.is_file() and file.stat().st_size <= MOST_BYTES


def _is_object(content: str) -> bool:
    try:
        return isinstance(json.loads(content), dict)
    except (ValueError, RecursionError):
        return False


def _quantised_beside(folder: Path) -> str | None:
    """How the weights were quantised, where that stands in a file of its own."""
    file = next((folder / name for name in quantised.FILES if (folder / name).is_file()), None)
    return None if file is None else quantised.in_config({"quantization_config": read_json(file)})


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
    kept = {name: file for name, file in tensors.opened.items() if name.split(".")[0] not in NAMES}
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
