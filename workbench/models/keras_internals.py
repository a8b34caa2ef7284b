"""What is asked of Keras beyond what it promises: a new release may drop any of it, and then only this changes.

`training/muon.py` overrides private methods of `keras.optimizers.Muon` besides, which cannot be done from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras


def layers_within(network: keras.Model) -> Iterable[keras.layers.Layer]:
    """The network and all layers in it, those inside layers too; `layers` has the outermost alone."""
    return network._flatten_layers()  # type: ignore[no-any-return]


def set_attention_dropout(layer: keras.layers.MultiHeadAttention, rate: float) -> None:
    """Beside its dropout layer it keeps the number, which decides which kernel it uses."""
    layer._dropout = rate


def rename(variable: keras.Variable, path: str) -> None:
    variable._path = path


def backend_functions() -> tuple[Any, Any]:
    """The modules `numpy` and `nn` of the backend, in which Keras looks its functions up at each call."""
    from keras.src import backend

    return backend.numpy, backend.nn


def hidden_states(network: keras.Model) -> Any:
    """What the network's last operation is given, [batch, length, size]: of a language model, before its vocabulary.

    A tensor of the network's own graph, from which another head can go on.
    """
    operation, node, _ = network.output._keras_history
    return operation._inbound_nodes[node].input_tensors[0]
