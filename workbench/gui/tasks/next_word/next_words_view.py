"""Next words before and after, and of a third beside them: lists of bars, and between them what rose, fell, came and
went."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.parts.word_bars import WordBars, percent, visible
from workbench.gui.plain import Label, tip
from workbench.gui.tasks.next_word.asking import Words, ask_for_words, choose_unit, chosen_unit
from workbench.gui.tasks.next_word.rank_links import RankLinks
from workbench.gui.tasks.next_word.shaping_bar import ShapingBar
from workbench.gui.tasks.question import Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words import quantities
from workbench.gui.words.sentences import sentence
from workbench.messages.errors import KnownError
from workbench.values.prediction import Shaping, Unit


class NextWordsView(PredictView):
    follows_learning = True
    asks_third = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.base = WordBars(self.tr("Next words before"), "quiet", mirrored=True)
        self.tuned = WordBars(self.tr("Next words after"))
        self.third = WordBars(self.tr("Next words of the third"))
        self._all = (self.base, self.tuned, self.third)
        for bars in self._all:
            bars.word_chosen.connect(lambda word: self.text_chosen.emit(word.text))
        self.links = RankLinks(self.base, self.tuned, self.tr("What changed"))
        self.further_links = RankLinks(self.tuned, self.third, self.tr("What is different with the third"))
        self.shaping = ShapingBar(Shaping(), self.tr("As the model says"))
        self.shaping.reset.setToolTip(self.tr("Show the model's own probabilities again"))
        self.shaping.changed.connect(lambda _: self._ask())
        self.characters = QCheckBox(self.tr("Chinese by characters"))
        self.characters.setToolTip(
            self.tr("In scripts written without spaces, show single characters rather than the words they make")
        )
        self.characters.setChecked(chosen_unit(context) is Unit.CHARACTER)
        self.characters.toggled.connect(self._choose_unit)
        self._pair = QWidget()
        pair = QHBoxLayout(self._pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        pair.addWidget(self.base, 1)
        pair.addWidget(self.links)
        pair.addWidget(self.tuned, 1)
        pair.addWidget(self.further_links)
        pair.addWidget(self.third, 1)
        for part in (self.further_links, self.third):
            part.hide()
        self.save = SaveButton(self.tr("Next words"), self.as_text, self.as_rows, self._pair)
        self.hint = Label()
        self.hint.setProperty("quiet", True)
        # However long its word is, it pushes nothing.
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._say_what_is_asked("")
        below = QHBoxLayout()
        below.addWidget(self.hint, 1)
        below.addWidget(self.characters)
        below.addSpacing(12)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._pair, 1)
        layout.addLayout(below)
        layout.addWidget(self.shaping)

    def ask(self, question: Question) -> None:
        """Answer `question`; what was asked before and still waits is forgotten."""
        if self._question is None or question.third != self._question.third:
            self._context.jobs.cancel("predict.third")
            self.third.show_message("")  # somebody else's words, or nobody's
            for part in (self.further_links, self.third):
                part.setVisible(question.third is not None)
        self._question = question
        self._ask()

    def present(self, is_on: bool) -> None:
        for part in (self.hint, self.characters, self.save, self.shaping):
            part.setVisible(not is_on)

    def as_rows(self) -> Rows:
        rows: list[tuple[object, ...]] = [(self.tr("rank"), self.tr("side"), self.tr("word"), self.tr("probability"))]
        sides = ((self.tr("before"), self.base), (self.tr("after"), self.tuned), (self.tr("also"), self.third))
        for side, bars in sides:
            rows += [(rank, side, word.word, word.probability) for rank, word in enumerate(bars.predictions, start=1)]
        return rows

    def as_text(self) -> str:
        lines = [self._question.text] if self._question else []
        sides = ((self.tr("Before"), self.base), (self.tr("After"), self.tuned), (self.tr("Also"), self.third))
        for side, bars in sides:
            words = quantities.listing(f"{visible(word.word)} {percent(word.probability)}" for word in bars.predictions)
            if words:
                lines.append(quantities.named(side, words))
        return "\n".join(lines)

    def _choose_unit(self, single: bool) -> None:
        choose_unit(self._context, Unit.CHARACTER if single else Unit.WORD)
        self._ask()

    def _ask(self) -> None:
        question = self._question
        if question is None:
            return
        self._say_what_is_asked(self._unfinished(question))
        sides = (
            (question.base, self.base, "predict.base", self._show_base, self._fail_base),
            (question.tuned, self.tuned, "predict.tuned", self._show_tuned, self._fail_tuned),
            (question.third, self.third, "predict.third", self._show_third, self._fail_third),
        )
        nobody = (
            self.tr("There is no pretrained model to ask."),
            self.tr("No run yet. Fine-tune a model, and its next words appear here, beside those from before."),
            "",
        )
        for (model, bars, key, show, fail), reason in zip(sides, nobody, strict=True):
            if model is None:
                bars.show_message(reason)
            elif not question.text.strip():
                bars.show_message(self.tr("The next words appear here as you type."))
            else:
                if not bars.predictions:
                    bars.show_message(self.tr("Asking the model …"))
                ask_for_words(
                    self._context, question.text, model, key, show, fail, typing=question.typing,
                    shaping=self.shaping.shaping(),
                )  # fmt: skip
        if not question.text.strip():
            self._context.jobs.cancel("predict.base", "predict.tuned", "predict.third")

    def _unfinished(self, question: Question) -> str:
        """The last word, where somebody is typing it and one of the two would go on with it."""
        if not question.typing:
            return ""
        services = self._context.services
        with suppress(KnownError):  # who cannot be asked says so in place of the words
            asked = (services.asking.unfinished(model.ref, question.text) for _, model in question.sides)
            return next(filter(None, asked), "")
        return ""

    def _say_what_is_asked(self, unfinished: str) -> None:
        words = self.tr("Click a word to go on with it.")
        if unfinished:
            begun = self.tr("“{word}” may go on: until a space follows, it counts as unfinished.")
            words = begun.format(word=unfinished)
        self.hint.setText(words)
        self.hint.setToolTip(tip(words))

    def _show_base(self, words: Words) -> None:
        self._show(self.base, words)

    def _show_tuned(self, words: Words) -> None:
        self._show(self.tuned, words)

    def _show_third(self, words: Words) -> None:
        self._show(self.third, words)

    def _fail_base(self, error: Exception) -> None:
        self.base.show_message(sentence(error))

    def _fail_tuned(self, error: Exception) -> None:
        self.tuned.show_message(sentence(error))

    def _fail_third(self, error: Exception) -> None:
        self.third.show_message(sentence(error))

    def _show(self, bars: WordBars, words: Words) -> None:
        """A longer bar is a likelier word on every side."""
        others = [other for other in self._all if other is not bars and other.predictions]
        shown = (*words, *(word for other in others for word in other.predictions))
        full = max((word.probability for word in shown), default=None)
        bars.show_predictions(words, full)
        for other in others:
            other.show_predictions(other.predictions, full)
