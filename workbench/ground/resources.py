"""Where the files that come with the program are: beside the source, or inside the installed package."""

from __future__ import annotations

from pathlib import Path


def resource(relative: str) -> Path:
    """The path of a bundled file or folder, such as "models/starter-en"."""
    package = Path(__file__).resolve().parents[1]
    beside_source = package.parent / "resources"
    root = beside_source if beside_source.is_dir() else package / "_resources"
    return root / relative
