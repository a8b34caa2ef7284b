"""Garbage of the window ends on the window's thread, whatever else is at work."""

from __future__ import annotations

from threading import Thread, current_thread
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from workbench.ground.garbage import collect
from workbench.gui.collector import Collector


class Circle(QObject):
    """With a timer, which Qt forbids to end on another thread."""

    ended_on: ClassVar[list[str]] = []

    def __init__(self) -> None:
        super().__init__()
        self.circle = self
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.timer.start(1)

    def tick(self) -> None:
        pass

    def __del__(self) -> None:
        self.ended_on.append(current_thread().name)


@pytest.mark.parametrize("asks", [False, True])
def test_what_a_lane_makes_and_asks_for_ends_nothing_on_its_thread(qtbot: QtBot, asks: bool) -> None:
    Circle.ended_on.clear()
    collector = Collector()
    try:
        for _ in range(20):
            Circle()
        garbage = lambda: [each.append(each) for each in ([] for _ in range(100_000))]  # noqa: E731
        lane = Thread(target=lambda: collect() if asks else garbage(), name="a lane")
        lane.start()
        qtbot.waitUntil(lambda: not lane.is_alive())
        lane.join()
        collector.collect()
    finally:
        collector.end()
    assert Circle.ended_on == ["MainThread"] * 20
