"""Where the model lies that an adapter is an addition to, by what its authors called it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from workbench.ground.resources import resource
from workbench.messages.errors import KnownError
from workbench.models.gguf.header import is_gguf
from workbench.models.hub_folders import cache_folder, model_folder, snapshots
from workbench.models.small_files import read_json
from workbench.models.sources.adapter_settings import AdapterSettings
from workbench.models.sources.others import ADAPTER
from workbench.models.sources.source import CONFIG
from workbench.models.strong import NAME as STRONG
from workbench.models.strong import TITLE, strong_file

_COMMIT = re.compile(r"[0-9a-f]{40}")  # what is no name of a branch, which goes on


def base_folder(folder: Path, settings: AdapterSettings) -> Path:
    """A folder or GGUF file of that path; one of that name beside the adapter's; a bundled model; one in the Hub's
    cache.

    Raises KnownError("model.adapter", "model.adapter_alone", "model.adapter_revision") where there is none.
    """
    if not settings.base:
        raise KnownError("model.adapter_alone", folder=folder)
    for found in _candidates(folder, settings):
        if is_gguf(found) or (_is_whole(found) and found.resolve() != folder.resolve()):
            return found
    others = [each.name for each in _cached(settings) if _is_whole(each)]
    if others:  # of another commit, whose weights need not be those that it was added to
        said = {"base": settings.base, "revision": settings.revision, "here": others[0]}
        raise KnownError("model.adapter_revision", folder=folder, **said)
    raise KnownError("model.adapter", folder=folder, base=settings.base)


def _is_whole(folder: Path) -> bool:
    return (folder / CONFIG).is_file() and not (folder / ADAPTER).is_file()


def _candidates(folder: Path, settings: AdapterSettings) -> list[Path]:
    base = settings.base
    name = PureWindowsPath(base).name if "\\" in base else PurePosixPath(base).name
    found = [Path(base)] if Path(base).is_absolute() else [folder / base]
    found.append(folder.parent / name)
    found += [each for each in _bundled() if name in (each.name, _called(each))]
    if (strong := strong_file()) is not None and base in (STRONG, TITLE):
        found.append(strong)
    fixed = settings.revision if _COMMIT.fullmatch(settings.revision) else ""
    return [*found, *(each for each in _cached(settings) if not fixed or each.name == fixed)]


def _cached(settings: AdapterSettings) -> list[Path]:
    """What is here of the base where that is one of the Hub, by its commits."""
    base = settings.base
    is_of_hub = base.count("/") == 1 and not base.startswith((".", "/", "~"))
    return snapshots(model_folder(cache_folder(), base)) if is_of_hub else []


def _bundled() -> list[Path]:
    return sorted(each for each in resource("models").iterdir() if each.is_dir())


def _called(folder: Path) -> str:
    card = folder / "card.json"
    return str(read_json(card).get("name", "")) if card.is_file() else ""
