"""A run of labels as a .keras file: the network with its head, to be opened with keras.models.load_model."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import numpy as np

from workbench.exporting import agreement, keras_file
from workbench.exporting.labels.label_model import LabelModel
from workbench.exporting.labels.reading import encoding, telling
from workbench.tasks.heads import fed
from workbench.tasks.rows import length_of, padded
from workbench.values.progress import Progress


def write_keras(found: LabelModel, file: Path) -> Generator[Progress, None, None]:
    """Write it, open it again and compare what it says. The tokenizer is not in it.

    Raises KnownError("export.disagrees").
    """
    import keras

    yield Progress(0, 2, file.name)
    keras_file.save(found.plain, file)
    yield Progress(1, 2, file.name)
    again = keras.models.load_model(file)
    for _, part, expected in found.asked(found.most):
        rows = padded([part.tokens], length_of(len(part.tokens)))
        said = np.asarray(again(fed(rows), training=False))[0]
        agreement.check(expected, said[: len(part.tokens)] if found.tells_words else said, "Keras")
    yield Progress(2, 2, file.name)


def how_to_open(found: LabelModel) -> str:
    return f"""\
```python
import json

import keras
{keras_file.needed_for(found.model)}import numpy as np
import tokenizers

model = keras.models.load_model("{keras_file.FILE}")
labels = json.load(open("labels.json", encoding="utf-8"))["names"]
{encoding(found, found.most)}
row = np.array([tokens], "int32")
logits = np.asarray(model({{"token_ids": row, "padding_mask": np.ones_like(row)}}, training=False))[0]
{telling(found)}
```"""
