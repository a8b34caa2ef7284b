"""Runs: begun, gone on with, recorded while they learn, and settled when they end.

Every long action is a generator: the driver owns its life, and closing it cancels. TensorFlow is loaded by
the first verb that needs a model, so everything here belongs on the one thread that owns TensorFlow.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ground.generators import last
from workbench.messages.errors import KnownError, message_of
from workbench.messages.message import Message, message
from workbench.project.project import Project
from workbench.project.recording import until_recorded
from workbench.services.asking import Asking
from workbench.services.labelling import Labelling
from workbench.services.learners import Learners
from workbench.services.models import Models
from workbench.services.places import Places
from workbench.services.planning import Planning
from workbench.services.preparing import heard
from workbench.services.run_preparation import RunPreparation
from workbench.services.teaching import Teaching
from workbench.tasks.registry import task_for
from workbench.tasks.together import encoded_for
from workbench.training.checkpoint import is_intact
from workbench.training.events import (
    Arrived,
    CheckpointPassedOver,
    CheckpointSaved,
    Command,
    Event,
    MemoryMeasured,
    StepMeasured,
    StopReason,
    WentOn,
)
from workbench.training.places.link import LostError
from workbench.training.rate_finder import try_rates
from workbench.training.waiting import until_prepared, until_written
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import OUTDATED
from workbench.values.model_ref import ModelRef
from workbench.values.place import HERE, Where
from workbench.values.run import NEXT_WORD, Checkpoint, Input, Run, RunStatus

if TYPE_CHECKING:
    from workbench.training.rate_finder import TriedRate


Training = Generator[Event, Command | None, Run]
LoopEvents = Generator[Event, Command | None, StopReason]


class Trainer:
    """Makes runs."""

    def __init__(
        self, project: Project, models: Models, asking: Asking, labelling: Labelling, planning: Planning,
        teaching: Teaching,
    ) -> None:  # fmt: skip
        self.project = project
        self._models = models
        self._asked = (asking, labelling)  # what answers with a run that learns
        self._planning = planning
        self._teaching = teaching
        self.learners = Learners()
        self.places = Places(self.learners)
        self._preparation = RunPreparation(project, models, planning, teaching, self.learners)

    def train(
        self, corpus: str, model: ModelRef, fine_tuning: FineTuning, name: str | None = None,
        prompts: Sequence[str] = (), *, task: str = NEXT_WORD, beside: Sequence[Input] = (),
        teacher: ModelRef | None = None, where: Where = HERE,
    ) -> Training:  # fmt: skip
        """Fine-tune `model` (a model or an earlier run) to do `task` on `corpus`, as a new run.

        What is learnt `beside` at the same time has weights in proportion to 1.
        It learns at the place that `where` names. What it makes of each of `prompts` is recorded at each validation.
        Every event is recorded before it is yielded. Raises KnownError; a run that had begun is kept as failed.
        """
        inputs = (Input(corpus, task), *beside)
        corpora = self._texts(inputs)
        base = self._models.fixed(model)
        digest = self._models.identity(base)
        self._planning.check_inputs(inputs, base, fine_tuning)
        self.places.check(where, fine_tuning, is_taught=teacher is not None)
        if teacher is not None:
            self._teaching.check(teacher, base, task_for(inputs, corpora), fine_tuning.method)
        taught_by = None if teacher is None else self._teaching.fixed(teacher)
        settled = self._settled(base, fine_tuning, where)
        run = self.project.runs.create(
            corpus=corpus, base=base, model_sha256=digest, fine_tuning=settled, name=name, prompts=prompts,
            task=task, beside=beside, teacher=taught_by, where=where,
        )  # fmt: skip
        return (yield from self._execute(run, corpora, start=None))

    def _settled(self, base: ModelRef, settings: FineTuning, where: Where) -> FineTuning:
        """As the run stores them."""
        return self._planning.with_precision(base, self._planning.settled(base, settings)).dealt_out(
            self.places.workers_at(where)
        )

    def _texts(self, inputs: Sequence[Input]) -> tuple[Corpus, ...]:
        """Of each of them."""
        return tuple(self.project.corpora.named(each.corpus) for each in inputs)

    def begin_run(self, run: Run) -> Training:
        """Train a run that waits in the queue, like `train`. Raises KnownError("run.not_waiting") where it does not."""
        try:
            corpora = self._texts(run.inputs)
            base = self._models.fixed(self.project.runs.base_of(run))
            digest = self._models.identity(base)
            settled = self._settled(base, run.fine_tuning, run.where)
            teacher = None if run.teacher is None else self._teaching.fixed(run.teacher.ref)
            beginning = partial(self.project.queue.begin, run, base, digest, settled, teacher)
            begun = yield from until_written(beginning, self.project.folder)
            if begun is None:
                return run  # it waits for another time
        except Exception as error:
            # Whatever it is, the run must not wait for ever, and hold up those behind it.
            if not (isinstance(error, KnownError) and error.code == "run.not_waiting"):
                yield from self._ended(run, RunStatus.FAILED, message_of(error))
            raise
        return (yield from self._execute(begun, corpora, start=None))

    def find_learning_rate(
        self, corpus: str, model: ModelRef, fine_tuning: FineTuning, *, task: str = NEXT_WORD,
        beside: Sequence[Input] = (),
    ) -> Generator[TriedRate, None, float]:  # fmt: skip
        """Try rates on a copy of the model that is thrown away; returns a suggestion. Nothing is recorded."""
        inputs = (Input(corpus, task), *beside)
        corpora = self._texts(inputs)
        learnt = task_for(inputs, corpora)
        settled = self._planning.with_precision(model, self._planning.settled(model, fine_tuning))
        self.learners.let_go()  # two networks that learn would take twice the memory
        loaded = self._models.start_weights(model, settled.seed, corpora)
        within = settled.within(loaded.context_length)
        encoded = last(encoded_for(learnt, corpora, loaded.tokenizer, within)).with_share(settled.text_share)
        return (yield from try_rates(loaded, encoded, learnt.fitted(encoded, within), learnt))

    def resume(self, run: str, where: Where | None = None) -> Training:
        """Continue an interrupted or stopped run from its last checkpoint, exactly as if it had not stopped.

        It goes on where it learnt last, or where that is said.
        """
        found = self.project.runs.named(run)
        if found.status not in (RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.FAILED):
            raise KnownError("run.cannot_resume", name=found.name)
        found = self._moved(found, where)
        return (yield from self._go_on(found))

    def extend(self, run: str, steps: int, where: Where | None = None) -> Training:
        """Let a finished run learn for so many more steps, from where it ended and with the optimizer that it had.

        The schedule is that of a run as long as both together, from the step on that comes next.
        Raises KnownError: run.cannot_extend, run.no_last_checkpoint.
        """
        found = self.project.runs.named(run)
        if found.status is not RunStatus.FINISHED:
            raise KnownError("run.cannot_extend", name=found.name)
        found = self._moved(found, where)
        if found.fine_tuning.method in OUTDATED:
            raise KnownError("method.outdated")

        last_saved = next(iter(reversed(self.project.checkpoints.of(found))), None)
        if last_saved is None or last_saved.step != found.steps or not is_intact(last_saved.folder):
            raise KnownError("run.no_last_checkpoint", name=found.name)
        return (yield from self._go_on(self.project.runs.extend(found, found.steps + steps)))

    def _moved(self, run: Run, where: Where | None) -> Run:
        where = where or run.where
        workers = self.places.workers_at(where)
        if run.fine_tuning.accumulate % workers:  # what it learns from a step must not change on the way
            raise KnownError("place.fixed_batches", batches=run.fine_tuning.accumulate, workers=workers)
        self.places.check(where, run.fine_tuning, is_taught=run.teacher is not None)
        return run if where == run.where else self.project.runs.move(run, where)

    def _go_on(self, found: Run) -> Training:
        if found.fine_tuning.method in OUTDATED:
            raise KnownError("method.outdated")

        # A damaged checkpoint is passed over for the one before it; without any, the run begins anew.
        last_step, start = self._newest_intact(found)
        corpora = self._texts(found.inputs)
        if last_step is not None and (start is None or start.step != last_step):
            # Told before the run reads as running: whoever closes this here leaves it as it was.
            yield CheckpointPassedOver(last_step, start.step if start else 0)
        self.project.runs.rewind(found, start.step if start else -1)
        return (yield from self._execute(found, corpora, start.folder if start else None))

    def _execute(self, run: Run, corpora: Sequence[Corpus], start: Path | None) -> Training:
        """Drive the loop of a run that has its row, record what it tells, and settle how it ended."""
        try:
            reason = yield from self._wherever(run, corpora, start)
        except (GeneratorExit, KeyboardInterrupt):
            self._left(run)
            raise
        except BaseException as error:
            yield from self._ended(run, RunStatus.FAILED, message_of(error))
            raise
        finally:
            self.places.forget(run)
            for asked in self._asked:
                asked.forget_learning(run)
        self._planning.note_pace(run, corpora)
        if reason in (StopReason.BUDGET, StopReason.NO_IMPROVEMENT):
            self._teaching.forget_answers(run)
        match reason:
            case StopReason.MEMORY:
                return (yield from self._ended(run, RunStatus.STOPPED, message("run.out_of_memory")))
            case StopReason.COMMAND:
                return (yield from self._ended(run, RunStatus.STOPPED))
            case StopReason.LEFT:
                return self._left(run)
        return (yield from self._ended(run, RunStatus.FINISHED))

    def _wherever(self, run: Run, corpora: Sequence[Corpus], start: Path | None) -> LoopEvents:
        """Go on elsewhere as often as its place is lost, as long as it gets further in between.

        What it measured after its last checkpoint is measured anew, and recorded once.
        """
        without_progress = 0
        while True:
            try:
                return (yield from self._recorded(run, self._events(run, corpora, start)))
            except LostError as lost:
                before, (_, found) = start, self._newest_intact(run)
                start = None if found is None else found.folder
                without_progress = without_progress + 1 if start == before else 0
                if without_progress > lost.patience:
                    raise lost.reason from lost
                step = 0 if found is None else found.step
                self.project.runs.rewind(run, -1 if found is None else step)
                yield WentOn(lost.why, step)

    def _newest_intact(self, run: Run) -> tuple[int | None, Checkpoint | None]:
        """The step of its last checkpoint, and the last one that is undamaged."""
        saved = self.project.checkpoints.of(run)
        found = next((checkpoint for checkpoint in reversed(saved) if is_intact(checkpoint.folder)), None)
        return (saved[-1].step if saved else None), found

    def _recorded(self, run: Run, inner: LoopEvents) -> LoopEvents:
        """Record each event before it is passed on.

        A checkpoint is recorded before the loop goes on, which then deletes older ones, and everything before the end.
        """
        folder = self.project.folder
        with self.project.runs.recorder(run) as recorder:
            command: Command | None = None
            told: Command | None = None  # the last that it was
            while True:
                try:
                    event = inner.send(command)
                except StopIteration as stop:
                    yield from until_recorded(recorder, folder, told)
                    reason: StopReason = stop.value
                    return reason
                recorder.record(event)
                if isinstance(event, Arrived):
                    event = self._arrived(run, event)
                if isinstance(event, MemoryMeasured) and event.step_bytes:
                    self._planning.note_memory(run, event.step_bytes + event.held_bytes)
                if isinstance(event, StepMeasured) and (learning := self.places.learning(run)) is not None:
                    for asked in self._asked:
                        asked.show_learning(run, learning, event.step)
                try:
                    command = yield event
                    told = command or told
                    if isinstance(event, CheckpointSaved):
                        command = told = yield from until_recorded(recorder, folder, told)
                        if recorder.held_up is not None:
                            inner.close()  # before it deletes what the database knows of
                            return StopReason.LEFT
                except GeneratorExit:
                    inner.close()
                    raise

    def _arrived(self, run: Run, arrived: Arrived) -> Arrived:
        """Note on what a run learns that begins elsewhere; of one that goes on, say where that is of another kind."""
        runs = self.project.runs
        noted = runs.named(str(run.id)).provenance
        if noted is None or not run.where.is_cluster:
            return arrived
        if not self.project.checkpoints.of(run):
            runs.note_provenance(run, replace(noted, versions=arrived.versions, hardware=arrived.hardware))
            return arrived
        before, after = (hardware.get("processor", "") for hardware in (noted.hardware, arrived.hardware))
        if before == after:
            return arrived
        return replace(arrived, otherwise=message("place.other_processor", before=before, after=after))

    def _ended(self, run: Run, status: RunStatus, error: Message | None = None) -> Training:
        write = partial(self.project.runs.finish, run, status, error)
        written = yield from until_written(write, self.project.folder)
        return written or replace(self.project.runs.named(str(run.id)), status=status, error=error)

    def _left(self, run: Run) -> Run:
        """Nobody waits for it; what cannot be written is found out when the project is opened the next time."""
        with suppress(KnownError):
            return self.project.runs.finish(run, RunStatus.INTERRUPTED)
        return replace(self.project.runs.named(str(run.id)), status=RunStatus.INTERRUPTED)

    def _events(self, run: Run, corpora: Sequence[Corpus], start: Path | None) -> LoopEvents:
        told: list[Command] = []
        preparing = until_prepared(lambda: self._preparation.prepared(run, corpora, start), run.folder)
        work = yield from heard(preparing, told)
        if told or work is None:
            return StopReason.LEFT if told[-1] is Command.LEAVE else StopReason.COMMAND
        learning = self.places.learn(run, work, self._planning.memory_of(run))
        del work  # what learns elsewhere leaves no second network in memory
        return (yield from learning)
