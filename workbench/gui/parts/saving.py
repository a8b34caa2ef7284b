"""Copying and saving what a view shows: its text, its numbers as CSV, and its picture as PNG or SVG."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from workbench.ground.escaping import row_in_spreadsheet
from workbench.ground.files import write_atomically
from workbench.gui.parts.places import open_place, show_in_folder

Rows = Sequence[Sequence[object]]  # the first one names the columns

SCALE = 2  # of a PNG, so that it is crisp on paper


class SaveButton(QPushButton):
    """A menu: copy the text, copy the numbers, save them or the picture of `picture`."""

    def __init__(
        self, name: str, text: Callable[[], str], rows: Callable[[], Rows], picture: QWidget,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setText(self.tr("Copy or save") + " ▾")
        self.setProperty("link", True)
        self.setAccessibleName(self.tr("Copy or save: {name}").format(name=name))
        self._name = name
        self._text = text
        self._rows = rows
        self._picture = picture
        menu = QMenu(self)
        self.copy_text = menu.addAction(self.tr("Copy as text"))
        self.copy_text.triggered.connect(lambda: QGuiApplication.clipboard().setText(self._text()))
        self.copy_rows = menu.addAction(self.tr("Copy the numbers"))
        self.copy_rows.triggered.connect(lambda: QGuiApplication.clipboard().setText(as_csv(self._rows(), "\t")))
        self.copy_picture = menu.addAction(self.tr("Copy the picture"))
        self.copy_picture.triggered.connect(lambda: QGuiApplication.clipboard().setPixmap(drawn(self._picture)))
        menu.addSeparator()
        self.save = menu.addAction(self.tr("Save as …"))
        self.save.triggered.connect(self._ask_where)
        self._saved: Path | None = None
        self.open_saved = menu.addAction("")
        self.open_saved.triggered.connect(lambda: self._saved is not None and open_place(self._saved))
        self.show_saved = menu.addAction(self.tr("Show in folder"))
        self.show_saved.triggered.connect(lambda: self._saved is not None and show_in_folder(self._saved))
        for action in (self.open_saved, self.show_saved):
            action.setVisible(False)
        self.setMenu(menu)

    def save_to(self, file: Path) -> None:
        """The ending of the name says what is saved: .txt, .csv, .png or .svg."""
        match file.suffix.lower():
            case ".csv":
                write_atomically(file, as_csv(self._rows()).encode("utf-8-sig"))  # so that spreadsheets see UTF-8
            case ".png":
                write_atomically(file, as_png(self._picture))
            case ".svg":
                write_atomically(file, as_svg(self._picture, self._name))
            case _:
                write_atomically(file, self._text().encode())
        self._saved = file
        self.open_saved.setText(self.tr("Open {name}").format(name=file.name.replace("&", "&&")))
        for action in (self.open_saved, self.show_saved):
            action.setVisible(True)
        self.setText(self.tr("✓ Saved") + " ▾")

    def _ask_where(self) -> None:
        kinds = (
            self.tr("Picture (*.png)"), self.tr("Drawing (*.svg)"), self.tr("Numbers (*.csv)"), self.tr("Text (*.txt)"),
        )  # fmt: skip
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save"), self._name, ";;".join(kinds))
        if chosen:
            file = Path(chosen)
            ending = kind[kind.rfind("*") + 1 :].rstrip(")")
            self.save_to(file if file.suffix.lower() in (".png", ".svg", ".csv", ".txt") else Path(chosen + ending))


def as_csv(rows: Rows, separator: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(map(row_in_spreadsheet, rows))
    return written.getvalue()


def drawn(widget: QWidget) -> QPixmap:
    picture = QPixmap(widget.size() * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(widget.palette().color(widget.backgroundRole()))
    widget.render(picture)
    return picture


def as_png(widget: QWidget) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(widget).save(buffer, "PNG")
    return bytes(content.data())


def as_svg(widget: QWidget, title: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(widget.width(), widget.height()))
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    return bytes(content.data())
