"""Which keys of a config.json a network is made from, which do not matter and why, and which no network here can have.

Each key that the config class of a family has in transformers 5 is one of three: `used` by the family, of no matter to
what a network computes (IDLE), or `fixed`, since keras_hub's network is one with its usual value and has no place for
another. Other keys are read by no class of the family and so change nothing there, such as what a program that trains
leaves behind; but those that change what networks of other families compute (ELSEWHERE) are refused all the same, for
who wrote one into this family's config.json had another network in mind.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from workbench.messages.message import message
from workbench.models.families.family import OtherSettingsError

_LONGEST_SHOWN = 40  # characters of a value

# What does not matter to what a network computes from a text, by the reason.
REASONS: Mapping[str, tuple[str, ...]] = {
    "says where it comes from": (
        "model_type", "architectures", "auto_map", "transformers_version", "_name_or_path", "name_or_path",
        "_commit_hash", "is_llama_config",
    ),
    "says in which numbers it is stored": ("torch_dtype", "dtype"),
    "matters only while it learns": (
        "initializer_range", "attention_dropout", "resid_pdrop", "embd_pdrop", "attn_pdrop", "gradient_checkpointing",
    ),
    "says how the same is computed": (
        "use_cache", "chunk_size_feed_forward", "pretraining_tp", "reorder_and_upcast_attn", "attn_implementation",
        "_attn_implementation", "_attn_implementation_autoset", "cache_implementation", "torchscript", "use_bfloat16",
    ),
    "says what a call returns": (
        "return_dict", "output_hidden_states", "output_attentions", "output_scores", "return_dict_in_generate",
    ),
    "is of a head for labels, which is refused where there is one": (
        "id2label", "label2id", "num_labels", "problem_type", "finetuning_task", "classifier_dropout",
        "summary_type", "summary_use_proj", "summary_activation", "summary_proj_to_labels", "summary_first_dropout",
    ),
    "names tokens, which are asked for where a text is written on": (
        "bos_token_id", "eos_token_id", "pad_token_id", "sep_token_id", "unk_token_id", "decoder_start_token_id",
        "tokenizer_class", "prefix",
    ),
    "says how a text is written on, which is decided here": (
        "task_specific_params", "max_length", "min_length", "do_sample", "temperature", "top_k", "top_p", "typical_p",
        "num_beams", "num_beam_groups", "diversity_penalty", "repetition_penalty", "length_penalty", "early_stopping",
        "no_repeat_ngram_size", "encoder_no_repeat_ngram_size", "bad_words_ids", "num_return_sequences",
        "forced_bos_token_id", "forced_eos_token_id", "remove_invalid_values", "suppress_tokens",
        "begin_suppress_tokens", "exponential_decay_length_penalty",
    ),
    "says the context a second time": ("n_ctx", "max_sequence_length", "model_max_length"),
    "is part of a window that is read as a bound of the context": ("max_window_layers",),
    "is what layer_types were made from": ("_sliding_window_pattern",),
    "says of a decoder that it is one": ("is_decoder",),
}  # fmt: skip
IDLE = frozenset(key for keys in REASONS.values() for key in keys)

# Of every family: the value with which a network reads a text from its beginning, by itself.
ALWAYS: Mapping[str, Any] = {
    "is_encoder_decoder": False, "add_cross_attention": False, "tie_encoder_decoder": False, "pruned_heads": {},
    "is_causal": True, "use_bidirectional_attention": False,
}  # fmt: skip

# Keys that change what networks of other families compute, each with the value that changes nothing.
ELSEWHERE: Mapping[str, Any] = {
    # how positions are told
    "partial_rotary_factor": 1, "rotary_pct": 1, "rotary_dim": None, "rope_interleave": False,
    "rope_interleaved": False, "original_max_position_embeddings": None, "no_rope_layers": None,
    "rope_local_base_freq": None, "alibi": False, "use_alibi": False, "use_mrope": False,
    # how values are scaled and bounded
    "embedding_multiplier": 1, "residual_multiplier": 1, "attention_multiplier": None, "logits_scaling": 1,
    "logit_scale": 1, "scale_emb": 1, "scale_depth": None, "scale_embedding": False, "query_pre_attn_scalar": None,
    "attn_logit_softcapping": None, "final_logit_softcapping": None, "logits_soft_cap": None, "clip_qkv": None,
    "scale_attn_weights": True, "scale_attn_by_inverse_layer_idx": False, "swiglu_limit": None,
    # norms and biases
    "use_qk_norm": False, "qk_norm": False, "qk_layernorm": False, "use_parallel_residual": False,
    "parallel_attn": False, "bias": False, "use_bias": False, "qkv_bias": False, "use_qkv_bias": False,
    "attention_bias": False, "attention_out_bias": False, "mlp_bias": False, "lm_head_bias": False,
    # what a block looks at
    "sliding_window": None, "use_sliding_window": False, "layer_types": None, "attention_chunk_size": None,
    "num_kv_shared_layers": 0,
    # several networks in a block, and matrices of other shapes
    "num_experts": 0, "num_local_experts": 0, "n_routed_experts": 0, "num_experts_per_tok": 0, "kv_lora_rank": None,
    "q_lora_rank": None,
}  # fmt: skip


def refuse_unplaced(config: Mapping[str, Any], used: Collection[str], fixed: Mapping[str, Any]) -> None:
    """Raises OtherSettingsError for the first key whose value would make another network than there can be here."""
    usual = {**ELSEWHERE, **ALWAYS, **fixed}
    for key, value in config.items():
        if key in fixed or (key in usual and key not in used and key not in IDLE):
            refuse_other(key, value, usual[key])


def refuse_other(key: str, value: Any, usual: Any) -> None:
    """Raises OtherSettingsError where `value` is another than the `usual` one. Null is as good as None and False."""
    if _is_same(value, usual) or (key == "layer_types" and _all_full(value)):
        return
    raise other_setting(key, value)


def other_setting(key: str, value: Any) -> OtherSettingsError:
    return OtherSettingsError(message("model.has_setting", key=key, value=_shown(value)))


def _shown(value: Any) -> str:
    """As a config.json has it, shortened."""
    text = json.dumps(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …"


def _is_same(value: Any, usual: Any) -> bool:
    if usual in (None, False, {}, 0) and not isinstance(usual, float):
        return not value
    return bool(value == usual) and isinstance(value, bool) == isinstance(usual, bool)


def _all_full(value: Any) -> bool:
    return isinstance(value, list) and all(kind == "full_attention" for kind in value)
