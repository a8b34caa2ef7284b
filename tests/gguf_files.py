"""GGUF files of the tiny checkpoints, written by the library of llama.cpp's authors, with its names for tensors.

What is written here follows llama.cpp's own converter (convert_hf_to_gguf.py), and shares nothing with the program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from safetensors.numpy import load_file

_ARCHITECTURES = {
    "gpt2": gguf.MODEL_ARCH.GPT2,
    "llama": gguf.MODEL_ARCH.LLAMA,
    "mistral": gguf.MODEL_ARCH.LLAMA,
    "qwen2": gguf.MODEL_ARCH.QWEN2,
    "qwen3": gguf.MODEL_ARCH.QWEN3,
    "gemma3_text": gguf.MODEL_ARCH.GEMMA3,
    "smollm3": gguf.MODEL_ARCH.SMOLLM3,
}
_PERMUTED = ("llama", "mistral", "smollm3")
_TURNED = ("c_attn.weight", "c_proj.weight", "c_fc.weight")


def write_gguf(file: Path, folder: Path, kind: str = "F32", *, parts: int = 1, **changes: Any) -> Path:
    """What lies in a Hugging Face folder, matrices in `kind`; `changes` are settings, by their keys with _ for a dot.

    In several parts the first is returned.
    """
    config = json.loads((folder / "config.json").read_text())
    family, architecture = config["model_type"], _ARCHITECTURES[config["model_type"]]
    split = {} if parts == 1 else {"split_max_tensors": -(-_count(folder) // parts)}
    writer = gguf.GGUFWriter(file, gguf.MODEL_ARCH_NAMES[architecture], **split)
    for key, value in {**_settings(config), **changes}.items():
        _add(writer, f"{writer.arch}.{key}", value)
    writer.add_name("tiny")
    _vocabulary(writer, folder, config)
    blocks = config.get("num_hidden_layers") or config["n_layer"]
    names = gguf.get_tensor_name_map(architecture, blocks)
    for name, value in load_file(folder / "model.safetensors").items():
        found = names.get_name(name, try_suffixes=(".weight", ".bias"))
        assert found is not None, name
        _tensor(writer, found, _laid_out(name, value, config, family), kind)
    if (scaling := config.get("rope_scaling")) and scaling["rope_type"] == "llama3":
        writer.add_tensor("rope_freqs.weight", _factors(config, scaling))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file if parts == 1 else sorted(file.parent.glob(f"{file.stem}-00001-of-*.gguf"))[0]


def _count(folder: Path) -> int:
    return len(load_file(folder / "model.safetensors"))


def _settings(config: dict[str, Any]) -> dict[str, Any]:
    if config["model_type"] == "gpt2":
        return {
            "block_count": config["n_layer"], "context_length": config["n_positions"],
            "embedding_length": config["n_embd"], "feed_forward_length": 4 * config["n_embd"],
            "attention.head_count": config["n_head"], "attention.layer_norm_epsilon": 1e-5,
        }  # fmt: skip
    head = config.get("head_dim", config["hidden_size"] // config["num_attention_heads"])
    found = {
        "block_count": config["num_hidden_layers"], "context_length": config["max_position_embeddings"],
        "embedding_length": config["hidden_size"], "feed_forward_length": config["intermediate_size"],
        "attention.head_count": config["num_attention_heads"],
        "attention.head_count_kv": config["num_key_value_heads"],
        "attention.layer_norm_rms_epsilon": config["rms_norm_eps"], "attention.key_length": head,
        "attention.value_length": head, "rope.dimension_count": head, "rope.freq_base": config["rope_theta"],
    }  # fmt: skip
    if config["model_type"] == "gemma3_text":
        found |= {
            "attention.sliding_window": config["sliding_window"], "rope.freq_base_swa": config["rope_local_base_freq"],
            "attention.sliding_window_pattern": 2, "rope.scaling.type": "linear", "rope.scaling.factor": 2.0,
        }  # fmt: skip
    return found


def _add(writer: gguf.GGUFWriter, key: str, value: Any) -> None:
    add = {str: writer.add_string, float: writer.add_float32, bool: writer.add_bool, list: writer.add_array}
    add.get(type(value), writer.add_uint32)(key, value)


def _vocabulary(writer: gguf.GGUFWriter, folder: Path, config: dict[str, Any]) -> None:
    definition = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    marks = {token["id"]: token["content"] for token in definition["added_tokens"]}
    by_number = {number: token for token, number in definition["model"]["vocab"].items()} | marks
    count = config["vocab_size"]
    tokens = [by_number.get(number, f"[PAD{number}]") for number in range(count)]
    kinds = [_kind(by_number.get(number), number in marks) for number in range(count)]
    pieces = definition["model"].get("byte_fallback")
    writer.add_tokenizer_model("llama" if pieces else "gpt2")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    if pieces:
        ranks = {"".join(pair): rank for rank, pair in reversed(list(enumerate(definition["model"]["merges"])))}
        writer.add_token_scores([-float(ranks.get(token, 1000)) for token in tokens])
        writer.add_add_space_prefix("Prepend" in json.dumps(definition["normalizer"]))
    else:
        writer.add_tokenizer_pre("gpt-2")
        writer.add_token_merges([" ".join(pair) for pair in definition["model"]["merges"]])
    begin = definition.get("post_processor")
    writer.add_bos_token_id(1 if begin else 0)
    writer.add_eos_token_id(2 if pieces else 0)
    writer.add_add_bos_token(begin is not None)


def _kind(token: str | None, marked: bool) -> int:
    if token is None:
        return int(gguf.TokenType.UNUSED)
    if token == "<unk>":
        return int(gguf.TokenType.UNKNOWN)
    if token.startswith("<0x"):
        return int(gguf.TokenType.BYTE)
    return int(gguf.TokenType.CONTROL if marked else gguf.TokenType.NORMAL)


def _laid_out(name: str, value: np.ndarray, config: dict[str, Any], family: str) -> np.ndarray:
    if family in _PERMUTED and ("q_proj" in name or "k_proj" in name):
        heads = config["num_attention_heads" if "q_proj" in name else "num_key_value_heads"]
        rows = value.reshape(heads, 2, len(value) // heads // 2, *value.shape[1:])
        return rows.swapaxes(1, 2).reshape(value.shape)
    if family == "gemma3_text" and name.endswith("norm.weight"):
        return value + 1
    return value.T if family == "gpt2" and name.endswith(_TURNED) else value


def _tensor(writer: gguf.GGUFWriter, name: str, value: np.ndarray, kind: str) -> None:
    chosen = gguf.GGMLQuantizationType[kind]
    value = np.ascontiguousarray(value, np.float32)
    if value.ndim == 1 or value.shape[-1] % gguf.GGML_QUANT_SIZES[chosen][0]:
        chosen = gguf.GGMLQuantizationType.F32
    writer.add_tensor(name, gguf.quantize(value, chosen), raw_dtype=chosen)


def _factors(config: dict[str, Any], scaling: dict[str, Any]) -> np.ndarray:
    """As the converter computes them, one by one."""
    head, found = config["hidden_size"] // config["num_attention_heads"], []
    low, high = scaling["low_freq_factor"], scaling["high_freq_factor"]
    length, factor = scaling["original_max_position_embeddings"], scaling["factor"]
    for place in range(0, head, 2):
        wave = 2 * np.pi * config["rope_theta"] ** (place / head)
        if wave < length / high:
            found.append(1.0)
        elif wave > length / low:
            found.append(factor)
        else:
            smooth = (length / wave - low) / (high - low)
            found.append(1 / ((1 - smooth) / factor + smooth))
    return np.array(found, np.float32)
