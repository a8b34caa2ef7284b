"""What strangers named and wrote is shown letter for letter, whatever it looks like."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtGui import Qt as QtGuiNamespace
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.opening import open_in
from workbench.gui.plain import Label, tip
from workbench.gui.shell.window import MainWindow
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import Filing, RunStatus

BOLD = "<b>bold</b><img src='file:///etc/hostname'>"


def drawn_as_html(widget: QWidget) -> list[str]:
    """Every label and tool tip in `widget` that Qt would not show letter for letter."""
    found = [
        label.text()
        for label in widget.findChildren(QLabel)
        if BOLD in label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    found += [each.toolTip() for each in (widget, *widget.findChildren(QWidget)) if BOLD in each.toolTip()]
    for view in widget.findChildren(QAbstractItemView):
        found += [told for told in _tips(view.model()) if BOLD in told]
    return found


def _tips(model: QAbstractItemModel | None) -> list[str]:
    if model is None:
        return []
    root = QModelIndex()
    rows = range(model.rowCount(root))
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(root))
    places = [model.index(row, column) for row in rows for column in columns]
    return [str(model.data(place, Qt.ItemDataRole.ToolTipRole) or "") for place in places]


def test_no_page_draws_what_a_stranger_wrote(
    qtbot: QtBot, window: MainWindow, tale_project: Project, tmp_path: Path
) -> None:
    for name, status in ((f"{BOLD} one", RunStatus.FINISHED), (f"{BOLD} two", RunStatus.QUEUED)):
        run = tale_project.runs.create(
            corpus="tale",
            base=from_text(BOLD),
            model_sha256="0",
            fine_tuning=FineTuning(),
            name=name,
            status=status,
            prompts=[BOLD],
        )
        tale_project.runs.file({run.id: Filing((BOLD,), BOLD, False, BOLD)})
    tale_project.runs.finish(tale_project.runs.named(f"{BOLD} one"), RunStatus.FAILED, message("run.told", text=BOLD))
    tale_project.close()
    assert open_in(window, tale_project.folder) and window.workspace is not None
    window.banner.show_error(ValueError(BOLD))
    seen = 0
    for place in window.workspace.pages:
        window.workspace.go(place)
        QApplication.processEvents()
        assert drawn_as_html(window) == []
        seen += sum(BOLD in label.text() for label in window.findChildren(QLabel))
    assert seen, "the names were shown at all"


def test_a_tip_shows_its_letters(qtbot: QtBot) -> None:
    assert tip("plain\nwords") == "plain\nwords"
    assert "<b>" not in tip(BOLD) and QtGuiNamespace.mightBeRichText(tip(BOLD))
    label = Label(BOLD)
    qtbot.addWidget(label)
    plain = Label("x" * len(BOLD))
    qtbot.addWidget(plain)
    assert label.text() == BOLD and label.sizeHint().width() > plain.sizeHint().width() / 2
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
