"""The most probable next words as bars: read them, compare them, or choose one to go on with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.gui.plain import tip
from workbench.gui.theme import colour
from workbench.gui.words import quantities
from workbench.values.prediction import Prediction

PREDICTION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class WordBars(QListView):
    """Bars of words; a click or Enter chooses one. Two lists can share a scale."""

    word_chosen = Signal(Prediction)

    def __init__(
        self, name: str, tone: str = "accent", *, mirrored: bool = False, names: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`tone`: the theme's colour for the bars. `mirrored`: they grow to the other side, for the left of a pair.
        `names`: the words are names of classes, in which nothing is hidden that has to be made visible."""
        super().__init__(parent)
        self.tone = tone
        self._is_mirrored = mirrored
        self._message = ""
        self._words = PredictionList(self, names=names)
        self.setModel(self._words)
        self.setItemDelegate(_BarPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._choose)

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        return self._words.predictions

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The side to which the bars grow."""
        rightwards = (self.layoutDirection() == Qt.LayoutDirection.LeftToRight) != self._is_mirrored
        return Qt.LayoutDirection.LeftToRight if rightwards else Qt.LayoutDirection.RightToLeft

    def show_names(self, names: bool) -> None:
        """Whether the words that come are names of classes."""
        self._words.names = names

    def height_of(self, rows: int) -> int:
        """That shows so many rows as they look best."""
        return round(1.7 * rows * _row_height(self)) + 2 * self.frameWidth() + 4

    def middle_of(self, row: int) -> int:
        """How far down in the widget a row's middle is."""
        return self.viewport().y() + self.visualRect(self._words.index(row)).center().y()

    def row_height(self) -> int:
        """Ten rows fill the list, unless they would look lost in it."""
        least = _row_height(self)
        return max(least, min(self.viewport().height() // 10, round(1.7 * least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def show_predictions(self, predictions: Sequence[Prediction], full: float | None = None) -> None:
        """Show `predictions`; `full` is the probability that fills a bar, by default the greatest one."""
        row = self.currentIndex().row()
        self._words.show(predictions, full)
        if predictions:
            self.setCurrentIndex(self._words.index(min(max(row, 0), len(predictions) - 1)))
        self.setAccessibleDescription(quantities.listing(map(self._words.spoken, predictions)) or self._message)

    def show_message(self, message: str) -> None:
        """What is said in the middle while there are no words."""
        self._message = message
        self.show_predictions(())
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(28 * self.fontMetrics().averageCharWidth(), 10 * _row_height(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(18 * self.fontMetrics().averageCharWidth(), 3 * _row_height(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._message and not self._words.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            space = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)
            painter.end()

    def _choose(self, index: Index) -> None:
        self.word_chosen.emit(index.data(PREDICTION))


class PredictionList(QAbstractListModel):
    """Predictions, most probable first; a row reads as its word, and aloud as word and probability."""

    def __init__(self, parent: QWidget | None = None, *, names: bool = False) -> None:
        super().__init__(parent)
        self.names = names
        self.predictions: tuple[Prediction, ...] = ()
        self.full = 1.0

    def show(self, predictions: Sequence[Prediction], full: float | None = None) -> None:
        self.beginResetModel()
        self.predictions = tuple(predictions)
        self.full = full or max((prediction.probability for prediction in predictions), default=1.0) or 1.0
        self.endResetModel()

    def shown(self, word: str) -> str:
        return word if self.names else visible(word)

    def spoken(self, prediction: Prediction) -> str:
        return quantities.named(self.shown(prediction.word), percent(prediction.probability))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.predictions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        prediction = self.predictions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(prediction.word)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(prediction)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.spoken(prediction))
        return prediction if role == PREDICTION else None


def visible(word: str) -> str:
    """`word` with marks for what cannot be seen: line ends, tabs and spaces."""
    return word.replace("\r\n", "↵").replace("\n", "↵").replace("\t", "⇥").replace(" ", "␣") or "∅"


def percent(probability: float) -> str:
    """A probability for the eye: three digits at most, and never a plain 0 for what is possible."""
    share = 100 * probability
    if 0 < share < 0.1:
        return "<0.1 %"
    return f"{share:.1f} %" if share < 99.95 else "100 %"


def spoken(prediction: Prediction) -> str:
    return quantities.named(visible(prediction.word), percent(prediction.probability))


def _row_height(widget: QWidget) -> int:
    """At least."""
    return round(1.55 * widget.fontMetrics().height())


class _BarPainter(QStyledItemDelegate):
    """A row: word, bar, percent; the other way round where the bars grow to the left."""

    def __init__(self, view: WordBars) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        prediction: Prediction = index.data(PREDICTION)
        row: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        metrics = self._view.fontMetrics()
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = colour(palette, self._view.tone)
        if chosen or hovered:
            tint = QPalette(palette).color(QPalette.ColorRole.Text)
            tint.setAlphaF(0.08)
            painter.setPen(accent if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

        gap = metrics.averageCharWidth()
        inside = row.adjusted(gap, 0, -gap, 0)
        number_width = metrics.horizontalAdvance("100.0 %")
        word_width = round(0.42 * max(inside.width() - number_width, 0))
        word_place = QRect(inside.left(), row.top(), word_width, row.height())
        number_place = QRect(inside.right() - number_width, row.top(), number_width, row.height())
        track = QRectF(
            word_place.right() + gap, row.center().y() - 0.24 * row.height(),
            max(number_place.left() - word_place.right() - 2 * gap, 0), 0.48 * row.height(),
        )  # fmt: skip
        bar = QRectF(track)
        bar.setWidth(max(track.width() * min(prediction.probability / self._view._words.full, 1.0), 2.0))

        groove = palette.color(QPalette.ColorRole.Text)
        groove.setAlphaF(0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, ink in ((track, groove), (bar, accent)):
            painter.setBrush(ink)
            painter.drawRoundedRect(self._mirrored(place, row), 3, 3)

        painter.setPen(palette.color(QPalette.ColorRole.Text))
        shown = metrics.elidedText(self._view._words.shown(prediction.word), Qt.TextElideMode.ElideRight, word_width)
        leading, trailing = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        self._write(painter, self._mirrored(QRectF(word_place), row), leading, shown)
        self._write(painter, self._mirrored(QRectF(number_place), row), trailing, percent(prediction.probability))
        painter.restore()

    def _mirrored(self, place: QRectF, row: QRect) -> QRectF:
        if self._view.direction == Qt.LayoutDirection.LeftToRight:
            return place
        return QRectF(row.left() + row.right() + 1 - place.right(), place.top(), place.width(), place.height())

    def _write(self, painter: QPainter, place: QRectF, side: Qt.AlignmentFlag, text: str) -> None:
        """At the sides that the layout has: a Hebrew word in an English window still starts at the left."""
        visual = QStyle.visualAlignment(self._view.direction, side)
        flags = visual | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags) | Qt.TextFlag.TextSingleLine, text)
