"""Weights that were quantised: told by what a config.json says, by the kinds of numbers, and by the tensors' names.

A quantised weight is a small whole number that means something only together with its scale, which lies in a tensor of
its own; read as if it were the weight, it gives a network that answers, and is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# What says in a config.json how its weights were quantised, and what in a folder.
_KEYS = ("quantization_config", "compression_config", "quantization")
FILES = ("quantize_config.json", "quant_config.json", "hf_quant_config.json")
_METHODS = {
    "gptq": "GPTQ", "awq": "AWQ", "aqlm": "AQLM", "bitsandbytes": "bitsandbytes", "compressed-tensors":
    "compressed-tensors", "eetq": "EETQ", "fp8": "FP8", "fbgemm_fp8": "FP8", "hqq": "HQQ", "mxfp4": "MXFP4",
    "quanto": "Quanto", "torchao": "torchao", "vptq": "VPTQ", "modelopt": "ModelOpt", "higgs": "HIGGS",
}  # fmt: skip
_MLX = "MLX"  # which alone writes “quantization”
# The ends of the names of tensors that only a quantised weight has beside it, with what writes them.
_BESIDE = (
    (r"SCB|weight_format|absmax|nested_absmax|quant_map|nested_quant_map|quant_state\.\w+", "bitsandbytes"),
    (r"g_idx", "GPTQ"),
    (r"qweight|qzeros", "GPTQ, AWQ"),
    (r"weight_packed|weight_shape|weight_zero_point", "compressed-tensors"),
    (r"weight_scale_inv", "FP8"),
    (r"weight_scale|input_scale|output_scale|[kv]_scale|weight_global_scale|input_global_scale", "compressed-tensors"),
    (r"codes|codebooks", "AQLM"),
    (r"W_q", "HQQ"),
    (r"weight_scales", "EETQ"),
    (r"weight\._data|weight\._scale", "Quanto"),
    (r"q_weight|q_scale_max|q_invperm|q_perm", "EXL2"),
    (r"Qidxs", "QuIP#"),
)
_NAMES = tuple((re.compile(rf"(?:.*\.)?(?:{ends})"), kind) for ends, kind in _BESIDE)
_FLOATS = ("F16", "BF16", "F32", "F64")
_PACKED = re.compile(r"[FIU]([1-8])(_\w+)?|[IU](16|32)")  # kinds of numbers that hold a few bits each
# Whole numbers that no weights are: places in a text, and what hides the ones that are still to come.
_NO_WEIGHTS = re.compile(r"(.*\.)?(position_ids|attn\.bias|attn\.masked_bias|attention\.bias|attention\.masked_bias)")


def in_config(config: Mapping[str, Any]) -> str | None:
    """How the weights were quantised that go with a config.json, also of the part for text alone; None if not."""
    inside = config.get("text_config")
    for part in (config, inside if isinstance(inside, dict) else {}):
        for key in _KEYS:
            if part.get(key) is not None:
                return _method(key, part[key])
    return None


def in_tensors(kinds: Mapping[str, str]) -> str | None:
    """The same by the tensors of a checkpoint: each by its name with the kind of its numbers."""
    if any(name.endswith(".scales") and f"{name.removesuffix('scales')}biases" in kinds for name in kinds):
        return _MLX
    named = (kind for pattern, kind in _NAMES if any(map(pattern.fullmatch, kinds)))
    odd = (_bits(kind) for name, kind in kinds.items() if kind not in _FLOATS and not _NO_WEIGHTS.fullmatch(name))
    return next(named, None) or next(odd, None)


def in_counts(counts: Mapping[str, int]) -> str | None:
    """The same by how many numbers of each kind a Hub has counted: a few bytes may be something else than weights."""
    of_bytes = sum(counts.get(kind, 0) for kind in ("U8", "BOOL"))
    if 2 * of_bytes > sum(counts.values()):
        return _bits("U8")
    return next((_bits(kind) for kind in counts if _PACKED.fullmatch(kind) and kind != "U8"), None)


def _method(key: str, said: Any) -> str:
    if not isinstance(said, Mapping):
        return key
    method = said.get("quant_method") or said.get("quant_algo")
    if method is None:
        return _MLX if key == "quantization" else _of_bitsandbytes(said) or key
    return _METHODS.get(str(method).lower(), str(method)[:40])


def _of_bitsandbytes(said: Mapping[str, Any]) -> str | None:
    """Its first form did not say its name."""
    return "bitsandbytes" if {"load_in_8bit", "load_in_4bit"} & {*said} else None


def _bits(kind: str) -> str:
    names = {"F8_E4M3": "float8", "F8_E5M2": "float8", "I8": "int8", "U8": "uint8"}
    return names.get(kind, kind)
