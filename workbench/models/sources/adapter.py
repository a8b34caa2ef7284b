"""A folder of PEFT's: pairs of thin matrices to be added to those of a model that lies elsewhere (LoRA).

The two are one model to whoever asks: the base's network, with the sums as its weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import KnownError
from workbench.models.families.family import Config, Family
from workbench.models.small_files import file_state
from workbench.models.sources import hugging_face, registry
from workbench.models.sources.adapter_base import base_folder
from workbench.models.sources.adapter_settings import AdapterSettings, read_settings
from workbench.models.sources.adapter_tensors import added, check_tokens
from workbench.models.sources.hashing import sha256_of
from workbench.models.sources.others import ADAPTER, PICKLES
from workbench.models.sources.safetensors_header import stored_tensors
from workbench.models.sources.source import CONFIG
from workbench.models.tokenizers.ends import ends_of
from workbench.models.tokenizers.folder import files_of_tokenizer, folder_tokenizer
from workbench.models.tokenizers.tokenizer import Tokenizer

if TYPE_CHECKING:
    import keras
    import numpy as np

WEIGHTS = "adapter_model.safetensors"
BASE_SHA256 = "base_sha256"  # beside the tensors, where this program wrote them


class Adapter:
    def recognises(self, folder: Path) -> bool:
        """What the two were merged into may still have the configuration beside it."""
        merged = (hugging_face.WEIGHTS, hugging_face.INDEX)
        return (folder / ADAPTER).is_file() and not any((folder / name).is_file() for name in merged)

    def config(self, folder: Path) -> Config:
        base = self.base(folder)
        return registry.source_of(base).config(base)

    def base(self, folder: Path) -> Path:
        """Where its base lies. Raises KnownError: model.adapter…, model.pickle."""
        settings = read_settings(folder)
        pickled = next((file.name for pattern in PICKLES for file in sorted(folder.glob(f"adapter{pattern}"))), None)
        if pickled is not None and not (folder / WEIGHTS).is_file():
            raise KnownError("model.pickle", folder=folder, file=pickled)
        return base_folder(folder, settings)

    def tokenizer_files(self, folder: Path) -> list[Path]:
        """Its own, where it has one: what it learnt may need tokens that the base's does not name."""
        return files_of_tokenizer(folder) or registry.tokenizer_files(self.base(folder))

    def weight_files(self, folder: Path) -> list[Path]:
        """With what says how they are added, which decides as much."""
        base = self.base(folder)
        config = [base / CONFIG] if base.is_dir() else []  # a GGUF file says it itself
        return [folder / WEIGHTS, folder / ADAPTER, *config, *registry.source_of(base).weight_files(base)]

    def said(self, folder: Path) -> Mapping[str, Any]:
        return hugging_face.SOURCE.said(folder)

    def beside(self, folder: Path) -> dict[str, str]:
        """Its own, and else the base's: how a conversation is put down above all."""
        base = self.base(folder)
        return {**registry.source_of(base).beside(base), **hugging_face.SOURCE.beside(folder)}

    def held(self, folder: Path, family: Family) -> int:
        """Those of the base: what is added stands beside these."""
        stored, base = stored_tensors([folder / WEIGHTS]), self.base(folder)
        config = family.completed(dict(registry.source_of(base).config(base)))
        check_tokens({name: tensor.shape for name, tensor in stored.items()}, config["vocab_size"])
        return registry.source_of(base).held(base, family)

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        if not files_of_tokenizer(folder):
            base = self.base(folder)
            return registry.source_of(base).tokenizer(base, config, family)
        ends = ends_of(config, self.beside(folder))
        return folder_tokenizer(folder, config["vocab_size"], family.tokenizer_class, ends)

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        """Raises KnownError("model.adapter_other_base") where it says itself that it was added to another one."""
        base, settings = self.base(folder), read_settings(folder)
        tensors, metadata = read_tensors(folder / WEIGHTS)
        wanted = metadata.get(BASE_SHA256)
        if wanted and wanted != sha256_of(registry.files(base, with_weights=True)):
            raise KnownError("model.adapter_other_base", folder=folder, base=base)
        registry.source_of(base).fill(network, base, family)
        add(network, tensors, settings, family)


def add(network: keras.Model, tensors: Mapping[str, np.ndarray], settings: AdapterSettings, family: Family) -> None:
    """Let a network that is its base be what the adapter makes of it."""
    family.fill(network, added(family.tensors(network), tensors, settings, family))


def addition_of(folder: Path) -> tuple[str, int] | None:
    """What the model in `folder` is an addition to, and the rank of its pairs; None where it is whole."""
    if not SOURCE.recognises(folder):
        return None
    settings = read_settings(folder)
    return settings.base, settings.rank


def base_of_addition(folder: Path) -> Path | None:
    """Where the base of the adapter in `folder` lies; None where that is not known."""
    try:
        return SOURCE.base(folder)
    except KnownError:
        return None


def state_of_base(folder: Path) -> tuple[object, ...]:
    """Another one when the base of the adapter in `folder` came, went or was changed."""
    try:
        base = SOURCE.base(folder)
        return (str(base), *map(file_state, sorted(base.iterdir()) if base.is_dir() else [base]))
    except (KnownError, OSError):
        return ()


def read_tensors(file: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    """The tensors of a file, and what is said beside them. Raises what safetensors raises."""
    from safetensors import safe_open

    with safe_open(file, framework="numpy") as opened:
        return {name: opened.get_tensor(name) for name in opened.keys()}, dict(opened.metadata() or {})  # noqa: SIM118


SOURCE = Adapter()
