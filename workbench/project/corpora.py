"""The texts of a project: their records with the folders that these name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ground.names import free_name
from workbench.messages.errors import KnownError
from workbench.messages.message import names_or_none
from workbench.project.folder import CORPORA, ProjectFolder, discard
from workbench.project.sources import Sources
from workbench.values.changes import Changes
from workbench.values.corpus import Corpus, CorpusContents

if TYPE_CHECKING:
    from workbench.store.corpora import CorpusStore


class Corpora:
    """Part of an open Project; every method may be called from any thread."""

    def __init__(self, store: CorpusStore, folder: ProjectFolder, sources: Sources) -> None:
        self._store = store
        self._folder = folder
        self._sources = sources

    def every(self) -> tuple[Corpus, ...]:
        """Newest first."""
        return self._store.every()

    def names(self) -> tuple[str, ...]:
        """Of every corpus, the newest first."""
        return self._store.names()

    def named(self, name: str) -> Corpus:
        """Raises KnownError("corpus.missing")."""
        corpus = self._store.find(name)
        if corpus is None:
            raise KnownError("corpus.missing", name=name, known=names_or_none(self.names()))
        return corpus

    def is_learnt(self, name: str) -> bool:
        """Whether runs have learnt from the corpus, so that its text has to stay as it is."""
        return self._store.is_learnt(name)

    @contextmanager
    def draft(self, name: str | None) -> Iterator[CorpusDraft]:
        """A draft to write the splits of a corpus into; nothing of it remains unless it is finished.

        Raises KnownError: project.view_only, corpus.exists, disk.….
        """
        self._folder.check_changeable()
        if name is not None and name in self.names():
            raise KnownError("corpus.exists", name=name)
        with self._folder.draft(CORPORA) as folder:
            yield CorpusDraft(folder, name, self)

    def describe(self, corpus: Corpus, contents: CorpusContents) -> Corpus:
        """Store what was found out about a text that is still the same. Raises KnownError("project.view_only")."""
        self._folder.check_changeable()
        return self._store.describe(corpus, contents)

    def rename(self, name: str, new: str) -> Changes:
        """Give a text another name, which its runs then say as well.

        Raises KnownError: project.view_only, corpus.missing, corpus.exists, corpus.name.
        """
        self._folder.check_changeable()
        corpus, new = self.named(name), " ".join(new.split())
        if not new:
            raise KnownError("corpus.name")
        return self._store.rename(corpus.name, new) if new != corpus.name else Changes()

    def delete(self, name: str) -> Changes:
        """With the texts that it alone was made from. Raises KnownError("corpus.in_use") while runs use it."""
        corpus = self.named(name)
        before = set(self.unnamed_sources())
        self._store.delete(name)
        discard(corpus.folder)
        for path in set(self.unnamed_sources()) - before:
            path.unlink(missing_ok=True)
        return Changes(corpora=frozenset({name}))

    def unnamed_sources(self) -> tuple[Path, ...]:
        """Texts that are kept in the project and that no corpus was made from."""
        return self._sources.others_than(
            {source.path.name for each in self.every() for source in each.contents.sources}
        )

    def adopt(self, draft: CorpusDraft, contents: CorpusContents, fallback_name: str) -> Corpus:
        """See `CorpusDraft.finish`."""
        name = draft.name or free_name(fallback_name, {corpus.name for corpus in self.every()}, " {}")
        with self._folder.in_its_place(draft.folder, CORPORA, name) as folder:
            return self._store.add(name, folder, contents)

    def replace(self, draft: CorpusDraft, contents: CorpusContents, old: Corpus) -> Corpus:
        """See `CorpusDraft.replace`."""
        with self._folder.in_its_place(draft.folder, CORPORA, old.name) as folder:
            corpus = self._store.replace(old.name, folder, contents)
        discard(old.folder)
        return corpus


@dataclass(frozen=True)
class CorpusDraft:
    """A folder to write train.txt, validation.txt and test.txt into."""

    folder: Path
    name: str | None
    corpora: Corpora

    def finish(self, contents: CorpusContents, fallback_name: str) -> Corpus:
        """Make it a corpus of the project; `fallback_name` is used where no name was asked for."""
        return self.corpora.adopt(self, contents, fallback_name)

    def replace(self, contents: CorpusContents, old: Corpus) -> Corpus:
        """Put it in the place of a corpus that no run has learnt from. Raises KnownError("corpus.in_use")."""
        return self.corpora.replace(self, contents, old)
