"""What holds for every test of this program."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
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
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))  # where the tests' tools may lie
    told = outcome("-p", "telling", "-m", "not engine", "-k", wanted, *rooms, PYTHONPATH=path)
    assert "loaded: and nothing else" in told
    assert "4 passed" in told and "failed" not in told and "error" not in told


def _file(module: str) -> Path:
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
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


# What others keep to themselves, and why a test reaches for it all the same.
REACHED_FOR = {
    ("tests/left_behind.py", "_DummyThread"): "only its class tells a thread that Python did not start",
    ("tests/models/test_internals.py", "_dropout"): "whether Keras still has it is what is asked",
    ("tests/training/test_optimizers.py", "_path"): "Keras gives a variable its path only inside of a layer",
}


def _private(tree: ast.Module) -> Iterator[str]:
    """Private names of other objects and modules that are read, imported or patched."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                continue
            case ast.Attribute(attr=name):
                yield name
            case ast.ImportFrom(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.Call(func=ast.Attribute(attr="setattr" | "delattr") | ast.Name(id="setattr" | "getattr")):
                texts = (each.value for each in node.args[:2] if isinstance(each, ast.Constant))
                yield from (text.rpartition(".")[2] for text in texts if isinstance(text, str))


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def test_tests_know_of_the_program_what_everybody_may_know() -> None:
    """What they ask is on a public face: else they hold the program to how it is written, not to what it does."""
    reached_for = set()
    for file in sorted((ROOT / "tests").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        place = file.relative_to(ROOT).as_posix()
        reached_for |= {(place, name) for name in _private(tree) if _is_private(name)}
    assert reached_for == REACHED_FOR.keys()


def test_whatever_is_private_is_seen() -> None:
    lines = ("from a import _b", "c._d", "self._e", "self.f._g", "p.setattr(h, '_i', 1)", "p.setattr('j._k', 1)")
    seen = [[name for name in _private(ast.parse(line)) if _is_private(name)] for line in lines]
    assert seen == [["_b"], ["_d"], [], ["_g"], ["_i"], ["_k"]]
