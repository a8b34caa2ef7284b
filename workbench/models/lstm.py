"""The recurrent model: word vocabulary → embedding → one or more LSTMs → dense softmax.

The softmax is full, so that its perplexity is exact and can be compared with a Transformer's; with the few
thousand words of a person's text it costs less than the LSTM. Its matrix is the embedding's (Press & Wolf,
Using the Output Embedding to Improve Language Models, 2017), which halves the weights to be learnt from little
text; a projection brings the LSTM's larger state back to the embedding's size.

Dropout is that of Merity et al., Regularizing and Optimizing LSTM Language Models, 2018: the same places all along a
passage (Gal & Ghahramani, A Theoretically Grounded Application of Dropout in Recurrent Neural Networks, 2016) between
the layers, and DropConnect on the matrices between the states.
"""

from __future__ import annotations

from typing import Any

import keras

from workbench.models.recurrence import FastLSTM


def build_lstm(config: dict[str, Any], dropout: float | None) -> keras.Model:
    """Token numbers [batch, length] → logits [batch, length, vocabulary]; the padding mask is ignored.

    The inputs are those of a keras_hub network, so that training and evaluation need not know which one they have.
    Without `dropout` (None, not 0) the same function comes from layers of Keras alone, as other programs can have it.
    """

    def dropped(values: Any, name: str) -> Any:
        return values if dropout is None else keras.layers.SpatialDropout1D(dropout, name=name)(values)

    tokens = keras.Input((None,), dtype="int32", name="token_ids")
    mask = keras.Input((None,), dtype="int32", name="padding_mask")
    # A small start keeps the first softmax near uniform, as GPT-2's does.
    initializer = keras.initializers.RandomNormal(stddev=0.02)
    embedding = keras.layers.ReversibleEmbedding(
        config["vocab_size"], config["embedding_size"], embeddings_initializer=initializer, name="token_embedding"
    )
    hidden: Any = dropped(embedding(tokens), "embedding_dropout")
    for name in lstm_names(config.get("num_hidden_layers", 1)):
        units = config["hidden_size"]
        if dropout is None:
            hidden = keras.layers.LSTM(units, return_sequences=True, name=name)(hidden)
        else:
            hidden = FastLSTM(units, dropout, name=name)(hidden)
        hidden = dropped(hidden, f"{name}_dropout")
    hidden = keras.layers.Dense(config["embedding_size"], name="projection")(hidden)
    logits = embedding(hidden, reverse=True)
    return keras.Model({"token_ids": tokens, "padding_mask": mask}, logits, name="word_lstm")


def lstm_names(layers: int) -> list[str]:
    """Of the LSTM layers, from the embedding up."""
    return ["lstm", *(f"lstm_{index}" for index in range(1, layers))]
