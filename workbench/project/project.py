"""A project: one folder that a person can copy, zip and mail, with everything in it."""

from __future__ import annotations

import dataclasses
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from filelock import FileLock, Timeout

from workbench.ground.names import free_name, slug
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import Message, message
from workbench.models.catalogue import catalogue
from workbench.project.ordering import RunOrder
from workbench.project.recording import RunRecorder
from workbench.project.sources import Sources
from workbench.values.corpus import Corpus, CorpusContents
from workbench.values.fine_tuning import FineTuning
from workbench.values.measurement import Curve, Measurement
from workbench.values.model_ref import Bundled, Folder, Hub, ModelRef, OfRun, Scratch, as_text
from workbench.values.prediction import Sample
from workbench.values.run import NEXT_WORD, Checkpoint, Extension, Input, Provenance, Run, RunStatus

if TYPE_CHECKING:
    from workbench.store.store import Store

LONGEST_PATH = 480  # bytes; SQLite takes 512, with the names of its own files
DATABASE, LOCK = "project.sqlite", "project.lock"
CORPORA, MODELS, RUNS = "corpora", "models", "runs"
MOST_PROMPTS = 5  # each is asked at each validation, which takes about as long as a few steps
CHECKPOINTS = "checkpoints"  # of a run
SOURCES = "sources"  # texts that are in no file of the person's: pasted, or fetched from the web
DRAFT, TRASH = "draft", "trash"  # endings of hidden folders that are not (or no longer) part of the project


