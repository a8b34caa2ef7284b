"""A run of labels as a folder that `transformers` opens as one of its classes for labels."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np

from workbench.exporting.card import ExportCard, write_card
from workbench.exporting.hugging_face import (
    Numbers,
    config_of,
    end_of_text,
    end_token,
    write_json,
    write_tensors,
    write_tokenizer,
)
from workbench.exporting.labels import modeling
from workbench.exporting.labels.label_model import LabelModel
from workbench.exporting.labels.reading import READ_TWICE
from workbench.ground import records
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.models.families.tensors import OUTPUT
from workbench.models.sources.hugging_face import WEIGHTS
from workbench.models.sources.label_head import KEY, OF_TOKENS, LabelHead
from workbench.models.sources.source import CONFIG, TOKENIZER
from workbench.values.methods import Pooling
from workbench.values.network_kind import NetworkKind
from workbench.values.progress import Progress


def write_hugging_face(
    found: LabelModel, folder: Path, card: ExportCard, numbers: Numbers = Numbers.FLOAT32
) -> Generator[Progress, None, None]:
    """Write it into `folder`, which exists and is empty.

    Raises KnownError: export.too_large, export.other_tokens where the tokenizer would read a text in another way.
    """
    yield Progress(0, 2, WEIGHTS)
    write_tensors(folder, _tensors(found), numbers)
    yield Progress(1, 2, TOKENIZER)
    write_json(folder / CONFIG, _config(found, numbers))
    end = end_of_text(found.model)
    padding = {"pad_token": end} if end else {}
    settings = {**padding, "padding_side": "right", "truncation_side": "right", "model_max_length": found.most}
    write_tokenizer(found.model, folder, settings)
    _check_tokens(found, folder / TOKENIZER)
    if modeling.needs_own_class(found):
        (folder / modeling.FILE).write_text(modeling.modeling(found), encoding="utf-8")
    write_card(folder, card, how_to_open(found))
    yield Progress(2, 2)


def how_to_open(found: LabelModel) -> str:
    own, auto = modeling.needs_own_class(found), modeling.auto_class(found)
    trusted = ", trust_remote_code=True" if own else ""
    opened = f"""\
import torch
from transformers import {auto}, AutoTokenizer

model = {auto}.from_pretrained(FOLDER{trusted})
tokenizer = AutoTokenizer.from_pretrained(FOLDER{trusted})
"""
    lines = [render(message("card.open_with_transformers"))]
    lines += [render(message("card.own_class", file=modeling.FILE))] if own else []
    lines += [render(message("card.reads_twice", file=READ_TWICE))] if found.tells_words else []
    here = render(message("card.open_labels_here"))
    return "\n\n".join([*lines, f"```python\n{opened}{_asking(found)}```", here])


def _asking(found: LabelModel) -> str:
    if found.tells_words:
        predicate = ", predicate=2" if found.has_predicate else ""
        return f"""\
from read_twice import read_twice  # the file in the folder

words = ["The", "lamp", "is", "lit", "."]
tokens, ends = read_twice(tokenizer.backend_tokenizer, words{predicate})
with torch.no_grad():
    logits = model(torch.tensor([tokens])).logits[0]
print([(word, model.config.id2label[int(logits[end].argmax())]) for word, end in zip(words, ends)])
"""
    told = "logits.sigmoid()" if found.labels.several else "logits.softmax(-1)"
    return f"""\
texts = tokenizer(["It was a bright day.", "Nobody came."], padding=True, truncation=True, return_tensors="pt")
with torch.no_grad():
    logits = model(**texts).logits
for probabilities in {told}:
    print({{model.config.id2label[number]: float(p) for number, p in enumerate(probabilities)}})
"""


def _tensors(found: LabelModel) -> dict[str, np.ndarray]:
    """Without the matrix that tells next words, where it is one of its own."""
    family = found.model.family
    tensors = {name: value for name, value in family.tensors(found.model.network).items() if name != OUTPUT}
    plain_name = family.word_head if found.tells_words and not modeling.needs_own_class(found) else None
    head = plain_name or "score"
    tensors[f"{head}.weight"] = np.ascontiguousarray(found.head[0].T)
    if len(found.head) > 1:
        tensors[f"{head}.bias"] = found.head[1]
    if found.of_tokens is not None:
        tensors[f"{OF_TOKENS}.weight"] = found.of_tokens
    return tensors


def _config(found: LabelModel, numbers: Numbers) -> dict[str, Any]:
    names = found.labels.names
    head = LabelHead(found.task, found.labels, found.pooling or Pooling.LAST, found.most)
    config = {
        **config_of(found.model, numbers),
        "architectures": [modeling.class_name(found)],
        "id2label": {str(number): name for number, name in enumerate(names)},
        "label2id": {name: number for number, name in enumerate(names)},
        "pad_token_id": _padding(found),
        "use_cache": False,
        KEY: records.written(head),
    }
    if not found.tells_words:
        kind = "multi_label_classification" if found.labels.several else "single_label_classification"
        config["problem_type"] = kind
    if found.model.family.kind is NetworkKind.LSTM:
        config.setdefault("num_hidden_layers", 1)
    if modeling.needs_own_class(found):
        config["auto_map"] = modeling.auto_map(found)
    return config


def _padding(found: LabelModel) -> int:
    """With which texts are made equally long; without one, several at once could not be read."""
    return end_token(found.model) or 0


def _check_tokens(found: LabelModel, file: Path) -> None:
    """That whoever reads a text with tokenizer.json reads what the program does, and nothing behind it."""
    if found.tells_words:  # of these nothing behind a word is read
        return
    import tokenizers

    tokenizer = tokenizers.Tokenizer.from_file(str(file))
    for example in found.examples():
        (part,) = found.parts(example, found.most)
        read = tokenizer.encode(example.text).ids[: found.most]
        if part.tokens.tolist() != read:
            raise KnownError("export.other_tokens")
