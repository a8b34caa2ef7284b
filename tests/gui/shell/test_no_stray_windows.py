"""No part of a page is ever shown as a window of its own, not even for the moment before it finds its place."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.opening import open_in
from workbench.gui.shell.window import MainWindow
from workbench.gui.tasks.registry import views
from workbench.project.project import Project
from workbench.values.run import RunStatus


class Windows(QObject):
    """Notes whatever is shown without being a part of something."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            by = next(frame for frame in reversed(traceback.extract_stack()[:-1]) if "tests" not in frame.filename)
            self.seen.append(f"{type(watched).__qualname__}, by {Path(by.filename).name}:{by.lineno}")
        return False


def test_pages_and_views_are_made_without_a_window_that_flashes_up(
    qtbot: QtBot, new_window: Callable[[], MainWindow], tale_project: Project
) -> None:
    tale_project.close()
    windows = Windows()
    QApplication.instance().installEventFilter(windows)  # type: ignore[union-attr]
    try:
        window = new_window()
        assert open_in(window, tale_project.folder)
        assert window.workspace is not None and window.context is not None
        for place in window.workspace.pages:
            window.workspace.go(place)
            QApplication.processEvents()
        train = window.workspace.train
        train.setup.advanced.setChecked(True)
        train.setup.rates.begin()
        train.vary()
        run = window.context.project.runs.create(
            corpus="tale", base=window.context.services.models.every()[0].ref, model_sha256="0",
            fine_tuning=train.setup.settings(), status=RunStatus.FINISHED,
        )  # fmt: skip
        train.extension.begin(run)
        train.live.view.go_on_from(run, {}, (), 0)
        train.live.end(run)
        window.workspace.results.show_run(run)
        for tabs in (window.workspace.predict.views, window.workspace.results.views):
            known = views().predict if tabs is window.workspace.predict.views else views().results
            for name in known:
                tabs.view(name)
        assert len(train.live.view.figures.findChildren(QWidget)) > 8
    finally:
        QApplication.instance().removeEventFilter(windows)  # type: ignore[union-attr]
    strays = sorted({each for each in windows.seen if not each.startswith("MainWindow,")})
    assert not strays, "\n".join(strays)
