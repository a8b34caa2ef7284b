"""What is left out of the wheels, by a list of which every line must match something."""

from __future__ import annotations

import shutil
from pathlib import Path

from steps.what import PACKAGING, BuildError, size

LIST = PACKAGING / "prune.txt"


def patterns(text: str, target: str) -> list[str]:
    """Those for a system."""
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [words[0] for words in lines if not words[1:] or target in words[1:]]


def prune(packages: Path, target: str, text: str | None = None) -> int:
    """The bytes that went. Raises BuildError for lines that match nothing."""
    text = LIST.read_text(encoding="utf-8") if text is None else text
    gone, unmatched = 0, []
    for pattern in patterns(text, target):
        found = list(packages.glob(pattern))
        if not found:
            unmatched.append(pattern)
        for path in found:
            gone += size([path])
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if unmatched:
        raise BuildError(f"nothing to prune is called {', '.join(unmatched)}: mend {LIST.name}")
    return gone
