"""How many weights a network has and how many of them learn, from its configuration alone."""

from __future__ import annotations

from typing import Any

from workbench.fine_tuning import FineTuning, Method


def layer_sizes(config: dict[str, Any]) -> list[int]:
    """The weights of each layer from the embeddings up (see training/layers.py, which numbers them alike)."""
    if config["model_type"] == "word-lstm":
        vocabulary, embedding, hidden = config["vocab_size"], config["embedding_size"], config["hidden_size"]
        inputs = [embedding, *[hidden] * (config.get("num_hidden_layers", 1) - 1)]
        lstms = [4 * hidden * (size + hidden + 1) for size in inputs]
        return [vocabulary * embedding, *lstms, (hidden + 1) * embedding]
    width = config["n_embd"]
    inner = config.get("n_inner") or 4 * width
    norm = 2 * width
    block = 4 * width * (width + 1) + 2 * norm + 2 * width * inner + inner + width
    blocks = [block] * config["n_layer"]
    blocks[-1] += norm
    return [(config["vocab_size"] + config["n_positions"]) * width, *blocks]


def learning_parameters(config: dict[str, Any], fine_tuning: FineTuning) -> int:
    """How many weights the method changes."""
    if fine_tuning.method is Method.LORA and config["model_type"] != "word-lstm":
        # Beside query and value of each head: keras_hub's matrices, and the biases, which it lets learn as well.
        width, heads, rank = config["n_embd"], config["n_head"], fine_tuning.lora_rank
        return int(2 * config["n_layer"] * (width * heads * rank + rank * width // heads + width))
    sizes = layer_sizes(config)
    if fine_tuning.freeze_embeddings:
        sizes[0] = 0
    if fine_tuning.method is Method.LAST_LAYERS:
        sizes = sizes[-fine_tuning.layers :]
    return sum(sizes)
