"""What all families of Transformers have in common: a backbone of keras_hub, numbered blocks, a map of weights."""

from __future__ import annotations

import math
import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from workbench.messages.message import message
from workbench.models.families.family import Config, Decoding, Family, OtherSettingsError
from workbench.models.families.shapes import TransformerShape
from workbench.models.families.tensors import IDLE, OF_PICTURES, Tensor, fill, written
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.values.network_kind import NetworkKind

if TYPE_CHECKING:
    import keras
    import numpy as np


DROPOUT = 0.1  # never 0: a Dropout layer made with rate 0 has no random generator to switch on later


class Transformer(Family):
    kind = NetworkKind.TRANSFORMER
    decoding = Decoding.CACHED
    backbone: str  # and the task, classes of keras_hub.models
    task: str
    also_presets_of: str | None = None  # another backbone that is the same network
    keys: Mapping[str, str]  # from its config.json to the arguments of its backbone
    defaults: Mapping[str, Any] = MappingProxyType({})  # what transformers takes where a config.json is silent
    activations: tuple[str, ...]
    block: str = "transformer_layer"  # what keras_hub calls a block, before its number
    block_in_files: str  # what a checkpoint calls it, before its number
    prefix: str  # before the names in a checkpoint, as transformers writes them
    outside: Mapping[str, Tensor]  # of each variable that is in no block, by its path
    inside: Mapping[str, Tensor]  # of each in a block, by the rest of its path
    words: str | None = None  # how a preset's tokenizer tells words apart, where not as GPT-2's does
    begin: str | None = None  # what a preset's tokenizer puts before every text

    @abstractmethod
    def shape(self, config: Config) -> TransformerShape: ...

    def arguments(self, config: Config) -> dict[str, Any]:
        """Of the backbone."""
        dropout = {"dropout": DROPOUT} if self.has_dropout else {}
        return {name: config[key] for key, name in self.keys.items()} | dropout

    def finish(self, backbone: keras.Model, config: Config) -> None:
        """Set what the layers can do but a backbone's arguments do not reach; it is read when a layer is called."""

    def build(self, config: Config) -> keras.Model:
        import keras_hub

        config = self.completed(config)
        backbone = getattr(keras_hub.models, self.backbone)(**self.arguments(config))
        self.finish(backbone, config)
        shrink_residuals(backbone)
        # Not made ready for Keras's own fit(): its optimizer takes an eighth of the time, and nothing here uses it.
        return getattr(keras_hub.models, self.task)(backbone=backbone, preprocessor=None, compile=False)

    def learnt_tokenizer(self, texts: Iterable[str], vocabulary: int) -> Tokenizer:
        return Tokenizer.of_pieces(texts, vocabulary)

    def config_of_preset(self, settings: Config, trained_length: int) -> Config:
        """The config.json of a Keras preset with these arguments of its backbone, which learnt from passages of
        `trained_length` tokens."""
        found = {key: settings[there] for key, there in self.keys.items() if there in settings}
        return {**found, "model_type": self.model_type}

    def refuse_activation(self, activation: str) -> None:
        if activation not in self.activations:
            raise OtherSettingsError(message("model.has_activation", activation=str(activation)))

    def tensor_at(self, path: str) -> Tensor:
        """What the variable at `path` is in a checkpoint."""
        block = re.match(rf"{self.block}_(\d+)/(.+)", path)
        if block is None:
            return self.outside[path]
        tensor = self.inside[block[2]]
        return replace(tensor, name=f"{self.block_in_files}.{block[1]}.{tensor.name}")

    def fill(self, network: keras.Model, found: Mapping[str, np.ndarray]) -> None:
        idle = (*IDLE, *OF_PICTURES) if self.part_of else tuple(IDLE)
        fill(network, self.tensor_at, found, idle)

    def tensors(self, network: keras.Model) -> dict[str, np.ndarray]:
        return written(network, self.tensor_at, self.prefix)

    def with_blocks(
        self, config: Config, tensors: Mapping[str, np.ndarray], chosen: Sequence[int]
    ) -> tuple[Config, dict[str, np.ndarray]]:
        """What is said of each block in a list (which of them slide, say) is said of those that are left."""
        (key,) = (key for key, argument in self.keys.items() if argument == "num_layers")
        blocks = config[key]
        fewer = {
            name: [value[block] for block in chosen] if isinstance(value, list) and len(value) == blocks else value
            for name, value in config.items()
        }
        places, found = {block: place for place, block in enumerate(chosen)}, {}
        for name, tensor in tensors.items():
            block = re.match(rf"(.*{re.escape(self.block_in_files)}\.)(\d+)(\..+)", name)
            if block is None:
                found[name] = tensor
            elif int(block[2]) in places:
                found[f"{block[1]}{places[int(block[2])]}{block[3]}"] = tensor
        return {**fewer, key: len(chosen)}, found

    def matrix_of(self, path: str) -> str | None:
        _, _, rest = path.partition("/")
        return self.inside[rest].matrix if rest in self.inside else None

    def layer_numbers(self, paths: Iterable[str]) -> dict[str, int]:
        """An output matrix of its own is the topmost block's, as the last norm is."""
        numbers: dict[str, int | None] = {}
        for path in paths:
            block = re.match(rf"{self.block}_(\d+)/", path)
            embedding = re.match(r"\w+_embedding/embeddings$", path)
            numbers[path] = int(block[1]) + 1 if block else 0 if embedding else None
        top = max(number for number in numbers.values() if number is not None)
        return {path: top if number is None else number for path, number in numbers.items()}


def shrink_residuals(backbone: keras.Model) -> None:
    """What each block adds to its input begins smaller the more blocks there are, so that their sum does not grow.

    By 1 / √(number of additions): Radford et al., Language Models are Unsupervised Multitask Learners, 2019, 2.3.
    """
    factor = 1 / math.sqrt(2 * backbone.num_layers)
    last = ("attention_output/kernel", "feedforward_output_dense/kernel", "o_proj/kernel", "down_proj/kernel")
    for variable in backbone.trainable_variables:
        if variable.path.endswith(last):
            variable.assign(factor * variable)
