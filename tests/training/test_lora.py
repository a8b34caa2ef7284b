"""LoRA against its equation: what it adds, what rests, and what its gradients are."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_families import CONFIGS, write
from tests.tiny_models import learner
from workbench.models.catalogue import find_model, read_config
from workbench.models.language_model import LanguageModel, load, open_architecture, read_tokenizer
from workbench.models.networks import random_network
from workbench.models.sizes import learning_parameters
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.tasks.task import Batch
from workbench.training.learner import Learner
from workbench.training.lora import Lora
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import LoraTargets, Method

LORA = FineTuning(method=Method.LORA, lora_rank=1, lora_alpha=3, learning_rate=0.02, batch_size=2, context_length=16)
FAMILIES = ("gpt2", *CONFIGS)
TOKENS = np.random.default_rng(3).integers(3, 300, 200).astype(np.int32)
BATCH = Batch(*(TOKENS[:34].reshape(2, 17)[:, part] for part in (slice(-1), slice(1, None))))
# The layers that stand for each matrix, family by family: GPT-2 and Llama's kin, Gemma 3, SmolLM3.
LAYERS = {
    "query": {"query", "q_proj"}, "key": {"key", "k_proj"}, "value": {"value", "v_proj"},
    "output": {"attention_output", "o_proj"}, "gate": {"feedforward_gate_dense", "ffw_gating", "gate_proj"},
    "up": {"feedforward_intermediate_dense", "ffw_gating_2", "up_proj"},
    "down": {"feedforward_output_dense", "ffw_linear", "down_proj"},
}  # fmt: skip
Network = Callable[[str], LanguageModel]


@pytest.fixture(scope="module")
def network(tiny_gpt2: Path, tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Of each family one of a single block, built once and given its random weights again each time."""

    @cache
    def built(family: str) -> tuple[LanguageModel, list[np.ndarray]]:
        place = tmp_path_factory.mktemp("lora")
        folder = tiny_gpt2 if family == "gpt2" else write(place / family, family, blocks=1)
        config = read_config(folder)
        model = LanguageModel(random_network(config, seed=0), read_tokenizer(folder, config), config)
        return model, model.network.get_weights()

    def opened(family: str) -> LanguageModel:
        model, weights = built(family)
        model.network.set_weights(weights)
        return model

    return opened


def values(model: LanguageModel) -> dict[str, np.ndarray]:
    return {variable.path: np.asarray(variable).copy() for variable in model.network.weights}


def as_matrix(path: str, kernel: np.ndarray) -> np.ndarray:
    """Inputs down, outputs across."""
    if path.startswith("decoder_block") and path.split("/")[-2] in ("query", "key", "value"):
        return np.concatenate(list(kernel), axis=-1)  # Gemma's heads, one beside the other
    if path.split("/")[-2] in LAYERS["output"]:
        return kernel.reshape(-1, kernel.shape[-1])
    return kernel.reshape(kernel.shape[0], -1)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_change_of_each_matrix_has_the_rank_and_all_else_rests(network: Network, family: str) -> None:
    draw = np.random.default_rng(0)
    for targets in LoraTargets:
        model = network(family)
        before = values(model)
        lora = Lora(model.network, model.family, LORA.with_settings({"lora_targets": targets, "lora_rank": 3}))
        for variable in lora.variables:
            variable.assign(draw.normal(size=variable.shape))
        lora.merge()
        after = values(model)
        changed = {path for path, value in after.items() if not np.array_equal(value, before[path])}
        wanted = set().union(*(LAYERS[matrix] for matrix in targets.matrices))
        assert changed == {path for path in before if path.endswith("/kernel") and path.split("/")[-2] in wanted}
        assert changed, "it stands beside something"
        for path in changed:
            assert np.linalg.matrix_rank(as_matrix(path, after[path] - before[path]), tol=1e-3) == 3, (targets, path)


def test_a_matrix_of_gpt2_small_gets_6144_numbers_at_rank_4(tiny_gpt2: Path) -> None:
    config = json.loads((tiny_gpt2 / "config.json").read_text()) | {"n_embd": 768, "n_head": 12, "n_layer": 12}
    assert learning_parameters(config, LORA.with_settings({"lora_rank": 4})) == 12 * 2 * 6144


