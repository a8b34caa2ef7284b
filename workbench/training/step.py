"""One step of learning, compiled by XLA into a single program: loss, gradients, clip, move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.keras_internals import layers_within, set_attention_dropout
from workbench.training.counting import counted, counting
from workbench.training.layers import Learning
from workbench.training.products import products_in
from workbench.values.fine_tuning import FineTuning, Method, Optimizer

if TYPE_CHECKING:
    import keras

SGD_MOMENTUM = 0.9


def make_optimizer(fine_tuning: FineTuning, variables: Sequence[keras.Variable]) -> keras.optimizers.Optimizer:
    """The optimizer for `variables`, its slots built; weight decay is decoupled and leaves biases and norms alone."""
    import keras

    rate, decay = fine_tuning.learning_rate, {"weight_decay": fine_tuning.weight_decay}
    kinds = keras.optimizers
    optimizer: keras.optimizers.Optimizer
    match fine_tuning.optimizer:
        case Optimizer.ADAMW:
            optimizer = counting(kinds.AdamW)(rate, **decay)
        case Optimizer.ADAM:
            optimizer = counting(kinds.Adam)(rate)  # as it was published: without decay
        case Optimizer.SGD:
            optimizer = counting(kinds.SGD)(rate, **decay)
        case Optimizer.SGD_MOMENTUM:
            optimizer = counting(kinds.SGD)(rate, SGD_MOMENTUM, nesterov=True, **decay)
        case Optimizer.ADAFACTOR:
            # A move is the rate times the size of the weights (section 8); the rate is the schedule's own, but never
            # more than 1 / √step, which Keras takes from the paper: rates that suit are far below for 10,000 steps.
            optimizer = counting(kinds.Adafactor)(rate, relative_step=False, **decay)
        case Optimizer.LION:
            optimizer = counting(kinds.Lion)(rate, **decay)
        case Optimizer.MUON:
            from workbench.training.muon import Muon

            optimizer = counting(Muon)(rate, fine_tuning.weight_decay, fine_tuning.precision)
    optimizer.exclude_from_weight_decay(
        [v for v in variables if v.path.rsplit("/", 1)[-1] in ("bias", "gamma", "beta", "scale")]
    )
    optimizer.build(list(variables))
    return optimizer


class TrainingStep:
    """Calling it learns from one batch of passages.

    Random numbers (dropout) are a function of the seed, the step and the micro-batch, so that nothing but the step's
    number is needed to go on. Neither the text nor the seed is part of the compiled program, so that it serves another
    run of the same shape.
    """

    def __init__(
        self,
        network: keras.Model,
        learning: Learning,
        optimizer: keras.optimizers.Optimizer,
        fine_tuning: FineTuning,
        *,
        varies: bool = False,
    ) -> None:
        """Where the share of the rate `varies` between what is `learning`, a call says it for each variable."""
        import keras
        import tensorflow as tf

        variables, lora = learning.variables, learning.lora
        unfreezes = fine_tuning.method is Method.GRADUAL_UNFREEZING
        _set_dropout(network, fine_tuning.dropout)
        generators = [
            layer.seed_generator for layer in layers_within(network) if isinstance(layer, keras.layers.Dropout)
            and getattr(layer, "seed_generator", None) is not None
        ]  # fmt: skip
        accumulate, smoothing = fine_tuning.accumulate, fine_tuning.label_smoothing
        # Variables rather than constants, which would be copied into the compiled program.
        anchors = [tf.Variable(tf.zeros(v.shape), trainable=False) for v in variables] if fine_tuning.pull else []

        def loss_of(inputs: Any, targets: Any) -> Any:
            with products_in(fine_tuning.precision):
                logits = network({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}, training=True)
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits))
            if not smoothing:
                return loss, loss
            # The smoothed target is (1 - s) one-hot + s uniform (Szegedy et al., 2016); what is measured stays plain.
            uniform = tf.reduce_mean(tf.reduce_logsumexp(logits, -1) - tf.reduce_mean(logits, -1))
            return (1 - smoothing) * loss + smoothing * uniform, loss

        def gradients_of(passages: Any, seed: Any, number: Any) -> Any:
            for index, generator in enumerate(generators):
                state = tf.stack([seed + index, number])
                generator.state.assign(tf.cast(state, generator.state.dtype))
            with tf.GradientTape() as tape:
                objective, loss = loss_of(passages[:, :-1], passages[:, 1:])
            # An embedding's gradient may come as rows; all that follows wants it whole.
            found = [tf.convert_to_tensor(gradient) for gradient in tape.gradient(objective, learning.felt)]
            return [loss, *(lora.gradients(found) if lora else found)]

        def accumulated(passages: Any, seed: Any, number: Any) -> Any:
            """The means over all micro-batches, one after the other in a loop, so that memory holds only one."""
            if accumulate == 1:
                return gradients_of(passages, seed, number)
            micro = tf.reshape(passages, [accumulate, -1, passages.shape[-1]])

            def add(index: Any, *sums: Any) -> Any:
                found = gradients_of(micro[index], seed, number * accumulate + tf.cast(index, number.dtype))
                return [index + 1, *(total + new for total, new in zip(sums, found, strict=True))]

            zeros = [tf.zeros([]), *(tf.zeros(variable.shape) for variable in variables)]
            sums = tf.while_loop(lambda index, *_: index < accumulate, add, [tf.constant(0), *zeros])
            return [total / accumulate for total in sums[1:]]

        @tf.function(jit_compile=True, autograph=False)
        def step(passages: Any, rate: Any, seed: Any, number: Any, shares: Any, own_steps: Any) -> Any:
            optimizer.learning_rate.assign(rate)
            loss, *gradients = accumulated(passages, seed, number)
            if varies:  # what is frozen must not count in the norm, nor leave a trace in the optimizer
                gradients = [g * tf.cast(shares[index] > 0, g.dtype) for index, g in enumerate(gradients)]
            gradients, norm = tf.clip_by_global_norm(gradients, fine_tuning.clip_norm)
            before = [tf.identity(variable.value) for variable in variables] if varies or anchors else []
            with counted(optimizer, own_steps if unfreezes else None):
                optimizer.apply(gradients, variables)
            for variable, value, start in zip(variables, before, anchors, strict=False):
                # The gradient of pull / 2 · ‖w - start‖² (Li et al., L2-SP, 2018) stays out of the optimizer, as the
                # gradient of weight decay does (Loshchilov & Hutter, 2019): what is clipped and scaled is the text's.
                variable.assign_sub(rate * fine_tuning.pull * (value - start))
            if varies:
                for index, (variable, value) in enumerate(zip(variables, before, strict=True)):
                    # Every optimizer's move, decay and pull included, is proportional to its rate.
                    variable.assign(value + shares[index] * (variable.value - value))
            if lora:
                lora.merge()
            return loss, norm

        self._step = step
        self._tf = tf
        self._anchors = anchors
        self._all = np.ones(len(variables), np.float32)

    def pull_to(self, values: Sequence[np.ndarray]) -> None:
        """Say where the variables began, if they are to be pulled back there."""
        for anchor, value in zip(self._anchors, values, strict=True):
            anchor.assign(value)

    def __call__(
        self,
        passages: np.ndarray,
        learning_rate: float,
        seed: int,
        number: int,
        shares: np.ndarray | None = None,
        own_steps: np.ndarray | None = None,
    ) -> tuple[float, float]:
        """Learn from `passages`, int32 [batch, length + 1]; returns the loss (nats per token) and the gradient's norm.

        `number` counts the steps from 1, and `own_steps` those of each variable.
        """
        tf = self._tf
        loss, norm = self._step(
            tf.constant(passages, tf.int32),
            tf.constant(learning_rate, tf.float32),
            tf.constant(seed, tf.int64),
            tf.constant(number, tf.int64),
            tf.constant(self._all if shares is None else shares, tf.float32),
            tf.constant(self._all if own_steps is None else own_steps, tf.int32),
        )
        return float(loss), float(norm)


def _set_dropout(network: keras.Model, rate: float) -> None:
    """Set the rate of every dropout layer; attention keeps a number of its own that decides which kernel it uses."""
    import keras

    for layer in layers_within(network):
        if isinstance(layer, keras.layers.Dropout):
            layer.rate = rate
        elif isinstance(layer, keras.layers.MultiHeadAttention):
            set_attention_dropout(layer, rate)
