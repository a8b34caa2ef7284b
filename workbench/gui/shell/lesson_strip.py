"""The lesson beside the pages: where it is done, one thing to do and one to notice, a chapter after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.words.sentences import IN_WINDOW, told
from workbench.messages.errors import KnownError
from workbench.messages.lesson import CHAPTERS, CONTEXT, TITLE
from workbench.messages.message import message

LINES = 2  # of each of both texts, whatever the chapter, so that nothing moves


class LessonStrip(QFrame):
    chapter_shown = Signal(int)  # a person went there
    left = Signal()
    saved = Signal(str, Path)  # a sentence, and where the hand-out is
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self._number = 0
        self.title = ElidedLabel()
        self.title.setProperty("subheading", True)
        self.do, self.notice = ElidedLabel(lines=LINES), ElidedLabel(lines=LINES)
        self.back, self.next = QPushButton(self.tr("Back")), QPushButton()
        self.hand_out = QPushButton(self.tr("Hand-out …"))
        self.hand_out.setToolTip(self.tr("The whole lesson on two pages, as a PDF"))
        self.close_button = QPushButton(self.tr("Leave"))
        self.close_button.setToolTip(self.tr("Help → Lesson brings it back"))
        self.back.clicked.connect(lambda: self._turn(self._number - 1))
        self.next.clicked.connect(lambda: self._turn(self._number + 1))
        self.hand_out.clicked.connect(self.ask_file)
        self.close_button.clicked.connect(self.left)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for button in (self.hand_out, self.close_button, self.back, self.next):
            top.addWidget(button)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setHorizontalSpacing(20)
        layout.setVerticalSpacing(0)
        layout.addLayout(top, 0, 0, 1, 2)
        layout.addWidget(self.do, 1, 0)
        layout.addWidget(self.notice, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.show_chapter(0)

    @property
    def number(self) -> int:
        """Of the chapter, from 0."""
        return self._number

    def show_chapter(self, number: int) -> None:
        self._number = min(max(0, number), len(CHAPTERS) - 1)
        chapter = CHAPTERS[self._number]
        words = self.tr("{number} of {count}: {title}")
        title = words.format(number=self._number + 1, count=len(CHAPTERS), title=_say(chapter.title))
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.do.setText(f"{told(message('lesson.do'))} {_say(chapter.do)}")
        self.notice.setText(f"{told(message('lesson.notice'))} {_say(chapter.notice)}")
        self.back.setEnabled(self._number > 0)
        self.next.setText(self.tr("Done") if self._number == len(CHAPTERS) - 1 else self.tr("Next"))

    def ask_file(self) -> None:
        name = f"{_say(TITLE).rstrip('?？')}.pdf"
        file, _ = QFileDialog.getSaveFileName(self, self.hand_out.text(), name, "PDF (*.pdf)")
        if file:
            self.save(Path(file))

    def save(self, file: Path) -> None:
        from workbench.gui.report_pdf import write_lesson_pdf

        try:
            written = write_lesson_pdf(file, IN_WINDOW)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.saved.emit(self.tr("The hand-out was saved as {name}.").format(name=written.name), written)

    def _turn(self, number: int) -> None:
        if number >= len(CHAPTERS):
            self.left.emit()
            return
        self.show_chapter(number)
        self.chapter_shown.emit(self._number)


def _say(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
