"""A run of labels written in a format for other programs, with what they need to ask it."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path

from workbench.exporting import keras_file as keras_files
from workbench.exporting import litert as litert_files
from workbench.exporting.card import ExportCard, write_card
from workbench.exporting.hugging_face import Numbers
from workbench.exporting.labels import hugging_face, keras_file, litert, saved_model
from workbench.exporting.labels.label_model import LabelModel
from workbench.exporting.labels.reading import READ_TWICE, read_twice
from workbench.ground import records
from workbench.models.sources.source import TOKENIZER
from workbench.tasks.registry import LABELS
from workbench.values.progress import Progress

Writing = Generator[Progress, None, None]


def write_folder(found: LabelModel, folder: Path, card: ExportCard, wanted: str, numbers: Numbers) -> Writing:
    """Into `folder`, which exists and is empty. Raises KnownError("export.…")."""
    if wanted == "hf":
        yield from hugging_face.write_hugging_face(found, folder, card, numbers)
    elif wanted == "savedmodel":
        yield from saved_model.write_saved_model(found, folder)
        write_card(folder, card, saved_model.how_to_open(found))
    else:
        is_keras = wanted == "keras"
        yield from write_file(found, folder / (keras_files.FILE if is_keras else litert_files.FILE), wanted)
        (folder / TOKENIZER).write_text(found.model.tokenizer.definition, encoding="utf-8")
        write_card(folder, card, (keras_file if is_keras else litert).how_to_open(found))
    told = json.dumps(records.written(found.labels), ensure_ascii=False, indent=2)
    (folder / LABELS).write_text(told, encoding="utf-8")
    if found.tells_words and wanted != "savedmodel":
        (folder / READ_TWICE).write_text(read_twice(), encoding="utf-8")


def write_file(found: LabelModel, file: Path, wanted: str) -> Writing:
    return keras_file.write_keras(found, file) if wanted == "keras" else litert.write_litert(found, file)
