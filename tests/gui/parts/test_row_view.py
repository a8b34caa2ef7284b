"""Tables of runs and texts: names are never shorter than what tells them apart, columns are dragged and chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from workbench.gui.history.column_choice import ColumnChoice, Columns
from workbench.gui.parts.row_view import PADDING, RowView, told_apart
from workbench.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NAMES = [f"a sweep of the learning rate on the keeper's log: Learning rate 0.00{number}" for number in range(1, 9)]
HEADS = ("Name", "Model", "Text", "Group", "Perplexity/token")


def table(rows: int = 8) -> QStandardItemModel:
    model = QStandardItemModel(rows, len(HEADS))
    model.setHorizontalHeaderLabels(HEADS)
    for row in range(rows):
        for column in range(len(HEADS)):
            model.setItem(row, column, QStandardItem(NAMES[row] if not column else "several words in this cell"))
    return model


@pytest.fixture
def model() -> QAbstractTableModel | QStandardItemModel:
    return table()


@pytest.fixture
def view(qtbot: QtBot, model: QStandardItemModel) -> RowView:
    made = RowView(model, "Runs")
    qtbot.addWidget(made)
    made.resize(520, 300)
    made.show()
    qtbot.waitUntil(lambda: made.columnWidth(0) != made.horizontalHeader().defaultSectionSize())
    return made


def seen(view: RowView) -> list[str]:
    """The names as the table's cells have room for them."""
    room = view.columnWidth(0) - PADDING // 2
    return [view.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room) for name in NAMES]


def test_names_differ_in_a_window_that_has_no_room_for_them(view: RowView) -> None:
    assert view.columnWidth(0) < view.fontMetrics().horizontalAdvance(NAMES[0])
    assert len(set(seen(view))) == len(NAMES)
    assert view.horizontalScrollBar().maximum() > 0  # the others are scrolled to


@pytest.mark.parametrize("order", Qt.SortOrder)
def test_the_arrow_of_the_column_it_is_sorted_by_covers_nothing_of_its_head(
    view: RowView, theme: Theme, order: Qt.SortOrder
) -> None:
    theme.dress(view)
    header, last = view.horizontalHeader(), len(HEADS) - 1
    alignment = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    view.model().setHeaderData(last, Qt.Orientation.Horizontal, alignment, Qt.ItemDataRole.TextAlignmentRole)
    view.setSortingEnabled(True)
    view.resize(1600, 300)
    pictures: list[QImage] = []
    for column in (0, last):
        header.setSortIndicator(column, order)
        view.fit()
        picture = header.grab().toImage()
        edge = header.sectionViewportPosition(last)
        pictures.append(picture.copy(edge, 8, header.sectionSize(last), picture.height()))
    assert pictures[0] == pictures[1]


def test_no_two_names_look_alike(qtbot: QtBot, view: RowView, theme: Theme) -> None:
    """As they are painted: a line that was broken between words would end after the first of them."""
    view.clearSelection()
    pictures = set()
    for row in range(len(NAMES)):
        view.verticalScrollBar().setValue(row)
        cell = view.visualRect(view.model().index(row, 0))
        picture = view.viewport().grab(cell).toImage().convertToFormat(QImage.Format.Format_RGB32)
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == len(NAMES)


def test_a_name_has_as_many_letters_in_a_larger_script(qtbot: QtBot, view: RowView) -> None:
    font = view.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    view.setFont(font)

    def needed() -> int:
        return max(view.fontMetrics().horizontalAdvance(name) for name in told_apart(NAMES))

    qtbot.waitUntil(lambda: view.columnWidth(0) > needed(), timeout=2000)


def test_a_name_takes_the_room_that_is_left(qtbot: QtBot, view: RowView) -> None:
    view.resize(2400, 300)
    qtbot.waitUntil(lambda: view.horizontalHeader().length() == view.viewport().width())
    assert seen(view) == NAMES


def test_a_column_keeps_the_width_and_the_place_it_was_dragged_to(
    qtbot: QtBot, view: RowView, model: QStandardItemModel
) -> None:
    header = view.horizontalHeader()
    header.resizeSection(2, 61)
    header.moveSection(4, 1)
    view.resize(900, 300)
    model.setItem(0, 2, QStandardItem("something much longer than it was before"))
    qtbot.waitUntil(lambda: view.columnWidth(1) > 100)
    view.fit()
    assert view.columnWidth(2) == 61
    assert header.visualIndex(4) == 1


def test_columns_are_hidden_and_shown_and_stay_so(view: RowView) -> None:
    kept: list[Columns] = []
    choice = ColumnChoice(view, Columns({"Text": False}), kept.append)
    assert view.isColumnHidden(2)
    choice.suit({3: False})
    assert view.isColumnHidden(3)
    group = next(action for action in choice.menu().actions() if action.text() == "Group")
    assert not group.isChecked()
    group.trigger()
    assert not view.isColumnHidden(3)
    choice.suit({3: False})  # it was chosen by hand
    assert not view.isColumnHidden(3)
    assert kept == [Columns({"Text": False, "Group": True})]
    assert "Name" not in {action.text() for action in choice.menu().actions()}


def test_columns_stand_as_they_were_dragged_the_next_time_as_well(
    qtbot: QtBot, view: RowView, model: QStandardItemModel
) -> None:
    kept: list[Columns] = []
    choice = ColumnChoice(view, Columns(), kept.append)
    header = view.horizontalHeader()
    drag(header, header.sectionViewportPosition(1) + view.columnWidth(1) - 2, 44)  # the edge of a head
    assert view.columnWidth(1) > 100
    header.moveSection(4, 1)
    choice.choose(3, False)  # which is no drag
    choice.choose(3, True)
    choice.flush()
    assert set(kept[-1].widths) == {"Model"} and kept[-1].order == (
        "Name",
        "Perplexity/token",
        "Model",
        "Text",
        "Group",
    )
    again = RowView(model, "Runs")
    qtbot.addWidget(again)
    ColumnChoice(again, kept[-1], kept.append).suit({3: False})
    again.resize(520, 300)
    again.show()
    qtbot.waitUntil(lambda: again.columnWidth(0) == view.columnWidth(0))
    assert again.columnWidth(1) == view.columnWidth(1)
    assert [again.horizontalHeader().visualIndex(column) for column in range(5)] == [0, 2, 3, 4, 1]


def drag(header: QHeaderView, at: int, by: int) -> None:
    """By a hand, in the middle of its height."""
    place, room = QPoint(at, header.height() // 2), header.viewport()
    QTest.mousePress(room, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseMove(room, place + QPoint(by // 2, 0))
    QTest.mouseMove(room, place + QPoint(by, 0))
    QTest.mouseRelease(room, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place + QPoint(by, 0))


def test_names_are_cut_no_shorter_than_they_need() -> None:
    assert told_apart(["quick", "slow"]) == ["quick", "slow"]
    assert len(set(told_apart(NAMES))) == len(NAMES)
    assert max(map(len, told_apart(NAMES))) < 30
    assert told_apart(["the same long name for all of them"] * 2)[0] == "the same l…ll of them"
