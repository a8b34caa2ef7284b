"""The recurrent model of words (see models/lstm.py), which is this program's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from workbench.messages.message import message
from workbench.models.families.family import Config, Decoding, Family, OtherSettingsError
from workbench.models.families.shapes import RecurrentShape
from workbench.models.families.tensors import check_finite
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.values.network_kind import NetworkKind

if TYPE_CHECKING:
    import keras


class WordLstm(Family):
    model_type = "word-lstm"
    title = "LSTM of words"
    kind = NetworkKind.LSTM
    decoding = Decoding.RECURRENT
    in_transformers = False
    used = ("vocab_size", "embedding_size", "hidden_size", "num_hidden_layers", "dropout", "max_position_embeddings")
    needed = ("vocab_size", "embedding_size", "hidden_size", "dropout", "max_position_embeddings")

    def completed(self, config: Config) -> Config:
        return config

    def build(self, config: Config) -> keras.Model:
        from workbench.models.lstm import build_lstm

        return build_lstm(config, config["dropout"])

    def plain(self, network: keras.Model, config: Config) -> keras.Model:
        """Without what makes it learn faster here."""
        from workbench.models.lstm import build_lstm

        plain = build_lstm(config, dropout=None)
        self.fill(plain, self.tensors(network))
        return plain

    def learnt_tokenizer(self, texts: Iterable[str], vocabulary: int) -> Tokenizer:
        return Tokenizer.of_words(texts, vocabulary)

    def fill(self, network: keras.Model, tensors: Mapping[str, np.ndarray]) -> None:
        left = {*tensors} - {_name(variable) for variable in network.weights}
        if left:
            raise OtherSettingsError(message("model.has_tensor", tensor=min(left)))
        for variable in network.weights:
            name = _name(variable)
            variable.assign(check_finite(name, tensors[name].astype(np.float32)))

    def tensors(self, network: keras.Model) -> dict[str, np.ndarray]:
        return {_name(variable): np.asarray(variable) for variable in network.weights}

    def shape(self, config: Config) -> RecurrentShape:
        return RecurrentShape(config["hidden_size"] * _layers(config), config["embedding_size"], config["vocab_size"])

    def layer_sizes(self, config: Config) -> list[int]:
        vocabulary, embedding, hidden = config["vocab_size"], config["embedding_size"], config["hidden_size"]
        inputs = [embedding, *[hidden] * (_layers(config) - 1)]
        lstms = [4 * hidden * (size + hidden + 1) for size in inputs]
        return [vocabulary * embedding, *lstms, (hidden + 1) * embedding]

    def layer_numbers(self, paths: Iterable[str]) -> dict[str, int]:
        """Each LSTM is a layer, and the projection with what else follows."""
        from workbench.models.lstm import lstm_names

        of_paths = {path: path.split("/")[0] for path in paths}
        lstms = lstm_names(len({layer for layer in of_paths.values() if layer.startswith("lstm")}))
        order = {layer: number for number, layer in enumerate(["token_embedding", *lstms])}
        return {path: order.get(layer, len(order)) for path, layer in of_paths.items()}


def _layers(config: Config) -> int:
    return int(config.get("num_hidden_layers", 1))


def _name(variable: keras.Variable) -> str:
    """One that is the same each time: of the layers inside a layer, Keras numbers those it has named before."""
    return f"{variable.path.split('/')[0]}/{variable.name}"


FAMILY = WordLstm()
