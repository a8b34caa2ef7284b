"""Whether learning together helped: each thing that a run learnt at once, beside what learning it alone came to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.experiments.alone import Gain, Gains, known, learn_alone
from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import set_tone, words
from workbench.gui.tasks.shared_learning.figures import difference_in_words, figure_in_words, name_of_figure
from workbench.gui.tasks.view import ResultView
from workbench.gui.words.headlines import title
from workbench.gui.words.sentences import IN_WINDOW
from workbench.tasks.registry import find_task
from workbench.values.changes import Changes
from workbench.values.run import Run


class GainsView(ResultView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self.about.setText(
            self.tr(
                "Trains each of the things alone, with as many of its own steps as it had here, and says which of them"
                " gained by learning together."
            )
        )
        self.start.setText(self.tr("Learn each alone"))
        self.verdict = words("")
        heads = [
            self.tr("What was learnt"), self.tr("Own steps"), self.tr("Together"), self.tr("Alone"),
            self.tr("Difference"),
        ]  # fmt: skip
        self.table = FigureTable(self.tr("What learning together was worth"), heads, 4)
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.verdict)
        layout.addWidget(self.table)
        layout.addStretch()

    def show_run(self, run: Run) -> None:
        self._run = run
        found = known(self._context.project, run)
        self.found.setVisible(found is not None)
        if found is not None:
            self._show(found)
        elif not self.is_busy:
            self.say(self.tr("Not measured yet. It takes about as long as the run itself, and it can be stopped."))

    def begin(self) -> None:
        run, services = self._run, self._context.services
        if run is None or self.is_busy:
            return
        work = partial(learn_alone, services, run.name, IN_WINDOW)
        self.drive(self.tr("Learning each alone"), work, partial(self._take, run))

    def _take(self, run: Run, gains: tuple[Gain, ...]) -> None:
        self._context.tell(Changes(runs=frozenset({run.id, *(gain.run for gain in gains)})), self)
        if self._run is not None:
            self.show_run(self._run)

    def _show(self, found: Gains) -> None:
        self.say("")
        helped = [gain for gain in found.of if gain.has_helped]
        harmed = [gain for gain in found.of if gain.has_helped is False]
        self.verdict.setText(self._verdict(len(helped), len(harmed), len(found.of)))
        set_tone(self.verdict, "good" if helped and not harmed else "bad" if harmed and not helped else "")
        self.table.show_rows([self._row(gain) for gain in found.of])

    def _verdict(self, helped: int, harmed: int, count: int) -> str:
        number = QLocale().toString
        if not helped and not harmed:
            return self.tr("≈ These texts cannot tell whether learning together helped.")
        return self.tr("Of {count} things, {helped} gained by learning together and {harmed} lost by it.").format(
            count=number(count), helped=number(helped), harmed=number(harmed)
        )

    def _row(self, gain: Gain) -> list[str]:
        what = self.tr("{task}\n“{corpus}”, {figure}").format(
            task=title(find_task(gain.input.task).shown), corpus=gain.input.corpus, figure=name_of_figure(gain.figure)
        )
        return [
            what, QLocale().toString(gain.steps), figure_in_words(gain.figure, gain.together),
            figure_in_words(gain.figure, gain.alone), difference_in_words(gain.figure, gain.difference),
        ]  # fmt: skip
