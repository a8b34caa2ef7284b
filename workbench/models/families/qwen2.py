"""Qwen 2 and 2.5: Qwen Team, Qwen2.5 Technical Report, 2024."""

from __future__ import annotations

from workbench.models.families.llama_like import KEYS, QWEN_WORDS, USED, WINDOW, LlamaLike


class Qwen2(LlamaLike):
    model_type = "qwen2"
    title = "Qwen 2.5"
    named = "Qwen2"
    backbone = "QwenBackbone"
    task = "QwenCausalLM"
    query_bias = True
    used = (*KEYS, *USED, *WINDOW)
    window = 4096
    window_bounds_context = True
    words = QWEN_WORDS


FAMILY = Qwen2()
