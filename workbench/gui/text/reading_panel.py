"""Reading the chosen text: what is looked for, the lines in which it stands, and the document around one of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QItemSelection, QLocale, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.leaving_out import LeftOut, left_out
from workbench.corpora.searching import in_order
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.undo_strip import UndoStrip
from workbench.gui.steady import ComboBox, keeping_room
from workbench.gui.text.concordance_table import ConcordanceTable, ConcordanceView
from workbench.gui.words.counts import Counts
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.corpus import Corpus, Split
from workbench.values.search import Concordance, Line, Order, Query, Way

SOON_MS = 200  # after the last key
MOST_OFFERED = 30  # documents that are left out, in the menu
WAYS = {
    Way.PLAIN: QT_TRANSLATE_NOOP("ReadingPanel", "these letters"),
    Way.WORD: QT_TRANSLATE_NOOP("ReadingPanel", "whole word"),
    Way.EXPRESSION: QT_TRANSLATE_NOOP("ReadingPanel", "regular expression"),
}
ORDERS = {
    Order.TEXT: QT_TRANSLATE_NOOP("ReadingPanel", "as in the text"),
    Order.FOLLOWING: QT_TRANSLATE_NOOP("ReadingPanel", "by what follows"),
    Order.PRECEDING: QT_TRANSLATE_NOOP("ReadingPanel", "by what precedes"),
}
PARTS = {
    Split.TRAIN: QT_TRANSLATE_NOOP("ReadingPanel", "training"),
    Split.VALIDATION: QT_TRANSLATE_NOOP("ReadingPanel", "validation"),
    Split.TEST: QT_TRANSLATE_NOOP("ReadingPanel", "test"),
}


class ReadingPanel(QWidget):
    """Says what is to be looked for, which place is to be opened and what is to be left out; who holds it does that."""

    searched = Signal(object)  # Query
    opened = Signal(object)  # Place
    leave_out_requested = Signal(object)  # Line: its document
    take_back_requested = Signal(object)  # a tuple of numbers, as LeftOut has them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = Concordance((), is_whole=True)
        self._is_labelled = False
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in this text"))
        self.words.setAccessibleName(self.tr("Find in this text"))
        self.words.setClearButtonEnabled(True)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._search)
        self.words.textChanged.connect(lambda: self._soon.start())
        self.words.returnPressed.connect(self._search)
        self.way = _box(WAYS, self.tr("What the words mean"))
        self.case = QCheckBox(self.tr("Match case"))
        self.order = _box(ORDERS, self.tr("Order of the lines"))
        self.way.currentIndexChanged.connect(lambda: self._search())
        self.case.toggled.connect(lambda: self._search())
        self.order.currentIndexChanged.connect(lambda: self._show_lines())
        self.said = ElidedLabel()
        self.said.setProperty("quiet", True)
        self.table = ConcordanceTable(self)
        self.view = ConcordanceView(self.table, self.tr("Lines in which it stands"))
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.document = QPlainTextEdit()
        self.document.setReadOnly(True)
        self.document.setTabChangesFocus(True)
        self.document.setCenterOnScroll(True)
        self.document.setAccessibleName(self.tr("The document in which it stands"))
        self.undo = keeping_room(UndoStrip())
        self.leave_out = QPushButton(self.tr("Leave this document out"))
        self.leave_out.setToolTip(self.tr("The whole of what is shown: nothing is learnt from it or measured on it"))
        self.leave_out.setEnabled(False)
        self.leave_out.clicked.connect(self._leave_out)
        self.take_back = QPushButton(self.tr("Take back"))
        self.take_back.setMenu(QMenu(self))
        self._lay_out()

    def show_corpus(self, corpus: Corpus) -> None:
        """What is typed stays, and is looked for in this one."""
        self._is_labelled = corpus.contents.labels is not None
        self.show_found(Concordance((), is_whole=True))
        self.said.setText("")
        try:
            gone = left_out(corpus) if corpus.contents.left_out else ()
        except KnownError:  # the file is gone; whoever asks for them is told
            gone = ()
        self._offer_back(gone)
        self._soon.start()

    def query(self) -> Query:
        return Query(self.words.text(), Way(self.way.currentData()), self.case.isChecked())

    def chosen(self) -> Line | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.line(rows[0].row()) if rows else None

    def show_found(self, found: Concordance) -> None:
        self._found = found
        if found.is_whole:
            self.said.setText(Counts.tr("%Ln places", "", len(found.lines)) if self.words.text() else "")
        else:
            words = Counts.tr("The first %Ln places, in {share} % of the text", "", len(found.lines))
            self.said.setText(words.format(share=QLocale().toString(100 * found.share, "f", 1)))
        self._show_lines()

    def show_problem(self, words: str) -> None:
        self._found = Concordance((), is_whole=True)
        self._show_lines()
        self.said.setText(words)

    def show_document(self, text: str, start: int, end: int, is_whole: bool) -> None:
        """With the place in it that is chosen, from which character to which."""
        self.document.setPlainText(text if is_whole else f"… {text} …")
        shift = 0 if is_whole else 2
        cursor = self.document.textCursor()
        units = [len(text[:place].encode("utf-16-le")) // 2 + shift for place in (start, end)]
        cursor.setPosition(units[0])
        self.document.setTextCursor(cursor)
        self.document.ensureCursorVisible()
        marked = QTextEdit.ExtraSelection()
        cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
        marked.cursor = cursor  # type: ignore[attr-defined]
        palette = self.palette()
        marked.format.setBackground(palette.color(QPalette.ColorRole.Highlight))  # type: ignore[attr-defined]
        marked.format.setForeground(QColor(palette.color(QPalette.ColorRole.HighlightedText)))  # type: ignore[attr-defined]
        self.document.setExtraSelections([marked])

    def _search(self) -> None:
        self._soon.stop()
        if self.words.text():
            self.searched.emit(self.query())
        else:
            self.show_found(Concordance((), is_whole=True))

    def _show_lines(self) -> None:
        self.table.show(in_order(self._found.lines, Order(self.order.currentData())))
        self.document.clear()
        self.leave_out.setEnabled(False)
        self.view.scrollToTop()

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        line = self.chosen()
        self.leave_out.setEnabled(line is not None and not self._is_labelled)
        if line is not None:
            self.opened.emit(line.place)

    def _leave_out(self) -> None:
        if (line := self.chosen()) is not None:
            self.view.setFocus()  # the button is off until another line is chosen, and the keys would go elsewhere
            self.leave_out_requested.emit(line)

    def _offer_back(self, gone: tuple[LeftOut, ...]) -> None:
        menu = self.take_back.menu()
        menu.clear()
        self.take_back.setEnabled(bool(gone))
        self.take_back.setText(
            self.tr("Take back ({count})").format(count=QLocale().toString(len(gone))) if gone else self.tr("Take back")
        )
        if len(gone) > 1:
            every = tuple((each.split, each.number) for each in gone)
            menu.addAction(self.tr("All of them")).triggered.connect(partial(self.take_back_requested.emit, every))
        for each in gone[:MOST_OFFERED]:
            part = QCoreApplication.translate("ReadingPanel", PARTS[each.split])
            words = self.tr("{beginning} … ({part})").format(beginning=each.beginning[:50], part=part)
            menu.addAction(words.replace("&", "&&")).triggered.connect(
                partial(self.take_back_requested.emit, ((each.split, each.number),))
            )

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.addWidget(self.words, 1)
        for widget in (self.way, self.case, self.order):
            asked.addWidget(widget)
        doing = QHBoxLayout()
        doing.addWidget(self.said, 2)
        doing.addWidget(self.undo, 3)
        doing.addWidget(self.leave_out)
        doing.addWidget(self.take_back)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.document)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(asked)
        layout.addWidget(split, 1)
        layout.addLayout(doing)


def _box(choices: dict[Way, str] | dict[Order, str], name: str) -> ComboBox:
    box = ComboBox()
    with QSignalBlocker(box):
        for value, text in choices.items():
            box.addItem(QCoreApplication.translate("ReadingPanel", text), value)
    box.setAccessibleName(name)
    return box
