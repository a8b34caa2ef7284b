"""Which columns a table shows: those that say something, unless a person has chosen otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from workbench.gui.parts.row_view import RowView


class ColumnChoice(QObject):
    """A menu over the heads of a table's columns; the first one, a name, always stays."""

    def __init__(self, view: RowView, kept: Mapping[str, bool], keep: Callable[[dict[str, bool]], object]) -> None:
        """`kept` is what was chosen before, by the columns' heads, and `keep` is told of each choice."""
        super().__init__(view)
        self._view = view
        self._chosen = dict(kept)
        self._keep = keep
        self._useful: dict[int, bool] = {}
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        self._show()

    def suit(self, useful: Mapping[int, bool]) -> None:
        """Which columns say something of what is shown now; others are always of use."""
        self._useful = dict(useful)
        self._show()

    def choose(self, column: int, wanted: bool) -> None:
        self._chosen[self._head(column)] = wanted
        self._keep(dict(self._chosen))
        self._show()

    def menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in range(1, self._view.model().columnCount()):
            shown = not self._view.isColumnHidden(column)
            action = QAction(self._head(column), menu, checkable=True, checked=shown)
            action.toggled.connect(lambda wanted, column=column: self.choose(column, wanted))
            menu.addAction(action)
        return menu

    def _ask(self, place: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(place))

    def _show(self) -> None:
        for column in range(1, self._view.model().columnCount()):
            wanted = self._chosen.get(self._head(column), self._useful.get(column, True))
            self._view.setColumnHidden(column, not wanted)
        self._view.fit()

    def _head(self, column: int) -> str:
        return str(self._view.model().headerData(column, Qt.Orientation.Horizontal))
