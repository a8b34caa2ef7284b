"""What a card says that a model takes is what it then takes: the bundled model, in a process as the program is one."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.places import ROOT
from workbench.costs.fit import BATCHES, METHODS, Speed, assumed_speed, estimate
from workbench.models.catalogue import find_model
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.presets import PRESETS

MARGIN = 0.25


@pytest.mark.engine
def test_memory_is_within_a_quarter_of_what_is_measured() -> None:
    # As people run it: with every core, and compiled for speed.
    tests_own = ("XLA_FLAGS", "TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS")
    environment = {name: value for name, value in os.environ.items() if name not in tests_own}
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.estimates",
        "starter-en",
        "--set",
        "batch_size=4",
        "--rounds",
        "0",
        "--json",
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout.splitlines()[-1])
    assert set(figures) == {"bytes to predict", "bytes to train"}
    # How long it takes is for the benchmark: no time is asserted, since a computer may have more to do.
    for name in ("bytes to predict", "bytes to train"):
        estimated, measured = figures[name]
        assert estimated == pytest.approx(measured, rel=MARGIN), name


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
    recurrent = estimate(find_model("scratch:lstm-words"), PRESETS["balanced"], 0).needs
    assert Method.LORA not in {need.method for need in recurrent}


def test_what_a_step_was_seen_to_take_is_believed() -> None:
    card = find_model("starter-en")
    seen, counted = (estimate(card, FineTuning(), 0, measured) for measured in (10**9, None))
    assert seen.memory_bytes - counted.memory_bytes == 10**9 - (counted.memory_bytes - 1_000_000_000)
