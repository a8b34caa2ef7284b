"""What the tasks of labels put on a language model in place of its vocabulary, and what it is fed with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.models.keras_internals import hidden_states
from workbench.tasks.logits import surprises
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Pooling

if TYPE_CHECKING:
    import keras

HEAD = "labels"  # the name of its layer
DEVIATION = 0.02  # of the weights that a head begins with, as GPT-2's are: its first answers are all about alike
LABELS, TOKENS = "labels", "tokens"  # the outputs of a head with the language model beside it


def head_layers(network: keras.Model, name: str = HEAD) -> list[keras.layers.Layer]:
    """Those of a head: of its features and, where it has one, of each token."""
    names = {layer.name for layer in network.layers}
    return [network.get_layer(each) for each in (name, f"{name}_{TOKENS}") if each in names]


def class_head(
    network: keras.Model, classes: int, settings: FineTuning, name: str = HEAD
) -> keras.Model:  # fmt: skip
    """{"token_ids", "padding_mask"} → logits [batch, classes]; with the language model beside it, those of both.

    On the last state alone it is the one that `transformers` has for every family, which has no bias.
    """
    hidden, mask, pooling = hidden_states(network), network.input["padding_mask"], settings.pooling
    beside = None
    if pooling.for_method(settings.method) is Pooling.WORDS:
        beside = _told_by_tokens(network, classes, f"{name}_{TOKENS}")
    has_bias = pooling is not Pooling.LAST
    return _with_head(network, pooled(hidden, mask, pooling), classes, settings, has_bias, name, beside)


def word_head(network: keras.Model, tags: int, settings: FineTuning, name: str = HEAD) -> keras.Model:
    """The same for each token: logits [batch, length, tags]."""
    return _with_head(network, hidden_states(network), tags, settings, has_bias=True, name=name)


def pooled(hidden: Any, mask: Any, pooling: Pooling) -> Any:
    """[batch, length, size] → [batch, size], or three times as large where the mean and the maximum stand beside."""
    from keras import ops

    is_text = ops.cast(mask, hidden.dtype)[..., None]
    length = ops.maximum(ops.sum(is_text, 1), 1.0)
    # The place of the last token as a mask: gathering it would not be differentiated as fast.
    place = ops.cast(ops.equal(ops.cumsum(is_text, 1), length[:, None]), hidden.dtype) * is_text
    last = ops.sum(hidden * place, 1)
    if pooling is Pooling.LAST:
        return last
    mean = ops.sum(hidden * is_text, 1) / length
    return ops.concatenate([last, mean, ops.max(hidden - 1e4 * (1.0 - is_text), 1)], -1)


def fed(rows: Any) -> Any:
    """What a network is called with for rows of tokens, negative where they are padded."""
    import tensorflow as tf

    return {"token_ids": tf.maximum(rows, 0), "padding_mask": tf.cast(rows >= 0, tf.int32)}


def token_loss(outputs: Any, targets: Any) -> Any:
    """The mean cross-entropy (nats) over the places at which something is to be told: those of targets not below 0."""
    import tensorflow as tf

    counted = tf.cast(targets >= 0, tf.float32)
    losses = surprises(outputs, tf.maximum(targets, 0))
    return tf.reduce_sum(losses * counted) / tf.maximum(tf.reduce_sum(counted), 1.0)


def _told_by_tokens(network: keras.Model, classes: int, name: str) -> Any:
    """The sum of what each token tells by itself, [batch, classes]; it begins with nothing."""
    import keras
    from keras import ops

    vocabulary = int(network.output.shape[-1])
    told = keras.layers.Embedding(vocabulary, classes, embeddings_initializer="zeros", name=name)
    each = told(network.input["token_ids"])
    return ops.sum(each * ops.cast(network.input["padding_mask"], each.dtype)[..., None], 1)


def _with_head(
    network: keras.Model, features: Any, outputs: int, settings: FineTuning, has_bias: bool, name: str,
    beside: Any = None,
) -> keras.Model:  # fmt: skip
    import keras

    draw = keras.initializers.RandomNormal(stddev=DEVIATION, seed=settings.seed)
    # Its rate is set with that of all others; see training/dropout.py.
    dropped = keras.layers.Dropout(0.1, seed=settings.seed, name=f"{name}_dropout")(features)
    logits = keras.layers.Dense(outputs, use_bias=has_bias, kernel_initializer=draw, name=name)(dropped)
    logits = logits if beside is None else logits + beside
    if settings.language_model:
        return keras.Model(network.input, {LABELS: logits, TOKENS: network.output})
    return keras.Model(network.input, logits)
