"""A configuration from a stranger: what is not said is what `transformers` takes, what cannot be is named."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiny_families import CONFIGS, EVERY, write_any
from workbench.messages.errors import KnownError
from workbench.models.card import Origin, PretrainedModel
from workbench.models.catalogue import look_at, read_config

# Of the config classes of transformers 5.24, made without arguments.
SILENT: dict[str, dict[str, Any]] = {
    "gpt2": {"vocab_size": 50257, "n_positions": 1024, "n_embd": 768, "n_layer": 12, "n_head": 12, "n_inner": 3072},
    "llama": {
        "vocab_size": 32000, "hidden_size": 4096, "intermediate_size": 11008, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 32, "head_dim": 128, "max_position_embeddings": 2048,
        "rms_norm_eps": 1e-6, "rope_theta": 10000.0, "rope_scaling": None, "tie_word_embeddings": False,
    },
    "mistral": {
        "vocab_size": 32000, "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128, "max_position_embeddings": 131072,
        "rms_norm_eps": 1e-6, "rope_theta": 10000.0, "sliding_window": 4096, "tie_word_embeddings": False,
    },
    "qwen2": {
        "vocab_size": 151936, "hidden_size": 4096, "intermediate_size": 22016, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 32, "max_position_embeddings": 32768,
        "rms_norm_eps": 1e-6, "rope_theta": 10000.0, "sliding_window": None, "tie_word_embeddings": False,
    },
    "qwen3": {
        "vocab_size": 151936, "hidden_size": 4096, "intermediate_size": 22016, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 32, "head_dim": 128, "max_position_embeddings": 32768,
        "rms_norm_eps": 1e-6, "rope_theta": 10000.0, "sliding_window": None, "tie_word_embeddings": False,
    },
    "smollm3": {
        "vocab_size": 128256, "hidden_size": 2048, "intermediate_size": 11008, "num_hidden_layers": 36,
        "num_attention_heads": 16, "num_key_value_heads": 4, "max_position_embeddings": 32768, "rms_norm_eps": 1e-6,
        "rope_theta": 2000000.0, "no_rope_layers": [1, 1, 1, 0] * 9, "tie_word_embeddings": True,
    },
    "gemma3_text": {
        "vocab_size": 262208, "hidden_size": 2304, "intermediate_size": 9216, "num_hidden_layers": 26,
        "num_attention_heads": 8, "num_key_value_heads": 4, "head_dim": 256, "max_position_embeddings": 131072,
        "rms_norm_eps": 1e-6, "rope_theta": 1000000.0, "rope_local_base_freq": 10000.0, "query_pre_attn_scalar": 256,
        "sliding_window": 4096, "layer_types": ([*["sliding_attention"] * 5, "full_attention"] * 5)[:26],
        "attn_logit_softcapping": None, "final_logit_softcapping": None, "tie_word_embeddings": True,
    },
}  # fmt: skip


def config_of(folder: Path, said: object) -> dict[str, Any]:
    (folder / "config.json").write_text(json.dumps(said), encoding="utf-8")
    return read_config(folder)


@pytest.mark.parametrize("family", SILENT)
def test_what_is_not_said_is_what_the_familys_own_class_takes(tmp_path: Path, family: str) -> None:
    found = config_of(tmp_path, {"model_type": family})
    assert {key: found[key] for key in SILENT[family]} == SILENT[family]


def test_null_is_not_silence(tmp_path: Path) -> None:
    mistral = {"model_type": "mistral", "sliding_window": None}
    assert config_of(tmp_path, mistral)["sliding_window"] is None
    smollm3 = {"model_type": "smollm3", "num_key_value_heads": None}
    assert config_of(tmp_path, smollm3)["num_key_value_heads"] == 16
    for family in ("mistral", "gemma3_text"):
        with pytest.raises(
            KnownError, match=r"“num_key_value_heads” cannot be null in config.json: it is a whole number"
        ):
            config_of(tmp_path, {"model_type": family, "num_key_value_heads": None})


def test_gpt2_is_read_by_the_names_of_other_families_too(tmp_path: Path) -> None:
    said = {"model_type": "gpt2", "num_hidden_layers": 3, "hidden_size": 64, "num_attention_heads": 4}
    found = config_of(tmp_path, {**said, "max_position_embeddings": 100})
    assert [found[key] for key in ("n_layer", "n_embd", "n_head", "n_positions")] == [3, 64, 4, 100]


@pytest.mark.parametrize(
    ("family", "changes", "sentence"),
    [
        ("llama", {"rope_scaling": {"rope_type": "llama3", "factor": 8.0}}, "does not say “low_freq_factor”"),
        ("llama", {"rope_scaling": {"rope_type": "llama3", "factor": "8"}}, "“factor” cannot be \"8\" .*: it is a"),
        ("llama", {"rope_theta": 0}, "“rope_theta” cannot be 0 in config.json: it is 1 or more"),
        ("gemma3", {"rope_theta": 10**30}, "“rope_theta” cannot be 10+ in config.json: it is between 1 and 10"),
        ("llama", {"rms_norm_eps": float("nan")}, "“rms_norm_eps” cannot be NaN in config.json"),
        ("llama", {"num_key_value_heads": 3}, "2 heads cannot share 3 heads of keys evenly"),
        ("llama", {"tie_word_embeddings": 1}, "“tie_word_embeddings” cannot be 1 in config.json: it is true or false"),
        ("qwen3", {"head_dim": 33}, "a head is 33 wide, which has to be even"),
        ("gemma3", {"layer_types": ["full_attention"]}, "“layer_types” speaks of 1 block, and there are 2"),
        ("gemma3", {"num_hidden_layers": 10**8}, "it is between 1 and 10000"),
        ("smollm3", {"no_rope_layers": "all"}, "“no_rope_layers” cannot be \"all\" in config.json: it is a list"),
        ("qwen2", {"vocab_size": 10**30}, "“vocab_size” cannot be 10+ in config.json: it is between 1 and 2147483647"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_named(
    tmp_path: Path, family: str, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        config_of(tmp_path, {**CONFIGS[family], **changes})


@pytest.mark.parametrize("key", ["vocab_size", "embedding_size", "hidden_size", "dropout", "max_position_embeddings"])
def test_what_no_class_has_a_default_for_is_named(tmp_path: Path, key: str) -> None:
    folder = write_any(tmp_path / "lstm", "word-lstm")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    del config[key]
    with pytest.raises(KnownError, match=f"config.json does not say “{key}”"):
        config_of(folder, config)


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    place = tmp_path_factory.mktemp("stated")
    return {family: write_any(place / family, family) for family in EVERY}


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 300), st.integers(), st.floats(), st.text(max_size=5),
    st.lists(st.one_of(st.none(), st.integers(0, 3), st.text(max_size=3)), max_size=4),
    st.recursive(st.none(), lambda inside: st.dictionaries(st.text(max_size=4), inside, max_size=2), max_leaves=4),
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(EVERY), st.data())
def test_a_configuration_that_was_tampered_with_gives_a_card_or_a_sentence(
    families: dict[str, Path], family: str, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = shutil.copytree(families[family], Path(place) / "model")
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        keys = st.sampled_from([*config, *SILENT.get(config["model_type"], {})])
        for key in data.draw(st.lists(keys, min_size=1, max_size=3)):
            config.pop(key, None)
            if data.draw(st.booleans()):
                config[key] = data.draw(VALUES)
        (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
        found = look_at(folder, Origin.FOLDER)
        if isinstance(found, PretrainedModel):
            assert found.parameters > 0 and found.context_length > 0
        else:
            told = str(KnownError.of(found.reason))
            assert "Error: " not in told, "what nobody foresaw is told by the kind of its error"
