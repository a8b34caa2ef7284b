"""Qwen 3: Qwen Team, Qwen3 Technical Report, 2025."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.models.families.family import Config, Family
from workbench.models.families.llama_like import KEYS, USED, WINDOW, LlamaLike
from workbench.models.families.qwen2 import QWEN_DEFAULTS
from workbench.models.keras_hub_internals import qwen3_attention_norms
from workbench.models.tokenizers.word_patterns import QWEN_WORDS

if TYPE_CHECKING:
    import keras


class Qwen3(LlamaLike):
    model_type = "qwen3"
    title = "Qwen 3"
    named = "Qwen3"
    backbone = "Qwen3Backbone"
    task = "Qwen3CausalLM"
    keys: Mapping[str, str] = {**KEYS, "head_dim": "head_dim"}
    defaults: Mapping[str, Any] = {**QWEN_DEFAULTS, "head_dim": 128}
    nullable = Family.nullable - {"head_dim"}
    query_norm = True
    own_head_size = True
    used = (*keys, *USED, *WINDOW)
    window_bounds_context = True
    words = QWEN_WORDS
    tokenizer_class = "Qwen2Tokenizer"

    def arguments(self, config: Config) -> dict[str, Any]:
        return super().arguments(config) | {"sliding_window_size": None}

    def finish(self, backbone: keras.Model, config: Config) -> None:
        for block in backbone.transformer_layers:
            for norm in qwen3_attention_norms(block):
                norm.epsilon = config["rms_norm_eps"]


FAMILY = Qwen3()
