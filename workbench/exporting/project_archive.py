"""A whole project as one file that opens on another computer, and a project out of such a file."""

from __future__ import annotations

import json
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from workbench import __version__
from workbench.corpora.reading.archives import MOST_FILES, Allowance
from workbench.ground.files import leads_out, new_file, new_folder
from workbench.ground.names import free_name, slug
from workbench.ground.resources import resource
from workbench.messages.errors import KnownError
from workbench.models.hub_folders import cache_folder
from workbench.models.sources import registry as sources
from workbench.models.sources.adapter import base_of_addition
from workbench.models.sources.others import ADAPTER
from workbench.project.folder import ARCHIVE, CORPORA, DATABASE, LOCK, MODELS, RUNS
from workbench.project.project import Project
from workbench.services.teaching import ANSWERS
from workbench.values.model_ref import SCRATCH
from workbench.values.progress import Progress

DESCRIPTION = "archive.json"
CHUNK_BYTES = 4 << 20
TOKENS = "tokens"  # below a corpus: made again from its text whenever they are needed
# What a model folder needs to be opened; caches and pickled weights beside it stay where they are.
MODEL_ENDINGS = (".json", ".txt", ".safetensors", ".md", ".jinja")
INCOMPRESSIBLE = (".safetensors", ".gguf", ".zip", ".pdf", ".epub", ".docx")


@dataclass(frozen=True)
class Packed:
    """What was written; `missing` are model folders that runs began from and that are gone."""

    file: Path
    files: int
    size_bytes: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Entry:
    name: str  # in the archive, below the project
    path: Path


def pack_project(project: Project, file: Path) -> Generator[Progress, None, Packed]:
    """Write everything that belongs to `project`, with the model folders it uses, into one file.

    A file of that name is replaced when all is written; closing the generator leaves it as it was. A run may go on
    learning meanwhile: what it saves later is not in the archive. Raises KnownError("archive.inside" or "disk.…").
    """
    file = file.expanduser().resolve()
    if file.is_relative_to(project.folder):
        raise KnownError("archive.inside", file=file.name)
    places, missing = _model_places(project)
    with tempfile.TemporaryDirectory() as temporary, new_file(file) as draft:
        database = Path(temporary) / DATABASE
        # First the records, then the files: what comes to a run in between is only more than the records tell.
        yield Progress(0, 0, DATABASE)
        project.copy_records(database, {path: f"{MODELS}/{name}" for path, name in places.items()})
        entries = [_Entry(DATABASE, database), *_own_files(project), *_model_files(places)]
        total, done = sum(_size(entry.path) for entry in entries), 0
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr(f"{project.name}/{DESCRIPTION}", _description(project, missing))
            for entry in entries:
                for written in _write(archive, f"{project.name}/{entry.name}", entry.path):
                    done += written
                    yield Progress(done, total, entry.path.name)
    return Packed(file, len(entries), file.stat().st_size, missing)


def unpack_project(file: Path, folder: Path) -> Generator[Progress, None, Path]:
    """Make a project in `folder`, new or empty, out of an archive; closing the generator leaves nothing of it.

    Nothing is written outside of the folder, nor more than an honest archive of that size would hold. Raises
    KnownError: file.missing, archive.no_project, file.damaged, file.outside, file.unpacks_too_large, folder.taken.
    """
    file, folder = file.expanduser().resolve(), folder.expanduser().resolve()
    if not file.is_file():
        raise KnownError("file.missing", file=file)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KnownError("folder.taken", folder=folder)
    allowance = Allowance.for_archive(file)
    with _reading(file), zipfile.ZipFile(file) as archive:
        members = _members(archive, file)
        total, done = sum(member.file_size for member in members.values()), 0
        if folder.exists():
            folder.rmdir()
        with new_folder(folder) as draft:
            for name, member in members.items():
                target = draft / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, target.open("wb") as copy:
                    while chunk := source.read(CHUNK_BYTES):
                        allowance.bytes_left -= len(chunk)
                        if allowance.bytes_left < 0:
                            raise KnownError("file.unpacks_too_large", file=file.name)
                        copy.write(chunk)
                        done += len(chunk)
                        yield Progress(done, total, target.name)
    return folder


def suggested_archive(project: Project) -> str:
    return slug(project.name) + ARCHIVE


