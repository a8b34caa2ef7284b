"""How well a run predicts a part of its text, beside what it started from, and how sure the difference is."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.experiments.against_base import Comparison, compare
from workbench.experiments.kept import keep, kept
from workbench.gui import quantities
from workbench.gui.context import Context
from workbench.gui.figure_table import FigureTable
from workbench.gui.finding_view import FindingView, SplitBox, heading, set_tone, words
from workbench.gui.legend import LineStyle
from workbench.gui.line_plot import LinePlot
from workbench.gui.saving import Rows, SaveButton
from workbench.records import Evaluation, Run, Split

_PLOT_HEIGHT = 250


class EvaluationView(FindingView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.about.setText(
            self.tr("Reads a part of the text word by word and counts how often it is surprised, before and after.")
        )
        self.start.setText(self.tr("Evaluate"))
        self.split = SplitBox((Split.VALIDATION, Split.TEST, Split.TRAIN))
        self.split.currentIndexChanged.connect(lambda: self._show_kept())
        self.verdict = words("")
        self.table = FigureTable(
            self.tr("Figures before and after"), [self.tr("Figure"), self.tr("Before"), self.tr("After")], 0
        )
        self.calibration = LinePlot(
            self.tr("Calibration"),
            self.tr("how sure it was (%)"),
            self.tr("how often it was right (%)"),
            self.tr("Nothing has been measured yet."),
        )
        self.calibration.setMinimumHeight(_PLOT_HEIGHT)
        self.protocol = words("")
        self.protocol.setProperty("quiet", True)
        self._lay_out()

    def show_run(self, run: Run) -> None:
        self._run = run
        self._show_kept()

    def begin(self) -> None:
        run, split = self._run, self.split.split
        if run is None or self.is_busy:
            return
        services = self._context.services
        self.drive(
            self.tr("Evaluating {name}").format(name=run.name),
            partial(compare, services, run.name, run.corpus, split),
        )

    def as_rows(self) -> Rows:
        return self.table.rows()

    def as_text(self) -> str:
        lines = ["\t".join(row) for row in self.table.rows()]
        return "\n".join([self.verdict.text(), *lines, self.protocol.text()])

    def take(self, run: Run, result: Comparison) -> None:
        with self._context.telling():
            keep(self._context.project, run, _name(result.after.split), result)
        self._show_kept()

    def _show_kept(self) -> None:
        if self._run is None:
            return
        found = kept(self._context.project, self._run, _name(self.split.split), Comparison)
        if found is not None:
            self._show(found)
            return
        self.found.hide()
        if not self.is_busy:
            self.say(self.tr("Not measured yet. It takes about as long as reading that part of the text twice."))

    def _show(self, comparison: Comparison) -> None:
        self.say("")
        self.found.show()
        self.verdict.setText(self._verdict(comparison))
        set_tone(self.verdict, {True: "good", False: "bad", None: ""}[comparison.is_better])
        before, after = comparison.before, comparison.after
        rows = zip(self._figures(before), self._figures(after), strict=True)
        self.table.show_rows([(title, was, now) for (title, was), (_, now) in rows])
        self._draw(before, after)
        self.protocol.setText(self.tr("How it was measured: {protocol}").format(protocol=after.protocol))

    def _verdict(self, comparison: Comparison) -> str:
        figures = comparison.bits_per_byte
        difference = self.tr("{value} bits per byte; between {low} and {high} with a confidence of 95 %.").format(
            value=_signed(figures.value), low=_signed(figures.low), high=_signed(figures.high)
        )
        match comparison.is_better:
            case True:
                return self.tr("✓ Better than before: {difference}").format(difference=difference)
            case False:
                return self.tr("✗ Worse than before: {difference}").format(difference=difference)
        return self.tr("≈ This text cannot tell a difference: {difference}").format(difference=difference)

    def _figures(self, found: Evaluation) -> list[tuple[str, str]]:
        places = QLocale().toString(found.words_asked)
        return [
            (self.tr("How surprised by a token (perplexity)"), quantities.perplexity(found.loss)),
            (self.tr("How surprised by a word (perplexity)"), quantities.perplexity(math.log(found.word_perplexity))),
            (self.tr("Loss, nats per token"), quantities.loss(found.loss)),
            (self.tr("Bits per byte, for any tokenizer"), quantities.loss(found.bits_per_byte)),
            (self.tr("Next token right at once"), _percent(found.accuracy)),
            (self.tr("Next token among the first five"), _percent(found.top5_accuracy)),
            (self.tr("Next word right at once, at {count} places").format(count=places), _percent(found.word_accuracy)),
            (self.tr("Next word among the first five"), _percent(found.top5_word_accuracy)),
            (self.tr("Sureness and success apart (calibration error)"), _percent(found.calibration_error)),
        ]

    def _draw(self, before: Evaluation, after: Evaluation) -> None:
        plot = self.calibration
        plot.remove_lines()
        plot.add_line("ideal", LineStyle(self.tr("as often right as sure"), -1, width=1.5, opacity=0.7))
        plot.add_line("before", LineStyle(self.tr("before"), 1, marker="s"))
        plot.add_line("after", LineStyle(self.tr("after"), 0, marker="o"))
        plot.replace("ideal", [0, 100], [0, 100])
        for key, found in (("before", before), ("after", after)):
            bins = found.calibration
            plot.replace(key, [100 * each.confidence for each in bins], [100 * each.accuracy for each in bins])
        plot.show_until(100)
        plot.redraw()

    def _lay_out(self) -> None:
        self.top.insertWidget(1, self.split)
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(10)
        layout.addWidget(self.verdict)
        layout.addWidget(self.table)
        below = QHBoxLayout()
        below.addWidget(heading(self.tr("Is it as often right as it is sure?")), 1)
        below.addWidget(SaveButton(self.tr("Evaluation"), self.as_text, self.as_rows, self.found))
        layout.addLayout(below)
        layout.addWidget(self.calibration)
        layout.addWidget(self.protocol)
        layout.addStretch()


def _name(split: Split) -> str:
    return f"evaluation-{split}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{QLocale().toString(100 * share, 'f', 1)} %"


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}{QLocale().toString(abs(value), 'f', 3)}"