class Project:
    """An open project; only one window or process can have it open. Every method may be called from any thread."""

    def __init__(self, folder: Path, *, is_view: bool = False) -> None:
        """Use `create`, `open` or `look`."""
        # SQLAlchemy and Alembic take a quarter of a second to import, which the welcome page need not wait for.

        from workbench.store.store import Store

        self.folder = folder
        self.is_view = is_view  # to be looked at: whoever would change anything is told KnownError("project.view_only")
        self.sources = Sources(folder / SOURCES)
        # A lock of the operating system, so that a killed process leaves none behind.
        self._lock = FileLock(folder / LOCK, thread_local=False)
        if is_view:
            self._store: Store = Store(folder, to_look=True)
            self.order = RunOrder(self._store)
            return
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise KnownError("project.in_use", folder=folder) from error
        except OSError as error:
            raise disk_error(error, folder) from error
        try:
            self._store = Store(folder)
            self.order = RunOrder(self._store)
            self._store.runs.interrupt_running()
            self._remove_leftovers()
        except BaseException:
            self._lock.release()
            raise

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make a project in a new or empty folder and open it. Raises KnownError("project.exists" or "disk.…")."""
        folder = folder.expanduser().resolve()
        _check_length(folder)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KnownError("project.exists", folder=folder)
        try:
            for part in (CORPORA, MODELS, RUNS):
                (folder / part).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk_error(error, folder) from error
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a project, brought up to date (with a copy of the older file kept beside it).

        Raises KnownError: project.missing, project.in_use, project.newer, project.read_only, project.damaged.
        """
        folder = folder.expanduser().resolve()
        _check_length(folder)
        if not (folder / DATABASE).is_file():
            raise KnownError("project.missing", folder=folder)
        if not os.access(folder, os.W_OK):
            raise KnownError("project.read_only", folder=folder)
        return cls(folder)

    @classmethod
    def open_or_look(cls, folder: Path) -> Self:
        """Open a project, and where it is open elsewhere or cannot be written to, a view of it.

        Raises KnownError as `open`, but for project.in_use, project.read_only and what passes.
        """
        try:
            return cls.open(folder)
        except KnownError as error:
            if not error.passes and error.code not in ("project.in_use", "project.read_only"):
                raise
        return cls(folder.expanduser().resolve(), is_view=True)

    @classmethod
    def look(cls, folder: Path) -> Self:
        """A view of a project, after what a killed process left in it was settled; it stays free for others."""
        found = cls.open_or_look(folder)
        if found.is_view:
            return found
        found.close()
        return cls(found.folder, is_view=True)

    @property
    def name(self) -> str:
        return self.folder.name

    def hurry(self, hurries: bool = True) -> None:
        """Let the calling thread hardly wait where another program holds the database: it draws a window."""
        self._store.database.hurry(hurries)

    def schema(self) -> str:
        """Which one the database has. Raises KnownError where it cannot be read."""
        return self._store.database.schema()

    def unsound(self) -> str:
        """What is wrong with the database; empty where it is sound. Reads all of it."""
        return self._store.database.unsound()

    def check_changeable(self) -> None:
        """Raises KnownError("project.view_only")."""
        if self.is_view:
            raise KnownError("project.view_only", folder=self.folder)

    def close(self) -> None:
        self._store.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Corpora

    def corpora(self) -> tuple[Corpus, ...]:
        """Newest first."""
        return self._store.corpora.every()

    def corpus(self, name: str) -> Corpus:
        """Raises KnownError("corpus.missing")."""
        corpora = self.corpora()
        for corpus in corpora:
            if corpus.name == name:
                return corpus
        raise KnownError("corpus.missing", name=name, known=_names(corpora))

    @contextmanager
    def new_corpus(self, name: str | None) -> Iterator[CorpusDraft]:
        """A draft to write the splits of a corpus into; nothing of it remains unless it is finished."""
        self.check_changeable()
        if name is not None and any(corpus.name == name for corpus in self.corpora()):
            raise KnownError("corpus.exists", name=name)
        folder = self.folder / CORPORA / f".{uuid.uuid4().hex[:8]}.{DRAFT}"
        try:
            folder.mkdir()
        except OSError as error:
            raise disk_error(error, self.folder) from error
        try:
            yield CorpusDraft(folder, name, self)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def is_learnt(self, corpus: str) -> bool:
        """Whether runs have learnt from the corpus, so that its text has to stay as it is."""
        return any(corpus in (each.corpus for each in run.inputs) for run in self.runs())

    def delete_corpus(self, name: str) -> None:
        """Raises KnownError("corpus.in_use") while runs use it."""
        corpus = self.corpus(name)
        before = set(self.strays())
        self._store.corpora.delete(name)
        self._discard(corpus.folder)
        self.throw_away([path for path in self.strays() if path not in before])  # the texts that it alone was made from

    # What the records do not name

    def strays(self) -> tuple[Path, ...]:
        """Texts, corpora and runs that lie in the project and that its records do not name.

        An import that was killed leaves some, and so does a database that was emptied, or is older than its folder.
        They are a person's: nothing of them goes unless that is asked for.
        """
        corpora = self.corpora()
        named = {source.path.name for corpus in corpora for source in corpus.contents.sources}
        known = {corpus.folder for corpus in corpora} | {run.folder for run in self.runs()}
        folders = (path for part in (CORPORA, RUNS) for path in sorted((self.folder / part).glob("*")))
        unnamed = (path for path in folders if path.is_dir() and path.name[0] != "." and path not in known)
        return (*self.sources.others_than(named), *unnamed)

    def throw_away(self, strays: Sequence[Path]) -> None:
        """Delete what the records do not name; anything else is left alone."""
        self.check_changeable()
        for stray in set(strays) & set(self.strays()):
            if stray.is_dir():
                self._discard(stray)
            else:
                stray.unlink(missing_ok=True)

    # Models

    def model_folders(self) -> tuple[Path, ...]:
        return self._store.preferences.model_folders()

    def add_model_folder(self, folder: Path) -> None:
        self._store.preferences.add_model_folder(folder)

    # Runs

    def runs(self) -> tuple[Run, ...]:
        """Newest first."""
        return self._store.runs.every()

    def newest_run(self) -> Run | None:
        """The last one that was made, without those that wait for their turn."""
        return self._store.runs.newest()

    def run(self, name: str) -> Run:
        """The run of that name or number. Raises KnownError("run.missing")."""
        found = self.find_run(name)
        if found is None:
            raise KnownError("run.missing", name=name, known=_names(self.runs()))
        return found

    def find_run(self, name: str) -> Run | None:
        """The run of that name or number, if there is one."""
        return self._store.runs.find(name)

    def create_run(
        self,
        *,
        corpus: str,
        base: ModelRef,
        model_sha256: str,
        fine_tuning: FineTuning,
        name: str | None = None,
        prompts: Sequence[str] = (),
        status: RunStatus = RunStatus.RUNNING,
        group: str = "",
        sweep_id: int | None = None,
        task: str = NEXT_WORD,
    ) -> Run:
        """A new run, which reads as running unless another status is given. Without a name it gets one from its
        text and model.

        Blank prompts and those that come twice are left out. Raises KnownError: run.exists, run.name, run.prompts.
        """
        self.check_changeable()
        pinned = tuple(dict.fromkeys(prompt for prompt in prompts if prompt.strip()))
        if len(pinned) > MOST_PROMPTS:
            raise KnownError("run.prompts", count=len(pinned), most=MOST_PROMPTS)
        taken = {run.name for run in self.runs()}
        if name is not None:
            name = self._checked_run_name(name)
            if name in taken:
                raise KnownError("run.exists", name=name)
        began = self.run_of(base)
        model = began.name if began else as_text(base)
        name = name or free_name(f"{corpus} · {Path(model).name}", taken, " {}")
        folder = self._new_place(RUNS, name)
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise disk_error(error, self.folder) from error
        return self._store.runs.add(
            name=name,
            folder=folder,
            inputs=(Input(corpus, task),),
            base=base,
            model=model,
            model_sha256=model_sha256,
            fine_tuning=fine_tuning,
            prompts=pinned,
            status=status,
            group=group,
            sweep_id=sweep_id,
        )

    def run_of(self, ref: ModelRef) -> Run | None:
        """The run whose weights `ref` are; None where they are a model's. Raises KnownError("run.missing")."""
        return self.run(str(ref)) if isinstance(ref, OfRun) else None

    def base_of(self, run: Run) -> ModelRef:
        """What `run` began from. Raises KnownError("run.base_gone") where that is a run that was deleted."""
        if isinstance(run.base, OfRun) and run.base.run is None:
            raise KnownError("run.base_gone", name=run.name, base=run.model)
        return run.base

    def root_of(self, ref: ModelRef) -> Bundled | Folder | Hub | Scratch:
        """The model at the beginning of the line that ends in `ref`. Raises KnownError: run.missing, run.base_gone."""
        while isinstance(ref, OfRun):
            ref = self.base_of(self.run(str(ref)))
        return ref

    def recorder(self, run: Run) -> RunRecorder:
        return RunRecorder(self._store, self._store.runs.get(run.id))

    def finish_run(self, run: Run, status: RunStatus, error: Message | None = None) -> Run:
        return self._store.runs.finish(run.id, status, error)

    def note_provenance(self, run: Run, provenance: Provenance) -> Run:
        """Where and with what a run began."""
        return self._store.runs.update(run.id, provenance=dataclasses.asdict(provenance))

    def note_text_written(self, run: Run, tokenizer_sha256: str, bytes_per_token: float, spelled_share: float) -> Run:
        """What makes bits per byte of the run's losses on its validation text, and by which tokenizer."""
        return self._store.runs.update(
            run.id, tokenizer_sha256=tokenizer_sha256, bytes_per_token=bytes_per_token, spelled_share=spelled_share
        )

    def rewind(self, run: Run, step: int) -> Run:
        """Forget what a run measured after `step`; it reads as running again and is about to measure it anew."""
        self._store.runs.rewind(run.id, step)
        return self._store.runs.get(run.id)

    def extend(self, run: Run, total_steps: int) -> Run:
        """Let a run that has ended go on, beyond its end, to `total_steps`."""
        extensions = [*run.extensions, Extension(run.steps, total_steps)]
        values = [[each.step, each.total_steps] for each in extensions]
        return self._store.runs.update(
            run.id, extensions=values, total_steps=total_steps, status=RunStatus.RUNNING, ended=None
        )

    def checkpoint_of(self, ref: OfRun) -> Checkpoint:
        """Where these weights are. Raises KnownError: run.missing, run.no_checkpoint."""
        run = self.run(str(ref))
        step = run.kept_step if ref.step is None else ref.step
        for checkpoint in self.checkpoints(run):
            if checkpoint.step == step:
                return checkpoint
        raise KnownError("run.no_checkpoint", name=run.name)

    def kept_checkpoint(self, run: Run) -> Checkpoint:
        """The one that is the run's model. Raises KnownError("run.no_checkpoint") where it is not on disk."""
        return self.checkpoint_of(OfRun(run.id))

    def checkpoints(self, run: Run) -> tuple[Checkpoint, ...]:
        """Those that are on disk, oldest first."""
        return self._store.measurements.checkpoints(run.id)

    def measurements(self, run: Run, names: Sequence[str] | None = None) -> dict[str, Curve]:
        """The run's curves by name, such as "loss"; of a very long one, what can be seen of it."""
        return self._store.measurements.curves(run.id, names)

    def measured(self, run: Run) -> tuple[str, ...]:
        """The names of the run's curves."""
        return self._store.measurements.names(run.id)

    def every_measurement(self, run: Run) -> tuple[Measurement, ...]:
        """What the curves are drawn from, by name and step."""
        return self._store.measurements.every(run.id)

    def samples(self, run: Run) -> tuple[Sample, ...]:
        """One for each pinned prompt at each validation, oldest first."""
        return self._store.measurements.samples(run.id)

    def prompts(self, run: Run) -> tuple[str, ...]:
        """The pinned prompts that the run's samples answer."""
        return self._store.runs.prompts(run.id)

    def rename_run(self, run: Run, name: str) -> Run:
        """Raises KnownError("run.exists" or "run.name")."""
        return self._store.runs.update(run.id, name=self._checked_run_name(name))

    def prune_checkpoints(self, run: Run) -> int:
        """Delete what a run saved of its weights and keep everything else; returns the bytes that this frees."""
        folder = run.folder / CHECKPOINTS
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        self._store.measurements.forget_checkpoints(run.id)
        self._discard(folder)
        return size

    def delete_run(self, run: Run) -> None:
        """Forget the run and everything it saved."""
        self._store.runs.delete(run.id)
        self._discard(run.folder)

    # The whole project

    def copy_records(self, target: Path, models: Mapping[str, str]) -> None:
        """Copy the database for another computer; `models` are model folders with their places in the project there."""
        self._store.copy_for_elsewhere(target, models)

    # Small choices of the window

    def preference(self, key: str, default: object = None) -> Any:
        return self._store.preferences.get(key, default)

    def set_preference(self, key: str, value: object) -> None:
        """`value` is anything that JSON can hold."""
        self._store.preferences.set(key, value)

    def _checked_run_name(self, name: str) -> str:
        """`name` without spaces around it, if it cannot be taken for a run's number or for a model."""
        name = name.strip()
        models = {called for model in catalogue(self.model_folders()) for called in (str(model.ref), model.name)}
        if not name or name.isdecimal() or name in models:
            raise KnownError("run.name", name=name)
        return name

    def _adopt_corpus(self, draft: CorpusDraft, contents: CorpusContents, fallback_name: str) -> Corpus:
        name = draft.name or free_name(fallback_name, {corpus.name for corpus in self.corpora()}, " {}")
        with self._in_its_place(draft, name) as folder:
            return self._store.corpora.add(name, folder, contents)

    def _replace_corpus(self, draft: CorpusDraft, contents: CorpusContents, old: Corpus) -> Corpus:
        with self._in_its_place(draft, old.name) as folder:
            corpus = self._store.corpora.replace(old.name, folder, contents)
        self._discard(old.folder)
        return corpus

    @contextmanager
    def _in_its_place(self, draft: CorpusDraft, name: str) -> Iterator[Path]:
        """The folder of a new corpus, which is a draft again if the block fails: it can be stored another time."""
        folder = self._new_place(CORPORA, name)
        try:
            draft.folder.rename(folder)
        except OSError as error:
            raise disk_error(error, folder) from error
        try:
            yield folder
        except BaseException:
            folder.rename(draft.folder)
            raise

    def _new_place(self, part: str, name: str) -> Path:
        parent = self.folder / part
        parent.mkdir(exist_ok=True)
        return parent / free_name(slug(name), {path.name for path in parent.iterdir()}, "-{}")

    def _discard(self, folder: Path) -> None:
        """Delete a folder whose row is gone: renamed first, so that half of it is never taken for the whole."""
        trash = folder.with_name(f".{uuid.uuid4().hex[:8]}.{TRASH}")
        if folder.exists():
            folder.rename(trash)
            shutil.rmtree(trash, ignore_errors=True)

    def _remove_leftovers(self) -> None:
        """What a process that was killed left half-made or half-deleted; nothing that was ever whole."""
        for ending in (DRAFT, TRASH):
            for part in (CORPORA, RUNS):
                for leftover in (self.folder / part).rglob(f".*.{ending}"):
                    shutil.rmtree(leftover, ignore_errors=True)


@dataclass(frozen=True)
class CorpusDraft:
    """A folder to write train.txt, validation.txt and test.txt into."""

    folder: Path
    name: str | None
    project: Project

    def finish(self, contents: CorpusContents, fallback_name: str) -> Corpus:
        """Make it a corpus of the project; `fallback_name` is used where no name was asked for."""
        return self.project._adopt_corpus(self, contents, fallback_name)

    def replace(self, contents: CorpusContents, old: Corpus) -> Corpus:
        """Put it in the place of a corpus that no run has learnt from. Raises KnownError("corpus.in_use")."""
        return self.project._replace_corpus(self, contents, old)


def _check_length(folder: Path) -> None:
    """Raise KnownError("project.path_too_long"): SQLite would only say that it cannot open the file."""
    size = len(os.fsencode(folder))
    if size > LONGEST_PATH:
        raise KnownError("project.path_too_long", folder=folder, bytes=size, most=LONGEST_PATH)


def _names(found: Iterable[Corpus | Run]) -> tuple[str, ...] | Message:
    return tuple(item.name for item in found) or message("known.none")
