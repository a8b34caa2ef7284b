"""What a run made of its pinned prompts while it learnt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.parts.sample_view import SampleView
from workbench.gui.steady import Slider
from workbench.tasks.task import Shown
from workbench.values.prediction import Sample


class RunSamples(QWidget):
    """What the model made of the pinned prompts; a slider goes through the steps at which it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[tuple[Sample, ...], ...] = ()
        self._view = SampleView()
        self._slider = Slider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(self.tr("Step of the sample"))
        self._slider.setPageStep(1)
        self._slider.valueChanged.connect(self._show_step)
        layout = QVBoxLayout(self)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._slider)

    def show_samples(self, samples: Sequence[Sample], kept_step: int | None, shown: Shown) -> None:
        """`samples` by step; each step is one place on the slider, which begins at the weights that are kept."""
        self._view.show_kind(shown)
        self._steps = tuple(tuple(found) for _, found in groupby(samples, key=lambda sample: sample.step))
        last = max(len(self._steps) - 1, 0)
        kept = next((place for place, found in enumerate(self._steps) if found[0].step == kept_step), last)
        self._slider.setVisible(last > 1)
        self._slider.setRange(min(1, last), last)
        self._slider.setValue(kept)
        self._show_step(kept)

    def _show_step(self, number: int) -> None:
        # What came before stays in view beside the step that was chosen.
        self._view.show_samples([sample for step in {0, number} if self._steps for sample in self._steps[step]])
