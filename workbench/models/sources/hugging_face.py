"""A folder in the Hugging Face layout: config.json, tokenizer.json, weights in one safetensors file or several."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.family import Config, Family
from workbench.models.sources.source import CONFIG, TOKENIZER, read_json
from workbench.models.tokenizers.tokenizer import Tokenizer

if TYPE_CHECKING:
    import keras
    import numpy as np


WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"


class HuggingFace:
    def recognises(self, folder: Path) -> bool:
        return (folder / CONFIG).is_file()

    def config(self, folder: Path) -> Config:
        return read_json(folder / CONFIG)

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
        return Tokenizer.from_file(self.tokenizer_file(folder), config["vocab_size"])

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        with _opened(self.weight_files(folder)) as tensors:
            family.fill(network, tensors)


class _Tensors(Mapping[str, "np.ndarray"]):
    """Those of several files by their names, each read when it is asked for."""

    def __init__(self, opened: dict[str, Any]) -> None:
        self._opened = opened

    def __getitem__(self, name: str) -> np.ndarray:
        return self._opened[name].get_tensor(name)  # type: ignore[no-any-return]

    def __contains__(self, name: object) -> bool:
        return name in self._opened

    def __iter__(self) -> Iterator[str]:
        return iter(self._opened)

    def __len__(self) -> int:
        return len(self._opened)


@contextmanager
def _opened(files: list[Path]) -> Iterator[Mapping[str, np.ndarray]]:
    from safetensors import safe_open

    with ExitStack() as stack:
        opened: dict[str, Any] = {}
        for file in files:
            found = stack.enter_context(safe_open(file, framework="numpy"))
            opened.update(dict.fromkeys(found.keys(), found))
        yield _Tensors(opened)


SOURCE = HuggingFace()
