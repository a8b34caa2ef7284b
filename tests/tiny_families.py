"""A small random checkpoint of each family, in the layout and with the oddities of its real ones."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import ml_dtypes
import numpy as np
import tokenizers
from safetensors.numpy import save_file
from tokenizers import decoders, models, normalizers, pre_tokenizers, processors, trainers

from tests.tiny_models import make_tiny_gpt2, tale

NETWORK_VOCABULARY = 320  # more than the tokenizer has, as with Qwen
WINDOW = 6

_LLAMA = {
    "vocab_size": NETWORK_VOCABULARY,
    "hidden_size": 64,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "max_position_embeddings": 256,
    "rms_norm_eps": 1e-5,
    "rope_theta": 10_000.0,
    "tie_word_embeddings": True,
}
CONFIGS: dict[str, dict[str, Any]] = {
    "smollm2": {**_LLAMA, "model_type": "llama", "hidden_act": "silu"},
    "llama": {
        **_LLAMA,
        "model_type": "llama",
        "tie_word_embeddings": False,
        "rope_scaling": {
            "rope_type": "llama3",
            "factor": 8.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 16,
        },
    },
    "qwen2": {**_LLAMA, "model_type": "qwen2", "use_sliding_window": False, "sliding_window": 8},
    "qwen3": {**_LLAMA, "model_type": "qwen3", "head_dim": 48, "tie_word_embeddings": False},
    "mistral": {
        **_LLAMA,
        "model_type": "mistral",
        "head_dim": 48,
        "sliding_window": WINDOW,
        "tie_word_embeddings": False,
    },
    "gemma3": {
        **_LLAMA,
        "model_type": "gemma3_text",
        "head_dim": 48,
        "query_pre_attn_scalar": 48,
        "sliding_window": WINDOW,
        "layer_types": ["sliding_attention", "full_attention"],
        "rope_theta": 50_000.0,
        "rope_local_base_freq": 1000.0,
        "rope_scaling": {"rope_type": "linear", "factor": 2.0},
        "hidden_activation": "gelu_pytorch_tanh",
    },
    "smollm3": {**_LLAMA, "model_type": "smollm3", "no_rope_layers": [1, 0]},
}
EVERY = ("gpt2", *CONFIGS, "word-lstm")  # of the program's families, Llama's twice


def write_any(folder: Path, family: str, blocks: int = 2) -> Path:
    """The folder of one of EVERY."""
    if family == "gpt2":
        return make_tiny_gpt2(folder, layers=blocks)
    return _write_lstm(folder) if family == "word-lstm" else write(folder, family, blocks=blocks)


def write(folder: Path, family: str, dtype: str = "float32", shards: int = 1, blocks: int = 2) -> Path:
    """The folder of one family: config.json, tokenizer.json, and the weights in one file or several."""
    folder.mkdir(parents=True, exist_ok=True)
    config = {**CONFIGS[family], "num_hidden_layers": blocks}  # what is said of further blocks is not asked
    (folder / "config.json").write_text(json.dumps(config))
    sentencepiece = family in ("mistral", "gemma3")
    made = sentencepiece_tokenizer(family == "mistral") if sentencepiece else byte_tokenizer(family)
    made.save(str(folder / "tokenizer.json"))
    weights = {name: value.astype(np.dtype(dtype)) for name, value in weights_of(family).items() if _of(name, blocks)}
    if shards == 1:
        save_file(weights, folder / "model.safetensors")
        return folder
    placed = {name: f"model-{number % shards + 1:05}-of-{shards:05}.safetensors" for number, name in enumerate(weights)}
    for file in set(placed.values()):
        save_file({name: value for name, value in weights.items() if placed[name] == file}, folder / file)
    index = {"metadata": {}, "weight_map": placed}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    return folder


def _of(name: str, blocks: int) -> bool:
    """Whether a tensor is of a network with so many blocks."""
    block = re.search(r"layers\.(\d+)\.", name)
    return block is None or int(block[1]) < blocks


def _write_lstm(folder: Path) -> Path:
    from workbench.models.tokenizers.tokenizer import Tokenizer

    words = Tokenizer.of_words([tale(20)], 60)
    size, embedding, hidden = words.vocabulary, 8, 12
    config = {
        "model_type": "word-lstm", "vocab_size": size, "embedding_size": embedding, "hidden_size": hidden,
        "dropout": 0.1, "max_position_embeddings": 256,
    }  # fmt: skip
    shapes = {
        "token_embedding/embeddings": (size, embedding),
        "lstm/kernel": (embedding, 4 * hidden), "lstm/recurrent_kernel": (hidden, 4 * hidden),
        "lstm/bias": (4 * hidden,),
        "projection/kernel": (hidden, embedding), "projection/bias": (embedding,),
    }  # fmt: skip
    draw = np.random.default_rng(0)
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer.json").write_text(words.definition, encoding="utf-8")
    weights = {name: draw.normal(0, 0.5, shape).astype(np.float32) for name, shape in shapes.items()}
    save_file(weights, folder / "model.safetensors")
    return folder


def weights_of(family: str) -> dict[str, np.ndarray]:
    """Drawn from a fixed seed; norms are near what changes nothing."""
    draw = np.random.default_rng(0)
    gemma = family == "gemma3"
    weights = {}
    for name, shape in _shapes(CONFIGS[family]).items():
        scale = 0.5 if "embed" in name and not gemma else 0.15
        value = draw.normal(0, scale, shape)
        weights[name] = (value + 1 if "norm" in name and not gemma else value).astype(np.float32)
    return weights


def _shapes(config: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    width, inner, vocabulary = config["hidden_size"], config["intermediate_size"], config["vocab_size"]
    head = config.get("head_dim", width // config["num_attention_heads"])
    queries, keys = config["num_attention_heads"] * head, config["num_key_value_heads"] * head
    kind = config["model_type"]
    block: dict[str, tuple[int, ...]] = {
        "input_layernorm.weight": (width,),
        "self_attn.q_proj.weight": (queries, width),
        "self_attn.k_proj.weight": (keys, width),
        "self_attn.v_proj.weight": (keys, width),
        "self_attn.o_proj.weight": (width, queries),
        "post_attention_layernorm.weight": (width,),
        "mlp.gate_proj.weight": (inner, width),
        "mlp.up_proj.weight": (inner, width),
        "mlp.down_proj.weight": (width, inner),
    }
    if kind == "qwen2":
        block |= {f"self_attn.{name}_proj.bias": (size,) for name, size in (("q", queries), ("k", keys), ("v", keys))}
    if kind in ("qwen3", "gemma3_text"):
        block |= {"self_attn.q_norm.weight": (head,), "self_attn.k_norm.weight": (head,)}
    if kind == "gemma3_text":
        block |= {"pre_feedforward_layernorm.weight": (width,), "post_feedforward_layernorm.weight": (width,)}
    shapes: dict[str, tuple[int, ...]] = {
        "model.embed_tokens.weight": (vocabulary, width),
        "model.norm.weight": (width,),
    }
    for layer in range(config["num_hidden_layers"]):
        shapes |= {f"model.layers.{layer}.{name}": shape for name, shape in block.items()}
    if not config["tie_word_embeddings"]:
        shapes["lm_head.weight"] = (vocabulary, width)
    return shapes


def byte_tokenizer(family: str) -> tokenizers.Tokenizer:
    """As those of GPT-2 and Qwen; as Llama's, with a token that every text begins with."""
    made = tokenizers.Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    marks = ["<|end_of_text|>", "<|begin_of_text|>"] if family == "llama" else ["<|endoftext|>", "<|im_start|>"]
    trainer = trainers.BpeTrainer(
        vocab_size=300,
        special_tokens=marks,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    made.train_from_iterator([tale(200)], trainer)
    if family == "llama":
        made.post_processor = processors.TemplateProcessing(single=f"{marks[1]} $A", special_tokens=[(marks[1], 1)])
    return made


def sentencepiece_tokenizer(prefixed: bool) -> tokenizers.Tokenizer:
    """As those of Gemma, and `prefixed` of Mistral: pieces of characters with ▁ for a space, and bytes for the rest."""
    end, begin = ("</s>", "<s>") if prefixed else ("<eos>", "<bos>")
    marks = ["<unk>", begin, end, *(f"<0x{byte:02X}>" for byte in range(256))]
    spaces = normalizers.Replace(" ", "▁")
    normalizer = normalizers.Sequence([normalizers.Prepend("▁"), spaces]) if prefixed else spaces
    learnt = tokenizers.Tokenizer(models.BPE())
    learnt.normalizer, learnt.pre_tokenizer = normalizer, pre_tokenizers.Split("▁", "merged_with_next")
    trainer = trainers.BpeTrainer(vocab_size=300 - len(marks), show_progress=False)
    learnt.train_from_iterator([tale(200).replace("\n", "")], trainer)
    content = json.loads(learnt.to_str())["model"]
    numbers = {piece: number for number, piece in enumerate([*marks, *content["vocab"]])}
    merges = [(left, right) for left, right in content["merges"]]
    made = tokenizers.Tokenizer(models.BPE(numbers, merges, unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    made.normalizer = normalizer
    steps = [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()]
    made.decoder = decoders.Sequence([*steps, decoders.Strip(" ", 1, 0)] if prefixed else steps)
    made.add_special_tokens(["<unk>", begin, end])
    made.post_processor = processors.TemplateProcessing(single=f"{begin} $A", special_tokens=[(begin, 1)])
    return made


assert ml_dtypes  # importing it teaches NumPy what "bfloat16" is
