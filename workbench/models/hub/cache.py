"""What the Hugging Face cache of this computer holds: models that open without a network, and halves of some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.ground.answers import dictionary, texts
from workbench.messages.message import Message, message
from workbench.models.card import Origin, PretrainedModel, UnreadableModel
from workbench.models.catalogue import look_at
from workbench.models.hub.remote import RemoteFile
from workbench.models.hub_folders import PREFIX, snapshots
from workbench.models.hub_folders import model_folder as model_folder
from workbench.models.sources.others import ONE_INSIDE, SEVERAL_INSIDE
from workbench.values.model_ref import Hub

INCOMPLETE = ".incomplete"
_MOST_CHARACTERS = 100_000
_FRONT_MATTER = re.compile(r"\s*---\s*\n(.*?)\n---\s*\n", re.DOTALL)
_PART = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?\.incomplete")  # other programs name theirs otherwise


@dataclass(frozen=True)
class Unfinished:
    """A download that was left before its end."""

    model: str
    present_bytes: int  # of the files that are incomplete


def cached_models(cache: Path) -> tuple[PretrainedModel, ...]:
    """The models of the cache that can be opened, by name; `ref` is what the Hub calls each."""
    return tuple(card for card in each_cached(cache) if isinstance(card, PretrainedModel))


def cached_model(cache: Path, model: str) -> PretrainedModel | None:
    """One of `cached_models`, without a look at the others."""
    found = _newest(model_folder(cache, model))
    return found if isinstance(found, PretrainedModel) else None


def unreadable_models(cache: Path) -> tuple[UnreadableModel, ...]:
    """The others that are there, by name, each with the reason."""
    return tuple(card for card in each_cached(cache) if isinstance(card, UnreadableModel))


def each_cached(cache: Path) -> Iterator[PretrainedModel | UnreadableModel]:
    """Both, by name; each is read when it is asked for."""
    found = (_newest(folder) for folder in _model_folders(cache))
    return (card for card in found if card is not None and not _is_gguf(card))


def _is_gguf(card: PretrainedModel | UnreadableModel) -> bool:
    """Whether it lies there as GGUF, which is a card of its own (see models/found.py)."""
    return isinstance(card, UnreadableModel) and card.reason.code in (ONE_INSIDE, SEVERAL_INSIDE)


def unfinished(cache: Path) -> tuple[Unfinished, ...]:
    """Downloads that can go on where they stopped."""
    found = []
    for folder in _model_folders(cache):
        size = sum(part.stat().st_size for part in parts(folder))
        if size:
            found.append(Unfinished(_name(folder), size))
    return tuple(found)


def part_bytes(cache: Path, model: str, files: Iterable[RemoteFile]) -> int:
    """How much of these files a download that was left has brought."""
    blobs = model_folder(cache, model) / "blobs"
    parts = (blobs / f"{file.digest}{INCOMPLETE}" for file in files)
    return sum(part.stat().st_size for part in parts if part.is_file())


def here(cache: Path, model: str, files: Sequence[RemoteFile]) -> Path | None:
    """The first of these files, where all of them are here."""
    for snapshot in snapshots(model_folder(cache, model)):
        if all(_is_whole(snapshot / file.name, file.size_bytes) for file in files):
            return snapshot / files[0].name
    return None


def _is_whole(place: Path, size_bytes: int) -> bool:
    return place.is_file() and place.stat().st_size == size_bytes


def parts(folder: Path) -> list[Path]:
    """What downloads have left in a model's folder, and will go on with."""
    return [file for file in folder.glob(f"blobs/*{INCOMPLETE}") if _PART.fullmatch(file.name)]


def _model_folders(cache: Path) -> list[Path]:
    return sorted(folder for folder in cache.glob(f"{PREFIX}*") if folder.is_dir())


def _name(folder: Path) -> str:
    return folder.name.removeprefix(PREFIX).replace("--", "/")


def _newest(folder: Path) -> PretrainedModel | UnreadableModel | None:
    """The card of the commit that “main” is at, or of another one that is whole; None where no commit is there."""
    cards = []
    for snapshot in snapshots(folder):
        cards.append(_card(snapshot, _name(folder)))
        if isinstance(cards[-1], PretrainedModel):
            return cards[-1]
    return cards[0] if cards else None


def _card(snapshot: Path, name: str) -> PretrainedModel | UnreadableModel:
    found = look_at(snapshot, Origin.HUB)
    if isinstance(found, UnreadableModel):
        fields = {**found.reason.fields, "folder": name}
        return replace(found, name=name, reason=Message(found.reason.code, fields))
    readme = snapshot / "README.md"
    said = _front_matter(readme, readme.stat().st_mtime_ns if readme.is_file() else 0)
    data = texts(said.get("datasets"))
    return replace(
        found,
        ref=Hub(name, snapshot.name),
        name=name,
        licence=", ".join(texts(said.get("license"))),
        languages=texts(said.get("language")),
        trained_on=message("bundled.from_hub_of", data=data) if data else message("bundled.from_hub"),
    )


@lru_cache(maxsize=256)
def _front_matter(readme: Path, _changed_ns: int) -> dict[str, Any]:
    """What a model's authors state at the top of its README, as far as it can be read."""
    import yaml

    try:
        with readme.open(encoding="utf-8") as stream:
            found = _FRONT_MATTER.match(stream.read(_MOST_CHARACTERS))
        said = yaml.load(found[1], getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if found else {}
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return {}
    return dictionary(said)
