"""The weights of a checkpoint in the Hugging Face layout: where each lies in the network, and reading them.

A checkpoint is one safetensors file or several with an index. Numbers of 16 bits become float32. Every weight of the
network is filled and must have its shape, or the checkpoint is not that of the network.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import keras

WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"
KERAS_WEIGHTS = "model.weights.h5"  # of a Keras preset
# What stands before the names, depending on which class of transformers wrote the checkpoint.
PREFIXES = ("", "model.", "transformer.", "model.language_model.", "language_model.model.", "language_model.")

Arrange = Callable[[np.ndarray, Sequence[int]], np.ndarray]


def weight_files(folder: Path) -> list[Path]:
    """The files that hold the weights, whether they are there or not. Raises ValueError for an index that is none."""
    if (folder / KERAS_WEIGHTS).is_file():
        return [folder / KERAS_WEIGHTS]
    if not (folder / INDEX).is_file() or (folder / WEIGHTS).is_file():
        return [folder / WEIGHTS]
    content = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    try:
        names = {Path(name).name for name in content["weight_map"].values()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{INDEX} has no weight_map") from error
    return [folder / name for name in sorted(names)]


def fill(network: keras.Model, model_type: str, folder: Path) -> None:
    """Fill a Transformer of the family `model_type` from the checkpoint in `folder`.

    Raises ValueError or OSError, or the library's SafetensorError, where it is not a whole checkpoint of the network.
    """
    from safetensors import safe_open

    with ExitStack() as stack:
        tensors = {}
        for file in weight_files(folder):
            opened = stack.enter_context(safe_open(file, framework="numpy"))
            tensors.update(dict.fromkeys(opened.keys(), opened))
        for variable in network.trainable_variables:
            name, arrange = source_of(variable.path, model_type)
            found = next((prefix + name for prefix in PREFIXES if prefix + name in tensors), None)
            if found is None:
                raise ValueError(f"the weights lack {name}")
            value = tensors[found].get_tensor(found).astype(np.float32)
            try:
                variable.assign(arrange(value, variable.shape))
            except ValueError as error:
                raise ValueError(f"{name} has the shape {value.shape}, which does not suit the network") from error


def source_of(path: str, model_type: str) -> tuple[str, Arrange]:
    """The name of the tensor that a network's variable at `path` is filled from, and how its numbers lie there."""
    outside, blocks = (_GPT2, _GPT2_BLOCK) if model_type == "gpt2" else (_OUTSIDE, _BLOCK)
    block = re.match(r"(?:transformer_layer|decoder_block)_(\d+)/(.+)", path)
    if block is None:
        return outside[path]
    name, arrange = blocks[block[2]]
    return f"{'h' if model_type == 'gpt2' else 'layers'}.{block[1]}.{name}", arrange


