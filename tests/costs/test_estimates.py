"""What a card says that a model takes is what it then takes."""

from __future__ import annotations

import pytest

from workbench.costs.fit import BATCHES, METHODS, WINDOW_BYTES, Speed, assumed_speed, estimate
from workbench.costs.settling import settle
from workbench.costs.step_cost import step_bytes
from workbench.models.catalogue import find_model
from workbench.models.families.registry import family_of
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.presets import PRESETS

# Bytes of a process that has no window, which
#     python -m tests.benchmarks.estimates starter-en --set batch_size=4 --rounds 0 --json
# has measured. It takes half a minute: to be done again where the memory of a step is meant to change.
TO_PREDICT, TO_TRAIN = 744_300_544, 1_554_001_920
MARGIN = 0.25


def test_memory_is_within_a_quarter_of_what_was_measured() -> None:
    card = find_model("starter-en")
    said = estimate(card, settle(FineTuning(batch_size=4), card), 0)
    assert said.bytes_to_predict - WINDOW_BYTES == pytest.approx(TO_PREDICT, rel=MARGIN)
    assert said.memory_bytes - WINDOW_BYTES == pytest.approx(TO_TRAIN, rel=MARGIN)


def test_a_faster_computer_takes_less_time_and_the_same_memory() -> None:
    card, speed = find_model("starter-en"), assumed_speed()
    slow = estimate(card, PRESETS["balanced"], 0, speed=speed)
    fast = estimate(card, PRESETS["balanced"], 0, speed=Speed(2 * speed.float32, 0.0, 2 * speed.elements))
    assert fast.seconds_per_1000_tokens == pytest.approx(slow.seconds_per_1000_tokens / 2)
    assert fast.seconds_to_read_1000_tokens < fast.seconds_per_1000_tokens
    assert fast.memory_bytes == slow.memory_bytes and slow.is_measured


def test_every_card_says_the_memory_of_each_method_and_batch() -> None:
    needs = estimate(find_model("starter-en"), PRESETS["balanced"], 0).needs
    assert [(need.method, need.batch_size) for need in needs] == [(m, b) for m in METHODS for b in BATCHES]
    taken = {(need.method, need.batch_size): need.memory_bytes for need in needs}
    for method in METHODS:
        assert taken[method, 1] < taken[method, 8] < taken[method, 32]
    for batch in BATCHES:
        assert taken[Method.LAST_LAYERS, batch] < taken[Method.FULL, batch] > taken[Method.LORA, batch]
    said = estimate(find_model("starter-en"), PRESETS["balanced"], 0)
    times = {need.method: need.seconds_per_1000_tokens for need in said.needs if need.batch_size == 8}
    assert times[Method.FULL] == pytest.approx(said.seconds_per_1000_tokens)  # whose batch is of 8
    assert times[Method.LAST_LAYERS] < times[Method.LORA] < times[Method.FULL]
    recurrent = estimate(find_model("scratch:lstm-words"), PRESETS["balanced"], 0).needs
    assert Method.LORA not in {need.method for need in recurrent}


def test_what_a_step_was_seen_to_take_is_believed() -> None:
    card = find_model("starter-en")
    seen, counted = (estimate(card, FineTuning(), 0, measured) for measured in (10**9, None))
    assert seen.memory_bytes - counted.memory_bytes == 10**9 - (counted.memory_bytes - 1_000_000_000)


def test_a_large_vocabulary_takes_blocks_and_not_the_logits_of_a_batch() -> None:
    config = {
        "model_type": "llama", "vocab_size": 49_152, "hidden_size": 576, "intermediate_size": 1536,
        "num_hidden_layers": 1, "num_attention_heads": 9, "num_key_value_heads": 3, "tie_word_embeddings": True,
    }  # fmt: skip
    once = 4 * 49_152 * 256 * 30  # bytes of the logits of the batches' difference

    def difference(**settings: str) -> int:
        of_one = FineTuning(context_length=256).with_settings(settings)
        small, large = (
            step_bytes(family_of(config).completed(config), of_one.with_settings({"batch_size": batch}), 49_152)
            for batch in (2, 32)
        )
        return large - small

    assert difference(method="lora") < once
    # A matrix that learns needs the probability of each answer, in the numbers that products read.
    halves = [difference(precision=precision) for precision in ("bfloat16", "float32")]
    assert halves[1] - halves[0] == pytest.approx(once / 2)
