"""What holds for every test of this program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT


def outcome(*arguments: str, **environment: str) -> str:
    """What pytest says in a process of its own."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "--rootdir", str(ROOT), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )  # fmt: skip
    return done.stdout


LEAVING = """
import threading
from PySide6.QtCore import QObject, QTimer

def test_tidy(qapp):
    thread = threading.Thread(target=lambda: None)
    thread.start()
    stopped, owner = QTimer(), QObject()
    stopped.start(1000)
    stopped.stop()
    QTimer(owner).start(1000)

def test_with_a_thread():
    threading.Thread(target=threading.Event().wait, name="left alone", daemon=True).start()

def test_with_a_timer(qapp):
    global timer
    timer = QTimer()
    timer.start(4711)

def test_after_them(): ...
"""


def test_a_test_that_leaves_a_thread_or_a_timer_fails_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "test_leaving.py"
    file.write_text(LEAVING, encoding="utf-8")
    told = outcome("-p", "tests.left_behind", str(file))
    assert "test_with_a_thread left behind: the thread “left alone”" in told
    assert "test_with_a_timer left behind: a timer of 4711 ms that has no parent" in told
    assert "4 passed, 2 errors" in told


TELLING = """
import sys

def pytest_sessionfinish():
    print("loaded:", *sorted({"tensorflow", "keras", "keras_hub"} & sys.modules.keys()), "and nothing else")
"""


def test_what_is_not_marked_runs_without_the_engine(tmp_path: Path) -> None:
    (tmp_path / "telling.py").write_text(TELLING, encoding="utf-8")
    rooms = ["tests/training", "tests/prediction", "tests/ground", "tests/gui/shell/test_window.py"]
    wanted = "test_files or an_empty_project_opens or fine_tun or decoding"
    told = outcome("-p", "telling", "-m", "not engine", "-k", wanted, *rooms, PYTHONPATH=str(tmp_path))
    assert "loaded: and nothing else" in told
    assert "4 passed" in told and "failed" not in told and "error" not in told
