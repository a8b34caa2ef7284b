"""The configuration of a Keras preset folder, read as if it were one in the Hugging Face layout.

Such a folder is what `save_to_preset` of keras_hub writes: the backbone's arguments, its weights, and the vocabulary
(see preset_tokenizer.py).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench.models.families import ARCHITECTURES, OtherSettingsError

CLASS = "class_name"  # a key that only the JSON files of Keras have
CONTEXT = 1024  # tokens; a preset of a network without an own limit does not say for how many it was trained

_LLAMA_2 = "LlamaBackbone"  # the same network as Llama 3's


class UnknownFamilyError(KeyError):
    """The preset is of a family that is not known; its name is what people call it."""

    def __str__(self) -> str:
        return str(self.args[0])


def is_preset(config: dict[str, Any]) -> bool:
    return CLASS in config


def as_hugging_face(preset: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The config.json that a preset's would be. Raises OtherSettingsError or UnknownFamilyError."""
    name = preset[CLASS].replace(_LLAMA_2, ARCHITECTURES["llama"].backbone)
    types = {family.backbone: model_type for model_type, family in ARCHITECTURES.items()}
    if name not in types:
        raise UnknownFamilyError(preset[CLASS].removesuffix("Backbone"))
    model_type, settings = types[name], preset["config"]
    if settings.get("vision_encoder"):
        raise OtherSettingsError("an encoder of pictures")
    family = ARCHITECTURES[model_type]
    config: dict[str, Any] = {key: settings[there] for key, there in family.keys.items() if there in settings}
    config["model_type"] = model_type
    if model_type == "gpt2":
        return config
    known = settings.get("max_position_embeddings") or settings.get("rope_pretraining_sequence_length")
    config["max_position_embeddings"] = known or _trained_length(folder)
    if settings.get("rope_frequency_adjustment_factor"):
        config["rope_scaling"] = {
            "rope_type": "llama3",
            "factor": settings["rope_frequency_adjustment_factor"],
            "low_freq_factor": settings["rope_low_freq_factor"],
            "high_freq_factor": settings["rope_high_freq_factor"],
            "original_max_position_embeddings": settings["rope_pretraining_sequence_length"],
        }
    if model_type in ("qwen2", "qwen3"):
        window = settings.get("sliding_window_size")
        config["use_sliding_window"] = settings.get("use_sliding_window_attention", window is not None)
        config["sliding_window"] = window
    if model_type == "gemma3_text":
        config |= _gemma3(settings)
    if model_type == "smollm3":
        config["no_rope_layers"] = [int(kept) for kept in settings["rope_layer_enabled_list"]]
        config["attention_bias"], config["mlp_bias"] = settings["attention_bias"], settings["mlp_bias"]
    return config


def _gemma3(settings: dict[str, Any]) -> dict[str, Any]:
    heads, slides = settings["num_query_heads"], settings["use_sliding_window_attention"]
    factor = settings.get("global_rope_scaling_factor") or 1.0
    if not (settings["use_post_ffw_norm"] and settings["use_post_attention_norm"] and settings["use_query_key_norm"]):
        raise OtherSettingsError("norms in other places than its family")
    scalar = settings["head_dim"] if settings["query_head_dim_normalize"] else settings["hidden_dim"] // heads
    return {
        "query_pre_attn_scalar": scalar,
        "rope_scaling": {"rope_type": "linear", "factor": factor} if factor != 1 else None,
        "use_bidirectional_attention": settings.get("use_bidirectional_attention", False),
        "layer_types": [
            "sliding_attention" if slides and number % 6 < 5 else "full_attention"
            for number in range(settings["num_layers"])
        ],
    }


def _trained_length(folder: Path) -> int:
    try:
        settings = json.loads((folder / "preprocessor.json").read_text(encoding="utf-8"))["config"]
        return int(settings["sequence_length"])
    except (OSError, ValueError, KeyError, TypeError):
        return CONTEXT
