"""How large packages are imported."""

from __future__ import annotations

import sys

import pytest

from workbench.ground.imports import load_shared, passed_over


def test_a_package_without_shared_libraries_is_left_to_its_import() -> None:
    load_shared("no_such_package", "lib*")
    load_shared("sqlite3", "lib*")
    assert "no_such_package" not in sys.modules


def test_what_is_passed_over_is_not_there_within_the_block_and_afterwards_it_is() -> None:
    sys.modules.pop("wave", None)
    with passed_over("wave"), pytest.raises(ImportError):
        import wave
    import wave

    with passed_over("wave"):
        assert sys.modules["wave"] is wave
    assert sys.modules["wave"] is wave
