"""A or B, which is the fine-tuned one? A blind test of ten rounds, with the score and how sure one can be of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.plain import Label
from workbench.gui.tasks.question import AskedModel, Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words import quantities
from workbench.gui.words.sentences import sentence
from workbench.prediction.blind import Round, Verdict, chance, verdict
from workbench.services.blind_test import ROUNDS, Pair, write_pair

KEY = "predict.blind"  # of its jobs
MOST_SEED = 2**31 - 1


class BlindView(PredictView):
    """Begins when somebody says so; until then, the models that are asked are those of the page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sides = {True: self.tr("A"), False: self.tr("B")}  # by whether it is the left one
        self.rounds: list[Round] = []
        self._players: tuple[AskedModel, AskedModel] | None = None  # before and after, of the test that goes on
        self._pair: Pair | None = None  # of the round that waits for a choice
        self._chose_by: QPushButton | None = None  # which had the focus
        self.begin = QPushButton(self.tr("New test"))
        self.begin.clicked.connect(self.start_test)
        self.seed = NumberBox(0, MOST_SEED, whole=True)
        self.seed.setAccessibleName(self.tr("Seed of the order"))
        self.seed.setToolTip(self.tr("The same seed gives the same sides and the same texts again"))
        self.said = Label(self.tr("Both models go on from the same words. Can you tell which one has read your text?"))
        self.said.setWordWrap(True)
        self.said.setProperty("subheading", True)
        self.beginning = Label()
        self.beginning.setWordWrap(True)
        self.texts = (self._text(self.tr("Text A")), self._text(self.tr("Text B")))
        self.choices = (
            QPushButton(self.tr("A is the fine-tuned one")), QPushButton(self.tr("B is the fine-tuned one"))
        )  # fmt: skip
        for number, button in enumerate(self.choices):
            button.setProperty("primary", True)
            button.clicked.connect(partial(self.choose, not number))
        self.outcome = Label()
        self.outcome.setWordWrap(True)
        self._lay_out()
        self._set_choosing(False)

    def why_not_third(self) -> str:
        return self.tr("a test has two writers")

    def ask(self, question: Question) -> None:
        """Who is asked; a test that has begun goes on with the models it began with."""
        self._question = question

    def start_test(self) -> None:
        """A new test, from its first round on."""
        question = self._question
        self._context.jobs.cancel(KEY)
        self.rounds = []
        self.outcome.setText("")
        self._players = None
        if question is None or question.base is None or question.tuned is None:
            self.said.setText(self.tr("There have to be two to choose from: fine-tune a model first."))
            return
        self._players = question.base, question.tuned
        self._ask_both()

    def choose(self, a_is_tuned: bool, _checked: bool = False) -> None:
        """The person's answer in this round; the next one follows, or the end."""
        if self._pair is None:
            return
        found = Round(self._pair.prompt, self._pair.a, self._pair.b, self._pair.a_is_tuned, a_is_tuned)
        self.rounds.append(found)
        self._pair = None
        self._set_choosing(False)
        right = self.tr("Right: {side} was the fine-tuned one.") if found.is_right else self.tr("No, it was {side}.")
        self.outcome.setText(quantities.in_turn((right.format(side=self._sides[found.a_is_tuned]), self._score())))
        if len(self.rounds) < ROUNDS:
            self._ask_both()
        else:
            self.said.setText(self._end())

    def as_rows(self) -> Rows:
        names = self._sides
        head = (self.tr("beginning"), *names.values(), self.tr("fine-tuned"), self.tr("chosen"))
        return [
            head, *((each.prompt, each.a, each.b, names[each.a_is_tuned], names[each.chosen_a]) for each in self.rounds)
        ]  # fmt: skip

    def as_text(self) -> str:
        rounds = (
            "\n".join((each.prompt, *map(quantities.named, self._sides.values(), (each.a, each.b))))
            for each in self.rounds
        )
        seed = self.tr("Seed {seed}").format(seed=self._seed())
        return "\n\n".join((*rounds, self._end() if self.rounds else "", seed))

    def present(self, is_on: bool) -> None:
        for part in (self._seed_label, self.seed, self.save):
            part.setVisible(not is_on)

    def _seed(self) -> int:
        return int(self.seed.number())

    def _ask_both(self) -> None:
        """For the texts of the next round; nobody sees one before the other is there."""
        players = self._players
        if players is None:
            return
        number = len(self.rounds)
        self.said.setText(
            self.tr("Round {number} of {rounds}: both models are writing …").format(number=number + 1, rounds=ROUNDS)
        )
        corpus, services = self._context.corpus, self._context.services
        folder = None if corpus is None else self._context.project.corpora.named(corpus).folder
        typed = self._question.text if self._question else ""
        before, after = (each.ref for each in players)
        seed = self._seed()
        job = self._context.jobs.start_job(
            self.tr("Writing on"),
            lambda: write_pair(services.asking, before, after, folder, typed, seed, number),
            key=KEY,
        )
        job.finished.connect(self._show_both)
        job.failed.connect(self._fail)

    def _show_both(self, pair: Pair) -> None:
        self._pair = pair
        self.beginning.setText(self.tr("“{prompt} …”").format(prompt=pair.prompt))
        for box, text in zip(self.texts, (pair.a, pair.b), strict=True):
            box.setPlainText(text.strip())
        words = self.tr("Round {number} of {rounds}: which one is the fine-tuned model's?")
        self.said.setText(words.format(number=len(self.rounds) + 1, rounds=ROUNDS))
        self._set_choosing(True)

    def _fail(self, error: Exception) -> None:
        self.said.setText(sentence(error))

    def _score(self) -> str:
        right = sum(each.is_right for each in self.rounds)
        return self.tr("{right} of {rounds} right so far.").format(right=right, rounds=len(self.rounds))

    def _end(self) -> str:
        right, rounds = sum(each.is_right for each in self.rounds), len(self.rounds)
        percent = QLocale().toString(100 * chance(right, rounds), "f", 1)
        words = self.tr("{right} of {rounds} right. Who only guesses does as well in {percent} % of all tests.")
        told = {
            Verdict.TOLD_APART: self.tr("You can tell them apart."),
            Verdict.GUESSED: self.tr("That is what guessing gives."),
            Verdict.PERHAPS_LUCK: self.tr("That may be luck."),
        }[verdict(right, rounds)]
        return quantities.in_turn((words.format(right=right, rounds=rounds, percent=percent), told))

    def _set_choosing(self, is_choosing: bool) -> None:
        """While both write, the keys wait beside the button that chose; else they would go to the rail."""
        focus = self.window().focusWidget()
        for button, text in zip(self.choices, self.texts, strict=True):
            if focus is button and not is_choosing:
                text.setFocus()
                self._chose_by = button
            button.setEnabled(is_choosing)
            if is_choosing and self._chose_by is button and focus is text:
                button.setFocus()
        if is_choosing:
            self._chose_by = None

    def _text(self, name: str) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        box.setMinimumHeight(3 * box.fontMetrics().lineSpacing())
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        self.save = SaveButton(self.tr("Blind test"), self.as_text, self.as_rows, self)
        self._seed_label = Label(self.tr("Seed"))
        self._seed_label.setBuddy(self.seed)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        for widget in (self._seed_label, self.seed, self.begin, self.save):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for name, box, button in zip(self._sides.values(), self.texts, self.choices, strict=True):
            title = Label(name)
            title.setProperty("subheading", True)
            side = QVBoxLayout()
            side.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
            side.addWidget(box, 1)
            side.addWidget(button)
            sides.addLayout(side, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.beginning)
        layout.addLayout(sides, 1)
        layout.addWidget(self.outcome)
