"""What the next run will be: its task, settings and prompts, which the project keeps, and whether all is ready."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject

from workbench.corpora.preview import first_texts, preview
from workbench.corpora.statistics.words import beginning
from workbench.experiments.sweep import Sweep, plan
from workbench.ground import records
from workbench.gui.context import ORIGIN, TASKS, Context, prompts_of
from workbench.gui.jobs import Job
from workbench.gui.train.model_names import model_name
from workbench.gui.train.readiness import Readiness
from workbench.gui.train.sweep_setup import SweepSetup
from workbench.gui.train.teacher_writing import TeacherWriting
from workbench.gui.train.train_setup import TrainSetup
from workbench.gui.words.sentences import sentence
from workbench.messages.errors import KnownError
from workbench.models.card import Fit
from workbench.tasks.registry import find_task, tasks_for, usual_task
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind
from workbench.values.model_ref import ModelRef, OfRun, as_text, from_text
from workbench.values.presets import as_of, differing, nearest_preset, presets, smaller_batch
from workbench.values.run import NEXT_WORD, Input, task_named

SETTINGS = "train.settings"  # a preference of the project
TEACHERS = "train.teachers"  # of each text, by its name
BESIDE = "train.beside"  # what is learnt at the same time as each text, by its name
SETTINGS_OF = "train.settings_of"  # the task that the settings are for


class NextRun(QObject):
    """Keeps what is chosen in `setup`, and shows there, and where runs are varied, what would come of it."""

    def __init__(self, context: Context, setup: TrainSetup) -> None:
        # Without a parent it would be garbage of Python's, which a lane's thread may collect: Qt waits for ever then.
        super().__init__(setup)
        self._context = context
        self._setup = setup
        self._ramp: Job | None = None
        self._writing = TeacherWriting(context, setup.writing)
        self._asked_of = ""  # the task that the prompts which are shown are for
        setup.settings_changed.connect(self.keep_settings)
        setup.prompts_edited.connect(self.keep_prompts)
        setup.task_chosen.connect(self.keep_task)
        setup.beside_chosen.connect(self.keep_beside)
        setup.teacher_chosen.connect(self.keep_teacher)
        setup.rates.find_requested.connect(self.find_rate)
        setup.rates.stop_requested.connect(lambda: self._ramp and self._ramp.cancel())

    @property
    def task(self) -> str:
        """The one that was chosen for the chosen text, as long as it can be learnt as that; else what is usual."""
        corpus = self._corpus
        chosen = self._context.project.preferences.get(TASKS, {}).get(corpus.name if corpus else "")
        return chosen if chosen in tasks_for(corpus) else usual_task(corpus)

    @property
    def beside(self) -> tuple[Input, ...]:
        """What else is learnt at the same time, of what there still is."""
        kept = self._context.project.preferences.get(BESIDE, {}).get(self._context.corpus or "", ())
        chosen = [records.read(Input, each) for each in kept]
        offered = self._offered()
        return tuple(each for each in chosen if replace(each, weight=1.0) in offered)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All that is learnt; of no text yet, the task alone."""
        return (Input(self._context.corpus or "", self.task), *self.beside)

    @property
    def teacher(self) -> ModelRef | None:
        """The one that was chosen for the chosen text, as long as it may teach."""
        kept = self._context.project.preferences.get(TEACHERS, {}).get(self._context.corpus or "")
        chosen = from_text(kept) if kept else None
        return chosen if chosen in [ref for each in self._teachers() for ref, _ in each] else None

    def _teachers(self) -> tuple[list[tuple[ModelRef, str]], list[tuple[ModelRef, str]]]:
        """Who may teach what is chosen, but for the model that learns; and who has other tokens and can only write."""
        context, task = self._context, self.task
        if self.beside or not context.corpus:
            return [], []
        models = [(model.ref, model.name) for model in context.services.models.every() if not model.from_scratch]
        runs = [run for run in context.project.runs.every() if task in run.tasks and run.kept_step is not None]
        found = [*(models if task == NEXT_WORD else ()), *((OfRun(run.id), run.name) for run in runs)]
        others = [(ref, name) for ref, name in found if ref != context.model]
        alike = [each for each in others if self._has_same_tokens(each[0])]
        return alike, [each for each in others if each not in alike and task == NEXT_WORD]

    def _has_same_tokens(self, teacher: ModelRef) -> bool:
        """As the model that learns, as long as one is chosen; of one that is gone that is said where it is chosen."""
        student = self._context.model
        with suppress(KnownError):
            return student is None or self._context.services.teaching.has_same_tokens(teacher, student)
        return True

    def _offered(self) -> tuple[Input, ...]:
        """What else could be learnt beside what is chosen; a teacher teaches one thing."""
        corpora, first = self._context.project.corpora.every(), Input(self._context.corpus or "", self.task)
        every = (Input(corpus.name, task) for corpus in corpora for task in tasks_for(corpus))
        return tuple(each for each in every if each != first) if self._context.corpus else ()

    @property
    def _corpus(self) -> Corpus | None:
        name = self._context.corpus
        return None if name is None else self._context.project.corpora.named(name)

    def show(self) -> None:
        """Draw anew what is kept, and what depends on the project. All stays in its place."""
        preferences, corpus, inputs = self._context.project.preferences, self._corpus, self.inputs
        asked, text = self._asked(inputs)
        if asked != self._asked_of:
            self._setup.prompts.save()  # of what was learnt until now
            self._asked_of = asked
        teacher = self.teacher
        self._setup.show_task(
            tasks_for(corpus), inputs, corpus, () if teacher else self._offered(), is_taught=bool(teacher)
        )
        alike, writers = self._teachers()
        self._setup.teacher.show_teachers(alike, writers, teacher)
        writes = teacher if teacher in [ref for ref, _ in writers] else None
        self._writing.show(writes, self._context.corpus or "")
        kept = FineTuning.from_json(preferences.get(SETTINGS, {})).renewed
        settings = as_of(task_named(inputs), kept, preferences.get(SETTINGS_OF, NEXT_WORD))
        if settings != self._setup.settings():  # else what is being typed would be written over
            self._setup.show_settings(settings)
        prompts = preferences.get(prompts_of(asked))
        self._setup.prompts.show_task(asked, text)
        self._setup.prompts.show_prompts(self._first_prompts(asked, text) if prompts is None else prompts)
        self._show_origin()
        self.show_readiness()

    def keep_prompts(self, prompts: Sequence[str]) -> None:
        self._context.project.preferences.set(prompts_of(self._asked_of or self.task), prompts)

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

    def keep_settings(self, settings: FineTuning) -> None:
        preferences, model, task = self._context.project.preferences, self._context.model, task_named(self.inputs)
        origin = next((name for name, preset in presets(task).items() if not differing(settings, preset, task)), None)
        came_from = origin or preferences.get(ORIGIN, {}).get("preset") or nearest_preset(settings, task)
        preferences.set(SETTINGS, settings.to_json())
        preferences.set(SETTINGS_OF, task)
        chosen = {"preset": came_from, "corpus": self._context.corpus, "model": model and as_text(model)}
        preferences.set(ORIGIN, chosen)
        self._show_origin()
        self.show_readiness()

    def show_readiness(self) -> None:
        """Say what is chosen, what it costs, and what is in the way."""
        corpus, model, setup = self._context.corpus, self._context.model, self._setup
        setup.show_choice(corpus, model_name(self._context, model) if model else None)
        try:
            if corpus and model:
                self._show_costs(corpus, model)
                return
            readiness = Readiness(corpus, model)
        except KnownError as error:
            readiness = Readiness(corpus, model, problem=sentence(error))
        setup.show_costs({})
        setup.show_schedule(None)
        setup.show_readiness(readiness)

    def find_rate(self) -> None:
        """Try learning rates on a copy of the chosen model."""
        corpus, model, services = self._context.corpus, self._context.model, self._context.services
        if not (corpus and model):
            return
        settings, rates, task, beside = self._setup.settings(), self._setup.rates, self.task, self.beside
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

    def _show_costs(self, corpus: str, model: ModelRef) -> None:
        """Raises KnownError where that is not known, or nothing may be changed."""
        planning, setup, (first, *beside) = self._context.services.planning, self._setup, self.inputs
        known = presets(task_named(self.inputs))
        costs = {
            name: planning.fit(model, corpus, preset, task=first.task, beside=beside, teacher=self.teacher)
            for name, preset in known.items()
        }  # fmt: skip
        setup.show_costs(costs)
        settings = setup.settings()
        estimate = planning.fit(model, corpus, settings, task=first.task, beside=beside, teacher=self.teacher)
        setup.show_schedule(planning.settled(model, settings), estimate.steps)
        self._context.project.check_changeable()
        smaller = None if estimate.fit is Fit.FITS else smaller_batch(settings)
        if self.teacher is not None:
            self._context.services.teaching.check(self.teacher, model, planning.task_of(self.inputs))
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
        corpus, model = self._context.corpus, self._context.model
        if corpus and model:
            try:
                planned = plan(self._context.services, corpus, model, sweep, task=self.task, beside=self.beside)
                setup.show_plan(planned)
            except KnownError as error:
                setup.show_problem(sentence(error))

    def _asked(self, inputs: Sequence[Input]) -> tuple[str, Corpus | None]:
        """Which of the tasks is asked by prompts, and its text: the first that can be, as `Together.asked`."""
        if not self._context.corpus:
            return inputs[0].task, None
        texts = [self._context.project.corpora.named(each.corpus) for each in inputs]
        for each, text in zip(inputs, texts, strict=True):
            labels = text.contents.labels
            if each.task == NEXT_WORD or labels is None or labels.kind is not LabelKind.ROLES:
                return each.task, text
        return inputs[0].task, texts[0]

    def _first_prompts(self, task: str, corpus: Corpus | None) -> list[str]:
        """From the text that is never trained on: what to begin with, until a person has prompts of their own."""
        if corpus is not None:
            with self._context.telling():
                if find_task(task).shown.labels:
                    return first_texts(corpus)
                return [beginning(preview(corpus, characters=200).text[Split.VALIDATION], 3)]
        return [""]
