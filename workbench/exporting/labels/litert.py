"""A run of labels as a LiteRT file (.tflite): one text or sentence at a time, of a fixed room."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from workbench.exporting import agreement, litert
from workbench.exporting.labels.label_model import LabelModel
from workbench.exporting.labels.reading import encoding, telling
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.values.progress import Progress


def write_litert(found: LabelModel, file: Path) -> Generator[Progress, None, None]:
    """Convert the network, then run the file and compare what it says with the program.

    Its inputs are “token_ids” [1, room], zeros behind the text, and “length” [1]; its output “logits” [1, labels], or
    where words are told [1, room, labels]. Raises KnownError("export.disagrees" or "export.not_converted").
    """
    yield Progress(0, 3, file.name)
    content = litert.converted(found.plain, _function(found))
    yield Progress(1, 3, file.name)
    file.write_bytes(content)
    yield Progress(2, 3, file.name)
    ask = litert.opened(file)
    for _, part, expected in found.asked(room(found)):
        said = ask(part.tokens.tolist())
        agreement.check(expected, said[: len(part.tokens)] if found.tells_words else said, "LiteRT")
    yield Progress(3, 3, file.name)


def room(found: LabelModel) -> int:
    return min(litert.ROOM, found.most)


def how_to_open(found: LabelModel) -> str:
    width = room(found)
    example = f"""\
```python
import json

import numpy as np
import tokenizers
from ai_edge_litert.interpreter import Interpreter  # or tensorflow.lite.Interpreter

ask = Interpreter("{litert.FILE}").get_signature_runner("serving_default")
labels = json.load(open("labels.json", encoding="utf-8"))["names"]
{encoding(found, width)}
row = np.zeros((1, {width}), "int32")
row[0, : len(tokens)] = tokens
logits = ask(token_ids=row, length=np.array([len(tokens)], "int32"))["logits"][0]
{telling(found)}
```"""
    return f"{example}\n\n{render(message('card.of_litert'))}"


def _function(found: LabelModel) -> Any:
    import tensorflow as tf

    width = room(found)
    signature = [
        tf.TensorSpec([1, width], tf.int32, name="token_ids"),
        tf.TensorSpec([1], tf.int32, name="length"),
    ]

    @tf.function(autograph=False, input_signature=signature)
    def logits(token_ids: Any, length: Any) -> Any:
        inside = tf.sequence_mask(length, width, tf.int32)
        return {"logits": found.plain({"token_ids": token_ids, "padding_mask": inside}, training=False)}

    return logits
