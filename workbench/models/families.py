"""The families of Transformers that can be opened: how each reads its config.json, and how keras_hub is told of it.

What keras_hub's networks cannot do (positions scaled in another way, biases where they have none) is refused here
with the reason, since a network that is nearly the right one would answer with nearly the right words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Config = dict[str, Any]


class OtherSettingsError(ValueError):
    """Why a model of a family that is known cannot be opened all the same; completes “it has …”."""


@dataclass(frozen=True)
class Architecture:
    """A family: `keys` leads from its config.json to the arguments of its backbone in keras_hub.models."""

    title: str  # what people call it, with models that they may know
    backbone: str
    task: str
    keys: Mapping[str, str]
    defaults: Mapping[str, Any] = field(default_factory=dict)  # what transformers takes where config.json is silent
    is_tied: bool = False  # whether the output matrix is the embedding's where config.json is silent
    activations: tuple[str, ...] = ("silu",)
    rope_types: tuple[str, ...] = ()  # ways to scale its positions
    more: Callable[[Config], Config] = lambda config: {}  # arguments that are no plain copies
    query_bias: bool = False
    query_norm: bool = False
    own_head_size: bool = False  # whether heads can be other than width / heads
    norms: int = 2  # in each block


def _llama_positions(config: Config) -> Config:
    scaling = config["rope_scaling"]
    if scaling is None:
        return {}
    return {
        "rope_frequency_adjustment_factor": scaling["factor"],
        "rope_low_freq_factor": scaling["low_freq_factor"],
        "rope_high_freq_factor": scaling["high_freq_factor"],
        "rope_pretraining_sequence_length": scaling["original_max_position_embeddings"],
    }


def _gemma3(config: Config) -> Config:
    scaling = config["rope_scaling"] or {}
    return {
        "image_size": None,
        "query_head_dim_normalize": config["query_pre_attn_scalar"] == config["head_dim"],
        "use_post_ffw_norm": True,
        "use_post_attention_norm": True,
        "use_sliding_window_attention": True,
        "global_rope_scaling_factor": scaling.get("factor", 1.0),
    }


def _smollm3(config: Config) -> Config:
    return {
        "rope_layer_enabled_list": [bool(kept) for kept in config["no_rope_layers"]],
        "layer_types": ["full_attention"] * config["num_hidden_layers"],
        "attention_bias": False,
        "attention_dropout": 0.0,
        "mlp_bias": False,
        "partial_rotary_factor": 1.0,
    }


_COMMON = {
    "vocab_size": "vocabulary_size",
    "hidden_size": "hidden_dim",
    "intermediate_size": "intermediate_dim",
    "num_hidden_layers": "num_layers",
    "num_attention_heads": "num_query_heads",
    "num_key_value_heads": "num_key_value_heads",
    "rms_norm_eps": "layer_norm_epsilon",
}
_LLAMA = {**_COMMON, "rope_theta": "rope_max_wavelength", "tie_word_embeddings": "tie_word_embeddings"}

ARCHITECTURES: dict[str, Architecture] = {
    "gpt2": Architecture(
        "GPT-2 (also DistilGPT-2)",
        "GPT2Backbone",
        "GPT2CausalLM",
        {
            "vocab_size": "vocabulary_size",
            "n_layer": "num_layers",
            "n_head": "num_heads",
            "n_embd": "hidden_dim",
            "n_inner": "intermediate_dim",
            "n_positions": "max_sequence_length",
        },
        is_tied=True,
        activations=("gelu_new", "gelu_pytorch_tanh"),
    ),
    "llama": Architecture(
        "Llama 3 (also SmolLM2)",
        "Llama3Backbone",
        "Llama3CausalLM",
        _LLAMA,
        rope_types=("llama3",),
        more=_llama_positions,
    ),
    "qwen2": Architecture("Qwen 2.5", "QwenBackbone", "QwenCausalLM", _LLAMA, query_bias=True),
    "qwen3": Architecture(
        "Qwen 3",
        "Qwen3Backbone",
        "Qwen3CausalLM",
        {**_LLAMA, "head_dim": "head_dim"},
        more=lambda config: {"sliding_window_size": None},
        query_norm=True,
        own_head_size=True,
    ),
    "mistral": Architecture(
        "Mistral",
        "MistralBackbone",
        "MistralCausalLM",
        {
            **_COMMON,
            "rope_theta": "rope_max_wavelength",
            "head_dim": "head_dim",
            "sliding_window": "sliding_window",
        },
        own_head_size=True,
    ),
    "gemma3_text": Architecture(
        "Gemma 3",
        "Gemma3Backbone",
        "Gemma3CausalLM",
        {
            **_COMMON,
            "head_dim": "head_dim",
            "attn_logit_softcapping": "attention_logit_soft_cap",
            "final_logit_softcapping": "final_logit_soft_cap",
            "sliding_window": "sliding_window_size",
        },
        defaults={
            "head_dim": 256,
            "rope_theta": 1_000_000.0,
            "rope_local_base_freq": 10_000.0,
            "sliding_window": 4096,
            "sliding_window_pattern": 6,
            "query_pre_attn_scalar": 256,
            "attn_logit_softcapping": None,
            "final_logit_softcapping": None,
            "vocab_size": 262_208,
        },
        is_tied=True,
        activations=("gelu_pytorch_tanh", "gelu"),
        rope_types=("linear",),
        more=_gemma3,
        query_norm=True,
        own_head_size=True,
        norms=4,
    ),
    "smollm3": Architecture(
        "SmolLM3",
        "SmolLM3Backbone",
        "SmolLM3CausalLM",
        {
            **_COMMON,
            "num_attention_heads": "num_attention_heads",
            "rope_theta": "rope_theta",
            "max_position_embeddings": "max_position_embeddings",
        },
        defaults={"rope_theta": 2_000_000.0, "no_rope_layer_interval": 4},
        is_tied=True,
        more=_smollm3,
    ),
}

# What people call some of those that cannot be opened, by their model_type.
_OTHERS = {
    "gpt_neox": "GPT-NeoX", "gptj": "GPT-J", "gpt_neo": "GPT-Neo", "opt": "OPT", "bloom": "BLOOM", "bert": "BERT",
    "roberta": "RoBERTa", "t5": "T5", "mamba": "Mamba", "rwkv": "RWKV", "falcon": "Falcon", "phi": "Phi",
    "phi3": "Phi-3", "gemma": "Gemma 1", "gemma2": "Gemma 2", "gemma3n": "Gemma 3n", "mixtral": "Mixtral",
    "gpt_oss": "gpt-oss", "deepseek_v3": "DeepSeek-V3", "olmo2": "OLMo 2", "stablelm": "StableLM",
}  # fmt: skip


def title_of(model_type: str) -> str:
    """What people call a family, known or not."""
    if model_type in ARCHITECTURES:
        return ARCHITECTURES[model_type].title
    return f"{_OTHERS[model_type]} ({model_type})" if model_type in _OTHERS else model_type


def titles() -> str:
    return ", ".join(architecture.title for architecture in ARCHITECTURES.values())


def flattened(config: Config) -> Config:
    """The part for text of a model that sees pictures as well."""
    if config.get("model_type") == "gemma3" and isinstance(config.get("text_config"), dict):
        return {**config["text_config"], "model_type": "gemma3_text"}
    return config


def completed(config: Config) -> Config:
    """The config.json of a Transformer with what transformers would take where it is silent, old keys and new in one.

    Raises OtherSettingsError where its family's network cannot be it, KeyError where something is missing.
    """
    family = ARCHITECTURES[config["model_type"]]
    config = {**family.defaults, **{key: value for key, value in config.items() if value is not None}}
    if config["model_type"] == "gpt2":
        return _completed_gpt2(config)
    rope = dict(config.pop("rope_parameters", None) or {})  # where transformers 5 keeps what follows
    if "full_attention" in rope:
        config["rope_local_base_freq"] = rope["sliding_attention"]["rope_theta"]
        rope = rope["full_attention"]
    config["rope_theta"] = rope.pop("rope_theta", None) or config.get("rope_theta", 10_000.0)
    scaling = dict(config.get("rope_scaling") or rope)
    scaling["rope_type"] = scaling.get("rope_type") or scaling.pop("type", None) or "default"
    config["rope_scaling"] = None if scaling["rope_type"] == "default" else scaling
    config.setdefault("rms_norm_eps", 1e-6)
    config.setdefault("tie_word_embeddings", family.is_tied)
    config.setdefault("num_key_value_heads", config["num_attention_heads"])
    config.setdefault("head_dim", config["hidden_size"] // config["num_attention_heads"])
    config.setdefault("sliding_window", None)
    _refuse(config, family)
    if config["model_type"] in ("qwen2", "qwen3", "smollm3"):
        if config.get("use_sliding_window") and config["sliding_window"]:
            # Up to the window's length, looking through it is looking at everything, which these networks can do.
            config["max_position_embeddings"] = min(config["max_position_embeddings"], config["sliding_window"])
        config["sliding_window"], config["use_sliding_window"] = None, False
    if config["model_type"] == "gemma3_text":
        pattern = config["sliding_window_pattern"]
        config.setdefault(
            "layer_types",
            [
                "full_attention" if (number + 1) % pattern == 0 else "sliding_attention"
                for number in range(config["num_hidden_layers"])
            ],
        )
    if config["model_type"] == "smollm3":
        interval = config["no_rope_layer_interval"]
        config.setdefault(
            "no_rope_layers", [int((number + 1) % interval != 0) for number in range(config["num_hidden_layers"])]
        )
    return config


def _completed_gpt2(config: Config) -> Config:
    if config.get("scale_attn_by_inverse_layer_idx") or not config.get("scale_attn_weights", True):
        raise OtherSettingsError("an attention that is scaled in another way")
    if not config.get("tie_word_embeddings", True):
        raise OtherSettingsError("an output matrix of its own")
    _refuse_activation(config.get("activation_function", "gelu_new"), ARCHITECTURES["gpt2"])
    return {**config, "n_inner": config.get("n_inner") or 4 * config["n_embd"]}


def _refuse(config: Config, family: Architecture) -> None:
    scaling = config["rope_scaling"]
    if scaling is not None and scaling["rope_type"] not in family.rope_types:
        raise OtherSettingsError(f"positions that are scaled by “{scaling['rope_type']}”")
    _refuse_activation(config.get("hidden_activation") or config.get("hidden_act", family.activations[0]), family)
    if config.get("attention_bias") or config.get("mlp_bias"):
        raise OtherSettingsError("biases where others of its family have none")
    width = config["num_attention_heads"] * config["head_dim"]
    if not family.own_head_size and width != config["hidden_size"]:
        raise OtherSettingsError(f"heads that are {width} wide together, not {config['hidden_size']}")
    if config["tie_word_embeddings"] and "tie_word_embeddings" not in family.keys and not family.is_tied:
        raise OtherSettingsError("an output matrix that is its embedding's")
    if not config["tie_word_embeddings"] and family.is_tied:
        raise OtherSettingsError("an output matrix of its own")
    if config.get("use_bidirectional_attention"):
        raise OtherSettingsError("an attention that looks ahead, so it cannot predict a next word")
    scalar = config.get("query_pre_attn_scalar")
    if scalar not in (None, config["head_dim"], config["hidden_size"] // config["num_attention_heads"]):
        raise OtherSettingsError("an attention that is scaled in another way")


def _refuse_activation(activation: str, family: Architecture) -> None:
    if activation not in family.activations:
        raise OtherSettingsError(f"the activation “{activation}”")
