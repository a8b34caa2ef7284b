"""The runs of a project: their records with the folders that these name, what they began from and measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbench.ground import records
from workbench.ground.names import free_name
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import Message, names_or_none
from workbench.models.catalogue import catalogue
from workbench.models.naming import short_name
from workbench.project.folder import RUNS, ProjectFolder, discard
from workbench.project.recording import RunRecorder
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.measurement import Curve, Measurement
from workbench.values.model_ref import Bundled, Folder, Hub, ModelRef, OfRun, Scratch, as_text
from workbench.values.place import HERE, Where
from workbench.values.prediction import Sample
from workbench.values.run import MOST_PROMPTS, NEXT_WORD, Extension, Filing, Input, Provenance, Run, RunStatus, Teacher

if TYPE_CHECKING:
    from workbench.store.store import Store


class Runs:
    """Part of an open Project; every method may be called from any thread."""

    def __init__(self, store: Store, folder: ProjectFolder) -> None:
        self._store = store
        self._folder = folder

    def every(self) -> tuple[Run, ...]:
        """Newest first."""
        return self._store.runs.every()

    def any_of(self, *statuses: RunStatus) -> bool:
        """Whether there is a run of one of these; quicker than to read them all."""
        return self._store.runs.any_of(*statuses)

    def learnt(self, task: str) -> tuple[tuple[int, str], ...]:
        """Number and name of each run that has learnt `task` and kept weights, newest first; the same is true."""
        return self._store.runs.learnt(task)

    def newest(self) -> Run | None:
        """The last one that was made, without those that wait for their turn."""
        return self._store.runs.newest()

    def named(self, name: str) -> Run:
        """The run of that name or number. Raises KnownError("run.missing")."""
        found = self.find(name)
        if found is None:
            raise KnownError("run.missing", name=name, known=names_or_none(run.name for run in self.every()))
        return found

    def find(self, name: str) -> Run | None:
        """The run of that name or number, if there is one."""
        return self._store.runs.find(name)

    # What a run began from

    def of(self, ref: ModelRef) -> Run | None:
        """The run whose weights `ref` are; None where they are a model's. Raises KnownError("run.missing")."""
        return self.named(str(ref)) if isinstance(ref, OfRun) else None

    def base_of(self, run: Run) -> ModelRef:
        """What `run` began from. Raises KnownError("run.base_gone") where that is a run that was deleted."""
        if isinstance(run.base, OfRun) and run.base.run is None:
            raise KnownError("run.base_gone", name=run.name, base=run.model)
        return run.base

    def root_of(self, ref: ModelRef) -> Bundled | Folder | Hub | Scratch:
        """The model at the beginning of the line that ends in `ref`. Raises KnownError: run.missing, run.base_gone."""
        while isinstance(ref, OfRun):
            ref = self.base_of(self.named(str(ref)))
        return ref

    # From the making of a run to its end

    def create(
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
        beside: Sequence[Input] = (),
        teacher: Teacher | None = None,
        where: Where = HERE,
    ) -> Run:
        """A new run, which reads as running unless another status is given. Without a name it gets one from its
        texts and model. What it learns `beside` has weights in proportion to 1.

        Blank prompts and those that come twice are left out. Raises KnownError: run.exists, run.name, run.prompts.
        """
        self._folder.check_changeable()
        pinned = tuple(dict.fromkeys(prompt for prompt in prompts if prompt.strip()))
        if len(pinned) > MOST_PROMPTS:
            raise KnownError("run.prompts", count=len(pinned), most=MOST_PROMPTS)
        taken = {run.name for run in self.every()}
        if name is not None:
            name = self._checked_name(name)
            if name in taken:
                raise KnownError("run.exists", name=name)
        began = self.of(base)
        model = began.name if began else as_text(base)
        inputs = (Input(corpus, task), *beside)
        corpora = dict.fromkeys(each.corpus for each in inputs)
        name = name or free_name(f"{' + '.join(corpora)} · {short_name(model)}", taken, " {}")
        folder = self._folder.new_place(RUNS, name)
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise disk_error(error, self._folder.path) from error
        return self._store.runs.add(
            name=name,
            folder=folder,
            inputs=inputs,
            base=base,
            model=model,
            model_sha256=model_sha256,
            fine_tuning=fine_tuning,
            prompts=pinned,
            status=status,
            group=group,
            sweep_id=sweep_id,
            teacher=teacher,
            where=where,
        )

    def recorder(self, run: Run) -> RunRecorder:
        return RunRecorder(self._store, run.id)

    def note_provenance(self, run: Run, provenance: Provenance) -> None:
        """Where and with what a run began."""
        self._store.runs.update(run.id, provenance=records.written(provenance))

    def note_text_written(self, run: Run, tokenizer_sha256: str, bytes_per_token: float, spelled_share: float) -> None:
        """What makes bits per byte of the run's losses on its validation text, and by which tokenizer."""
        self._store.runs.update(
            run.id, tokenizer_sha256=tokenizer_sha256, bytes_per_token=bytes_per_token, spelled_share=spelled_share
        )

    def move(self, run: Run, where: Where) -> Run:
        """Let it go on there."""
        self._store.runs.update(run.id, runs_on=str(where))
        return self._store.runs.get(run.id)

    def finish(self, run: Run, status: RunStatus, error: Message | None = None) -> Run:
        return self._store.runs.finish(run.id, status, error)

    def rewind(self, run: Run, step: int) -> Run:
        """Forget what a run measured after `step`; it reads as running again and is about to measure it anew."""
        self._store.runs.rewind(run.id, step)
        return self._store.runs.get(run.id)

    def extend(self, run: Run, total_steps: int) -> Run:
        """Let a run that has ended go on, beyond its end, to `total_steps`."""
        extensions = [*run.extensions, Extension(run.steps, total_steps)]
        values = [[each.step, each.total_steps] for each in extensions]
        self._store.runs.update(
            run.id, extensions=values, total_steps=total_steps, status=RunStatus.RUNNING, ended=None
        )
        return self._store.runs.get(run.id)

    # What a person does with them

    def rename(self, run: Run, name: str) -> Changes:
        """Raises KnownError("run.exists" or "run.name")."""
        return self._store.runs.rename(run.id, self._checked_name(name))

    def file(self, filings: Mapping[int, Filing]) -> Changes:
        """File runs, by their ids, all of them or none. Tags that come twice and blank ones are left out."""
        return self._store.runs.update_all({run_id: _values(filing) for run_id, filing in filings.items()})

    def delete(self, run: Run) -> Changes:
        """Forget the run and everything it saved."""
        changes = self._store.runs.delete(run.id)
        discard(run.folder)
        return changes

    # What a run measured

    def curves(self, run: Run, names: Sequence[str] | None = None) -> dict[str, Curve]:
        """By name, such as "loss"; of a very long one, what can be seen of it."""
        return self._store.measurements.curves(run.id, names)

    def curve_names(self, run: Run) -> tuple[str, ...]:
        return self._store.measurements.names(run.id)

    def measurements(self, run: Run) -> tuple[Measurement, ...]:
        """All that the curves are drawn from, by name and step."""
        return self._store.measurements.every(run.id)

    def samples(self, run: Run) -> tuple[Sample, ...]:
        """One for each pinned prompt at each validation, oldest first."""
        return self._store.measurements.samples(run.id)

    def prompts(self, run: Run) -> tuple[str, ...]:
        """The pinned prompts that the run's samples answer."""
        return self._store.runs.prompts(run.id)

    def _checked_name(self, name: str) -> str:
        """`name` without spaces around it, if it cannot be taken for a run's number or for a model."""
        name = name.strip()
        models = {
            called for model in catalogue(self._store.models.folders()) for called in (str(model.ref), model.name)
        }
        if not name or name.isdecimal() or name in models:
            raise KnownError("run.name", name=name)
        return name


def _values(filing: Filing) -> dict[str, Any]:
    tags = dict.fromkeys(tag.strip() for tag in filing.tags if tag.strip())
    return {
        "tags": list(tags), "group": filing.group.strip(), "is_archived": filing.is_archived, "note": filing.note,
    }  # fmt: skip
