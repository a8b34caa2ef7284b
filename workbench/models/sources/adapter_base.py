"""Where the model lies that an adapter is an addition to, by what its authors called it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from workbench.ground.resources import resource
from workbench.messages.errors import KnownError
from workbench.models.hub_folders import cache_folder, model_folder, snapshots
from workbench.models.small_files import read_json
from workbench.models.sources.adapter_settings import AdapterSettings
from workbench.models.sources.others import ADAPTER
from workbench.models.sources.source import CONFIG


def base_folder(folder: Path, settings: AdapterSettings) -> Path:
    """A folder of that path; one of that name beside the adapter's; a bundled model; one in the Hub's cache.

    Raises KnownError("model.adapter", "model.adapter_alone") where there is none.
    """
    if not settings.base:
        raise KnownError("model.adapter_alone", folder=folder)
    for found in _candidates(folder, settings):
        if (found / CONFIG).is_file() and found.resolve() != folder.resolve() and not (found / ADAPTER).is_file():
            return found
    raise KnownError("model.adapter", folder=folder, base=settings.base)


def _candidates(folder: Path, settings: AdapterSettings) -> list[Path]:
    base = settings.base
    name = PureWindowsPath(base).name if "\\" in base else PurePosixPath(base).name
    found = [Path(base)] if Path(base).is_absolute() else [folder / base]
    found.append(folder.parent / name)
    found += [each for each in _bundled() if name in (each.name, _called(each))]
    if base.count("/") == 1 and not base.startswith((".", "/", "~")):
        cached = snapshots(model_folder(cache_folder(), base))
        found += sorted(cached, key=lambda each: each.name != settings.revision)
    return found


def _bundled() -> list[Path]:
    return sorted(each for each in resource("models").iterdir() if each.is_dir())


def _called(folder: Path) -> str:
    card = folder / "card.json"
    return str(read_json(card).get("name", "")) if card.is_file() else ""
