"""A GGUF file, as llama.cpp, Ollama and LM Studio keep models: settings, tokenizer and weights in one file or several.

What stands for the folder of other sources is the file itself, or the first of its parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import KnownError, ReasonError
from workbench.messages.message import message
from workbench.models.families.family import Config, Family, OtherSettingsError
from workbench.models.families.registry import known, title_of, titles
from workbench.models.gguf.architectures import ARCHITECTURES, FACTORS
from workbench.models.gguf.header import Header, StoredTensor, is_gguf
from workbench.models.gguf.kinds import WHOLE
from workbench.models.gguf.parts import parts_of, whole_header
from workbench.models.gguf.rope import scaling_of
from workbench.models.gguf.settings import TYPE, architecture_of, config_of, is_of_pictures, rows_of_heads, sees_too
from workbench.models.gguf.tensors import Tensors, check_decoders, check_places, decoded
from workbench.models.gguf.vocabulary import tokenizer_of
from workbench.models.sources.source import UnknownFamilyError

if TYPE_CHECKING:
    import keras

    from workbench.models.tokenizers.tokenizer import Tokenizer

TEMPLATE = "chat_template.jinja"
_TEMPLATE = "tokenizer.chat_template"
_SAID = {"licence": "license", "languages": "languages"}  # its name is its file's, which says more
_EXPERTS = "_exps."  # in the names of their tensors
_MOST_FACTORS = 4096


class Gguf:
    def __init__(self, header: Callable[[Path], Header] = whole_header) -> None:
        """`header` reads that of a file and of its further parts, which need not be on this computer."""
        self._header = header

    def recognises(self, folder: Path) -> bool:
        return folder.is_file() and is_gguf(folder)

    def config(self, folder: Path) -> Config:
        header = self._header(folder)
        name = architecture_of(header)
        if is_of_pictures(header):
            raise KnownError("model.gguf_pictures", folder=folder.name)
        if header.settings.get(TYPE) == "adapter":
            raise KnownError("model.gguf_adapter", folder=folder.name)
        if sees_too(header):
            raise KnownError("model.unsupported_pictures", folder=folder.name, family=title_of(name), known=titles())
        if any(_EXPERTS in tensor for tensor in header.tensors):
            raise OtherSettingsError(message("model.has_experts"))
        config = config_of(header)
        if config["model_type"] not in known():
            raise UnknownFamilyError(title_of(name))
        check_decoders(header.tensors)
        blocks = config.get("num_hidden_layers", config.get("n_layer"))
        if isinstance(blocks, int):  # else it is refused for that, by its family
            check_places(header.tensors, ARCHITECTURES[config["model_type"]], blocks)
        return {**config, "rope_scaling": scaling} if (scaling := _scaling(header, config)) else config

    def tokenizer_files(self, folder: Path) -> list[Path]:
        return parts_of(folder)[:1]

    def weight_files(self, folder: Path) -> list[Path]:
        return parts_of(folder)

    def said(self, folder: Path) -> Mapping[str, Any]:
        settings = whole_header(folder).settings
        stated = {ours: settings.get(f"general.{theirs}") for ours, theirs in _SAID.items()}
        return {key: value for key, value in stated.items() if value} | {"quantisation": kind_of(folder)}

    def beside(self, folder: Path) -> dict[str, str]:
        said = whole_header(folder).settings.get(_TEMPLATE)
        return {TEMPLATE: said} if isinstance(said, str) else {}

    def held(self, folder: Path, family: Family) -> int:
        return sum(tensor.numbers for tensor in self._header(folder).tensors.values())

    def tokenizer(self, folder: Path, config: Config, family: Family) -> Tokenizer:
        try:
            header = whole_header(folder)
            said = config.get("eos_token_id")
            ends = tuple(each for each in (said if isinstance(said, list) else [said]) if isinstance(each, int))
            return tokenizer_of(header.settings, architecture_of(header), config["vocab_size"], ends)
        except OtherSettingsError as error:
            raise KnownError(
                "model.other_settings", folder=folder, family=family.title, setting=error.message
            ) from error
        except ReasonError as error:
            raise KnownError("model.damaged", folder=folder, detail=error.message) from error

    def fill(self, network: keras.Model, folder: Path, family: Family) -> None:
        config = family.completed(self.config(folder))
        family.fill(network, tensors_of(whole_header(folder).tensors, config))


def tensors_of(stored: Mapping[str, StoredTensor], config: Config) -> Tensors:
    """As a checkpoint of the family has them."""
    return Tensors(stored, ARCHITECTURES[config["model_type"]], *rows_of_heads(config))


def kind_of(folder: Path) -> str:
    """In which kind most of the weights lie, as people call it; empty for numbers of a usual length.

    Raises as `whole_header`.
    """
    counts: Counter[str] = Counter()
    for tensor in whole_header(folder).tensors.values():
        counts[tensor.kind.name] += tensor.numbers
    most = max(counts, key=lambda name: counts[name], default="")
    return "" if most in WHOLE else most


def _scaling(header: Header, config: Mapping[str, Any]) -> dict[str, Any] | None:
    """By the factors that a file has for its positions; None where it has none.

    Raises OtherSettingsError where they are of a kind that is not known.
    """
    found = header.tensors.get(FACTORS)
    if found is None:
        return None
    if found.numbers > _MOST_FACTORS:
        raise ReasonError(message("damage.tensor_shape", tensor=FACTORS, shape=str(found.shape)))
    return scaling_of(decoded(found), float(config["rope_theta"]), int(config["head_dim"]))


SOURCE = Gguf()
