"""What is asked of keras_hub beyond what it promises: a new release may drop any of it, and then only this changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import keras


class Gpt2Block(NamedTuple):
    """The layers of one block of a GPT-2."""

    attention_norm: Any
    query: Any
    key: Any
    value: Any
    attention_output: Any
    feedforward_norm: Any
    feedforward_inner: Any
    feedforward_output: Any


def gpt2_block(block: keras.layers.Layer) -> Gpt2Block:
    attention = block._self_attention_layer
    return Gpt2Block(
        block._self_attention_layer_norm,
        attention._query_dense,
        attention._key_dense,
        attention._value_dense,
        attention._output_dense,
        block._feedforward_layer_norm,
        block._feedforward_intermediate_dense,
        block._feedforward_output_dense,
    )


class LlamaBlock(NamedTuple):
    """The layers of one block of a Llama; the activation is of its gate."""

    attention_norm: Any
    query: Any
    key: Any
    value: Any
    rotation: Any
    attention_output: Any
    feedforward_norm: Any
    feedforward_gate: Any
    activation: Any
    feedforward_inner: Any
    feedforward_output: Any


def llama_block(block: keras.layers.Layer) -> LlamaBlock:
    attention = block._self_attention_layer
    return LlamaBlock(
        block._self_attention_layernorm,
        attention._query_dense,
        attention._key_dense,
        attention._value_dense,
        attention.rotary_embedding_layer,
        attention._output_dense,
        block._feedforward_layernorm,
        block._feedforward_gate_dense,
        block.activation,
        block._feedforward_intermediate_dense,
        block._feedforward_output_dense,
    )


def qwen3_attention_norms(block: keras.layers.Layer) -> tuple[keras.layers.Layer, keras.layers.Layer]:
    """Of the queries and of the keys; their epsilon is no argument of anything."""
    attention = block._self_attention_layer
    return attention._query_dense_layer_norm, attention._key_dense_layer_norm


FUSED = "fused_attention_op_available"


def modules_asking_for_fused_attention() -> tuple[Any, ...]:
    """Where it is, they have Keras's `dot_product_attention` do theirs, else they multiply by themselves.

    Each looks `FUSED` up at each call. Not Gemma 3's, which does something else with its mask then.
    """
    from keras_hub.src.models.llama import llama_attention
    from keras_hub.src.models.mistral import mistral_attention
    from keras_hub.src.models.qwen import qwen_attention
    from keras_hub.src.models.qwen3 import qwen3_attention
    from keras_hub.src.models.smollm3 import smollm3_layers

    return llama_attention, mistral_attention, qwen_attention, qwen3_attention, smollm3_layers
