"""The texts of a project, as rows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.exc import IntegrityError

from workbench.messages.errors import KnownError
from workbench.store.contents import NO_CONTENTS, contents_of, values_of
from workbench.store.database import Database
from workbench.store.rows import UNREADABLE, check_is_of_a_row, now
from workbench.store.tables import CorpusRow, InputRow
from workbench.values.changes import Changes
from workbench.values.corpus import Corpus, CorpusContents


class CorpusStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Corpus, ...]:
        """Newest first."""
        try:
            with self._database.session() as session:
                return tuple(map(self._corpus, session.scalars(select(CorpusRow).order_by(CorpusRow.id.desc()))))
        except UNREADABLE as error:
            check_is_of_a_row(error)
        with self._database.session() as session:
            ids = session.scalars(select(CorpusRow.id).order_by(CorpusRow.id.desc())).all()
        found = (self._readable(CorpusRow.id == corpus_id) for corpus_id in ids)
        return tuple(corpus for corpus in found if corpus is not None)

    def names(self) -> tuple[str, ...]:
        """Newest first."""
        with self._database.session() as session:
            return tuple(session.scalars(select(CorpusRow.name).order_by(CorpusRow.id.desc())))

    def find(self, name: str) -> Corpus | None:
        return self._readable(CorpusRow.name == name)

    def _readable(self, condition: ColumnElement[bool]) -> Corpus | None:
        """A text by itself; of one whose row is damaged its name and place alone, so that the others can be used."""
        try:
            with self._database.session() as session:
                row = session.scalar(select(CorpusRow).where(condition))
                return None if row is None else self._corpus(row)
        except UNREADABLE as error:
            check_is_of_a_row(error)
        with self._database.session() as session:
            wanted = select(CorpusRow.id, CorpusRow.name, CorpusRow.folder).where(condition)
            corpus_id, name, folder = session.execute(wanted).one()
        place = self._database.place(str(folder), "corpora")
        return Corpus(corpus_id, str(name), place, NO_CONTENTS, datetime.fromtimestamp(0, UTC))

    def add(self, name: str, folder: Path, contents: CorpusContents) -> Corpus:
        row = CorpusRow(name=name, folder=self._database.relative(folder), created=now(), **values_of(contents))
        with self._database.session() as session:
            session.add(row)
            try:
                session.flush()
            except IntegrityError as error:
                raise KnownError("corpus.exists", name=name) from error
            return self._corpus(row)

    def replace(self, name: str, folder: Path, contents: CorpusContents) -> Corpus:
        """Give a corpus other contents. Raises KnownError("corpus.in_use") if runs have learnt from it."""
        with self._database.session() as session:
            row = session.scalars(select(CorpusRow).where(CorpusRow.name == name)).one()
            count = session.scalar(_learnt_by(row.id))
            if count:
                raise KnownError("corpus.in_use", name=name, count=count)
            for column, value in {"folder": self._database.relative(folder), **values_of(contents)}.items():
                setattr(row, column, value)
            session.flush()
            return self._corpus(row)

    def describe(self, corpus: Corpus, contents: CorpusContents) -> Corpus:
        """Store what was found out about a text, unless that is another one by now. The text itself stays."""
        with self._database.session() as session:
            row = session.get(CorpusRow, corpus.id)
            if row is None or row.sha256 != contents.sha256:
                return corpus
            for column, value in values_of(contents).items():
                setattr(row, column, value)
            session.flush()
            return self._corpus(row)

    def rename(self, name: str, new: str) -> Changes:
        """Its folder stays. Raises KnownError("corpus.exists")."""
        with self._database.session() as session:
            row = session.scalars(select(CorpusRow).where(CorpusRow.name == name)).one()
            row.name = new
            try:
                session.flush()
            except IntegrityError as error:
                raise KnownError("corpus.exists", name=new) from error
            runs = session.scalars(select(InputRow.run_id).where(InputRow.corpus_id == row.id)).all()
        return Changes(runs=frozenset(runs), corpora=frozenset({name, new}))

    def delete(self, name: str) -> None:
        with self._database.session() as session:
            corpus_id = session.scalar(select(CorpusRow.id).where(CorpusRow.name == name))
            count = session.scalar(_learnt_by(corpus_id))
            if count:
                raise KnownError("corpus.in_use", name=name, count=count)
            session.execute(delete(CorpusRow).where(CorpusRow.id == corpus_id))

    def is_learnt(self, name: str) -> bool:
        """Whether runs have learnt from it."""
        with self._database.session() as session:
            return bool(session.scalar(_learnt_by(session.scalar(select(CorpusRow.id).where(CorpusRow.name == name)))))

    def _corpus(self, row: CorpusRow) -> Corpus:
        folder = self._database.place(row.folder, "corpora")
        return Corpus(row.id, row.name, folder, contents_of(row), row.created.replace(tzinfo=UTC))


def _learnt_by(corpus_id: int | None) -> Select[int]:
    """How many runs have learnt from it."""
    return select(func.count(InputRow.run_id.distinct())).where(InputRow.corpus_id == corpus_id)
