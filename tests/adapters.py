"""Adapters as `peft` writes them, with numbers of NumPy's: what a person brings, in its several forms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from tests.tiny_families import write_any

LLAMA, GPT2 = "model.layers.{}.", "transformer.h.{}."
_DEFAULTS = {
    "peft_type": "LORA", "task_type": "CAUSAL_LM", "r": 2, "lora_alpha": 3, "lora_dropout": 0.1, "bias": "none",
    "fan_in_fan_out": False, "inference_mode": True,
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """An adapter: its base's family, what is said of it, and which modules have a pair, each with its rank."""

    family: str
    said: Mapping[str, Any]
    ranks: Mapping[str, int]  # of modules, by their names with the block as {}
    whole: Mapping[str, str] = field(default_factory=dict)  # tensors of its own, and those that they replace


CASES = {
    "plain": Case("smollm2", {"target_modules": ["q_proj", "v_proj"]},
                  {LLAMA + "self_attn.q_proj": 2, LLAMA + "self_attn.v_proj": 2}),
    "of another rank": Case(
        "smollm2",
        {"target_modules": r".*layers\.\d+\.(self_attn\.(q|o)_proj|mlp\.down_proj)", "use_rslora": True,
         "rank_pattern": {"mlp.down_proj": 4, r"layers\.1\.self_attn\.q_proj": 3}, "alpha_pattern": {"q_proj": 5}},
        {"model.layers.0.self_attn.q_proj": 2, "model.layers.1.self_attn.q_proj": 3, LLAMA + "self_attn.o_proj": 2,
         LLAMA + "mlp.down_proj": 4},
    ),
    "with biases": Case(
        "qwen2", {"target_modules": ["q_proj"], "bias": "all"}, {LLAMA + "self_attn.q_proj": 2},
        {LLAMA + "self_attn.q_proj.base_layer.bias": LLAMA + "self_attn.q_proj.bias",
         LLAMA + "self_attn.k_proj.bias": LLAMA + "self_attn.k_proj.bias"},
    ),
    "of GPT-2": Case(
        "gpt2", {"target_modules": ["c_attn", "mlp.c_proj"], "fan_in_fan_out": True, "modules_to_save": ["ln_f"]},
        {GPT2 + "attn.c_attn": 2, GPT2 + "mlp.c_proj": 2},
        {"transformer.ln_f.weight": "ln_f.weight", "transformer.ln_f.bias": "ln_f.bias"},
    ),
    "beside its output": Case("qwen3", {"target_modules": ["lm_head", "embed_tokens"]},
                              {"lm_head": 2, "model.embed_tokens": 2}),
}  # fmt: skip


def write_case(place: Path, name: str) -> Path:
    """The folder of one of CASES, its base beside it; returns the adapter's."""
    case = CASES[name]
    base = write_any(place / "base", case.family)
    return write_adapter(place / "adapter", base, case)


def write_adapter(folder: Path, base: Path, case: Case) -> Path:
    folder.mkdir()
    said = {**_DEFAULTS, **case.said, "base_model_name_or_path": str(base)}
    (folder / "adapter_config.json").write_text(json.dumps(said))
    weights, draw = load_file(base / "model.safetensors"), np.random.default_rng(5)
    kept = {f"base_model.model.{name}": value for name, value in _tensors(case, weights, draw).items()}
    save_file(kept, folder / "adapter_model.safetensors")
    return folder


def _tensors(case: Case, weights: Mapping[str, np.ndarray], draw: np.random.Generator) -> dict[str, np.ndarray]:
    found = {}
    for name, rank in ((each.format(block), rank) for each, rank in case.ranks.items() for block in range(2)):
        shape = _of_base(weights, f"{name}.weight").shape
        is_embedding = name.endswith("embed_tokens")
        outputs, inputs = shape[::-1] if case.family == "gpt2" or is_embedding else shape
        a, b = (f"{name}.lora_embedding_{each}" if is_embedding else f"{name}.lora_{each}.weight" for each in "AB")
        found[a], found[b] = _drawn(draw, rank, inputs), _drawn(draw, outputs, rank)
    for name, replaced in ((a.format(block), b.format(block)) for a, b in case.whole.items() for block in range(2)):
        found[name] = _drawn(draw, *_of_base(weights, replaced).shape)
    return found


def _of_base(weights: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    return next(
        weights[each]
        for each in (name, name.removeprefix("model."), name.removeprefix("transformer."))
        if each in weights
    )


def _drawn(draw: np.random.Generator, *shape: int) -> np.ndarray:
    return draw.normal(0, 0.3, shape).astype(np.float32)
