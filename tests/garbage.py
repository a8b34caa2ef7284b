"""Garbage of tests is collected between them, on the main thread: of Qt's objects that is the only one that may."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator

import pytest

from workbench.ground.garbage import collect_if_due, collected_by, keep_for_good
from workbench.gui.collector import Collector


def _collect() -> None:
    if threading.current_thread() is threading.main_thread():
        gc.collect()


@pytest.fixture(autouse=True, scope="session")
def garbage_is_ours() -> Iterator[None]:
    keep_for_good()  # what reading four thousand tests has made: each search would go through it
    with collected_by(_collect):
        yield
    _collect()
    keep_for_good()  # pytest and Python look ten times more before the process ends


@pytest.fixture(autouse=True)
def garbage_of_a_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a window does in the program, its lanes ask here."""
    had_engine = "tensorflow" in sys.modules
    collector = Collector() if "qapp" in request.fixturenames else None
    yield
    if collector is not None:
        collector.end()
    collect_if_due()
    if "tensorflow" in sys.modules and not had_engine:
        keep_for_good()
