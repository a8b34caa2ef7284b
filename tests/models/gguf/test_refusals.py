"""What no network here can be, or what no file is, is refused with the reason before a library is asked."""

from __future__ import annotations

import random
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import gguf
import numpy as np
import pytest

from tests.fuzz.gguf_headers import damaged, outcome
from tests.gguf_files import write_gguf
from tests.tiny_families import write
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card, read_config
from workbench.models.language_model import read_tokenizer


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gguf")
    return write_gguf(folder / "tiny.gguf", write(folder / "folder", "smollm2"))


def _made(file: Path, architecture: str, *tensors: str, **settings: object) -> Path:
    """Nothing but settings and an embedding, and further `tensors`."""
    writer = gguf.GGUFWriter(file, architecture)
    for key, value in settings.items():
        add = {str: writer.add_string, int: writer.add_uint32, float: writer.add_float32}[type(value)]
        add(key.replace("__", "."), value)
    for name in ("token_embd.weight", *tensors):
        writer.add_tensor(name, np.zeros((8, 32), np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file


@pytest.mark.parametrize(
    ("architecture", "settings", "sentence"),
    [
        ("qwen3moe", {"qwen3moe__expert_count": 8}, "several experts, of which each word asks some"),
        ("llama", {"llama__expert_count": 8}, "several experts, of which each word asks some"),
        ("mamba", {}, r"is a Mamba \(mamba\) model, which is not supported; these are:"),
        ("clip", {}, "the part of a model that sees pictures or hears sounds"),
        ("llama", {}, r"does not say “llama\.embedding_length”"),
        ("llama", {"general__type": "adapter"}, "only an addition .* as llama.cpp has it. Open the folder"),
    ],
)
def test_another_network_is_refused_by_what_it_is(
    tmp_path: Path, architecture: str, settings: dict[str, object], sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        read_card(_made(tmp_path / "other.gguf", architecture, **settings), Origin.FOLDER)


def test_what_ollama_keeps_of_gemma_3(tmp_path: Path) -> None:
    """With what sees in the same file; and with names of its own for what positions are turned by."""
    with pytest.raises(KnownError, match="sees pictures or hears sounds besides reading"):
        read_card(_made(tmp_path / "sees.gguf", "gemma3", "v.patch_embedding.weight"), Origin.FOLDER)
    sizes = {"embedding_length": 32, "feed_forward_length": 64, "block_count": 2, "context_length": 64}
    heads = {"attention.head_count": 4, "attention.head_count_kv": 4}
    floats = {"attention.layer_norm_rms_epsilon": 1e-6, "rope.global.freq_base": 1e6, "rope.local.freq_base": 2e4}
    said = {f"gemma3__{key.replace('.', '__')}": value for key, value in (sizes | heads | floats).items()}
    config = read_config(_made(tmp_path / "reads.gguf", "gemma3", **said))
    assert (config["rope_theta"], config["rope_local_base_freq"]) == (1e6, 2e4)


def test_a_file_that_is_a_part_of_a_model_is_told_from_one_that_is_a_model(tmp_path: Path) -> None:
    part = write(tmp_path / "folder", "smollm2") / "model.safetensors"
    with pytest.raises(KnownError, match="is no model by itself; of single files, GGUF ones are"):
        read_card(part, Origin.FOLDER)


def test_a_folder_stands_for_the_one_model_in_it(tmp_path: Path, tiny: Path) -> None:
    for name in ("one.gguf", "mmproj-one.gguf", "README.md"):
        shutil.copy(tiny, tmp_path / name)
    assert read_card(tmp_path, Origin.FOLDER) == read_card(tmp_path / "one.gguf", Origin.FOLDER)
    assert find_model(str(tmp_path)).folder == tmp_path / "one.gguf"
    shutil.copy(tiny, tmp_path / "other.gguf")
    with pytest.raises(KnownError, match=r"each a model by itself: one\.gguf, other\.gguf\. Open one of these"):
        read_card(tmp_path, Origin.FOLDER)
    parts = tmp_path / "parts"
    parts.mkdir()
    shutil.copy(tiny, parts / "large-00002-of-00002.gguf")
    with pytest.raises(KnownError, match=r"large-00001-of-00002\.gguf"):
        read_card(parts, Origin.FOLDER)


def test_a_kind_that_nothing_decodes_is_refused_by_its_name(tmp_path: Path, tiny: Path) -> None:
    content = bytearray(tiny.read_bytes())
    name = b"blk.0.ffn_down.weight"
    place = content.index(name) + len(name) + 4 + 2 * 8
    content[place : place + 4] = struct.pack("<I", gguf.GGMLQuantizationType.I32)
    (tmp_path / "odd.gguf").write_bytes(content)
    with pytest.raises(KnownError, match="weights in the kind I32, which nothing here decodes"):
        read_card(tmp_path / "odd.gguf", Origin.FOLDER)


def test_weights_without_a_place_are_refused_before_any_is_read(tmp_path: Path, tiny: Path) -> None:
    """By their name; also such as another block would have."""
    for old, odd in (
        (b"blk.0.ffn_down.weight", b"blk.0.ffn_drop.weight"),
        (b"output_norm.weight", b"output_form.weight"),
    ):
        (tmp_path / "odd.gguf").write_bytes(tiny.read_bytes().replace(old, odd))
        with pytest.raises(KnownError, match=f"the weights “{odd.decode()}”, for which its network has no place"):
            read_card(tmp_path / "odd.gguf", Origin.FOLDER)
    (tmp_path / "odd.gguf").write_bytes(tiny.read_bytes().replace(b"blk.0.", b"blk.9."))
    with pytest.raises(KnownError, match=r"the weights “blk\.9\.[a-z_]+\.weight”, for which its network has no place"):
        read_card(tmp_path / "odd.gguf", Origin.FOLDER)


def test_a_block_without_end_is_no_place(tmp_path: Path) -> None:
    sizes = {"embedding_length": 32, "feed_forward_length": 64, "block_count": 2, "context_length": 64}
    said = {**sizes, "attention.head_count": 4, "attention.layer_norm_rms_epsilon": 1e-6}
    settings = {f"llama__{key.replace('.', '__')}": value for key, value in said.items()}
    file = _made(tmp_path / "endless.gguf", "llama", f"blk.{'9' * 60}.attn_q.weight", **settings)
    content = file.read_bytes().replace(
        struct.pack("<Q", 78) + b"blk.", struct.pack("<Q", 5_078) + b"blk." + b"9" * 5_000
    )
    file.write_bytes(content)
    with pytest.raises(KnownError, match=r"for which its network has no place"):
        read_card(file, Origin.FOLDER)


def test_a_tokenizer_of_another_kind_is_refused_by_its_name(tmp_path: Path, tiny: Path) -> None:
    for old, new, sentence in (
        (b"gpt-2", b"dbrxx", "tells words apart in the way “dbrxx”"),
        (struct.pack("<Q", 4) + b"gpt2", struct.pack("<Q", 4) + b"bert", "a tokenizer of the kind “bert”"),
        (b"tokenizer.ggml.pre", b"tokenizer.ggml.old", "the file does not say how it tells words apart"),
        (b"tokenizer.ggml.model", b"tokenizer.ggml.mode_", "does not say “tokenizer.ggml.model”"),
    ):
        (tmp_path / "odd.gguf").write_bytes(tiny.read_bytes().replace(old, new, 1))
        with pytest.raises(KnownError, match=sentence):
            read_tokenizer(tmp_path / "odd.gguf")


def _cut(content: bytes) -> bytes:
    return content[:-4000]


def _long_text(content: bytes) -> bytes:
    """The name of the first setting has two gigabytes."""
    return content[:24] + struct.pack("<Q", 1 << 31) + content[32:]


def _many(content: bytes) -> bytes:
    return content[:8] + struct.pack("<QQ", 1 << 62, 1 << 62) + content[24:]


def _nested(content: bytes) -> bytes:
    """A list of lists of lists …, as deep as it is long."""
    key = struct.pack("<Q", 1) + b"a" + struct.pack("<I", 9)
    return content[:16] + struct.pack("<Q", 1) + key + 100_000 * struct.pack("<IQ", 9, 1)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_cut, r"is cut off: [\d,]+ of [\d,]+ bytes are there"),
        (_long_text, "says that it holds 2,147,483,648 of something"),
        (_many, r"says that it holds 4,611,686,018,427,387,904 of something"),
        (_nested, "is nested too deep"),
        (lambda content: content[:40], "is cut off near its beginning"),
        (lambda content: content[:4] + struct.pack("<I", 1) + content[8:], "is of version 1 of GGUF"),
    ],
)
def test_a_hostile_header_is_refused_with_what_it_says(
    tmp_path: Path, tiny: Path, change: Callable[[bytes], bytes], sentence: str
) -> None:
    (tmp_path / "odd.gguf").write_bytes(change(tiny.read_bytes()))
    with pytest.raises(KnownError, match=sentence):
        read_card(tmp_path / "odd.gguf", Origin.FOLDER)


def test_whatever_a_header_says_it_is_a_card_or_a_sentence(tmp_path: Path, tiny: Path) -> None:
    """`python -m tests.fuzz.gguf_headers --inputs 10000` tries as many."""
    choose, content, found = random.Random(0), tiny.read_bytes(), set()
    for _ in range(200):
        (tmp_path / "odd.gguf").write_bytes(damaged(content, choose))
        found.add(outcome(tmp_path / "odd.gguf"))
    assert "model.damaged" in found and not found & {"fault"}
