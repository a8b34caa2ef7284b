"""The most probable continuations as a tree: open a word to see what follows it; a path becomes the text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.context import Context
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.parts.word_bars import Index, percent, spoken, visible
from workbench.gui.plain import Label
from workbench.gui.tasks.next_word.asking import Words, ask_for_words, chosen_unit
from workbench.gui.tasks.next_word.side_box import SideBox
from workbench.gui.tasks.question import AskedModel, Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.theme import colour
from workbench.values.prediction import Prediction

PREDICTION, ASKED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
BRANCHES = 6
ASKING = "predict.tree"  # the key of its jobs


class TreeView(PredictView):
    asks_third = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked: object = None  # text, models and unit that it grew for
        self._waiting: list[QPersistentModelIndex] = []  # opened, the first of them being asked about
        self.side = SideBox(self.tr("Whose words"))
        self.side.currentIndexChanged.connect(self._grow_anew)
        self.tree = _Tree()
        self.tree.itemExpanded.connect(self._grow)
        self.tree.itemSelectionChanged.connect(self._show_path)
        self.tree.path_wanted.connect(self._use)
        self._path = Label()
        self._path.setProperty("quiet", True)
        self._path.setWordWrap(True)
        self.use = QPushButton(self.tr("Add to the text"))
        self.use.setToolTip(self.tr("The words from the beginning to the chosen one go into the text"))
        self.use.clicked.connect(self._use)
        label = Label(self.side.accessibleName())
        label.setBuddy(self.side)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.side)
        top.addStretch()
        top.addWidget(SaveButton(self.tr("Word tree"), self.as_text, self.as_rows, self.tree))
        below = QHBoxLayout()
        below.addWidget(self._path, 1)
        below.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addLayout(below)
        self._show_path()

    def ask(self, question: Question) -> None:
        asked = (question.text, question.sides, chosen_unit(self._context))
        changed, self._asked = asked != self._asked, asked
        self._question = question
        self.side.offer_third(question.third is not None)
        if changed:
            self._grow_anew()

    @property
    def model(self) -> AskedModel | None:
        return None if self._question is None else self.side.asked(self._question)

    def path(self, item: QTreeWidgetItem | None) -> list[Prediction]:
        """The words from the root to `item`."""
        words: list[Prediction] = []
        while item is not None:
            words.insert(0, item.data(0, PREDICTION))
            item = item.parent()
        return words

    def as_rows(self) -> Rows:
        rows: list[tuple[object, ...]] = [(self.tr("path"), self.tr("probability"), self.tr("of the whole path"))]
        for item in _items(self.tree.invisibleRootItem()):
            words = self.path(item)
            text = "".join(word.text for word in words)
            rows.append((text, words[-1].probability, _share(words)))
        return rows

    def as_text(self) -> str:
        lines = [self._question.text] if self._question else []
        for item in _items(self.tree.invisibleRootItem()):
            words = self.path(item)
            lines.append(f"{'    ' * (len(words) - 1)}{visible(words[-1].word)}  {percent(words[-1].probability)}")
        return "\n".join(lines)

    def _grow_anew(self) -> None:
        self._context.jobs.cancel(ASKING)  # what is under way is about another text, or about none
        self.tree.clear()
        self._waiting.clear()
        self._show_path()
        if self._question is not None and self._question.text.strip() and self.model is not None:
            self._ask_after("")

    def _grow(self, item: QTreeWidgetItem) -> None:
        """Ask what follows `item`, the first time it is opened."""
        if not item.data(0, ASKED):
            item.setData(0, ASKED, True)
            self._waiting.append(QPersistentModelIndex(self.tree.indexFromItem(item)))
            if len(self._waiting) == 1:
                self._ask_next()

    def _ask_next(self) -> None:
        item = self._item(self._waiting[0])
        self._ask_after("".join(word.text for word in self.path(item)))

    def _ask_after(self, path: str) -> None:
        question, model = self._question, self.model
        if question is None or model is None:
            return
        typing = question.typing and not path
        job = ask_for_words(self._context, question.text + path, model, ASKING, None, self._fail, typing=typing)
        job.finished.connect(self._take_children if path else self._take_roots)

    def _take_roots(self, words: Words) -> None:
        self._put(self.tree.invisibleRootItem(), words)

    def _take_children(self, words: Words) -> None:
        item = self._item(self._waiting.pop(0))
        if item is not None:
            self._put(item, words)
        if self._waiting:
            self._ask_next()

    def _item(self, place: QPersistentModelIndex) -> QTreeWidgetItem | None:
        return self.tree.itemFromIndex(place) if place.isValid() else None  # type: ignore[arg-type]

    def _put(self, parent: QTreeWidgetItem, words: Words) -> None:
        """Show the likeliest `words` below `parent`."""
        for word in words[:BRANCHES]:
            item = QTreeWidgetItem([visible(word.word)])
            item.setData(0, PREDICTION, word)
            item.setData(1, PREDICTION, word)
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            parent.addChild(item)
            share = _share(self.path(item))
            item.setText(2, percent(share))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken(word))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def _fail(self, error: Exception) -> None:
        """What was opened can be opened again, and asks again; the reason stands in the window's message."""
        for place in self._waiting:
            item = self._item(place)
            if item is not None:
                item.setData(0, ASKED, False)
                item.setExpanded(False)
        self._waiting.clear()

    def _show_path(self) -> None:
        chosen = self.tree.selectedItems()
        words = self.path(chosen[0]) if chosen else []
        self.use.setEnabled(bool(words))
        self._path.setText(
            "…" + "".join(word.text for word in words).replace("\n", "↵")
            if words
            else self.tr("Open a word to see what follows it. Enter adds the path to the text.")
        )

    def _use(self) -> None:
        chosen = self.tree.selectedItems()
        if chosen:
            self.text_chosen.emit("".join(word.text for word in self.path(chosen[0])))


