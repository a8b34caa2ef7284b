"""The curves of several runs over each other: any of them, over steps, tokens or time, smoothed as one likes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.experiments.comparing import Comparable, Floats, Measure, XAxis, comparable, in_bits, positions, smoothed
from workbench.gui.history.curve_reader import CurvesOfRun
from workbench.gui.plain import Label, tip
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.gui.steady import ComboBox, Slider
from workbench.gui.words import measures, quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.quantities import plain

FEW = 60  # points: so few are drawn as they were measured, each with its marker
SERIES = 6  # colours
LOSSES = ("validation_loss", "loss")  # that can be drawn in bits per byte
SMOOTHING = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995)  # memories of the average, along the slider


class ComparedCurves(QWidget):
    """Draws what it is given, and says which curves it would like to be given."""

    measures_chosen = Signal(tuple)  # names

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[CurvesOfRun, ...] = ()
        self.plot = LinePlot(
            self.tr("Curves of several runs"), measures.axis(XAxis.STEPS), "",
            self.tr("None of these runs has such a curve yet."),
        )  # fmt: skip
        self.choose = QPushButton()
        self.choose.setAccessibleName(self.tr("Which curves"))
        self._menu = QMenu(self)
        self.choose.setMenu(self._menu)
        self._chosen: tuple[str, ...] = ("validation_loss",)
        # In the same menu, for beside it is no room; the axis says which is chosen.
        self._units = QActionGroup(self)
        for unit, title in (
            (Measure.BITS, self.tr("Losses in bits per byte")),
            (Measure.LOSS, self.tr("Losses in nats")),
        ):
            action = QAction(title, self._units, checkable=True, checked=unit is Measure.LOSS)
            action.setData(unit)
        self._units.triggered.connect(lambda _: self._draw())
        self.over = ComboBox()
        self.over.setAccessibleName(self.tr("What the curves are drawn over"))
        for over in XAxis:
            self.over.addItem(self.tr("over {axis}").format(axis=measures.axis(over)), over)
        self.over.currentIndexChanged.connect(self._draw)
        self._ranking = Comparable(Measure.LOSS)
        self.smoothing = Slider(Qt.Orientation.Horizontal)
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.smoothing.setRange(0, len(SMOOTHING) - 1)
        self.smoothing.setPageStep(1)
        self.smoothing.setValue(SMOOTHING.index(0.9))
        self.smoothing.setFixedWidth(6 * self.fontMetrics().averageCharWidth())
        self.smoothing.setToolTip(
            self.tr(
                "A moving average of each curve; the measured line stays behind it."
                " Curves of few points stay as measured."
            )
        )
        self.smoothing.valueChanged.connect(self._draw)
        self._memory = Label()
        self._memory.setProperty("quiet", True)
        self._memory.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.999"))
        self.log_x = self._axis_box(self.tr("log x"), self.tr("Logarithmic horizontal axis"))
        self.log_y = self._axis_box(self.tr("log y"), self.tr("Logarithmic vertical axis"))
        self.show_all = QPushButton(self.tr("Show all"))
        self.show_all.setProperty("link", True)
        self.show_all.setToolTip(self.tr("Wheel and drag look closer; this shows everything again"))
        self.show_all.clicked.connect(self.plot.show_everything)
        self._lay_out()
        self._offer(())

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the curves that are shown of each run."""
        return self._chosen

    def show_runs(self, runs: Sequence[CurvesOfRun]) -> None:
        """The first runs are drawn first; each keeps its colour and dash whichever curves are chosen."""
        others = {each.run.id for each in runs} != {each.run.id for each in self._runs}
        self._runs = tuple(runs)
        found = [each.run for each in runs]
        is_news = comparable(found) != self._ranking  # the bytes of older runs were counted meanwhile
        self._ranking = comparable(found)
        if others or is_news:
            self._check_unit(self._ranking.unit)
        self._offer(tuple(dict.fromkeys(name for run in runs for name in run.names)))
        self._draw()

    def choose_measures(self, names: Sequence[str]) -> None:
        self._chosen = tuple(names)
        self._offer(tuple(action.data() for action in self._actions()))
        self.measures_chosen.emit(self._chosen)

    def _draw(self) -> None:
        over, memory = XAxis(self.over.currentData()), SMOOTHING[self.smoothing.value()]
        self._memory.setText(plain(memory) if memory else self.tr("off"))
        self.plot.remove_lines()
        units = dict.fromkeys(self._unit_of(name) for name in self._chosen)
        self.plot.name_axes(measures.axis(over), quantities.listing(units))
        self._draw_lines(over, memory)
        self.plot.show_logarithmic(self.log_x.isChecked(), self.log_y.isChecked())
        self.plot.show_everything()

    @property
    def unit(self) -> Measure:
        """What losses are measured in."""
        return next(Measure(action.data()) for action in self._units.actions() if action.isChecked())

    def choose_unit(self, unit: Measure) -> None:
        self._check_unit(unit)
        self._draw()

    def _check_unit(self, unit: Measure) -> None:
        for action in self._units.actions():
            action.setChecked(Measure(action.data()) is unit)

    def _unit_of(self, name: str) -> str:
        return measures.loss_unit(self.unit, self._ranking) if name in LOSSES else measures.unit(name)

    def _values(self, run: CurvesOfRun, name: str) -> Floats | None:
        """None where a run's loss is not known in bits per byte."""
        values = measures.drawn(name, run.curves[name].values)
        return in_bits(run.run, values) if name in LOSSES and self.unit is Measure.BITS else values

    def _draw_lines(self, over: XAxis, memory: float) -> None:
        """First what was measured, faint, then, above all of it, the smoothed lines."""
        lines = []
        for number, run in enumerate(self._runs):
            for place, name in enumerate(self._chosen):
                values = self._values(run, name) if name in run.curves else None
                if values is None:
                    continue
                curve = run.curves[name]
                title = run.run.name if len(self._chosen) == 1 else f"{run.run.name} · {measures.measure(name)}"
                few = len(curve.steps) <= FEW
                style = LineStyle(
                    title, number % SERIES, width=2.0 if not place else 1.2, dash=_dash(number),
                    marker="ostd"[place % 4] if few else "",
                )  # fmt: skip
                x = positions(run.run, curve, over)
                if memory and not few:
                    self.plot.add_line(f"raw {number} {name}", LineStyle("", number % SERIES, width=1.0, opacity=0.22))
                    self.plot.extend(f"raw {number} {name}", x, values)
                    lines.append((f"{number} {name}", style, x, smoothed(values, memory)))
                else:
                    lines.append((f"{number} {name}", style, x, values))
                kept = curve.steps == run.run.kept_step
                if name == "validation_loss" and kept.any():
                    star = LineStyle("", number % SERIES, width=0.0, marker="star")
                    lines.append((f"kept {number}", star, x[kept], values[kept]))
        for key, style, x, y in lines:
            self.plot.add_line(key, style)
            self.plot.extend(key, x, y)

    def _offer(self, names: Sequence[str]) -> None:
        """The curves that there are, in the order that is most asked for."""
        offered = tuple(dict.fromkeys((*measures.MEASURES, *names)))
        if offered != tuple(action.data() for action in self._actions()):
            self._empty_menu()
            for name in offered:
                action = QAction(measures.measure(name), self._menu, checkable=True)
                action.setData(name)
                action.toggled.connect(self._choose)
                self._menu.addAction(action)
            self._menu.addSeparator()
            self._menu.addActions(self._units.actions())
        for action in self._actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() in self._chosen)
        if len(self._chosen) == 1:
            title = measures.measure(self._chosen[0])
        else:
            title = Counts.tr("%Ln curves each", "", len(self._chosen))
        self.choose.setText(f"{title} ▾")

    def _empty_menu(self) -> None:
        """`QMenu.clear` of PySide would delete the units as well, which are offered again."""
        gone = self._actions()
        for action in self._menu.actions():
            self._menu.removeAction(action)
        for action in gone:
            action.deleteLater()

    def _choose(self) -> None:
        self.choose_measures([action.data() for action in self._actions() if action.isChecked()])

    def _actions(self) -> list[QAction]:
        """Those of the menu that choose a curve."""
        others = self._units.actions()
        return [action for action in self._menu.actions() if action not in others and not action.isSeparator()]

    def _axis_box(self, text: str, name: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setAccessibleName(name)
        box.setToolTip(tip(name))
        box.toggled.connect(self._draw)
        return box

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.choose)
        bar.addWidget(self.over)
        bar.addStretch()
        for widget in (
            Label(self.tr("Smoothing")),
            self.smoothing,
            self._memory,
            self.log_x,
            self.log_y,
            self.show_all,
        ):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.plot, 1)


def _dash(number: int) -> int:
    """Neighbours differ in dash as well as in colour, and only the 25th looks like the first."""
    return (number + number // 12) % 4
