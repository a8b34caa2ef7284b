"""Whatever a checkpoint looks like, it is read as it is meant; what would be another network is refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.models.peer_logits import ASKED, PLACES, TOKENS
from tests.models.test_families_contract import REFERENCES, log_probabilities
from tests.tiny_families import CONFIGS, weights_of, write
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card
from workbench.models.language_model import load


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_numbers_of_16_bits_in_several_files_are_read_as_they_are(dtype: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "llama", "llama", dtype, shards=3)
    if dtype == "float16":  # the names of all three say enough
        (folder / "model.safetensors.index.json").unlink()
    model = load(find_model(str(folder)))
    weights = {name: value.astype(np.dtype(dtype)).astype(np.float32) for name, value in weights_of("llama").items()}
    found = {variable.path: np.asarray(variable) for variable in model.network.weights}
    np.testing.assert_array_equal(found["token_embedding/embeddings"], weights["model.embed_tokens.weight"])
    np.testing.assert_array_equal(found["token_embedding/reverse_embeddings"], weights["lm_head.weight"].T)
    np.testing.assert_array_equal(
        found["transformer_layer_1/self_attention/attention_output/kernel"].reshape(64, 64),
        weights["model.layers.1.self_attn.o_proj.weight"].T,
    )


def test_a_checkpoint_for_pictures_and_text_is_read_for_its_text(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    write(tmp_path, "gemma3")
    inside = {key: value for key, value in CONFIGS["gemma3"].items() if key != "model_type"}
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gemma3", "text_config": inside}))
    named = {name.replace("model.", "language_model.model.", 1): value for name, value in weights_of("gemma3").items()}
    save_file(named, tmp_path / "model.safetensors")
    found = log_probabilities(load(find_model(str(tmp_path))), TOKENS)
    np.testing.assert_allclose(found[[*PLACES]][:, [*ASKED]], REFERENCES["gemma3"], atol=1e-4)


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
