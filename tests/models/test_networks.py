"""Building networks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_families import CONFIGS
from workbench.ground.resources import resource
from workbench.models.catalogue import read_config
from workbench.models.language_model import import_libraries
from workbench.models.networks import empty_network, random_network


def test_what_is_drawn_is_the_same_while_others_are_built_without_drawing(tiny_gpt2: Path) -> None:
    import_libraries()
    config = read_config(tiny_gpt2)

    def drawn() -> list[np.ndarray]:
        return [np.asarray(weight) for weight in random_network(config, seed=3).weights]

    alone = drawn()
    assert any(weight.std() > 0 for weight in alone)
    with ThreadPoolExecutor(4) as threads:
        building = [threads.submit(task) for task in (lambda: empty_network(config), drawn) * 4]
        beside = [each.result() for each in building[1::2]]
    for found in (*beside, drawn()):
        assert all(np.array_equal(mine, other) for mine, other in zip(found, alone, strict=True))


def test_what_tensorflow_has_prepared_is_kept_where_a_network_is_built(tiny_gpt2: Path) -> None:
    """It forgets how each operation and function is run wherever its own random numbers begin anew."""
    import_libraries()
    import tensorflow as tf

    def numbers(between: Callable[[], object]) -> list[float]:
        tf.random.set_seed(7)
        first = float(tf.random.uniform([]))
        between()
        return [first, float(tf.random.uniform([]))]

    config = read_config(tiny_gpt2)
    assert numbers(lambda: random_network(config, seed=3)) == numbers(lambda: None)


@pytest.mark.parametrize("family", ["gpt2", "llama", "an LSTM"])
def test_where_weights_are_read_none_are_drawn(family: str, tiny_gpt2: Path) -> None:
    """Orthogonal matrices, which an LSTM begins with, take longer to draw than its weights to read."""
    import_libraries()
    words = read_config(resource("models") / "lstm-words") | {"vocab_size": 12, "hidden_size": 4}
    config = {"gpt2": read_config(tiny_gpt2), "llama": CONFIGS["llama"], "an LSTM": words}[family]
    empty, drawn = (
        [np.asarray(weight) for weight in network.trainable_weights if len(weight.shape) > 1]
        for network in (empty_network(config), random_network(config, seed=0))
    )
    assert not any(weight.any() for weight in empty) and any(weight.any() for weight in drawn)
