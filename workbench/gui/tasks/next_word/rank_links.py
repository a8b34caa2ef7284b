"""Between two lists of next words: which of them rose or fell, which are new and which are gone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.parts.word_bars import WordBars, visible
from workbench.gui.theme import colour
from workbench.gui.words import quantities


class RankLinks(QWidget):
    """Draws a line from each word of the left list to the same word of the right one."""

    def __init__(self, before: WordBars, after: WordBars, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._after = after
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        for bars in (before, after):
            bars.model().modelReset.connect(self.redraw)
            bars.verticalScrollBar().valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(17 * self.fontMetrics().averageCharWidth(), 0)

    def moves(self) -> list[tuple[int | None, int | None]]:
        """Rows on the left and on the right of each word; None where it is not among them."""
        left = {found.text: row for row, found in enumerate(self._before.predictions)}
        right = {found.text: row for row, found in enumerate(self._after.predictions)}
        if not left or not right:
            return []
        return [(left.get(text), right.get(text)) for text in {**left, **right}]

    def in_words(self) -> str:
        """The changes for somebody who does not see the lines."""
        parts = []
        for left, right in self.moves():
            if left is None and right is not None:
                word = visible(self._after.predictions[right].word)
                parts.append(self.tr("{word} is new at {rank}").format(word=word, rank=right + 1))
            elif right is None and left is not None:
                word = visible(self._before.predictions[left].word)
                parts.append(self.tr("{word} is gone").format(word=word))
            elif left is not None and right is not None and left != right:
                word = visible(self._after.predictions[right].word)
                moved = self.tr("{word} went from {old} to {new}")
                parts.append(moved.format(word=word, old=left + 1, new=right + 1))
        return quantities.listing(parts)

    def redraw(self) -> None:
        self.setAccessibleDescription(self.in_words())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for left, right in self.moves():
            self._draw(painter, left, right, mirrored)
        painter.end()

    def _draw(self, painter: QPainter, left: int | None, right: int | None, mirrored: bool) -> None:
        start = None if left is None else self._place(self._before, left)
        end = None if right is None else self._place(self._after, right)
        if (start is None and left is not None) or (end is None and right is not None):
            return  # scrolled out of sight
        rises = left is None or (right is not None and right < left)
        falls = right is None or (left is not None and left < right)
        ink = colour(self.palette(), "good" if rises else "warn" if falls else "quiet")
        gap = self.fontMetrics().averageCharWidth()
        height = self.fontMetrics().height()
        label = 5 * gap  # at either side
        if start is None or end is None:
            place = end if start is None else start
            at_end = (start is None) != mirrored
            text = self.tr("new") if start is None else self.tr("gone")
            space = QRectF(0.5 * gap, (place or 0) - height / 2, self.width() - gap, height)
            side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
            painter.setPen(ink)
            painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, text)
            return
        line = QPainterPath(QPointF(0, start))
        line.lineTo(label, start)
        reach, middle = self.width() - label, self.width() / 2
        line.cubicTo(QPointF(middle, start), QPointF(middle, end), QPointF(reach, end))
        painter.save()
        if mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(QPen(ink, 1.6 if rises or falls else 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(line)
        painter.restore()
        assert left is not None and right is not None
        moved = f"▲{left - right}" if rises else f"▼{right - left}" if falls else "="
        beside = QRectF(0 if mirrored else self.width() - label, end - height / 2, label, height)
        painter.setPen(ink)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, moved)

    def _place(self, bars: WordBars, row: int) -> float | None:
        """How far down here a row of `bars` is; None where it cannot be seen."""
        down = bars.middle_of(row)
        return None if not 0 <= down <= bars.height() else float(down + bars.y() - self.y())
