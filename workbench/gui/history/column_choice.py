"""Which columns a table shows, in which order and how wide: as a person has chosen, else those that say something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from workbench.gui.parts.row_view import RowView

KEEP_MS = 500  # after the last of the many steps of a drag


@dataclass(frozen=True)
class Columns:
    """What a person has done to them, by their heads."""

    shown: Mapping[str, bool] = field(default_factory=dict)
    order: tuple[str, ...] = ()  # from left to right; empty where none was dragged
    widths: Mapping[str, int] = field(default_factory=dict)  # in pixels, of those that were dragged


class ColumnChoice(QObject):
    """A menu over the heads of a table's columns; the first one, a name, always stays."""

    def __init__(self, view: RowView, kept: Columns, keep: Callable[[Columns], object]) -> None:
        """`kept` is what was chosen before, and `keep` is told of each choice."""
        super().__init__(view)
        self._view = view
        self._chosen = kept
        self._keep = keep
        self._useful: dict[int, bool] = {}
        self._soon = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._soon.timeout.connect(self._keep_dragged)
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        self._place()
        self._show()
        view.dragged.connect(lambda: self._soon.start())

    def suit(self, useful: Mapping[int, bool]) -> None:
        """Which columns say something of what is shown now; others are always of use."""
        self._useful = dict(useful)
        self._show()

    def choose(self, column: int, wanted: bool) -> None:
        self._chosen = replace(self._chosen, shown={**self._chosen.shown, self._head(column): wanted})
        self._keep(self._chosen)
        self._show()

    def flush(self) -> None:
        """Keep what was dragged a moment ago."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep_dragged()

    def _keep_dragged(self) -> None:
        header = self._view.horizontalHeader()
        order = tuple(self._head(header.logicalIndex(place)) for place in range(header.count()))
        widths = {self._head(column): width for column, width in self._view.widths.items()}
        self._chosen = replace(self._chosen, order=order, widths=widths)
        self._keep(self._chosen)

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

    def _place(self) -> None:
        """As they stood; a column that there was not yet comes after the others."""
        header = self._view.horizontalHeader()
        heads = [self._head(column) for column in range(header.count())]
        for place, head in enumerate(head for head in self._chosen.order if head in heads):
            header.moveSection(header.visualIndex(heads.index(head)), place)
        self._view.set_widths({heads.index(head): px for head, px in self._chosen.widths.items() if head in heads})

    def _show(self) -> None:
        for column in range(1, self._view.model().columnCount()):
            wanted = self._chosen.shown.get(self._head(column), self._useful.get(column, True))
            self._view.setColumnHidden(column, not wanted)
        self._view.fit()

    def _head(self, column: int) -> str:
        return str(self._view.model().headerData(column, Qt.Orientation.Horizontal))
