"""Whether everything that the ledger says is in the project, and nothing half made beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.ledger import KeptAnswer, KeptRun, Ledger
from tests.soak.program import Programs, faults
from tests.soak.reading import Records, measured_sha256, records, text_sha256
from tests.soak.references import Key, Reference, differences, key_of


@dataclass
class Found:
    checks: int = 0
    faults: list[str] = field(default_factory=list)

    def check(self, holds: bool, otherwise: str) -> None:
        self.checks += 1
        if not holds:
            self.faults.append(otherwise)


def finished_run(read: Records, run: sqlite3.Row) -> KeptRun:
    """A run as it is on disk now."""
    return KeptRun(
        name=run["name"],
        steps=run["steps"],
        kept_step=-1 if run["kept_step"] is None else run["kept_step"],
        measurements=measured_sha256(read.measurements(run)),
        samples=read.samples_sha256(run),
        weights=read.weights_sha256(run, run["kept_step"] or 0),
    )


def check_on_disk(project: Path, ledger: Ledger, found: Found) -> None:
    """With SQLite's own module and hashes of files alone."""
    try:
        with records(project) as read:
            found.check(read.integrity() == "ok", f"the database: {read.integrity()}")
            found.check(not read.broken_references(), "the database has rows that lead nowhere")
            _check_texts(read, ledger, found)
            _check_runs(read, ledger, found)
    except sqlite3.DatabaseError as error:
        found.check(False, f"the database cannot be read: {error}")


def _check_texts(read: Records, ledger: Ledger, found: Found) -> None:
    texts = read.corpora()
    for name, folder in texts.items():
        found.check(text_sha256(folder) != "missing", f"text “{name}” is half there")
    for kept in ledger.texts.values():
        there = kept.name in texts and text_sha256(texts[kept.name]) == kept.sha256
        found.check(there, f"text “{kept.name}” is not as it was kept")


def _check_runs(read: Records, ledger: Ledger, found: Found) -> None:
    runs = read.runs()
    for kept in ledger.runs.values():
        run = runs.get(kept.name)
        if run is None or run["status"] != "finished":
            found.check(False, f"run “{kept.name}” was finished and is {run and run['status']}")
            continue
        made = finished_run(read, run)
        odd = [name for name in ("steps", "kept_step", "measurements", "samples", "weights")
               if getattr(made, name) != getattr(kept, name)]  # fmt: skip
        found.check(not odd, f"run “{kept.name}” is not as it was kept: {', '.join(odd)}")
    for step in ledger.steps.values():
        run = runs.get(step.run)
        saved = read.saved_steps(run) if run is not None else []
        there = bool(saved) and saved[-1] >= step.step
        found.check(there, f"run “{step.run}” told of step {step.step} and has whole checkpoints of {saved}")
    for note in ledger.notes.values():
        run = runs.get(note.run)
        found.check(run is not None and run["note"] == note.note, f"the note of “{note.run}” is not as it was kept")


def check_against_references(project: Path, references: Mapping[Key, Reference], found: Found) -> None:
    with records(project) as read:
        for name, run in read.runs().items():
            reference = references.get(key_of(run))
            if run["status"] == "finished" and reference is not None:
                odd = differences(read, run, reference)
                found.check(not odd, f"run “{name}” is not as one that nothing disturbed: {'; '.join(odd)}")
            else:
                found.check(False, f"run “{name}” is {run['status']} at the end: {run['error'] or 'nothing said'}")


def check_by_program(programs: Programs, project: Path, ledger: Ledger, found: Found) -> None:
    """The program's own lists say the same."""
    runs = {row["run"]: row for row in _listed(programs, project, "runs", found)}
    for kept in ledger.runs.values():
        row = runs.get(kept.name, {})
        same = (row.get("status"), row.get("steps"), row.get("kept_step")) == ("finished", kept.steps, kept.kept_step)
        found.check(same, f"the program does not list “{kept.name}” as it was kept")
    for note in ledger.notes.values():
        found.check(runs.get(note.run, {}).get("note") == note.note, f"the program shows no note of “{note.run}”")
    texts = {row["corpus"] for row in _listed(programs, project, "corpora", found)}
    for name in ledger.texts:
        found.check(name in texts, f"the program does not list the text “{name}”")


def check_answer(programs: Programs, kept: KeptAnswer, found: Found) -> None:
    outcome = programs.run(*kept.arguments)
    found.faults += faults(outcome)
    same = outcome.status == 0 and timeless(json.loads(outcome.out)) == kept.answer
    found.check(same, f"another answer than before: {' '.join(kept.arguments)}")


def timeless(answer: dict[str, object]) -> dict[str, object]:
    """Without how long it took."""
    return {name: value for name, value in answer.items() if name != "seconds"}


def _listed(programs: Programs, project: Path, command: str, found: Found) -> list[dict[str, object]]:
    outcome = programs.run(command, project, "--json")
    found.faults += faults(outcome)
    found.check(outcome.status == 0, f"“{command}” failed: {outcome.last_line}")
    return list(json.loads(outcome.out)) if outcome.status == 0 else []
