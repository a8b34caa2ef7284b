"""An adapter's folder opens as an addition to its base, and says what `peft` says of the two."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from tests.adapters import CASES, write_case
from tests.gguf_files import write_gguf
from tests.models.peer_logits import ASKED, PLACES, TOKENS
from workbench.messages.errors import KnownError
from workbench.models.card import Addition, Origin
from workbench.models.catalogue import find_model, look_at, read_card
from workbench.models.language_model import load, model_sha256, state
from workbench.models.sources.adapter_settings import read_settings

# By tests/models/peer_adapters.py: the log-probabilities that peft 0.21 finds.
PEFT = {
    "plain": [[-16.07719, -14.75213, -15.79235, -10.99858], [-14.7733, -7.97973, -10.41127, -11.16802]],
    "of another rank": [[-10.16568, -7.04929, -9.449, -6.09051], [-9.8122, -13.36033, -16.70573, -9.90061]],
    "with biases": [[-7.23694, -16.728, -13.44408, -9.03475], [-15.39105, -9.20522, -23.46368, -14.87725]],
    "of GPT-2": [[-5.87641, -6.67042, -5.02576, -5.54861], [-6.03314, -6.61069, -4.99227, -5.42033]],
    "beside its output": [[-7.46044, -3.72836, -8.76975, -8.28379], [-6.38835, -8.91193, -6.23721, -5.89669]],
}


def change(folder: Path, **said: Any) -> None:
    file = folder / "adapter_config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **said}))


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return write_case(tmp_path, "plain")


@pytest.mark.engine
@pytest.mark.parametrize("name", CASES)
def test_it_says_with_its_base_what_peft_says(tmp_path: Path, name: str) -> None:
    model = load(find_model(str(write_case(tmp_path, name))))
    tokens = np.array([TOKENS], np.int32)
    found = np.asarray(model.network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}))[0].astype(np.float64)
    logs = found - np.log(np.exp(found).sum(-1, keepdims=True))
    np.testing.assert_allclose([[logs[place, token] for token in ASKED] for place in PLACES], PEFT[name], atol=5e-5)


def test_its_card_names_the_base_and_its_hash_is_of_both(plain: Path) -> None:
    card = read_card(plain, Origin.FOLDER)
    assert card.addition == Addition(str(plain.parent / "base"), rank=2)
    assert card.size_bytes == (plain / "adapter_model.safetensors").stat().st_size
    before, hashed = state(card), model_sha256(card)
    change(plain, lora_alpha=4)
    card = read_card(plain, Origin.FOLDER)
    assert state(card) != before and model_sha256(card) != hashed
    hashed = model_sha256(card)
    weights = load_file(plain.parent / "base" / "model.safetensors")
    weights["model.norm.weight"] += 1
    save_file(weights, plain.parent / "base" / "model.safetensors")
    assert model_sha256(read_card(plain, Origin.FOLDER)) != hashed


def test_without_its_base_it_says_which_is_wanted_and_opens_when_that_is_there(plain: Path) -> None:
    base = plain.parent / "base"
    change(plain, base_model_name_or_path="somebody/tale-135M")
    with pytest.raises(KnownError, match="to “somebody/tale-135M”, which is not on this computer"):
        read_card(plain, Origin.FOLDER)
    base.rename(base.with_name("tale-135M"))
    assert read_card(plain, Origin.FOLDER).addition == Addition("somebody/tale-135M", rank=2)
    shutil.rmtree(base.with_name("tale-135M"))
    assert look_at(plain, Origin.FOLDER).name == "adapter", "a reason, not a card"
    change(plain, base_model_name_or_path=None)
    with pytest.raises(KnownError, match="does not say which"):
        read_card(plain, Origin.FOLDER)


def test_its_base_is_found_in_the_cache_and_among_the_bundled_models(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, cache = plain.parent / "base", plain.parent / "cache"
    monkeypatch.setenv("HF_HUB_CACHE", str(cache))
    shutil.copytree(base, cache / "models--org--tale" / "snapshots" / ("a" * 40))
    shutil.rmtree(base)
    change(plain, base_model_name_or_path="org/tale")
    assert read_card(plain, Origin.FOLDER).vocabulary == 320
    for name in ("starter-en", "/home/anna/program/resources/models/starter-en", "Starter English"):
        change(plain, base_model_name_or_path=name)
        assert read_card(plain, Origin.FOLDER).languages == (), "the card is the adapter's own"
        assert read_card(plain, Origin.FOLDER).vocabulary > 320


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"use_dora": True}, r"has lengths beside its matrices \(DoRA\)"),
        ({"peft_type": "IA3"}, r"another method than LoRA \(IA3\)"),
        ({"task_type": "SEQ_CLS"}, r"another task than the next word \(SEQ_CLS\)"),
        ({"init_lora_weights": "pissa"}, "the setting init_lora_weights: pissa"),
        ({"layer_replication": [[0, 2]]}, "the setting layer_replication"),
        ({"of_next_year": True}, "the setting of_next_year: True"),
    ],
)
def test_what_cannot_be_added_is_refused_with_the_reason(plain: Path, said: dict[str, Any], reason: str) -> None:
    change(plain, **said)
    with pytest.raises(KnownError, match=reason) as refused:
        read_card(plain, Origin.FOLDER)
    assert refused.value.code == "model.adapter_other"


def test_settings_that_are_none_are_told_as_damage(plain: Path) -> None:
    kept = (plain / "adapter_config.json").read_text()
    for said in ({"r": 0}, {"r": "many"}, {"rank_pattern": 3}, {"target_modules": "("}, {"lora_alpha": {}}):
        change(plain, **said)
        with pytest.raises(KnownError, match=r"adapter_config\.json"):
            read_settings(plain)
        (plain / "adapter_config.json").write_text(kept)


@pytest.mark.parametrize(
    ("tensors", "reason"),
    [
        ({}, "it adds nothing"),
        (
            {"base_model.model.model.embed_tokens.weight": np.zeros((322, 64), np.float32)},
            "it has 322 tokens and its base 320",
        ),
    ],
    ids=["nothing", "tokens of its own"],
)
def test_what_it_has_is_seen_before_it_is_a_card(plain: Path, tensors: dict[str, np.ndarray], reason: str) -> None:
    save_file(tensors, plain / "adapter_model.safetensors")
    with pytest.raises(KnownError, match=reason):
        read_card(plain, Origin.FOLDER)


def test_a_pickle_is_not_opened(plain: Path) -> None:
    (plain / "adapter_model.safetensors").rename(plain / "adapter_model.bin")
    with pytest.raises(KnownError, match=r"a Python pickle \(adapter_model.bin\)"):
        read_card(plain, Origin.FOLDER)


@pytest.mark.engine
def test_it_is_added_to_a_gguf_file_as_to_the_folder_that_was_written_there(plain: Path) -> None:
    tokens = np.array([TOKENS], np.int32)
    asked = {"token_ids": tokens, "padding_mask": np.ones_like(tokens)}
    expected = np.asarray(load(find_model(str(plain))).network(asked))
    file = write_gguf(plain.parent / "tales.gguf", plain.parent / "base", "F32")
    for named in (str(file), "tales.gguf"):
        change(plain, base_model_name_or_path=named)
        card = read_card(plain, Origin.FOLDER)
        assert card.addition == Addition(named, rank=2)
    np.testing.assert_allclose(np.asarray(load(card).network(asked)), expected, atol=1e-5)
    hashed = model_sha256(card)
    write_gguf(file, plain.parent / "base", "Q8_0")
    assert model_sha256(read_card(plain, Origin.FOLDER)) != hashed


def test_another_revision_of_its_base_is_told_apart(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = plain.parent / "cache"
    monkeypatch.setenv("HF_HUB_CACHE", str(cache))
    first, second = 40 * "a", 40 * "b"
    snapshots = cache / "models--anna--tale" / "snapshots"
    shutil.copytree(plain.parent / "base", snapshots / first)
    change(plain, base_model_name_or_path="anna/tale", revision=second)
    with pytest.raises(KnownError) as refused:
        read_card(plain, Origin.FOLDER)
    assert refused.value.code == "model.adapter_revision"
    assert first in str(refused.value) and second in str(refused.value)
    change(plain, revision="main")
    assert read_card(plain, Origin.FOLDER).addition == Addition("anna/tale", rank=2)
    change(plain, revision=second)
    shutil.copytree(plain.parent / "base", snapshots / second)
    assert read_card(plain, Origin.FOLDER).addition == Addition("anna/tale", rank=2)
