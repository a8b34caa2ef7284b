"""What a person can do with texts: import, try, extend, export. None of it needs a model."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from workbench.corpora.exported import ABOUT, about
from workbench.corpora.importing import default_name, read_corpus, repeated, split_file
from workbench.corpora.labelled import label_file
from workbench.corpora.leaving_out import Number, left_out, number_of, with_left_out
from workbench.corpora.reading.web import fetch
from workbench.corpora.recounting import counted_anew
from workbench.corpora.relabelling import relabelled, renamed_once_more
from workbench.corpora.searching import search
from workbench.corpora.statistics.words import beginning
from workbench.corpora.trial import Trial, try_import
from workbench.ground.files import new_folder, write_atomically
from workbench.ground.names import free_name
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.training.waiting import SECONDS_BETWEEN_TRIES
from workbench.values.corpus import Corpus, Split
from workbench.values.importing import ImportOptions, SplitBy
from workbench.values.progress import Progress
from workbench.values.search import Concordance, Query

HELD = message("progress.held")


class Texts:
    """The verbs on the texts of one open project; long ones are generators, and closing them cancels."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def import_corpus(
        self, files: Sequence[Path], name: str | None = None, options: ImportOptions | None = None
    ) -> Generator[Progress, None, Corpus]:
        """Read, clean, split and store files, folders and archives; unreadable ones are listed in its contents."""
        with self.project.corpora.draft(name) as draft:
            contents = yield from read_corpus(files, draft.folder, options)
            return (yield from _stored(partial(draft.finish, contents, default_name(files))))

    def import_written(self, files: Sequence[Path], name: str, author: str) -> Generator[Progress, None, Corpus]:
        """The three parts of a text as they are, of which a model of that name wrote the one that is learnt from."""
        with self.project.corpora.draft(name) as draft:
            contents = yield from read_corpus(files, draft.folder, ImportOptions(as_it_is=True))
            marked = replace(contents, written_by=author)
            return (yield from _stored(partial(draft.finish, marked, name)))

    def try_import(self, files: Sequence[Path], options: ImportOptions) -> Generator[Progress, None, Trial]:
        """What an import would make of the beginnings of files, step by step; nothing is stored."""
        return (yield from try_import(files, options))

    def import_text(
        self, text: str, name: str | None = None, options: ImportOptions | None = None
    ) -> Generator[Progress, None, Corpus]:
        """A text that was typed or pasted; it is kept in the project."""
        self.project.check_changeable()
        if not text.strip():
            raise KnownError("text.empty")
        title = beginning(text[:400], 5)[:40] or " ".join(text.split())[:40]
        with self.project.sources.new(f"{title}.txt", text.encode("utf-8", "replace")) as file:
            return (yield from self.import_corpus([file], name, options))

    def import_address(
        self, address: str, name: str | None = None, options: ImportOptions | None = None
    ) -> Generator[Progress, None, Corpus]:
        """A page or file from the web; it is kept in the project. Raises KnownError("file.not_fetched")."""
        self.project.check_changeable()
        file_name, content = yield from fetch(address)
        with self.project.sources.new(file_name, content) as file:
            return (yield from self.import_corpus([file], name, options))

    def take_up(self, stray: Path) -> Generator[Progress, None, Corpus]:
        """Make a text of the project out of one that its records do not name (see `Project.strays`).

        Raises KnownError("stray.no_text") for a run, whose settings only the records knew.
        """
        if stray.is_dir() and not split_file(stray, Split.TRAIN).is_file():
            raise KnownError("stray.no_text", name=stray.name)
        if stray.is_file():
            return (yield from self.import_corpus([stray]))
        splits = [file for split in Split if (file := split_file(stray, split)).is_file()]
        name = free_name(stray.name, {corpus.name for corpus in self.project.corpora.every()}, " {}")
        corpus = yield from self.import_corpus(splits, name, ImportOptions(split_by=SplitBy.GIVEN, as_it_is=True))
        self.project.throw_away([stray])
        return corpus

    def extend_corpus(
        self, name: str, files: Sequence[Path] = (), options: ImportOptions | None = None
    ) -> Generator[Progress, None, Corpus]:
        """Read a corpus's files again, and more, with the recipe that it was made with, or with other options.

        A corpus that runs have learnt from stays as it is, and the new text gets a name of its own.
        """
        old = self.project.corpora.named(name)
        earlier, again = repeated(old.contents)
        with self.project.corpora.draft(None) as draft:
            sources = [self.project.sources.present(path) for path in earlier]
            contents = yield from read_corpus([*sources, *files], draft.folder, options or again)
            if self.project.corpora.is_learnt(name):
                return (yield from _stored(partial(draft.finish, contents, name)))
            return (yield from _stored(partial(draft.replace, contents, old)))

    def relabel(self, name: str, names: Mapping[str, str]) -> Corpus:
        """Rename labels of a corpus: two with one name are merged, "" leaves one out. Its text stays as it is.

        A corpus that runs have learnt from stays, and the relabelled one gets a name of its own. Raises
        KnownError("labels.…").
        """
        return self.set_label_names(name, renamed_once_more(self.project.corpora.named(name), names))

    def set_label_names(self, name: str, renamed: Mapping[str, str]) -> Corpus:
        """The same for all names that a corpus's labels have beside those that its sources gave: what undoes it."""
        old = self.project.corpora.named(name)
        with self.project.corpora.draft(None) as draft:
            contents = relabelled(old, renamed, draft.folder)
            if self.project.corpora.is_learnt(name):
                return draft.finish(contents, name)
            return draft.replace(contents, old)

    def search(
        self, name: str, query: Query, splits: Sequence[Split] = tuple(Split)
    ) -> Generator[Progress, None, Concordance]:
        """Where something stands in a corpus. Raises KnownError: search.…, corpus.missing, file.…."""
        return (yield from search(self.project.corpora.named(name), query, splits))

    def leave_out(self, name: str, documents: Collection[Number]) -> Generator[Progress, None, Corpus]:
        """Leave documents out, which are counted from 1 among those that are in their part of the corpus.

        A corpus that runs have learnt from stays, and the other one gets a name of its own. What does not add up is
        to be counted afterwards, by `count_anew`. Raises KnownError("left_out.…").
        """
        corpus = self.project.corpora.named(name)
        gone = {(each.split, each.number) for each in left_out(corpus)}
        wanted = {(split, number_of(corpus, split, document)) for split, document in documents}
        return (yield from self._without(corpus, gone | wanted))

    def take_back(self, name: str, documents: Collection[Number] | None = None) -> Generator[Progress, None, Corpus]:
        """The same the other way round, of all that are left out or of those with these numbers of `left_out`."""
        corpus = self.project.corpora.named(name)
        gone = {(each.split, each.number) for each in left_out(corpus)}
        return (yield from self._without(corpus, gone - (gone if documents is None else set(documents))))

    def count_anew(self, name: str) -> Generator[Progress, None, Corpus]:
        """Count what is not known of a corpus since documents were left out of it or taken back."""
        corpus = self.project.corpora.named(name)
        if corpus.contents.is_counted:
            return corpus
        contents = yield from counted_anew(corpus)
        return (yield from _stored(partial(self.project.corpora.describe, corpus, contents)))

    def _without(self, old: Corpus, numbers: Collection[Number]) -> Generator[Progress, None, Corpus]:
        with self.project.corpora.draft(None) as draft:
            contents = yield from with_left_out(old, numbers, draft.folder)
            if self.project.corpora.is_learnt(old.name):
                return (yield from _stored(partial(draft.finish, contents, old.name)))
            return (yield from _stored(partial(draft.replace, contents, old)))

    def export_text(self, name: str, folder: Path) -> Path:
        """Write a corpus's three texts to a new or empty folder; importing that folder gives the same corpus again."""
        corpus = self.project.corpora.named(name)
        folder = folder.expanduser().resolve()
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KnownError("folder.taken", folder=folder)
        try:
            if folder.exists():
                folder.rmdir()
            with new_folder(folder) as draft:
                for split in Split:
                    shutil.copyfile(split_file(corpus.folder, split), split_file(draft, split))
                if corpus.contents.labels is not None:
                    label_file(draft, Split.TRAIN).parent.mkdir()
                    for split in Split:
                        shutil.copyfile(label_file(corpus.folder, split), label_file(draft, split))
                write_atomically(draft / ABOUT, about(corpus.contents, draft))
        except OSError as error:
            raise disk_error(error, folder) from error
        return folder


def _stored(store: Callable[[], Corpus]) -> Generator[Progress, None, Corpus]:
    """What was read is not thrown away because another program holds the database: it is stored when that is free."""
    while True:
        try:
            return store()
        except KnownError as error:
            if error.code != "project.busy":
                raise
        yield Progress(0, 0, HELD)
        time.sleep(SECONDS_BETWEEN_TRIES)
