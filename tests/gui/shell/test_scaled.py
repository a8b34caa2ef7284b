"""On the screens of laptops that are scaled by their system, nothing is cut or covered on any face of the window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.gui.faces import ended
from workbench.project.project import Project

# Pixels and the person's zoom, by the system's scale; without either all faces are walked over by
# `test_keeping_still.py`, where more is asked of them.
SCREENS = {"1": (1366, 768, 200), "1.25": (1366, 768, 100), "1.5": (1280, 800, 100), "2": (1920, 1080, 100)}
MOST_SECONDS = 120


def test_nothing_is_cut_on_a_screen_of_any_scale(
    measured_computer: None, tale_project: Project, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        ended(tale_project, name)
    tale_project.close()
    walks = {scale: begun(tale_project.folder, tmp_path / scale, scale) for scale in SCREENS}
    wrong = []
    for scale, process in walks.items():
        said, errors = process.communicate(timeout=MOST_SECONDS)
        wrong += [f"at {scale}: {fault}" for fault in said.splitlines() if fault]
        assert process.returncode == 0, errors
    assert not wrong, "\n".join(wrong)


def begun(project: Path, place: Path, scale: str) -> subprocess.Popen[str]:
    """A walk over a copy of the project, in a process of its own."""
    place.mkdir()
    copy = Path(shutil.copytree(project, place / "full"))
    command = [sys.executable, "-m", "tests.gui.shell.scaled_walk", str(copy), *map(str, SCREENS[scale])]
    scaled = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=scaled)
