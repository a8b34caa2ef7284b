"""The tasks are found where they lie, and what they name is there."""

from __future__ import annotations

import zipfile
from pathlib import Path

from pytestqt.qtbot import QtBot

import workbench.tasks as folder
from workbench.exporting.formats import Format
from workbench.gui.train.run_view import RunView
from workbench.tasks.registry import find_task, names_in


def test_each_package_in_the_folder_is_a_task() -> None:
    names = names_in(folder.__path__)
    assert "next_word" in names
    assert all(find_task(name).name == name for name in names)


def test_they_are_found_in_an_archive_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "program.zip", "w") as archive:
        for name in ("tasks/__init__.py", "tasks/task.py", "tasks/one/__init__.py", "tasks/one/task.py"):
            archive.writestr(name, "")
    assert names_in([str(tmp_path / "program.zip" / "tasks")]) == ("one",)


def test_the_window_knows_what_they_show(qtbot: QtBot) -> None:
    view = RunView()
    qtbot.addWidget(view)
    for name in names_in(folder.__path__):
        shown = find_task(name).shown
        assert set(shown.train) <= set(view.views)
        assert set(shown.exports) <= set(Format)
