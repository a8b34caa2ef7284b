"""The curves of a run while it learns, and of a run afterwards: loss, learning rate, gradient norm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from workbench.gui.faces import Tabs
from workbench.gui.plots.growing_curve import Floats, Smoother
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.gui.words import headlines, measures
from workbench.tasks.task import Headline
from workbench.training.events import Event, StepMeasured, Validated
from workbench.values.measurement import Curve
from workbench.values.run import Run

QUIET = -1


class RunCurves(Tabs):
    """A plot in each tab. `take` adds what just happened; `show_run` shows what is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = self.tr("step")
        self.loss = LinePlot(
            self.tr("Loss curves"), step, self.tr("loss (nats)"), self.tr("No loss has been measured yet."),
        )  # fmt: skip
        self.learning_rate = LinePlot(
            self.tr("Learning rate curve"), step, self.tr("learning rate"), self.tr("No step has been made yet.")
        )
        self.gradient_norm = LinePlot(
            self.tr("Gradient norm curve"), step, self.tr("gradient norm (before clipping)"),
            self.tr("No step has been made yet."),
        )  # fmt: skip
        self._places = {
            "validation_loss": self.loss, "learning_rate": self.learning_rate, "gradient_norm": self.gradient_norm,
        }  # fmt: skip
        self._of_task: dict[str, LinePlot] = {}  # the figures that the run's task measures, as TASK/FIGURE
        self._smoother = Smoother()
        self._base: float | None = None
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setAccessibleName(self.tr("Curves"))
        self.addTab(self.loss, self.tr("Loss"))
        self.addTab(self.learning_rate, self.tr("Learning rate"))
        self.addTab(self.gradient_norm, self.tr("Gradient norm"))
        self.show_nothing()

    def take(self, events: Sequence[Event]) -> None:
        """Add what a running loop told and draw once."""
        steps = [event for event in events if isinstance(event, StepMeasured)]
        validations = [event for event in events if isinstance(event, Validated)]
        looks = [event.step for event in validations]
        for event in validations:
            if event.is_best:
                self._mark_kept(event.step, event.loss)
        self.loss.extend("validation_loss", looks, [event.loss for event in validations])
        self._base = next((event.loss for event in validations if event.step == 0), self._base)
        numbers = [event.step for event in steps]
        self._extend_loss(numbers, [event.loss for event in steps])
        self.learning_rate.extend("learning_rate", numbers, [event.learning_rate for event in steps])
        self.gradient_norm.extend("gradient_norm", numbers, [event.gradient_norm for event in steps])
        for event in validations:
            for name, value in event.figures.items():
                self.plot_of(name).extend(name, [event.step], measures.drawn(name, np.array([value])))
        self._redraw(steps[-1].total_steps if steps else None)

    def show_run(self, run: Run, measurements: Mapping[str, Curve], until: int | None = None) -> None:
        """What is stored of one run, up to and with step `until`; `take` goes on from there."""
        self.show_nothing()
        self.tell(headlines.headline_of(run))
        self._base = run.base_validation_loss
        for name, curve in measurements.items():
            known = slice(None) if until is None else curve.steps <= until
            steps, values = curve.steps[known], curve.values[known]
            if name == "loss":
                self._extend_loss(steps, values)
            elif name in self._places:
                self._places[name].extend(name, steps, values)
            elif "/" in name:
                self.plot_of(name).extend(name, steps, measures.drawn(name, values))
        if run.kept_step is not None and run.best_validation_loss is not None:
            self._mark_kept(run.kept_step, run.best_validation_loss)
        self._redraw(run.total_steps or None)

    def show_nothing(self) -> None:
        """Empty plots, for one run."""
        self._smoother = Smoother()
        self._base = None
        for plot in self._of_task.values():
            self.removeTab(self.indexOf(plot))
            plot.deleteLater()
        self._of_task.clear()
        for plot in self._plots:
            plot.remove_lines()
        self.loss.add_line("loss", LineStyle(self.tr("training"), 0, width=1.0, opacity=0.35))
        self.loss.add_line("smooth", LineStyle(self.tr("smoothed"), 0))
        self.loss.add_line("base", LineStyle(self.tr("before fine-tuning"), QUIET, width=1.5, dash=1))
        self.loss.add_line("validation_loss", LineStyle(self.tr("validation (unseen text)"), 1, marker="o"))
        self.loss.add_line("kept", LineStyle(self.tr("kept as its model"), 2, width=0.0, marker="star"))
        self.learning_rate.add_line("learning_rate", LineStyle("", 0))
        self.gradient_norm.add_line("gradient_norm", LineStyle("", 0, width=1.0))
        self._draw()

    def tell(self, headline: Headline) -> None:
        """Name the axis of the loss after the figure in which a task's is told."""
        self.loss.name_axes(self.tr("step"), headlines.translated(headlines.AXES, headline))

    @property
    def _plots(self) -> tuple[LinePlot, ...]:
        return (self.loss, self.learning_rate, self.gradient_norm, *self._of_task.values())

    def plot_of(self, name: str) -> LinePlot:
        """In a tab of its own, which is there from when the figure is first measured.

        They stand in the order of their names, in whichever they are told: of a run that goes on, that is another one.
        """
        if name not in self._of_task:
            title = measures.measure(name)
            plot = LinePlot(title, self.tr("step"), measures.unit(name), self.tr("Nothing has been measured yet."))
            plot.add_line(name, LineStyle("", 1, marker="o"))
            self._of_task[name] = plot
            place = sorted(self._of_task, key=lambda each: each.split("/")).index(name)
            self.insertTab(1 + place, plot, title)  # behind the loss, before what is looked at seldom
        return self._of_task[name]

    def _mark_kept(self, step: int, loss: float) -> None:
        self.loss.replace("kept", [step], [loss])

    def _extend_loss(self, steps: Sequence[float] | Floats, losses: Sequence[float] | Floats) -> None:
        self.loss.extend("loss", steps, losses)
        self.loss.extend("smooth", steps, self._smoother.extend(losses))

    def _redraw(self, total_steps: int | None) -> None:
        """Draw one run; the planned steps make room to the right, and the base model's loss reaches across it."""
        if total_steps is not None:
            for plot in self._plots:
                plot.show_until(total_steps)
        if self._base is not None:
            self.loss.replace("base", [0, self.loss.until or 100], [self._base, self._base])
        self._draw()

    def _draw(self) -> None:
        for plot in self._plots:
            plot.redraw()
