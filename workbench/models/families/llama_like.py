"""What Llama and its kin have in common: rotated positions, norms without a shift, a gated feed-forward part.

What keras_hub's networks cannot do (positions scaled in another way, biases where they have none) is refused here
with the reason, since a network that is nearly the right one would answer with nearly the right words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from workbench.messages.message import message
from workbench.models.families.config_keys import other_setting, refuse_other
from workbench.models.families.family import Config, OtherSettingsError
from workbench.models.families.shapes import Matrix, TransformerShape
from workbench.models.families.tensors import (
    KERNEL,
    OUTPUT,
    TURNED,
    TURNED_FROM_HEADS,
    VECTOR,
    Tensor,
)
from workbench.models.families.transformer import Transformer

COMMON_KEYS = {
    "vocab_size": "vocabulary_size",
    "hidden_size": "hidden_dim",
    "intermediate_size": "intermediate_dim",
    "num_hidden_layers": "num_layers",
    "num_attention_heads": "num_query_heads",
    "num_key_value_heads": "num_key_value_heads",
    "rms_norm_eps": "layer_norm_epsilon",
}
# What the families read of a config.json beside what their networks are made with.
USED = (
    "head_dim", "hidden_act", "max_position_embeddings", "rope_theta", "rope_scaling", "rope_parameters",
    "tie_word_embeddings", "attention_bias", "mlp_bias", "use_bidirectional_attention",
)  # fmt: skip
WINDOW = ("sliding_window", "use_sliding_window", "layer_types")
KEYS = {**COMMON_KEYS, "rope_theta": "rope_max_wavelength", "tie_word_embeddings": "tie_word_embeddings"}
OUTSIDE = {
    "token_embedding/embeddings": Tensor("embed_tokens.weight", KERNEL),
    "token_embedding/reverse_embeddings": Tensor(OUTPUT, TURNED),
    "sequence_output_layernorm/scale": Tensor("norm.weight", VECTOR),
}
INSIDE = {
    "self_attention_layernorm/scale": Tensor("input_layernorm.weight", VECTOR),
    "self_attention/query/kernel": Tensor("self_attn.q_proj.weight", TURNED, "query"),
    "self_attention/query/bias": Tensor("self_attn.q_proj.bias", VECTOR, "query"),
    "self_attention/query_dense_layernorm/scale": Tensor("self_attn.q_norm.weight", VECTOR),
    "self_attention/key/kernel": Tensor("self_attn.k_proj.weight", TURNED, "key"),
    "self_attention/key/bias": Tensor("self_attn.k_proj.bias", VECTOR, "key"),
    "self_attention/key_dense_layernorm/scale": Tensor("self_attn.k_norm.weight", VECTOR),
    "self_attention/value/kernel": Tensor("self_attn.v_proj.weight", TURNED, "value"),
    "self_attention/value/bias": Tensor("self_attn.v_proj.bias", VECTOR, "value"),
    "self_attention/attention_output/kernel": Tensor("self_attn.o_proj.weight", TURNED_FROM_HEADS, "output"),
    "feedforward_layernorm/scale": Tensor("post_attention_layernorm.weight", VECTOR),
    "feedforward_gate_dense/kernel": Tensor("mlp.gate_proj.weight", TURNED, "gate"),
    "feedforward_intermediate_dense/kernel": Tensor("mlp.up_proj.weight", TURNED, "up"),
    "feedforward_output_dense/kernel": Tensor("mlp.down_proj.weight", TURNED, "down"),
}


class LlamaLike(Transformer):
    keys: Mapping[str, str] = KEYS
    used: Collection[str] = (*KEYS, *USED)
    activation = "hidden_act"  # under which key it is
    activations: tuple[str, ...] = ("silu",)
    block_in_files = "layers"
    prefix = "model."
    outside: Mapping[str, Tensor] = OUTSIDE
    inside: Mapping[str, Tensor] = INSIDE
    is_tied = False  # whether the output matrix is the embedding's where config.json is silent
    rope_types: tuple[str, ...] = ()  # ways to scale its positions
    query_bias = False
    query_norm = False
    own_head_size = False  # whether heads can be other than width / heads
    norms = 2  # in each block
    attention_in_blocks = True  # in a step (see training/products.py)
    window_bounds_context = False  # of a sliding window, which keras_hub's network of the family does not have

    def completed(self, config: Config) -> Config:
        stated = {**self.defaults, **config}  # null is no silence: it takes a default away
        unset = (key for key, value in self.defaults.items() if value is None)
        config = {**dict.fromkeys(unset), **{key: value for key, value in stated.items() if value is not None}}
        self.gather_positions(config)
        config.setdefault("rms_norm_eps", 1e-6)
        config.setdefault("tie_word_embeddings", self.is_tied)
        config.setdefault("num_key_value_heads", config["num_attention_heads"])
        config.setdefault("head_dim", config["hidden_size"] // config["num_attention_heads"])
        config.setdefault("sliding_window", None)
        self.refuse(config)
        if self.window_bounds_context:
            slides = _slides(config)
            if (config.get("use_sliding_window") or slides) and config["sliding_window"]:
                # Up to the window's length, looking through it is looking at everything, which these networks can do.
                config["max_position_embeddings"] = min(config["max_position_embeddings"], config["sliding_window"])
            config["sliding_window"], config["use_sliding_window"] = None, False
            if slides:
                del config["layer_types"]
        return config

    def gather_positions(self, config: Config) -> None:
        """`rope_theta` and `rope_scaling`, wherever they are said; the latter None where nothing is scaled."""
        scaling = dict(config.get("rope_scaling") or config.get("rope_parameters") or {})
        config.pop("rope_parameters", None)  # where transformers 5 keeps both
        config["rope_theta"] = scaling.pop("rope_theta", None) or config.get("rope_theta", 10_000.0)
        config["rope_scaling"] = scaled(scaling)

    def refuse(self, config: Config) -> None:
        """Raises OtherSettingsError where the family's network cannot be what `config`, complete, says."""
        scaling = config["rope_scaling"]
        if scaling is not None and scaling["rope_type"] not in self.rope_types:
            raise OtherSettingsError(message("model.has_scaled_positions", kind=str(scaling["rope_type"])))
        self.refuse_activation(config.get(self.activation, self.activations[0]))
        if config.get("attention_bias") or config.get("mlp_bias"):
            raise OtherSettingsError(message("model.has_biases"))
        width = config["num_attention_heads"] * config["head_dim"]
        if not self.own_head_size and width != config["hidden_size"]:
            hidden = config["hidden_size"]
            raise OtherSettingsError(message("model.has_width", width=width, hidden=hidden))
        if config["tie_word_embeddings"] and "tie_word_embeddings" not in self.keys and not self.is_tied:
            raise OtherSettingsError(message("model.has_tied_output"))
        if not config["tie_word_embeddings"] and self.is_tied:
            raise OtherSettingsError(message("model.has_own_output"))
        if config.get("use_bidirectional_attention"):
            raise OtherSettingsError(message("model.has_looking_ahead"))

    def config_of_preset(self, settings: Config, trained_length: int) -> Config:
        config = super().config_of_preset(settings, trained_length)
        known = settings.get("max_position_embeddings") or settings.get("rope_pretraining_sequence_length")
        config["max_position_embeddings"] = known or trained_length
        if self.window_bounds_context:
            window = settings.get("sliding_window_size")
            config["use_sliding_window"] = settings.get("use_sliding_window_attention", window is not None)
            config["sliding_window"] = window
        return config

    def shape(self, config: Config) -> TransformerShape:
        return TransformerShape(
            config["num_hidden_layers"],
            config["hidden_size"],
            config["intermediate_size"],
            config["num_attention_heads"],
            config["num_key_value_heads"],
            config["head_dim"],
            config["vocab_size"],
            is_tied=config["tie_word_embeddings"],
            heads_first=self.heads_first,
            in_blocks=self.attention_in_blocks,
        )

    def layer_sizes(self, config: Config) -> list[int]:
        shape = self.shape(config)
        weights = sum(matrix.weights + matrix.biases for matrix in self.matrices(config).values())
        norms = self.norms * shape.width + (2 * shape.head if self.query_norm else 0)
        embeddings = shape.vocabulary * shape.width
        sizes = [embeddings, *[weights + norms] * shape.blocks]
        sizes[-1] += shape.width if shape.is_tied else shape.width + embeddings
        return sizes

    def matrices(self, config: Config) -> Mapping[str, Matrix]:
        shape = self.shape(config)
        width, queries, keys, inner = shape.width, shape.heads * shape.head, shape.key_heads * shape.head, shape.inner
        return {
            "query": Matrix(width, queries, queries if self.query_bias else 0),
            "key": Matrix(width, keys, keys if self.query_bias else 0),
            "value": Matrix(width, keys, keys if self.query_bias else 0),
            "output": Matrix(queries, width, 0),
            "up": Matrix(width, inner, 0),
            "down": Matrix(inner, width, 0),
            "gate": Matrix(width, inner, 0),
        }


def scaled(positions: Mapping[str, Any]) -> dict[str, Any] | None:
    """How positions are scaled, in one form; None where they are not. Raises OtherSettingsError."""
    refuse_other("partial_rotary_factor", positions.get("partial_rotary_factor", 1), 1)
    kind = positions.get("rope_type") or positions.get("type") or "default"
    said = {key: value for key, value in positions.items() if key != "type"}
    return None if kind == "default" else {**said, "rope_type": kind}


def _slides(config: Config) -> bool:
    """Whether some of its blocks look through a window. Raises OtherSettingsError where they look otherwise still."""
    kinds = config.get("layer_types") or ()
    if not {*kinds} <= {"full_attention", "sliding_attention"}:
        raise other_setting("layer_types", kinds)
    return "sliding_attention" in kinds
