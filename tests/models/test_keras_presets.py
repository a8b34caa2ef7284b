"""A Keras preset folder is read as the same model in the Hugging Face layout, its tokenizer too."""

from __future__ import annotations

import io
import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_families import byte_tokenizer, write
from tests.tiny_models import tale
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card
from workbench.models.language_model import LanguageModel, load, model_sha256
from workbench.models.sources import hugging_face, keras_preset
from workbench.models.sources.registry import source_of
from workbench.models.tokenizers.preset import of_sentencepiece

TOKENS = np.random.default_rng(7).integers(3, 300, (1, 12)).astype(np.int32)


def save_preset(model: LanguageModel, folder: Path) -> Path:
    """As keras_hub saves it, with the vocabulary where its tokenizers put it."""
    with warnings.catch_warnings():  # Keras saves by a way to copy arrays that NumPy is about to drop
        warnings.simplefilter("ignore", DeprecationWarning)
        model.network.backbone.save_to_preset(str(folder))
    assets = folder / "assets" / "tokenizer"
    assets.mkdir(parents=True)
    content = json.loads(byte_tokenizer("qwen2").to_str())
    (assets / "vocabulary.json").write_text(json.dumps(content["model"]["vocab"]))
    merges = "\n".join(" ".join(pair) for pair in content["model"]["merges"])
    (assets / "merges.txt").write_text("#version: 0.2\n" + merges)
    (folder / "tokenizer.json").write_text(json.dumps({"class_name": "Tokenizer", "config": {}}))
    return folder


@pytest.mark.parametrize("family", ["gpt2", "llama", "qwen2", "qwen3", "mistral", "gemma3", "smollm3"])
def test_a_preset_gives_the_logits_of_the_model_that_it_was_saved_from(
    family: str, two_layers: Path, tmp_path: Path
) -> None:
    source = two_layers if family == "gpt2" else write(tmp_path / family, family)
    if family == "gemma3":  # a preset has no room for other wavelengths, windows and patterns than Gemma 3's own
        config = json.loads((source / "config.json").read_text())
        config |= {"rope_theta": 1e6, "rope_local_base_freq": 1e4, "rms_norm_eps": 1e-6}
        config["layer_types"] = ["sliding_attention"] * 2
        (source / "config.json").write_text(json.dumps(config))
    original = load(find_model(str(source)))
    folder = save_preset(original, tmp_path / "preset")
    assert source_of(source) is hugging_face.SOURCE and source_of(folder) is keras_preset.SOURCE
    card = read_card(folder, Origin.FOLDER)
    assert card.parameters == find_model(str(source)).parameters and card.vocabulary == original.config["vocab_size"]
    preset = load(card)
    asked = {"token_ids": TOKENS, "padding_mask": np.ones_like(TOKENS)}
    np.testing.assert_allclose(
        np.asarray(preset.network(asked, training=False)),
        np.asarray(original.network(asked, training=False)),
        atol=1e-5,
    )
    text = "Anna lit the lamp.\n\nÜber 鯨"
    assert preset.tokenizer.decode(preset.tokenizer.encode(text)) == text
    assert preset.tokenizer.end_of_text == 0 and len(model_sha256(card)) == 64


def test_layers_that_a_presets_configuration_does_not_tell_of_are_not_passed_over(
    two_layers: Path, tmp_path: Path
) -> None:
    folder = save_preset(load(find_model(str(two_layers))), tmp_path / "preset")
    config = json.loads((folder / "config.json").read_text())
    config["config"]["num_layers"] = 1
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(KnownError, match=r"it has 36 tensors of weights, of which its network has a place for 20"):
        load(find_model(str(folder)))


def test_a_preset_of_another_family_is_refused_by_name(tmp_path: Path) -> None:
    preset = {"class_name": "BloomBackbone", "config": {}, "registered_name": "keras_hub>BloomBackbone"}
    (tmp_path / "config.json").write_text(json.dumps(preset))
    with pytest.raises(KnownError, match=r"is a Bloom model, which is not supported; these are: GPT-2"):
        read_card(tmp_path, Origin.FOLDER)


@pytest.mark.parametrize("prefixed", [True, False])
def test_a_sentencepiece_vocabulary_cuts_texts_as_sentencepiece_does(prefixed: bool, tmp_path: Path) -> None:
    import sentencepiece

    proto = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(tale(60).splitlines()),
        model_writer=proto,
        model_type="bpe",
        vocab_size=330,
        byte_fallback=True,
        add_dummy_prefix=prefixed,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        minloglevel=2,
    )
    theirs = sentencepiece.SentencePieceProcessor(model_proto=proto.getvalue())
    ours = of_sentencepiece(proto.getvalue(), 330)
    for text in ("Anna lit the lamp.", "Clara  watched\nthe sea, Über 鯨!", "unlamplike glasses"):
        assert ours.encode(text).tolist() == theirs.encode(text)
        assert ours.decode(ours.encode(text)) == (" " if prefixed else "") + text
    assert ours.begin == theirs.bos_id() and ours.end_of_text == theirs.eos_id() and ours.unknown is None
