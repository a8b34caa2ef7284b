"""What was opened is exported with everything that was in it: by this program, and for others."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tiny_families import byte_tokenizer, write, write_any
from workbench.exporting.card import ExportCard
from workbench.exporting.hugging_face import write_hugging_face
from workbench.exporting.keras_file import write_keras
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load, open_architecture

TEMPLATE = "{% for message in messages %}<|im_start|>{{ message.content }}<|im_end|>{% endfor %}"
SETTINGS: dict[str, Any] = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "bos_token": "<|im_start|>",
    "eos_token": {"content": "<|im_end|>", "special": True},
    "pad_token": "<|im_end|>",
    "chat_template": TEMPLATE,
    "model_max_length": 8192,
    "auto_map": {"AutoTokenizer": ["tokenization.py", None]},
}
GENERATION = {"eos_token_id": [2, 0], "bos_token_id": 1, "temperature": 0.6}
CARD = ExportCard("exported", ("en",), "MIT", "A tale.")


def instructed(folder: Path) -> Path:
    """As SmolLM2's model for conversations is: a begin and an end of its own, beside the one that its base has."""
    write(folder, "smollm2")
    made = byte_tokenizer("smollm2")
    made.add_special_tokens(["<|im_end|>"])
    definition = json.loads(made.to_str())
    # The numbers of the real one: <|endoftext|> 0, <|im_start|> 1, <|im_end|> 2.
    vocabulary = definition["model"]["vocab"]
    other = next(piece for piece, number in vocabulary.items() if number == 2)
    vocabulary["<|im_end|>"], vocabulary[other] = 2, made.token_to_id("<|im_end|>")
    for token in definition["added_tokens"]:
        token["id"] = vocabulary.get(token["content"], token["id"])
    (folder / "tokenizer.json").write_text(json.dumps(definition), encoding="utf-8")
    said = json.loads((folder / "config.json").read_text())
    said |= {"bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 2, "is_llama_config": True, "dtype": "bfloat16"}
    (folder / "config.json").write_text(json.dumps(said))
    (folder / "tokenizer_config.json").write_text(json.dumps(SETTINGS), encoding="utf-8-sig")
    (folder / "generation_config.json").write_text(json.dumps(GENERATION))
    (folder / "special_tokens_map.json").write_text(json.dumps({"eos_token": "<|im_end|>"}))
    (folder / "chat_template.jinja").write_text(TEMPLATE)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> LanguageModel:
    return load(find_model(str(instructed(tmp_path_factory.mktemp("opened") / "instructed"))))


def exported(model: LanguageModel, folder: Path) -> Path:
    folder.mkdir()
    last(write_hugging_face(model, folder, CARD))
    return folder


def read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def test_begin_end_and_chat_template_are_those_of_the_folder(model: LanguageModel, tmp_path: Path) -> None:
    folder = exported(model, tmp_path / "out")
    config, settings = read(folder / "config.json"), read(folder / "tokenizer_config.json")
    assert (config["bos_token_id"], config["eos_token_id"], config["pad_token_id"]) == (1, 2, 2)
    assert config["is_llama_config"] is True and config["torch_dtype"] == "float32" and "dtype" not in config
    # But for programs, which are neither taken along nor run.
    assert settings == {key: value for key, value in SETTINGS.items() if key != "auto_map"}
    assert read(folder / "generation_config.json") == GENERATION
    assert read(folder / "special_tokens_map.json") == {"eos_token": "<|im_end|>"}
    assert (folder / "chat_template.jinja").read_text() == TEMPLATE


def test_a_run_keeps_what_it_started_from(model: LanguageModel, tmp_path: Path) -> None:
    assert model.tokenizer.ends == {0, 2} and model.tokenizer.between == (0,)
    model.save_architecture(tmp_path / "model")
    again = open_architecture(tmp_path / "model")
    assert again.beside == model.beside and again.config == model.config
    assert again.tokenizer.ends == model.tokenizer.ends
    folder = exported(again, tmp_path / "out")
    assert read(folder / "tokenizer_config.json")["chat_template"] == TEMPLATE


def test_without_such_files_begin_and_end_are_those_that_config_json_names(tmp_path: Path) -> None:
    opened = instructed(tmp_path / "opened")
    for name in ("tokenizer_config.json", "generation_config.json", "special_tokens_map.json", "chat_template.jinja"):
        (opened / name).unlink()
    folder = exported(load(find_model(str(opened))), tmp_path / "out")
    settings = read(folder / "tokenizer_config.json")
    assert (settings["bos_token"], settings["eos_token"]) == ("<|im_start|>", "<|im_end|>")
    assert read(folder / "generation_config.json")["eos_token_id"] == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")
def test_every_file_can_be_read_by_whom_any_new_file_can(model: LanguageModel, tmp_path: Path) -> None:
    folder = exported(model, tmp_path / "out")
    (tmp_path / "any").touch()
    usual = stat.S_IMODE((tmp_path / "any").stat().st_mode)
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {usual}


def of_epsilon(folder: Path, family: str, key: str) -> LanguageModel:
    write_any(folder, family)
    (folder / "config.json").write_text(json.dumps(read(folder / "config.json") | {key: 0.1}))
    return load(find_model(str(folder)))


@pytest.mark.filterwarnings("ignore:__array__ implementation")
def test_another_epsilon_of_gpt2_is_exported_although_keras_hub_has_no_place_for_it(tmp_path: Path) -> None:
    model = of_epsilon(tmp_path / "gpt2", "gpt2", "layer_norm_epsilon")
    assert read(exported(model, tmp_path / "out") / "config.json")["layer_norm_epsilon"] == 0.1
    last(write_keras(model, tmp_path / "model.keras"))
    import keras

    row = np.array([[3, 1, 4, 1, 5]], np.int32)
    fed = {"token_ids": row, "padding_mask": np.ones_like(row)}
    again = keras.models.load_model(tmp_path / "model.keras")
    np.testing.assert_allclose(
        np.asarray(again(fed, training=False)), np.asarray(model.network(fed, training=False)), atol=1e-5
    )


@pytest.mark.filterwarnings("ignore:__array__ implementation")
def test_what_a_keras_file_cannot_say_of_a_network_is_told(tmp_path: Path) -> None:
    model = of_epsilon(tmp_path / "qwen3", "qwen3", "rms_norm_eps")
    with pytest.raises(KnownError) as refused:
        last(write_keras(model, tmp_path / "model.keras"))
    assert refused.value.code == "export.disagrees"
