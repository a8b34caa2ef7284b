"""Llama and SmolLM2 read fast enough to answer every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.keras_hub_internals import llama_block
from workbench.prediction.decoding import Writer
from workbench.prediction.llama_writing import LlamaWriter
from workbench.prediction.shared_past import SharedPastDecoder, attend

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class LlamaDecoder(SharedPastDecoder):
    def __init__(self, model: LanguageModel) -> None:
        backbone = model.network.backbone
        width = backbone.hidden_dim // backbone.num_query_heads
        super().__init__(model, lambda *rows: _layers(backbone, *rows), backbone.num_key_value_heads, width)

    def _writer_after(self, past: np.ndarray) -> Writer:
        return LlamaWriter(self._backbone, past, self._room)


def _layers(backbone: Any, tokens: Any, past: Any) -> tuple[Any, Any]:
    import tensorflow as tf

    x, text = backbone.token_embedding(tokens), tf.shape(past)[2]
    made = []
    for number, layer in enumerate(backbone.transformer_layers):
        block = llama_block(layer)
        normal = block.attention_norm(x)
        # A key is kept as it was turned to its place.
        query, key = (block.rotation(each(normal), start_index=text) for each in (block.query, block.key))
        value = block.value(normal)
        made.append(tf.stack([key, value]))
        x += block.attention_output(attend(query, key, value, past[number]))
        normal = block.feedforward_norm(x)
        gate = block.activation(block.feedforward_gate(normal))
        x += block.feedforward_output(block.feedforward_inner(normal) * gate)
    return backbone.layer_norm(x), tf.stack(made)
