"""The pages of one open project, and what one page has to tell another."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import CHOICES, Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.model.model_page import ModelPage
from workbench.gui.parts.explanation import show_beside
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.shell.lesson_strip import LessonStrip
from workbench.gui.shell.page_area import PageStack
from workbench.gui.shell.rail import Rail
from workbench.gui.shell.steps import Steps
from workbench.gui.tab_order import follow_layout, reached_now
from workbench.gui.text.text_page import TextPage
from workbench.gui.train.train_page import TrainPage
from workbench.gui.words.pages import about_page
from workbench.messages.lesson import CHAPTERS, Chapter
from workbench.models.sources.registry import is_model
from workbench.services.sample_project import LESSON, LESSON_LEFT
from workbench.values.changes import Changes
from workbench.values.run import Run, RunStatus

PLACES = ("text", "model", "train", "predict", "history", "results")
Page = TextPage | ModelPage | TrainPage | PredictPage | HistoryPage | ResultsPage
P = TypeVar("P", TextPage, ModelPage, TrainPage, PredictPage, HistoryPage, ResultsPage)


class Workspace(QWidget):
    """Rail and pages. A page is made when it is first gone to, for six at once would hold the window up, and drawn
    anew whenever it is gone to, so that none keeps a second copy of the project."""

    place_changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.rail = Rail()
        self.rail.place_chosen.connect(self.visit)
        self.rail.place_called.connect(self.call)
        self.rail.help_requested.connect(lambda: show_beside(self.rail.help, about_page(self.place)))
        self._visit = Steps(self)
        self._stack = PageStack()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        self._beside = QVBoxLayout()  # the page, and the lesson below it
        self._beside.setSpacing(0)
        self._beside.addWidget(self._stack, 1)
        layout.addLayout(self._beside, 1)
        context.changed.connect(self._hear)
        self.show_done()

    @cached_property
    def text(self) -> TextPage:
        return self._added(TextPage(self.context))

    @cached_property
    def model(self) -> ModelPage:
        return self._added(ModelPage(self.context))

    @cached_property
    def train(self) -> TrainPage:
        page = self._added(TrainPage(self.context))
        page.try_requested.connect(self._try)
        page.history_requested.connect(self._look_up)
        page.results_requested.connect(self._visit_results)
        return page

    @cached_property
    def predict(self) -> PredictPage:
        return self._added(PredictPage(self.context))

    @cached_property
    def history(self) -> HistoryPage:
        page = self._added(HistoryPage(self.context))
        page.results_requested.connect(self._visit_results)
        page.use_requested.connect(self._try)
        page.repeat_requested.connect(self._repeat)
        page.retry_requested.connect(self._repeat)
        page.continue_requested.connect(self.continue_run)
        return page

    @cached_property
    def results(self) -> ResultsPage:
        return self._added(ResultsPage(self.context))

    @cached_property
    def lesson(self) -> LessonStrip:
        """Made where a project has a lesson, or somebody asks for it."""
        strip = LessonStrip()
        strip.chapter_shown.connect(self.show_chapter)
        strip.left.connect(self.leave_lesson)
        strip.saved.connect(self.context.saved)
        strip.failed.connect(self.context.failed)
        self._beside.addWidget(strip)
        return strip

    @property
    def chapter(self) -> int | None:
        """Of the lesson, where it was left or is; None in a project that has none."""
        found: int | None = self.context.project.preferences.get(LESSON)
        return found

    @property
    def is_led(self) -> bool:
        """Whether the lesson is to be seen."""
        return self.chapter is not None and not self.context.project.preferences.get(LESSON_LEFT, False)

    def show_chapter(self, number: int) -> None:
        """Open the lesson there, and go to where it is done."""
        self._keep_lesson(number, is_left=False)
        self.lesson.show_chapter(number)
        self.lesson.show()
        chapter = CHAPTERS[self.lesson.number]
        self.visit(chapter.place, lambda: self._begin_chapter(chapter))

    def _begin_chapter(self, chapter: Chapter) -> None:
        """What is to be pressed is seen on a small screen as well."""
        if chapter.view:
            self.predict.turn_to(chapter.view)
        QTimer.singleShot(0, self, self._show_what_to_press)

    def _show_what_to_press(self) -> None:
        buttons = (each for each in self.seen.findChildren(QPushButton) if each.property("primary"))
        if (button := next((each for each in buttons if each.isVisible()), None)) is not None:
            self._stack.show_whole(button)

    def leave_lesson(self) -> None:
        self._keep_lesson(self.lesson.number, is_left=True)
        self.lesson.hide()

    def _keep_lesson(self, number: int, *, is_left: bool) -> None:
        if not self.context.project.is_view:
            self.context.project.preferences.set(LESSON, number)
            self.context.project.preferences.set(LESSON_LEFT, is_left)

    def page(self, place: str) -> Page:
        """The page of that place, made if need be."""
        page: Page = getattr(self, place)
        return page

    @property
    def pages(self) -> dict[str, Page]:
        """Every one, made if need be."""
        return {place: self.page(place) for place in PLACES}

    @property
    def place(self) -> str:
        return next(place for place in self.made if self.page(place) is self._stack.page)

    @property
    def seen(self) -> Page:
        """The page that is shown."""
        page: Page = self._stack.page  # type: ignore[assignment]
        return page

    @property
    def done(self) -> QUndoStack | None:
        """What was done on the page that is seen, where it can be taken back."""
        return self.history.filer.stack if isinstance(self._stack.page, HistoryPage) else None

    @property
    def shown_run(self) -> Run | None:
        """The one that is chosen in History while that is seen, or else the newest; of those that have learnt."""
        page = self._stack.page
        chosen = page.selected() if isinstance(page, HistoryPage) else []
        runs = (*chosen, *self.context.project.runs.every())
        return next((run for run in runs if run.steps), None)

    @property
    def running(self) -> TrainPage | None:
        """The page that trains, while it does."""
        return self.train if "train" in self.made and self.train.is_running else None

    @property
    def made(self) -> tuple[str, ...]:
        """The places whose pages there are."""
        return tuple(place for place in PLACES if place in self.__dict__)

    @property
    def is_visiting(self) -> bool:
        """Whether a person is on the way to a page."""
        return self._visit.is_going

    def visit(self, place: str, then: Callable[[], object] | None = None) -> None:
        """Go there in steps, as a person does who may go elsewhere before it is shown."""
        self._visit.begin(self._visiting(place, then))

    def _visiting(self, place: str, then: Callable[[], object] | None) -> Generator[None]:
        yield from self.going(place)
        if then is not None:
            yield
            then()

    def call(self, place: str) -> None:
        """Go there to work by keys: what the page is for has the focus, unless one was writing there already."""
        self.visit(place, None if place == self.place and _is_written_in(self.seen) else self._begin)

    def _begin(self) -> None:
        page = self.seen
        begins = None if isinstance(page, ResultsPage) else page.begins_at
        able = begins is not None and begins.isVisible() and begins.isEnabled()
        if (target := begins if able else next(reached_now(page), None)) is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go(self, place: str) -> None:
        self._visit.give_up()
        for _ in self.going(place):
            pass

    def going(self, place: str) -> Generator[None]:
        """The same in steps, for who has to answer meanwhile."""
        page = self.page(place)
        yield
        if isinstance(page, PredictPage):
            page.refresh()
        else:
            yield from page.drawing()
        yield
        self._stack.turn_to(page)
        self.rail.choose("history" if place == "results" else place)
        self.place_changed.emit(place)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab was pressed; much of a page is made only once somebody wants it, and would come last."""
        follow_layout(self.rail, self._stack.page)
        return super().focusNextPrevChild(onwards)

    def leave(self) -> None:
        """One step back, from what was opened on a page or from the page that was opened from another."""
        page = self._stack.page
        if isinstance(page, ResultsPage):
            self.go("history")
        elif isinstance(page, TrainPage | HistoryPage):
            page.leave()

    def import_files(self, files: Sequence[Path]) -> None:
        """As texts, or as models where they are such."""
        models = [file for file in files if is_model(file)]
        for file in models:
            self.go("model")
            self.model.open_folder(file)
        if texts := [file for file in files if file not in models]:
            self.go("text")
            self.text.import_files(texts)

    def import_text(self, text: str) -> None:
        self.go("text")
        self.text.import_text(text)

    def show_done(self) -> None:
        """Say on the rail which parts of the work are done."""
        learnt = (RunStatus.FINISHED, RunStatus.STOPPED)
        self.rail.show_done({"train": self.context.project.runs.any_of(*learnt)})
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.rail.show_done({"text": self.context.corpus is not None, "model": self.context.model is not None})

    def _hear(self, changes: Changes) -> None:
        if changes.runs:
            self.show_done()
        elif changes.corpora or changes.preferences & CHOICES:
            self._show_chosen()

    def show_results(self, run: Run) -> None:
        """How well a run does and what it learnt, which is looked at from its place in History."""
        self.results.choose(run)
        self.go("results")

    def continue_run(self, run: Run) -> None:
        """With the steps it has left or, where it is finished, with as many more as the person wants."""
        self.visit("train", lambda: self.train.go_on_with(run))

    def save_typed(self) -> None:
        """Keep what is typed and was not kept yet, before the project is closed."""
        if "train" in self.made:
            self.train.setup.prompts.save()
        if "history" in self.made:
            self.history.details.note.save()
            self.history.columns.flush()
            self.history.filer.flush()

    def _added(self, page: P) -> P:
        self._stack.add_page(page)
        page.place_requested.connect(self.go)
        return page

    def _visit_results(self, run: Run) -> None:
        self.results.choose(run)
        self.visit("results")

    def _try(self, run: Run) -> None:
        self.visit("predict", lambda: self.predict.show_run(run))

    def _look_up(self, run: Run) -> None:
        self.history.choose(run)
        self.visit("history")

    def _repeat(self, run: Run, otherwise: Mapping[str, Any] | None = None) -> None:
        self.visit("train", lambda: self.train.repeat(run, otherwise))


def _is_written_in(page: QWidget) -> bool:
    """Whether the caret stands on it, in a text or in a number."""
    focused = QApplication.focusWidget()
    return (
        focused is not None
        and page.isAncestorOf(focused)
        and focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    )
