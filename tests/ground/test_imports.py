"""Large packages: their shared libraries first, letting others go first, without what nobody asks them for."""

from __future__ import annotations

import importlib
import sys
import threading
from pathlib import Path

import pytest

from workbench.ground.imports import PoliteImport, load_shared, passed_over


def test_a_package_without_shared_libraries_is_left_to_its_import() -> None:
    load_shared("no_such_package", "lib*")
    load_shared("sqlite3", "lib*")
    assert "no_such_package" not in sys.modules


def test_what_is_passed_over_is_not_there_within_the_block_and_afterwards_it_is() -> None:
    for name in ("wave", "colorsys"):
        sys.modules.pop(name, None)
    with passed_over("wave", "colorsys"):
        for name in ("wave", "colorsys"):
            with pytest.raises(ImportError):
                importlib.import_module(name)
    wave = importlib.import_module("wave")
    with passed_over("wave", "colorsys"), pytest.raises(ImportError):
        assert sys.modules["wave"] is wave
        importlib.import_module("colorsys")
    assert sys.modules["wave"] is wave and "colorsys" not in sys.modules


def test_an_import_on_another_thread_stands_still_while_something_is_urgent_and_others_import_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of(tmp_path, monkeypatch, "large_package", "urgent_module")
    polite = PoliteImport()

    def load() -> None:
        with polite.importing():
            importlib.import_module("large_package")

    polite.hold(60)
    thread = threading.Thread(target=load)
    thread.start()
    importlib.import_module("urgent_module")
    thread.join(0.2)
    assert "large_package" not in sys.modules
    polite.let_go()
    thread.join(10)
    assert "large_package.part" in sys.modules


def test_between_two_modules_it_stands_still_as_well_though_not_longer_than_it_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of(tmp_path, monkeypatch, "large_package", "urgent_module")
    polite, reached, go_on = PoliteImport(), threading.Event(), threading.Event()
    monkeypatch.setattr(threading, "middle", lambda: (reached.set(), go_on.wait(10)), raising=False)

    def load() -> None:
        with polite.importing():
            importlib.import_module("large_package")

    thread = threading.Thread(target=load)
    thread.start()
    assert reached.wait(10)
    polite.hold(0.5)
    go_on.set()
    importlib.import_module("urgent_module")
    assert "large_package.part" not in sys.modules
    thread.join(10)
    assert "large_package.part" in sys.modules


def made_of(folder: Path, monkeypatch: pytest.MonkeyPatch, package: str, module: str) -> None:
    (folder / package).mkdir()
    middle = "import threading\ngetattr(threading, 'middle', lambda: None)()\nfrom . import part\n"
    (folder / package / "__init__.py").write_text(middle, encoding="utf-8")
    (folder / package / "part.py").touch()
    (folder / f"{module}.py").touch()
    monkeypatch.syspath_prepend(folder)
    for name in (package, f"{package}.part", module):
        monkeypatch.delitem(sys.modules, name, raising=False)
