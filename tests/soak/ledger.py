"""What the program said it had kept, written down outside of the project as soon as it said so."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class KeptText:
    name: str
    sha256: str  # of its files, read without the program


@dataclass(frozen=True)
class KeptRun:
    """A run that was said to be finished."""

    name: str
    steps: int
    kept_step: int
    measurements: str  # hashes
    samples: str
    weights: str


@dataclass(frozen=True)
class KeptStep:
    """A run that can be gone on with from this step or a later one."""

    run: str
    step: int


@dataclass(frozen=True)
class KeptNote:
    run: str
    note: str


@dataclass(frozen=True)
class KeptAnswer:
    """What a command answered of something that does not change."""

    arguments: tuple[str, ...]
    answer: dict[str, Any]


@dataclass
class Ledger:
    file: Path
    texts: dict[str, KeptText] = field(default_factory=dict)
    runs: dict[str, KeptRun] = field(default_factory=dict)
    steps: dict[str, KeptStep] = field(default_factory=dict)
    notes: dict[str, KeptNote] = field(default_factory=dict)
    answers: list[KeptAnswer] = field(default_factory=list)

    def text(self, kept: KeptText) -> None:
        self.texts[kept.name] = kept
        self._write()

    def run(self, kept: KeptRun) -> None:
        self.runs[kept.name] = kept
        self.steps.pop(kept.name, None)
        self._write()

    def step(self, kept: KeptStep) -> None:
        known = self.steps.get(kept.run)
        if kept.run not in self.runs and (known is None or known.step < kept.step):
            self.steps[kept.run] = kept
            self._write()

    def note(self, kept: KeptNote) -> None:
        self.notes[kept.run] = kept
        self._write()

    def answer(self, kept: KeptAnswer) -> None:
        self.answers.append(kept)
        self._write()

    def _write(self) -> None:
        content = dataclasses.asdict(self) | {"file": str(self.file)}
        self.file.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
