"""A network as other programs can have it: without what this one adds to make it learn faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.pretrained.networks import weight_name
from workbench.records import Family

if TYPE_CHECKING:
    import keras

    from workbench.pretrained.language_model import LanguageModel


def plain_network(model: LanguageModel) -> keras.Model:
    """The same function of {"token_ids", "padding_mask"} from layers of Keras and keras_hub alone."""
    if model.family is not Family.LSTM:
        return model.network
    import keras

    from workbench.pretrained.lstm import lstm_names

    network, config = model.network, model.config
    tokens = keras.Input((None,), dtype="int32", name="token_ids")
    mask = keras.Input((None,), dtype="int32", name="padding_mask")
    embedding = keras.layers.ReversibleEmbedding(config["vocab_size"], config["embedding_size"], name="token_embedding")
    hidden = embedding(tokens)
    for name in lstm_names(config.get("num_hidden_layers", 1)):
        hidden = keras.layers.LSTM(config["hidden_size"], return_sequences=True, name=name)(hidden)
    hidden = keras.layers.Dense(config["embedding_size"], name="projection")(hidden)
    plain = keras.Model({"token_ids": tokens, "padding_mask": mask}, embedding(hidden, reverse=True), name="word_lstm")
    weights = {weight_name(variable): variable for variable in network.weights}
    for variable in plain.weights:
        variable.assign(weights[weight_name(variable)])
    return plain
