"""What a model makes of the pinned prompts, before fine-tuning and now: next words and how it goes on, what it answers,
or labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from workbench.gui.parts.word_bars import WordBars
from workbench.gui.plain import Label, tip
from workbench.gui.steady import ComboBox
from workbench.gui.words import quantities
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.task import Shown
from workbench.values.prediction import Sample

SHOWN = 60  # characters of a prompt in a sentence


@dataclass(frozen=True)
class _Words:
    """What stands around that which is made of prompts."""

    empty: str
    of_several: str
    of_one: str  # with {prompt}
    before: str
    now: str
    text: str = ""  # what is written on, where it is


_NEXT_WORDS = _Words(
    QT_TRANSLATE_NOOP("SampleView", "The next words after the pinned prompt appear here."),
    QT_TRANSLATE_NOOP("SampleView", "Next words after"),
    QT_TRANSLATE_NOOP("SampleView", "Next words after “{prompt}”"),
    QT_TRANSLATE_NOOP("SampleView", "Next words before fine-tuning"),
    QT_TRANSLATE_NOOP("SampleView", "Next words now"),
    QT_TRANSLATE_NOOP("SampleView", "It goes on"),
)
_ANSWERS = _Words(
    QT_TRANSLATE_NOOP("SampleView", "The answer to the pinned prompt appears here."),
    QT_TRANSLATE_NOOP("SampleView", "First words of the answer to"),
    QT_TRANSLATE_NOOP("SampleView", "First words of the answer to “{prompt}”"),
    QT_TRANSLATE_NOOP("SampleView", "First words of the answer before fine-tuning"),
    QT_TRANSLATE_NOOP("SampleView", "First words of the answer now"),
    QT_TRANSLATE_NOOP("SampleView", "It answers"),
)
_LABELS = _Words(
    QT_TRANSLATE_NOOP("SampleView", "The labels of the pinned prompt appear here."),
    QT_TRANSLATE_NOOP("SampleView", "Labels of"),
    QT_TRANSLATE_NOOP("SampleView", "Labels of “{prompt}”"),
    QT_TRANSLATE_NOOP("SampleView", "Classes before fine-tuning"),
    QT_TRANSLATE_NOOP("SampleView", "Classes now"),
)


class SampleView(QWidget):
    """One prompt at a time; with several of them, a box above the bars switches between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: dict[str, Sample] = {}
        self._now: dict[str, Sample] = {}
        self._nothing = self.tr("Nothing yet")
        self._title = Label()
        self._title.setWordWrap(True)
        self.switch = ComboBox()
        self.switch.setAccessibleName(self.tr("Pinned prompt that is shown"))
        # A long prompt is cut short in the box, where it would otherwise push the window wider.
        self.switch.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.switch.setMinimumContentsLength(24)
        self.switch.currentIndexChanged.connect(self._draw)
        self._words = _NEXT_WORDS
        self.before = WordBars(_translated(_NEXT_WORDS.before), tone="quiet")
        self.now = WordBars(_translated(_NEXT_WORDS.now))
        self.tagged = tuple(_tagged() for _ in range(2))
        self._sides = tuple(
            _beside(bars, text) for bars, text in zip((self.before, self.now), self.tagged, strict=True)
        )
        self._now_title = Label()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(3 * self.text.fontMetrics().lineSpacing())
        self.text.setAccessibleName(self.tr("How the model goes on with the prompt"))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self.switch, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(top, 0, 0, 1, 3)
        self._text_title = Label(_translated(_NEXT_WORDS.text))
        titles = (Label(self.tr("Before fine-tuning")), self._now_title, self._text_title)
        for column, (title, body) in enumerate(zip(titles, (*self._sides, self.text), strict=True)):
            title.setProperty("quiet", True)
            grid.addWidget(title, 1, column)
            grid.addWidget(body, 2, column)
            grid.setColumnStretch(column, 1)
        self._grid = grid
        self.clear()

    @property
    def prompt(self) -> str:
        """The one that is shown; empty where there is none yet."""
        return self.switch.currentData() or ""

    def show_kind(self, shown: Shown) -> None:
        """What a task makes of a prompt; with labels no text goes on."""
        self._words = _LABELS if shown.tells_labels_of_prompts else _ANSWERS if shown.answers else _NEXT_WORDS
        self._text_title.setText(_translated(self._words.text))
        for part in (self._text_title, self.text):
            part.setVisible(not self._is_of_labels)
        goes_on, answers = self.tr("How the model goes on with the prompt"), self.tr("What the model answers")
        self.text.setAccessibleName(answers if self._words is _ANSWERS else goes_on)
        self._grid.setColumnStretch(2, int(not self._is_of_labels))
        for bars, name in ((self.before, self._words.before), (self.now, self._words.now)):
            bars.show_names(self._is_of_labels)
            bars.setAccessibleName(_translated(name))
        self._draw()

    @property
    def _is_of_labels(self) -> bool:
        return self._words is _LABELS

    def show_prompt(self, number: int) -> None:
        """One of several prompts, counted from 0, if there is such a one."""
        if number < self.switch.count():
            self.switch.setCurrentIndex(number)

    def clear(self) -> None:
        self._before.clear()
        self._now.clear()
        self.switch.clear()
        self._draw()

    def say_nothing(self, words: str) -> None:
        """What stands where there are no words."""
        self._nothing = words
        self._draw()

    def take(self, sample: Sample) -> None:
        """Step 0 is the model before fine-tuning; a later sample is how it is then."""
        (self._now if sample.step else self._before)[sample.prompt] = sample
        if self.switch.findData(sample.prompt) < 0:
            self.switch.addItem(sample.prompt, sample.prompt)
            self.switch.setItemData(self.switch.count() - 1, tip(sample.prompt), Qt.ItemDataRole.ToolTipRole)
        self._draw()

    def show_samples(self, samples: Sequence[Sample]) -> None:
        """These instead of the ones before; the prompt that was shown stays in view where it is among them."""
        shown = self.prompt
        self.clear()
        for sample in samples:
            self.take(sample)
        self.switch.setCurrentIndex(max(self.switch.findData(shown), min(self.switch.count(), 1) - 1))

    def difference_in_words(self) -> str:
        """What it says now and did not say before; empty where there is nothing new to tell."""
        if self._is_of_labels:
            return self._other_label()
        before = {prediction.word for prediction in self.before.predictions}
        now = (prediction.word for prediction in self.now.predictions)
        new = [word for word in now if word not in before and any(map(str.isalnum, word))][:4]
        if not before or not new:
            return ""
        listed = quantities.listing(new)
        if self._words is _ANSWERS:
            said = self.tr("Its answer to “{prompt}” may now begin with: {words}.")
            return said.format(prompt=_shortened(self.prompt), words=listed)
        return self.tr("New among its next words after “{prompt}”: {words}.").format(prompt=self.prompt, words=listed)

    def _other_label(self) -> str:
        """That the class of the prompt is another one now."""
        before, now = (side[0].word if (side := bars.predictions) else "" for bars in (self.before, self.now))
        if not before or not now or before == now:
            return ""
        return self.tr("It holds “{prompt}” to be {now} now, and not {before}.").format(
            prompt=_shortened(self.prompt), now=now, before=before
        )

    def _draw_title(self) -> None:
        several, words = self.switch.count() > 1, self._words
        self.switch.setVisible(several)
        if several:
            self._title.setText(_translated(words.of_several))
        elif self.prompt:
            prompt = self.prompt if words is _NEXT_WORDS else _shortened(self.prompt)
            self._title.setText(_translated(words.of_one).format(prompt=prompt))
        else:
            self._title.setText(_translated(words.empty))

    def _draw(self) -> None:
        self._draw_title()
        before, now = self._before.get(self.prompt), self._now.get(self.prompt)
        # Both keep one scale, so that a bar that grew is longer.
        found = [prediction for sample in (before, now) if sample for prediction in sample.predictions]
        full = 1.0 if self._is_of_labels else max((prediction.probability for prediction in found), default=1.0)
        sides = zip((self.before, self.now), self.tagged, self._sides, (before, now), strict=True)
        for bars, text, stack, sample in sides:
            is_tagged = self._is_of_labels and sample is not None and not sample.predictions
            stack.setCurrentWidget(text if is_tagged else bars)
            text.setPlainText(sample.text if is_tagged and sample else "")
            if sample:
                bars.show_predictions(sample.predictions, full)
            else:
                bars.show_message(self._nothing)
        step = "" if now is None else QLocale().toString(now.step)
        self._now_title.setText(self.tr("After step {step}").format(step=step) if now else self.tr("After"))
        newest = now or before
        begun = newest.prompt if newest and self._words is _NEXT_WORDS else ""
        self.text.setPlainText(begun + newest.text if newest else "")


def _translated(text: str) -> str:
    return QCoreApplication.translate("SampleView", text)


def _tagged() -> QPlainTextEdit:
    """For a prompt whose words have tags."""
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setAccessibleName(QCoreApplication.translate("SampleView", "The prompt with the tags of its words"))
    return text


def _beside(bars: WordBars, text: QPlainTextEdit) -> QStackedWidget:
    stack = QStackedWidget()
    for widget in (bars, text):
        stack.addWidget(widget)
    return stack


def _shortened(prompt: str) -> str:
    return prompt if len(prompt) <= SHOWN else f"{prompt[:SHOWN].rstrip()} …"
