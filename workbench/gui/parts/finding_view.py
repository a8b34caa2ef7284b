"""What the views that measure a run or a model share: a button that finds something out, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words.sentences import sentence
from workbench.values.corpus import Split

QUICK_SECONDS = 10.0


class FindingView(QWidget):
    """A sentence about what is found out, the button for it, and below them what was found, which scrolls."""

    found_out = Signal()  # and kept, where it is

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self.about = words("")
        self.start = QPushButton()
        self.start.setProperty("primary", True)
        self.start.clicked.connect(lambda: self.begin())
        self.said = words("")
        self.said.setProperty("quiet", True)
        self.found = QWidget()
        self.found.setObjectName("page")
        self.found.hide()
        self.top = QHBoxLayout()
        self.top.addWidget(self.about, 1)
        self.top.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("What was found out"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(_holding(self.found))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self.top)
        layout.addWidget(self.said)
        layout.addWidget(scroll, 1)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def begin(self) -> None:
        """Find it out about what is shown."""
        raise NotImplementedError

    @property
    def seconds(self) -> float | None:
        """About how long that would take; None where it is known already, or not how long."""
        return None

    def begin_if_quick(self) -> None:
        """What takes some seconds is found out without being asked for, unless something else is at work."""
        seconds = self.seconds
        works = any(job.kind is Kind.LONG for job in self._context.jobs.running)
        if seconds is not None and seconds <= QUICK_SECONDS and not works:
            self.begin()

    def drive(self, title: str, work: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """Do `work` in the background; its result goes to `take`, when something else may be shown already."""
        self.say(self.tr("Waiting for the model …"))
        self.start.setEnabled(False)
        self._job = self._context.jobs.start_job(title, work)
        self._job.events.connect(self.hear)
        self._job.finished.connect(lambda result: self._finish(result, take))
        self._job.failed.connect(self._fail)
        self._job.failed.connect(self._context.failed)
        self._job.ended.connect(self._end)

    def hear(self, events: Sequence[object]) -> None:
        """What the work tells while it goes on."""
        self.say(self.tr("Measuring … the status bar shows how far it is."))

    def say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _finish(self, result: Any, take: Callable[[Any], None]) -> None:
        self.say("")
        take(result)
        self.found_out.emit()

    def _fail(self, error: Exception) -> None:
        self.say(sentence(error))

    def _end(self) -> None:
        if self._job is not None and self._job.is_cancelled:
            self.say(self.tr("Cancelled."))
        self._job = None
        self.start.setEnabled(True)


def _holding(found: QWidget) -> QWidget:
    """So that there is nothing to scroll while it is hidden."""
    body = QWidget()
    body.setObjectName("page")
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(found)
    return body


def words(text: str) -> Label:
    """A plain sentence that wraps and can be copied."""
    label = Label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def heading(text: str) -> Label:
    label = Label(text)
    label.setProperty("subheading", True)
    return label


def set_tone(label: Label, tone: str) -> None:
    """“good”, “warn”, “bad” or nothing; the words say it as well."""
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


class SplitBox(ComboBox):
    """Which part of the text is read."""

    def __init__(self, splits: tuple[Split, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Part of the text"))
        names = {
            Split.VALIDATION: self.tr("Validation text"),
            Split.TEST: self.tr("Test text"),
            Split.TRAIN: self.tr("Training text"),
        }
        for split in splits:
            self.addItem(names[split], split)

    @property
    def split(self) -> Split:
        return Split(self.currentData())
