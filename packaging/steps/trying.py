"""A layout is tried as people get it: elsewhere than it was made, under an odd name, unwritable, with nothing set."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from steps.what import NAME, Build, BuildError, say

ODD = "a path 灯"
NOBODY = 65534


def try_layout(build: Build) -> None:
    """Raises BuildError where anything is not as it should be, and for any line on standard error."""
    place = build.out / ODD
    place.mkdir(exist_ok=True)
    moved = place / NAME
    build.layout.rename(moved)
    try:
        _try(moved)
    finally:
        moved.rename(build.layout)
        shutil.rmtree(place, ignore_errors=True)


def _try(layout: Path) -> None:
    before = _state(layout)
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o777)
        said = _start(layout, home, "--version")
        say(f"version {said.strip()}")
        found = json.loads(_start(layout, home, "--self-test"))
        wrong = [each["sentence"] for each in found["checks"] if not each["passed"]]
        if wrong:
            raise BuildError("\n".join(wrong))
        say(f"self-test: {len(found['checks'])} checks passed in {found['seconds']} s")
        painted = _start(layout, home, NEXTWORD_STARTUP_REPORT="1")
        if "first paint after" not in painted:
            raise BuildError(f"no window was painted: {painted}")
        say(painted.strip())
        written = sorted(str(path.relative_to(home)) for path in Path(home).rglob("*") if path.is_file())
        say(f"written to the home folder: {', '.join(written)}")
    if _state(layout) != before:
        raise BuildError("something was written into the layout")


def _start(layout: Path, home: str, *words: str, **environment: str) -> str:
    """As somebody who may write to nothing in it."""
    is_root = hasattr(os, "getuid") and os.getuid() == 0
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root else {}
    kept = {"HOME": home, "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", **environment}
    done = subprocess.run(
        [layout / NAME, *words], env=kept, cwd=home, capture_output=True, text=True, check=False, timeout=300, **who
    )
    if done.returncode or done.stderr:
        raise BuildError(
            f"{NAME} {' '.join(words)}: status {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        )
    return done.stdout


def _state(layout: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(layout)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in layout.rglob("*")
        if not path.is_dir()
    }
