"""Methods of transfer: which weights move, and by how much, against what can be computed by hand."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiny_models import learner, tale
from workbench.corpora.encoding import EncodedCorpus
from workbench.ground.resources import resource
from workbench.models.catalogue import find_model, read_config
from workbench.models.language_model import LanguageModel, load
from workbench.models.sizes import learning_parameters
from workbench.training import checkpoint
from workbench.training.events import Event, StepMeasured
from workbench.training.layers import layer_numbers, own_steps, prepare, rate_multipliers
from workbench.training.loop import fine_tune
from workbench.training.schedule import CALIBRATION_STEPS
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Optimizer, Schedule

PLAIN = FineTuning(
    steps=6, batch_size=4, context_length=16, optimizer=Optimizer.SGD, learning_rate=0.1, schedule=Schedule.CONSTANT,
    warmup=0.0, weight_decay=0.0, clip_norm=1e6, validate_every=3, seed=7,
)  # fmt: skip
UNFREEZING = {
    "method": "gradual_unfreezing", "unfreeze_over": 0.5, "optimizer": "adamw", "weight_decay": 0.1, "layer_decay": 1.0
}  # fmt: skip
Weights = dict[str, np.ndarray]


@pytest.fixture
def new_model(two_layers: Path) -> Callable[[], LanguageModel]:
    return lambda: load(find_model(str(two_layers)))


@pytest.fixture
def one_layer(tiny_gpt2: Path) -> Callable[[], LanguageModel]:
    """For what has nothing to do with how many there are: a second one takes as long to compile as the first."""
    return lambda: load(find_model(str(tiny_gpt2)))


@pytest.fixture
def lstm(tmp_path: Path) -> LanguageModel:
    config = read_config(resource("models") / "lstm-words") | {"num_hidden_layers": 2, "hidden_size": 32}
    (tmp_path / "config.json").write_text(json.dumps(config))
    return load(find_model(f"scratch:{tmp_path}"), training_text=[tale(20)])


@pytest.fixture(scope="module")
def corpus(two_layers: Path) -> EncodedCorpus:
    tokenizer = load(find_model(str(two_layers))).tokenizer
    return EncodedCorpus(*(tokenizer.encode(tale(size, seed)) for seed, size in enumerate((60, 10, 10))))


def values(model: LanguageModel) -> Weights:
    return {variable.path: np.asarray(variable).copy() for variable in model.network.weights}


def numbers_of(model: LanguageModel) -> dict[str, int]:
    return layer_numbers(model.network, model.family)


def felt(weights: Weights) -> set[str]:
    return {path for path in weights if not path.endswith("key/bias")}


def moved(before: Weights, after: Weights) -> set[str]:
    """What changed; the keys' biases, which no softmax over the keys can feel, are left out."""
    return {path for path in felt(before) if not np.array_equal(before[path], after[path])}


def learn(model: LanguageModel, corpus: EncodedCorpus, settings: FineTuning, steps: int = 1) -> list[Weights]:
    """The weights after each step, beginning with those before the first."""
    learning = learner(model, settings)
    history = [values(learning.model)]
    if settings.pull:
        learning.anchor_to([np.asarray(variable).copy() for variable in learning.variables])
    for number in range(1, steps + 1):
        learning.learn(learning.dataset(corpus), number, total_steps=9)
        history.append(values(learning.model))
    return history


def test_layers_are_counted_from_the_embeddings_up(new_model: Callable[[], LanguageModel], lstm: LanguageModel) -> None:
    numbers = numbers_of(new_model())
    assert {path for path, number in numbers.items() if number == 0} == {
        "token_embedding/embeddings", "position_embedding/embeddings"
    }  # fmt: skip
    assert all(number == 1 for path, number in numbers.items() if path.startswith("transformer_layer_0"))
    assert numbers["transformer_layer_1/self_attention/query/kernel"] == numbers["layer_norm/gamma"] == 2
    recurrent = {path.split("/")[0]: number for path, number in numbers_of(lstm).items()}
    assert recurrent == {"token_embedding": 0, "lstm": 1, "lstm_1": 2, "projection": 3}


@pytest.mark.parametrize(
    "settings",
    [
        {"method": "full"},
        {"method": "full", "freeze_embeddings": True},
        {"method": "last_layers", "layers": 1},
        {"method": "last_layers", "layers": 99},
        {"method": "gradual_unfreezing"},
        {"method": "lora", "lora_rank": 3},
        {"method": "lora", "lora_targets": "all", "lora_biases": True},
    ],
    ids=str,
)
def test_as_many_weights_learn_as_the_window_says(
    new_model: Callable[[], LanguageModel], lstm: LanguageModel, settings: dict[str, object]
) -> None:
    fine_tuning = FineTuning().with_settings(settings)
    for model in (new_model(), lstm):
        if model is lstm and fine_tuning.method is Method.LORA:
            continue
        counted = sum(
            int(np.prod(variable.shape)) for variable in prepare(model.network, model.family, fine_tuning).variables
        )
        assert learning_parameters(model.config, fine_tuning) == counted


