"""What models are called: by the name on their card, wherever they are spoken of."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from workbench.ground.resources import resource
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message
from workbench.models.found import name_of
from workbench.models.gguf.parts import ENDING
from workbench.models.small_files import read_json
from workbench.models.strong import NAME as STRONG
from workbench.models.strong import TITLE
from workbench.values.model_ref import SCRATCH


def called(model: str) -> Message | str:
    """The name of what `Run.model` or the text of a reference stands for; a run is called by its own name already."""
    if model.startswith(SCRATCH):
        return message("model.from_scratch", name=called(model.removeprefix(SCRATCH)))
    return _bundled().get(model) or (_of_folder(Path(model)) if Path(model).is_absolute() else model)


def short_name(model: str) -> str:
    """To be part of another name, in no language."""
    name = called(model.removeprefix(SCRATCH))
    assert isinstance(name, str)
    return f"{name} (scratch)" if model.startswith(SCRATCH) else name


@lru_cache(maxsize=1)
def _bundled() -> dict[str, str]:
    cards = {file.parent.name: read_json(file) for file in resource("models").glob("*/card.json")}
    return {folder: str(card.get("name", folder)) for folder, card in cards.items()} | {STRONG: TITLE}


@lru_cache(maxsize=256)
def _of_folder(folder: Path) -> str:
    """The folder's own name where it has no card, or is gone."""
    try:
        card = read_json(folder / "card.json") if (folder / "card.json").is_file() else {}
    except KnownError:
        card = {}
    is_file = folder.suffix == ENDING or folder.is_file()
    return str(card.get("name", name_of(folder) if is_file else folder.name))
