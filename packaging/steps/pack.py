"""What is handed out."""

from __future__ import annotations

from steps.what import Build


def pack(build: Build) -> None:
    raise NotImplementedError
