"""What is remembered of this computer between two starts: how fast it is, and what a run of each shape took here.

The file is a convenience: where it is missing, cannot be read or holds nonsense, the computer is measured again. It
holds several computers, since a home folder may be shared, and never travels with a project.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from workbench.costs.fit import Speed
from workbench.ground.files import write_atomically
from workbench.ground.installed import version_of
from workbench.ground.places import cache_folder
from workbench.ground.processor import processor, threads
from workbench.messages.errors import KnownError
from workbench.models.language_model import XLA_FLAGS

MOST_SHAPES, MOST_RUNS = 200, 5  # whose pace is remembered; of each shape, the newest


def remembered_speed() -> tuple[Speed, int] | None:
    """This computer's speed, and how often it was measured; None where it never was."""
    kept = _read().get(computer())
    found = kept.get("speed") if isinstance(kept, dict) else None
    if not isinstance(found, dict):
        return None
    try:
        speed = Speed(*(float(found[name]) for name in ("float32", "bfloat16", "elements")))
        times = int(found["times"])
    except (TypeError, ValueError, KeyError):
        return None
    is_sound = all(map(math.isfinite, asdict(speed).values())) and speed.float32 > 0 and speed.elements > 0
    return (speed, times) if is_sound and speed.bfloat16 >= 0 else None


def remember_speed(speed: Speed) -> None:
    """Keep the fastest of what was measured: whatever else a computer does makes it slower, nothing faster."""
    before = remembered_speed()
    times = 1
    if before is not None:
        speed = Speed(*(max(values) for values in zip(_values(before[0]), _values(speed), strict=True)))
        times += before[1]
    _write("speed", {**asdict(speed), "times": times})


def seen_pace(shape: str) -> float | None:
    """Seconds a token that runs of that shape took here, in the middle of the last ones; None where there was none."""
    kept = _read().get(computer(), {})
    runs = kept.get("runs") if isinstance(kept, dict) else None
    found = runs.get(shape) if isinstance(runs, dict) else None
    paces = [pace for pace in found if isinstance(pace, float)] if isinstance(found, list) else []
    return median(paces) if paces and all(math.isfinite(pace) and pace > 0 for pace in paces) else None


def note_pace(shape: str, seconds_per_token: float) -> None:
    """Remember what a run took."""
    kept = _read().get(computer(), {})
    runs = kept.get("runs") if isinstance(kept, dict) else None
    runs = dict(runs) if isinstance(runs, dict) else {}
    before = runs.pop(shape, [])
    runs[shape] = [*(before if isinstance(before, list) else []), float(seconds_per_token)][-MOST_RUNS:]
    _write("runs", dict(list(runs.items())[-MOST_SHAPES:]))


@cache
def computer() -> str:
    """What a measured speed belongs to: another processor, another TensorFlow or other flags are another computer."""
    flags = {*XLA_FLAGS.split(), *os.environ.get("XLA_FLAGS", "").split()}
    parts = (processor(), str(psutil.cpu_count(logical=False)), threads(), version_of("tensorflow"), *sorted(flags))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def memory_file() -> Path:
    return cache_folder() / "computers.json"


def _read() -> dict[str, Any]:
    try:
        found = json.loads(memory_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(what: str, value: Mapping[str, Any]) -> None:
    """Where nothing can be kept, nothing is: the next start measures again."""
    everything = _read()
    kept = everything.get(computer())
    everything[computer()] = {**(kept if isinstance(kept, dict) else {}), what: value}
    with suppress(OSError, KnownError):
        memory_file().parent.mkdir(parents=True, exist_ok=True)
        write_atomically(memory_file(), json.dumps(everything).encode())


def _values(speed: Speed) -> tuple[float, float, float]:
    return speed.float32, speed.bfloat16, speed.elements
