"""What a family of networks knows of itself; nobody outside asks which one it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.shapes import Matrix, RecurrentShape, TransformerShape
from workbench.models.families.stated import NULLABLE
from workbench.values.network_kind import NetworkKind

if TYPE_CHECKING:
    import keras
    import numpy as np

    from workbench.models.tokenizers.tokenizer import Tokenizer

Config = dict[str, Any]


class OtherSettingsError(ReasonError):
    """Why a model of a family that is known cannot be opened all the same; completes “it has …”."""


class Decoding(StrEnum):
    """How a network is asked again and again about a text that grows (see prediction/decoders.py)."""

    CACHED = "cached"  # by keras_hub's cache of keys and values
    CACHED_IN_PAIRS = "cached in pairs"  # the same, with the keys and values of each block apart
    GPT2 = "gpt2"
    LLAMA = "llama"
    RECURRENT = "recurrent"


class Family(ABC):
    """An architecture: its configuration, its network, where the weights lie, its sizes."""

    model_type: str  # in a config.json
    title: str  # what people call it, with models that they may know
    kind: NetworkKind
    decoding: Decoding
    part_of: str | None = None  # the model_type of larger networks that have one of these for their text
    in_transformers: bool = True  # whether that library opens it too
    named: str = ""  # what stands there before “ForSequenceClassification”
    word_head: str | None = "score"  # what its class for tags calls their layer; None where it has no such class
    has_dropout: bool = True  # whether it has connections that can be switched off while it learns
    heads_first: bool = False  # see TransformerShape
    inputs_first: bool = False  # whether a checkpoint keeps its matrices as [inputs, outputs], and not turned
    used: Collection[str] = ()  # keys of a config.json that the family reads
    fixed: Mapping[str, Any] = MappingProxyType({})  # others, each with the only value that its network can have
    tokenizer_class: str | None = None  # of transformers, where a folder has nothing but a vocabulary and merges
    needed: Sequence[str] = ()  # keys of a config.json for which there is no default
    nullable: frozenset[str] = NULLABLE  # those for which null is as good as silence

    @abstractmethod
    def completed(self, config: Config) -> Config:
        """A config.json with what is taken where it is silent, old keys and new in one.

        Raises OtherSettingsError where the family's network cannot be it, KeyError where something is missing.
        """

    def context_length(self, config: Config) -> int:
        """The most tokens that the network can see at once."""
        return int(config["max_position_embeddings"])

    @abstractmethod
    def build(self, config: Config) -> keras.Model:
        """The network with random weights: {"token_ids", "padding_mask"} → logits."""

    def plain(self, network: keras.Model, config: Config) -> keras.Model:
        """The same function as other programs can have it: of layers of Keras and keras_hub alone."""
        return network

    @abstractmethod
    def learnt_tokenizer(self, texts: Iterable[str], vocabulary: int) -> Tokenizer:
        """Where a model has none of its own."""

    @abstractmethod
    def fill(self, network: keras.Model, tensors: Mapping[str, np.ndarray]) -> None:
        """Fill a network from a checkpoint in the Hugging Face layout; every weight must be there in its shape, and
        nothing else but what is known to be of no use.

        Raises ValueError or KeyError where one is not there, OtherSettingsError where one is left over.
        """

    @abstractmethod
    def tensors(self, network: keras.Model) -> dict[str, np.ndarray]:
        """The inverse of `fill`: the weights as a checkpoint has them, one that stands in two places once."""

    def exported(self, config: Config) -> Config:
        """The config.json that goes with `tensors`."""
        return config

    def with_blocks(
        self, config: Config, tensors: Mapping[str, np.ndarray], chosen: Sequence[int]
    ) -> tuple[Config, dict[str, np.ndarray]]:
        """A network of these of its blocks alone, counted from 0, one upon the other as they stood.

        Raises ReasonError for a family whose layers do not do without each other.
        """
        raise ReasonError(message("model.has_no_blocks"))

    @abstractmethod
    def shape(self, config: Config) -> TransformerShape | RecurrentShape: ...

    @abstractmethod
    def layer_sizes(self, config: Config) -> list[int]:
        """The weights of each layer from the embeddings up, as `layer_numbers` numbers them."""

    @abstractmethod
    def layer_numbers(self, paths: Iterable[str]) -> dict[str, int]:
        """The layer of each variable by its path: 0 for the embeddings, then the blocks."""

    def matrices(self, config: Config) -> Mapping[str, Matrix]:
        """Those of a block that LoRA can stand beside, by their names in LoraTargets.matrices."""
        return {}

    def matrix_of(self, path: str) -> str | None:
        """Which of these a kernel is, or a bias stands beside."""
        return None
