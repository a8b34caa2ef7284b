"""What a config.json may say: of every key that a network is made from, which values it can have at all.

It is looked at before anything is computed from it, for a configuration comes from a stranger: a text in place of a
number, no heads, or a hundred million blocks are refused by the key that says so.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from workbench.messages.errors import ReasonError
from workbench.messages.message import Message, message
from workbench.models.families.shapes import RecurrentShape, TransformerShape

MOST = (1 << 31) - 1  # of any number that is a size
MOST_BLOCKS = 10_000
# Keys for which null is as good as silence; of all others it is a mistake, as for the classes of transformers 5.
NULLABLE = frozenset(
    {
        "num_key_value_heads", "head_dim", "n_inner", "sliding_window", "rope_scaling", "rope_parameters",
        "layer_types", "no_rope_layers", "hidden_act", "hidden_activation", "attn_logit_softcapping",
        "final_logit_softcapping", "attention_dropout", "use_bidirectional_attention",
    }
)  # fmt: skip

Check = Callable[[Any], Message | None]


def check_stated(config: Mapping[str, Any], nullable: Iterable[str] = NULLABLE) -> None:
    """Raises ReasonError, naming the key, where a value is of another kind or beyond what can be."""
    for key, check in _CHECKS.items():
        if key not in config or (config[key] is None and key in nullable):
            continue
        reason = check(config[key])
        if reason is not None:
            raise ReasonError(message("damage.config_value", key=key, value=_shown(config[key]), reason=reason))


def check_present(config: Mapping[str, Any], keys: Iterable[str]) -> None:
    """Raises ReasonError, naming the first of `keys` that is not there."""
    lacking = next((key for key in keys if key not in config), None)
    if lacking is not None:
        raise ReasonError(message("damage.config_lacks", key=lacking))


def check_shape(shape: TransformerShape | RecurrentShape, config: Mapping[str, Any]) -> None:
    """Whether the numbers of a complete configuration suit each other. Raises ReasonError."""
    if not isinstance(shape, TransformerShape):
        return
    if shape.heads % shape.key_heads:
        raise ReasonError(message("damage.key_heads", heads=shape.heads, key_heads=shape.key_heads))
    if shape.head < 1 or ("n_embd" in config and shape.width % shape.heads):
        raise ReasonError(message("damage.uneven_heads", width=shape.width, heads=shape.heads))
    if "n_embd" not in config and shape.head % 2:  # positions turn pairs of numbers
        raise ReasonError(message("damage.odd_head", width=shape.head))
    for key in ("layer_types", "no_rope_layers"):
        if config.get(key) is not None and len(config[key]) < shape.blocks:
            raise ReasonError(message("damage.short_list", key=key, count=len(config[key]), blocks=shape.blocks))


def _whole(least: int, most: int = MOST) -> Check:
    def check(value: Any) -> Message | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return message("value.whole_number")
        if value < least:
            return message("value.at_least", least=least)
        return None if value <= most else message("value.between", low=least, high=most)

    return check


def _number(least: float, most: float = 1e12) -> Check:
    def check(value: Any) -> Message | None:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or math.isnan(value):
            return message("value.number")
        if value < least:
            return message("value.at_least", least=least)
        return None if value <= most else message("value.between", low=least, high=most)

    return check


def _flag(value: Any) -> Message | None:
    return None if isinstance(value, bool) else message("value.true_or_false")


def _text(value: Any) -> Message | None:
    return None if isinstance(value, str) else message("value.text")


def _list_of(check: Check) -> Check:
    def check_all(value: Any) -> Message | None:
        if not isinstance(value, list):
            return message("value.list")
        return next((reason for reason in map(check, value) if reason is not None), None)

    return check_all


def _positions(value: Any) -> Message | None:
    """How positions are scaled; of networks with two kinds of blocks, a record for each."""
    if not isinstance(value, dict):
        return message("value.object")
    for key, inside in value.items():
        check = _positions if key in ("full_attention", "sliding_attention") else _OF_POSITIONS.get(key)
        reason = check(inside) if check and inside is not None else None
        if reason is not None:
            return message("damage.config_value", key=key, value=_shown(inside), reason=reason)
    return None


def _shown(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=True)
    return shown if len(shown) <= 40 else f"{shown[:40]} …"


_SIZE, _EPSILON, _WAVELENGTH, _SHARE = _whole(1), _number(0.0, 1e3), _number(1.0), _number(0.0, 1.0)
_OF_POSITIONS: Mapping[str, Check] = {
    "rope_type": _text, "type": _text, "rope_theta": _WAVELENGTH, "factor": _number(1e-6),
    "low_freq_factor": _number(1e-6), "high_freq_factor": _number(1e-6), "original_max_position_embeddings": _SIZE,
}  # fmt: skip
_CHECKS: Mapping[str, Check] = {
    "model_type": _text,
    **dict.fromkeys(("num_hidden_layers", "n_layer"), _whole(1, MOST_BLOCKS)),
    **dict.fromkeys(
        (
            "vocab_size", "hidden_size", "intermediate_size", "num_attention_heads", "num_key_value_heads", "head_dim",
            "max_position_embeddings", "sliding_window", "sliding_window_pattern", "no_rope_layer_interval",
            "n_embd", "n_head", "n_inner", "n_positions", "embedding_size",
        ),
        _SIZE,
    ),
    **dict.fromkeys(("rms_norm_eps", "layer_norm_epsilon"), _EPSILON),
    **dict.fromkeys(("rope_theta", "rope_local_base_freq"), _WAVELENGTH),
    **dict.fromkeys(("query_pre_attn_scalar", "attn_logit_softcapping", "final_logit_softcapping"), _number(1e-6)),
    **dict.fromkeys(("resid_pdrop", "embd_pdrop", "attn_pdrop", "attention_dropout", "dropout"), _SHARE),
    **dict.fromkeys(
        (
            "tie_word_embeddings", "attention_bias", "mlp_bias", "use_sliding_window", "use_bidirectional_attention",
            "scale_attn_weights", "scale_attn_by_inverse_layer_idx",
        ),
        _flag,
    ),
    **dict.fromkeys(("hidden_act", "hidden_activation", "activation_function"), _text),
    **dict.fromkeys(("rope_scaling", "rope_parameters"), _positions),
    "layer_types": _list_of(_text),
    "no_rope_layers": _list_of(_whole(0, 1)),
}  # fmt: skip
