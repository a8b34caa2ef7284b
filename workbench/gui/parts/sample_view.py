"""What a model makes of the pinned prompts: the next words before fine-tuning and now, and how it goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from workbench.gui.parts.word_bars import WordBars
from workbench.gui.plain import Label, tip
from workbench.values.prediction import Sample


class SampleView(QWidget):
    """One prompt at a time; with several of them, a box above the bars switches between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: dict[str, Sample] = {}
        self._now: dict[str, Sample] = {}
        self._nothing = self.tr("Nothing yet")
        self._title = Label()
        self._title.setWordWrap(True)
        self.switch = QComboBox()
        self.switch.setAccessibleName(self.tr("Pinned prompt that is shown"))
        # A long prompt is cut short in the box, where it would otherwise push the window wider.
        self.switch.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.switch.setMinimumContentsLength(24)
        self.switch.currentIndexChanged.connect(self._draw)
        self.before = WordBars(self.tr("Next words before fine-tuning"), tone="quiet")
        self.now = WordBars(self.tr("Next words now"))
        self._now_title = Label()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("How the model goes on with the prompt"))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self.switch, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(top, 0, 0, 1, 3)
        titles = (Label(self.tr("Before fine-tuning")), self._now_title, Label(self.tr("It goes on")))
        for column, (title, body) in enumerate(zip(titles, (self.before, self.now, self.text), strict=True)):
            title.setProperty("quiet", True)
            grid.addWidget(title, 1, column)
            grid.addWidget(body, 2, column)
            grid.setColumnStretch(column, 1)
        self.clear()

    @property
    def prompt(self) -> str:
        """The one that is shown; empty where there is none yet."""
        return self.switch.currentData() or ""

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
        before = {prediction.word for prediction in self.before.predictions}
        now = (prediction.word for prediction in self.now.predictions)
        new = [word for word in now if word not in before and any(map(str.isalnum, word))][:4]
        if not before or not new:
            return ""
        return self.tr("New among its next words after “{prompt}”: {words}.").format(
            prompt=self.prompt, words=", ".join(new)
        )

    def _draw(self) -> None:
        several = self.switch.count() > 1
        self.switch.setVisible(several)
        if several:
            self._title.setText(self.tr("Next words after"))
        elif self.prompt:
            self._title.setText(self.tr("Next words after “{prompt}”").format(prompt=self.prompt))
        else:
            self._title.setText(self.tr("The next words after the pinned prompt appear here."))
        before, now = self._before.get(self.prompt), self._now.get(self.prompt)
        # Both keep one scale, so that a bar that grew is longer.
        found = [prediction for sample in (before, now) if sample for prediction in sample.predictions]
        full = max((prediction.probability for prediction in found), default=1.0)
        for bars, sample in ((self.before, before), (self.now, now)):
            if sample:
                bars.show_predictions(sample.predictions, full)
            else:
                bars.show_message(self._nothing)
        self._now_title.setText(self.tr("After step {step}").format(step=now.step) if now else self.tr("After"))
        newest = now or before
        self.text.setPlainText(newest.prompt + newest.text if newest else "")
