"""Guess the next word: the person guesses, the model guesses, the text reveals, and the score is kept in bits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.unseen import unseen_passage
from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.parts.word_bars import WordBars, visible
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.tasks.next_word.asking import Words, ask_for_words
from workbench.gui.tasks.question import AskedModel, Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words.counts import Counts
from workbench.gui.words.quantities import in_turn
from workbench.gui.words.sentences import sentence
from workbench.prediction.guessing import Turn, play, words_to_guess
from workbench.values.prediction import Surprise

SURENESSES = (0.1, 0.25, 0.5, 0.75, 0.9)
FIRST_WORDS = 6  # that are shown before the first guess
ASKED = ("game.read", "game.words")  # the keys of its jobs


class GameView(PredictView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._passage = ""
        self._player: AskedModel | None = None  # against whom the game is played, from its beginning to its end
        self._spans: list[tuple[int, int]] = []
        self._next = 0
        self._surprise: Surprise | None = None
        self._predictions: Words = ()
        self._is_guessing = self._is_awaited = False  # the model; and by somebody who was quicker than it
        self._passages = 0
        self.turns: list[Turn] = []
        self.source = ComboBox()
        self.source.setAccessibleName(self.tr("Text to guess"))
        self.source.addItem(self.tr("Unseen part of the chosen text"), "corpus")
        self.source.addItem(self.tr("The text above"), "typed")
        self.begin = QPushButton(self.tr("New game"))
        self.begin.clicked.connect(self.start_game)
        self.revealed = QPlainTextEdit()
        self.revealed.setReadOnly(True)
        self.revealed.setMinimumHeight(3 * self.revealed.fontMetrics().lineSpacing())
        self.revealed.setAccessibleName(self.tr("The text so far"))
        self.revealed.setPlaceholderText(
            self.tr("“New game” shows the beginning of a text. Guess how it goes on, and say how sure you are.")
        )
        self.guess = QLineEdit()
        self.guess.setAccessibleName(self.tr("Your guess"))
        self.guess.setPlaceholderText(self.tr("The next word"))
        self.guess.returnPressed.connect(self.reveal)
        self.sureness = ComboBox()
        self.sureness.setAccessibleName(self.tr("How sure"))
        for share in SURENESSES:
            self.sureness.addItem(self.tr("{percent} % sure").format(percent=round(100 * share)), share)
        self.sureness.setCurrentIndex(2)
        self.go = QPushButton(self.tr("Reveal"))
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self.reveal)
        self.bars = WordBars(self.tr("What the model guessed"))
        self.outcome = Label()
        self.outcome.setWordWrap(True)
        self.score = Label()
        self.score.setProperty("subheading", True)
        self.score.setWordWrap(True)
        self._lay_out()
        self._set_playing(False)

    def why_not_third(self) -> str:
        return self.tr("a game is against one")

    def ask(self, question: Question) -> None:
        """Whose guesses they are; a game that has begun goes on with the models it began with."""
        self._question = question

    @property
    def model(self) -> AskedModel | None:
        return None if self._question is None else self._question.tuned or self._question.base

    def start_game(self) -> None:
        """A new passage, its first words shown."""
        self._player = self.model
        self._context.jobs.cancel(*ASKED)
        self._is_guessing = self._is_awaited = False
        self._passage, self._spans, self._next = "", [], 0
        self.turns = []
        self._surprise = None
        self._predictions = ()
        self._show_score()
        self._show_revealed()
        self._set_playing(False)
        self.outcome.setText("")
        if self._player is None:
            self.outcome.setText(self.tr("There is no model to play against."))
            return
        corpus = self._context.corpus
        if corpus is None or self.source.currentData() == "typed":
            self._begin_with(self._question.text if self._question else "")
            return
        folder, number = self._context.project.corpora.named(corpus).folder, self._passages
        self._passages += 1
        job = self._context.jobs.start_job(
            self.tr("Reading the text"), partial(unseen_passage, folder, number), lane="files", kind=Kind.SHORT,
            key=ASKED[0],
        )  # fmt: skip
        job.finished.connect(self._begin_with)
        job.failed.connect(self._fail)
        job.failed.connect(self._context.failed)

    def _begin_with(self, passage: str) -> None:
        player, self._passage = self._player, passage
        self._spans = words_to_guess(passage)
        if player is None or len(self._spans) <= FIRST_WORDS:
            too_short = self.tr("There is no text that is long enough. Import one, or type some sentences above.")
            self.outcome.setText(too_short)
            return
        self._next = FIRST_WORDS
        self._show_revealed()
        self.bars.show_message(self.tr("The model reads the text …"))
        work = partial(self._context.services.asking.surprise, player.ref, passage)
        job = self._context.jobs.start_job(self.tr("Reading the text"), work, kind=Kind.SHORT, key=ASKED[0])
        job.finished.connect(self._take_surprise)
        job.failed.connect(self._fail)
        job.failed.connect(self._context.failed)

    def reveal(self) -> None:
        """Show the word, what it cost either side, and what the model had thought; then comes the next. The guess
        stands, and who is quicker than the model waits for it."""
        if not self.go.isEnabled() or self._surprise is None:
            return
        if not self._is_guessing:
            self._score_guess(self._surprise)
            return
        self._is_awaited = True
        self.go.setEnabled(False)
        self.guess.setReadOnly(True)
        self.bars.show_message(self.tr("The model is still guessing …"))

    def _score_guess(self, surprise: Surprise) -> None:
        start, end = self._spans[self._next]
        word = self._passage[start:end].strip()
        scored = next((found for found in surprise.words if found.end == end), None)
        listed = next((found.probability for found in self._predictions if found.word == word), None)
        probability = listed if listed is not None else scored.probability if scored and scored.counted else 0.0
        turn = play(word, probability, self._predictions, self.guess.text(), self.sureness.currentData())
        self.turns.append(turn)
        self._next += 1
        self.bars.show_predictions(self._predictions)
        self.outcome.setText(self._in_words(turn))
        self._show_score()
        self._show_revealed()
        self.guess.clear()
        if self._next < len(self._spans):
            self._ask_model()
        else:
            self._set_playing(False)

    def as_rows(self) -> Rows:
        return [
            (self.tr("word"), self.tr("guess"), self.tr("model's guess"), self.tr("bits"), self.tr("model's bits")),
            *(
                (turn.word, turn.guess, turn.model_guess, turn.person_bits, turn.model_bits)
                for turn in self.turns
            ),
        ]  # fmt: skip

    def as_text(self) -> str:
        return f"{self.revealed.toPlainText()}\n\n{self.score.text()}"

    def _take_surprise(self, found: Surprise) -> None:
        self._surprise = found
        self._ask_model()

    def _ask_model(self) -> None:
        player = self._player
        if player is None:
            return
        self._predictions = ()
        self._set_playing(True)
        if not self.turns:
            self.bars.show_message(self.tr("What the model guessed appears here once the word is revealed."))
        before = self._passage[: self._spans[self._next][0]]
        self._is_guessing, self._is_awaited = True, False
        job = ask_for_words(self._context, before, player, ASKED[1], self._take_words, self._fail)
        job.finished.connect(self._end_guessing)

    def _take_words(self, words: Words) -> None:
        """Kept until the word is revealed; it as well guesses words and no marks."""
        self._predictions = tuple(each for each in words if any(map(str.isalpha, each.word)))

    def _end_guessing(self) -> None:
        self._is_guessing = False
        if self._is_awaited and self._surprise is not None:
            self._score_guess(self._surprise)

    def _fail(self, error: Exception) -> None:
        self._is_guessing = self._is_awaited = False
        self._set_playing(False)
        self.bars.show_message(sentence(error))

    def _show_revealed(self) -> None:
        """As far as the next word that is to be guessed."""
        is_over = self._next == len(self._spans)
        shown = self._passage if is_over else self._passage[: self._spans[self._next][0]] if self._next else ""
        self.revealed.setPlainText(shown if is_over else f"{shown} …")
        self.revealed.verticalScrollBar().setValue(self.revealed.verticalScrollBar().maximum())

    def _show_score(self) -> None:
        if not self.turns:
            self.score.setText(self.tr("Fewer bits are better: each is a yes-or-no question that is still open."))
            return
        person = sum(turn.person_bits for turn in self.turns)
        model = sum(turn.model_bits for turn in self.turns)
        score = Counts.tr(
            "After %Ln words: you {person} bits, {right} right; model {model}, {model_right} right.",
            "",
            len(self.turns),
        )
        self.score.setText(
            score.format(
                person=_bits(person),
                model=_bits(model),
                right=sum(turn.is_right for turn in self.turns),
                model_right=sum(turn.model_is_right for turn in self.turns),
            )
        )

    def _in_words(self, turn: Turn) -> str:
        word, model = visible(turn.word), visible(turn.model_guess)
        if turn.is_right:
            verdict = self.tr("“{word}”: right!").format(word=word)
        elif turn.guess:
            verdict = self.tr("It is “{word}”, not “{guess}”.").format(word=word, guess=turn.guess)
        else:
            verdict = self.tr("It is “{word}”.").format(word=word)
        costs = self.tr("That cost you {person} bits and the model, which guessed “{guess}”, {model} bits.")
        told = costs.format(person=_bits(turn.person_bits), model=_bits(turn.model_bits), guess=model)
        return in_turn((verdict, told))

    def _set_playing(self, playing: bool) -> None:
        for part in (self.guess, self.sureness, self.go):
            part.setEnabled(playing)
        self.guess.setReadOnly(False)
        focus = self.window().focusWidget()
        # The model may have been long about it, and the person be writing somewhere else by now.
        if playing and self.isVisible() and (focus is None or self.isAncestorOf(focus)):
            self.guess.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = Label(self.source.accessibleName())
        label.setBuddy(self.source)
        top.addWidget(label)
        top.addWidget(self.source)
        top.addWidget(self.begin)
        top.addStretch()
        top.addWidget(SaveButton(self.tr("Game"), self.as_text, self.as_rows, self))
        row = QHBoxLayout()
        row.addWidget(self.guess, 1)
        row.addWidget(self.sureness)
        row.addWidget(self.go)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.revealed, 1)
        left.addLayout(row)
        left.addWidget(self.outcome)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 5)
        middle.addWidget(self.bars, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addWidget(self.score)


def _bits(value: float) -> str:
    return QLocale().toString(value, "f", 1)
