"""What was measured or counted once, so that it need not be again: memory of runs, tokens of texts; as rows.

What cannot be written, because another program holds the database or it is only looked at, is known until the end.
"""

from __future__ import annotations

from workbench.messages.errors import KnownError
from workbench.store.database import Database
from workbench.store.tables import MemoryRow, TokenCountRow


class CostStore:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._memory: dict[str, int] = {}
        self._tokens: dict[tuple[str, str], tuple[int, int]] = {}

    def memory(self, shape: str) -> int | None:
        """Bytes that the last run of that shape was seen to take."""
        if shape in self._memory:
            return self._memory[shape]
        with self._database.session() as session:
            row = session.get(MemoryRow, shape)
            return None if row is None else row.bytes

    def note_memory(self, shape: str, size: int) -> None:
        self._memory[shape] = size
        self._write(MemoryRow(shape=shape, bytes=size))

    def tokens(self, corpus: str, tokenizer: str) -> tuple[int, int] | None:
        """Of the training and the validation text; both are named by the beginnings of their hashes."""
        if (corpus, tokenizer) in self._tokens:
            return self._tokens[corpus, tokenizer]
        with self._database.session() as session:
            row = session.get(TokenCountRow, (corpus, tokenizer))
            return None if row is None else (row.train, row.validation)

    def note_tokens(self, corpus: str, tokenizer: str, train: int, validation: int) -> None:
        if self.tokens(corpus, tokenizer) != (train, validation):
            self._tokens[corpus, tokenizer] = train, validation
            self._write(TokenCountRow(corpus=corpus, tokenizer=tokenizer, train=train, validation=validation))

    def _write(self, row: MemoryRow | TokenCountRow) -> None:
        try:
            with self._database.session() as session:
                session.merge(row)
        except KnownError as error:
            if not (error.passes or error.code == "project.view_only"):
                raise
