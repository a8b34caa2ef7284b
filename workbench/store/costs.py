"""What was measured or counted once, so that it need not be again: memory of runs, tokens of texts; as rows."""

from __future__ import annotations

from workbench.store.database import Database
from workbench.store.pending import PendingRows
from workbench.store.tables import MemoryRow, TokenCountRow


class CostStore:
    def __init__(self, database: Database) -> None:
        self._memory = PendingRows(database, MemoryRow)
        self._tokens = PendingRows(database, TokenCountRow)

    def close(self) -> None:
        """Write what waits, if that can be."""
        self._memory.close()
        self._tokens.close()

    def memory(self, shape: str) -> int | None:
        """Bytes that the last run of that shape was seen to take."""
        row = self._memory.get(shape)
        return None if row is None else int(row["bytes"])

    def note_memory(self, shape: str, size: int) -> None:
        self._memory.put({"shape": shape, "bytes": size})

    def tokens(self, corpus: str, tokenizer: str) -> tuple[int, int] | None:
        """Of the training and the validation text; both are named by the beginnings of their hashes."""
        row = self._tokens.get(corpus, tokenizer)
        return None if row is None else (row["train"], row["validation"])

    def note_tokens(self, corpus: str, tokenizer: str, train: int, validation: int) -> None:
        if self.tokens(corpus, tokenizer) != (train, validation):
            self._tokens.put({"corpus": corpus, "tokenizer": tokenizer, "train": train, "validation": validation})
