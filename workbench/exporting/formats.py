"""The formats a run can be exported in, and exporting it: whole under its name, or not at all."""

from __future__ import annotations

from collections.abc import Generator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.exporting import adapter, keras_file, litert, saved_model
from workbench.exporting.card import ExportCard, card_of, write_card
from workbench.exporting.gguf.folder import passages_of, write_gguf, write_gguf_folder
from workbench.exporting.gguf.quantisations import Quantisation
from workbench.exporting.hugging_face import Numbers, write_hugging_face
from workbench.exporting.labels import writing as labels
from workbench.exporting.labels.label_model import LabelModel
from workbench.exporting.measurements import measurements_csv, write_tensorboard
from workbench.ground.files import new_file, new_folder, write_atomically
from workbench.ground.names import slug
from workbench.messages.errors import KnownError
from workbench.models.sources.source import TOKENIZER
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task, parts_of, shown_of
from workbench.values.model_ref import OfRun
from workbench.values.progress import Progress
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

Writing = Generator[Progress, None, None]


class Format(StrEnum):
    HUGGING_FACE = "hf"  # a folder that transformers and this program open
    ADAPTER = "adapter"  # what a LoRA run added to its base, alone, as peft has it
    KERAS = "keras"
    SAVED_MODEL = "savedmodel"  # takes text
    LITERT = "litert"
    GGUF = "gguf"  # for llama.cpp and what is made of it
    CSV = "csv"  # the measurements, as a file
    TENSORBOARD = "tensorboard"  # the measurements, as a folder of events

    @property
    def ending(self) -> str:
        """Of the file that it is; empty for a folder."""
        return {Format.CSV: ".csv"}.get(self, "")


OF_THE_RUN = (Format.CSV, Format.TENSORBOARD)  # what it measured; all others need a checkpoint
ENDINGS = {
    Format.KERAS: ".keras",
    Format.LITERT: ".tflite",
    Format.GGUF: ".gguf",
}  # of the model's file, where it is a single one


def suggested_name(run: Run, wanted: Format, part: str = "") -> str:
    """A name for the file or folder."""
    return slug(run.name) + (f"-{folder_of(part)}" if part else "") + (wanted.ending or f"-{wanted}")


def export_run(
    services: Workbench,
    run: str,
    destination: Path,
    wanted: Format,
    numbers: Numbers = Numbers.FLOAT32,
    part: str = "",
    quantisation: Quantisation = Quantisation.F16,
) -> Generator[Progress, None, Path]:
    """Write a run's best model or its measurements; returns where. Closing the generator leaves nothing behind.

    Of a run that learnt several things `part` is written, or each of them in a folder of its own in `destination`.

    A file replaces one of its name; a folder must be new or empty. Of a model that is one file, a destination with
    that file's ending is the file alone, any other a folder with its tokenizer and a README beside it.
    Raises KnownError: run.…, checkpoint.…, folder.taken, export.…, disk.….
    """
    found = services.project.runs.named(run)
    parts = parts_to_export(found, wanted, part)
    destination = destination.expanduser().resolve()
    if wanted is Format.CSV:
        yield Progress(0, 1, destination.name)
        content = measurements_csv(services.project, found)
        write_atomically(destination, content.encode("utf-8-sig"))  # so that spreadsheets see UTF-8
        return destination
    if wanted in ENDINGS and destination.suffix.lower() == ENDINGS[wanted]:
        if len(parts) > 1:
            raise KnownError("export.which_part", name=found.name, parts=parts)
        yield Progress(0, 0, found.name)
        with new_file(destination) as draft:
            # Keras looks at the ending.
            named = draft.with_name(draft.name + ENDINGS[wanted])
            try:
                yield from _write_file(services, found, parts[0], named, wanted, quantisation)
                named.replace(draft)
            finally:
                named.unlink(missing_ok=True)
        return destination
    _make_way(destination)
    with new_folder(destination) as draft:
        if wanted is Format.TENSORBOARD:
            yield Progress(0, 1, destination.name)
            write_tensorboard(services.project, found, draft)
        else:
            for each in parts:
                yield Progress(0, 0, found.name)
                folder = draft / folder_of(each) if len(parts) > 1 else draft
                folder.mkdir(exist_ok=True)
                if wanted is Format.GGUF:
                    yield from write_gguf_folder(*_of_gguf(services, found, each, folder, quantisation))
                else:
                    yield from _write_folder(services, found, each, folder, wanted, numbers)
    return destination


