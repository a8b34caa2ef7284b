"""What tells two models apart: a hash over the files that decide them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from workbench.models.small_files import file_state


def sha256_of(files: Iterable[Path], begin: bytes = b"") -> str:
    """Over `begin` and those of the files that are there, each once, in their order."""
    digest = hashlib.sha256(begin)
    for file in dict.fromkeys(files):
        if file.is_file():
            digest.update(_file_sha256(file, file_state(file)))
    return digest.hexdigest()


@lru_cache(maxsize=64)
def _file_sha256(file: Path, _state: object) -> bytes:
    """Weights are read again only where they may be others."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()