def _as_it_is(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
    return value.reshape(shape)


def _turned(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
    """PyTorch keeps a matrix as [outputs, inputs]."""
    return value.T.reshape(shape)


def _by_head(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
    """[heads · size, width] → [heads, width, size]."""
    heads, width, size = shape
    return value.reshape(heads, size, width).transpose(0, 2, 1)


def _third(number: int) -> Arrange:
    """One of query, key and value, which GPT-2 keeps side by side, as [inputs, outputs]."""

    def arrange(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
        return np.split(value, 3, axis=-1)[number].reshape(shape)

    return arrange


_OUTSIDE: dict[str, tuple[str, Arrange]] = {
    "token_embedding/embeddings": ("embed_tokens.weight", _as_it_is),
    "token_embedding/reverse_embeddings": ("lm_head.weight", _turned),
    "sequence_output_layernorm/scale": ("norm.weight", _as_it_is),
    "final_normalization/scale": ("norm.weight", _as_it_is),
}
_BLOCK: dict[str, tuple[str, Arrange]] = {
    # Llama, Qwen, Mistral
    "self_attention_layernorm/scale": ("input_layernorm.weight", _as_it_is),
    "self_attention/query/kernel": ("self_attn.q_proj.weight", _turned),
    "self_attention/query/bias": ("self_attn.q_proj.bias", _as_it_is),
    "self_attention/query_dense_layernorm/scale": ("self_attn.q_norm.weight", _as_it_is),
    "self_attention/key/kernel": ("self_attn.k_proj.weight", _turned),
    "self_attention/key/bias": ("self_attn.k_proj.bias", _as_it_is),
    "self_attention/key_dense_layernorm/scale": ("self_attn.k_norm.weight", _as_it_is),
    "self_attention/value/kernel": ("self_attn.v_proj.weight", _turned),
    "self_attention/value/bias": ("self_attn.v_proj.bias", _as_it_is),
    "self_attention/attention_output/kernel": ("self_attn.o_proj.weight", _turned),
    "feedforward_layernorm/scale": ("post_attention_layernorm.weight", _as_it_is),
    "feedforward_gate_dense/kernel": ("mlp.gate_proj.weight", _turned),
    "feedforward_intermediate_dense/kernel": ("mlp.up_proj.weight", _turned),
    "feedforward_output_dense/kernel": ("mlp.down_proj.weight", _turned),
    # Gemma 3
    "pre_attention_norm/scale": ("input_layernorm.weight", _as_it_is),
    "post_attention_norm/scale": ("post_attention_layernorm.weight", _as_it_is),
    "attention/query/kernel": ("self_attn.q_proj.weight", _by_head),
    "attention/query_norm/scale": ("self_attn.q_norm.weight", _as_it_is),
    "attention/key/kernel": ("self_attn.k_proj.weight", _by_head),
    "attention/key_norm/scale": ("self_attn.k_norm.weight", _as_it_is),
    "attention/value/kernel": ("self_attn.v_proj.weight", _by_head),
    "attention/attention_output/kernel": ("self_attn.o_proj.weight", _turned),
    "pre_ffw_norm/scale": ("pre_feedforward_layernorm.weight", _as_it_is),
    "post_ffw_norm/scale": ("post_feedforward_layernorm.weight", _as_it_is),
    "ffw_gating/kernel": ("mlp.gate_proj.weight", _turned),
    "ffw_gating_2/kernel": ("mlp.up_proj.weight", _turned),
    "ffw_linear/kernel": ("mlp.down_proj.weight", _turned),
    # SmolLM3
    "input_layernorm/scale": ("input_layernorm.weight", _as_it_is),
    "self_attn/q_proj/kernel": ("self_attn.q_proj.weight", _turned),
    "self_attn/k_proj/kernel": ("self_attn.k_proj.weight", _turned),
    "self_attn/v_proj/kernel": ("self_attn.v_proj.weight", _turned),
    "self_attn/o_proj/kernel": ("self_attn.o_proj.weight", _turned),
    "post_attention_layernorm/scale": ("post_attention_layernorm.weight", _as_it_is),
    "mlp/gate_proj/kernel": ("mlp.gate_proj.weight", _turned),
    "mlp/up_proj/kernel": ("mlp.up_proj.weight", _turned),
    "mlp/down_proj/kernel": ("mlp.down_proj.weight", _turned),
}
_GPT2: dict[str, tuple[str, Arrange]] = {
    "token_embedding/embeddings": ("wte.weight", _as_it_is),
    "position_embedding/embeddings": ("wpe.weight", _as_it_is),
    "layer_norm/gamma": ("ln_f.weight", _as_it_is),
    "layer_norm/beta": ("ln_f.bias", _as_it_is),
}
_GPT2_BLOCK: dict[str, tuple[str, Arrange]] = {
    "self_attention_layer_norm/gamma": ("ln_1.weight", _as_it_is),
    "self_attention_layer_norm/beta": ("ln_1.bias", _as_it_is),
    "self_attention/query/kernel": ("attn.c_attn.weight", _third(0)),
    "self_attention/query/bias": ("attn.c_attn.bias", _third(0)),
    "self_attention/key/kernel": ("attn.c_attn.weight", _third(1)),
    "self_attention/key/bias": ("attn.c_attn.bias", _third(1)),
    "self_attention/value/kernel": ("attn.c_attn.weight", _third(2)),
    "self_attention/value/bias": ("attn.c_attn.bias", _third(2)),
    "self_attention/attention_output/kernel": ("attn.c_proj.weight", _as_it_is),
    "self_attention/attention_output/bias": ("attn.c_proj.bias", _as_it_is),
    "feedforward_layer_norm/gamma": ("ln_2.weight", _as_it_is),
    "feedforward_layer_norm/beta": ("ln_2.bias", _as_it_is),
    "feedforward_intermediate_dense/kernel": ("mlp.c_fc.weight", _as_it_is),
    "feedforward_intermediate_dense/bias": ("mlp.c_fc.bias", _as_it_is),
    "feedforward_output_dense/kernel": ("mlp.c_proj.weight", _as_it_is),
    "feedforward_output_dense/bias": ("mlp.c_proj.bias", _as_it_is),
}
