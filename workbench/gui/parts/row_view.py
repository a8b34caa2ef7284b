"""A table of which whole rows are chosen: how the texts and the runs of a project are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

MEASURED_ROWS = 40  # for the widths of the columns: of a thousand, each would be asked for all it shows
FEWEST, MOST = 20, 64  # characters of a name that are always seen
PADDING = 28  # pixels beside a name, the style's included


class RowView(QTableView):
    """The first column, a name, takes the room that the others leave, and at least what tells the names apart.

    Columns are as wide as what they show until somebody drags them, and stand in the order they are dragged into.
    """

    dragged = Signal()  # a column, to a width or a place

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__(parent)
        self._needed = 0  # pixels of the names; 0 until they are looked at
        self._dragged: set[int] = set()  # columns
        self._is_fitting = False
        self._is_changed = True  # what it shows, since the columns were fitted
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit_again)
        self.setModel(model)
        for changed in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._fit_soon)
        model.dataChanged.connect(self._fit_soon)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(5 * self.fontMetrics().height())  # its heads and a row
        self.setWordWrap(False)  # a row shows the first line alone
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end of a name is what tells runs apart
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.sectionResized.connect(self._note_drag)
        header.sectionMoved.connect(lambda: self.dragged.emit())
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    @property
    def widths(self) -> dict[int, int]:
        """In pixels, of the columns that were dragged and are shown."""
        header = self.horizontalHeader()
        return {column: header.sectionSize(column) for column in self._dragged if not header.isSectionHidden(column)}

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """As if columns were dragged to them."""
        self._is_fitting = True
        for column, pixels in widths.items():
            self.horizontalHeader().resizeSection(column, pixels)
        self._is_fitting = False
        self._dragged |= set(widths)

    def fit(self) -> None:
        """Give every column that nobody has dragged its width."""
        self._soon.stop()
        header, model = self.horizontalHeader(), self.model()
        if not model.columnCount():
            return
        self._is_changed = False
        self._is_fitting = True
        for column in range(1, model.columnCount()):
            if column not in self._dragged and not header.isSectionHidden(column):
                self.resizeColumnToContents(column)
        self._is_fitting = False
        self._fit_names()

    def _fit_names(self) -> None:
        """Into the room that the other columns leave."""
        header = self.horizontalHeader()
        if 0 not in self._dragged and header.count():
            self._is_fitting = True
            others = header.length() - header.sectionSize(0)
            header.resizeSection(0, max(self.viewport().width() - others, self._name_width()))
            self._is_fitting = False

    def _fit_again(self) -> None:
        """To measure the columns takes long: another size of the table leaves them as wide as they are."""
        if self._is_changed:
            self.fit()
        else:
            self._fit_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_soon"):
            self._fit_soon()

    def _fit_soon(self) -> None:
        self._needed = 0
        self._is_changed = True
        self._soon.start()

    def _note_drag(self, column: int, before: int, after: int) -> None:
        is_hidden_or_shown = not (before and after)
        if not self._is_fitting and not is_hidden_or_shown and self.isVisible():
            self._dragged.add(column)
            self.dragged.emit()

    def _name_width(self) -> int:
        if not self._needed:
            model = self.model()
            names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
            width = self.fontMetrics().horizontalAdvance
            self._needed = max(map(width, told_apart(names)), default=0) + PADDING
        return self._needed


def told_apart(names: Sequence[str]) -> list[str]:
    """`names` without their middles, as short as they can be and still differ where they do."""
    different, short = len(set(names)), list(names)
    for length in range(FEWEST, MOST + 1, 4):
        half = length // 2
        short = [name if len(name) <= length else f"{name[:half]}…{name[-half:]}" for name in names]
        if len(set(short)) == different:
            break
    return short
