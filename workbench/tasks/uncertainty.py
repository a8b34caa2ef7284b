"""How much each of several losses counts, learnt beside them from how uncertain each task is.

Kendall, Gal & Cipolla, Multi-Task Learning Using Uncertainty to Weigh Losses, 2018, section 3.2: with s = log σ², a
task's loss L counts as exp(-s) · L + s / 2, which is smallest where exp(s) is 2 L.
"""

from __future__ import annotations

from typing import Any

# Times the rate of the run: at a rate that suits a network's weights, s would hardly move from its start in a run.
FASTER = 30.0


def log_variance(answer: Any, key: str) -> Any:
    """A tensor [1] of a network's graph that holds s of the part `key`, 0 at first; `answer` is what the part gives."""
    import keras

    @keras.saving.register_keras_serializable("workbench")
    class LogVariance(keras.layers.Layer):  # type: ignore[misc]
        def build(self, input_shape: Any) -> None:
            self.share = self.add_weight(shape=(1,), initializer="zeros", name="log_variance")

        def call(self, inputs: Any) -> Any:
            return FASTER * self.share.value

        def compute_output_shape(self, input_shape: Any) -> tuple[int]:
            return (1,)

    return LogVariance(name=f"{key}_uncertainty")(answer)


def weighed(loss: Any, s: Any) -> Any:
    """What is to become small of a loss in nats, with s as `log_variance` gives it."""
    import tensorflow as tf

    s = tf.reshape(s, [])
    return tf.exp(-s) * loss + s / 2
