"""Folders that were to be models, each odd in one way, and caches with many of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 548105171\n"
LARGE = 300_000_000  # bytes, with holes in place of all but the beginning


def change(folder: Path, **values: Any) -> None:
    """Of its config.json; what is Ellipsis is taken out."""
    file = folder / "config.json"
    config = {**json.loads(file.read_text(encoding="utf-8")), **values}
    kept = {key: value for key, value in config.items() if value is not ...}
    file.write_text(json.dumps(kept), encoding="utf-8")


def _weights(folder: Path) -> Path:
    return folder / "model.safetensors"


def _cut(folder: Path) -> None:
    file = _weights(folder)
    file.write_bytes(file.read_bytes()[:-100])


def _adapter(folder: Path) -> None:
    _weights(folder).unlink()
    (folder / "config.json").unlink()
    (folder / "adapter_model.safetensors").write_bytes(b"")
    (folder / "adapter_config.json").write_text(
        json.dumps({"peft_type": "LORA", "base_model_name_or_path": "org/large"})
    )


def _adapter_tensors(folder: Path) -> None:
    import numpy as np
    from safetensors.numpy import save_file

    save_file({"base_model.model.wte.lora_A.weight": np.zeros((4, 4), np.float32)}, _weights(folder))


def _pickle(folder: Path) -> None:
    _weights(folder).rename(folder / "pytorch_model.bin")


def _gguf(folder: Path) -> None:
    _weights(folder).rename(folder / "tiny.Q4_K_M.gguf")


def _part_missing(folder: Path) -> None:
    _weights(folder).rename(folder / "model-00001-of-00003.safetensors")


def _nested(folder: Path) -> None:
    (folder / "config.json").write_text('{"model_type": ' + "[" * 100_000 + "]" * 100_000 + "}")


def _old_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").rename(folder / "vocab.txt")


def _weights_of(content: bytes) -> Callable[[Path], None]:
    return lambda folder: _weights(folder).write_bytes(content) and None  # type: ignore[func-returns-value]


# Of GPT-2, and what is said of it.
ODDITIES: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "no heads": (lambda folder: change(folder, n_head=0), "\\(“n_head” cannot be 0 in config.json: it is 1 or more\\)"),
    "no layers": (lambda folder: change(folder, n_layer=0), "“n_layer” cannot be 0 in config.json: it is 1 or more"),
    "null": (lambda folder: change(folder, n_embd=None), "“n_embd” cannot be null in config.json: it is a whole"),
    "a text for a number": (
        lambda folder: change(folder, n_positions="many"),
        "“n_positions” cannot be \"many\" in config.json: it is a whole number",
    ),
    "a hundred million layers": (lambda folder: change(folder, n_layer=10**8), "it is between 1 and 10000"),
    "uneven heads": (lambda folder: change(folder, n_head=3), "3 heads cannot share a width of 16"),
    "nested": (_nested, r"\(config.json is nested too deep\)"),
    "more weights than there are": (
        lambda folder: change(folder, n_embd=16_384, n_layer=24),
        "describes [\\d,]+ weights, and the files hold [\\d,]+",
    ),
    "nothing in it": (_weights_of(b""), "model.safetensors has 0 bytes"),
    "cut": (_cut, r"model.safetensors is cut off: [\d,]+ of [\d,]+ bytes"),
    "cut at once": (_weights_of(b"\xff\0\0\0\0\0\0\0{"), "model.safetensors is cut off near its beginning"),
    "no safetensors": (_weights_of(b"<!DOCTYPE html><html></html>"), "model.safetensors is not a safetensors file"),
    "pointer": (
        _weights_of(POINTER.encode()),
        "model.safetensors in “.*” is only a note of where the file lies.*git lfs pull",
    ),
    "pointer for the tokenizer": (
        lambda folder: (folder / "tokenizer.json").write_text(POINTER),
        "tokenizer.json in “.*” is only a note of where the file lies.*git lfs pull",
    ),
    "pointer for the configuration": (
        lambda folder: (folder / "config.json").write_text(POINTER),
        "config.json in “.*” is only a note of where the file lies.*git lfs pull",
    ),
    "adapter": (_adapter, r"only an addition \(an adapter\) to “org/large”, which is not on this computer"),
    "adapter by its tensors": (_adapter_tensors, r"only an addition \(an adapter\) to another model"),
    "pickle": (_pickle, r"are a Python pickle \(pytorch_model.bin\)"),
    "gguf": (_gguf, r"tiny.Q4_K_M.gguf is not a GGUF file, whatever its name says"),
    "a part missing": (_part_missing, r"no weights \(model-00002-of-00003.safetensors\)"),
    "experts": (lambda folder: change(folder, num_local_experts=8), "it has several experts, of which each word asks"),
    "another family with experts": (
        lambda folder: change(folder, model_type="mixtral", num_local_experts=8),
        r"is a Mixtral \(mixtral\) model, a mixture of experts",
    ),
    "pictures": (
        lambda folder: change(folder, model_type="qwen2_vl", vision_config={}),
        "is a qwen2_vl model, which sees pictures or hears sounds",
    ),
    "older tokenizer": (_old_tokenizer, r"is in an older form \(vocab.txt\)"),
}  # fmt: skip


def make_cache(folder: Path, tiny: Path, models: int = 40, odd: int = 10, *, large: bool = False) -> dict[str, str]:
    """A cache as huggingface_hub lays it out; what is said of each odd model in it, by its name.

    `large` lets the weights of those that can be opened say that they are of hundreds of megabytes.
    """
    names = [f"org/model-{number:02}" for number in range(models - odd)]
    said = {f"odd/{kind.replace(' ', '-')}": kind for kind in list(ODDITIES)[:odd]}
    for name in (*names, *said):
        snapshot = folder / f"models--{name.replace('/', '--')}" / "snapshots" / ("a" * 40)
        shutil.copytree(tiny, snapshot)
        (snapshot.parent.parent / "refs").mkdir()
        (snapshot.parent.parent / "refs" / "main").write_text("a" * 40)
        if name in said:
            ODDITIES[said[name]][0](snapshot)
        elif large:
            enlarge(snapshot, LARGE)
    return {name: ODDITIES[kind][1] for name, kind in said.items()}


def enlarge(folder: Path, size: int) -> None:
    """One tensor more, of `size` bytes of zeros, which the disk does not hold."""
    content = _weights(folder).read_bytes()
    length = int.from_bytes(content[:8], "little")
    header, end = json.loads(content[8 : 8 + length]), len(content) - 8 - length
    header["h.0.attn.masked_bias"] = {"dtype": "F32", "shape": [size // 4], "data_offsets": [end, end + size]}
    written = json.dumps(header).encode()
    with _weights(folder).open("wb") as stream:
        stream.write(len(written).to_bytes(8, "little") + written + content[8 + length :])
        stream.truncate(8 + len(written) + end + size)
