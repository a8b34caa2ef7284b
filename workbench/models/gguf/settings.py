"""What a GGUF file says of its network, as a config.json says it, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.config_keys import other_setting
from workbench.models.families.family import Config, OtherSettingsError
from workbench.models.families.stated import check_stated
from workbench.models.gguf.architectures import ARCHITECTURES, EMBEDDING, OUTPUT, Architecture
from workbench.models.gguf.header import Header

ARCHITECTURE, TYPE = "general.architecture", "general.type"
BASE = 10_000.0  # of the positions, where nothing is said
_NEAR_BASE = 10_000.0  # what llama.cpp takes for blocks of Gemma 3 that look through a window
_PATTERN = 6  # of which of its blocks do not
_BLOCKS_OF_27B = 62  # the one size of Gemma 3 whose attention is scaled by the width
_WITHOUT_POSITIONS = 4  # every so many blocks of SmolLM3, which its files do not say
# Settings that would make another network, each with the value that does not.
_ELSEWHERE: Mapping[str, Any] = {
    "logit_scale": 1, "residual_scale": 1, "embedding_scale": 1, "attention.scale": None,
    "use_parallel_residual": False,
    "attn_logit_softcapping": None, "attention.clamp_kqv": 0, "attention.max_alibi_bias": 0, "attention.causal": True,
    "attention.kv_lora_rank": 0, "rope.scaling.attn_factor": 1, "attention.shared_kv_layers": 0,
    "attention.temperature_length": 0, "attention.temperature_scale": None, "nextn_predict_layers": 0,
    "attention.chunk_size": 0,
}  # fmt: skip
_LLAMA_LIKE = {
    "hidden_size": "embedding_length",
    "intermediate_size": "feed_forward_length",
    "num_hidden_layers": "block_count",
    "num_attention_heads": "attention.head_count",
    "max_position_embeddings": "context_length",
    "rms_norm_eps": "attention.layer_norm_rms_epsilon",
}
_GPT2 = {
    "n_embd": "embedding_length",
    "n_inner": "feed_forward_length",
    "n_layer": "block_count",
    "n_head": "attention.head_count",
    "n_positions": "context_length",
    "layer_norm_epsilon": "attention.layer_norm_epsilon",
}
_PICTURES = ("clip", "mmproj")
_OF_PICTURES = ("v.", "mm.")  # before the names of tensors, where one file holds what sees and what writes


def architecture_of(header: Header) -> str:
    """What the file says that it is. Raises ReasonError where it says nothing."""
    said = header.settings.get(ARCHITECTURE)
    if not isinstance(said, str):
        raise ReasonError(message("damage.gguf_lacks", key=ARCHITECTURE))
    return said


def is_known(architecture: str) -> bool:
    """Whether there is a family for what llama.cpp calls so."""
    return architecture in _READERS


def is_of_pictures(header: Header) -> bool:
    """Whether it is the part of another model that sees or hears."""
    return architecture_of(header) in _PICTURES or header.settings.get(TYPE) == "mmproj"


def sees_too(header: Header) -> bool:
    """Whether it is a model that reads, with such a part in the same file, as Ollama keeps them."""
    return any(name.startswith(_OF_PICTURES) for name in header.tensors)


def config_of(header: Header) -> Config:
    """A config.json of a family that is known, or one that names another architecture.

    Raises OtherSettingsError, ReasonError.
    """
    name = architecture_of(header)
    said = {key.removeprefix(f"{name}."): value for key, value in header.settings.items() if key.startswith(f"{name}.")}
    if any(isinstance(said.get(key), int) and said[key] > 0 for key in ("expert_count", "expert_used_count")):
        raise OtherSettingsError(message("model.has_experts"))
    read = _READERS.get(name)
    if read is None:
        return {"model_type": name}
    for key, usual in _ELSEWHERE.items():
        if key in said and said[key] != usual:
            raise other_setting(f"{name}.{key}", said[key])
    if EMBEDDING not in header.tensors:
        raise ReasonError(message("damage.tensor_lacks", tensor=EMBEDDING))
    found = read(said, header)
    return {**found, "vocab_size": header.tensors[EMBEDDING].shape[0], **_ends(header.settings)}


def _ends(settings: Mapping[str, Any]) -> Config:
    """Which tokens begin and end a text."""
    begin, end, turn = (settings.get(f"tokenizer.ggml.{name}_token_id") for name in ("bos", "eos", "eot"))
    ends = [each for each in dict.fromkeys((end, turn)) if isinstance(each, int)]
    found: Config = {"eos_token_id": ends[0] if len(ends) == 1 else ends or None}
    return {**found, "bos_token_id": begin if isinstance(begin, int) else None}


def _gpt2(said: Mapping[str, Any], header: Header) -> Config:
    return {"model_type": "gpt2", **_taken(said, _GPT2, "gpt2")}


def _llama(said: Mapping[str, Any], header: Header) -> Config:
    """Mistral's have this name too; theirs are those whose heads are of another size than the width's share."""
    config = _llama_like(said, header, "llama")
    own_size = config["head_dim"] * config["num_attention_heads"] != config["hidden_size"]
    return {**config, "model_type": "mistral", "sliding_window": None} if own_size else config


def _qwen2(said: Mapping[str, Any], header: Header) -> Config:
    return {**_llama_like(said, header, "qwen2"), "use_sliding_window": False}


def _qwen3(said: Mapping[str, Any], header: Header) -> Config:
    return {**_llama_like(said, header, "qwen3"), "use_sliding_window": False}


def _smollm3(said: Mapping[str, Any], header: Header) -> Config:
    config = _llama_like(said, header, "smollm3")
    return {**config, "use_sliding_window": False, "no_rope_layer_interval": _WITHOUT_POSITIONS}


def _gemma3(said: Mapping[str, Any], header: Header) -> Config:
    """Ollama's own files have other names for what positions are turned by."""
    config = _llama_like(said, header, "gemma3")
    blocks, window = config["num_hidden_layers"], said.get("attention.sliding_window") or 0
    suited = config["hidden_size"] // max(1, config["num_attention_heads"])
    return {
        **config,
        "model_type": "gemma3_text",
        "layer_types": _layer_types(said.get("attention.sliding_window_pattern", _PATTERN), blocks, window),
        "sliding_window": window or config["max_position_embeddings"],
        "rope_theta": said.get("rope.freq_base", said.get("rope.global.freq_base", BASE)),
        "rope_local_base_freq": said.get("rope.freq_base_swa", said.get("rope.local.freq_base", _NEAR_BASE)),
        "query_pre_attn_scalar": suited if blocks == _BLOCKS_OF_27B else config["head_dim"],
        "final_logit_softcapping": said.get("final_logit_softcapping"),
        "hidden_activation": "gelu_pytorch_tanh",
    }


