"""Whether learning together helped: each thing that a run learnt at once, beside what learning it alone came to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from workbench.experiments.alone import Gain, Gains, known, learn_alone, without_steps
from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import set_tone
from workbench.gui.tasks.shared_learning.control_view import ControlView
from workbench.gui.tasks.shared_learning.figures import difference_in_words, figure_in_words, name_of_figure
from workbench.gui.words.headlines import title
from workbench.gui.words.sentences import IN_WINDOW
from workbench.project.project import Project
from workbench.tasks.registry import find_task
from workbench.values.run import Input, Run


class GainsView(ControlView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.doing = self.tr("Learning each alone")
        heads = [
            self.tr("What was learnt"), self.tr("Own steps"), self.tr("Together"), self.tr("Alone"),
            self.tr("Difference"),
        ]  # fmt: skip
        self.lay_out(FigureTable(self.tr("What learning together was worth"), heads, 4))
        self.about.setText(
            self.tr(
                "Trains each of the things alone, with as many of its own steps as it had here, and says which of them"
                " gained by learning together."
            )
        )
        self.start.setText(self.tr("Learn each alone"))

    def known(self, project: Project, run: Run) -> Gains | None:
        return known(project, run)

    def work(self, run: Run) -> Callable[[], Any]:
        return partial(learn_alone, self._context.services, run.name, IN_WINDOW)

    def made(self, result: tuple[Gain, ...]) -> set[int]:
        return {gain.run for gain in result}

    def show_found(self, found: Gains) -> None:
        helped = [gain for gain in found.of if gain.has_helped]
        harmed = [gain for gain in found.of if gain.has_helped is False]
        self.verdict.setText(self._verdict(len(helped), len(harmed), len(found.of)))
        set_tone(self.verdict, "good" if helped and not harmed else "bad" if harmed and not helped else "")
        left_out = () if self.run is None else without_steps(self.run, found.of)
        self.table.show_rows([*(self._row(gain) for gain in found.of), *map(self._row_without_steps, left_out)])

    def _verdict(self, helped: int, harmed: int, count: int) -> str:
        number = QLocale().toString
        if not helped and not harmed:
            return self.tr("≈ These texts cannot tell whether learning together helped.")
        return self.tr("Of {count} things, {helped} gained by learning together and {harmed} lost by it.").format(
            count=number(count), helped=number(helped), harmed=number(harmed)
        )

    def _row_without_steps(self, each: Input) -> list[str]:
        return [self._what(each, self.tr("no step was for it")), QLocale().toString(0), "–", "–", "–"]

    def _what(self, each: Input, more: str) -> str:
        return self.tr("{task}\n“{corpus}”, {figure}").format(
            task=title(find_task(each.task).shown), corpus=each.corpus, figure=more
        )

    def _row(self, gain: Gain) -> list[str]:
        what = self._what(gain.input, name_of_figure(gain.figure))
        return [
            what, QLocale().toString(gain.steps), figure_in_words(gain.figure, gain.together),
            figure_in_words(gain.figure, gain.alone), difference_in_words(gain.figure, gain.difference),
        ]  # fmt: skip
