"""The LSTM read fast enough to answer every key: its state after each token of the text is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.prediction.decoding import ROOM, end_of, padded, shared_length
from workbench.pretrained.lstm import lstm_names

if TYPE_CHECKING:
    from workbench.pretrained.language_model import LanguageModel


class RecurrentDecoder:
    """Goes on from the state where a text parts from the one before it."""

    def __init__(self, model: LanguageModel) -> None:
        import tensorflow as tf

        network = model.network
        embedding, projection = network.get_layer("token_embedding"), network.get_layer("projection")
        lstms = [network.get_layer(name) for name in lstm_names(model.config.get("num_hidden_layers", 1))]
        units = lstms[0].units
        self._room = model.context_length - ROOM
        self._tokens: list[int] = []
        self._ahead: np.ndarray | None = None  # the logits after them
        self._start = np.zeros((1, 2 * len(lstms), units), np.float32)
        self._states = self._start  # before the text and after each of its tokens

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

    def forget(self) -> None:
        self._tokens, self._ahead, self._states = [], None, self._start

    def start(self, tokens: Sequence[int]) -> np.ndarray:
        kept = end_of(tokens, self._room)
        if self._ahead is not None and kept == self._tokens:
            return self._ahead
        # The last token is read in any case, for its logits.
        shared = min(shared_length(self._tokens, kept), len(kept) - 1)
        rows, last = padded([kept[shared:]])
        logits, states = self._read(rows, last, self._states[shared])
        self._states = np.concatenate([self._states[: shared + 1], states.numpy()])
        self._tokens = kept
        self._ahead = ahead = logits.numpy()[0]
        return ahead  # type: ignore[no-any-return]

    def append(self, token: int) -> np.ndarray:
        return self.start([*self._tokens, token])

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        rows, last = padded(continuations)
        logits, _ = self._read(rows, last, self._states[-1])
        return logits.numpy()  # type: ignore[no-any-return]
