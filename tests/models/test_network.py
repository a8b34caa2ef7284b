"""The networks compute what their papers say: compared with plain NumPy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from tests.tiny_models import HEADS, WIDTH, tale
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load


def test_gpt2_folder_gives_the_logits_of_its_weights(two_layers: Path) -> None:
    model = load(find_model(str(two_layers)))
    tokens = np.random.default_rng(1).integers(0, 300, (3, 32)).astype(np.int32)
    logits = model.network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}, training=False)
    expected = np.stack([gpt2_logits(load_file(two_layers / "model.safetensors"), row) for row in tokens])
    np.testing.assert_allclose(np.asarray(logits), expected, atol=1e-4)


def test_lstm_softmax_is_tied_to_its_embedding() -> None:
    model = load(find_model("scratch:lstm-words"), seed=3, training_text=[tale(50)])
    tokens = np.array([model.tokenizer.encode("Anna lit the lamp. Clara")], np.int32)
    logits = np.asarray(model.network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}, training=False))
    weights = {variable.path: np.asarray(variable) for variable in model.network.weights}
    np.testing.assert_allclose(logits[0], lstm_logits(weights, tokens[0]), atol=1e-4)


@pytest.mark.parametrize("reference", ["scratch:lstm-words", "scratch:starter-en"])
def test_random_weights_come_from_the_seed(reference: str) -> None:
    first, same, other = (load(find_model(reference), seed=seed, training_text=[tale(5)]) for seed in (1, 1, 2))
    assert all(np.array_equal(a, b) for a, b in zip(first.network.weights, same.network.weights, strict=True))
    assert not all(np.array_equal(a, b) for a, b in zip(first.network.weights, other.network.weights, strict=True))


def test_damaged_weights_are_said_to_be_damaged(tiny_gpt2: Path, tmp_path: Path) -> None:
    for file in tiny_gpt2.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1000])
    with pytest.raises(KnownError, match="cannot be read"):
        load(find_model(str(tmp_path)))


def gpt2_logits(weights: dict[str, np.ndarray], tokens: np.ndarray) -> np.ndarray:
    return gpt2_states(weights, tokens) @ weights["wte.weight"].astype(np.float64).T


def gpt2_states(weights: dict[str, np.ndarray], tokens: np.ndarray) -> np.ndarray:
    """GPT-2 (Radford et al., 2019) for one sequence, in float64: what its vocabulary, or another head, stands on."""
    w = {name: value.astype(np.float64) for name, value in weights.items()}

    def norm(x: np.ndarray, name: str) -> np.ndarray:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
        return scaled * w[f"{name}.weight"] + w[f"{name}.bias"]

    def dense(x: np.ndarray, name: str) -> np.ndarray:
        return x @ w[f"{name}.weight"] + w[f"{name}.bias"]

    length = len(tokens)
    x = w["wte.weight"][tokens] + w["wpe.weight"][:length]
    future = np.triu(np.full((length, length), -np.inf), 1)
    for layer in range(sum(name.endswith("ln_1.weight") for name in w)):
        parts = np.split(dense(norm(x, f"h.{layer}.ln_1"), f"h.{layer}.attn.c_attn"), 3, axis=-1)
        q, k, v = (part.reshape(length, HEADS, -1).transpose(1, 0, 2) for part in parts)
        scores = q @ k.transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS) + future
        attention = np.exp(scores - scores.max(-1, keepdims=True))
        attention /= attention.sum(-1, keepdims=True)
        mixed = (attention @ v).transpose(1, 0, 2).reshape(length, WIDTH)
        x = x + dense(mixed, f"h.{layer}.attn.c_proj")
        hidden = dense(norm(x, f"h.{layer}.ln_2"), f"h.{layer}.mlp.c_fc")
        hidden = 0.5 * hidden * (1 + np.tanh(np.sqrt(2 / np.pi) * (hidden + 0.044715 * hidden**3)))
        x = x + dense(hidden, f"h.{layer}.mlp.c_proj")
    return norm(x, "ln_f")


def lstm_logits(weights: dict[str, np.ndarray], tokens: np.ndarray) -> np.ndarray:
    """The LSTM (Hochreiter & Schmidhuber, 1997, with forget gates); Keras orders the gates input, forget, cell, out."""

    def sigmoid(x: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-x))

    named = {path.split("/", 1)[0] + "/" + path.rsplit("/", 1)[1]: value for path, value in weights.items()}
    embedding = named["token_embedding/embeddings"]
    state = cell = np.zeros(named["lstm/recurrent_kernel"].shape[0])
    outputs = []
    for token in tokens:
        gates = embedding[token] @ named["lstm/kernel"] + state @ named["lstm/recurrent_kernel"] + named["lstm/bias"]
        enter, forget, candidate, leave = np.split(gates, 4)
        cell = sigmoid(forget) * cell + sigmoid(enter) * np.tanh(candidate)
        state = sigmoid(leave) * np.tanh(cell)
        outputs.append((state @ named["projection/kernel"] + named["projection/bias"]) @ embedding.T)
    return np.stack(outputs)
