"""Mistral: Jiang et al., Mistral 7B, 2023."""

from __future__ import annotations

from collections.abc import Mapping

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
    own_head_size = True
    window = 4096


FAMILY = Mistral()
