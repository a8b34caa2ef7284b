"""The window is on screen before whatever takes long to load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.gui.shell.app import STARTUP_REPORT
from workbench.project.folder import DATABASE


@pytest.mark.parametrize("with_a_project", [False, True])
def test_nothing_heavy_is_loaded_before_the_first_picture(tmp_path: Path, with_a_project: bool) -> None:
    (tmp_path / DATABASE).touch()
    words = [str(tmp_path)] if with_a_project else []
    environment = {**os.environ, STARTUP_REPORT: "1", "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.endswith("loaded before it: nothing heavy\n"), told.stdout
    assert not told.stderr
