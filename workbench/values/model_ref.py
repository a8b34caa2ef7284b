"""What a run begins from, and what can be asked: one of five kinds of things, as a value.

Text is what a person types and what a row stores; `from_text` reads both. Only the command line knows runs by name
(see `services/models.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

SCRATCH = "scratch:"


@dataclass(frozen=True)
class Bundled:
    """A model that comes with the program."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Folder:
    """A model folder of the person's own."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True)
class Hub:
    """A model of the Hugging Face Hub that is on this computer; `commit` is empty where any of it will do."""

    id: str  # AUTHOR/NAME
    commit: str = ""

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True)
class OfRun:
    """The weights that a run had at `step`; where that is None, those that are kept of it just then."""

    run: int | None  # its number; None where the run was deleted
    step: int | None = None

    def __str__(self) -> str:
        return "" if self.run is None else str(self.run)


@dataclass(frozen=True)
class Scratch:
    """The network and tokenizer of a model, with random weights."""

    of: Bundled | Folder | Hub

    def __str__(self) -> str:
        return f"{SCRATCH}{self.of}"


ModelRef = Bundled | Folder | Hub | OfRun | Scratch


def from_text(text: str) -> ModelRef:
    """What `as_text` wrote, or a person: a bundled name, a path, AUTHOR/NAME, a run's number, scratch: and a model."""
    if text.startswith(SCRATCH):
        return Scratch(_model(text.removeprefix(SCRATCH)))
    return OfRun(int(text)) if text.isdecimal() else _model(text)


def as_text(ref: ModelRef) -> str:
    """For a row or a preference: nothing that `from_text` needs is left out but a run's step, which has a column."""
    match ref:
        case Hub(model, commit) if commit:
            return f"{model}@{commit}"
        case Folder(path) if not _is_path(str(path)):
            return f"./{path}"
        case Scratch(of):
            return f"{SCRATCH}{as_text(of)}"
    return str(ref)


def _model(text: str) -> Bundled | Folder | Hub:
    if _is_path(text):
        return Folder(Path(text))
    model, _, commit = text.partition("@")
    return Hub(model, commit) if model.count("/") == 1 else Bundled(text)


def _is_path(text: str) -> bool:
    """Also one that was written on another system, or that stands for the project's folder or a person's own."""
    if text[:1] in (".", "~", "@") or "\\" in text or text.count("/") > 1:
        return True
    return PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute()