def test_only_the_last_layers_move(new_model: Callable[[], LanguageModel], corpus: EncodedCorpus) -> None:
    settings = PLAIN.with_settings({"method": "last_layers", "layers": 1})
    before, after = learn(new_model(), corpus, settings)
    assert moved(before, after) == {
        path for path in felt(before) if path.startswith(("transformer_layer_1", "layer_norm"))
    }


def test_frozen_embeddings_stay(one_layer: Callable[[], LanguageModel], corpus: EncodedCorpus) -> None:
    before, after = learn(one_layer(), corpus, PLAIN.with_settings({"freeze_embeddings": True}))
    assert moved(before, after) == {path for path in felt(before) if "embedding" not in path}


def test_each_layer_moves_by_its_own_rate(new_model: Callable[[], LanguageModel], corpus: EncodedCorpus) -> None:
    """ULMFiT, section 3.2: η of layer l - 1 is η of layer l divided by 2.6."""
    numbers = numbers_of(new_model())
    before, alike = learn(new_model(), corpus, PLAIN)
    _, graded = learn(new_model(), corpus, PLAIN.with_settings({"layer_decay": 2.6}))
    for path, number in numbers.items():
        expected = (alike[path] - before[path]) / 2.6 ** (2 - number)
        assert graded[path] - before[path] == pytest.approx(expected, abs=1e-6), path


def test_layers_unfreeze_from_the_top_down(new_model: Callable[[], LanguageModel], corpus: EncodedCorpus) -> None:
    settings = PLAIN.with_settings(UNFREEZING)
    numbers = numbers_of(new_model())
    history = learn(new_model(), corpus, settings, steps=6)  # of 9: the layers join after 0, 2.25 and 4.5 steps
    joined = [{numbers[path] for path in moved(earlier, later)} for earlier, later in itertools.pairwise(history)]
    assert joined == [{2}, {2}, {2, 1}, {2, 1}, {2, 1, 0}, {2, 1, 0}]


@given(st.floats(0, 1), st.integers(5, 60), st.integers(1, 5), st.booleans())
def test_each_layer_counts_every_step_that_it_makes_from_one(
    unfreeze_over: float, total: int, layers: int, in_minutes: bool
) -> None:
    budget: dict[str, object] = {"minutes": 1} if in_minutes else {"steps": total}
    settings = FineTuning().with_settings({"method": "gradual_unfreezing", "unfreeze_over": unfreeze_over, **budget})
    made = np.zeros(layers + 1, int)
    for step in range(1, total + 1):
        planned = 100_000 if in_minutes and step <= CALIBRATION_STEPS else total  # as training/loop.py finds it out
        moves = rate_multipliers(list(range(layers + 1)), settings, step, planned) > 0
        made += moves
        counted = own_steps(list(range(layers + 1)), settings, step, planned)
        assert (counted >= 1).all() and np.array_equal(counted[moves], made[moves])


def test_accumulated_batches_are_one_large_batch(one_layer: Callable[[], LanguageModel], corpus: EncodedCorpus) -> None:
    before, large = learn(one_layer(), corpus, PLAIN)
    _, accumulated = learn(one_layer(), corpus, PLAIN.with_settings({"batch_size": 1, "accumulate": 4}))
    for path in before:
        assert accumulated[path] == pytest.approx(large[path], abs=2e-6), path


@pytest.mark.parametrize("optimizer", [Optimizer.SGD, Optimizer.ADAMW])
def test_the_pull_draws_the_weights_back_to_their_start_whatever_the_optimizer(
    one_layer: Callable[[], LanguageModel], corpus: EncodedCorpus, optimizer: Optimizer
) -> None:
    """L2-SP, decoupled: the first step is the same, the second less by rate · pull · what the first moved.

    Neither clipping nor the optimizer's scaling of moves touches it.
    """
    settings = PLAIN.with_settings({"optimizer": optimizer, "clip_norm": 0.01})
    start, first, second = learn(one_layer(), corpus, settings, steps=2)
    _, first_pulled, pulled = learn(one_layer(), corpus, settings.with_settings({"pull": 0.5}), steps=2)
    for path in start:
        assert first_pulled[path] == pytest.approx(first[path], abs=1e-6)
        expected = second[path] - 0.1 * 0.5 * (first[path] - start[path])
        assert pulled[path] == pytest.approx(expected, abs=1e-6), path


def test_the_pull_is_not_in_the_gradient_that_is_measured(
    one_layer: Callable[[], LanguageModel], corpus: EncodedCorpus
) -> None:
    norms = []
    for pull in (0.0, 0.5):
        learning = learner(one_layer(), PLAIN.with_settings({"clip_norm": 0.01, "pull": pull}))
        if pull:
            learning.anchor_to([np.asarray(variable) + 1 for variable in learning.variables])
        norms.append(learning.learn(learning.dataset(corpus), 1, total_steps=9)[1])
    assert norms[0] == norms[1]


