"""What a run measures and ends with where nothing disturbs it, and how another run is compared with that."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tests.soak.reading import Records, records

EXACT = ("loss", "learning_rate", "gradient_norm")  # the others of a step are times

Curve = dict[int, float]
Key = tuple[str, str]  # model and settings: runs that share it must be the same


@dataclass(frozen=True)
class Reference:
    curves: dict[str, Curve]
    steps: int
    weights: str


def key_of(run: sqlite3.Row) -> Key:
    return run["model"], json.dumps(json.loads(run["fine_tuning"]), sort_keys=True)


def read_references(project: Path) -> dict[Key, Reference]:
    with records(project) as read:
        return {key_of(run): _read(read, run) for run in read.runs().values() if run["status"] == "finished"}


def differences(read: Records, run: sqlite3.Row, reference: Reference) -> list[str]:
    """In what a finished run is not the reference, bit for bit."""
    made = _read(read, run)
    found = []
    for name in EXACT:
        found += _differing(name, made.curves[name], reference.curves[name])
    looked, expected = made.curves["validation_loss"], reference.curves["validation_loss"]
    # A stop looks once more, at a step where nothing is due.
    found += _differing("validation_loss", {step: looked[step] for step in looked if step in expected}, expected)
    if made.weights != reference.weights:
        found.append("the last weights differ")
    return found


def _differing(name: str, made: Curve, expected: Curve) -> list[str]:
    if made.keys() != expected.keys():
        odd = sorted(made.keys() ^ expected.keys())
        return [f"{name}: missing or too many at steps {odd[:5]}"]
    odd = [step for step in expected if made[step] != expected[step]]
    return [f"{name}: differs from step {odd[0]} on ({made[odd[0]]!r}, not {expected[odd[0]]!r})"] if odd else []


def _read(read: Records, run: sqlite3.Row) -> Reference:
    curves: dict[str, Curve] = {name: {} for name in (*EXACT, "validation_loss")}
    for each in read.measurements(run):
        if each.name in curves:
            curves[each.name][each.step] = each.value
    return Reference(curves, run["steps"], read.weights_sha256(run, run["steps"]))