def _model_places(project: Project) -> tuple[dict[str, str], tuple[str, ...]]:
    """Model folder → its name in the archive, for all that the project mentions; and those that are gone."""
    mentioned = [str(folder) for folder in project.models.folders()]
    runs = project.runs.every()
    mentioned += [run.model.removeprefix(SCRATCH) for run in runs]
    mentioned += [str(run.teacher.ref) for run in runs if run.teacher is not None]
    mentioned += [str(base) for path in mentioned if (base := _base_to_take(Path(path))) is not None]
    places: dict[str, str] = {}
    taken = {path.name for path in (project.folder / MODELS).glob("*")}
    for path in dict.fromkeys(mentioned):
        folder = Path(path)
        if folder.is_absolute() and not folder.is_relative_to(project.folder):
            inside = free_name(slug(folder.stem if folder.is_file() else folder.name), taken, "-{}")
            taken.add(inside)
            # What a model that is a file is called says which part it is.
            places[path] = f"{inside}/{folder.name}" if folder.is_file() else inside
    missing = tuple(path for path in places if sources.find(Path(path)) is None)
    return places, missing


def _base_to_take(folder: Path) -> Path | None:
    """The base of an adapter, which is then found beside it; not one that every copy of the program has, nor one of the
    Hub, which is found by its name there."""
    if not folder.is_absolute():
        return None
    base = base_of_addition(folder) if (folder / ADAPTER).is_file() else None
    elsewhere = (resource("models"), cache_folder())
    return None if base is None or any(base.is_relative_to(place) for place in elsewhere) else base.resolve()


def _own_files(project: Project) -> Iterator[_Entry]:
    """All that lies in the project but its database, which is copied apart, and what can be made again."""
    for path in sorted(project.folder.rglob("*")):
        inside = path.relative_to(project.folder)
        if not path.is_file() or path.is_symlink() or any(part.startswith(".") for part in inside.parts):
            continue
        if inside.parts[0] == LOCK or inside.parts[0].startswith(DATABASE):
            continue
        if inside.parts[0] == CORPORA and TOKENS in inside.parts[2:-1]:
            continue
        if inside.parts[0] == RUNS and ANSWERS in inside.parts[2:-1]:
            continue
        yield _Entry(inside.as_posix(), path)


def _model_files(places: dict[str, str]) -> Iterator[_Entry]:
    for path, name in places.items():
        if Path(path).is_file():
            parts = sources.source_of(Path(path)).weight_files(Path(path))
            yield from (_Entry(f"{MODELS}/{Path(name).parent.as_posix()}/{part.name}", part) for part in parts)
            continue
        for file in sorted(Path(path).glob("*")):
            if file.is_file() and file.suffix in MODEL_ENDINGS:
                yield _Entry(f"{MODELS}/{name}/{file.name}", file)


def _description(project: Project, missing: tuple[str, ...]) -> str:
    """For a person who looks inside. Of missing folders only the names: their paths are nobody else's business."""
    content = {
        "project": project.name,
        "made_with": f"Nextword Workbench {__version__}",
        "to_open": "In the window: Project, Open an archive; or: unarchive FILE FOLDER",
        "missing_models": [Path(path).name for path in missing],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _write(archive: zipfile.ZipFile, name: str, path: Path) -> Iterator[int]:
    """Copy one file, yielding how many bytes; one that is gone by now is left out.

    A checkpoint that was replaced while it was copied is told by its hashes, and the one before it is used.
    """
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return
    with source:
        entry = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
        entry.compress_type = zipfile.ZIP_STORED if path.suffix in INCOMPRESSIBLE else zipfile.ZIP_DEFLATED
        with archive.open(entry, "w", force_zip64=True) as copy:
            while chunk := source.read(CHUNK_BYTES):
                copy.write(chunk)
                yield len(chunk)


def _members(archive: zipfile.ZipFile, file: Path) -> dict[str, zipfile.ZipInfo]:
    """What to unpack, by its name below the project, which lies in the archive's only folder."""
    members: dict[str, zipfile.ZipInfo] = {}
    roots = set()
    for member in archive.infolist():
        if leads_out(member.filename) or "\0" in member.filename:
            raise KnownError("file.outside", file=member.filename)
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        if not member.is_dir() and len(parts) > 1:
            name = "/".join(parts[1:])
            if leads_out(name):  # once its first folder is taken off
                raise KnownError("file.outside", file=member.filename)
            roots.add(parts[0])
            members[name] = member
        if len(members) > MOST_FILES:
            raise KnownError("file.unpacks_too_large", file=file.name)
    database = members.get(DATABASE)
    if database is None or len(roots) > 1:
        raise KnownError("archive.no_project", file=file.name)
    with archive.open(database) as stream:
        if stream.read(16) != b"SQLite format 3\0":
            raise KnownError("archive.no_project", file=file.name)
    return members


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """What zipfile raises for a file that is none, is cut off, or was changed."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise KnownError("file.damaged", file=file.name, detail=error) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
