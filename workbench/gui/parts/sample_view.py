"""What a model makes of the pinned prompts, before fine-tuning and now: next words and how it goes on, or labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from workbench.gui.parts.word_bars import WordBars
from workbench.gui.plain import Label, tip
from workbench.gui.steady import ComboBox
from workbench.gui.words import quantities
from workbench.values.prediction import Sample

SHOWN = 60  # characters of a prompt in a sentence


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
        self._is_of_labels = False
        self.before = WordBars(self.tr("Next words before fine-tuning"), tone="quiet")
        self.now = WordBars(self.tr("Next words now"))
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
        self._text_title = Label(self.tr("It goes on"))
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

    def show_kind(self, *, is_of_labels: bool) -> None:
        """Whether what it makes of a prompt are labels, with which no text goes on."""
        self._is_of_labels = is_of_labels
        for part in (self._text_title, self.text):
            part.setVisible(not is_of_labels)
        self._grid.setColumnStretch(2, int(not is_of_labels))
        for bars, name, label in (
            (self.before, self.tr("Next words before fine-tuning"), self.tr("Classes before fine-tuning")),
            (self.now, self.tr("Next words now"), self.tr("Classes now")),
        ):
            bars.show_names(is_of_labels)
            bars.setAccessibleName(label if is_of_labels else name)
        self._draw()

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
        return self.tr("New among its next words after “{prompt}”: {words}.").format(
            prompt=self.prompt, words=quantities.listing(new)
        )

    def _other_label(self) -> str:
        """That the class of the prompt is another one now."""
        before, now = (side[0].word if (side := bars.predictions) else "" for bars in (self.before, self.now))
        if not before or not now or before == now:
            return ""
        return self.tr("It holds “{prompt}” to be {now} now, and not {before}.").format(
            prompt=_shortened(self.prompt), now=now, before=before
        )

    def _draw_title(self) -> None:
        several = self.switch.count() > 1
        self.switch.setVisible(several)
        if several:
            self._title.setText(self.tr("Labels of") if self._is_of_labels else self.tr("Next words after"))
        elif self.prompt:
            words = self.tr("Labels of “{prompt}”") if self._is_of_labels else self.tr("Next words after “{prompt}”")
            self._title.setText(words.format(prompt=_shortened(self.prompt) if self._is_of_labels else self.prompt))
        elif self._is_of_labels:
            self._title.setText(self.tr("The labels of the pinned prompt appear here."))
        else:
            self._title.setText(self.tr("The next words after the pinned prompt appear here."))

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
        self.text.setPlainText(newest.prompt + newest.text if newest else "")


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
