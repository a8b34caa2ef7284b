"""How many weights a network has and how many of them learn, from its configuration alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.models.families import ARCHITECTURES
from workbench.values.fine_tuning import FineTuning, Method


@dataclass(frozen=True)
class Shape:
    """What decides how large a Transformer is: widths in numbers, counts of heads and blocks."""

    blocks: int
    width: int
    inner: int  # of the feed-forward part
    heads: int
    key_heads: int  # that keys and values have
    head: int  # width of one
    vocabulary: int


def shape_of(config: dict[str, Any]) -> Shape:
    """Of a complete configuration of a Transformer."""
    if config["model_type"] == "gpt2":
        width, heads = config["n_embd"], config["n_head"]
        inner = config.get("n_inner") or 4 * width
        return Shape(config["n_layer"], width, inner, heads, heads, width // heads, config["vocab_size"])
    return Shape(
        config["num_hidden_layers"],
        config["hidden_size"],
        config["intermediate_size"],
        config["num_attention_heads"],
        config["num_key_value_heads"],
        config["head_dim"],
        config["vocab_size"],
    )


def layer_sizes(config: dict[str, Any]) -> list[int]:
    """The weights of each layer from the embeddings up (see training/layers.py, which numbers them alike)."""
    if config["model_type"] == "word-lstm":
        vocabulary, embedding, hidden = config["vocab_size"], config["embedding_size"], config["hidden_size"]
        inputs = [embedding, *[hidden] * (config.get("num_hidden_layers", 1) - 1)]
        lstms = [4 * hidden * (size + hidden + 1) for size in inputs]
        return [vocabulary * embedding, *lstms, (hidden + 1) * embedding]
    shape, family = shape_of(config), ARCHITECTURES[config["model_type"]]
    width, queries, keys = shape.width, shape.heads * shape.head, shape.key_heads * shape.head
    attention = 2 * width * (queries + keys)
    if config["model_type"] == "gpt2":  # with biases everywhere, and norms that shift
        block = attention + 4 * width + 2 * width * shape.inner + shape.inner + width + 4 * width
        embeddings, last = (shape.vocabulary + config["n_positions"]) * width, 2 * width
    else:
        biases = queries + 2 * keys if family.query_bias else 0
        norms = family.norms * width + (2 * shape.head if family.query_norm else 0)
        block = attention + biases + norms + 3 * width * shape.inner
        embeddings, last = shape.vocabulary * width, width
        if not config["tie_word_embeddings"]:
            last += embeddings
    blocks = [block] * shape.blocks
    blocks[-1] += last
    return [embeddings, *blocks]


def learning_parameters(config: dict[str, Any], fine_tuning: FineTuning) -> int:
    """How many weights the method changes; with LoRA, how many numbers learn."""
    if fine_tuning.method is Method.LORA and config["model_type"] != "word-lstm":
        adapted = adapted_matrices(config, fine_tuning)
        pairs = sum(fine_tuning.lora_rank * (matrix.inputs + matrix.outputs) for matrix in adapted)
        return pairs + (sum(matrix.biases for matrix in adapted) if fine_tuning.lora_biases else 0)
    sizes = layer_sizes(config)
    if fine_tuning.freeze_embeddings:
        sizes[0] = 0
    if fine_tuning.method is Method.LAST_LAYERS:
        sizes = sizes[-fine_tuning.layers :]
    return sum(sizes)


@dataclass(frozen=True)
class Matrix:
    inputs: int
    outputs: int
    biases: int  # that belong to it

    @property
    def weights(self) -> int:
        return self.inputs * self.outputs


def adapted_matrices(config: dict[str, Any], fine_tuning: FineTuning) -> list[Matrix]:
    """Beside which matrices LoRA stands (see training/lora.py)."""
    shape, family = shape_of(config), ARCHITECTURES[config["model_type"]]
    width, queries, keys, inner = shape.width, shape.heads * shape.head, shape.key_heads * shape.head, shape.inner
    is_gpt2 = config["model_type"] == "gpt2"

    def matrix(inputs: int, outputs: int, has_biases: bool = is_gpt2) -> Matrix:
        return Matrix(inputs, outputs, outputs if has_biases else 0)

    matrices = {
        "query": matrix(width, queries, is_gpt2 or family.query_bias),
        "key": matrix(width, keys, is_gpt2 or family.query_bias),
        "value": matrix(width, keys, is_gpt2 or family.query_bias),
        "output": matrix(queries, width),
        "up": matrix(width, inner),
        "down": matrix(inner, width),
    }
    if not is_gpt2:
        matrices["gate"] = matrix(width, inner)
    return shape.blocks * [matrices[name] for name in fine_tuning.lora_targets.matrices if name in matrices]
