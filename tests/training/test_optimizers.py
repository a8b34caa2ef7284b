"""Optimizers against their published formulas in NumPy, on a matrix and a bias."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.engine import keras
from workbench.training.counting import counted
from workbench.training.optimizers import make_optimizer
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Optimizer

RATE, DECAY = 0.01, 0.1
Formula = Callable[[np.ndarray, list[np.ndarray], float], np.ndarray]


def sgd(weights: np.ndarray, gradients: list[np.ndarray], decay: float) -> np.ndarray:
    for gradient in gradients:
        weights = weights - RATE * decay * weights - RATE * gradient
    return weights


def nesterov(weights: np.ndarray, gradients: list[np.ndarray], decay: float) -> np.ndarray:
    velocity = np.zeros_like(weights)
    for gradient in gradients:
        weights = weights - RATE * decay * weights
        velocity = 0.9 * velocity - RATE * gradient
        weights = weights + 0.9 * velocity - RATE * gradient
    return weights


def adamw(weights: np.ndarray, gradients: list[np.ndarray], decay: float) -> np.ndarray:
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step, gradient in enumerate(gradients, start=1):
        weights = weights - RATE * decay * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        unbiased = first / (1 - 0.9**step), second / (1 - 0.999**step)
        weights = weights - RATE * unbiased[0] / (np.sqrt(unbiased[1]) + 1e-7)
    return weights


def adam(weights: np.ndarray, gradients: list[np.ndarray], _decay: float) -> np.ndarray:
    return adamw(weights, gradients, 0.0)


def lion(weights: np.ndarray, gradients: list[np.ndarray], decay: float) -> np.ndarray:
    momentum = np.zeros_like(weights)
    for gradient in gradients:
        weights = weights - RATE * decay * weights - RATE * np.sign(0.9 * momentum + 0.1 * gradient)
        momentum = 0.99 * momentum + 0.01 * gradient
    return weights


FORMULAS: dict[Optimizer, Formula] = {
    Optimizer.SGD: sgd, Optimizer.SGD_MOMENTUM: nesterov, Optimizer.ADAM: adam, Optimizer.ADAMW: adamw,
    Optimizer.LION: lion,
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMULAS)
def test_steps_follow_the_formula_and_biases_do_not_decay(kind: Optimizer) -> None:
    draw = np.random.default_rng(0)
    starts = {"kernel": draw.normal(size=(3, 4)), "bias": draw.normal(size=4)}
    gradients = {name: [draw.normal(size=start.shape) for _ in range(5)] for name, start in starts.items()}
    variables = [keras.Variable(start, name=name, dtype="float32") for name, start in starts.items()]
    settings = FineTuning(optimizer=kind, learning_rate=RATE, weight_decay=DECAY)
    optimizer = make_optimizer(settings, variables)
    for step in range(5):
        optimizer.apply([np.float32(gradients[name][step]) for name in starts], variables)
    for (name, start), variable in zip(starts.items(), variables, strict=True):
        expected = FORMULAS[kind](start, gradients[name], DECAY if name == "kernel" else 0.0)
        assert np.asarray(variable) == pytest.approx(expected, abs=1e-5), name


@pytest.mark.parametrize(("kind", "name"), [(Optimizer.ADAM, "Adam"), (Optimizer.ADAMW, "AdamW")])
def test_adam_moves_everything_to_the_bit_where_keras_moves_it(kind: Optimizer, name: str) -> None:
    settings = FineTuning(optimizer=kind, learning_rate=RATE, weight_decay=DECAY)
    decay = {"weight_decay": DECAY} if kind is Optimizer.ADAMW else {}
    draw = np.random.default_rng(2)
    gradients = draw.normal(size=(4, 3, 5)).astype(np.float32)
    ends = []
    for make in (make_optimizer, lambda *_: getattr(keras.optimizers, name)(RATE, **decay)):
        kernel = keras.Variable(np.ones((3, 5), np.float32), name="kernel")
        optimizer = make(settings, [kernel])
        for gradient in gradients:
            optimizer.apply([keras.ops.convert_to_tensor(gradient)], [kernel])
        ends.append([np.asarray(each) for each in (kernel, *optimizer.variables)])
    for ours, theirs in zip(*ends, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("kind", Optimizer)
def test_every_optimizer_descends_and_leaves_an_unneeded_bias_alone(kind: Optimizer) -> None:
    draw = np.random.default_rng(1)
    kernel = keras.Variable(draw.normal(size=(8, 8)), name="kernel", dtype="float32")
    bias = keras.Variable(np.ones(8), name="bias", dtype="float32")
    optimizer = make_optimizer(FineTuning(optimizer=kind, learning_rate=0.05), [kernel, bias])
    before = float(np.square(np.asarray(kernel)).sum())
    for _ in range(40):
        optimizer.apply([2 * np.asarray(kernel), np.zeros(8, np.float32)], [kernel, bias])
    assert float(np.square(np.asarray(kernel)).sum()) < 0.9 * before
    assert np.asarray(bias) == pytest.approx(np.ones(8))


@pytest.mark.parametrize("kind", Optimizer)
def test_what_joins_late_moves_as_if_the_run_had_begun_then(kind: Optimizer) -> None:
    draw = np.random.default_rng(4)
    shapes = {"kernel": (4, 6), "gamma": (5,)}
    gradients = [{name: np.float32(draw.normal(size=shape)) for name, shape in shapes.items()} for _ in range(4)]
    nothing = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    settings = FineTuning(optimizer=kind, learning_rate=RATE, weight_decay=0.0)

    def ends_with(waits: int) -> list[np.ndarray]:
        variables = [keras.Variable(np.ones(shape, np.float32), name=name) for name, shape in shapes.items()]
        optimizer = make_optimizer(settings, variables)
        for step, found in enumerate([nothing] * waits + gradients, start=1):
            with counted(optimizer, [max(1, step - waits)] * 2):
                optimizer.apply([keras.ops.convert_to_tensor(found[name]) for name in shapes], variables)
        return [np.asarray(variable) for variable in variables]

    for late, early in zip(ends_with(waits=20), ends_with(waits=0), strict=True):
        np.testing.assert_array_equal(late, early)


def test_muon_makes_moves_orthogonal_also_where_heads_lie_apart() -> None:
    """Nearly all singular values of a move are about rate · 0.2 · √(longer side), however unlike the gradient's."""
    draw = np.random.default_rng(3)
    shapes = {"attention_output/kernel": (4, 16, 64), "query/kernel": (64, 4, 16), "dense/kernel": (64, 128)}
    variables = [keras.Variable(np.zeros(shape, np.float32), name="kernel") for shape in shapes.values()]
    for variable, path in zip(variables, shapes, strict=True):
        variable._path = path
    settings = FineTuning().with_settings({"optimizer": "muon", "learning_rate": RATE, "weight_decay": 0})
    optimizer = make_optimizer(settings, variables)
    gradients = [draw.normal(size=shape) * 10.0 ** draw.uniform(-1, 1, shape[-1]) for shape in shapes.values()]
    optimizer.apply([keras.ops.convert_to_tensor(gradient, "float32") for gradient in gradients], variables)
    for variable, rows in zip(variables, (64, 64, 64), strict=True):
        move = np.asarray(variable).reshape(rows, -1)
        values = np.linalg.svd(move, compute_uv=False) / (0.2 * RATE * np.sqrt(max(move.shape)))
        assert values.max() < 1.3
        assert np.quantile(values, 0.1) > 0.5


def test_muon_leaves_what_is_no_matrix_to_adamw() -> None:
    gain = keras.Variable(np.ones(8, np.float32), name="gamma")
    settings = FineTuning().with_settings({"optimizer": "muon", "learning_rate": RATE, "weight_decay": 0})
    gradient = np.linspace(-3, 3, 8, dtype=np.float32)
    make_optimizer(settings, [gain]).apply([keras.ops.convert_to_tensor(gradient)], [gain])
    np.testing.assert_allclose(np.asarray(gain), 1 - RATE * np.sign(gradient), rtol=1e-4)


@pytest.mark.parametrize("kind", Optimizer)
def test_at_a_rate_of_nothing_not_a_bit_moves(kind: Optimizer) -> None:
    draw = np.random.default_rng(0)
    start = draw.normal(size=(3, 4)).astype(np.float32)
    variable = keras.Variable(start, name="kernel")
    optimizer = make_optimizer(FineTuning(optimizer=kind, learning_rate=RATE, weight_decay=DECAY), [variable])
    optimizer.learning_rate.assign(0.0)
    optimizer.apply([keras.ops.convert_to_tensor(draw.normal(size=start.shape).astype(np.float32))], [variable])
    assert np.asarray(variable).tobytes() == start.tobytes()
