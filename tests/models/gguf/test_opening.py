"""A GGUF file that the library of llama.cpp's authors wrote is the model of the folder that it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import gguf
import numpy as np
import pytest

from tests.gguf_files import write_gguf
from tests.tiny_families import CONFIGS, write, write_any
from workbench.exporting import agreement
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card
from workbench.models.gguf.header import read_header
from workbench.models.gguf.kinds import KINDS, WITHOUT_DECODER
from workbench.models.gguf.tensors import decoded
from workbench.models.language_model import load, model_sha256

TEXTS = ("Anna lit the lamp.", "  It's 1834 – “naïve”?\n\nNo!  你好", "<|endoftext|> <s> <0x0A>")


@pytest.mark.parametrize("family", ["gpt2", *CONFIGS])
def test_the_logits_are_those_of_the_folder(tmp_path: Path, family: str) -> None:
    folder = write_any(tmp_path / "folder", family)
    if family == "smollm3":  # whose files do not say which blocks know of no positions: every fourth
        _say(folder, no_rope_layers=[1, 1])
    if family == "mistral":  # nor these that they look through a window: llama.cpp does not
        _say(folder, sliding_window=None)
    file = write_gguf(tmp_path / "tiny.gguf", folder)
    expected, found = load(find_model(str(folder))), load(find_model(str(file)))
    assert found.family is expected.family and found.context_length == expected.context_length
    assert found.tokenizer.begin == expected.tokenizer.begin
    for text in TEXTS:
        tokens = agreement.prompt(expected, text)
        assert agreement.prompt(found, text) == tokens and found.tokenizer.pieces == expected.tokenizer.pieces
        np.testing.assert_allclose(agreement.logits(found, tokens), agreement.logits(expected, tokens), atol=2e-5)


def test_weights_of_few_bits_in_several_parts_are_decoded_alike(tmp_path: Path) -> None:
    folder = write(tmp_path / "folder", "smollm2")
    whole = write_gguf(tmp_path / "whole.gguf", folder, "Q4_1")
    first = write_gguf(tmp_path / "parts.gguf", folder, "Q4_1", parts=3)
    card = read_card(first, Origin.FOLDER)
    assert card.name == "parts" and card.quantisation == "Q4_1" and first.name.endswith("-00001-of-00003.gguf")
    assert card.size_bytes == sum(part.stat().st_size for part in tmp_path.glob("parts-*.gguf"))
    assert model_sha256(card) != model_sha256(read_card(whole, Origin.FOLDER))
    expected = gguf.GGUFReader(whole).tensors
    found = load(card).family.tensors(load(find_model(str(whole))).network)
    stored = next(each for each in expected if each.name == "blk.1.ffn_down.weight")
    np.testing.assert_array_equal(
        found["model.layers.1.mlp.down_proj.weight"], gguf.dequantize(stored.data, stored.tensor_type)
    )
    next(tmp_path.glob("parts-00002*")).unlink()
    with pytest.raises(KnownError, match=r"parts-00002-of-00003\.gguf is not there, one of the 3 parts"):
        read_card(first, Origin.FOLDER)


def test_every_kind_that_the_library_knows_is_known_and_decoded_as_it_does(tmp_path: Path) -> None:
    theirs = {kind.value: (kind.name, *sizes) for kind, sizes in gguf.GGML_QUANT_SIZES.items()}
    assert {kind.number: (kind.name, kind.numbers, kind.size_bytes) for kind in KINDS.values()} == theirs
    writer, expected = gguf.GGUFWriter(tmp_path / "kinds.gguf", "llama"), {}
    draw = np.random.default_rng(0)
    for kind in (each for each in gguf.GGML_QUANT_SIZES if each.name not in WITHOUT_DECODER):
        numbers, size = gguf.GGML_QUANT_SIZES[kind]
        content = draw.integers(0, 40, (3, 512 // numbers * size), np.uint8)  # no number is endless
        writer.add_tensor(kind.name, content, raw_dtype=kind)
        expected[kind.name] = gguf.dequantize(content, kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    stored = read_header(tmp_path / "kinds.gguf").tensors
    for name, value in expected.items():
        np.testing.assert_array_equal(decoded(stored[name]), value.reshape(3, 512), err_msg=name)


def _say(folder: Path, **changes: object) -> None:
    file = folder / "config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))
