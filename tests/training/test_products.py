"""Products in bfloat16 and attention in blocks, against the same network in plain float32."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from workbench.corpora.encoding import EncodedCorpus
from workbench.models.language_model import LanguageModel, import_libraries
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.products import causal_attention, products_in, suited_precision
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Precision
from workbench.values.network_kind import NetworkKind

CONFIG = {"model_type": "gpt2", "vocab_size": 320, "n_positions": 320, "n_embd": 64, "n_layer": 1, "n_head": 2}
LLAMA = {
    "model_type": "llama", "vocab_size": 320, "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 1,
    "num_attention_heads": 2, "num_key_value_heads": 1, "max_position_embeddings": 320, "tie_word_embeddings": True,
}  # fmt: skip
TOKENS = np.random.default_rng(0).integers(0, 320, (2, 257), np.int32)


@pytest.fixture(scope="module")
def network() -> Any:
    from workbench.models.networks import random_network

    import_libraries()
    network = random_network(CONFIG, seed=0)
    draw = np.random.default_rng(1)
    for weight in network.trainable_variables:
        weight.assign(weight.value + draw.normal(0, 0.1, weight.shape).astype(np.float32))
    return network


def loss_and_gradients(network: Any, precision: Precision | None, length: int = 256) -> tuple[float, list[np.ndarray]]:
    """Of the network in `precision`, or as Keras computes it."""
    import contextlib

    import tensorflow as tf

    variables = network.trainable_variables

    @tf.function(jit_compile=True, autograph=False)
    def compute(passages: Any) -> Any:
        inputs = passages[:, :-1]
        with tf.GradientTape() as tape:
            with products_in(precision) if precision else contextlib.nullcontext():
                logits = network({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)})
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(passages[:, 1:], logits)
            loss = tf.reduce_mean(losses)
        return loss, [tf.convert_to_tensor(found) for found in tape.gradient(loss, variables)]

    loss, gradients = compute(tf.constant(TOKENS[:, : length + 1]))
    return float(loss), [np.asarray(gradient) for gradient in gradients]


@pytest.fixture(scope="module")
def as_keras_computes_it(network: Any) -> tuple[float, list[np.ndarray]]:
    return loss_and_gradients(network, None)


@pytest.mark.parametrize(("precision", "tolerance"), [(Precision.FLOAT32, 2e-5), (Precision.BFLOAT16, 2e-2)])
def test_a_network_has_the_loss_and_gradients_that_keras_gives_it(
    network: Any, as_keras_computes_it: tuple[float, list[np.ndarray]], precision: Precision, tolerance: float
) -> None:
    expected, slopes = as_keras_computes_it
    found, gradients = loss_and_gradients(network, precision)
    assert found == pytest.approx(expected, abs=tolerance / 4)
    for variable, slope, gradient in zip(network.trainable_variables, slopes, gradients, strict=True):
        if variable.path.endswith("key/bias"):
            continue  # no softmax over the keys can feel it
        distance = np.linalg.norm(gradient - slope) / np.linalg.norm(slope)
        assert distance < tolerance, variable.path
    if precision is Precision.BFLOAT16:
        assert any(not np.array_equal(a, b) for a, b in zip(slopes, gradients, strict=True)), "nothing was replaced"


def test_what_cannot_be_halved_is_left_to_keras(network: Any) -> None:
    expected, _ = loss_and_gradients(network, None, length=255)
    found, _ = loss_and_gradients(network, Precision.BFLOAT16, length=255)
    assert found == pytest.approx(expected, abs=5e-3)


def test_attention_in_blocks_is_softmax_attention() -> None:
    import tensorflow as tf

    import_libraries()
    draw = np.random.default_rng(2)
    query, key, value = draw.normal(size=(3, 2, 320, 2, 32)).astype(np.float32)
    mask = np.tril(np.ones((320, 320), bool))
    mask[200:, :50] = False  # a sliding window, say
    attend = tf.function(
        lambda: causal_attention(query, key, value, tf.constant(mask[None, None]), 0.2, "float32"), jit_compile=True
    )
    scores = np.einsum("btnh,bsnh->bnts", query, key).astype(np.float64) * 0.2
    scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    assert np.asarray(attend()) == pytest.approx(np.einsum("bnts,bsnh->btnh", weights, value), abs=1e-5)


def test_keras_is_left_as_it_was() -> None:
    from keras.src import backend

    before = backend.numpy.matmul, backend.numpy.einsum, backend.nn.dot_product_attention
    with pytest.raises(ZeroDivisionError), products_in(Precision.BFLOAT16):
        assert backend.numpy.matmul is not before[0]
        raise ZeroDivisionError
    assert (backend.numpy.matmul, backend.numpy.einsum, backend.nn.dot_product_attention) == before


def test_a_llama_attends_in_blocks_too(network: Any) -> None:
    from workbench.models.networks import random_network

    llama = random_network(LLAMA, seed=0)
    expected, slopes = loss_and_gradients(llama, None)
    found, gradients = loss_and_gradients(llama, Precision.FLOAT32)
    assert found == pytest.approx(expected, abs=1e-5)
    for variable, slope, gradient in zip(llama.trainable_variables, slopes, gradients, strict=True):
        assert np.linalg.norm(gradient - slope) < 2e-5 * np.linalg.norm(slope), variable.path

    import tensorflow as tf

    @tf.function(jit_compile=True, autograph=False)
    def logits(inputs: Any) -> Any:
        with products_in(Precision.FLOAT32):
            return llama({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)})

    program = logits.experimental_get_compiler_ir(tf.constant(TOKENS[:, :-1]))("hlo")
    assert "f32[2,2,256,256]" not in program, "scores of what no token sees are made"


def test_a_chosen_precision_is_kept_and_a_recurrent_model_gets_float32() -> None:
    assert suited_precision(Precision.BFLOAT16, NetworkKind.LSTM) is Precision.BFLOAT16
    assert suited_precision(Precision.FLOAT32, NetworkKind.TRANSFORMER) is Precision.FLOAT32
    assert suited_precision(Precision.AUTO, NetworkKind.LSTM) is Precision.FLOAT32
    assert suited_precision(Precision.AUTO, NetworkKind.TRANSFORMER) is not Precision.AUTO


def test_learning_in_bfloat16_goes_as_in_float32() -> None:
    from workbench.models.networks import random_network
    from workbench.training.learner import Learner

    import_libraries()
    text = np.tile(np.random.default_rng(3).integers(0, 40, 300), 20).astype(np.uint16)
    losses = {}
    for precision in (Precision.FLOAT32, Precision.BFLOAT16):
        model = LanguageModel(random_network(CONFIG, seed=0), None, CONFIG)  # type: ignore[arg-type]
        settings = FineTuning(batch_size=4, context_length=32, learning_rate=1e-2, precision=precision)
        learner = Learner(model, settings, NEXT_WORD)
        dataset = learner.dataset(EncodedCorpus(text, text, text))
        losses[precision] = [learner.learn(dataset, step, 30)[0] for step in range(1, 31)]
    assert losses[Precision.FLOAT32][-1] < losses[Precision.FLOAT32][0] - 1.5
    assert losses[Precision.BFLOAT16][-1] == pytest.approx(losses[Precision.FLOAT32][-1], abs=0.1)
