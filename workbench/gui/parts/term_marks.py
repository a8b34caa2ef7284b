"""Dotted lines under the terms of a label, for as long as the pointer is on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QWidget

from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.plain import Label
from workbench.gui.words.terms import glossary
from workbench.messages.terms.glossary import Place


class TermMarks(QWidget):
    """Lies over a label and lets every click through."""

    def __init__(self, label: Label, places: list[Place]) -> None:
        super().__init__(label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._boxes = [(box, place.name) for place in places for box in _boxes(label, place)]
        self.setGeometry(label.rect())
        self.show()

    def term_at(self, at: QPoint) -> tuple[str, QRect] | None:
        """The name of the term there, and where it is in the label."""
        return next(((name, box) for box, name in self._boxes if box.contains(at)), None)

    @property
    def boxes(self) -> list[QRect]:
        return [box for box, _ in self._boxes]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self.palette().color(QPalette.ColorRole.Link), 1.4, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for box in self.boxes:
            painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))
        painter.end()


def places_in(label: Label) -> list[Place]:
    """The terms in its words; it has none while a picture stands in their place."""
    return glossary().places(_shown(label)) if label.text() else []


def _shown(label: Label) -> str:
    """Its words without the mark of a key, which only the label of a control has."""
    return label.text() if label.buddy() is None else label.text().replace("&", "")


def _boxes(label: Label, place: Place) -> list[QRect]:
    """Where a label draws a part of its words, as Qt lays plain text out; two boxes where a line ends within it."""
    inside = label.contentsRect()
    inside.adjust(label.margin(), label.margin(), -label.margin(), -label.margin())
    wraps = label.wordWrap() or isinstance(label, ElidedLabel)
    layout = QTextLayout(_shown(label).replace("\n", "\u2028"), label.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
    layout.setCacheEnabled(True)
    height, lines = 0.0, []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(inside.width() if wraps else 1e6)
        line.setPosition(QPointF(0, height))
        height += line.height()
        lines.append(line)
    layout.endLayout()
    found = []
    shown = lines[: max(1, round(inside.height() / max(1.0, height / max(1, len(lines)))))] if wraps else lines
    height = sum(line.height() for line in shown)
    for line in shown:
        start, end = max(place.start, line.textStart()), min(place.end, line.textStart() + line.textLength())
        if start >= end:
            continue
        area = QRect(0, 0, round(line.naturalTextWidth()), round(height))
        block = QStyle.alignedRect(label.layoutDirection(), label.alignment(), area.size(), inside)
        left, right = (_x(line, at) for at in (start, end))
        box = QRect(
            block.left() + round(left), block.top() + round(line.position().y()), round(right - left),
            round(line.height()),
        )  # fmt: skip
        found.append(box & label.rect())
    return [box for box in found if not box.isEmpty()]


def _x(line: object, at: int) -> float:
    found = line.cursorToX(at)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
