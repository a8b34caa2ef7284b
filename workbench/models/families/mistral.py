"""Mistral: Jiang et al., Mistral 7B, 2023."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.models.families.family import Family
from workbench.models.families.llama_like import COMMON_KEYS, USED, LlamaLike


class Mistral(LlamaLike):
    model_type = "mistral"
    title = "Mistral"
    named = "Mistral"
    backbone = "MistralBackbone"
    task = "MistralCausalLM"
    keys: Mapping[str, str] = {
        **COMMON_KEYS,
        "rope_theta": "rope_max_wavelength",
        "head_dim": "head_dim",
        "sliding_window": "sliding_window",
    }
    used = (*keys, *USED, "sliding_window")
    defaults: Mapping[str, Any] = {
        "vocab_size": 32_000,
        "hidden_size": 4096,
        "intermediate_size": 14_336,
        "num_hidden_layers": 32,
        "num_attention_heads": 32,
        "num_key_value_heads": 8,
        "max_position_embeddings": 131_072,
        "sliding_window": 4096,
    }
    nullable = Family.nullable - {"num_key_value_heads"}
    own_head_size = True


FAMILY = Mistral()
