"""Findings about a run kept in its project, so that they need not be made anew each time they are looked at.

They hold for the checkpoint that they were made from; a run that went on has none.
"""

from __future__ import annotations

from typing import Any, TypeVar

from workbench.ground import records
from workbench.project.project import Project
from workbench.values.corpus import Split
from workbench.values.run import Run

T = TypeVar("T")

EVALUATION, LABELS, LEARNT = "evaluation", "labels", "learnt"  # kinds of findings


def name_of(kind: str, split: Split, part: str = "") -> str:
    """Under which a finding of that kind about a part of the text is kept; `part` is of what was learnt at once."""
    return f"{kind}-{split}" + (f"@{part}" if part else "")


def keep(project: Project, run: Run, name: str, finding: Any) -> None:
    """`finding` is a dataclass. Raises KnownError("project.…" or "disk.…")."""
    project.findings.keep(run.id, name, _checkpoints(project, run), records.written(finding))


def kept(project: Project, run: Run, name: str, kind: type[T]) -> T | None:
    """What was kept under `name`, if it still holds; what an older version of the program kept otherwise does not."""
    found = project.findings.find(run.id, name, _checkpoints(project, run))
    try:
        return None if found is None else records.read(kind, found)
    except ValueError:
        return None


def _checkpoints(project: Project, run: Run) -> list[str]:
    """The checkpoints of a run, by name: other ones mean other weights."""
    return [checkpoint.folder.name for checkpoint in project.checkpoints.of(run)]
