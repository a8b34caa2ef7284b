"""Predict: one text, and what the base model and a fine-tuned run make of it, in several views below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.page_head import PageHead
from workbench.gui.plain import Label
from workbench.gui.predict.askable import Askable
from workbench.gui.predict.example_prompts import ExamplePrompts, suggested
from workbench.gui.predict.model_box import ModelBox
from workbench.gui.predict.third_box import ThirdBox
from workbench.gui.tasks.question import Question
from workbench.gui.tasks.registry import views
from workbench.gui.tasks.tabs import ViewTabs
from workbench.gui.tasks.view import PredictView
from workbench.gui.words import quantities
from workbench.tasks.registry import find_task
from workbench.tasks.task import Shown
from workbench.values.changes import Changes
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.run import NEXT_WORD, Run

LOOK_MS = 1500  # between two looks at a model that learns

KEYS = ("predict.base", "predict.tuned", "predict.third")  # of the jobs that ask
_NEXT_WORDS = "next_words"  # the way to ask that a run has which tells next words, too


class PredictPage(QWidget):
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.context = context
        self._askable = Askable(context, self)
        self._finished_text = ""  # the last that ended with a whole word, since nobody typed its end
        self._pinned: dict[ModelRef, tuple[str, ...]] = {}  # run -> its prompts, which never change
        self._changed_bases: frozenset[ModelRef] = frozenset()  # runs whose beginning is no longer there as it was
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.examples = ExamplePrompts()
        self.examples.chosen.connect(self._try)
        self._tried: int | None = None  # the run that was to be tried last
        self._is_offered = False  # whether a first prompt was written here, or somebody was before it
        self.base = ModelBox(self.tr("Before"))
        self.tuned = ModelBox(self.tr("After"))
        self.third = ThirdBox()
        self.base.chosen.connect(self._offer_third)
        self.base.chosen.connect(self.ask)
        self.tuned.chosen.connect(lambda: self._compare(self.tuned.ref))
        self.third.chosen.connect(self._ask_anew)
        self.views = ViewTabs[PredictView](context, lambda: views().predict)
        self.views.view_made.connect(self._follow)
        self.views.show_views(find_task(NEXT_WORD).shown.predict)
        self.views.currentChanged.connect(self._ask_anew)
        # All keys that wait already are taken together; the next one finds the answer to these still under way.
        self._typing = QTimer(self, singleShot=True, interval=0)
        self._typing.timeout.connect(self.ask)
        self.text.textChanged.connect(self._typing.start)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look_at_learner)
        self._lay_out()
        context.changed.connect(self._hear)

    @property
    def begins_at(self) -> QWidget:
        """What has the focus of who comes by keys: the text that is gone on with."""
        return self.text

    def refresh(self) -> None:
        """Draw the page anew for somebody who comes to it."""
        self._show_models()
        self._offer_prompts()

    def _show_models(self) -> None:
        """Who can be asked: models with weights and runs on the left, runs on the right. All stays in its place."""
        learning, askable = self._learning(), self._askable
        askable.read(learning)
        self.tuned.show_models(askable.runs)
        self.base.show_models(askable.beside(self.tuned.ref))
        self._after.setCurrentWidget(self.tuned if askable.runs else self._teach)
        if self.base.ref is None and not self.base.choose(self.context.model) and askable.models:
            self.base.choose(askable.models[0].ref)
        self._offer_third()
        self._show_learner(learning)
        if askable.runs and self.tuned.ref is None:
            self._compare(askable.runs[0].ref)
        else:
            self.ask()

    def _offer_prompts(self) -> None:
        """Begin with the prompt that is pinned, so that there is something to look at, and offer some more."""
        run = self.context.project.runs.of(self.tuned.ref) if self.tuned.ref else None
        task = NEXT_WORD if run is None else run.inputs[0].task
        shown = find_task(task).shown
        is_of_its_text = shown.labels or shown.of_turns  # asked as it was taught
        corpus = run.corpus if run is not None and is_of_its_text else self.context.corpus
        pinned = (*self._prompts(), *self.context.prompts(task))
        self.examples.show_prompts([*pinned, *suggested(self.context, corpus, shown)])
        if not self._is_offered and not self.text.toPlainText() and pinned:
            self._try(pinned[0])
        self._is_offered = True

    def _try(self, prompt: str) -> None:
        """Write `prompt`, whose last word counts as whole; it can be undone like typing."""
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(prompt)
        self._finished_text = self.text.toPlainText()

    def turn_to(self, view: str) -> None:
        """The view of that name, where what is asked has it."""
        if (place := self.views.indexOf(self.views.view(view))) >= 0:
            self.views.setCurrentIndex(place)

    def show_run(self, run: Run) -> None:
        """Compare `run` with what it started from; an empty page begins with the run's own prompt.

        What has learnt to answer is talked to at first; who then looks at it otherwise goes on so.
        """
        self.refresh()
        samples = self.context.project.runs.samples(run)
        if samples and self.text.toPlainText() in ("", *self.examples.prompts):
            self.text.setPlainText(samples[0].prompt)
            self._finished_text = self.text.toPlainText()
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)  # who wants to try it types on
        self._compare(OfRun(run.id))
        shown = self._askable.shown_of(OfRun(run.id))
        if shown.answers and run.id != self._tried:
            self.turn_to(shown.predict[0])
        self._tried = run.id

    def question(self) -> Question:
        """A prompt that was pinned to the run is asked as it was while that learnt, whoever wrote it here."""
        shown = self.text.toPlainText()
        pinned = next((prompt for prompt in self._prompts() if as_shown(prompt) == shown), None)
        is_whole = pinned is not None or shown == self._finished_text
        text = shown if pinned is None else pinned
        return Question(text, not is_whole, self.base.model, self.tuned.model, self.third.model)

    def ask(self) -> None:
        """Ask the view that is shown about the text as it is."""
        self._typing.stop()
        view = self.views.currentWidget()
        if isinstance(view, PredictView):
            view.ask(self.question())

    def present(self, is_on: bool) -> None:
        """For an audience: the text, who answers, and the answers alone."""
        prompts = (f"{number} {prompt}" for number, prompt in enumerate(self.prompts_to_present[:9], start=1))
        titles = [model.title for _, model in self.question().sides]
        self.presented.setText(quantities.change(*titles) if len(titles) == 2 else quantities.listing(titles))
        self.keys.setText("   ".join(prompts))
        for part in (self.presented, self.keys):
            part.setVisible(is_on)
        self.examples.setVisible(not is_on and bool(self.examples.prompts))
        for shown in (self._head, self._who, self.views.tabBar()):
            shown.setVisible(not is_on)
        for view in self.views.shown:
            view.present(is_on)
        if is_on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # so that numbers are prompts until somebody types

    @property
    def prompts_to_present(self) -> tuple[str, ...]:
        """Those that are pinned, then those that are offered."""
        return tuple(dict.fromkeys((*self._prompts(), *self.examples.prompts)))

    def present_prompt(self, number: int) -> None:
        """Ask about one of them, counted from 0, if there is such a one."""
        prompts = self.prompts_to_present
        if number < len(prompts):
            self._try(prompts[number])

    @property
    def heading(self) -> str:
        return self._head.title

    @property
    def is_waiting(self) -> bool:
        """Whether what was typed last is not answered yet."""
        return self._typing.isActive() or self._is_asking()

    def append(self, text: str) -> None:
        """Go on with `text`; it can be undone like typing."""
        cursor = self.text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text if self.text.toPlainText() else text.lstrip(" "))
        self.text.setTextCursor(cursor)
        self._finished_text = self.text.toPlainText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self.views.currentWidget()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(view, PredictView):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
                if self._typing.isActive():
                    self.ask()  # about all that is typed
                return view.enter()
        return super().eventFilter(watched, event)

    def _follow(self, view: PredictView) -> None:
        view.text_chosen.connect(self.append)
        view.text_taken.connect(lambda: self._try(""))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._looking.start()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._looking.stop()

    def _prompts(self) -> tuple[str, ...]:
        """Those that are pinned to the run that is asked."""
        run, project = self.tuned.ref, self.context.project
        if run is None:
            return ()
        if run not in self._pinned:
            found = project.runs.find(str(run))
            self._pinned[run] = () if found is None else project.runs.prompts(found)
        return self._pinned[run]

    def _hear(self, changes: Changes) -> None:
        if (changes.runs or changes.models) and self.isVisible():
            self._show_models()

    def _look_at_learner(self) -> None:
        """Ask a model that learns again, since its weights are newer."""
        learning = self._learning()
        if set(map(OfRun, learning)) - self._askable.started_from.keys():
            self._show_models()
            return
        self._show_learner(learning)
        chosen = {self.base.ref, self.tuned.ref, self.third.box.ref} & set(map(OfRun, learning))
        view = self.views.currentWidget()
        if chosen and not self._is_asking() and isinstance(view, PredictView) and view.follows_learning:
            self.ask()

    def _learning(self) -> dict[int, int]:
        """The runs that learn just now and answer already, with their steps."""
        services = self.context.services
        return services.asking.learning() | services.labelling.learning()

    def _is_asking(self) -> bool:
        return any(job.key in KEYS for job in self.context.jobs.running)

    def _show_learner(self, learning: dict[int, int]) -> None:
        """Mark predictions that come from weights which are still changing."""
        for box in (self.base, self.tuned, self.third.box):
            step = learning.get(box.ref.run or 0) if isinstance(box.ref, OfRun) else None
            note = self.tr("newest weights, step {step}, still learning").format(step=step)
            box.show_note(self._askable.kept_in_words(box.ref) if step is None else note)
        run = self.tuned.ref
        shown = self._askable.shown_of(run)
        tells_labels_alone = shown.labels and _NEXT_WORDS not in shown.predict
        if tells_labels_alone and self.base.ref is not None and not self._askable.have_learnt_alike(self.base.ref, run):
            self.base.show_note(self.tr("has learnt no labels"))
        elif run in self._changed_bases and self.base.ref == self._askable.started_from.get(run):
            self.base.show_note(self.tr("changed since the other one began from it"))
        view = self.views.currentWidget()
        if isinstance(view, PredictView) and not view.asks_third:
            self.third.box.show_note(view.why_not_third())

    def _offer_third(self) -> None:
        """Whom to ask beside the two that are compared, where what is asked has a view for that."""
        has_view = any(view.asks_third for view in self.views.shown)
        offered = self._askable.beside(self.tuned.ref) if self.tuned.ref is not None and has_view else []
        self.third.show_models(offered, (self.base.ref, self.tuned.ref))

    def _ask_anew(self) -> None:
        """Another view asks others."""
        self._beside.setStretchFactor(self.third, 1 if self.third.is_open else 0)
        self._show_learner(self._learning())
        self.ask()

    def _check_base(self, ref: ModelRef | None) -> None:
        """Find out whether what `run` is compared with still is what it began from; large weights take a while."""
        services, run = self.context.services, self.context.project.runs.of(ref) if ref else None
        if run is None:
            return
        job = self.context.jobs.start_job(
            "",
            lambda: (ref, services.models.is_base_unchanged(run)),
            lane="files",
            kind=Kind.SHORT,
            key="predict.base_check",
        )
        job.finished.connect(self._note_base)

    def _note_base(self, found: tuple[ModelRef, bool]) -> None:
        run, unchanged = found
        self._changed_bases = self._changed_bases - {run} if unchanged else self._changed_bases | {run}
        self._show_learner(self._learning())

    def _compare(self, run: ModelRef | None) -> None:
        """Put what `run` started from on the other side, since that comparison says what was learnt."""
        self.tuned.choose(run)
        shown = self._askable.shown_of(run)
        self.views.show_views(shown.predict)
        self._say_what_is_asked(shown)
        self.base.show_models(self._askable.beside(run))
        self.base.choose(self._askable.started_from.get(run))
        self._offer_third()
        self._offer_prompts()
        self._show_learner(self._learning())
        self._check_base(run)
        self.ask()

    def _say_what_is_asked(self, shown: Shown) -> None:
        if shown.labels and _NEXT_WORDS in shown.predict:
            heading, name, hint = (
                self.tr("Predict next words and labels"), self.tr("Text to go on with or to label"),
                self.tr("Type or paste a text …"),
            )  # fmt: skip
        elif shown.labels:
            heading, name, hint = (
                self.tr("Label texts"), self.tr("Text to label"), self.tr("Type or paste a text to label …")
            )  # fmt: skip
        else:
            heading, name, hint = (
                self.tr("Predict the next words"), self.tr("Text to go on with"),
                self.tr("Type the beginning of a sentence …"),
            )  # fmt: skip
        self._head.name(heading)
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(hint)

    def _lay_out(self) -> None:
        self._head = PageHead()
        self._say_what_is_asked(find_task(NEXT_WORD).shown)
        self.text.setFixedHeight(round(4.4 * self.text.fontMetrics().lineSpacing()))
        self._teach = QFrame()
        self._teach.setProperty("card", True)
        words = Label(
            self.tr("This is the model as it came. Fine-tune it on your text, and you can compare the words of both.")
        )
        words.setWordWrap(True)
        go = QPushButton(self.tr("Go to Train"))
        go.clicked.connect(lambda: self.place_requested.emit("train"))
        inside = QHBoxLayout(self._teach)
        inside.setContentsMargins(10, 4, 6, 4)
        inside.addWidget(words, 1)
        inside.addWidget(go)
        self.presented = ElidedLabel()  # who answers, before an audience
        self.presented.setProperty("heading", True)
        self.keys = ElidedLabel()
        self.keys.setProperty("quiet", True)
        for part in (self.presented, self.keys):
            part.hide()
        self._who = QWidget()
        self._beside = who = QHBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(16)
        who.addWidget(self.base, 1)
        self._after = QStackedWidget()  # one height, whether or not there is a run yet
        self._after.addWidget(self.tuned)
        self._after.addWidget(self._teach)
        who.addWidget(self._after, 1)
        who.addWidget(self.third)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self.presented)
        layout.addWidget(self.text)
        layout.addWidget(self.examples)
        layout.addWidget(self._who)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.keys)


def as_shown(prompt: str) -> str:
    """As a text box gives a text back: lines that end in one way, and no space but the plain one."""
    return prompt.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\u2028\u2029"), "\n")).replace("\xa0", " ")
