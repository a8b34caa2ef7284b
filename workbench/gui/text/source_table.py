"""The files of one text as a table: those that were read and those that were passed over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from workbench.corpora.reading.files import shown, shown_name, shown_place
from workbench.gui.plain import tip
from workbench.gui.words import quantities
from workbench.gui.words.sentences import told
from workbench.values.corpus import CorpusContents, SkippedFile, SourceFile
from workbench.values.importing import WHOLE_ROWS

Index = QModelIndex | QPersistentModelIndex


class SourceTable(QAbstractTableModel):
    """What was passed over stands first: it is what a person may have to do something about."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._files: tuple[SkippedFile | SourceFile, ...] = ()

    def show(self, contents: CorpusContents) -> None:
        self.beginResetModel()
        self._files = (*contents.skipped, *contents.sources)
        self.endResetModel()

    def file(self, row: int) -> SkippedFile | SourceFile:
        return self._files[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File"), self.tr("Read as"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(file) if index.column() == 0 else self._how(file)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(told(file.reason) if isinstance(file, SkippedFile) else shown(str(file.path)))
        return None

    def _name(self, file: SkippedFile | SourceFile) -> str:
        if isinstance(file, SourceFile):
            return shown_place(file.path, file.member)
        # In an archive the sentence names the file, and the path only the archive.
        name, known = str(file.fields.get("file", shown_name(file.path))), shown_name(file.path)
        return name if name == known or name.startswith(f"{known} › ") else shown_place(file.path, name)

    def _how(self, file: SkippedFile | SourceFile) -> str:
        if isinstance(file, SkippedFile):
            return self.tr("passed over")
        parts = [file.encoding] if file.encoding else []
        if file.column == WHOLE_ROWS:
            parts.append(self.tr("whole rows"))
        elif file.column:
            parts.append(self.tr("column “{name}”").format(name=file.column))
        if file.replaced:
            parts.append(self.tr("{count} unreadable").format(count=QLocale().toString(file.replaced)))
        return quantities.listing(parts) or file.path.suffix.lower().lstrip(".")
