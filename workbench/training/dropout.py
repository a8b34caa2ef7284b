"""The dropout of a network: its rate, and random numbers that are a function of the seed and the step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.models.keras_internals import layers_within, set_attention_dropout

if TYPE_CHECKING:
    import keras


class Dropout:
    """All dropout layers of a network."""

    def __init__(self, network: keras.Model, rate: float) -> None:
        """Set the rate; attention keeps a number of its own that decides which kernel it uses."""
        import keras

        layers = list(layers_within(network))
        for layer in layers:
            if isinstance(layer, keras.layers.Dropout):
                layer.rate = rate
            elif isinstance(layer, keras.layers.MultiHeadAttention):
                set_attention_dropout(layer, rate)
        dropping = [layer for layer in layers if isinstance(layer, keras.layers.Dropout)]
        self._generators = [
            layer.seed_generator for layer in dropping if getattr(layer, "seed_generator", None) is not None
        ]

    def begin(self, seed: Any, number: Any) -> None:
        """Draw what comes next from these two, so that nothing else is needed to go on at any step."""
        import tensorflow as tf

        for index, generator in enumerate(self._generators):
            state = tf.stack([seed + index, number])
            generator.state.assign(tf.cast(state, generator.state.dtype))
