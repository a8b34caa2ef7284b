"""Building the network that a configuration describes, with random weights or those of its folder."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.models.families.registry import family_of
from workbench.models.sources.registry import source_of

if TYPE_CHECKING:
    import keras

# Initialisers without a seed of their own draw from Python's, which is every thread's.
_DRAWING = threading.Lock()


def random_network(config: dict[str, Any], seed: int) -> keras.Model:
    """The network with weights drawn from `seed`."""
    import keras

    with _DRAWING:
        keras.utils.set_random_seed(seed)
        return family_of(config).build(config)


def pretrained_network(config: dict[str, Any], folder: Path) -> keras.Model:
    """The network with the weights in `folder`.

    Raises ValueError, KeyError, OSError, or safetensors' own error, where they are not whole or another network's.
    """
    network = random_network(config, seed=0)
    source_of(folder).fill(network, folder, family_of(config))
    return network