def parts_to_export(run: Run, wanted: Format, part: str = "") -> tuple[str, ...]:
    """Those of what a run learnt that are written, by name; one without a name where it learnt one thing, none of what
    it measured.

    Raises KnownError: together.no_part, export.other_task.
    """
    if wanted in OF_THE_RUN:
        return ()
    if wanted not in shown_of(run).exports:
        raise KnownError("export.other_task", name=run.name, format=wanted)
    if wanted is Format.ADAPTER:
        adapter.check_added(run)
    return parts_of(run, part)


def exports_of(run: Run) -> tuple[str, ...]:
    """The formats that its model can be written in."""
    is_added = run.fine_tuning.method in adapter.METHODS
    return tuple(each for each in shown_of(run).exports if is_added or each != Format.ADAPTER)


def folder_of(part: str) -> str:
    return part.replace("#", "-")


def _write_folder(
    services: Workbench, run: Run, part: str, folder: Path, wanted: Format, numbers: Numbers
) -> Writing:  # fmt: skip
    card = card_of(services, run, part)
    if wanted is Format.ADAPTER:
        if _tells_labels(run, part):
            raise KnownError("export.other_task", name=run.name, format=wanted)
        yield from adapter.write_adapter(services, run, folder, card)
    elif _tells_labels(run, part):
        yield from labels.write_folder(LabelModel.of_run(services, run, part), folder, card, wanted, numbers)
    else:
        yield from _write_model(services.models.open(OfRun(run.id)), folder, card, wanted, numbers)


def _write_model(model: LanguageModel, folder: Path, card: ExportCard, wanted: Format, numbers: Numbers) -> Writing:
    if wanted is Format.HUGGING_FACE:
        yield from write_hugging_face(model, folder, card, numbers)
        return
    if wanted is Format.SAVED_MODEL:
        yield from saved_model.write_saved_model(model, folder)
        write_card(folder, card, saved_model.how_to_open(model))
        return
    one_file = keras_file if wanted is Format.KERAS else litert
    yield from _write_words(model, folder / one_file.FILE, wanted)
    (folder / TOKENIZER).write_text(model.tokenizer.definition, encoding="utf-8")
    write_card(folder, card, one_file.how_to_open(model))


def _tells_labels(run: Run, part: str) -> bool:
    return find_task(run.input_of(part).task).shown.labels if part else shown_of(run).labels


def _of_gguf(
    services: Workbench, run: Run, part: str, place: Path, quantisation: Quantisation
) -> tuple[LanguageModel, Path, ExportCard, Quantisation, tuple[str, ...]]:
    corpus = services.project.corpora.named(run.input_of(part).corpus if part else run.corpus)
    card = card_of(services, run, part)
    return services.models.open(OfRun(run.id)), place, card, quantisation, passages_of(corpus)


def _write_file(
    services: Workbench, run: Run, part: str, file: Path, wanted: Format, quantisation: Quantisation
) -> Writing:  # fmt: skip
    if wanted is Format.GGUF:
        return _drained(write_gguf(*_of_gguf(services, run, part, file, quantisation)))
    if _tells_labels(run, part):
        return labels.write_file(LabelModel.of_run(services, run, part), file, wanted)
    return _write_words(services.models.open(OfRun(run.id)), file, wanted)


def _write_words(model: LanguageModel, file: Path, wanted: Format) -> Writing:
    if wanted is Format.KERAS:
        return keras_file.write_keras(model, file)
    return litert.write_litert(model, file)


def _drained(writing: Generator[Progress, None, object]) -> Writing:
    yield from writing


def _make_way(folder: Path) -> None:
    """Remove an empty folder of the name, such as a file dialog has just made. Raises KnownError("folder.taken")."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    elif folder.exists():
        raise KnownError("folder.taken", folder=folder)
