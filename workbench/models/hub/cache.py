"""What the Hugging Face cache on this computer holds: models that can be opened without a network, and halves of some.

The layout is huggingface_hub's: models--AUTHOR--NAME/{blobs, snapshots/COMMIT, refs/main}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.messages.errors import KnownError
from workbench.models.card import Origin, PretrainedModel
from workbench.models.catalogue import read_card
from workbench.models.hub.answers import dictionary, texts
from workbench.values.model_ref import Hub

INCOMPLETE = ".incomplete"
_PREFIX = "models--"
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
    cards = (_newest(folder) for folder in _model_folders(cache))
    return tuple(card for card in cards if card is not None)


def unfinished(cache: Path) -> tuple[Unfinished, ...]:
    """Downloads that can go on where they stopped."""
    found = []
    for folder in _model_folders(cache):
        size = sum(part.stat().st_size for part in parts(folder))
        if size:
            found.append(Unfinished(_name(folder), size))
    return tuple(found)


def model_folder(cache: Path, model: str) -> Path:
    return cache / (_PREFIX + model.replace("/", "--"))


def parts(folder: Path) -> list[Path]:
    """What downloads have left in a model's folder, and will go on with."""
    return [file for file in folder.glob(f"blobs/*{INCOMPLETE}") if _PART.fullmatch(file.name)]


def _model_folders(cache: Path) -> list[Path]:
    return sorted(folder for folder in cache.glob(f"{_PREFIX}*") if folder.is_dir())


def _name(folder: Path) -> str:
    return folder.name.removeprefix(_PREFIX).replace("--", "/")


def _newest(folder: Path) -> PretrainedModel | None:
    """The card of the commit that “main” is at, or of another one that is whole."""
    for snapshot in _snapshots(folder):
        try:
            return _card(snapshot, _name(folder), snapshot.stat().st_mtime_ns)
        # Whatever other programs have put there, the rest of the catalogue has to be shown.
        except (KnownError, OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
    return None


def _snapshots(folder: Path) -> Iterator[Path]:
    main = folder / "refs" / "main"
    named = folder / "snapshots" / main.read_text(encoding="utf-8").strip() if main.is_file() else None
    if named is not None and named.is_dir():
        yield named
    others = [snapshot for snapshot in folder.glob("snapshots/*") if snapshot.is_dir() and snapshot != named]
    yield from sorted(others, key=lambda snapshot: snapshot.stat().st_mtime, reverse=True)


@lru_cache(maxsize=256)
def _card(snapshot: Path, name: str, changed_ns: int) -> PretrainedModel:
    """A commit never changes, but files may still be added to its folder: `changed_ns` tells."""
    said = _front_matter(snapshot / "README.md")
    data = ", ".join(texts(said.get("datasets")))
    learnt = f"; learnt from {data}" if data else ""
    return replace(
        read_card(snapshot, Origin.HUB),
        ref=Hub(name, snapshot.name),
        name=name,
        licence=", ".join(texts(said.get("license"))),
        languages=texts(said.get("language")),
        trained_on=f"From the Hugging Face Hub{learnt}.",
    )


def _front_matter(readme: Path) -> dict[str, Any]:
    """What a model's authors state at the top of its README, as far as it can be read."""
    import yaml

    try:
        with readme.open(encoding="utf-8") as stream:
            found = _FRONT_MATTER.match(stream.read(_MOST_CHARACTERS))
        said = yaml.safe_load(found[1]) if found else {}
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return dictionary(said)
