"""Qwen 2 and 2.5: Qwen Team, Qwen2.5 Technical Report, 2024."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.models.families.llama_like import KEYS, USED, WINDOW, LlamaLike
from workbench.models.tokenizers.word_patterns import QWEN_WORDS

QWEN_DEFAULTS: Mapping[str, Any] = {
    "vocab_size": 151_936,
    "hidden_size": 4096,
    "intermediate_size": 22_016,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 32,
    "max_position_embeddings": 32_768,
    "sliding_window": 4096,
}


class Qwen2(LlamaLike):
    model_type = "qwen2"
    title = "Qwen 2.5"
    named = "Qwen2"
    backbone = "QwenBackbone"
    task = "QwenCausalLM"
    defaults = QWEN_DEFAULTS
    query_bias = True
    used = (*KEYS, *USED, *WINDOW)
    window_bounds_context = True
    words = QWEN_WORDS
    tokenizer_class = "Qwen2Tokenizer"


FAMILY = Qwen2()
