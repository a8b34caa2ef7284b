"""The runs of a transfer dividend: trained one after the other, or on a cluster at once, remembered, gone on with.

Each is a run of the project like any other, so that one that was interrupted goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import Any

from workbench.experiments.dividend import Dividend, Trial
from workbench.ground.generators import side_by_side
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Message, message, names_or_none
from workbench.messages.rendering import ENGLISH, Language, render
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task
from workbench.training.events import StepMeasured, Validated
from workbench.values.dividend import SHARES, Plan, labels_in, shares_of_labels
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import ModelRef, Scratch
from workbench.values.place import HERE, Where
from workbench.values.progress import Progress
from workbench.values.run import NEXT_WORD, Run, RunStatus

FEWEST_LOOKS = 6  # points of each curve
FIGURES = {"labels": "macro_f1", "tags": "f1"}  # of each task of labels, by which its trials are compared


def plan_like(services: Workbench, run: Run) -> Plan:
    """The comparison for a run: its text, its settings, and the pretrained weights of its network.

    Raises KnownError("dividend.no_pretrained").
    """
    base = services.project.runs.base_of(run)
    model = base.of if isinstance(base, Scratch) else base
    _check_pretrained(services, model)
    # The rate was settled for what the run started from; each of the two gets the one that suits it.
    settings = replace(run.fine_tuning, learning_rate=0.0, text_share=1.0)
    return plan_of(services, run.corpus, model, settings, run.task)


def plan_of(
    services: Workbench, corpus: str, model: ModelRef, settings: FineTuning, task: str = NEXT_WORD
) -> Plan:  # fmt: skip
    """With the shares that are usual for the task: of labels, those that mean 30, 100, 300 … and all of them."""
    examples = labelled_examples(services.project, corpus, task)
    return Plan(corpus, model, settings, SHARES if examples is None else shares_of_labels(examples), task)


def labelled_examples(project: Project, corpus: str, task: str) -> int | None:
    """How many labelled examples there are to learn from; None where the task has no labels, or the text is gone."""
    try:
        labels = find_task(task).of(project.corpora.named(corpus)).labels
    except KnownError:
        return None
    return None if labels is None else labels.examples


def start_dividend(
    services: Workbench, plan: Plan, group: str | None = None, language: Language = ENGLISH, where: Where = HERE
) -> Generator[Progress | Dividend, None, Dividend]:
    """Train all runs of `plan`, or those that are missing where it was begun before; new ones get names in `language`.

    Yields after each step, and how far it has come at each validation. Closing it keeps what was trained, and starting
    the same plan again goes on. Raises KnownError: dividend.no_pretrained, dividend.exists, and those of `train`.
    """
    project, places = services.project, services.training.places
    _check_pretrained(services, plan.model)
    group = _group_for(project, plan, group, language)
    begun = read(project, group)
    missing = [number for number, trial in enumerate(begun.trials) if not trial.is_finished]
    steps = None
    if any(not begun.trials[number].run for number in missing):
        steps = yield from _steps(services, plan, begun.trials)
    done = dict.fromkeys(set(range(len(begun.trials))) - set(missing), 1.0)  # what share of each there is
    learnt = [partial(_learnt, services, begun, number, steps, language, where, done) for number in missing]
    with places.held():
        yield from side_by_side(learnt, lambda: places.at_once(where))
    return read(project, group)


def _learnt(
    services: Workbench, begun: Dividend, number: int, steps: int | None, language: Language, where: Where,
    done: dict[int, float],
) -> Generator[Progress | Dividend, None, None]:  # fmt: skip
    """Train one of its runs to the end, and note in `done` how far it is."""
    project, trial, all_of = services.project, begun.trials[number], len(begun.trials)
    title = _title(trial, begun.examples)
    what = message("progress.trial", number=number + 1, all=all_of, title=title)
    name = render(message("name.trial", group=begun.group, title=title), language)
    training, is_noted = _training(services, begun.plan, name, trial, steps, where), bool(trial.run)
    try:
        while True:
            event = next(training)
            is_noted = is_noted or _is_noted(project, begun.group, trial, name)
            if isinstance(event, Validated):
                yield read(project, begun.group)
            elif isinstance(event, StepMeasured):
                done[number] = event.step / event.total_steps
                yield Progress(round(sum(done.values()) * event.total_steps), all_of * event.total_steps, what)
            else:
                yield Progress(0, 0, what)
    except StopIteration:
        if not is_noted:
            _note_run(project, begun.group, trial, name)
    finally:
        training.close()


def groups(project: Project) -> tuple[str, ...]:
    """The comparisons that were begun, newest first."""
    return project.dividends.names()


def read(project: Project, group: str) -> Dividend:
    """How far a comparison has come, from what its runs have recorded. Raises KnownError("dividend.missing")."""
    kept = project.dividends.find(group)
    if kept is None:
        raise KnownError("dividend.missing", name=group, known=names_or_none(groups(project)))
    runs = {run.id: run for run in project.runs.every()}
    trials = []
    for share in kept.plan.shares:
        for is_pretrained in (True, False):
            trial, run = Trial(is_pretrained, share), runs.get(kept.runs.get((is_pretrained, share), 0))
            trials.append(trial if run is None else _recorded(project, trial, run))
    return Dividend(group, kept.plan, tuple(trials), labelled_examples(project, kept.plan.corpus, kept.plan.task))


def find(project: Project, plan: Plan) -> str | None:
    """The newest comparison of that plan."""
    return next((record.name for record in project.dividends.every() if record.plan == plan), None)


def _training(services: Workbench, plan: Plan, name: str, trial: Trial, steps: int | None, where: Where) -> Training:
    """The run of a trial: a new one of so many steps, or the one that was interrupted."""
    if trial.run or steps is None:
        return services.training.resume(trial.run, where)
    settings = _settings(plan, trial, steps)
    model = plan.model if trial.is_pretrained else _from_scratch(services, plan.model)
    return services.training.train(plan.corpus, model, settings, name, task=plan.task, where=where)


def _steps(services: Workbench, plan: Plan, trials: tuple[Trial, ...]) -> Generator[Progress, None, int]:
    """How many each run takes: as those that were begun before, else what the budget is for all of the text."""
    if plan.fine_tuning.epochs is not None:
        for begun in (services.project.runs.named(trial.run) for trial in trials if trial.run):
            if begun.fine_tuning.steps is not None:
                return begun.fine_tuning.steps
    return (yield from services.planning.count_steps(plan.model, plan.corpus, plan.fine_tuning, task=plan.task))


def _settings(plan: Plan, trial: Trial, steps: int) -> FineTuning:
    """The same budget for all: in steps where it was in readings of the text, and none of them stops early."""
    settings = plan.fine_tuning
    if settings.budget[0] == "epochs":
        settings = settings.with_settings({"steps": steps})
    changes: dict[str, Any] = {
        "text_share": trial.share,
        "patience": 0,
        "validate_every": min(settings.validate_every, max(1, steps // FEWEST_LOOKS)),
    }
    if not trial.is_pretrained:
        changes["method"] = Method.FULL  # random weights that stay as they are would be of no use
    return settings.with_settings(changes)


def _group_for(project: Project, plan: Plan, group: str | None, language: Language) -> str:
    """The group to go on with, or a new one that is written down."""
    if group is None:
        found = find(project, plan)
        if found is not None and not read(project, found).is_finished:
            return found
        kept = groups(project)
        names = (render(message("name.dividend", number=number), language) for number in range(1, len(kept) + 2))
        group = next(name for name in names if name not in kept)
    elif (known := project.dividends.find(group)) is not None:
        if known.plan != plan:
            raise KnownError("dividend.exists", name=group)
        return group
    return project.dividends.add(group, plan).name


def _note_run(project: Project, group: str, trial: Trial, name: str) -> None:
    """Remember which run a trial is, by its number, so that it may be renamed."""
    project.dividends.note_run(group, trial.is_pretrained, trial.share, project.runs.named(name))


def _is_noted(project: Project, group: str, trial: Trial, name: str) -> bool:
    """Whether it could be noted; another program that holds the database lets it go."""
    try:
        _note_run(project, group, trial, name)
    except KnownError as error:
        if not error.passes:
            raise
        return False
    return True


def _recorded(project: Project, trial: Trial, run: Run) -> Trial:
    curves = project.runs.curves(run)
    losses, told = curves.get("validation_loss"), curves.get(f"{run.task}/{FIGURES.get(run.task, '')}")
    figures = {} if told is None else dict(zip(told.steps.tolist(), told.values.tolist(), strict=True))
    steps = [] if losses is None else losses.steps.tolist()
    has_figures = bool(steps) and all(step in figures for step in steps)
    return replace(
        trial,
        run=run.name,
        steps=tuple(int(step) for step in steps),
        losses=() if losses is None else tuple(float(loss) for loss in losses.values),
        is_finished=run.status is RunStatus.FINISHED,
        figures=tuple(float(figures[step]) for step in steps) if has_figures else (),
    )


def _title(trial: Trial, examples: int | None) -> Message:
    if examples is not None:
        code = "progress.pretrained_labels" if trial.is_pretrained else "progress.from_scratch_labels"
        return message(code, labels=Count(labels_in(trial.share, examples)))
    share = round(100 * trial.share)
    if trial.is_pretrained:
        return message("progress.pretrained", share=share)
    return message("progress.from_scratch", share=share)


def _check_pretrained(services: Workbench, model: ModelRef) -> None:
    if services.models.find(model).from_scratch:
        raise KnownError("dividend.no_pretrained", name=services.models.called(model))


def _from_scratch(services: Workbench, model: ModelRef) -> Scratch:
    """The same network with random weights; a run's is that of the model at the beginning of its line."""
    root = services.models.find(model).ref
    return root if isinstance(root, Scratch) else Scratch(root)
