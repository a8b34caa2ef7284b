"""What Llama and its kin have in common: rotated positions, norms without a shift, a gated feed-forward part.

What keras_hub's networks cannot do (positions scaled in another way, biases where they have none) is refused here
with the reason, since a network that is nearly the right one would answer with nearly the right words.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.messages.message import message
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
    window_bounds_context = False  # of a sliding window, which keras_hub's network of the family does not have

    def completed(self, config: Config) -> Config:
        stated = {**self.defaults, **config}  # null is no silence: it takes a default away
        unset = (key for key, value in self.defaults.items() if value is None)
        config = {**dict.fromkeys(unset), **{key: value for key, value in stated.items() if value is not None}}
        _gather_positions(config)
        config.setdefault("rms_norm_eps", 1e-6)
        config.setdefault("tie_word_embeddings", self.is_tied)
        config.setdefault("num_key_value_heads", config["num_attention_heads"])
        config.setdefault("head_dim", config["hidden_size"] // config["num_attention_heads"])
        config.setdefault("sliding_window", None)
        self.refuse(config)
        if self.window_bounds_context:
            if config.get("use_sliding_window") and config["sliding_window"]:
                # Up to the window's length, looking through it is looking at everything, which these networks can do.
                config["max_position_embeddings"] = min(config["max_position_embeddings"], config["sliding_window"])
            config["sliding_window"], config["use_sliding_window"] = None, False
        return config

    def refuse(self, config: Config) -> None:
        """Raises OtherSettingsError where the family's network cannot be what `config`, complete, says."""
        scaling = config["rope_scaling"]
        if scaling is not None and scaling["rope_type"] not in self.rope_types:
            raise OtherSettingsError(message("model.has_scaled_positions", kind=str(scaling["rope_type"])))
        self.refuse_activation(config.get("hidden_activation") or config.get("hidden_act", self.activations[0]))
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


def _gather_positions(config: Config) -> None:
    """`rope_theta` and `rope_scaling`, wherever they are said; the latter None where nothing is scaled."""
    rope = dict(config.pop("rope_parameters", None) or {})  # where transformers 5 keeps what follows
    if "full_attention" in rope or "sliding_attention" in rope:
        sliding = rope.get("sliding_attention") or {}
        config["rope_local_base_freq"] = sliding.get("rope_theta") or config.get("rope_local_base_freq", 10_000.0)
        rope = dict(rope.get("full_attention") or {})
    config["rope_theta"] = rope.pop("rope_theta", None) or config.get("rope_theta", 10_000.0)
    scaling = dict(config.get("rope_scaling") or rope)
    scaling["rope_type"] = scaling.get("rope_type") or scaling.pop("type", None) or "default"
    config["rope_scaling"] = None if scaling["rope_type"] == "default" else scaling
