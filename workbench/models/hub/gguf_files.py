"""GGUF files of a Hub's repository: which models they are, how large each is, and whether it can be opened here.

A list of files tells only their names; what a model is, its header says, of which the beginning of the file is enough.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.ground.answers import dictionary
from workbench.messages.errors import KnownError, ReasonError
from workbench.messages.message import message
from workbench.models.catalogue import check_enough, other_settings, read_config
from workbench.models.families.family import OtherSettingsError
from workbench.models.families.registry import family_of, titles
from workbench.models.gguf.header import Header, read_header
from workbench.models.gguf.parts import ENDING, PICTURES, called, joined, parts_of
from workbench.models.gguf.settings import is_known
from workbench.models.hub.cache import part_bytes
from workbench.models.hub.connection import Connection
from workbench.models.hub.failures import translated
from workbench.models.hub.remote import Plan, RemoteFile, commit_of, remote_file
from workbench.models.hub.requests import described, pieces
from workbench.models.sizes import layer_sizes
from workbench.models.sources.gguf import Gguf

# What is lost by few bits is lost for good, and the network takes the same memory whatever the file does.
_SUGGESTED = ("Q8_0", "Q6_K", "Q5_K_M", "Q5_1", "Q5_0", "Q4_K_M", "Q4_1", "Q4_0")
_KIND = re.compile(r"(?i)(?<![a-z0-9])(I?Q\d[0-9a-z_]*|TQ\d_\d|MXFP4[a-z_]*|NVFP4|B?F16|F32)(?![a-z0-9])")
_WITHDRAWN = ("Q4_0_4_4", "Q4_0_4_8", "Q4_0_8_8")  # llama.cpp itself no longer reads them
_PARTS_OF_NAME = 3  # folders in folders, at most
_FIRST_BYTES = 1 << 20  # of a header that are tried at first; then twice as many, up to the most
_MOST_BYTES = 1 << 26  # the largest vocabulary takes a quarter of that
_TEXTS = ("README.md",)


@dataclass(frozen=True)
class GgufChoice:
    """One model of a repository, in one file or in the parts of one."""

    name: str  # of its file, or of its first part
    files: tuple[RemoteFile, ...]
    problem: KnownError | None = None  # why it cannot be opened here, as far as its name tells

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    @property
    def kind(self) -> str:
        """In which kind of numbers it says by its name that its weights are; empty where it does not."""
        found = _KIND.findall(called(Path(self.name)))
        return found[-1].upper() if found else ""


def is_of_gguf(names: Iterable[str]) -> bool:
    return any(_is_file(name) for name in names)


def check_architecture(model: str, said: object) -> None:
    """Raises KnownError where a Hub has read in the headers that the files are of no family that is known here."""
    name = dictionary(said).get("architecture")
    if isinstance(name, str) and not is_known(name):
        raise KnownError("model.unsupported", folder=model, family=name, known=titles())


def choices(connection: Connection, model: str) -> tuple[GgufChoice, ...]:
    """The models of a repository, by their names. Raises KnownError("hub.…")."""
    with translated(connection, model):
        return _choices(_gguf_files(described(connection, model)))


def suggested(found: Iterable[GgufChoice]) -> GgufChoice | None:
    """The one that loses little for its size; None where none can be opened."""
    ready = [choice for choice in found if choice.problem is None]
    by_kind = {choice.kind: choice for choice in reversed(ready)}
    return next((by_kind[kind] for kind in _SUGGESTED if kind in by_kind), ready[0] if ready else None)


def gguf_plan(connection: Connection, model: str, found: Any, file: str = "") -> Plan:
    """What fetching one file of a repository that is described by `found` consists of.

    Without a name it is the one that was begun, or the only one. Raises KnownError("hub.choose_file") where that leaves
    several, and others where it cannot be opened here, which the beginning of the file tells.
    """
    with translated(connection, model):
        commit, there = commit_of(found), _gguf_files(found)
        texts = [remote_file(sibling) for sibling in found.siblings if sibling.rfilename in _TEXTS]
    choice = _chosen(connection, model, _choices(there), file)
    if choice.problem is not None:
        raise choice.problem
    _check(connection, model, commit, choice)
    others = frozenset(each.digest for each in there.values()) - {each.digest for each in choice.files}
    return Plan(model, commit, (*texts, *choice.files), choice.name, others)


def _chosen(connection: Connection, model: str, found: tuple[GgufChoice, ...], file: str) -> GgufChoice:
    ready = [choice for choice in found if choice.problem is None]
    if file:
        named = [choice for choice in found if file in (choice.name, Path(choice.name).name)]
        ready = named or [choice for choice in ready if choice.kind == file.upper()]
    if not ready:
        raise KnownError("hub.no_such_file", model=model, file=file, files=tuple(choice.name for choice in found))
    begun = [choice for choice in ready if part_bytes(connection.cache, model, choice.files)]
    left = begun or ready
    if len(left) > 1:
        raise KnownError("hub.choose_file", model=model, files=tuple(choice.name for choice in left))
    return left[0]


def _choices(files: Mapping[str, RemoteFile]) -> tuple[GgufChoice, ...]:
    """Those that can be opened first, the small ones before the large ones."""
    found = []
    for name in sorted(files):
        parts = [part.as_posix() for part in parts_of(Path(name))]
        if name == next((part for part in parts if part in files), name):  # each of its parts names them all
            there = tuple(files[part] for part in parts if part in files)
            missing = next((part for part in parts if part not in files), None)
            choice = GgufChoice(parts[0] if parts[0] in files else name, there)
            found.append(replace(choice, problem=_problem(choice, missing, len(parts))))
    return tuple(sorted(found, key=lambda each: (each.problem is not None, each.size_bytes)))


def _problem(choice: GgufChoice, missing: str | None, parts: int) -> KnownError | None:
    name = choice.name
    if missing is not None:
        return KnownError("model.damaged", folder=name, detail=message("damage.gguf_part", file=missing, count=parts))
    if Path(name).name.lower().startswith(PICTURES):
        return KnownError("model.gguf_pictures", folder=name)
    if choice.kind in _WITHDRAWN:
        return KnownError("model.damaged", folder=name, detail=message("damage.gguf_no_decoder", kind=choice.kind))
    return None


def _gguf_files(found: Any) -> dict[str, RemoteFile]:
    siblings = [sibling for sibling in found.siblings or () if _is_file(sibling.rfilename)]
    return {sibling.rfilename: remote_file(sibling) for sibling in siblings}


def _is_file(name: str) -> bool:
    """Whether it is called as a GGUF file is, and by a name of which a path on any system may be made."""
    parts = PurePosixPath(name).parts
    return (
        name.endswith(ENDING)
        and 0 < len(parts) <= _PARTS_OF_NAME
        and "/".join(parts) == name
        and not any(part.startswith("..") or set(part) & set('\\:*?"<>|') or not part.isprintable() for part in parts)
    )


def _check(connection: Connection, model: str, commit: str, choice: GgufChoice) -> None:
    """Raises KnownError("model.…"), naming the file, where its header says what cannot be opened."""
    file = Path(choice.name)
    try:
        header = joined([Path(each.name) for each in choice.files], _headers(connection, model, commit, choice))
        source = Gguf(lambda _: header)
        config = read_config(file, source)
        family = family_of(config)
        check_enough(sum(layer_sizes(config)), source.held(file, family))
    except OtherSettingsError as error:
        raise other_settings(file, {}, error) from error
    except ReasonError as error:
        raise KnownError("model.damaged", folder=choice.name, detail=error.message) from error
    except KnownError as error:
        if "folder" not in error.fields:
            raise
        raise KnownError(error.code, **{**error.fields, "folder": choice.name}) from error


def _headers(connection: Connection, model: str, commit: str, choice: GgufChoice) -> list[Header]:
    with tempfile.TemporaryDirectory() as folder:
        return [_header(connection, model, commit, file, Path(folder)) for file in choice.files]


def _header(connection: Connection, model: str, commit: str, file: RemoteFile, folder: Path) -> Header:
    """Of one file, of which no more is fetched than that. Raises ReasonError."""
    beginning = folder / PurePosixPath(file.name).name
    wanted = _FIRST_BYTES
    with beginning.open("wb") as stream, closing(_coming(connection, model, commit, file)) as arriving:
        for piece in arriving:
            stream.write(piece)
            if stream.tell() >= min(wanted, file.size_bytes):
                stream.flush()
                try:
                    return read_header(beginning, file.size_bytes)
                except ReasonError as error:
                    if error.message.code != "damage.cut_file" or stream.tell() >= min(_MOST_BYTES, file.size_bytes):
                        raise
                wanted *= 2
    return read_header(beginning, file.size_bytes)


def _coming(connection: Connection, model: str, commit: str, file: RemoteFile) -> Generator[bytes, None, None]:
    with translated(connection, model):
        for _, piece in pieces(connection, model, commit, file.name):
            yield piece
