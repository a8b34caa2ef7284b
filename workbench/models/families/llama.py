"""Llama 2 and 3, SmolLM2: Touvron et al., 2023; Grattafiori et al., The Llama 3 Herd of Models, 2024."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.models.families.family import Config, Decoding
from workbench.models.families.llama_like import LlamaLike
from workbench.models.families.stated import check_present
from workbench.models.tokenizers.word_patterns import LLAMA3_WORDS

# In rope_scaling, and as arguments of the backbone.
_SCALING = {
    "factor": "rope_frequency_adjustment_factor",
    "low_freq_factor": "rope_low_freq_factor",
    "high_freq_factor": "rope_high_freq_factor",
    "original_max_position_embeddings": "rope_pretraining_sequence_length",
}


class Llama(LlamaLike):
    model_type = "llama"
    title = "Llama 3 (also SmolLM2)"
    decoding = Decoding.LLAMA
    named = "Llama"
    backbone = "Llama3Backbone"
    task = "Llama3CausalLM"
    also_presets_of = "LlamaBackbone"  # Llama 2's
    defaults: Mapping[str, Any] = {
        "vocab_size": 32_000,
        "hidden_size": 4096,
        "intermediate_size": 11_008,
        "num_hidden_layers": 32,
        "num_attention_heads": 32,
        "max_position_embeddings": 2048,
    }
    rope_types = ("llama3",)
    words = LLAMA3_WORDS
    begin = "<|begin_of_text|>"

    def refuse(self, config: Config) -> None:
        super().refuse(config)
        if config["rope_scaling"] is not None:
            check_present(config["rope_scaling"], _SCALING)

    def arguments(self, config: Config) -> dict[str, Any]:
        scaling = config["rope_scaling"]
        more = {} if scaling is None else {argument: scaling[key] for key, argument in _SCALING.items()}
        return super().arguments(config) | more

    def config_of_preset(self, settings: Config, trained_length: int) -> Config:
        config = super().config_of_preset(settings, trained_length)
        if settings.get("rope_frequency_adjustment_factor"):
            scaling = {key: settings[argument] for key, argument in _SCALING.items()}
            config["rope_scaling"] = {"rope_type": "llama3", **scaling}
        return config


FAMILY = Llama()
