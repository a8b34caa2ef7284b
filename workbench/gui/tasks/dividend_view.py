"""The transfer dividend of a run's text: two families of curves, and what pretraining was worth with each share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.experiments import trials
from workbench.experiments.dividend import Dividend, Saving, Trial
from workbench.experiments.text_worth import Bound
from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import set_tone, words
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.gui.tasks.view import ResultView
from workbench.gui.words import measures, quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import IN_WINDOW, sentence
from workbench.messages.errors import KnownError
from workbench.values.changes import Changes
from workbench.values.dividend import Plan, labels_in
from workbench.values.run import NEXT_WORD, Run

_PLOT_HEIGHT = 300
_MARKERS = {True: ("o", "s", "t"), False: ("d", "x", "star")}


class DividendView(ResultView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self._asked: Run | None = None  # about which it is being found out
        self._measured: Plan | None = None  # by the runs that are made, or were last
        self._plan: Plan | None = None
        self.start.setText(self.tr("Measure what pretraining is worth"))
        self.headline = words("")
        self.plot = LinePlot(
            self.tr("Validation losses with and without pretraining"),
            self.tr("step"),
            self.tr("validation loss (nats/token)"),
            self.tr("No run has been measured yet."),
        )
        self.plot.setMinimumHeight(_PLOT_HEIGHT)
        self.table = FigureTable(self.tr("What pretraining was worth"), [""] * 5, 4)
        self._is_of_labels = False
        self._name(NEXT_WORD)
        context.speed_measured.connect(self.show_again)
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(10)
        for part in (self.headline, self.plot, self.table):
            layout.addWidget(part)
        layout.addStretch()

    def show_again(self) -> None:
        """What it takes is known better."""
        if self._run is not None:
            self.show_run(self._run)

    def show_run(self, run: Run) -> None:
        self._run = run
        services = self._context.services
        try:
            plan = trials.plan_like(services, run)
            count = 2 * len(plan.shares)
            estimate = services.planning.fit(plan.model, plan.corpus, plan.fine_tuning, task=plan.task)
        except KnownError as error:
            self._plan = None
            self._name(run.task)
            self.about.setText(self._purpose())
            self.start.setEnabled(False)
            self.found.hide()
            self.say(sentence(error))
            return
        self._plan = plan
        self._name(plan.task)
        takes = self.tr("It trains {count} runs, which are kept in History. Expected time: {time}.").format(
            count=count, time=quantities.expected_duration([estimate] * count)
        )
        self.about.setText(quantities.in_turn((self._purpose(), takes)))
        self.start.setEnabled(not self.is_busy)
        group = trials.find(self._context.project, plan)
        if group is None:
            self.found.hide()
            if not self.is_busy:
                self.say("")
            self.start.setText(self.tr("Measure what pretraining is worth"))
            return
        self._show(trials.read(self._context.project, group))

    def begin(self) -> None:
        plan, run = self._plan, self._run
        if plan is None or run is None or self.is_busy:
            return
        self._asked, self._measured = run, plan
        work = partial(trials.start_dividend, self._context.services, plan, language=IN_WINDOW)
        self.drive(self.tr("Measuring what pretraining is worth"), work, partial(self._take, run))

    def hear(self, events: Sequence[object]) -> None:
        super().hear(events)
        newest = next((event for event in reversed(events) if isinstance(event, Dividend)), None)
        if newest is not None:
            self._tell_of_runs()
            if self._run == self._asked:
                self._show(newest)

    def _take(self, run: Run, result: Dividend) -> None:
        if self._run == run:
            self._show(result)

    def _end(self) -> None:
        super()._end()
        self._tell_of_runs()
        if self._run is not None:
            self.show_run(self._run)

    def _tell_of_runs(self) -> None:
        """Those that were made for the plan that is measured, or was until now."""
        kept = None if self._measured is None else trials.find(self._context.project, self._measured)
        found = None if kept is None else self._context.project.dividends.find(kept)
        if found is not None:
            self._context.tell(Changes(runs=frozenset(found.runs.values())), self)

    def _show(self, dividend: Dividend) -> None:
        if dividend.is_finished:
            self.say("")
        elif not self.is_busy:
            self.say(self.tr("Begun, and not finished; it goes on where it stopped."))
        self.start.setText(
            self.tr("Measure it again") if dividend.is_finished else self.tr("Go on measuring")
        )  # fmt: skip
        self.found.show()
        headline = dividend.headline
        self.headline.setText(self._in_words(headline) if headline else "")
        self.headline.setVisible(headline is not None)
        if headline is not None:
            set_tone(self.headline, "good" if _is_better(headline) else "warn")
        self.table.show_rows([self._row(saving) for saving in dividend.savings])
        self.table.setVisible(bool(dividend.savings))
        self._draw(dividend)

    def _draw(self, dividend: Dividend) -> None:
        self.plot.remove_lines()
        shares = dividend.plan.shares
        for number, trial in enumerate(sorted(dividend.trials, key=lambda trial: not trial.is_pretrained)):
            markers = _MARKERS[trial.is_pretrained]
            fade = 1.0 - 0.25 * (len(shares) - 1 - shares.index(trial.share))
            style = LineStyle(
                self._title(trial, dividend.examples), 0 if trial.is_pretrained else 1, opacity=max(0.4, fade),
                marker=markers[shares.index(trial.share) % len(markers)],
            )  # fmt: skip
            self.plot.add_line(str(number), style)
            values = [100 * figure for figure in trial.figures] if self._is_of_labels else trial.losses
            self.plot.replace(str(number), trial.steps[: len(values)], values)
        self.plot.redraw()

    def _title(self, trial: Trial, examples: int | None) -> str:
        if examples is not None:
            labels = (
                self.tr("pretrained, {labels} labels") if trial.is_pretrained else self.tr("scratch, {labels} labels")
            )
            return labels.format(labels=QLocale().toString(labels_in(trial.share, examples)))
        title = self.tr("pretrained, {share}") if trial.is_pretrained else self.tr("from scratch, {share}")
        return title.format(share=_percent(trial.share))

    def _name(self, task: str) -> None:
        """The axes and columns, after what the runs learn."""
        self._is_of_labels = task != NEXT_WORD
        if self._is_of_labels:
            figure = measures.unit(f"{task}/{trials.FIGURES.get(task, '')}")
            first, pretrained = self.tr("Labels read"), self.tr("Pretrained, F1")
        else:
            figure = self.tr("validation loss (nats/token)")
            first, pretrained = self.tr("Text read"), self.tr("Pretrained, perplexity a token")
        self.plot.name_axes(self.tr("step"), figure)
        self.table.show_titles(
            [first, pretrained, self.tr("From scratch"), self.tr("Steps saved"), self.tr("Worth as much as")]
        )

    def _purpose(self) -> str:
        if self._is_of_labels:
            return self.tr(
                "Trains the same network from pretrained and from random weights, on 30, 100, 300 … and all labels."
            )
        return self.tr(
            "Trains the same network from pretrained and from random weights, on a tenth, a third and all of the text."
        )

    def _in_words(self, saving: Saving) -> str:
        if saving.labels is not None:
            return quantities.in_turn((self._labels_do(saving), self._steps_in_words(saving)))
        worth = self.tr("With {share} of the text, pretraining matches training from scratch on {worth}.").format(
            share=_percent(saving.share), worth=self._worth(saving)
        )
        gained = self.tr("Perplexity {pretrained} a token instead of {scratch}.").format(
            pretrained=quantities.perplexity(saving.pretrained_loss),
            scratch=quantities.perplexity(saving.scratch_loss),
        )
        return f"{worth} {gained} {self._steps_in_words(saving)}"

    def _labels_do(self, saving: Saving) -> str:
        """How many labels of the other's these are worth."""
        match saving.worth.bound:
            case Bound.MORE_THAN:
                words = self.tr("{labels} labels do more than {worth} do without pretraining")
            case Bound.LESS_THAN:
                words = self.tr("{labels} labels do less than {worth} do without pretraining")
            case _:
                words = self.tr("{labels} labels do what {worth} do without pretraining")
        labels, worth = (QLocale().toString(count or 0) for count in (saving.labels, saving.labels_worth))
        figures = self.tr("(F1 {pretrained} instead of {scratch}).").format(
            pretrained=_share(saving.pretrained_figure), scratch=_share(saving.scratch_figure)
        )
        return quantities.in_turn((words.format(labels=labels, worth=worth), figures))

    def _steps_in_words(self, saving: Saving) -> str:
        if saving.reached_at is None or saving.steps_saved is None:
            steps = self.tr("It does not get as far as training from scratch does.")
        elif saving.reached_at == 0:
            steps = self.tr("Before its first step it is as good as the other ever gets.")
        else:
            steps = Counts.tr("It gets as far %Ln steps sooner.", "", saving.steps_saved)
        return steps

    def _row(self, saving: Saving) -> tuple[str, ...]:
        saved = "–" if saving.steps_saved is None else QLocale().toString(saving.steps_saved)
        if saving.labels is not None:
            figures = map(_share, (saving.pretrained_figure, saving.scratch_figure))
            return (QLocale().toString(saving.labels), *figures, saved, self._worth_in_labels(saving))
        return (
            _percent(saving.share),
            quantities.perplexity(saving.pretrained_loss),
            quantities.perplexity(saving.scratch_loss),
            saved,
            self._worth(saving),
        )

    def _worth_in_labels(self, saving: Saving) -> str:
        count = QLocale().toString(saving.labels_worth or 0)
        match saving.worth.bound:
            case Bound.MORE_THAN:
                return self.tr("more than {count} labels").format(count=count)
            case Bound.LESS_THAN:
                return self.tr("less than {count} labels").format(count=count)
        return self.tr("{count} labels").format(count=count)

    def _worth(self, saving: Saving) -> str:
        factor = QLocale().toString(saving.worth.factor, "g", 2 if saving.worth.factor < 100 else 3)
        match saving.worth.bound:
            case Bound.MORE_THAN:
                return self.tr("more than {factor}× the text").format(factor=factor)
            case Bound.LESS_THAN:
                return self.tr("less than {factor}× the text").format(factor=factor)
        return self.tr("{factor}× the text").format(factor=factor)


def _is_better(saving: Saving) -> bool:
    if saving.pretrained_figure is not None and saving.scratch_figure is not None:
        return saving.pretrained_figure > saving.scratch_figure
    return saving.pretrained_loss < saving.scratch_loss


def _share(figure: float | None) -> str:
    return "–" if figure is None else quantities.percent(figure)


def _percent(share: float) -> str:
    return f"{QLocale().toString(100 * share, 'g', 3)} %"
