from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.tiny_models import tale
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import catalogue, find_model, read_card
from workbench.models.language_model import load
from workbench.values.network_kind import NetworkKind


def test_the_bundled_model_comes_first_and_every_architecture_can_start_from_scratch() -> None:
    models = catalogue()
    assert str(models[0].ref) == "starter-en" and models[0].origin is Origin.BUNDLED
    assert {"scratch:starter-en", "scratch:lstm-words"} <= {str(model.ref) for model in models}
    assert {model.kind for model in models} == {NetworkKind.TRANSFORMER, NetworkKind.LSTM}


def test_a_card_counts_the_weights_that_the_network_has() -> None:
    for reference in ("starter-en", "scratch:lstm-words"):
        card = find_model(reference)
        words = [" ".join(f"word{number} word{number}" for number in range(12_000))]
        assert load(card, training_text=words).network.count_params() == card.parameters


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("model.safetensors", "no weights"),
        ("config.json", "not a model folder"),
        ("tokenizer.json", "no tokenizer.json"),
    ],
)
def test_an_incomplete_folder_is_refused_with_what_it_lacks(
    tiny_gpt2: Path, tmp_path: Path, missing: str, sentence: str
) -> None:
    folder = shutil.copytree(tiny_gpt2, tmp_path / "model")
    (folder / missing).unlink()
    with pytest.raises(KnownError, match=sentence):
        read_card(folder, Origin.FOLDER)


def test_a_card_is_read_again_only_where_its_folder_has_changed(tiny_gpt2: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny_gpt2, tmp_path / "model")
    card = read_card(folder, Origin.FOLDER)
    assert read_card(folder, Origin.FOLDER) is card, "the catalogue is asked for at every key"
    (folder / "card.json").write_text(json.dumps({"name": "Another name"}), encoding="utf-8")
    assert read_card(folder, Origin.FOLDER).name == "Another name"
    (folder / "model.safetensors").unlink()
    with pytest.raises(KnownError, match="no weights"):
        read_card(folder, Origin.FOLDER)


def test_a_folder_of_nothing_but_an_architecture_learns_from_scratch_with_pieces_of_the_text(
    tiny_gpt2: Path, tmp_path: Path
) -> None:
    shutil.copy(tiny_gpt2 / "config.json", tmp_path)
    with pytest.raises(KnownError, match="no weights"):
        find_model(str(tmp_path))
    card = find_model(f"scratch:{tmp_path}")
    assert card.from_scratch and find_model(str(card.ref)) == card
    model = load(card, training_text=[tale(100)])
    assert model.tokenizer.vocabulary == model.config["vocab_size"] == model.network.backbone.vocabulary_size


def test_another_family_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gpt_neox"}))
    with pytest.raises(KnownError, match="gpt_neox"):
        read_card(tmp_path, Origin.FOLDER)


def test_a_folder_that_was_moved_away_is_not_offered(tiny_gpt2: Path, tmp_path: Path) -> None:
    listed = {str(model.ref) for model in catalogue([tiny_gpt2, tmp_path / "gone"])}
    assert str(tiny_gpt2) in listed and str(tmp_path / "gone") not in listed


def test_an_unknown_model_is_answered_with_the_known_ones() -> None:
    with pytest.raises(KnownError, match="starter-en"):
        find_model("nothing-like-it")
