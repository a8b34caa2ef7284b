"""GPT-2 read fast enough to answer every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.keras_hub_internals import gpt2_block
from workbench.prediction.decoding import Writer
from workbench.prediction.gpt2_writing import Gpt2Writer
from workbench.prediction.shared_past import SharedPastDecoder, attend

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class Gpt2Decoder(SharedPastDecoder):
    def __init__(self, model: LanguageModel) -> None:
        backbone = model.network.backbone
        heads = backbone.num_heads
        super().__init__(model, lambda *rows: _layers(backbone, *rows), heads, backbone.hidden_dim // heads)

    def _writer_after(self, past: np.ndarray) -> Writer:
        return Gpt2Writer(self._backbone, past)


def _layers(backbone: Any, tokens: Any, past: Any) -> tuple[Any, Any]:
    import tensorflow as tf

    x = backbone.token_embedding(tokens)
    x += backbone.position_embedding(x, start_index=tf.shape(past)[2])
    made = []
    for number, layer in enumerate(backbone.transformer_layers):
        block = gpt2_block(layer)
        normal = block.attention_norm(x)
        key, value = block.key(normal), block.value(normal)
        made.append(tf.stack([key, value]))
        x += block.attention_output(attend(block.query(normal), key, value, past[number]))
        inner = block.feedforward_inner(block.feedforward_norm(x))
        x += block.feedforward_output(inner)
    return backbone.layer_norm(x), tf.stack(made)
