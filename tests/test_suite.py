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
