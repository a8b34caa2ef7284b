"""A text that was exported says of its parts that they are cleaned already: imported again, it is the same text."""

from __future__ import annotations

import codecs
import dataclasses
import json
import zipfile
from collections.abc import Generator, Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.corpora.cleaning.recipe import default_recipe, full_recipe
from workbench.corpora.reading.archives import DAMAGE
from workbench.corpora.reading.decoding import CHUNK_BYTES, survey
from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.corpora.reading.process import KeptText
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import Scope, StepSetting

ABOUT = "text.json"  # lies beside the parts
PARTS = frozenset(f"{split}.txt" for split in Split)
_FORMAT = "nextword-workbench text, version 1"
_LARGEST_BYTES = 1 << 20


def about(contents: CorpusContents, folder: Path) -> bytes:
    """What is written beside the parts that lie in `folder`."""
    told = {
        "format": _FORMAT,
        "sha256": {name: survey(folder / name).sha256 for name in sorted(PARTS)},
        "recipe": [dataclasses.asdict(setting) for setting in contents.recipe],
    }
    return json.dumps(told, indent=1).encode()


def is_about(file: FileToRead) -> bool:
    """Whether this is what an export wrote beside its parts."""
    return file.name == ABOUT and bool(_told_in(_content(file.path)))


def is_cleaned(file: FileToRead, recipe: Iterable[StepSetting]) -> bool:
    """Whether a file is a part of an exported text, nobody changed it, and no other cleaning than its own is asked for.

    The default recipe is what is asked for by whoever does not choose one.
    """
    if file.name not in PARTS:
        return False
    told = _told_in(_beside(file))
    if not told or told["sha256"].get(file.name) != survey(file.path).sha256:
        return False
    asked = full_recipe(tuple(recipe))
    return asked in (default_recipe(), _recipe(told))


def read_as_it_is(file: FileToRead, folder: Path) -> Generator[int, None, KeptText]:
    """The text of a part; yields the characters that have come."""
    kept = KeptText(folder)
    kept.facts = Facts(encoding="utf-8")
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    characters = 0
    with file.path.open("rb") as part:
        while chunk := part.read(CHUNK_BYTES):
            text = decoder.decode(chunk)
            kept.add(text)
            characters += len(text)
            yield characters
    kept.add(decoder.decode(b"", final=True))
    return kept


def _beside(file: FileToRead) -> bytes:
    if not file.member:
        return _content(file.origin.parent / ABOUT)
    try:
        with zipfile.ZipFile(file.origin) as package:
            entry = package.getinfo(str(PurePosixPath(file.member).parent / ABOUT))
            return package.read(entry) if entry.file_size <= _LARGEST_BYTES else b""
    except (*DAMAGE, KeyError):
        return b""


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST_BYTES else b""
    except OSError:
        return b""


def _told_in(content: bytes) -> dict[str, Any]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    is_ours = isinstance(told, dict) and told.get("format") == _FORMAT and isinstance(told.get("sha256"), dict)
    return told if is_ours else {}


def _recipe(told: dict[str, Any]) -> tuple[StepSetting, ...]:
    try:
        return tuple(StepSetting(each["name"], Scope(each["when"]), each["value"]) for each in told["recipe"])
    except (KeyError, TypeError, ValueError):
        return ()
