"""What a run needs before its loop begins: model, text, labels, and a learner whose step fits into memory."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.corpora.encoded_examples import EncodedExamples
from workbench.corpora.encoding import EncodedCorpus
from workbench.ground.alongside import alongside, until_none_is_left
from workbench.messages.errors import KnownError
from workbench.models.language_model import open_architecture
from workbench.models.tokenizers.chat_template import TEMPLATE
from workbench.project.project import Project
from workbench.project.provenance import here
from workbench.services.learners import Learners
from workbench.services.models import Models
from workbench.services.planning import Planning
from workbench.services.preparing import told_as
from workbench.services.teaching import Teaching
from workbench.services.text_written import note_text_written
from workbench.tasks.registry import keep_labels, task_for, task_of
from workbench.tasks.task import Task
from workbench.tasks.together import Together, encoded_for, texts_in
from workbench.training.events import Event, Preparing, Stage, TextRemarked
from workbench.training.memory_trial import step_fits_in_subprocess
from workbench.training.places.assignment import Work
from workbench.training.preparation import too_large
from workbench.values.corpus import Corpus
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class RunPreparation:
    def __init__(
        self, project: Project, models: Models, planning: Planning, teaching: Teaching, learners: Learners
    ) -> None:
        self._project = project
        self._models = models
        self._planning = planning
        self._teaching = teaching
        self._learners = learners

    def prepared(self, run: Run, corpora: Sequence[Corpus], start: Path | None) -> Generator[Event, None, Work]:
        """What the loop needs; `start` is the checkpoint that it goes on from.

        Raises KnownError("run.too_large") and those of loading and encoding.
        """
        resumed = start is not None
        yield Preparing(Stage.LOADING_MODEL)
        task = task_of(run) if resumed else task_for(run.inputs, corpora)
        # Reading a large model, and TensorFlow before the first, cannot be interrupted: who leaves need not wait.
        loading = alongside(partial(self._start_model, run, corpora, resumed=resumed))
        model = yield from told_as(loading, lambda _: Preparing(Stage.LOADING_MODEL))
        if model.tokenizer.chat.is_plain and _is_of_turns(task):
            # Whoever asks it later, here or elsewhere, is to put a conversation down as it was learnt.
            model = replace(model, beside={**model.beside, TEMPLATE: model.tokenizer.chat.template})
        model.save_architecture(run.folder / "model")
        if not resumed:
            keep_labels(task, run)
            self._project.runs.note_provenance(run, here("+".join(each.contents.sha256 for each in corpora)))
        yield Preparing(Stage.ENCODING_TEXT)
        within = run.fine_tuning.within(model.context_length)
        encoding = encoded_for(task, corpora, model.tokenizer, within)
        encoded = yield from told_as(encoding, partial(Preparing, Stage.ENCODING_TEXT))
        for text in texts_in(encoded):
            if isinstance(text, EncodedExamples):
                yield from map(TextRemarked, text.remarks)
        with suppress(KnownError):  # what it started from may be gone
            source = self._models.tokenizer_of(self._project.runs.base_of(run))
            for corpus, text in zip(corpora, texts_in(encoded), strict=True):
                if isinstance(text, EncodedCorpus):
                    self._planning.counting.note(corpus, source, text)
        note_text_written(self._project, run, corpora[0], model.tokenizer, encoded)
        settings = task.fitted(encoded, within)
        # Nothing but the estimate is known yet; what it finds tight is tried where it can do no harm.
        if not run.where.is_cluster and not self._planning.fits(run):
            self._learners.let_go()
            if not (yield from step_fits_in_subprocess(run.folder / "model", settings, task)):
                raise too_large(run.fine_tuning)
        for _ in until_none_is_left():  # what an earlier run left compiling may be what serves this one
            yield Preparing(Stage.COMPILING)
        text = encoded.with_share(settings.text_share)
        if run.teacher is not None:
            opening = alongside(partial(self._teaching.taught, run, task, text, model, settings))
            task, text = yield from told_as(opening, lambda _: Preparing(Stage.LOADING_MODEL))
        prompts = self._project.runs.prompts(run)
        total = run.extensions[-1].total_steps if run.extensions else None
        return Work(model, task, text, settings, run.folder, prompts, start, total)

    def _start_model(self, run: Run, corpora: Sequence[Corpus], *, resumed: bool) -> LanguageModel:
        """The model as the run began; a resumed one gets its weights from the checkpoint afterwards."""
        if resumed:
            return open_architecture(run.folder / "model")
        return self._models.start_weights(self._project.runs.base_of(run), run.fine_tuning.seed, corpora)


def _is_of_turns(task: Task) -> bool:
    every = [part.task for part in task.parts] if isinstance(task, Together) else [task]
    return any(each.shown.of_turns for each in every)
