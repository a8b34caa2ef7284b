"""A text whose words can be clicked, or reached with the arrow keys and chosen with Enter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

Span = tuple[int, int]  # where a word begins and ends, in characters


class WordText(QTextEdit):
    word_chosen = Signal(int)  # the word's number

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self._spans: Sequence[Span] = ()
        self._ends: list[int] = []  # of the words, in the UTF-16 units that Qt counts in
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def setPlaceholderText(self, text: str) -> None:
        """Shown while there is no text, in as many lines as it needs; Qt's own ends after the first."""
        self._hint = text
        self.viewport().update()

    def placeholderText(self) -> str:
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and self.document().isEmpty():
            margin = round(self.document().documentMargin())
            room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._hint)
            painter.end()

    def write(self, pieces: Sequence[str]) -> None:
        """Put more behind what is there, and keep it in sight; its words are found when all is there."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("".join(pieces), QTextCharFormat())
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def show_words(
        self, text: str, spans: Sequence[Span], formats: Sequence[QTextCharFormat | None] | None = None
    ) -> None:
        """Show `text`, whose words lie at `spans`, one after the other without a gap; each may have a format."""
        self._spans = spans
        units = _units(text)
        self._ends = [units[end] for _, end in spans]
        if text != self.toPlainText():
            self.setPlainText(text)
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        if formats is not None:
            for (start, end), format_ in zip(spans, formats, strict=True):
                if format_ is None:
                    continue
                start += text[start] == " "  # the space before a word stays as it is
                cursor.setPosition(units[start])
                cursor.setPosition(units[end], QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(format_)
        cursor.endEditBlock()

    def word_at(self, position: int) -> int | None:
        """The number of the word at a position of a text cursor."""
        number = bisect_right(self._ends, position)
        return number if number < len(self._ends) else None

    def put_cursor_on(self, number: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._ends[number] - 1)
        self.setTextCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose(self.cursorForPosition(event.position().toPoint()).position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def _choose(self, position: int) -> None:
        number = self.word_at(position)
        if number is not None:
            self.word_chosen.emit(number)


def _units(text: str) -> list[int]:
    """Where each character of `text`, and its end, lies in UTF-16 units."""
    places, place = [], 0
    for character in text:
        places.append(place)
        place += 1 + (ord(character) > 0xFFFF)
    places.append(place)
    return places
