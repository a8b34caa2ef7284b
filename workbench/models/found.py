"""GGUF files where other programs keep theirs: Ollama, LM Studio, the Hugging Face cache. They are read where they lie.

Ollama's files are named for their hash; a small file beside them, called for the model, says which is its.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from workbench.ground.answers import dictionary
from workbench.messages.errors import KnownError
from workbench.models.gguf.header import is_gguf
from workbench.models.gguf.parts import ENDING, PICTURES, called, parts_of
from workbench.models.small_files import file_state, read_json

MOST = 500  # files of each program
_WEIGHTS = "application/vnd.ollama.image.model"  # among what a manifest names
_LIBRARY, _NEWEST = ("registry.ollama.ai", "library"), "latest"
_BLOB = "sha256-"


def found_files(cache: Path) -> tuple[Path, ...]:
    """The first file of each model, as far as anybody may look; `cache` is the Hugging Face one."""
    places = (*ollama_models(), *_in_lm_studio(), *_in_cache(cache))
    return tuple(dict.fromkeys(file for file in places if is_gguf(file)))


def name_of(file: Path) -> str:
    """What a file is called: its name, or that of the model which Ollama keeps in it."""
    if file.name.startswith(_BLOB):
        return ollama_models().get(file, file.name)
    return called(file)


def ollama_models() -> dict[Path, str]:
    """The name of each model by its file; of several names for one file the first."""
    root = Path(os.environ.get("OLLAMA_MODELS") or Path.home() / ".ollama" / "models")
    manifests = [*islice(_files(root / "manifests", "*/*/*/*"), MOST)]
    return dict(_told(root, tuple(manifests), tuple(map(file_state, manifests))))


@lru_cache(maxsize=4)
def _told(root: Path, manifests: tuple[Path, ...], _states: object) -> tuple[tuple[Path, str], ...]:
    found: dict[Path, str] = {}
    for manifest in manifests:
        file = _weights(root, manifest)
        if file is not None:
            found.setdefault(file, _name(manifest.relative_to(root / "manifests").parts))
    return tuple(found.items())


def _weights(root: Path, manifest: Path) -> Path | None:
    try:
        layers = read_json(manifest).get("layers")
    except KnownError:
        return None
    for layer in layers if isinstance(layers, list) else ():
        said = dictionary(layer)
        digest = said.get("digest")
        if said.get("mediaType") == _WEIGHTS and isinstance(digest, str) and digest.replace(":", "").isalnum():
            return root / "blobs" / digest.replace(":", "-")
    return None


def _name(parts: tuple[str, ...]) -> str:
    """As Ollama calls it: without what stands for its own library, and for the newest of a name."""
    *where, name, tag = parts
    prefix = "" if tuple(where) == _LIBRARY else "/".join(where[1:] if where[0] == _LIBRARY[0] else where) + "/"
    return f"{prefix}{name}" if tag == _NEWEST else f"{prefix}{name}:{tag}"


def _in_lm_studio() -> Iterator[Path]:
    for root in (".lmstudio/models", ".cache/lm-studio/models"):
        yield from islice(_firsts(Path.home() / root, f"*/*/*{ENDING}"), MOST)


def _in_cache(cache: Path) -> Iterator[Path]:
    """Also in folders of a kind's own, where large ones are kept in parts."""
    folder = "models--*/snapshots/*"
    yield from islice(_firsts(cache, f"{folder}/*{ENDING}"), MOST)
    yield from islice(_firsts(cache, f"{folder}/*/*{ENDING}"), MOST)


def _firsts(root: Path, pattern: str) -> Iterator[Path]:
    """Of what was divided the first part alone, and nothing that sees pictures."""
    for file in _files(root, pattern):
        if file == parts_of(file)[0] and not file.name.startswith(PICTURES):
            yield file


def _files(root: Path, pattern: str) -> Iterator[Path]:
    try:
        yield from sorted(file for file in root.glob(pattern) if file.is_file())
    except OSError:
        return
