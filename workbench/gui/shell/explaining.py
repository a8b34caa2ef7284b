"""What a word on screen means: marked and answered under the pointer, by F1 and Shift+F1 for what has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,  # noqa: TID251 - only to be read
    QTabBar,
    QToolTip,
    QWidget,
)

from workbench.gui.parts.explanation import Explains, show_beside
from workbench.gui.parts.term_marks import TermMarks, places_in
from workbench.gui.plain import Label, LabelEntered
from workbench.gui.shell.glossary_dialog import GlossaryDialog
from workbench.gui.steady import ComboBox
from workbench.gui.words.terms import first_term, short_answer
from workbench.values.run import Run


class Explaining(QObject):
    """`run` gives the run that an example may be taken from, `about` the words on what is seen as a whole."""

    def __init__(self, window: QWidget, run: Callable[[], Run | None], about: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._run, self._about = window, run, about
        self._label: Label | None = None
        self._marks: TermMarks | None = None
        self._dialog: GlossaryDialog | None = None
        self._watch(window)
        self.does: dict[str, Callable[[], object]] = {
            "glossary": self.show_glossary,
            "whats_this": self.explain_focused,
        }

    @property
    def marks(self) -> TermMarks | None:
        """Under the words of the label that is pointed at, where it has terms."""
        return self._marks

    @property
    def dialog(self) -> GlossaryDialog | None:
        return self._dialog

    def show_glossary(self) -> GlossaryDialog:
        """At the term that is pointed at, or else that of what has the focus."""
        return self.show_term(self._pointed() or term_of(QApplication.focusWidget()))

    def show_term(self, name: str | None) -> GlossaryDialog:
        owner = QApplication.activeModalWidget() or self._window
        if self._dialog is None or self._dialog.parentWidget() is not owner:
            self._dialog = GlossaryDialog(owner)
            self._dialog.destroyed.connect(self._forget_dialog)
        self._dialog.show_for(name, self._run())
        return self._dialog

    def explain_focused(self) -> None:
        """Beside the control that has the focus: its own words, those of its term, or those of the page."""
        focused = QApplication.focusWidget()
        said = self.answer_for(focused)
        show_beside(self._window if focused is None else focused, said)

    def answer_for(self, widget: QWidget | None) -> str:
        """As rich text."""
        for at in _around(widget):
            if widget is not None and isinstance(at, Explains) and (said := at.explain(widget)):
                return said
        name = term_of(widget)
        return self._about() if name is None else self._answer(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, LabelEntered):
            self._mark(event.label)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._answer_under(event, watched)
        elif watched is self._label:
            if event.type() in (QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.Resize):
                self._unmark()
        elif watched is not self._window and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)  # of a dialog, which the menu's keys do not reach
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_F1:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.explain_focused()
        else:
            self.show_glossary()
        return True

    def _watch(self, window: QWidget) -> None:
        window.installEventFilter(self)  # which one that is installed already does but once

    def _mark(self, label: Label) -> None:
        self._unmark()
        self._watch(label.window())
        places = places_in(label)
        if places:
            self._label = label
            self._marks = TermMarks(label, places)
            label.installEventFilter(self)
            label.destroyed.connect(self._forget_label)

    def _unmark(self) -> None:
        if self._label is not None:
            self._label.removeEventFilter(self)
            self._label.destroyed.disconnect(self._forget_label)
        if self._marks is not None:
            self._marks.hide()
            self._marks.deleteLater()
        self._label = self._marks = None

    def _forget_label(self) -> None:
        self._label = self._marks = None

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _pointed(self) -> str | None:
        if self._marks is None or not self._marks.isVisible():
            return None
        found = self._marks.term_at(self._marks.mapFromGlobal(self._marks.cursor().pos()))
        return None if found is None else found[0]

    def _answer_under(self, event: QHelpEvent, watched: QObject) -> bool:
        """Of a label first the term, whatever its own tip says; of anything else where it has no tip."""
        if watched is self._label and self._label is not None and self._marks is not None:
            if (found := self._marks.term_at(event.pos())) is None:
                return False
            self._show(event.globalPos(), found[0], self._label, found[1])
            return True
        widget = QApplication.widgetAt(event.globalPos())
        if widget is None or isinstance(widget, QLabel):
            return False
        name = first_term(text_under(widget, widget.mapFromGlobal(event.globalPos())))
        if name is None:
            return False
        self._show(event.globalPos(), name, widget, QRect())
        return True

    def _show(self, at: QPoint, name: str, widget: QWidget, area: QRect) -> None:
        QToolTip.showText(at, self._answer(name), widget, area)

    def _answer(self, name: str) -> str:
        return short_answer(name, self._run(), self._window.palette())


def text_under(widget: QWidget, at: QPoint) -> str:
    """The words that a widget shows at a place of its own."""
    around = widget.parentWidget()
    match widget:
        case QAbstractButton():
            return widget.text().replace("&", "")
        case ComboBox():
            return widget.currentText()
        case QTabBar():
            return widget.tabText(widget.tabAt(at))
        case QGroupBox():
            return widget.title()
    match around:
        case QHeaderView():
            return str(around.model().headerData(around.logicalIndexAt(at), around.orientation()) or "")
        case QAbstractItemView():
            return str(around.indexAt(at).data() or "")
        case QGraphicsView():  # of a plot: what its axes are called
            items = (item for item in around.items(at) if isinstance(item, QGraphicsTextItem))
            return next((item.toPlainText() for item in items), "")
    return ""


def term_of(widget: QWidget | None) -> str | None:
    """What a control is about: what it is called, or else what holds it."""
    return next(filter(None, map(_term_in, _around(widget))), None)


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and what holds it."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _term_in(widget: QWidget) -> str | None:
    return next(filter(None, map(first_term, _called(widget))), None)


def _called(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    match widget:
        case QAbstractButton():
            yield widget.text().replace("&", "")
        case QTabBar():
            yield widget.tabText(widget.currentIndex())
        case ComboBox():
            yield widget.currentText()
        case QGroupBox():
            yield widget.title()
    yield widget.accessibleDescription()
