"""A network as other programs can have it: without what this one adds to make it learn faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.models.networks import weight_name
from workbench.values.network_kind import NetworkKind

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel


def plain_network(model: LanguageModel) -> keras.Model:
    """The same function of {"token_ids", "padding_mask"} from layers of Keras and keras_hub alone."""
    if model.kind is not NetworkKind.LSTM:
        return model.network
    from workbench.models.lstm import build_lstm

    plain = build_lstm(model.config, dropout=None)
    weights = {weight_name(variable): variable for variable in model.network.weights}
    for variable in plain.weights:
        variable.assign(weights[weight_name(variable)])
    return plain
