"""The fast LSTM is Keras's LSTM: the same values, and the same gradients of everything that learns."""

from __future__ import annotations

import numpy as np

from tests.engine import keras, tf
from workbench.models.recurrence import FastLSTM

UNITS, SHAPE = 5, (3, 7, 4)  # batch, length, size


def pair() -> tuple[FastLSTM, keras.layers.LSTM, tf.Tensor]:
    draw = np.random.default_rng(0)
    inputs = tf.constant(draw.normal(size=SHAPE), tf.float32)
    ours, theirs = FastLSTM(UNITS), keras.layers.LSTM(UNITS, return_sequences=True)
    ours(inputs), theirs(inputs)
    for mine, other in zip(ours.trainable_variables, theirs.trainable_variables, strict=True):
        mine.assign(draw.normal(size=mine.shape))
        other.assign(mine)
    return ours, theirs, inputs


def gradients(layer: keras.layers.LSTM, inputs: tf.Tensor) -> list[np.ndarray]:
    weight = tf.constant(np.random.default_rng(1).normal(size=(*SHAPE[:2], UNITS)), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        total = tf.reduce_sum(weight * layer(inputs, training=True))
    found = tape.gradient(total, [inputs, *(variable.value for variable in layer.trainable_variables)])
    return [total.numpy(), *(gradient.numpy() for gradient in found)]


def test_values_and_gradients_are_those_of_keras() -> None:
    ours, theirs, inputs = pair()
    for mine, other in zip(gradients(ours, inputs), gradients(theirs, inputs), strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-4, atol=1e-5)


def test_dropped_weights_are_those_between_the_states_and_dropped_only_while_learning() -> None:
    ours, theirs, inputs = pair()
    ours.weight_dropout.rate = 0.5
    np.testing.assert_allclose(ours(inputs), theirs(inputs), rtol=1e-4, atol=1e-5)
    learning = np.asarray(ours(inputs, training=True))
    assert not np.allclose(learning, theirs(inputs), atol=1e-3)
    # Before there is a state, there is nothing that the matrix between the states could drop.
    np.testing.assert_allclose(learning[:, 0], np.asarray(theirs(inputs))[:, 0], rtol=1e-4, atol=1e-5)
