"""Where huggingface_hub keeps models on this computer: models--AUTHOR--NAME/{blobs, snapshots/COMMIT, refs/main}."""

from __future__ import annotations

import os
from pathlib import Path

PREFIX = "models--"


def cache_folder() -> Path:
    """Where huggingface_hub and the programs that use it keep models, found without importing it."""
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if folder := os.environ.get(name):
            return Path(os.path.expandvars(folder)).expanduser()
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "huggingface"
    return Path(os.path.expandvars(home)).expanduser() / "hub"


def model_folder(cache: Path, model: str) -> Path:
    return cache / (PREFIX + model.replace("/", "--"))


def snapshots(folder: Path) -> list[Path]:
    """What “main” is at first, then the newest; as far as they can be read."""
    try:
        main = (folder / "refs" / "main").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        main = ""
    try:
        found = [(entry.name != main, -entry.stat().st_mtime, Path(entry.path)) for entry in _commits(folder)]
    except OSError:
        return []
    return [snapshot for _, _, snapshot in sorted(found)]


def _commits(folder: Path) -> list[os.DirEntry[str]]:
    return [entry for entry in os.scandir(folder / "snapshots") if entry.is_dir()]
