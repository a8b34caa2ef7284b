"""What holds of every family: it computes what others do, is counted right, decodes as it reads, goes out and in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from tests.models.peer_logits import ASKED, PLACES, TOKENS
from tests.models.test_network import lstm_logits
from tests.tiny_families import CONFIGS, EVERY, write_any
from tests.training.test_lora import LAYERS, as_matrix
from workbench.exporting.card import ExportCard
from workbench.exporting.hugging_face import write_hugging_face
from workbench.ground.generators import last
from workbench.models.catalogue import find_model, read_config
from workbench.models.families import registry
from workbench.models.families.family import Family
from workbench.models.language_model import LanguageModel, load
from workbench.models.sizes import learning_parameters
from workbench.prediction.decoders import make_decoder
from workbench.training.layers import layer_numbers, prepare
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import LoraTargets, Method
from workbench.values.network_kind import NetworkKind

# Logarithms for the tokens ASKED at PLACES of TOKENS: log_softmax(AutoModelForCausalLM(TOKENS).logits) of transformers
# 5.24 (torch 2.13, CPU, float32, eager attention) for the folders that tiny_families writes; see peer_logits.
REFERENCES = {
    "gpt2": [[-5.95089, -6.63726, -4.54688, -5.12696], [-6.4468, -7.26253, -4.81273, -6.10513]],
    "smollm2": [[-12.66633, -16.15057, -18.24972, -7.62595], [-7.82643, -3.73341, -15.06101, -10.09642]],
    "llama": [[-6.04528, -4.28941, -6.51544, -8.51968], [-5.54665, -6.37348, -6.83195, -6.20126]],
    "qwen2": [[-12.88893, -12.25778, -10.40409, -4.06121], [-13.4524, -14.1537, -15.80501, -17.10204]],
    "qwen3": [[-5.33711, -7.15338, -7.30193, -7.40273], [-6.58197, -8.36008, -5.80543, -4.88068]],
    "mistral": [[-3.66187, -6.29562, -5.40997, -7.09638], [-4.4097, -6.26636, -5.71654, -7.35572]],
    "gemma3": [[-5.10295, -8.82072, -6.72544, -8.25745], [-7.41218, -4.05739, -7.73081, -7.04543]],
    "smollm3": [[-12.92349, -16.27647, -18.74689, -7.99879], [-8.02725, -3.23049, -15.63979, -9.9352]],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("families")


@pytest.fixture(params=EVERY)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def model(name: str, folder: Path) -> LanguageModel:
    return opened(name, folder)


@lru_cache(maxsize=len(EVERY))
def opened(name: str, folder: Path) -> LanguageModel:
    return load(find_model(str(write_any(folder / name, name))))


def log_probabilities(model: LanguageModel, tokens: list[int]) -> np.ndarray:
    batch = np.array([tokens], np.int32)
    logits = np.asarray(model.network({"token_ids": batch, "padding_mask": np.ones_like(batch)}, training=False))[0]
    return as_logarithms(logits)


def as_logarithms(logits: np.ndarray) -> np.ndarray:
    return logits - np.log(np.exp(logits.astype(float)).sum(-1, keepdims=True))


def exported(model: LanguageModel, folder: Path) -> Path:
    folder.mkdir()
    last(write_hugging_face(model, folder, ExportCard("exported", ("en",), "MIT", "A tale.")))
    return folder


def counted(variables: list[object]) -> int:
    return sum(int(np.prod(variable.shape)) for variable in variables)  # type: ignore[attr-defined]


def test_every_family_is_here() -> None:
    assert {CONFIGS[name]["model_type"] if name in CONFIGS else name for name in EVERY} == {*registry.known()}


def test_the_probabilities_are_those_of_an_implementation_that_is_not_ours(
    name: str, model: LanguageModel, folder: Path
) -> None:
    if name == "word-lstm":
        tokens = [token % model.tokenizer.vocabulary for token in TOKENS]
        expected = as_logarithms(lstm_logits(load_file(folder / name / "model.safetensors"), np.array(tokens)))
        np.testing.assert_allclose(log_probabilities(model, tokens), expected, atol=1e-4)
        return
    found = log_probabilities(model, TOKENS)
    np.testing.assert_allclose(found[[*PLACES]][:, [*ASKED]], REFERENCES[name], atol=1e-4)


def test_a_decoder_that_remembers_expects_what_the_network_expects(model: LanguageModel) -> None:
    decoder, tokens = make_decoder(model), [token % model.tokenizer.vocabulary for token in TOKENS]

    def agree(logits: np.ndarray, tokens: list[int]) -> None:
        np.testing.assert_allclose(as_logarithms(logits), log_probabilities(model, tokens)[-1], atol=2e-4)

    agree(decoder.read_prompt(tokens[:10]), tokens[:10])
    for path, row in zip([[3], [4, 5, 6]], decoder.after([[3], [4, 5, 6]]), strict=True):
        agree(row, tokens[:10] + path)
    agree(decoder.append(tokens[10]), tokens[:11])
    write = decoder.writer()
    agree(write(tokens[11]), tokens[:12])
    agree(write(tokens[12]), tokens[:13])
    if model.context_length > 4 * len(tokens):
        agree(
            decoder.read_prompt([*tokens[:8], *tokens * 3]), [*tokens[:8], *tokens * 3]
        )  # longer than a cache's first step


def test_a_card_counts_the_weights_of_each_layer(name: str, model: LanguageModel, folder: Path) -> None:
    sizes, numbers = model.family.layer_sizes(model.config), layer_numbers(model.network, model.family)
    variables = model.network.trainable_variables
    assert sizes == [
        counted([variable for variable in variables if numbers[variable.path] == layer]) for layer in range(len(sizes))
    ]
    assert sum(sizes) == find_model(str(folder / name)).parameters


def test_what_learns_with_lora_is_counted_by_the_formula_and_by_the_card(model: LanguageModel) -> None:
    """Hu et al., section 4.2: rank times inputs and outputs of each matrix, and no more."""
    if model.family.kind is NetworkKind.LSTM:
        assert not model.family.matrices(model.config)
        return
    weights = {variable.path: np.asarray(variable) for variable in model.network.weights}
    for targets in LoraTargets:
        for biases in (False, True):
            settings = FineTuning(method=Method.LORA, lora_rank=4, lora_targets=targets, lora_biases=biases)
            wanted = set().union(*(LAYERS[matrix] for matrix in targets.matrices))
            beside = {path: value for path, value in weights.items() if {*path.split("/")[-2:-1]} & wanted}
            kernels = (as_matrix(path, value) for path, value in beside.items() if path.endswith("/kernel"))
            expected = 4 * sum(sum(kernel.shape) for kernel in kernels)
            expected += sum(value.size for path, value in beside.items() if path.endswith("/bias")) if biases else 0
            assert counted(prepare(model.network, model.family, settings).variables) == expected
            assert learning_parameters(model.config, settings) == expected


def test_what_is_exported_opens_again_as_the_same_model(model: LanguageModel, tmp_path: Path) -> None:
    folder = exported(model, tmp_path / "exported")
    again = load(find_model(str(folder)))
    pairs = list(zip(model.network.weights, again.network.weights, strict=True))
    assert all(mine.path == other.path and np.array_equal(mine, other) for mine, other in pairs)
    tokens = [token % model.tokenizer.vocabulary for token in TOKENS]
    np.testing.assert_array_equal(log_probabilities(again, tokens), log_probabilities(model, tokens))
    assert again.tokenizer.sha256 == model.tokenizer.sha256 and again.context_length == model.context_length


def test_a_configuration_that_is_complete_stays_as_it_is(model: LanguageModel) -> None:
    assert model.family.completed(model.config) == model.config


def test_a_plain_network_of_keras_alone_computes_the_same(model: LanguageModel) -> None:
    plain = LanguageModel(model.family.plain(model.network, model.config), model.tokenizer, model.config)
    tokens = [token % model.tokenizer.vocabulary for token in TOKENS]
    np.testing.assert_allclose(log_probabilities(plain, tokens), log_probabilities(model, tokens), atol=1e-5)


def test_what_a_family_says_of_itself_is_what_its_folder_says(name: str, model: LanguageModel, folder: Path) -> None:
    family: Family = registry.family_of(read_config(folder / name))
    assert family is model.family and find_model(str(folder / name)).kind is family.kind
    assert (family.title in registry.titles()) is family.in_transformers