def test_with_lora_the_pull_draws_what_was_added_back_to_nothing(
    one_layer: Callable[[], LanguageModel], corpus: EncodedCorpus
) -> None:
    settings = PLAIN.with_settings({"method": "lora", "optimizer": "adamw"})

    def added(pull: float) -> float:
        start, *_, last = learn(one_layer(), corpus, settings.with_settings({"pull": pull}), steps=6)
        return sum(float(np.square(last[path] - start[path]).sum()) for path in start)

    assert 0 < added(5.0) < 0.7 * added(0.0)


def test_a_layer_that_joins_late_is_moved_by_an_adamw_that_begins_then(
    new_model: Callable[[], LanguageModel], corpus: EncodedCorpus
) -> None:
    """In NumPy, epsilon where Kingma & Ba have it at the end of section 2.

    The gradients are what plain descent at a rate of 1 takes away.
    """
    settings = PLAIN.with_settings({**UNFREEZING, "learning_rate": 1e-3})
    rate, joins = 1e-3, {2: 0, 1: 2, 0: 4}  # of 9 steps: after 0, 2.25 and 4.5
    plain, learning = learner(new_model(), PLAIN), learner(new_model(), settings)
    model = learning.model
    numbers, weights = numbers_of(model), values(model)
    moments = {path: (np.zeros(value.shape), np.zeros(value.shape)) for path, value in weights.items()}
    for number in range(1, 9):
        for variable in plain.model.network.weights:
            variable.assign(weights[variable.path])
        plain.step(plain.dataset(corpus).batch(7, number), 1.0, 7, number)
        after = values(plain.model)
        learning.learn(learning.dataset(corpus), number, total_steps=9)
        found = values(model)
        for path, weight in weights.items():
            own = number - joins[numbers[path]]
            if own < 1:
                assert np.array_equal(found[path], weight), path
                continue
            gradient = weight.astype(float) - after[path]
            first, second = moments[path]
            first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
            moments[path] = first, second
            step = np.sqrt(1 - 0.999**own) / (1 - 0.9**own) * first / (np.sqrt(second) + 1e-7)
            decay = 0.1 if path.endswith(("kernel", "embeddings")) else 0.0
            off = np.abs(found[path] - (weight - rate * decay * weight - rate * step)) / rate
            felt = np.abs(gradient) > 1e-4  # one of nearly nothing is lost in the weight that it was taken from
            assert not felt.any() or np.quantile(off[felt], 0.99) < 0.01, (path, number)
        weights = found


def losses(events: list[Event]) -> list[float]:
    return [event.loss for event in events if isinstance(event, StepMeasured)]


def test_lora_learns_beside_the_weights_and_is_merged_when_saved(
    one_layer: Callable[[], LanguageModel], corpus: EncodedCorpus, tmp_path: Path
) -> None:
    settings = PLAIN.with_settings({"method": "lora", "lora_rank": 2, "optimizer": "adamw", "learning_rate": 0.02})
    learning, plain = learner(one_layer(), settings), one_layer()
    model, before = learning.model, values(plain)
    list(fine_tune(learning, corpus, tmp_path))
    checkpoint.load_weights(checkpoint.checkpoint_folder(tmp_path, 6), plain.network)
    changed = moved(before, values(plain))
    assert {path.rsplit("/", 2)[1] for path in changed} == {"query", "value"}
    tokens = {"token_ids": corpus.test[None, :16], "padding_mask": np.ones((1, 16), np.int32)}
    merged, beside = (np.asarray(found.network(tokens)) for found in (plain, model))
    assert merged == pytest.approx(beside, abs=1e-4)
    assert merged != pytest.approx(np.asarray(one_layer().network(tokens)), abs=1e-2)


@pytest.mark.parametrize(
    "method",
    [
        {"method": "lora", "lora_targets": "all", "lora_biases": True, "pull": 0.1},
        {"method": "gradual_unfreezing", "pull": 0.1, "accumulate": 2},
    ],
    ids=str,
)
def test_every_method_continues_with_the_same_bits(
    new_model: Callable[[], LanguageModel], corpus: EncodedCorpus, tmp_path: Path, method: dict[str, object]
) -> None:
    settings = PLAIN.with_settings({"optimizer": "adamw", "learning_rate": 0.01, "dropout": 0.1, **method})
    whole = learner(new_model(), settings)
    expected, ended = losses(list(fine_tune(whole, corpus, tmp_path / "whole"))), values(whole.model)
    stopped = fine_tune(learner(new_model(), settings), corpus, tmp_path / "stopped")
    for event in stopped:
        if isinstance(event, StepMeasured) and event.step == 4:
            stopped.close()
    resumed = learner(new_model(), settings)
    saved = checkpoint.checkpoint_folder(tmp_path / "stopped", 3)
    assert losses(list(fine_tune(resumed, corpus, tmp_path / "stopped", start=saved))) == expected[3:]
    assert moved(ended, values(resumed.model)) == set()
