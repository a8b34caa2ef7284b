"""SmolLM3 (Hugging Face, 2025), some of whose blocks know of no positions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.models.families.family import Config
from workbench.models.families.llama_like import COMMON_KEYS, USED, WINDOW, LlamaLike
from workbench.models.families.tensors import TURNED, TURNED_FROM_HEADS, VECTOR, Tensor
from workbench.models.keras_internals import rename
from workbench.models.tokenizers.word_patterns import LLAMA3_WORDS

if TYPE_CHECKING:
    import keras

_INSIDE = {
    "input_layernorm/scale": Tensor("input_layernorm.weight", VECTOR),
    "self_attn/q_proj/kernel": Tensor("self_attn.q_proj.weight", TURNED, "query"),
    "self_attn/k_proj/kernel": Tensor("self_attn.k_proj.weight", TURNED, "key"),
    "self_attn/v_proj/kernel": Tensor("self_attn.v_proj.weight", TURNED, "value"),
    "self_attn/o_proj/kernel": Tensor("self_attn.o_proj.weight", TURNED_FROM_HEADS, "output"),
    "post_attention_layernorm/scale": Tensor("post_attention_layernorm.weight", VECTOR),
    "mlp/gate_proj/kernel": Tensor("mlp.gate_proj.weight", TURNED, "gate"),
    "mlp/up_proj/kernel": Tensor("mlp.up_proj.weight", TURNED, "up"),
    "mlp/down_proj/kernel": Tensor("mlp.down_proj.weight", TURNED, "down"),
}


class SmolLM3(LlamaLike):
    model_type = "smollm3"
    title = "SmolLM3"
    named = "SmolLM3"
    backbone = "SmolLM3Backbone"
    task = "SmolLM3CausalLM"
    keys: Mapping[str, str] = {
        **COMMON_KEYS,
        "num_attention_heads": "num_attention_heads",
        "rope_theta": "rope_theta",
        "max_position_embeddings": "max_position_embeddings",
    }
    inside: Mapping[str, Tensor] = _INSIDE
    defaults: Mapping[str, Any] = {
        "vocab_size": 128_256,
        "hidden_size": 2048,
        "intermediate_size": 11_008,
        "num_hidden_layers": 36,
        "num_attention_heads": 16,
        "num_key_value_heads": 4,
        "max_position_embeddings": 32_768,
        "rope_theta": 2_000_000.0,
        "no_rope_layer_interval": 4,
    }
    is_tied = True
    used = (*keys, *USED, *WINDOW, "no_rope_layers", "no_rope_layer_interval")
    window_bounds_context = True
    has_dropout = False
    words = LLAMA3_WORDS

    def completed(self, config: Config) -> Config:
        config = super().completed(config)
        interval, blocks = config["no_rope_layer_interval"], range(config["num_hidden_layers"])
        config.setdefault("no_rope_layers", [int((number + 1) % interval != 0) for number in blocks])
        return config

    def arguments(self, config: Config) -> dict[str, Any]:
        return super().arguments(config) | {
            "rope_layer_enabled_list": [bool(kept) for kept in config["no_rope_layers"]],
            "layer_types": ["full_attention"] * config["num_hidden_layers"],
            "attention_bias": False,
            "attention_dropout": 0.0,
            "mlp_bias": False,
            "partial_rotary_factor": 1.0,
        }

    def finish(self, backbone: keras.Model, config: Config) -> None:
        for block in backbone.transformer_layers:
            # It is built before it has a place, so that all layers' have one path.
            rename(block.self_attn.o_proj.kernel, f"{block.name}/self_attn/o_proj/kernel")

    def exported(self, config: Config) -> Config:
        """Where it is not said, the padding is 128004, which is the number of no token in a small vocabulary."""
        return {"pad_token_id": None, **config}

    def config_of_preset(self, settings: Config, trained_length: int) -> Config:
        return super().config_of_preset(settings, trained_length) | {
            "no_rope_layers": [int(kept) for kept in settings["rope_layer_enabled_list"]],
            "attention_bias": settings["attention_bias"],
            "mlp_bias": settings["mlp_bias"],
        }


FAMILY = SmolLM3()
