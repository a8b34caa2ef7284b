"""What is asked of Keras beyond what it promises: a new release may drop any of it, and then only this changes.

`training/muon.py` and `training/adam.py` override private methods of Keras's optimizers besides, which cannot be done
from here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras

_NAMES = "object_name_uids"


def layers_within(network: keras.Model) -> Iterable[keras.layers.Layer]:
    """The network and all layers in it, those inside layers too; `layers` has the outermost alone."""
    return network._flatten_layers()  # type: ignore[no-any-return]


def set_attention_dropout(layer: keras.layers.MultiHeadAttention, rate: float) -> None:
    """Beside its dropout layer it keeps the number, which decides which kernel it uses."""
    layer._dropout = rate


@contextmanager
def named_anew() -> Iterator[None]:
    """What is built meanwhile has the names that it would have if nothing had been built before it in the process.

    Keras counts the names of a thread. What is built on it afterwards has none of these names.
    """
    from keras.src.backend.common import global_state

    before = global_state.get_global_attribute(_NAMES, defaultdict(int), set_to_default=True)
    made: defaultdict[str, int] = defaultdict(int)
    global_state.set_global_attribute(_NAMES, made)
    try:
        yield
    finally:
        for name, times in made.items():
            before[name] = max(before[name], times)
        global_state.set_global_attribute(_NAMES, before)


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
