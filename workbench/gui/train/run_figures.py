"""The numbers of a running run: how well it does, steps, time left, speed, and what its task measures or its rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from workbench.gui.plain import Label, tip
from workbench.gui.words import headlines, measures, quantities
from workbench.tasks.task import Headline, Shown
from workbench.training.events import Event, StepMeasured, Validated
from workbench.values.measurement import stored_as
from workbench.values.run import Run


class RunFigures(QFrame):
    """The numbers of a run, each under its plain name, in one row or, where that is too narrow, in two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: float | None = None
        self._best: tuple[float, int] | None = None  # loss and step of what is kept so far
        self._is_paused = False
        self._headline = Headline.PERPLEXITY
        self.headline = Figure("")
        self.progress = Figure(self.tr("Step"))
        self.time_left = Figure(self.tr("Time left"))
        self.speed = Figure(self.tr("Speed"))
        self.learning_rate = Figure(self.tr("Learning rate"))
        self.gradient_norm = Figure(self.tr("Gradient norm"))
        # What a task measures beside the loss stands in the place of the last two, which have curves as well.
        self.of_task = (Figure(""), Figure(""))
        self._measured: dict[str, Figure] = {}  # of them, those that the task has, by TASK/FIGURE
        self._base_figures: Mapping[str, float] = {}
        self._every = (
            self.headline, *self.of_task, self.progress, self.time_left, self.speed, self.learning_rate,
            self.gradient_norm,
        )  # fmt: skip
        self._figures: tuple[Figure, ...] = self._every
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self.clear(Shown(headline=self._headline))

    def clear(self, shown: Shown, task: str = "") -> None:
        """Empty, for a run of which this is to be seen."""
        self._headline = headline = shown.headline
        self.headline.name(headlines.translated(headlines.CAPTIONS, headline))
        names = [stored_as(task, figure.name) for figure in shown.figures] if task else []
        self._measured = dict(zip(names, self.of_task, strict=False))
        for name, figure in self._measured.items():
            figure.name(measures.measure(name))
        left_out = (self.learning_rate, self.gradient_norm)[2 - len(self._measured) :] if self._measured else ()
        unused = (*self.of_task[len(self._measured) :], *left_out)
        self._figures = tuple(figure for figure in self._every if figure not in unused)
        for figure in self._every:
            self._grid.removeWidget(figure)
            figure.setParent(self)  # else it would be shown as a window of its own
            figure.setVisible(figure not in unused)
        self._arrange(self._columns())
        self._base = self._best = None
        self._base_figures = {}
        self._is_paused = False
        for figure in self._every:
            figure.show_value("–")

    def show_run(self, run: Run) -> None:
        """From what the run began from to what is kept of it: the figures that are told of it everywhere."""
        self._base = run.base_validation_loss
        if run.best_validation_loss is not None and run.kept_step is not None:
            self._best = run.best_validation_loss, run.kept_step
        self.headline.show_value(headlines.change_of(run))
        self._base_figures = run.base_figures
        self._show_figures(run.best_figures)

    def _show_figures(self, found: Mapping[str, float]) -> None:
        """What the task measures, from what the run began from to these weights."""
        for name, figure in self._measured.items():
            before, after = (measures.figure_value_of(name, each.get(name)) for each in (self._base_figures, found))
            figure.show_value(quantities.change(before, after) if name in self._base_figures else after)

    def _show_look(self, look: Validated) -> None:
        """The newest weights' figure while they learn, and, where that is another, that of the best so far."""
        change = headlines.change(self._headline, self._base, look.loss)
        if look.is_best or self._best is None:
            self._best = look.loss, look.step
        best, step = self._best
        words = self.tr("Of the newest weights, step {now}; the best so far, of step {step}, came to {best}")
        now, at = map(QLocale().toString, (look.step, step))
        told = words.format(now=now, step=at, best=headlines.FIGURES[self._headline](best))
        self.headline.show_value(change, told)

    def show_paused(self, paused: bool) -> None:
        """While nothing is done, no time runs down; how much is left is known again with the next step."""
        self._is_paused = paused
        self.time_left.show_value("–")

    def take(self, events: Sequence[Event]) -> None:
        for event in events:
            match event:
                case Validated(step=0, loss=loss):
                    self._base, self._best = loss, (loss, 0)
                    self.headline.show_value(headlines.FIGURES[self._headline](loss))
                    self._show_figures(event.figures)
                    self._base_figures = event.figures
                case Validated():
                    self._show_look(event)
                    self._show_figures(event.figures)
        last = next((event for event in reversed(events) if isinstance(event, StepMeasured)), None)
        if last:
            step, total = map(QLocale().toString, (last.step, last.total_steps))
            self.progress.show_value(self.tr("{step} of {total}").format(step=step, total=total))
            if not self._is_paused:  # steps that were made before may be told of afterwards
                self.time_left.show_value(quantities.duration(last.seconds_left))
            self.speed.show_value(quantities.speed(last.tokens_per_second))
            self.learning_rate.show_value(quantities.decimal(last.learning_rate, 3))
            self.gradient_norm.show_value(quantities.plain(last.gradient_norm))

    def minimumSizeHint(self) -> QSize:
        """That of two rows: with that of one, it could never become narrow enough for two."""
        width = max(self._needed(self._figures[:3]), self._needed(self._figures[3:]))
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._columns())

    def _columns(self) -> int:
        one_row = self.width() >= self._needed(self._figures)
        return len(self._figures) if one_row else len(self._figures) // 2

    def _needed(self, figures: Sequence[Figure]) -> int:
        """The width of `figures` beside each other, each as wide as the widest, with room for longer numbers."""
        widest = max(figure.minimumSizeHint().width() for figure in self._figures)
        return len(figures) * widest + (len(figures) - 1) * self._grid.horizontalSpacing()

    def _arrange(self, columns: int) -> None:
        for place, figure in enumerate(self._figures):
            self._grid.addWidget(figure, place // columns, place % columns)
        for column in range(len(self._every)):
            self._grid.setColumnStretch(column, int(column < columns))


class Figure(QWidget):
    """One number and what it is."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label(caption)
        self._caption.setProperty("quiet", True)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self._value = Label("–")
        self._value.setProperty("figure", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._caption, 1)
        layout.addWidget(self._value)

    def name(self, caption: str) -> None:
        self._caption.setText(caption)

    @property
    def value(self) -> str:
        return self._value.text()

    def show_value(self, value: str, more: str = "") -> None:
        """`more` is told to whoever points at it."""
        self._value.setText(value)
        self._value.setAccessibleName(quantities.named(self._caption.text(), value))
        self._value.setAccessibleDescription(more)
        self.setToolTip(tip(more))
