"""The shared libraries of a package are loaded before it is imported."""

from __future__ import annotations

import sys

from workbench.ground.imports import load_shared


def test_a_package_without_shared_libraries_is_left_to_its_import() -> None:
    load_shared("no_such_package", "lib*")
    load_shared("sqlite3", "lib*")
    assert "no_such_package" not in sys.modules
