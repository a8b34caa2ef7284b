"""What the window's thread has to do for a page is little at once: it is dressed once, and drawn in steps."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from workbench.gui.shell.window import MainWindow


class Dressings(QObject):
    """Counts how often each widget is given a style."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.counts[watched] += 1
        return False


def test_a_page_is_dressed_once_however_deep_its_parts_lie(qapp: QApplication, full: MainWindow) -> None:
    assert full.workspace is not None
    watch = Dressings()
    qapp.installEventFilter(watch)
    page = full.workspace.page("history")
    qapp.removeEventFilter(watch)
    inside = {widget: count for widget, count in watch.counts.items() if page.isAncestorOf(widget)}
    assert len(inside) > 100
    assert not [f"{type(widget).__name__}: {count}" for widget, count in inside.items() if count > 2]


def test_a_page_is_come_to_in_steps_between_which_the_window_answers(full: MainWindow) -> None:
    assert full.workspace is not None
    steps = sum(1 for _ in full.workspace.going("train"))
    assert steps >= 4 and full.workspace.place == "train" and full.workspace.train.setup.isVisible()
