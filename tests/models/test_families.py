"""Each family computes what transformers computes, whatever its checkpoint looks like; what would not is refused."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_families import CONFIGS, weights_of, write
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card
from workbench.models.language_model import LanguageModel, load, open_architecture
from workbench.models.sizes import layer_sizes, learning_parameters
from workbench.prediction.decoders import make_decoder
from workbench.training.layers import layer_numbers, prepare
from workbench.values.fine_tuning import FineTuning, Method

TOKENS = [int(token) for token in np.random.default_rng(7).integers(3, 300, 24)]

# Logarithms for tokens 2, 9, 100 and 299 after 5 and 24 of TOKENS: log_softmax(AutoModelForCausalLM(TOKENS).logits) of
# transformers 5.24 (torch 2.13, CPU, float32, eager attention) for the folders that tiny_families writes.
REFERENCES = {
    "smollm2": [[-12.66633, -16.15057, -18.24972, -7.62595], [-7.82643, -3.73341, -15.06101, -10.09642]],
    "llama": [[-6.04528, -4.28941, -6.51545, -8.51968], [-5.54665, -6.37348, -6.83195, -6.20126]],
    "qwen2": [[-12.88893, -12.25778, -10.40409, -4.06121], [-13.4524, -14.1537, -15.80501, -17.10204]],
    "qwen3": [[-5.33711, -7.15338, -7.30193, -7.40273], [-6.58197, -8.36008, -5.80543, -4.88068]],
    "mistral": [[-3.66187, -6.29562, -5.40997, -7.09638], [-4.4097, -6.26636, -5.71654, -7.35572]],
    "gemma3": [[-5.10295, -8.82072, -6.72544, -8.25745], [-7.41218, -4.05739, -7.73081, -7.04543]],
    "smollm3": [[-12.92349, -16.27647, -18.74689, -7.99879], [-8.02725, -3.23049, -15.63979, -9.9352]],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("families")


@lru_cache(maxsize=len(CONFIGS))
def model_of(family: str, folder: Path) -> LanguageModel:
    return load(find_model(str(write(folder / family, family))))


def log_probabilities(model: LanguageModel, tokens: list[int]) -> np.ndarray:
    batch = np.array([tokens], np.int32)
    logits = np.asarray(model.network({"token_ids": batch, "padding_mask": np.ones_like(batch)}, training=False))[0]
    return logits - np.log(np.exp(logits.astype(float)).sum(-1, keepdims=True))


@pytest.mark.parametrize("family", CONFIGS)
def test_a_checkpoint_gives_the_probabilities_that_transformers_gives(family: str, folder: Path) -> None:
    found = log_probabilities(model_of(family, folder), TOKENS)
    np.testing.assert_allclose(found[[4, 23]][:, [2, 9, 100, 299]], REFERENCES[family], atol=1e-4)


@pytest.mark.parametrize("family", CONFIGS)
def test_a_decoder_that_remembers_expects_what_the_network_expects(family: str, folder: Path) -> None:
    model = model_of(family, folder)
    decoder = make_decoder(model)

    def agree(logits: np.ndarray, tokens: list[int]) -> None:
        found = logits - np.log(np.exp(logits.astype(float)).sum())
        np.testing.assert_allclose(found, log_probabilities(model, tokens)[-1], atol=2e-4)

    agree(decoder.start(TOKENS[:10]), TOKENS[:10])
    for path, row in zip([[3], [4, 5, 6]], decoder.after([[3], [4, 5, 6]]), strict=True):
        agree(row, TOKENS[:10] + path)
    agree(decoder.append(TOKENS[10]), TOKENS[:11])
    agree(decoder.start([*TOKENS[:8], *TOKENS * 3]), [*TOKENS[:8], *TOKENS * 3])  # longer than a cache's first step


@pytest.mark.parametrize("family", CONFIGS)
def test_a_card_counts_the_weights_of_each_layer_and_those_that_lora_adds(family: str, folder: Path) -> None:
    write(folder / family, family)
    card, model = find_model(str(folder / family)), open_architecture(folder / family)
    counted = [0] * len(layer_sizes(model.config))
    numbers = layer_numbers(model.network)
    for variable in model.network.trainable_variables:
        counted[numbers[variable.path]] += int(np.prod(variable.shape))
    assert counted == layer_sizes(model.config) and sum(counted) == card.parameters
    lora = FineTuning(method=Method.LORA, lora_rank=4)
    assert sum(int(np.prod(v.shape)) for v in prepare(model.network, lora).variables) == learning_parameters(
        model.config, lora
    )


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_numbers_of_16_bits_in_several_files_are_read_as_they_are(dtype: str, tmp_path: Path) -> None:
    model = load(find_model(str(write(tmp_path / "llama", "llama", dtype, shards=3))))
    weights = {name: value.astype(np.dtype(dtype)).astype(np.float32) for name, value in weights_of("llama").items()}
    found = {variable.path: np.asarray(variable) for variable in model.network.weights}
    np.testing.assert_array_equal(found["token_embedding/embeddings"], weights["model.embed_tokens.weight"])
    np.testing.assert_array_equal(found["token_embedding/reverse_embeddings"], weights["lm_head.weight"].T)
    np.testing.assert_array_equal(
        found["transformer_layer_1/self_attention/attention_output/kernel"].reshape(64, 64),
        weights["model.layers.1.self_attn.o_proj.weight"].T,
    )


def test_a_checkpoint_for_pictures_and_text_is_read_for_its_text(tmp_path: Path, folder: Path) -> None:
    from safetensors.numpy import save_file

    write(tmp_path, "gemma3")
    inside = {key: value for key, value in CONFIGS["gemma3"].items() if key != "model_type"}
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gemma3", "text_config": inside}))
    named = {name.replace("model.", "language_model.model.", 1): value for name, value in weights_of("gemma3").items()}
    save_file(named, tmp_path / "model.safetensors")
    found = log_probabilities(load(find_model(str(tmp_path))), TOKENS)
    np.testing.assert_allclose(found[4, [2, 9, 100, 299]], REFERENCES["gemma3"][0], atol=1e-4)


@pytest.mark.parametrize(
    ("family", "changes", "sentence"),
    [
        ("llama", {"rope_scaling": {"rope_type": "yarn", "factor": 4.0}}, "positions that are scaled by “yarn”"),
        ("llama", {"attention_bias": True}, "biases where others of its family have none"),
        ("llama", {"head_dim": 16}, "heads that are 32 wide together, not 64"),
        ("qwen2", {"hidden_act": "gelu"}, "the activation “gelu”"),
        ("mistral", {"tie_word_embeddings": True}, "an output matrix that is its embedding's"),
        ("gemma3", {"use_bidirectional_attention": True}, "cannot predict a next word"),
        ("gemma3", {"query_pre_attn_scalar": 7}, "an attention that is scaled in another way"),
    ],
)
def test_a_network_that_is_only_nearly_of_its_family_is_refused(
    tmp_path: Path, family: str, changes: dict[str, object], sentence: str
) -> None:
    (tmp_path / "config.json").write_text(json.dumps({**CONFIGS[family], **changes}))
    with pytest.raises(KnownError, match=sentence):
        read_card(tmp_path, Origin.FOLDER)


def test_a_family_that_is_not_known_is_refused_by_name_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gpt_neox"}))
    with pytest.raises(KnownError, match=r"is a GPT-NeoX \(gpt_neox\) model, which is not supported; these are: GPT-2"):
        read_card(tmp_path, Origin.FOLDER)


@pytest.mark.parametrize("pickle", ["pytorch_model.bin", "pytorch_model-00001-of-00002.bin", "model.pt"])
def test_a_pickle_is_refused_with_why_and_how_to_convert_it(tmp_path: Path, pickle: str) -> None:
    write(tmp_path, "smollm2")
    (tmp_path / "model.safetensors").rename(tmp_path / pickle)
    with pytest.raises(KnownError, match=r"may run any program when it is opened.*convert it") as refused:
        read_card(tmp_path, Origin.FOLDER)
    assert refused.value.code == "model.pickle" and pickle in str(refused.value)


def test_a_lacking_file_or_tensor_is_named(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    write(tmp_path, "llama", shards=2)
    (tmp_path / "model-00002-of-00002.safetensors").unlink()
    with pytest.raises(KnownError, match=r"no weights \(model-00002-of-00002\.safetensors\)"):
        read_card(tmp_path, Origin.FOLDER)
    weights = weights_of("llama")
    del weights["model.layers.1.mlp.up_proj.weight"]
    save_file(weights, tmp_path / "model.safetensors")
    with pytest.raises(KnownError, match=r"the weights lack layers.1.mlp.up_proj.weight"):
        load(find_model(str(tmp_path)))
    save_file({**weights_of("llama"), "model.norm.weight": np.ones(65, np.float32)}, tmp_path / "model.safetensors")
    with pytest.raises(KnownError, match=r"norm\.weight has the shape"):
        load(find_model(str(tmp_path)))


def test_a_sliding_window_that_the_network_lacks_bounds_the_context_instead(tmp_path: Path) -> None:
    write(tmp_path, "qwen2")
    (tmp_path / "config.json").write_text(json.dumps({**CONFIGS["qwen2"], "use_sliding_window": True}))
    assert read_card(tmp_path, Origin.FOLDER).context_length == CONFIGS["qwen2"]["sliding_window"]