def _layer_types(pattern: Any, blocks: int, window: int) -> list[str]:
    """Of every so many blocks the last looks at everything; or each says whether it looks through the window."""
    if isinstance(pattern, list):
        slides = [bool(each) for each in pattern][:blocks]
    elif isinstance(pattern, int) and pattern > 0:
        slides = [bool((block + 1) % pattern) for block in range(blocks)]
    else:
        raise other_setting("attention.sliding_window_pattern", pattern)
    return ["sliding_attention" if each and window else "full_attention" for each in slides]


def _llama_like(said: Mapping[str, Any], header: Header, name: str) -> Config:
    config = {"model_type": name, **_taken(said, _LLAMA_LIKE, name)}
    check_stated(config)  # before anything is counted by it
    heads, width = config["num_attention_heads"], config["hidden_size"]
    head = said.get("attention.key_length") or said.get("rope.dimension_count") or width // max(1, heads)
    for key in ("attention.value_length", "rope.dimension_count"):
        if said.get(key, head) != head:
            raise other_setting(f"{name}.{key}", said[key])
    return {
        **config,
        "head_dim": head,
        "num_key_value_heads": _same(said.get("attention.head_count_kv", heads), f"{name}.attention.head_count_kv"),
        "rope_theta": said.get("rope.freq_base", BASE),
        "rope_scaling": _scaling(said),
        "tie_word_embeddings": OUTPUT not in header.tensors or _OF[name].always_tied,
    }


def _scaling(said: Mapping[str, Any]) -> Config | None:
    kind, factor = said.get("rope.scaling.type", "none"), said.get("rope.scaling.factor", 1.0)
    if "rope.scale_linear" in said:  # as it was called at first
        kind, factor = "linear", said["rope.scale_linear"]
    return None if kind == "none" or (kind == "linear" and factor == 1) else {"rope_type": kind, "factor": factor}


