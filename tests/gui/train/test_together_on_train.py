"""What else is learnt at the same time, and who teaches: chosen on Train, kept with the text, told everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.train_pages import open_train_page
from tests.labelled_runs import SETTINGS
from tests.tiny_models import tale
from workbench.cli.experiment_documents import gains_json
from workbench.corpora.chunks import chunks
from workbench.experiments.alone import FINDING, Gain, Gains
from workbench.experiments.handed import Handed, Pupil
from workbench.experiments.kept import keep
from workbench.exporting.report import report_html
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.jobs import Jobs
from workbench.gui.parts.export_menu import ExportMenu
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.tasks.labels.label_results import LabelResults
from workbench.gui.tasks.shared_learning.gains_view import GainsView
from workbench.gui.tasks.shared_learning.handed_view import HandedView
from workbench.gui.train.train_page import TrainPage
from workbench.measuring.bootstrap import Ratio, difference
from workbench.project.project import Project
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled, Folder, OfRun
from workbench.values.run import NEXT_WORD, Input, Run, RunStatus, Teacher

TAGS = Input("chunks", "tags")


@pytest.fixture
def context(labelled: Project, tiny_gpt2: Path) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(labelled, jobs)
    made.choose_model(Folder(tiny_gpt2))
    made.choose_corpus("reviews")
    yield made
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TrainPage:
    return open_train_page(qtbot, context)


def shown(page: TrainPage) -> list[str]:
    """The settings that what is learnt has at all."""
    names = ("mixing", "mixing_power", "temperature", "teacher_share", "pooling")
    page.setup.advanced.setChecked(True)
    return [name for name in names if page.setup.form.editor(name).isVisibleTo(page.setup.form)]


def add(qtbot: QtBot, page: TrainPage, wanted: Input) -> None:
    page.setup.beside.add.click()
    row = page.setup.beside.rows[-1]
    row.what.setCurrentIndex([row.what.itemData(place) for place in range(row.what.count())].index(wanted))
    row.what.activated.emit(row.what.currentIndex())


def test_what_is_learnt_beside_is_chosen_weighed_and_kept_for_its_text(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    beside = page.setup.beside
    assert beside.isVisible() and not beside.rows and page.next_run.chosen().inputs == (Input("reviews", "labels"),)
    assert "mixing" not in shown(page)
    add(qtbot, page, TAGS)
    beside.rows[0].weight.setValue(0.5)
    wanted = (Input("reviews", "labels"), Input("chunks", "tags", 0.5))
    assert page.next_run.chosen().inputs == wanted
    assert "mixing" in shown(page)
    again = open_train_page(qtbot, context)
    assert again.next_run.chosen().inputs == wanted and again.setup.beside.rows[0].weight.value() == 0.5
    context.choose_corpus("chunks")
    again.refresh()
    assert again.next_run.chosen().beside == () and not again.setup.beside.rows
    context.choose_corpus("reviews")
    again.refresh()
    assert again.next_run.chosen().inputs == wanted

    qtbot.mouseClick(again.setup.queue, Qt.MouseButton.LeftButton)
    (waiting,) = context.project.queue.waiting()
    assert waiting.inputs == wanted and waiting.task == "together"
    again.setup.beside.rows[0].removed.emit()
    assert again.next_run.chosen().beside == () and "mixing" not in shown(again)


def test_each_text_whose_next_words_are_learnt_begins_with_a_prompt_of_its_own(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.next_run.keep_task(NEXT_WORD)
    add(qtbot, page, TAGS)
    add(qtbot, page, Input("chunks"))
    texts = [context.project.corpora.named(name) for name in ("reviews", "chunks")]
    held_out = [(text.folder / "validation.txt").read_text(encoding="utf-8") for text in texts]
    prompts = page.setup.prompts.prompts()
    assert len(prompts) == 2 and all(prompts), "what is told of tags is told by another head"
    assert all(text.startswith(prompt) for text, prompt in zip(held_out, prompts, strict=True))


def test_the_same_twice_is_said_and_not_begun(qtbot: QtBot, page: TrainPage) -> None:
    add(qtbot, page, TAGS)
    add(qtbot, page, TAGS)
    assert "twice" in page.setup.readiness.words and not page.setup.start.isEnabled()


def test_a_teacher_is_chosen_and_goes_through_the_queue(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    choice = page.setup.teacher
    runs = {run.name: OfRun(run.id) for run in context.project.runs.every()}
    offered = [choice.box.itemData(row) for row in range(choice.box.count())]
    assert offered == [None, runs["classes"]]  # what tells the same labels
    choice.box.setCurrentIndex(1)
    choice.box.activated.emit(1)
    assert page.next_run.chosen().teacher == runs["classes"] and "temperature" in shown(page)
    qtbot.mouseClick(page.setup.queue, Qt.MouseButton.LeftButton)
    (waiting,) = context.project.queue.waiting()
    assert waiting.teacher is not None and waiting.teacher.ref == runs["classes"]
    assert "taught by “classes”" in page.waiting.model.index(0, 0).data()
    assert not page.setup.beside.isVisible()  # there is nothing else that this one could teach
    choice.box.setCurrentIndex(0)
    choice.box.activated.emit(0)
    add(qtbot, page, TAGS)
    assert not choice.isVisible() and page.next_run.chosen().teacher is None


def test_who_may_teach_comes_and_goes_with_the_person(page: TrainPage, context: Context) -> None:
    choice = page.setup.teacher
    assert choice.isVisible()
    context.tell(context.project.runs.delete(context.project.runs.named("classes")))
    assert choice.isVisible() and choice.box.count() == 1, "what lies below stays where it is"
    page.refresh()
    assert not choice.isVisible()


def finished(context: Context, name: str, **what: object) -> Run:
    project = context.project
    run = project.runs.create(
        corpus="reviews", base=context.model, model_sha256="0", fine_tuning=FineTuning(steps=10), name=name,
        **what,  # type: ignore[arg-type]
    )  # fmt: skip
    return project.runs.finish(run, RunStatus.FINISHED)


def interval(first: float, second: float) -> object:
    draw = np.random.default_rng(0)
    ones = np.ones(40)
    return difference(Ratio(ones * first + draw.normal(0, 0.01, 40), ones), Ratio(ones * second, ones), paired=True)


def test_results_tell_who_gained_by_learning_together(qtbot: QtBot, context: Context) -> None:
    run = finished(context, "both", task="labels", beside=(Input("reviews"), Input("chunks", "tags")))
    gains = Gains(
        (
            Gain("labels", run.inputs[0], 1, 5, "accuracy", 0.9, 0.8, interval(0.8, 0.9)),  # type: ignore[arg-type]
            Gain("next_word", run.inputs[1], 2, 5, "bits_per_byte", 2.0, 1.8, interval(1.8, 2.0)),  # type: ignore[arg-type]
        )
    )
    keep(context.project, run, FINDING, gains)
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.show_run(run)
    view = page.views.view("together")
    assert isinstance(view, GainsView) and view.found.isVisible()
    assert "1 gained" in view.verdict.text() and "1 lost" in view.verdict.text()
    _, first, second, third = view.table.rows()
    assert "reviews" in first[0] and "90.0" in first[2] and "80.0" in first[3]
    assert second[2:4] == ["2.000", "1.800"]
    html = report_html(context.project, [run])
    assert "chunks" in third[0] and "no step was for it" in third[0] and third[1:] == ["0", "–", "–", "–"]
    assert "chunks, tags: no step was for it" in html
    told = gains_json(run, gains.of, {1: "one", 2: "two"})["inputs"]
    assert [(each["corpus"], each["steps"], each["alone"]) for each in told][-1] == ("chunks", 0, None)
    assert "reviews: learning together helped" in html and "reviews: learning together did harm" in html
    box = page.views.view("labels")
    assert isinstance(box, LabelResults) and box.part.part == "labels" and box.part.isHidden()
    page.show_run(context.project.runs.named("classes"))
    assert not any(isinstance(each, GainsView) for each in page.views.shown)


def test_results_and_history_tell_what_a_teacher_handed_on(qtbot: QtBot, context: Context) -> None:
    teacher = Teacher(OfRun(context.project.runs.named("classes").id), "classes", "0")
    run = finished(context, "student", task="labels", teacher=teacher)
    pupils = (Pupil("classes", 9000, 0.9, 2.0), Pupil("student", 4000, 0.85, 1.0), Pupil("alone", 4000, 0.8, 1.0))
    keep(context.project, run, "handed", Handed("accuracy", *pupils, 1, interval(0.8, 0.85)))  # type: ignore[arg-type]
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_run(run)
    view = page.views.view("handed")
    assert isinstance(view, HandedView) and "helped" in view.verdict.text()
    assert [row[0] for row in view.table.rows()[1:]] == ["Teacher", "Student", "Without a teacher"]
    history = HistoryPage(context)
    qtbot.addWidget(history)
    history.refresh()
    history.show_run(run)
    assert "Taught by “classes”" in history.details.result
    html = report_html(context.project, [run])
    assert "Teacher" in html and "--teacher classes" in html and "The teacher helped" in html


def test_results_ask_which_of_two_alike_is_measured(qtbot: QtBot, context: Context) -> None:
    run = finished(context, "three", task="labels", beside=(TAGS, Input("reviews")))
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_run(run)
    view = page.views.view("labels")
    assert isinstance(view, LabelResults) and not view.part.isHidden()
    assert [view.part.itemText(row) for row in range(view.part.count())] == ["classes — “reviews”", "tags — “chunks”"]
    assert (view.part.part, view.part.input) == ("labels", run.inputs[0])
    view.part.setCurrentIndex(1)
    assert (view.part.part, view.part.input) == ("tags", TAGS)
    page.show_run(run)
    assert view.part.part == "tags"  # what was chosen stays chosen
    page.show_run(context.project.runs.named("classes"))
    assert view.part.isHidden() and view.part.part == ""


def test_what_is_exported_of_several_is_chosen_in_the_menu(qtbot: QtBot) -> None:
    menu = ExportMenu()
    qtbot.addWidget(menu)
    menu.show_usable(("hf",), parts=(("labels", "the classes"), ("next_word", "the words")))
    folder = next(each for each in menu.menu().actions() if "Hugging Face" in each.text())
    classes, words = folder.menu().actions()
    assert classes.text() == "the classes …"
    with qtbot.waitSignal(menu.chosen) as chosen:
        words.trigger()
    assert chosen.args[0].part == "next_word"
    menu.show_usable(("hf",))
    assert folder.menu() is None
    with qtbot.waitSignal(menu.chosen) as chosen:
        folder.trigger()
    assert chosen.args[0].part == ""


def test_a_teacher_with_other_tokens_is_told_apart_and_writes_a_text(
    qtbot: QtBot, page: TrainPage, context: Context, tmp_path: Path
) -> None:
    (tmp_path / "tale.txt").write_text(tale(60), encoding="utf-8")
    last(context.services.texts.import_corpus([tmp_path / "tale.txt"], "tale"))
    context.choose_model(Bundled("starter-en"))
    context.choose_corpus("tale")
    page.refresh()
    choice, offer = page.setup.teacher, page.setup.writing
    offered = {choice.box.itemData(row): choice.box.itemText(row) for row in range(choice.box.count())}
    tiny = next(ref for ref in offered if isinstance(ref, Folder))
    assert "other tokens" in offered[tiny] and "other tokens" in offered[Bundled("gpt-en")]
    assert Bundled("starter-en") not in offered and not offer.isVisible()
    choice.box.setCurrentIndex(list(offered).index(tiny))
    choice.box.activated.emit(choice.box.currentIndex())
    assert offer.isVisible() and "tale" in offer.about.text() and not page.setup.start.isEnabled()
    assert "min" in offer.said.text()  # how long it takes
    offer.words.setValue(100)
    height = offer.height()
    qtbot.mouseClick(offer.write, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(offer.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(offer.write.isVisible, timeout=60_000)
    qtbot.mouseClick(offer.write, Qt.MouseButton.LeftButton)
    assert offer.cancel.isVisible() and not offer.write.isVisible() and offer.height() == height
    qtbot.waitUntil(offer.take.isVisible, timeout=60_000)
    assert offer.height() == height
    qtbot.mouseClick(offer.take, Qt.MouseButton.LeftButton)
    written = context.project.corpora.named(context.corpus or "")
    assert written.name.startswith("tale, written by") and written.contents.written_by
    assert page.next_run.chosen().teacher is None and page.setup.start.isEnabled() and not offer.isVisible()
    own = context.project.corpora.named("tale")
    assert list(chunks(written, Split.VALIDATION)) == list(chunks(own, Split.VALIDATION))

    context.choose_corpus("tale")
    assert page.next_run.chosen().teacher == tiny and offer.take.isVisible()  # what it wrote before


def test_a_student_is_made_of_the_teachers_layers_and_then_learns(
    qtbot: QtBot, page: TrainPage, context: Context, two_layers: Path
) -> None:
    train = context.services.training.train
    teacher = OfRun(last(train("reviews", Folder(two_layers), SETTINGS.with_settings({"steps": 1}), task="labels")).id)
    context.choose_model(Bundled("starter-en"))
    page.refresh()
    choice = page.setup.teacher
    assert choice.student.isHidden()
    context.choose_model(Folder(context.project.models.folders()[0]))
    page.next_run.keep_teacher(teacher)
    assert not choice.student.isHidden() and "1 of its 2" in choice.student.text()
    qtbot.mouseClick(choice.student, Qt.MouseButton.LeftButton)
    before = context.model
    qtbot.waitUntil(lambda: context.model != before, timeout=60_000)
    student = context.services.models.find(context.model)  # type: ignore[arg-type]
    assert "1 layer" in student.name and page.next_run.chosen().teacher == teacher
    assert page.setup.start.isEnabled()  # it has the teacher's tokens
