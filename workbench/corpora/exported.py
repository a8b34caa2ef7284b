"""A text that was exported says of its parts that they are cleaned already: imported again, it is the same text."""

from __future__ import annotations

import codecs
import dataclasses
import hashlib
import json
import os
import posixpath
import zipfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from workbench.corpora.cleaning.recipe import default_recipe, full_recipe
from workbench.corpora.labelled import parsed
from workbench.corpora.reading.archives import DAMAGE
from workbench.corpora.reading.decoding import CHUNK_BYTES, survey
from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.process import KeptText
from workbench.messages.errors import KnownError
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import Scope, StepSetting
from workbench.values.labels import LabelKind

ABOUT = "text.json"  # lies beside the parts
LABELS = "labels"  # the folder of their labels
PARTS = frozenset(f"{split}.txt" for split in Split)
_FORMAT = "nextword-workbench text, version 1"
_LARGEST_BYTES = 1 << 20


def about(contents: CorpusContents, folder: Path) -> bytes:
    """What is written beside the parts that lie in `folder`."""
    labels = (
        {}
        if contents.labels is None
        else {
            "labels": {split: _sha256(folder, split) for split in Split},
            "renamed": dict(contents.labels.renamed),
        }
    )
    told = {
        "format": _FORMAT,
        **labels,
        "sha256": {name: survey(folder / name).sha256 for name in sorted(PARTS)},
        "recipe": [dataclasses.asdict(setting) for setting in contents.recipe],
    }
    return json.dumps(told, indent=1).encode()


def is_about(file: FileToRead) -> bool:
    """Whether this is what an export wrote beside its parts: about all of them, or their labels."""
    place = PurePosixPath(file.member or file.origin.as_posix())
    if place.parent.name == LABELS and place.stem in set(Split) and place.suffix == ".jsonl":
        return "labels" in _told_in(_beside(file, f"../{ABOUT}"))
    return file.name == ABOUT and bool(_told_in(_content(file.path)))


def is_cleaned(file: FileToRead, recipe: Iterable[StepSetting]) -> bool:
    """Whether a file is a part of an exported text, nobody changed it, and no other cleaning than its own is asked for.

    The default recipe is what is asked for by whoever does not choose one.
    """
    if file.name not in PARTS:
        return False
    told = _told_in(_beside(file, ABOUT))
    if not told or told["sha256"].get(file.name) != survey(file.path).sha256:
        return False
    asked = full_recipe(tuple(recipe))
    return asked in (default_recipe(), _recipe(told))


def has_labels(file: FileToRead) -> bool:
    """Whether the labels of a part lie beside it. Raises KnownError("file.labels_changed") where they should."""
    split = Split(PurePosixPath(file.name).stem)
    told = _told_in(_beside(file, ABOUT)).get("labels")
    name = _labels_of(split)
    try:
        with _opened_beside(file, name) as stream:
            found = _digest(stream)
    except (*DAMAGE, KeyError):
        found = ""
    if isinstance(told, dict) and told.get(split) != found:
        raise KnownError("file.labels_changed", file=file.name, labels=name)
    return bool(found)


def renamed_in(file: FileToRead) -> dict[str, str]:
    """What was renamed of the labels that lie beside a part."""
    renamed = _told_in(_beside(file, ABOUT)).get("renamed")
    return {str(old): str(new) for old, new in renamed.items()} if isinstance(renamed, dict) else {}


def read_labels(file: FileToRead, folder: Path) -> Generator[int, None, KeptText]:
    """The examples of a part; yields the characters that have come. Raises KnownError("file.labels_changed")."""
    name = _labels_of(Split(PurePosixPath(file.name).stem))
    with _opened_beside(file, name) as stream:
        kept = yield from _kept(stream, folder)
    kind = LabelKind.CLASSES
    try:
        for example in map(parsed, lines_of(kept.pieces())):
            if example.turns:
                kind = LabelKind.TURNS
                break
            if example.words:
                kind = LabelKind.ROLES if example.predicate is not None else LabelKind.TAGS
            if kind is LabelKind.ROLES:
                break
    except (ValueError, KeyError, TypeError) as error:
        kept.close()
        raise KnownError("file.labels_changed", file=file.name, labels=name) from error
    kept.facts = Facts(encoding="utf-8", kind=kind)
    return kept


def read_as_it_is(file: FileToRead, folder: Path) -> Generator[int, None, KeptText]:
    """The text of a part; yields the characters that have come."""
    with file.path.open("rb") as part:
        return (yield from _kept(part, folder))


def _kept(part: IO[bytes], folder: Path) -> Generator[int, None, KeptText]:
    kept = KeptText(folder)
    kept.facts = Facts(encoding="utf-8")
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    characters = 0
    while chunk := part.read(CHUNK_BYTES):
        text = decoder.decode(chunk)
        kept.add(text)
        characters += len(text)
        yield characters
    kept.add(decoder.decode(b"", final=True))
    return kept


def _beside(file: FileToRead, name: str) -> bytes:
    """What lies in the file `name` beside this one, or nothing where there is none or it is too large."""
    try:
        with _opened_beside(file, name) as stream:
            content = stream.read(_LARGEST_BYTES + 1)
    except (*DAMAGE, KeyError):
        return b""
    return content if len(content) <= _LARGEST_BYTES else b""


@contextmanager
def _opened_beside(file: FileToRead, name: str) -> Iterator[IO[bytes]]:
    if not file.member:
        with Path(os.path.normpath(file.origin.parent / name)).open("rb") as stream:
            yield stream
        return
    inside = posixpath.normpath(str(PurePosixPath(file.member).parent / name))
    with zipfile.ZipFile(file.origin) as package, package.open(inside) as stream:
        yield stream


def _labels_of(split: Split) -> str:
    return f"{LABELS}/{split}.jsonl"


def _sha256(folder: Path, split: Split) -> str:
    with (folder / _labels_of(split)).open("rb") as stream:
        return _digest(stream)


def _digest(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK_BYTES):
        digest.update(chunk)
    return digest.hexdigest()


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
