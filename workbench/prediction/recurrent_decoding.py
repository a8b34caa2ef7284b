"""The LSTM read fast enough to answer every key: its state after each token of the text is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.prediction.decoding import RememberingDecoder, padded

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class RecurrentDecoder(RememberingDecoder):
    """Goes on from the state where a text parts from the one before it."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__(model)
        import tensorflow as tf

        from workbench.models.lstm import lstm_names

        network = model.network
        embedding, projection = network.get_layer("token_embedding"), network.get_layer("projection")
        lstms = [network.get_layer(name) for name in lstm_names(model.config.get("num_hidden_layers", 1))]
        units = lstms[0].units
        self._states = np.zeros((1, 2 * len(lstms), units), np.float32)  # before the text and after each of its tokens

        @tf.function(
            autograph=False,
            input_signature=[
                tf.TensorSpec([None, None], tf.int32),
                tf.TensorSpec([None], tf.int32),
                tf.TensorSpec([2 * len(lstms), units], tf.float32),
            ],
        )
        def read(tokens: Any, last: Any, state: Any) -> Any:
            rows = tf.shape(tokens)[0]
            inputs = tf.transpose(embedding(tokens), [1, 0, 2])
            state = tf.cast(tf.repeat(state[:, None], rows, axis=1), inputs.dtype)

            def step(before: Any, x: Any) -> Any:
                after = []
                for index, lstm in enumerate(lstms):
                    x, states = lstm.cell(x, [before[2 * index], before[2 * index + 1]], training=False)
                    after += states
                return tf.stack(after)

            states = tf.scan(step, inputs, initializer=state)  # [length, state and memory of each layer, rows, units]
            ends = tf.gather(tf.transpose(states[:, -2], [1, 0, 2]), last, batch_dims=1)
            logits = embedding(projection(ends), reverse=True)
            return tf.cast(logits, tf.float32), tf.cast(states[:, :, 0], tf.float32)

        self._read = read

    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        rows, last = padded([tokens])
        logits, states = self._read(rows, last, self._states[known])
        self._states = np.concatenate([self._states[: known + 1], states.numpy()])
        return logits.numpy()[0]  # type: ignore[no-any-return]

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        rows, last = padded(continuations)
        logits, _ = self._read(rows, last, self._states[-1])
        return logits.numpy()  # type: ignore[no-any-return]
