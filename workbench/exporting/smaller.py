"""A smaller model made of some layers of a larger one: what a student begins from that the larger one then teaches.

Sanh et al., DistilBERT, a distilled version of BERT, 2019, section 2: the student begins with every second layer of its
teacher.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from pathlib import Path

import numpy as np

from workbench.exporting.card import ExportCard, write_card
from workbench.exporting.hugging_face import Numbers, config_of, how_to_open, write_json, write_tensors, write_tokenizer
from workbench.ground.files import new_folder
from workbench.ground.names import free_name, slug
from workbench.messages.errors import KnownError, ReasonError, reason_of
from workbench.messages.message import message
from workbench.messages.rendering import ENGLISH, Language, render
from workbench.models.card import PretrainedModel
from workbench.models.catalogue import read_config
from workbench.models.naming import short_name
from workbench.models.sizes import layer_sizes
from workbench.models.sources.hugging_face import WEIGHTS
from workbench.models.sources.source import CONFIG
from workbench.services.workbench import Workbench
from workbench.values.model_ref import ModelRef
from workbench.values.progress import Progress

FOLDER = "smaller models"  # in a project


def make_smaller(
    services: Workbench, ref: ModelRef, layers: int, name: str | None = None, language: Language = ENGLISH
) -> Generator[Progress, None, PretrainedModel]:
    """A model of so many layers of `ref`, as a folder in the project, which is among its models from now on.

    The layers are spread evenly over those that there are, the lowest and the topmost among them. Without a name it
    gets one in `language`, and what was made before with the same weights is not made again.

    Raises KnownError: model.too_few_layers, model.not_smaller, and those of opening.
    """
    yield Progress(0, 3)
    services.project.check_changeable()
    model, card = services.models.open(ref), services.models.find(ref)
    config = model.family.completed(model.config)
    there = layers_of(services, ref)
    called = short_name(services.models.called(ref))
    if not 1 <= layers < there:
        raise KnownError("model.too_few_layers", name=called, layers=there)
    chosen = spread(layers, there)
    try:
        fewer, tensors = model.family.with_blocks(config, model.family.tensors(model.network), chosen)
    except ReasonError as error:
        raise KnownError("model.not_smaller", name=called, reason=reason_of(error)) from error
    yield Progress(1, 3)
    folder = services.project.folder / FOLDER
    folder.mkdir(exist_ok=True)
    if name is None and (made := _made_before(folder, tensors)) is not None:
        return services.models.add_folder(made)
    wanted = name or render(message("name.smaller", model=called, layers=layers), language)
    place = folder / free_name(slug(wanted), {each.name for each in folder.iterdir()}, "-{}")
    with new_folder(place) as draft:
        write_tensors(draft, tensors, Numbers.FLOAT32)
        student = type(model)(model.network, model.tokenizer, fewer)
        write_json(draft / CONFIG, config_of(student, Numbers.FLOAT32))
        write_tokenizer(student, draft)
        about = render(message("card.smaller", model=called, layers=", ".join(str(each + 1) for each in chosen)))
        write_card(draft, ExportCard(wanted, card.languages, card.licence, about), how_to_open(student))
    yield Progress(2, 3)
    found = services.models.add_folder(place)
    yield Progress(3, 3)
    return found


def _made_before(folder: Path, tensors: Mapping[str, np.ndarray]) -> Path | None:
    from safetensors import safe_open

    for file in sorted(folder.glob(f"*/{WEIGHTS}")):
        with safe_open(file, framework="numpy") as there:
            if set(there.keys()) == tensors.keys() and all(
                np.array_equal(there.get_tensor(name), value) for name, value in tensors.items()
            ):
                return file.parent
    return None


def layers_of(services: Workbench, ref: ModelRef) -> int:
    """How many a model has, without its embeddings; nothing is loaded. Raises KnownError("model.…")."""
    run = services.project.runs.of(ref)
    folder = services.models.find(ref).folder if run is None else run.folder / "model"
    assert folder is not None
    return len(layer_sizes(read_config(folder))) - 1


def spread(layers: int, there: int) -> tuple[int, ...]:
    """As many of so many, counted from 0, as evenly as can be; one alone is the lowest."""
    return tuple(np.linspace(0, there - 1, layers).round().astype(int).tolist())
