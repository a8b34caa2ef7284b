"""On the screens of laptops that are scaled by their system, nothing is cut or covered on any face of the window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

MOST_SECONDS = 120


def test_nothing_is_cut_on_a_screen_of_any_scale(measured_computer: None, two_runs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "walks"
    shutil.copytree(two_runs, folder / "full")
    walked = subprocess.run(
        [sys.executable, "-m", "tests.gui.shell.scaled_walk", str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr
    assert not walked.stdout, walked.stdout
