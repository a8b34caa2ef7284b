"""A walk over the real window in six steps: each lights up a control and says what it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from workbench.gui.plain import Label
from workbench.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workbench.gui.shell.workspace import Workspace

TOURED = "toured"  # a setting: it was taken or declined, and is not offered by itself again
WIDTH = 340  # pixels of the words
GAP, RADIUS = 8, 8
DIMMED = 150  # of 255, what is not lit up


@dataclass(frozen=True)
class Stop:
    place: str
    control: Callable[[Workspace], QWidget]
    title: str
    text: str


STOPS = (
    Stop("text", lambda workspace: workspace.text.view, QT_TRANSLATE_NOOP("Tour", "Here are your texts"),
         QT_TRANSLATE_NOOP("Tour", "This is what the model will learn from. Drop files anywhere on the window to add some.")),  # noqa: E501
    Stop("model", lambda workspace: next(iter(workspace.model.cards), workspace.model.tabs),
         QT_TRANSLATE_NOOP("Tour", "A model to begin with"),
         QT_TRANSLATE_NOOP("Tour", "It has read hundreds of books already. Each card says how large it is and whether it fits this computer.")),  # noqa: E501
    Stop("train", lambda workspace: workspace.train.setup.presets, QT_TRANSLATE_NOOP("Tour", "How long it learns"),
         QT_TRANSLATE_NOOP("Tour", "Quick, Balanced or Thorough. Every setting has a question mark, which says why one would change it.")),  # noqa: E501
    Stop("train", lambda workspace: workspace.train.setup.start, QT_TRANSLATE_NOOP("Tour", "Then press this"),
         QT_TRANSLATE_NOOP("Tour", "The curve falls while the model learns your text; after a minute or so it is done. You need not press it now.")),  # noqa: E501
    Stop("predict", lambda workspace: workspace.predict.text, QT_TRANSLATE_NOOP("Tour", "Ask it"),
         QT_TRANSLATE_NOOP("Tour", "Type the beginning of a sentence, and see which words it expects: before it learnt, and after.")),  # noqa: E501
    Stop("history", lambda workspace: workspace.rail.buttons["history"], QT_TRANSLATE_NOOP("Tour", "Nothing is lost"),
         QT_TRANSLATE_NOOP("Tour", "Every run is kept here, to be compared and shown. Words with a dotted line explain themselves; F1 explains the rest.")),  # noqa: E501
)  # fmt: skip


class Tour(QWidget):
    """Lies over the window while it is taken; what is lit up can be used."""

    def __init__(self, window: QMainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._number = 0
        self._lit = QRect()
        self.bubble = QFrame(self)
        self.bubble.setProperty("card", True)
        self.bubble.setFixedWidth(WIDTH)
        self.title, self.text, self._count = Label(), Label(), Label()
        self.title.setProperty("subheading", True)
        self._count.setProperty("quiet", True)
        self.text.setWordWrap(True)
        self.skip, self.back, self.next = (QPushButton() for _ in range(3))
        self.skip.setText(self.tr("Skip"))
        self.back.setText(self.tr("Back"))
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self._number - 1))
        self.next.clicked.connect(lambda: self.go(self._number + 1))
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        for button in (self.skip, self.back, self.next):
            buttons.addWidget(button)
        inside = QVBoxLayout(self.bubble)
        for part in (self.title, self.text):
            inside.addWidget(part)
        inside.addLayout(buttons)
        window.installEventFilter(self)
        workspace.destroyed.connect(self.end)
        self.show()
        self.go(0)

    @property
    def number(self) -> int:
        """Of the stop, from 0."""
        return self._number

    @property
    def lit(self) -> QRect:
        """What is lit up, in the window."""
        return self._lit

    def go(self, number: int) -> None:
        """To a stop; beyond the last one it is over."""
        if number >= len(STOPS):
            self.end()
            return
        self._number = max(0, number)
        stop = STOPS[self._number]
        self._workspace.go(stop.place)
        self.title.setText(QCoreApplication.translate("Tour", stop.title))
        self.text.setText(QCoreApplication.translate("Tour", stop.text))
        self._count.setText(self.tr("{number} of {count}").format(number=self._number + 1, count=len(STOPS)))
        is_last = self._number == len(STOPS) - 1
        self.next.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.back.setEnabled(self._number > 0)
        self.setAccessibleName(f"{self.title.text()}. {self.text.text()}")
        self.place()
        QTimer.singleShot(0, self, self.place)  # once the page has its size
        self.next.setFocus()

    def end(self) -> None:
        self.hide()
        self.deleteLater()

    def place(self) -> None:
        """Over all of the window, but for what is lit up; the words beside that."""
        window = self.parentWidget()
        if window is None or self.isHidden():
            return
        self.setGeometry(window.rect())
        control = STOPS[self._number].control(self._workspace)
        seen = control.visibleRegion().boundingRect()
        at = control.mapTo(window, seen.topLeft())
        self._lit = QRect(at, seen.size()).adjusted(-GAP // 2, -GAP // 2, GAP // 2, GAP // 2) & window.rect()
        self.bubble.adjustSize()
        self.bubble.move(_beside(self._lit, self.bubble.size().width(), self.bubble.size().height(), self.rect()))
        self.setMask(QRegion(self.rect()) - QRegion(self._lit.adjusted(3, 3, -3, -3)) + QRegion(self.bubble.geometry()))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self._lit))
        painter.fillRect(self.rect(), QColor(0, 0, 0, DIMMED))
        painter.setClipping(False)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 3))
        painter.drawRoundedRect(self._lit.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self.place)
        return False

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab stays among the buttons."""
        order = [button for button in (self.next, self.skip, self.back) if button.isEnabled()]
        at = next((place for place, button in enumerate(order) if button.hasFocus()), -1)
        order[(at + (1 if onwards else -1)) % len(order)].setFocus()
        return True


