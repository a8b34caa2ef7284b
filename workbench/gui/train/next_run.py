"""What the next run will be: its task, settings and prompts, which the project keeps, and whether all is ready."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from workbench.corpora.preview import first_questions, first_texts, preview
from workbench.corpora.statistics.words import beginning
from workbench.experiments.sweep import Sweep, plan, queue_sweep
from workbench.ground import records
from workbench.gui.context import ORIGIN, TASKS, Context, prompts_of
from workbench.gui.jobs import Job
from workbench.gui.train.choice import BESIDE, PLACE, TEACHERS, Chosen, places, read_chosen
from workbench.gui.train.model_names import model_name
from workbench.gui.train.readiness import Readiness
from workbench.gui.train.student_making import StudentMaking
from workbench.gui.train.sweep_setup import SweepSetup
from workbench.gui.train.teacher_writing import TeacherWriting
from workbench.gui.train.train_setup import TrainSetup
from workbench.gui.words.knobs import setting_in_words
from workbench.gui.words.sentences import IN_WINDOW, sentence
from workbench.messages.errors import KnownError
from workbench.models.card import Fit
from workbench.tasks.registry import find_task, tasks_for
from workbench.values.changes import Changes
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef, as_text, from_text
from workbench.values.place import Where
from workbench.values.presets import as_of, differing, nearest_preset, presets, smaller_batch
from workbench.values.run import NEXT_WORD, Input, Run, RunStatus, task_named

SETTINGS = "train.settings"  # a preference of the project
SETTINGS_OF = "train.settings_of"  # the task that the settings are for


class NextRun(QObject):
    """Keeps what is chosen in `setup`, and shows there, and where runs are varied, what would come of it."""

    def __init__(self, context: Context, setup: TrainSetup) -> None:
        # Without a parent it would be garbage of Python's, which a lane's thread may collect: Qt waits for ever then.
        super().__init__(setup)
        self._context = context
        self._setup = setup
        self._ramp: Job | None = None
        self._students = StudentMaking(context, setup.teacher)
        self._writing = TeacherWriting(context, setup.writing)
        self._asked_of = ""  # the task that the prompts which are shown are for
        setup.settings_changed.connect(self.keep_settings)
        setup.prompts_edited.connect(self.keep_prompts)
        setup.task_chosen.connect(self.keep_task)
        setup.beside_chosen.connect(self.keep_beside)
        setup.teacher_chosen.connect(self.keep_teacher)
        setup.place_chosen.connect(self.keep_place)
        setup.rates.find_requested.connect(self.find_rate)
        setup.rates.stop_requested.connect(lambda: self._ramp and self._ramp.cancel())

    def chosen(self) -> Chosen:
        return read_chosen(self._context)

    def show(self) -> None:
        """Draw anew what is kept, and what depends on the project. All stays in its place."""
        for _ in self.drawing():
            pass

    def drawing(self) -> Iterator[None]:
        """The same in steps, for who has to answer meanwhile."""
        preferences, chosen = self._context.project.preferences, self.chosen()
        corpus, teacher, inputs = chosen.corpus, chosen.teacher, chosen.inputs
        asked, text = chosen.asked
        if asked != self._asked_of:
            self._setup.prompts.save()  # of what was learnt until now
            self._asked_of = asked
        self._setup.show_task(tasks_for(corpus), inputs, corpus, chosen.offered, is_taught=bool(teacher))
        self._setup.teacher.show_teachers(chosen.teachers, chosen.writers, teacher)
        self._setup.place.show_places([each.place for each in places()] if chosen.is_taught else places(), chosen.where)
        self._students.show(teacher)
        self._writing.show(chosen.writer, corpus.name if corpus else "")
        kept = FineTuning.from_json(preferences.get(SETTINGS, {})).renewed
        settings = as_of(task_named(inputs), kept, preferences.get(SETTINGS_OF, NEXT_WORD))
        if settings != self._setup.settings():  # else what is being typed would be written over
            self._setup.show_settings(settings)
        prompts = preferences.get(prompts_of(asked))
        self._setup.prompts.show_task(asked, text)
        self._setup.prompts.show_prompts(self._first_prompts(asked, chosen.prompted) if prompts is None else prompts)
        self._show_origin()
        yield
        self.show_readiness(chosen)

    def keep_prompts(self, prompts: Sequence[str]) -> None:
        self._context.project.preferences.set(prompts_of(self._asked_of or self.chosen().task), prompts)

    def keep_task(self, task: str) -> None:
        preferences, corpus = self._context.project.preferences, self._context.corpus or ""
        preferences.set(TASKS, {**preferences.get(TASKS, {}), corpus: task})
        self.show()
        self._setup.show_offers()

    def keep_beside(self, beside: Sequence[Input]) -> None:
        preferences, corpus = self._context.project.preferences, self._context.corpus or ""
        kept = [records.written(each) for each in beside]
        preferences.set(BESIDE, {**preferences.get(BESIDE, {}), corpus: kept})
        self.show()
        self._setup.show_offers()

    def keep_teacher(self, teacher: ModelRef | None) -> None:
        preferences, corpus = self._context.project.preferences, self._context.corpus or ""
        kept = "" if teacher is None else as_text(teacher)
        preferences.set(TEACHERS, {**preferences.get(TEACHERS, {}), corpus: kept})
        self.show()
        self._setup.show_offers()

    def keep_place(self, where: Where) -> None:
        self._context.project.preferences.set(PLACE, where.kind)

    def set_up_like(self, run: Run, otherwise: Mapping[str, Any] | None = None) -> None:
        """The same text, model and all that is learnt, with the settings that were not the model's own, and those
        given instead of its own.

        Raises KnownError("run.base_gone").
        """
        settings = self._context.services.planning.unsettled(run).with_settings(otherwise or {})
        model = self._context.project.runs.base_of(run)
        self._context.choose_corpus(run.corpus)
        self._context.choose_model(model)
        self.keep_task(run.inputs[0].task)
        self.keep_beside(run.inputs[1:])
        self.keep_teacher(None if run.teacher is None else run.teacher.ref)
        self.keep_place(run.where)
        self.keep_settings(settings)

    def queue_sweep(self, sweep: Sweep, name: str, keeps_all: bool) -> Changes:
        """Let its runs wait. Raises KnownError."""
        chosen, services = self.chosen(), self._context.services
        if not (chosen.corpus and chosen.model):
            return Changes()
        made = queue_sweep(
            services, chosen.corpus.name, chosen.model, sweep, name or None, self._setup.prompts.prompts(),
            keeps_all=keeps_all, task=chosen.task, beside=chosen.beside, teacher=chosen.teacher,
            where=chosen.where, language=IN_WINDOW, words=setting_in_words,
        )  # fmt: skip
        waiting = services.project.queue.waiting()
        return Changes.of_waiting(*(run for run in waiting if run.sweep_id == made.id))

    def show_unfinished(self) -> None:
        """Which run could go on instead; the card is not pushed in between while somebody is at the page."""
        project = self._context.project
        newest = project.runs.newest()
        unfinished = newest is not None and newest.status in (RunStatus.INTERRUPTED, RunStatus.STOPPED)
        saved = project.checkpoints.of(newest) if newest is not None and unfinished else ()
        self._setup.unfinished.show_run(newest if unfinished else None, saved[-1].step if saved else None)

    def keep_settings(self, settings: FineTuning) -> None:
        preferences, chosen = self._context.project.preferences, self.chosen()
        model, task = chosen.model, task_named(chosen.inputs)
        origin = next((name for name, preset in presets(task).items() if not differing(settings, preset, task)), None)
        came_from = origin or preferences.get(ORIGIN, {}).get("preset") or nearest_preset(settings, task)
        preferences.set(SETTINGS, settings.to_json())
        preferences.set(SETTINGS_OF, task)
        made_for = {"corpus": chosen.corpus.name if chosen.corpus else None, "model": model and as_text(model)}
        preferences.set(ORIGIN, {"preset": came_from, **made_for})
        self._show_origin()
        self.show_readiness(chosen)

    def show_readiness(self, chosen: Chosen | None = None) -> None:
        """Say what is chosen, what it costs, and what is in the way."""
        chosen = chosen or self.chosen()
        corpus, model, setup = chosen.corpus.name if chosen.corpus else None, chosen.model, self._setup
        setup.show_choice(corpus, model_name(self._context, model) if model else None)
        try:
            if corpus and model:
                self._show_costs(chosen, corpus, model)
                return
            readiness = Readiness(corpus, model)
        except KnownError as error:
            readiness = Readiness(corpus, model, problem=sentence(error))
        setup.show_costs({})
        setup.show_schedule(None)
        setup.show_readiness(readiness)

    def find_rate(self) -> None:
        """Try learning rates on a copy of the chosen model."""
        chosen, services = self.chosen(), self._context.services
        if not (chosen.corpus and chosen.model):
            return
        corpus, model, task, beside = chosen.corpus.name, chosen.model, chosen.task, chosen.beside
        settings, rates = self._setup.settings(), self._setup.rates
        rates.begin()
        self._ramp = self._context.jobs.start_job(
            self.tr("Trying learning rates"),
            lambda: services.training.find_learning_rate(corpus, model, settings, task=task, beside=beside),
        )
        self._ramp.events.connect(rates.take)
        self._ramp.finished.connect(rates.end)
        self._ramp.failed.connect(self._context.failed)
        self._ramp.ended.connect(self._forget_ramp)

    def _forget_ramp(self) -> None:
        self._ramp = None
        rates = self._setup.rates
        if rates.stop_button.isVisibleTo(rates):  # stopped or failed, and not to be seen half done
            rates.end(None)

    def _show_costs(self, chosen: Chosen, corpus: str, model: ModelRef) -> None:
        """Raises KnownError where that is not known, or nothing may be changed."""
        services, setup, (first, *beside) = self._context.services, self._setup, chosen.inputs
        planning, card, run = services.planning, services.models.find(model), self._context.project.runs.of(model)
        fit = partial(
            planning.fit_of, card, chosen.texts(), inputs=chosen.inputs, run=run, task=first.task,
            teacher=chosen.teacher,
        )  # fmt: skip
        setup.show_costs({name: fit(preset) for name, preset in presets(task_named(chosen.inputs)).items()}, fit)
        settings = setup.settings()
        estimate = fit(settings)
        setup.show_schedule(planning.settled(model, settings), estimate.steps)
        self._context.project.check_changeable()
        smaller = None if estimate.fit is Fit.FITS else smaller_batch(settings)
        if chosen.teacher is not None:
            services.teaching.check(chosen.teacher, model, planning.task_of(chosen.inputs), settings.method)
        advice = planning.advice(corpus, model, settings, task=first.task, beside=beside)
        setup.show_readiness(Readiness(corpus, model, estimate, smaller=smaller, advice=advice))

    def _show_origin(self) -> None:
        """Say where settings of one's own came from, the more so where they were made for something else."""
        made_for = self._context.project.preferences.get(ORIGIN, {})
        corpus, model = made_for.get("corpus"), made_for.get("model") and from_text(made_for["model"])
        others = [
            *([f"“{corpus}”"] if corpus and corpus != self._context.corpus else []),
            *([model_name(self._context, model)] if model and model != self._context.model else []),
        ]
        both = self.tr("{0} and {1}")
        kept_from = both.format(*others) if len(others) > 1 else "".join(others)
        self._setup.show_origin(made_for.get("preset", ""), kept_from)

    def show_plan(self, setup: SweepSetup, sweep: Sweep) -> None:
        """In `setup`, where `sweep` was set up."""
        chosen, services = self.chosen(), self._context.services
        if chosen.corpus and chosen.model:
            corpus, model = chosen.corpus.name, chosen.model
            try:
                setup.show_plan(plan(services, corpus, model, sweep, task=chosen.task, beside=chosen.beside))
            except KnownError as error:
                setup.show_problem(sentence(error))

    def _first_prompts(self, task: str, texts: Sequence[Corpus]) -> list[str]:
        """From what is never trained on of each text: what to begin with, until a person has prompts of their own."""
        with self._context.telling():
            shown = find_task(task).shown
            if texts and shown.of_turns:
                return first_questions(texts[0], most=1) or [""]
            if texts and shown.labels:
                return first_texts(texts[0])
            return [beginning(preview(text, characters=200).text[Split.VALIDATION], 3) for text in texts] or [""]
        return [""]
