"""A Train page as every test of it begins with."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.train.train_page import TrainPage


def open_train_page(qtbot: QtBot, context: Context) -> TrainPage:
    page = TrainPage(context)
    qtbot.addWidget(page)
    page.resize(690, 640)
    page.refresh()
    page.show()
    return page
