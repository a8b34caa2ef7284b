"""What lies in a folder where weights or a model were expected: each of the usual things by its name."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from workbench.messages.errors import KnownError
from workbench.models.gguf.parts import models_in
from workbench.models.sources.source import CONFIG

ADAPTER = "adapter_config.json"
BASE = "base_model_name_or_path"  # in it
_OF_ADAPTERS = ("base_model.model.", ".lora_A.", ".lora_B.")
_OF_EXPERTS = (".experts.", ".block_sparse_moe.")
_OF_PICTURES = ("vision_tower.", "vision_model.", "visual.", "multi_modal_projector.", "mm_projector.")
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
GGUF = "*.gguf"
ONE_INSIDE, SEVERAL_INSIDE = "model.gguf_inside", "model.ggufs_inside"  # what is said of a folder with such files alone
_NAMED = 10  # folders, at most
# What else weights are kept in, and what people call it.
_FORMATS = {
    GGUF: "GGUF (llama.cpp)",
    "*.ggml": "GGML (llama.cpp)",
    "tf_model*.h5": "TensorFlow",
    "flax_model*.msgpack": "Flax",
    "*.onnx": "ONNX",
    "*.tflite": "LiteRT",
    "*.keras": "Keras",
    "*.npz": "NumPy",
    "consolidated*.safetensors": "Mistral",
    "*.mlpackage": "Core ML",
}


def refuse_others(folder: Path) -> None:
    """Raises KnownError, with what is there in place of weights in safetensors; nothing where it is not known."""
    names = sorted(file.name for file in folder.glob("*"))
    pickle = next((name for name in names if any(fnmatchcase(name, pattern) for pattern in PICKLES)), None)
    if pickle is not None:
        raise KnownError("model.pickle", folder=folder, file=pickle)
    if len(files := [file.relative_to(folder).as_posix() for file in models_in(folder)]) > 1:
        raise KnownError(SEVERAL_INSIDE, folder=folder, files=tuple(files))
    if files:
        raise KnownError(ONE_INSIDE, folder=folder, file=files[0])
    inside = [file for name in (CONFIG, ADAPTER) for depth in ("*", "*/*") for file in folder.glob(f"{depth}/{name}")]
    if folders := sorted({file.parent.relative_to(folder).as_posix() for file in inside}):
        raise KnownError("model.folders_inside", folder=folder, folders=tuple(folders[:_NAMED]))
    if (found := other_format(names)) is not None:
        raise KnownError("model.other_format", folder=folder, file=found[0], kind=found[1])


def other_format(names: Iterable[str]) -> tuple[str, str] | None:
    """The first of these files that has weights in a format that cannot be opened, and what people call that."""
    found = ((name, kind) for name in names for pattern, kind in _FORMATS.items() if fnmatchcase(name, pattern))
    return next(found, None)


def is_of_adapter(names: Iterable[str]) -> bool:
    """Whether tensors of these names are what is added to another model."""
    return any(mark in name for name in names for mark in _OF_ADAPTERS)


def is_of_experts(names: Iterable[str]) -> bool:
    return any(mark in name for name in names for mark in _OF_EXPERTS)


def is_of_pictures(names: Iterable[str]) -> bool:
    return any(f".{name}".find(f".{mark}") >= 0 for name in names for mark in _OF_PICTURES)
