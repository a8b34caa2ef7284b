"""What a fine-tuning leaves to the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tiny_families import write
from workbench.costs.settling import settle, unsettle
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Optimizer, Pooling

STARTER = find_model("starter-en")


def rate(model: str, **settings: object) -> float:
    return settle(FineTuning().with_settings(settings), find_model(model)).learning_rate


def test_a_rate_of_ones_own_stays_and_none_becomes_the_models() -> None:
    assert settle(FineTuning(learning_rate=3e-5), STARTER).learning_rate == 3e-5
    assert rate("starter-en") == 5e-4


def test_random_weights_are_moved_further_than_pretrained_ones() -> None:
    assert rate("scratch:starter-en") > rate("starter-en")
    assert rate("scratch:lstm-words") > rate("starter-en")


def test_a_model_that_has_learnt_in_a_run_counts_as_pretrained() -> None:
    scratch = find_model("scratch:starter-en")
    assert settle(FineTuning(), scratch, continued=True) == settle(FineTuning(), STARTER)


def test_a_larger_model_is_moved_less() -> None:
    larger = replace(STARTER, parameters=15 * STARTER.parameters)
    assert settle(FineTuning(), larger).learning_rate < settle(FineTuning(), STARTER).learning_rate


def test_sgd_takes_larger_steps() -> None:
    assert rate("starter-en", optimizer=Optimizer.SGD) > 10 * rate("starter-en")
    assert rate("starter-en", optimizer=Optimizer.LION) < rate("starter-en")
    assert rate("starter-en", method=Method.LORA) > rate("starter-en")


def test_the_context_is_no_longer_than_the_model_sees() -> None:
    assert settle(FineTuning(context_length=4096), STARTER).context_length == STARTER.context_length
    assert settle(FineTuning(context_length=64), STARTER).context_length == 64


def test_gradual_unfreezing_comes_with_rates_that_fall_from_layer_to_layer() -> None:
    gradual = FineTuning(method=Method.GRADUAL_UNFREEZING)
    assert settle(gradual, STARTER).layer_decay == 2.6
    assert settle(FineTuning(), STARTER).layer_decay == 1
    assert settle(gradual.with_settings({"layer_decay": 1.5}), STARTER).layer_decay == 1.5


def test_a_method_that_the_model_cannot_do_is_refused() -> None:
    with pytest.raises(KnownError, match="does not work with Word-level LSTM"):
        settle(FineTuning(method=Method.LORA), find_model("scratch:lstm-words"))


def test_a_method_of_older_runs_is_refused() -> None:
    with pytest.raises(KnownError, match="as an older version had it"):
        settle(FineTuning(method=Method.LORA_BY_HEAD), STARTER)


def test_a_run_stores_no_dropout_where_the_network_has_none(tmp_path: Path) -> None:
    dropped = FineTuning(dropout=0.1)
    assert settle(dropped, STARTER).dropout == 0.1
    assert settle(dropped, find_model(str(write(tmp_path, "smollm3")))).dropout == 0


def test_a_head_that_learns_alone_tells_by_tokens_too_and_the_next_method_by_what_suits_it() -> None:
    alone = settle(FineTuning(method=Method.HEAD), STARTER)
    assert alone.pooling is Pooling.WORDS and settle(FineTuning(), STARTER).pooling is Pooling.CONCAT
    assert settle(FineTuning(method=Method.HEAD, pooling=Pooling.LAST), STARTER).pooling is Pooling.LAST
    left = unsettle(alone, STARTER).with_settings({"method": Method.FULL})
    assert settle(left, STARTER).pooling is Pooling.CONCAT
