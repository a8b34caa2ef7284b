"""Files of a Hub's repository, and those that a download consists of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_DIGEST = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")  # git's SHA-1, or SHA-256 for what is in large-file storage
_COMMIT = re.compile(r"[0-9a-f]{40}")
_WEIGHTS = (".safetensors", ".h5", ".gguf")


@dataclass(frozen=True)
class RemoteFile:
    name: str
    size_bytes: int
    digest: str  # 40 hexadecimal digits (git's hash of a blob) or 64 (SHA-256)


@dataclass(frozen=True)
class Plan:
    """What a download consists of, at one commit."""

    model: str
    commit: str
    files: tuple[RemoteFile, ...]  # the small ones first
    opens: str = ""  # the file that the model is, where it is one; else the folder of all is
    others: frozenset[str] = frozenset()  # digests of what else one may have begun to fetch of it

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    @property
    def weights_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files if file.name.endswith(_WEIGHTS))


def remote_file(sibling: Any) -> RemoteFile:
    """A file as the Hub describes it; what does not look like one raises ValueError, before a path is made of it."""
    digest = sibling.lfs["sha256"] if sibling.lfs else sibling.blob_id
    if not isinstance(sibling.size, int) or not _DIGEST.fullmatch(digest or ""):
        raise ValueError("a file with its size and hash was expected")
    return RemoteFile(sibling.rfilename, sibling.size, digest)


def commit_of(found: Any) -> str:
    """Which commit a description is of. Raises ValueError where it does not say."""
    if not _COMMIT.fullmatch(found.sha or ""):
        raise ValueError("a commit was expected")
    return str(found.sha)
