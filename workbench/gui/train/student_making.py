"""A student that is made of some of the teacher's layers: begun where the teacher is chosen, and then what learns."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from workbench.exporting.smaller import layers_of, make_smaller
from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.train.model_names import model_name
from workbench.gui.train.teacher_choice import TeacherChoice
from workbench.gui.words.sentences import IN_WINDOW
from workbench.messages.errors import KnownError
from workbench.models.card import PretrainedModel
from workbench.values.changes import Changes
from workbench.values.model_ref import ModelRef
from workbench.values.network_kind import NetworkKind


class StudentMaking(QObject):
    """Every second layer, as in DistilBERT; another number is for the command line."""

    def __init__(self, context: Context, choice: TeacherChoice) -> None:
        super().__init__(choice)
        self._context = context
        self._choice = choice
        self._teacher: ModelRef | None = None
        self._job: Job | None = None
        choice.student_wanted.connect(self.start)

    def show(self, teacher: ModelRef | None) -> None:
        """Offer it of the teacher that is chosen, where it has layers that can be left out."""
        self._teacher = teacher
        self._choice.offer_student(*self._layers(teacher))

    def start(self) -> None:
        teacher = self._teacher
        if teacher is None or self._job is not None:
            return
        kept, _ = self._layers(teacher)
        work = partial(make_smaller, self._context.services, teacher, kept, language=IN_WINDOW)
        title = self.tr("Making a smaller model of {model}").format(model=model_name(self._context, teacher))
        self._job = self._context.jobs.start_job(title, work)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._context.failed)
        self._job.ended.connect(self._end)

    def _layers(self, teacher: ModelRef | None) -> tuple[int, int]:
        """How many would be kept, and of how many; 0 where there is nothing to offer."""
        if teacher is None:
            return 0, 0
        try:
            services = self._context.services
            there = layers_of(services, teacher)
            is_made_of_layers = services.models.find(teacher).kind is NetworkKind.TRANSFORMER
        except KnownError:
            return 0, 0
        return (there // 2, there) if is_made_of_layers else (0, there)

    def _take(self, made: PretrainedModel) -> None:
        self._context.tell(Changes(models=frozenset({str(made.ref)})))
        self._context.choose_model(made.ref)

    def _end(self) -> None:
        self._job = None
