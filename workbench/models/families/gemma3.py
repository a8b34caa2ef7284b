"""Gemma 3, the part for text: Gemma Team, Gemma 3 Technical Report, 2025."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.messages.message import message
from workbench.models.families.config_keys import other_setting
from workbench.models.families.family import Config, Decoding, Family, OtherSettingsError
from workbench.models.families.llama_like import COMMON_KEYS, USED, LlamaLike, scaled
from workbench.models.families.tensors import BY_HEAD, KERNEL, TURNED, TURNED_FROM_HEADS, VECTOR, Tensor

if TYPE_CHECKING:
    import keras

_OUTSIDE = {
    "token_embedding/embeddings": Tensor("embed_tokens.weight", KERNEL),
    "final_normalization/scale": Tensor("norm.weight", VECTOR),
}
_INSIDE = {
    "pre_attention_norm/scale": Tensor("input_layernorm.weight", VECTOR),
    "post_attention_norm/scale": Tensor("post_attention_layernorm.weight", VECTOR),
    "attention/query/kernel": Tensor("self_attn.q_proj.weight", BY_HEAD, "query"),
    "attention/query_norm/scale": Tensor("self_attn.q_norm.weight", VECTOR),
    "attention/key/kernel": Tensor("self_attn.k_proj.weight", BY_HEAD, "key"),
    "attention/key_norm/scale": Tensor("self_attn.k_norm.weight", VECTOR),
    "attention/value/kernel": Tensor("self_attn.v_proj.weight", BY_HEAD, "value"),
    "attention/attention_output/kernel": Tensor("self_attn.o_proj.weight", TURNED_FROM_HEADS, "output"),
    "pre_ffw_norm/scale": Tensor("pre_feedforward_layernorm.weight", VECTOR),
    "post_ffw_norm/scale": Tensor("post_feedforward_layernorm.weight", VECTOR),
    "ffw_gating/kernel": Tensor("mlp.gate_proj.weight", TURNED, "gate"),
    "ffw_gating_2/kernel": Tensor("mlp.up_proj.weight", TURNED, "up"),
    "ffw_linear/kernel": Tensor("mlp.down_proj.weight", TURNED, "down"),
}
_NORMS = ("pre_attention_norm", "post_attention_norm", "pre_ffw_norm", "post_ffw_norm")


class Gemma3(LlamaLike):
    model_type = "gemma3_text"
    title = "Gemma 3"
    named = "Gemma3Text"
    word_head = None
    part_of = "gemma3"  # which sees pictures as well
    decoding = Decoding.CACHED_IN_PAIRS
    backbone = "Gemma3Backbone"
    task = "Gemma3CausalLM"
    keys: Mapping[str, str] = {
        **COMMON_KEYS,
        "head_dim": "head_dim",
        "attn_logit_softcapping": "attention_logit_soft_cap",
        "final_logit_softcapping": "final_logit_soft_cap",
        "sliding_window": "sliding_window_size",
    }
    used = (
        *keys,
        *USED,
        "rope_local_base_freq",
        "hidden_activation",
        "query_pre_attn_scalar",
        "layer_types",
        "sliding_window_pattern",
    )
    fixed: Mapping[str, Any] = {"attn_logit_softcapping": None}  # which transformers reads, and does not use
    activation = "hidden_activation"
    activations = ("gelu_pytorch_tanh",)
    block = "decoder_block"
    outside: Mapping[str, Tensor] = _OUTSIDE
    inside: Mapping[str, Tensor] = _INSIDE
    defaults: Mapping[str, Any] = {
        "hidden_size": 2304,
        "intermediate_size": 9216,
        "num_hidden_layers": 26,
        "num_attention_heads": 8,
        "num_key_value_heads": 4,
        "max_position_embeddings": 131_072,
        "head_dim": 256,
        "rope_theta": 1_000_000.0,
        "rope_local_base_freq": 10_000.0,
        "sliding_window": 4096,
        "sliding_window_pattern": 6,
        "query_pre_attn_scalar": 256,
        "attn_logit_softcapping": None,
        "final_logit_softcapping": None,
        "vocab_size": 262_208,
    }
    nullable = Family.nullable - {"num_key_value_heads", "head_dim"}
    is_tied = True
    rope_types = ("linear",)
    query_norm = True
    own_head_size = True
    norms = 4
    heads_first = True
    attention_in_blocks = False

    def completed(self, config: Config) -> Config:
        config = super().completed(config)
        pattern, blocks = config["sliding_window_pattern"], config["num_hidden_layers"]
        config.setdefault("layer_types", _layer_types(blocks, pattern))
        if not {*config["layer_types"]} <= {"full_attention", "sliding_attention"}:
            raise other_setting("layer_types", config["layer_types"])
        return config

    def gather_positions(self, config: Config) -> None:
        """Of its two kinds of blocks, those that look at everything alone may have positions that are scaled."""
        said = config.pop("rope_parameters", None) or {}
        if said and not {*said} <= {"full_attention", "sliding_attention"}:
            raise other_setting("rope_parameters", said)
        near, far = dict(said.get("sliding_attention") or {}), dict(said.get("full_attention") or {})
        far.update(config.get("rope_scaling") or {})
        if scaled(near) is not None:
            raise other_setting("rope_parameters", near)
        config["rope_local_base_freq"] = near.get("rope_theta") or config["rope_local_base_freq"]
        config["rope_theta"] = far.pop("rope_theta", None) or config["rope_theta"]
        config["rope_scaling"] = scaled(far)

    def refuse(self, config: Config) -> None:
        super().refuse(config)
        suited = (config["head_dim"], config["hidden_size"] // config["num_attention_heads"])
        if config["query_pre_attn_scalar"] not in suited:
            raise OtherSettingsError(message("model.has_other_scale"))

    def arguments(self, config: Config) -> dict[str, Any]:
        scaling = config["rope_scaling"] or {}
        return super().arguments(config) | {
            "image_size": None,
            "query_head_dim_normalize": config["query_pre_attn_scalar"] == config["head_dim"],
            "use_post_ffw_norm": True,
            "use_post_attention_norm": True,
            "use_sliding_window_attention": True,
            "global_rope_scaling_factor": scaling.get("factor", 1.0),
        }

    def finish(self, backbone: keras.Model, config: Config) -> None:
        for number, block in enumerate(backbone.transformer_layers):
            attention, slides = block.attention, config["layer_types"][number] == "sliding_attention"
            attention.use_sliding_window_attention = slides
            # The backbone's argument of this name ends at its blocks, which say that it is true.
            attention.query_head_dim_normalize = backbone.query_head_dim_normalize
            attention.rope_layer.max_wavelength = config["rope_local_base_freq" if slides else "rope_theta"]
            attention.rope_layer.scaling_factor = 1.0 if slides else backbone.global_rope_scaling_factor
            for norm in (attention.query_norm, attention.key_norm, *(getattr(block, name) for name in _NORMS)):
                norm.epsilon = config["rms_norm_eps"]

    def config_of_preset(self, settings: Config, trained_length: int) -> Config:
        heads, slides = settings["num_query_heads"], settings["use_sliding_window_attention"]
        factor = settings.get("global_rope_scaling_factor") or 1.0
        places = ("use_post_ffw_norm", "use_post_attention_norm", "use_query_key_norm")
        if not all(settings[place] for place in places):
            raise OtherSettingsError(message("model.has_other_norms"))
        scalar = settings["head_dim"] if settings["query_head_dim_normalize"] else settings["hidden_dim"] // heads
        blocks = settings["num_layers"]
        return super().config_of_preset(settings, trained_length) | {
            "query_pre_attn_scalar": scalar,
            "rope_scaling": {"rope_type": "linear", "factor": factor} if factor != 1 else None,
            "use_bidirectional_attention": settings.get("use_bidirectional_attention", False),
            "layer_types": _layer_types(blocks, 6) if slides else ["full_attention"] * blocks,
        }


def _layer_types(blocks: int, pattern: int) -> list[str]:
    """All blocks look through a sliding window, but for every `pattern`-th."""
    return ["full_attention" if (number + 1) % pattern == 0 else "sliding_attention" for number in range(blocks)]


FAMILY = Gemma3()
