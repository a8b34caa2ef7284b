"""GPT-2: Radford et al., Language Models are Unsupervised Multitask Learners, 2019."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.messages.message import message
from workbench.models.families.family import Config, Decoding, OtherSettingsError
from workbench.models.families.shapes import Matrix, TransformerShape
from workbench.models.families.tensors import KERNEL, KERNEL_FROM_HEADS, VECTOR, Tensor
from workbench.models.families.transformer import DROPOUT, Transformer
from workbench.models.keras_hub_internals import gpt2_block

if TYPE_CHECKING:
    import keras

_OUTSIDE = {
    "token_embedding/embeddings": Tensor("wte.weight", KERNEL),
    "position_embedding/embeddings": Tensor("wpe.weight", KERNEL),
    "layer_norm/gamma": Tensor("ln_f.weight", VECTOR),
    "layer_norm/beta": Tensor("ln_f.bias", VECTOR),
}
_INSIDE = {
    "self_attention_layer_norm/gamma": Tensor("ln_1.weight", VECTOR),
    "self_attention_layer_norm/beta": Tensor("ln_1.bias", VECTOR),
    "self_attention/query/kernel": Tensor("attn.c_attn.weight", KERNEL, "query", part=0),
    "self_attention/query/bias": Tensor("attn.c_attn.bias", VECTOR, "query", part=0),
    "self_attention/key/kernel": Tensor("attn.c_attn.weight", KERNEL, "key", part=1),
    "self_attention/key/bias": Tensor("attn.c_attn.bias", VECTOR, "key", part=1),
    "self_attention/value/kernel": Tensor("attn.c_attn.weight", KERNEL, "value", part=2),
    "self_attention/value/bias": Tensor("attn.c_attn.bias", VECTOR, "value", part=2),
    "self_attention/attention_output/kernel": Tensor("attn.c_proj.weight", KERNEL_FROM_HEADS, "output"),
    "self_attention/attention_output/bias": Tensor("attn.c_proj.bias", VECTOR, "output"),
    "feedforward_layer_norm/gamma": Tensor("ln_2.weight", VECTOR),
    "feedforward_layer_norm/beta": Tensor("ln_2.bias", VECTOR),
    "feedforward_intermediate_dense/kernel": Tensor("mlp.c_fc.weight", KERNEL, "up"),
    "feedforward_intermediate_dense/bias": Tensor("mlp.c_fc.bias", VECTOR, "up"),
    "feedforward_output_dense/kernel": Tensor("mlp.c_proj.weight", KERNEL, "down"),
    "feedforward_output_dense/bias": Tensor("mlp.c_proj.bias", VECTOR, "down"),
}

# What other families call a size, and transformers reads of this one as well.
_NAMES = {
    "hidden_size": "n_embd",
    "num_hidden_layers": "n_layer",
    "num_attention_heads": "n_head",
    "max_position_embeddings": "n_positions",
}


EPSILON = 1e-5  # of its norms, where nothing is said, and the only one that a backbone of keras_hub writes down


class Gpt2(Transformer):
    model_type = "gpt2"
    title = "GPT-2 (also DistilGPT-2)"
    named = "GPT2"
    word_head = "classifier"
    inputs_first = True
    tokenizer_class = "GPT2Tokenizer"
    decoding = Decoding.GPT2
    backbone = "GPT2Backbone"
    task = "GPT2CausalLM"
    keys: Mapping[str, str] = {
        "vocab_size": "vocabulary_size",
        "n_layer": "num_layers",
        "n_head": "num_heads",
        "n_embd": "hidden_dim",
        "n_inner": "intermediate_dim",
        "n_positions": "max_sequence_length",
    }
    used = (
        *keys,
        "hidden_size",
        "num_hidden_layers",
        "num_attention_heads",
        "max_position_embeddings",
        "activation_function",
        "layer_norm_epsilon",
        "resid_pdrop",
        "tie_word_embeddings",
        "scale_attn_weights",
        "scale_attn_by_inverse_layer_idx",
    )
    activations = ("gelu_new", "gelu_pytorch_tanh")
    defaults: Mapping[str, Any] = {
        "vocab_size": 50_257,
        "n_positions": 1024,
        "n_embd": 768,
        "n_layer": 12,
        "n_head": 12,
    }
    block_in_files = "h"
    prefix = "transformer."
    outside: Mapping[str, Tensor] = _OUTSIDE
    inside: Mapping[str, Tensor] = _INSIDE

    def completed(self, config: Config) -> Config:
        config = {_NAMES.get(key, key): value for key, value in config.items() if value is not None}
        config = {**self.defaults, **config}
        if config.get("scale_attn_by_inverse_layer_idx") or not config.get("scale_attn_weights", True):
            raise OtherSettingsError(message("model.has_other_scale"))
        if not config.get("tie_word_embeddings", True):
            raise OtherSettingsError(message("model.has_own_output"))
        self.refuse_activation(config.get("activation_function", "gelu_new"))
        return {**config, "n_inner": config.get("n_inner") or 4 * config["n_embd"]}

    def context_length(self, config: Config) -> int:
        return int(config["n_positions"])

    def arguments(self, config: Config) -> dict[str, Any]:
        return super().arguments(config) | {"dropout": config.get("resid_pdrop") or DROPOUT}

    def finish(self, backbone: keras.Model, config: Config) -> None:
        backbone.layer_norm.epsilon = epsilon = _epsilon(config)
        for layer in backbone.transformer_layers:
            block = gpt2_block(layer)
            layer.layer_norm_epsilon = block.attention_norm.epsilon = block.feedforward_norm.epsilon = epsilon

    def plain(self, network: keras.Model, config: Config) -> keras.Model:
        """Of the layers of the backbone, which write their epsilon down, where it would be lost with that."""
        import keras

        if _epsilon(config) == EPSILON:
            return network
        backbone = network.backbone
        tokens, mask = (keras.Input((None,), dtype="int32", name=name) for name in ("token_ids", "padding_mask"))
        embedded = backbone.token_embedding(tokens)
        states = backbone.embeddings_dropout(backbone.embeddings_add((embedded, backbone.position_embedding(embedded))))
        for layer in backbone.transformer_layers:
            states = layer(states, decoder_padding_mask=mask)
        logits = backbone.token_embedding(backbone.layer_norm(states), reverse=True)
        return keras.Model({"token_ids": tokens, "padding_mask": mask}, logits)

    def exported(self, config: Config) -> Config:
        said = {"architectures": ["GPT2LMHeadModel"], "activation_function": "gelu_new"}
        return {
            **config,
            **{key: value for key, value in said.items() if key not in config},
            "tie_word_embeddings": True,
        }

    def shape(self, config: Config) -> TransformerShape:
        width, heads = config["n_embd"], config["n_head"]
        return TransformerShape(
            config["n_layer"],
            width,
            config.get("n_inner") or 4 * width,
            heads,
            heads,
            width // heads,
            config["vocab_size"],
            is_tied=True,
            is_gated=False,
            in_blocks=True,
        )

    def layer_sizes(self, config: Config) -> list[int]:
        shape = self.shape(config)
        norm = 2 * shape.width  # which shifts as well
        weights = sum(matrix.weights + matrix.biases for matrix in self.matrices(config).values())
        sizes = [(shape.vocabulary + config["n_positions"]) * shape.width, *[weights + 2 * norm] * shape.blocks]
        sizes[-1] += norm
        return sizes

    def matrices(self, config: Config) -> Mapping[str, Matrix]:
        shape = self.shape(config)
        width, inner = shape.width, shape.inner
        square = Matrix(width, width, width)
        return {
            **dict.fromkeys(("query", "key", "value", "output"), square),
            "up": Matrix(width, inner, inner),
            "down": Matrix(inner, width, width),
        }


def _epsilon(config: Config) -> float:
    return float(config.get("layer_norm_epsilon", EPSILON))


FAMILY = Gpt2()
