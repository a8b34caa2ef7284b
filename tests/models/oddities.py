"""Model folders that are odd in one way each, of every family: some are opened, as `transformers` does, some refused.

Each is a tiny family's folder (tests/tiny_families.py) with a change of its config.json (None takes a key out), of how
its weights lie in files, and of which tensors there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from tests.tiny_families import CONFIGS, write, write_any

# Longer than each window and each original length; GPT-2's context is half as long.
TOKENS = [int(token) for token in np.random.default_rng(23).integers(3, 300, 64)]
Tensors = dict[str, np.ndarray]


class Out:
    """In place of a value: the key is not there at all."""


@dataclass(frozen=True)
class Oddity:
    family: str
    config: Mapping[str, Any] = field(default_factory=dict)
    dtype: str = "float32"
    shards: int = 1
    weights: Callable[[Tensors], Tensors] | None = None
    refused: str | None = None  # what the sentence says; None where it is opened


def named(old: str, new: str) -> Callable[[Tensors], Tensors]:
    """Other beginnings of the tensors' names."""
    return lambda weights: {name.replace(old, new, 1): value for name, value in weights.items()}


def beside(name: str, made: Callable[[Tensors], np.ndarray]) -> Callable[[Tensors], Tensors]:
    return lambda weights: {**weights, name: made(weights)}


_LLAMA3 = {**CONFIGS["llama"]["rope_scaling"]}
_EMBEDDING = "model.embed_tokens.weight"
_OTHER_OUTPUT = beside("lm_head.weight", lambda weights: weights[_EMBEDDING] * np.float32(0.5))

OPENED: Mapping[str, Oddity] = {
    **{family: Oddity(family) for family in ("gpt2", *CONFIGS)},
    "half numbers in shards": Oddity("llama", dtype="float16", shards=3),
    "numbers of 16 bits": Oddity("qwen3", dtype="bfloat16", shards=2),
    "double numbers": Oddity("smollm2", dtype="float64"),
    "names of a network without its head": Oddity("qwen2", weights=named("model.", "")),
    "the embedding a second time": Oddity(
        "smollm2", weights=beside("lm_head.weight", lambda weights: weights[_EMBEDDING].copy())
    ),
    "positions as transformers 5 says them": Oddity(
        "llama",
        {"rope_scaling": Out, "rope_theta": Out, "rope_parameters": {**_LLAMA3, "rope_theta": 700.0}},
    ),
    "a wavelength that is said twice": Oddity("qwen3", {"rope_parameters": {"rope_theta": 99.0}}),
    "an old name for how positions are scaled": Oddity(
        "llama", {"rope_scaling": {"type": "llama3", **{k: v for k, v in _LLAMA3.items() if k != "rope_type"}}}
    ),
    "positions of two kinds of blocks": Oddity(
        "gemma3",
        {
            "rope_scaling": Out, "rope_theta": Out, "rope_local_base_freq": Out,
            "rope_parameters": {
                "full_attention": {"rope_type": "linear", "factor": 4.0, "rope_theta": 3000.0},
                "sliding_attention": {"rope_type": "default", "rope_theta": 77.0},
            },
        },
    ),
    "a wavelength that is not said": Oddity("gemma3", {"rope_theta": Out, "rope_local_base_freq": Out}),
    "no window": Oddity("mistral", {"sliding_window": None}),
    "a window of all blocks but some": Oddity("qwen2", {"use_sliding_window": True, "max_window_layers": 1}),
    "a window by the kinds of blocks": Oddity(
        "smollm3", {"layer_types": ["sliding_attention", "full_attention"], "sliding_window": 9}
    ),
    "kinds of blocks by a number": Oddity("gemma3", {"layer_types": Out, "sliding_window_pattern": 2}),
    "bounded values": Oddity("gemma3", {"final_logit_softcapping": 3.0}),
    "another scale": Oddity("gemma3", {"query_pre_attn_scalar": 32}),
    "another epsilon": Oddity("qwen3", {"rms_norm_eps": 0.3}),
    "another epsilon of GPT-2's": Oddity("gpt2", {"layer_norm_epsilon": 1e-3}),
    "a large epsilon of GPT-2's": Oddity("gpt2", {"layer_norm_epsilon": 0.1}),
    "blocks without positions by a number": Oddity("smollm3", {"no_rope_layers": Out, "no_rope_layer_interval": 2}),
    "what training leaves behind": Oddity(
        "smollm2",
        {
            "_name_or_path": "/home/me/run", "torch_dtype": "float16", "use_cache": False, "unsloth_version": "2025.1",
            "attention_dropout": 0.5, "pretraining_tp": 2, "rope_interleaved": False, "initializer_range": 0.04,
            "sliding_window": None, "my_loss": 3.1, "eos_token_id": [2, 0],
        },
    ),
    "what GPT-2 is trained with": Oddity(
        "gpt2", {"n_ctx": 32, "attn_pdrop": 0.7, "summary_type": "mean", "n_inner": None, "is_decoder": True}
    ),
}  # fmt: skip

