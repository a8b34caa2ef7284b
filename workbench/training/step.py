"""One step of learning, compiled by XLA into a single program: gather the batch, loss, gradients, clip, move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.fine_tuning import FineTuning, Optimizer

if TYPE_CHECKING:
    import keras

SGD_MOMENTUM = 0.9


def make_optimizer(fine_tuning: FineTuning, network: keras.Model) -> keras.optimizers.Optimizer:
    """AdamW or Nesterov SGD with decoupled weight decay that leaves biases and norms alone; its slots are built."""
    import keras

    optimizer: keras.optimizers.Optimizer
    if fine_tuning.optimizer is Optimizer.ADAMW:
        optimizer = keras.optimizers.AdamW(fine_tuning.learning_rate, weight_decay=fine_tuning.weight_decay)
    else:
        optimizer = keras.optimizers.SGD(
            fine_tuning.learning_rate, SGD_MOMENTUM, nesterov=True, weight_decay=fine_tuning.weight_decay
        )
    optimizer.exclude_from_weight_decay(
        [v for v in network.trainable_variables if v.path.rsplit("/", 1)[-1] in ("bias", "gamma", "beta")]
    )
    optimizer.build(network.trainable_variables)
    return optimizer


class TrainingStep:
    """Calling it learns from one batch of `tokens`, a whole encoded training text.

    The text goes to the device once; a call passes only where its passages begin. Random numbers (dropout) are a
    function of the seed and the step, so that nothing but the step's number is needed to continue a run.
    """

    def __init__(
        self, network: keras.Model, optimizer: keras.optimizers.Optimizer, tokens: np.ndarray, fine_tuning: FineTuning
    ) -> None:
        import keras
        import tensorflow as tf

        _set_dropout(network, fine_tuning.dropout)
        generators = [
            layer.seed_generator for layer in network._flatten_layers() if isinstance(layer, keras.layers.Dropout)
            and getattr(layer, "seed_generator", None) is not None
        ]  # fmt: skip
        length = fine_tuning.context_length
        text = tf.constant(np.asarray(tokens, dtype=np.int32))
        smoothing = fine_tuning.label_smoothing

        def loss_of(inputs: Any, targets: Any) -> Any:
            logits = network({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}, training=True)
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits))
            if not smoothing:
                return loss, loss
            # The smoothed target is (1 - s) one-hot + s uniform (Szegedy et al., 2016); what is measured stays plain.
            uniform = tf.reduce_mean(tf.reduce_logsumexp(logits, -1) - tf.reduce_mean(logits, -1))
            return (1 - smoothing) * loss + smoothing * uniform, loss

        @tf.function(jit_compile=True, autograph=False)
        def step(offsets: Any, rate: Any, number: Any) -> Any:
            for index, generator in enumerate(generators):
                key = tf.cast(fine_tuning.seed + index, generator.state.dtype)
                generator.state.assign(tf.stack([key, tf.cast(number, generator.state.dtype)]))
            optimizer.learning_rate.assign(rate)
            passages = tf.gather(text, offsets[:, None] + tf.range(length + 1)[None, :])
            with tf.GradientTape() as tape:
                objective, loss = loss_of(passages[:, :-1], passages[:, 1:])
            gradients = tape.gradient(objective, network.trainable_variables)
            gradients, norm = tf.clip_by_global_norm(gradients, fine_tuning.clip_norm)
            optimizer.apply(gradients, network.trainable_variables)
            return loss, norm

        self._step = step
        self._tf = tf

    def __call__(self, offsets: np.ndarray, learning_rate: float, number: int) -> tuple[float, float]:
        """Learn from the passages at `offsets` [batch]; returns the loss (nats per token) and the gradient's norm."""
        tf = self._tf
        loss, norm = self._step(
            tf.constant(offsets, tf.int32), tf.constant(learning_rate, tf.float32), tf.constant(number, tf.int64)
        )
        return float(loss), float(norm)


def _set_dropout(network: keras.Model, rate: float) -> None:
    """Set the rate of every dropout layer; attention keeps a number of its own that decides which kernel it uses."""
    import keras

    for layer in network._flatten_layers():
        if isinstance(layer, keras.layers.Dropout):
            layer.rate = rate
        elif isinstance(layer, keras.layers.MultiHeadAttention):
            layer._dropout = rate