class Touring(QObject):
    """Begins the tour, in a sample project where none is open."""

    def __init__(
        self, window: QMainWindow, workspace: Callable[[], Workspace | None], make_sample: Callable[[], object],
        settings: QSettings,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._workspace, self._make_sample, self._settings = window, workspace, make_sample, settings
        self._waits = False
        self.tour: Tour | None = None
        self.does: dict[str, Callable[[], object]] = {"tour": self.begin}

    @property
    def is_new(self) -> bool:
        """Whether it was never taken."""
        return not self._settings.value(TOURED, False, type=bool)

    def begin(self) -> None:
        self._settings.setValue(TOURED, True)
        self.end()
        workspace = self._workspace()
        self._waits = workspace is None
        if workspace is None:
            self._make_sample()
            return
        self.tour = Tour(self._window, workspace)
        self.tour.destroyed.connect(self._forget)

    def show_project(self, is_shown: bool) -> None:
        if is_shown and self._waits:
            self.begin()
        elif not is_shown:
            self.end()

    def end(self) -> bool:
        """Whether there was one to end."""
        tour, self.tour = self.tour, None
        if tour is not None:
            tour.destroyed.disconnect(self._forget)
            tour.end()
        return tour is not None

    def _forget(self) -> None:
        self.tour = None


def _beside(lit: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Below what is lit up, above, right or left of it, wherever there is room; else over its lower part."""
    left = min(max(room.left() + GAP, lit.left()), room.right() - width - GAP)
    top = min(max(room.top() + GAP, lit.top()), room.bottom() - height - GAP)
    for at in (
        QPoint(left, lit.bottom() + GAP),
        QPoint(left, lit.top() - height - GAP),
        QPoint(lit.right() + GAP, top),
        QPoint(lit.left() - width - GAP, top),
    ):
        if room.contains(QRect(at.x(), at.y(), width, height)):
            return at
    return QPoint(left, room.bottom() - height - GAP)
