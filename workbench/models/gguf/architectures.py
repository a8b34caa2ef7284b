"""What the families that can be opened here are in GGUF: the name of each tensor, and the order of the numbers in it.

llama.cpp turns positions by neighbouring pairs in networks of the architecture “llama” and its nearest kin, where
`transformers` pairs the halves of a head: rows of queries and keys lie in another order there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

EMBEDDING, OUTPUT, FACTORS = "token_embd.weight", "output.weight", "rope_freqs.weight"
_OUR_OUTPUT = "lm_head"
_BLOCK = re.compile(r"(?:layers|h)\.(\d+)\.(.+)")
_GGUF_BLOCK = re.compile(r"blk\.([0-9]{1,6})\.(.+)")  # no number without end, which a hostile file may have
_PREFIX = re.compile(r"(model|transformer)\.")
_QUERIES, _KEYS = "attn_q", "attn_k"
_LLAMA = {
    "input_layernorm": "attn_norm",
    "self_attn.q_proj": _QUERIES,
    "self_attn.k_proj": _KEYS,
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "post_attention_layernorm": "ffn_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
_NORMED = {**_LLAMA, "self_attn.q_norm": "attn_q_norm", "self_attn.k_norm": "attn_k_norm"}
_OUTSIDE = {"embed_tokens": "token_embd", "norm": "output_norm", _OUR_OUTPUT: "output"}


@dataclass(frozen=True)
class Architecture:
    name: str  # in general.architecture
    inside: Mapping[str, str]  # of each tensor in a block, from a checkpoint's name to GGUF's, without their endings
    outside: Mapping[str, str]
    blocks: str = "layers"  # what a checkpoint calls them
    pairs: bool = False  # whether rows of queries and keys lie in another order
    shifted_norms: bool = False  # whether a norm's numbers have 1 added
    turned: frozenset[str] = frozenset()  # matrices that a checkpoint keeps as [inputs, outputs]
    always_tied: bool = False

    def name_in_file(self, name: str) -> str:
        """Of a tensor that a checkpoint calls `name`. Raises KeyError."""
        stem, _, ending = _PREFIX.sub("", name, count=1).rpartition(".")
        block = _BLOCK.fullmatch(stem)
        return f"blk.{block[1]}.{self.inside[block[2]]}.{ending}" if block else f"{self.outside[stem]}.{ending}"

    def name_in_checkpoint(self, name: str) -> str:
        """The inverse; what has no place there keeps its name."""
        stem, _, ending = name.rpartition(".")
        block = _GGUF_BLOCK.fullmatch(stem)
        if block is None:
            known = {theirs: ours for ours, theirs in self.outside.items()}
            return f"{known[stem]}.{ending}" if stem in known else name
        known = {theirs: ours for ours, theirs in self.inside.items()}
        return f"{self.blocks}.{block[1]}.{known[block[2]]}.{ending}" if block[2] in known else name

    def has_place(self, name: str, blocks: int) -> bool:
        """Whether a network of so many blocks may have a tensor that a file calls `name`."""
        stem = name.rpartition(".")[0]
        block = _GGUF_BLOCK.fullmatch(stem)
        if block is None:
            return stem in self.outside.values()
        return int(block[1]) < blocks and block[2] in self.inside.values()

    def read(self, name: str, value: np.ndarray, heads: int, key_heads: int) -> np.ndarray:
        """A tensor of a file, called `name` there, as a checkpoint has it."""
        stem, _, ending = name.rpartition(".")
        kind = stem.rpartition(".")[2]
        if self.pairs and kind in (_QUERIES, _KEYS):
            return _halves(value, heads if kind == _QUERIES else key_heads)
        if self.shifted_norms and kind.endswith("norm"):
            return value - np.float32(1)
        return value.T if kind in self.turned and ending == "weight" else value

    def write(self, name: str, value: np.ndarray, heads: int, key_heads: int) -> np.ndarray:
        """The inverse of `read`; `name` is what the file calls it."""
        stem, _, ending = name.rpartition(".")
        kind = stem.rpartition(".")[2]
        if self.pairs and kind in (_QUERIES, _KEYS):
            return _neighbours(value, heads if kind == _QUERIES else key_heads)
        if self.shifted_norms and kind.endswith("norm"):
            return value + np.float32(1)
        return np.ascontiguousarray(value.T) if kind in self.turned and ending == "weight" else value


def _neighbours(rows: np.ndarray, heads: int) -> np.ndarray:
    """From halves of a head to pairs of neighbours."""
    apart = rows.reshape(heads, 2, len(rows) // heads // 2, *rows.shape[1:])
    return np.ascontiguousarray(apart.swapaxes(1, 2)).reshape(rows.shape)


def _halves(rows: np.ndarray, heads: int) -> np.ndarray:
    apart = rows.reshape(heads, len(rows) // heads // 2, 2, *rows.shape[1:])
    return np.ascontiguousarray(apart.swapaxes(1, 2)).reshape(rows.shape)


_OF_LLAMA = Architecture("llama", _LLAMA, _OUTSIDE, pairs=True)
# By what a config.json calls the family.
ARCHITECTURES: Mapping[str, Architecture] = {
    "llama": _OF_LLAMA,
    "mistral": _OF_LLAMA,
    "smollm3": Architecture("smollm3", _LLAMA, _OUTSIDE, pairs=True, always_tied=True),
    "qwen2": Architecture("qwen2", _LLAMA, _OUTSIDE),
    "qwen3": Architecture("qwen3", _NORMED, _OUTSIDE),
    "gemma3_text": Architecture(
        "gemma3",
        {
            **_NORMED,
            "post_attention_layernorm": "post_attention_norm",
            "pre_feedforward_layernorm": "ffn_norm",
            "post_feedforward_layernorm": "post_ffw_norm",
        },
        _OUTSIDE,
        shifted_norms=True,
        always_tied=True,
    ),
    "gpt2": Architecture(
        "gpt2",
        {
            "ln_1": "attn_norm",
            "attn.c_attn": "attn_qkv",
            "attn.c_proj": "attn_output",
            "ln_2": "ffn_norm",
            "mlp.c_fc": "ffn_up",
            "mlp.c_proj": "ffn_down",
        },
        {"wte": "token_embd", "wpe": "position_embd", "ln_f": "output_norm", _OUR_OUTPUT: "output"},
        blocks="h",
        turned=frozenset({"attn_qkv", "attn_output", "ffn_up", "ffn_down"}),
        always_tied=True,
    ),
}