_CHUNKS = ["full_attention", "chunked_attention"]
_SLIDES = ["sliding_attention", "full_attention"]
_SETTING = "model, but it has “{}” set to {}, which is not supported"
REFUSED: Mapping[str, Oddity] = {
    **{
        f"{key} of {family}": Oddity(family, {key: value}, refused=_SETTING.format(key, shown))
        for family, key, value, shown in (
            ("gpt2", "add_cross_attention", True, "true"),
            ("llama", "partial_rotary_factor", 0.5, "0.5"),
            ("llama", "original_max_position_embeddings", 64, "64"),
            ("llama", "sliding_window", 8, "8"),
            ("smollm2", "embedding_multiplier", 12.0, "12.0"),
            ("smollm2", "is_causal", False, "false"),
            ("mistral", "layer_types", _SLIDES, json.dumps(_SLIDES)),
            ("qwen2", "layer_types", _CHUNKS, json.dumps(_CHUNKS)),
            ("qwen2", "num_kv_shared_layers", 1, "1"),
            ("qwen3", "logits_scaling", 8.0, "8.0"),
            ("gemma3", "attn_logit_softcapping", 2.0, "2.0"),
            ("gemma3", "rope_parameters", {"rope_theta": 5.0}, '{"rope_theta": 5.0}'),
        )
    },
    "part of positions": Oddity(
        "llama",
        {"rope_scaling": {**_LLAMA3, "partial_rotary_factor": 0.5}},
        refused=_SETTING.format("partial_rotary_factor", 0.5),
    ),
    "positions of near blocks that are scaled": Oddity(
        "gemma3",
        {"rope_parameters": {"sliding_attention": {"rope_type": "linear", "factor": 2.0}}},
        refused=_SETTING.format("rope_parameters", '{"rope_type": "linear", "factor": 2.0}'),
    ),
    "an exact activation": Oddity("gemma3", {"hidden_activation": "gelu"}, refused="it has the activation “gelu”"),
    "an output of its own": Oddity(
        "qwen2", weights=_OTHER_OUTPUT, refused="it has an output matrix of its own (“lm_head.weight”), although"
    ),
    "biases that config.json does not tell of": Oddity(
        "smollm2",
        weights=beside("model.layers.0.self_attn.o_proj.bias", lambda _: np.ones(64, np.float32)),
        refused="it has the weights “model.layers.0.self_attn.o_proj.bias”, for which its network has no place",
    ),
}  # fmt: skip
EVERY = {**OPENED, **REFUSED}


def write_oddity(folder: Path, name: str) -> Path:
    odd = EVERY[name]
    if odd.family == "gpt2":
        write_any(folder, "gpt2")
    else:
        write(folder, odd.family, odd.dtype, odd.shards)
    said = {**json.loads((folder / "config.json").read_text()), **odd.config}
    said = {key: value for key, value in said.items() if value is not Out}
    (folder / "config.json").write_text(json.dumps(said))
    if odd.weights is not None:
        save_file(odd.weights(load_file(folder / "model.safetensors")), folder / "model.safetensors")
    return folder


def followed(logits: np.ndarray, tokens: list[int]) -> np.ndarray:
    """The logarithm of the probability of each token but the first."""
    logits = logits.astype(np.float64)
    logs = logits - np.log(np.exp(logits - logits.max(-1, keepdims=True)).sum(-1, keepdims=True))
    logs -= logits.max(-1, keepdims=True)
    return logs[np.arange(len(tokens) - 1), tokens[1:]]