def _taken(said: Mapping[str, Any], keys: Mapping[str, str], name: str) -> Config:
    for key in keys.values():
        if key not in said:
            raise ReasonError(message("damage.gguf_lacks", key=".".join((name, key))))
    return {ours: _same(said[theirs], f"{name}.{theirs}") for ours, theirs in keys.items()}


def _same(value: Any, key: str) -> Any:
    """A number, or one that is the same for every block. Raises OtherSettingsError for blocks of several sizes."""
    if not isinstance(value, list):
        return value
    if len({*value}) != 1:
        raise other_setting(key, value)
    return value[0]


_READERS = {
    "gpt2": _gpt2,
    "llama": _llama,
    "qwen2": _qwen2,
    "qwen3": _qwen3,
    "smollm3": _smollm3,
    "gemma3": _gemma3,
}
_OF: Mapping[str, Architecture] = {each.name: each for each in ARCHITECTURES.values()}


def settings_of(config: Config, architecture: Architecture) -> dict[str, Any]:
    """What a file says of a network with this complete configuration: whole numbers, numbers with a point, texts.

    Raises ReasonError where llama.cpp has no such network.
    """
    name = architecture.name
    keys = _GPT2 if name == "gpt2" else _LLAMA_LIKE
    found = {theirs: config[ours] for ours, theirs in keys.items() if ours in config}
    found["vocab_size"] = config["vocab_size"]
    if name == "gpt2":
        found.setdefault("attention.layer_norm_epsilon", 1e-5)
        found["attention.head_count_kv"] = config["n_head"]
    else:
        found |= _of_llama_like(config)
    if config["model_type"] == "mistral" and config.get("sliding_window"):
        # llama.cpp looks at everything: which is the same up to the window's length.
        found["context_length"] = min(found["context_length"], config["sliding_window"])
    if name == "gemma3":
        found |= _of_gemma3(config)
    if name == "smollm3":
        kept = [int((block + 1) % _WITHOUT_POSITIONS != 0) for block in range(config["num_hidden_layers"])]
        _demand(list(config["no_rope_layers"][: len(kept)]) == kept, "no_rope_layers")
    floats = ("epsilon", "freq_base", "freq_base_swa", "factor", "softcapping")
    return {
        f"{name}.{key}": float(value) if key.endswith(floats) else value for key, value in found.items()
    }  # fmt: skip


def _of_llama_like(config: Config) -> Config:
    found = {
        "attention.head_count_kv": config["num_key_value_heads"],
        "attention.key_length": config["head_dim"],
        "attention.value_length": config["head_dim"],
        "rope.dimension_count": config["head_dim"],
        "rope.freq_base": config["rope_theta"],
    }
    scaling = config.get("rope_scaling")
    if scaling and scaling["rope_type"] == "linear":
        found |= {"rope.scaling.type": "linear", "rope.scaling.factor": scaling["factor"]}
    elif scaling:
        _demand(scaling["rope_type"] == "llama3", "rope_scaling")
    return found


def _of_gemma3(config: Config) -> Config:
    blocks, kinds = config["num_hidden_layers"], config["layer_types"]
    suited = config["head_dim"] if blocks != _BLOCKS_OF_27B else config["hidden_size"] // config["num_attention_heads"]
    _demand(config["query_pre_attn_scalar"] == suited, "query_pre_attn_scalar")
    cap = config.get("final_logit_softcapping")
    found = {} if cap is None else {"final_logit_softcapping": cap}
    if "sliding_attention" not in kinds:
        return found
    pattern = next((each for each in range(2, blocks + 2) if _layer_types(each, blocks, 1) == kinds[:blocks]), None)
    _demand(pattern is not None, "layer_types")
    found |= {
        "attention.sliding_window": config["sliding_window"],
        "rope.freq_base_swa": config["rope_local_base_freq"],
    }
    return found if pattern == _PATTERN else {**found, "attention.sliding_window_pattern": pattern}


def _demand(is_so: bool, key: str) -> None:
    if not is_so:
        raise ReasonError(message("gguf.no_place", key=key))


def rows_of_heads(config: Config) -> tuple[int, int]:
    """How many heads queries have, and keys."""
    heads = int(config.get("num_attention_heads") or config["n_head"])
    return heads, int(config.get("num_key_value_heads") or heads)
