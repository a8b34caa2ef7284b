"""What is taken of PySide beside what it offers: a new release that drops it is told here."""

from __future__ import annotations

import linecache
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from workbench.gui.qt_internals import read_no_sources


def test_a_module_that_is_imported_beside_the_window_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert QObject().objectName() == ""  # the window's library is there
    file = tmp_path / "stands_beside_the_window.py"
    file.write_text("PLACE = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    read_no_sources()
    import stands_beside_the_window

    assert stands_beside_the_window.PLACE == 1
    assert str(file) not in linecache.cache
