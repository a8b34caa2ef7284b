"""What decides how large a network is, whatever its family calls the numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TransformerShape:
    blocks: int
    width: int
    inner: int  # of the feed-forward part
    heads: int
    key_heads: int  # that keys and values have
    head: int  # width of one
    vocabulary: int
    is_tied: bool  # whether the output matrix is the embedding's
    is_gated: bool = True  # whether the feed-forward part has two inner values and their product
    in_blocks: bool = False  # whether its attention goes in blocks of queries (see training/products.py)
    heads_first: bool = False  # whether kernels of queries, keys and values are [heads, inputs, size]


@dataclass(frozen=True)
class RecurrentShape:
    states: int  # numbers that all layers together remember
    width: int  # of the embeddings, and of what is projected on the vocabulary
    vocabulary: int


@dataclass(frozen=True)
class Matrix:
    """One of a block's."""

    inputs: int
    outputs: int
    biases: int  # that belong to it

    @property
    def weights(self) -> int:
        return self.inputs * self.outputs
