"""Who can be asked on the Predict page, and which of them can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QObject

from workbench.gui.context import Context
from workbench.gui.tasks.question import AskedModel
from workbench.gui.words import headlines
from workbench.messages.errors import KnownError
from workbench.models.card import PretrainedModel
from workbench.models.sources.adapter import base_of_addition
from workbench.tasks.registry import find_task, shown_of
from workbench.tasks.task import Shown
from workbench.values.model_ref import Folder, ModelRef, OfRun
from workbench.values.run import NEXT_WORD, OF_WORDS, Run


class Askable(QObject):
    """Models with weights, and runs that learn or have saved some; as they were when they were read last."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.models: tuple[AskedModel, ...] = ()
        self.runs: list[AskedModel] = []  # newest first, each before its other weights
        self.started_from: dict[ModelRef | None, ModelRef | None] = {}  # run -> what it was fine-tuned from
        self._kept: dict[ModelRef, tuple[int | None, int]] = {}  # of each run the step that is kept, and its last
        self._learnt: dict[str, list[AskedModel]] = {}  # the runs, by what they have learnt

    def read(self, learning: Mapping[int, int]) -> None:
        """`learning`: the runs that learn just now and answer already, with their steps."""
        project = self._context.project
        ready = [model for model in self._context.services.models.every() if not model.from_scratch]
        saved = project.checkpoints.runs()
        answering = [run for run in project.runs.every() if shown_of(run).predict]
        runs = [run for run in answering if run.id in learning or run.id in saved]
        names = Counter([*(model.name for model in ready), *(run.name for run in runs)])
        self.models = tuple(AskedModel(model.ref, self._told_apart(model, names)) for model in ready)
        self.started_from = {OfRun(run.id): self._base_of(run) for run in runs}
        self.models += tuple(self._folders_of_none())
        self._kept = {OfRun(run.id): (run.kept_step, run.steps) for run in runs}
        self._learnt, self.runs = {}, []
        for run in runs:
            name = self.tr("{name} (learning)").format(name=run.name) if run.id in learning else run.name
            asked = AskedModel(OfRun(run.id), name)
            for task in {each.task for each in run.inputs}:
                self._learnt.setdefault(task, []).append(asked)
            self.runs += [asked, *self._best_of_each(run)]
        for model in ready:  # an addition is to its base what a run is to what it began from
            if model.addition is not None:
                self.runs.append(AskedModel(model.ref, self._told_apart(model, names)))
                self.started_from[model.ref] = _base_of_addition(model, ready)

    def run_of(self, ref: ModelRef | None) -> Run | None:
        return self._context.project.runs.of(ref) if ref else None

    def shown_of(self, ref: ModelRef | None) -> Shown:
        """What there is to ask of a run; without one, next words."""
        run = self.run_of(ref)
        return find_task(NEXT_WORD).shown if run is None else shown_of(run)

    def beside(self, tuned: ModelRef | None) -> list[AskedModel]:
        """Who can be compared with a run: those that have learnt the same, and what it may have begun from."""
        run = self.run_of(tuned)
        # A run that learnt several things can be asked for next words beside any model, if these are among them.
        if run is None or not OF_WORDS.isdisjoint(run.tasks):
            return [*self.models, *(each for task in sorted(OF_WORDS) for each in self._learnt.get(task, ()))]
        task = run.inputs[0].task
        alike = [each for each in self._learnt.get(task, ()) if each.ref != tuned]
        began = self.started_from.get(tuned)
        others = (each for several in self._learnt.values() for each in several)
        return [*(each for each in (*self.models, *others) if each.ref == began), *alike]

    def have_learnt_alike(self, base: ModelRef, tuned: ModelRef | None) -> bool:
        """Whether both were taught the same kind of thing."""
        one, other = self.run_of(base), self.run_of(tuned)
        return one is not None and other is not None and not one.tasks.isdisjoint(other.tasks)

    def kept_in_words(self, ref: ModelRef | None) -> str:
        """Whose words these are, where they are not those of the run's last step."""
        kept, last = self._kept.get(ref, (None, None)) if ref else (None, None)
        if kept is None or kept == last:
            return ""
        if kept == 0:
            return self.tr("what it began from: nothing did better")
        return self.tr("step {step}, which did best").format(step=kept)

    def _told_apart(self, model: PretrainedModel, names: Mapping[str, int]) -> str:
        """What a run was exported to has its name; its folder's is another."""
        if names[model.name] < 2 or not isinstance(model.ref, Folder):
            return model.name
        return self.tr("{name} (folder {folder})").format(name=model.name, folder=Path(str(model.ref)).name)

    def _folders_of_none(self) -> Iterator[AskedModel]:
        """Folders that runs began from by a command, and that nobody has opened here."""
        known = {model.ref for model in self.models}
        for base in dict.fromkeys(self.started_from.values()):
            if isinstance(base, Folder) and base not in known and base.path.exists():
                yield AskedModel(base, base.path.name)

    def _base_of(self, run: Run) -> ModelRef | None:
        """What `run` began from, as it can be chosen here; None where that was deleted."""
        try:
            base = self._context.project.runs.base_of(run)
        except KnownError:
            return None
        return OfRun(base.run) if isinstance(base, OfRun) else base

    def _best_of_each(self, run: Run) -> Iterator[AskedModel]:
        """Other weights of a run that learnt several things at once: those with which one of them is told best."""
        for key, step in self._context.project.checkpoints.best_of_each(run).items():
            task = headlines.title(find_task(key.partition("#")[0]).shown)
            words = self.tr("{name}, step {step}, the best of “{task}”")
            name = words.format(name=run.name, step=QLocale().toString(step), task=task)
            yield AskedModel(OfRun(run.id, step), name)


def _base_of_addition(model: PretrainedModel, ready: Sequence[PretrainedModel]) -> ModelRef | None:
    """The model that an adapter is added to, where it is one that can be asked itself."""
    folder = None if model.folder is None else base_of_addition(model.folder)
    return next((each.ref for each in ready if each.folder == folder), None)
