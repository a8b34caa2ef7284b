"""Importing large libraries without searching for garbage meanwhile, and their shared libraries before them."""

from __future__ import annotations

import gc
import sys

from workbench.ground.imports import load_shared, without_collecting


def test_garbage_is_collected_again_after_the_last_import() -> None:
    with without_collecting():
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_package_without_shared_libraries_is_left_to_its_import() -> None:
    load_shared("no_such_package", "lib*")
    load_shared("sqlite3", "lib*")
    assert "no_such_package" not in sys.modules
