"""What holds for every test of this program."""

from __future__ import annotations

import ast
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


def _file(module: str) -> Path:
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _names(file: Path) -> set[str]:
    """What other modules can import of one."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found.add(other or name)
    return found


def test_what_is_run_by_hand_finds_what_it_takes_from_the_program() -> None:
    """Benchmarks and the scripts in packaging are run seldom, and what they import may have been moved meanwhile."""
    for file in (*(ROOT / "tests" / "benchmarks").glob("*.py"), *(ROOT / "packaging").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("workbench", "tests"):
                for alias in node.names:
                    of_module = _file(f"{node.module}.{alias.name}").is_file()
                    assert of_module or alias.name in _names(_file(str(node.module))), f"{file}: {alias.name}"
