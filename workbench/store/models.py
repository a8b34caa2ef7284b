"""Which model folders of a person's own a project knows, as rows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from workbench.store.database import Database
from workbench.store.tables import ModelFolderRow
from workbench.values.changes import Changes


class ModelStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> tuple[Path, ...]:
        with self._database.session() as session:
            return tuple(map(Path, session.scalars(select(ModelFolderRow.folder).order_by(ModelFolderRow.folder))))

    def add_folder(self, folder: Path) -> Changes:
        with self._database.session() as session:
            session.merge(ModelFolderRow(folder=str(folder)))
        return Changes(models=frozenset({str(folder)}))