@pytest.mark.parametrize("family", ["gpt2", "gemma3", "smollm3"])  # of each way that kernels lie
def test_gradients_of_the_pairs_are_the_slopes_of_the_loss(network: Network, family: str) -> None:
    """Against the difference that a small move along each gradient makes to the loss, in the network as it stands."""
    import tensorflow as tf

    model, draw = network(family), np.random.default_rng(0)
    lora = Lora(model.network, model.family, LORA.with_settings({"lora_targets": "all", "lora_rank": 2}))
    for variable in lora.variables:
        variable.assign(draw.normal(0, 0.1, variable.shape))
    lora.merge()

    @tf.function(autograph=False)
    def loss() -> tf.Tensor:
        inputs, targets = TOKENS[None, :16], TOKENS[None, 1:17]
        logits = model.network({"token_ids": inputs, "padding_mask": np.ones_like(inputs)})
        return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits))

    with tf.GradientTape() as tape:
        here = loss()
    gradients = lora.gradients(tape.gradient(here, lora.felt))
    for variable, gradient in zip(lora.variables, gradients, strict=True):
        middle, slope = np.asarray(variable).copy(), np.asarray(gradient)
        step = 0.02 / np.linalg.norm(slope) * slope
        around = []
        for side in (1, -1):
            variable.assign(middle + side * step)
            lora.merge()
            around.append(float(loss()))
        variable.assign(middle)
        lora.merge()
        expected = 2 * float((slope * step).sum())
        assert around[0] - around[1] == pytest.approx(expected, rel=0.02, abs=2e-5), variable.name


@pytest.mark.parametrize("biases", [False, True])
def test_steps_are_those_of_gradient_descent_on_the_two_factors(tiny_gpt2: Path, biases: bool) -> None:
    """dA = alpha / r · dW Bᵀ and dB = alpha / r · Aᵀ dW, dW being what full fine-tuning would feel."""
    settings = LORA.with_settings(
        {"optimizer": "sgd", "weight_decay": 0, "clip_norm": 1e6, "lora_biases": biases, "precision": "float32"}
    )
    path = "transformer_layer_0/self_attention/query/kernel"
    learning = Learner(load(find_model(str(tiny_gpt2))), settings, NEXT_WORD)
    lora = learning.learning.beside
    assert isinstance(lora, Lora)
    pair = next(pair for pair in lora.pairs if pair.kernel.path == path)
    start, a, b = (np.asarray(each).astype(float).copy() for each in (pair.start, pair.a, pair.b))
    assert a.std() == pytest.approx(1 / np.sqrt(len(a)), rel=0.6) and not b.any()
    before = values(learning.model)
    for number in (1, 2):
        slope = felt_by_full_fine_tuning(tiny_gpt2, values(learning.model), settings, path)
        a, b = a - 0.02 * 3 * slope @ b.T, b - 0.02 * 3 * a.T @ slope
        learning.step(BATCH, 0.02, 0, number)
        assert np.asarray(pair.a) == pytest.approx(a, abs=1e-6)
        assert np.asarray(pair.b) == pytest.approx(b, abs=1e-6)
    merged = as_matrix(path, np.asarray(pair.kernel))
    assert merged == pytest.approx(as_matrix(path, start) + 3 * a @ b, abs=1e-6)
    after = values(learning.model)
    changed = {path.split("/", 1)[1] for path in before if not np.array_equal(before[path], after[path])}
    kinds = ("kernel", "bias") if biases else ("kernel",)
    assert changed == {f"self_attention/{matrix}/{kind}" for matrix in ("query", "value") for kind in kinds}


def felt_by_full_fine_tuning(
    folder: Path, weights: dict[str, np.ndarray], settings: FineTuning, path: str
) -> np.ndarray:
    """The gradient of one kernel as a matrix: what a step of plain gradient descent at a rate of 1 takes away."""
    full = learner(load(find_model(str(folder))), settings.with_settings({"method": "full", "lora_biases": False}))
    for variable in full.model.network.weights:
        variable.assign(weights[variable.path])
    full.step(BATCH, 1.0, 0, 1)
    return as_matrix(path, weights[path].astype(float) - values(full.model)[path])


def test_the_same_seed_draws_the_same_matrices_and_another_one_others(tiny_gpt2: Path) -> None:
    def drawn(seed: int) -> np.ndarray:
        model = open_architecture(tiny_gpt2)
        return np.asarray(Lora(model.network, model.family, LORA.with_settings({"seed": seed})).pairs[0].a)

    assert np.array_equal(drawn(1), drawn(1)) and not np.array_equal(drawn(1), drawn(2))
