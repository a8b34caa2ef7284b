"""In a language of other letters: what is seen of labels while they are learnt, asked for and measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.pseudo_walk import found
from workbench.experiments.label_comparison import LabelsBeside, LabelsCompared, Other
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.parts.sample_view import SampleView
from workbench.gui.tasks.labels.label_figures import LabelFigures
from workbench.gui.tasks.labels.label_results import LabelResults
from workbench.gui.tasks.labels.label_view import LabelView
from workbench.gui.tasks.labels.weighted_words import WeightedWords
from workbench.gui.tasks.many_texts import ManyTexts
from workbench.gui.tasks.question import AskedModel, Question
from workbench.gui.tasks.tags.tag_view import TagView
from workbench.gui.tasks.tags.tagged_text import TaggedText
from workbench.gui.train.train_live import TrainLive
from workbench.gui.train.train_setup import TrainSetup
from workbench.measuring.bootstrap import Drawn, Interval, Kind
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task, keep_labels, tasks_for
from workbench.tasks.task import Shown
from workbench.training.events import SampleWritten, Validated
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labelling import (
    ClassFigures,
    LabelChance,
    LabelEvaluation,
    LabelledText,
    Mistake,
    TaggedWord,
    WordWeight,
)
from workbench.values.labels import LabelKind
from workbench.values.measurement import CalibrationBin
from workbench.values.model_ref import OfRun, from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import Input

pytestmark = pytest.mark.usefixtures("pseudo_theme")

CLASSES = (Prediction("хорошо", 0.8, ""), Prediction("плохо", 0.2, ""))


def evaluation(kind: LabelKind) -> LabelEvaluation:
    classes = (ClassFigures("хорошо", 0.9, 0.8, 0.85, 10), ClassFigures("плохо", 0.7, 0.8, 0.75, 8))
    size = 2 if kind is LabelKind.CLASSES else 3
    return LabelEvaluation(
        "первый", "сказка", Split.VALIDATION, kind, 18, 0.4, 0.8, 0.8, 0.8, classes,
        tuple(tuple(range(size)) for _ in range(size)), (CalibrationBin(10, 0.8, 0.7),), 0.1,
        (Mistake("Анна зажгла лампу", "хорошо", "плохо", 0.9, 5, 11),), (0.7, 0.9), message("measured.validation"), "",
    )  # fmt: skip


def compared(kind: LabelKind, low: float | None, high: float | None) -> LabelsCompared:
    apart = Interval(0.1, low, high, Drawn(Kind.DOCUMENTS, 18, 1))
    beside = [LabelsBeside(other, evaluation(kind), apart, apart, apart) for other in Other]
    words, step_0, frequent, run = beside
    return LabelsCompared(evaluation(kind), words, step_0 if low else run, frequent)


def leaks_of(qtbot: QtBot, widget: QWidget) -> list[tuple[str, str, str]]:
    qtbot.addWidget(widget)
    widget.show()
    return found(widget, frozenset({str(Path.home()), "csv"}))


@pytest.mark.parametrize("kind", LabelKind)
@pytest.mark.parametrize("bounds", [(0.05, 0.2), (-0.2, -0.05), (-0.1, 0.2), (None, None)])
def test_the_results_of_a_run_of_labels(
    qtbot: QtBot, kind: LabelKind, bounds: tuple[float | None, float | None]
) -> None:
    figures = LabelFigures()
    figures.show_found(compared(kind, *bounds))
    assert leaks_of(qtbot, figures) == []
    assert "".join(str(cell) for row in figures.as_rows() for cell in row)


def labelled_text(project: Project, folder: Path) -> Corpus:
    text = folder / "сказка.csv"
    rows = "\n".join(f"Анна зажгла лампу {n},{'да' if n % 2 else 'нет'}" for n in range(60))
    text.write_text(f"текст,label\n{rows}\n", encoding="utf-8")
    for _ in Workbench(project).texts.import_corpus([text], "сказка"):
        pass
    return project.corpora.named("сказка")


def test_what_is_asked_of_it(qtbot: QtBot, project: Project, tmp_path: Path) -> None:
    jobs = Jobs()
    context = Context(project, jobs)
    corpus = labelled_text(project, tmp_path)
    run = project.runs.create(
        corpus=corpus.name, base=from_text("starter-en"), model_sha256="",
        fine_tuning=FineTuning(), name="первый", task="labels",
    )  # fmt: skip
    keep_labels(find_task("labels").of(corpus), run)
    many = ManyTexts(context, AskedModel(OfRun(run.id), run.name))
    many.table.show([LabelledText("Анна", (LabelChance("хорошо", 0.8),))])  # type: ignore[arg-type, list-item]
    for view in (LabelView(context), TagView(context), LabelResults(context), many):
        if isinstance(view, LabelView | TagView):
            view.ask(Question("", False, None, None))
        assert leaks_of(qtbot, view) == []
    jobs.shutdown()


def test_its_words(qtbot: QtBot) -> None:
    weights = WeightedWords()
    weights.wait("Анна зажгла", 0.5)
    assert leaks_of(qtbot, weights) == []
    weights.show_weights("Анна зажгла", "хорошо", 0.8, [WordWeight(0, 4, 0.3), WordWeight(5, 11, -0.3)])
    weights.words.word_chosen.emit(0)
    assert leaks_of(qtbot, weights) == []
    text = TaggedText("имя")
    text.show_kinds(("лицо",))
    text.show_tags("Анна зажгла", [TaggedWord("Анна", "B-лицо", 0.9), TaggedWord("зажгла", "О", 0.9)])
    assert leaks_of(qtbot, text) == []


def test_while_it_learns(qtbot: QtBot) -> None:
    for task, predictions in (("labels", CLASSES), ("tags", ())):
        live = TrainLive()
        live.begin("сказка", "модель", find_task(task).shown, task)
        figures = {f"{task}/{each.name}": 0.5 for each in find_task(task).shown.figures}
        for step in (0, 6):
            told = predictions if step else predictions[::-1]
            live.take([Validated(step, 1.0, True, 0.0, figures), SampleWritten(Sample(step, "Анна", "Анна", told))])
        assert leaks_of(qtbot, live) == []
        assert (live.view.difference_in_words() == "") is (task == "tags")
    samples = SampleView()
    samples.show_kind(Shown(labels=True))
    assert leaks_of(qtbot, samples) == []


def test_setting_it_up(qtbot: QtBot, project: Project, tmp_path: Path) -> None:
    corpus = labelled_text(project, tmp_path)
    assert tasks_for(corpus) == ("next_word", "labels")
    setup = TrainSetup()
    setup.show_task(tasks_for(corpus), (Input(corpus.name, "labels"),), corpus)
    setup.prompts.show_task("labels", corpus)
    setup.advanced.setChecked(True)
    assert leaks_of(qtbot, setup) == []
