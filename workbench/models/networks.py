"""Building the network that a configuration describes, with random weights or those of its folder."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.models.families.registry import family_of
from workbench.models.keras_internals import named_anew
from workbench.models.sources.registry import source_of

if TYPE_CHECKING:
    import keras

# Initialisers without a seed of their own draw from Python's, which is every thread's.
_DRAWING = threading.Lock()


def random_network(config: dict[str, Any], seed: int) -> keras.Model:
    """The network with weights drawn from `seed`."""
    with _DRAWING:
        return _built(config, seed)


def empty_network(config: dict[str, Any]) -> keras.Model:
    """The network with weights that are still to be filled."""
    with _DRAWING, _without_drawing():
        return _built(config, seed=0)


def pretrained_network(config: dict[str, Any], folder: Path) -> keras.Model:
    """The network with the weights in `folder`.

    Raises ValueError, KeyError, OSError, or safetensors' own error, where they are not whole or another network's.
    """
    network = empty_network(config)
    source_of(folder).fill(network, folder, family_of(config))
    return network


def _built(config: dict[str, Any], seed: int) -> keras.Model:
    # Keras draws from Python's numbers alone. To seed TensorFlow's as well has it forget how each operation and each
    # function is run, and find that out anew: as long again as building a small network, and longer for who is asked.
    random.seed(seed)
    with named_anew():  # else what is compiled of it would be another program each time
        return family_of(config).build(config)


@contextmanager
def _without_drawing() -> Iterator[None]:
    """Weights that are read right afterwards begin with zeros: drawing them takes a quarter of the time that building
    a small network takes, and most of a large one's. Every thread's do meanwhile: only while nobody else may draw."""
    import keras

    def zeros(_: Any, shape: Any, dtype: Any = None, **__: Any) -> Any:
        return keras.ops.zeros(shape, dtype)

    known = keras.initializers
    kinds = (
        known.RandomNormal, known.RandomUniform, known.TruncatedNormal, known.VarianceScaling, known.Orthogonal,
    )  # fmt: skip
    drawing = {kind: kind.__call__ for kind in kinds}  # the others are made from these
    for kind in drawing:
        kind.__call__ = zeros
    try:
        yield
    finally:
        for kind, draw in drawing.items():
            kind.__call__ = draw