class _Tree(QTreeWidget):
    path_wanted = Signal()  # by Enter or a double click

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Tree of next words"))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Word"), self.tr("Probability"), self.tr("Whole path")])
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegateForColumn(1, _Bar(self))
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.itemClicked.connect(self._open)
        self.itemDoubleClicked.connect(lambda *_: self.path_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.path_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, item: QTreeWidgetItem) -> None:
        if not item.isExpanded():
            item.setExpanded(True)


class _Bar(QStyledItemDelegate):
    """The probability of a word after the one above it, as a bar with its percentage."""

    def __init__(self, view: QTreeWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(1.55 * self._view.fontMetrics().height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        prediction: Prediction = index.data(PREDICTION)
        place: QRect = option.rect
        palette: QPalette = option.palette
        metrics = option.fontMetrics
        number = metrics.horizontalAdvance("100.0 %") + metrics.averageCharWidth()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour(palette, "selected"))
        track = QRectF(
            place.left(), place.center().y() - 0.22 * place.height(), place.width() - number, 0.44 * place.height()
        )
        bar = QRectF(track)
        bar.setWidth(max(2.0, track.width() * prediction.probability))
        groove = palette.color(QPalette.ColorRole.Text)
        groove.setAlphaF(0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        for shape, ink in ((track, groove), (bar, colour(palette, "accent"))):
            painter.setBrush(ink)
            painter.drawRoundedRect(shape, 3, 3)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        beside = QRectF(track.right(), place.top(), number, place.height())
        painter.drawText(
            beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(prediction.probability)
        )
        painter.restore()


def _children(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (parent.child(number) for number in range(parent.childCount()))
    return [child for child in found if child is not None]


def _items(parent: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for child in _children(parent):
        yield child
        yield from _items(child)


def _share(words: list[Prediction]) -> float:
    share = 1.0
    for word in words:
        share *= word.probability
    return share
