"""The head for labels in a folder that this program exported, by which it is asked for labels here as well."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from workbench.ground import records
from workbench.messages.errors import KnownError, reason_of
from workbench.models.families.tensors import check_finite
from workbench.models.small_files import read_json
from workbench.models.sources.source import CONFIG
from workbench.values.labels import LabelSet
from workbench.values.methods import Pooling

KEY = "nextword_workbench"  # in a config.json
NAMES = ("score", "classifier")  # of its layer in the weights
OF_TOKENS = "of_tokens"  # of the layer that says what each token tells by itself
WEIGHTS = "model.safetensors"
# What a config.json says of a head for labels alone; a network that goes on without it must not say so.
_OF_THE_HEAD = (KEY, "architectures", "auto_map", "id2label", "label2id", "problem_type", "use_cache")
_TELLS_LABELS = re.compile(r"\w+For(Sequence|Token)Classification")


@dataclass(frozen=True)
class LabelHead:
    """How a network is asked for labels."""

    task: str
    labels: LabelSet
    pooling: Pooling
    context_length: int  # tokens that are read of a text


def tells_labels(config: Mapping[str, Any]) -> bool:
    """Whether a config.json is of a network with a head for labels in place of its vocabulary."""
    classes = config.get("architectures")
    return isinstance(classes, list) and any(_TELLS_LABELS.fullmatch(str(name)) for name in classes)


def without_head(config: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in config.items() if name not in _OF_THE_HEAD}


def label_head(folder: Path) -> LabelHead | None:
    """None where the folder says of none. Raises KnownError("model.damaged") where what is said of it cannot be."""
    if not (folder / CONFIG).is_file():
        return None  # it lies there in another way
    config = read_json(folder / CONFIG)
    if not tells_labels(config) or KEY not in config:
        return None
    try:
        return records.read(LabelHead, config[KEY])
    except ValueError as error:
        raise KnownError("model.damaged", folder=folder, detail=error) from error


def head_weights(folder: Path) -> Sequence[Sequence[np.ndarray]]:
    """Of each of its layers: the matrix [features, labels], and the bias [labels] where there is one; and where there
    is one of tokens, its matrix [vocabulary, labels].

    Raises KnownError("model.damaged").
    """
    from safetensors.numpy import load_file

    try:
        found = load_file(folder / WEIGHTS)
        name = next(name for name in NAMES if f"{name}.weight" in found)
        for part in (f"{name}.weight", f"{name}.bias", f"{OF_TOKENS}.weight"):
            check_finite(part, found.get(part, np.zeros(0)))
    except (OSError, ValueError, StopIteration) as error:
        raise KnownError("model.damaged", folder=folder, detail=reason_of(error)) from error
    matrix = found[f"{name}.weight"].astype(np.float32).T
    bias = found.get(f"{name}.bias")
    layers = [[matrix] if bias is None else [matrix, bias.astype(np.float32)]]
    tokens = found.get(f"{OF_TOKENS}.weight")
    return layers if tokens is None else [*layers, [tokens.astype(np.float32)]]
