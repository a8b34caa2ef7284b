"""Which sources there are: every module of this package that has a SOURCE."""

from __future__ import annotations

import pkgutil
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.models import sources
from workbench.models.gguf.header import is_gguf
from workbench.models.gguf.parts import ENDING
from workbench.models.small_files import file_state
from workbench.models.sources import hugging_face
from workbench.models.sources.others import PICKLES, refuse_others
from workbench.models.sources.source import CONFIG, Source

_WEIGHTS = ("*.safetensors", "*.h5", *PICKLES)
_BESIDE = ("", ".md", ".jinja", ".json")  # endings of what lies beside GGUF files: Modelfile, README.md, LICENSE


@cache
def known() -> tuple[Source, ...]:
    """The Hugging Face layout last: others have a config.json too, which says what they are."""
    modules = (import_module(f"{sources.__name__}.{module.name}") for module in pkgutil.iter_modules(sources.__path__))
    found = [module.SOURCE for module in modules if hasattr(module, "SOURCE")]
    return tuple(sorted(found, key=lambda source: source is hugging_face.SOURCE))


def find(folder: Path) -> Source | None:
    """How the model in `folder` lies there; None where there is none. It is asked several times for each card."""
    try:
        return _found(folder, folder.stat().st_mtime_ns, file_state(folder / CONFIG))
    except OSError:  # nobody may look, or there is nothing
        return next((source for source in known() if source.recognises(folder)), None)


@lru_cache(maxsize=512)
def _found(folder: Path, _changed_ns: int, _config: object) -> Source | None:
    """Found again only where files came, went or are another config.json: what else they say decides nothing."""
    return next((source for source in known() if source.recognises(folder)), None)


def source_of(folder: Path) -> Source:
    """`find`, but raises KnownError with what is there instead."""
    found = find(folder)
    if found is None:
        if folder.suffix == ENDING and folder.is_file():
            raise KnownError("model.damaged", folder=folder, detail=message("damage.not_gguf", file=folder.name))
        if folder.is_file():
            raise KnownError("model.not_a_model_file", folder=folder)
        refuse_others(folder)
        raise KnownError("model.not_a_folder", folder=folder, file=CONFIG)
    return found


def is_model(place: Path) -> bool:
    """Whether who brings a file or a folder means a model by it, and no text."""
    if place.is_file():
        return is_gguf(place)
    if find(place) is not None:  # much else has a config.json
        return any(any(place.glob(weights)) for weights in _WEIGHTS)
    said = {file.suffix for file in place.glob("*") if not file.name.startswith(".")}
    return ENDING in said and said <= {ENDING, *_BESIDE}


def tokenizer_files(folder: Path) -> list[Path]:
    """What decides the tokenizer of a model's folder; nothing where it has none, or is none."""
    source = find(folder)
    return source.tokenizer_files(folder) if source else []


def files(folder: Path, *, with_weights: bool) -> list[Path]:
    """Those that decide what a model is, as far as they are there."""
    source = source_of(folder)
    weights = source.weight_files(folder) if with_weights else []
    deciding = dict.fromkeys([folder / CONFIG, *source.tokenizer_files(folder), *weights])
    return [file for file in deciding if file.is_file()]
