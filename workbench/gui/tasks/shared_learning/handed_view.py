"""What a teacher handed on: it, its student, and the same student without a teacher."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.experiments.handed import Handed, Pupil, compare_with_untaught, known
from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import set_tone
from workbench.gui.tasks.shared_learning.control_view import ControlView
from workbench.gui.tasks.shared_learning.figures import difference_in_words, figure_in_words, name_of_figure
from workbench.gui.words import quantities
from workbench.gui.words.measures import model
from workbench.gui.words.sentences import IN_WINDOW
from workbench.project.project import Project
from workbench.values.run import Run


class HandedView(ControlView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.doing = self.tr("Learning without the teacher")
        self.about.setText(
            self.tr(
                "Trains the same student without its teacher, and measures both and the teacher on the validation text."
            )
        )
        self.start.setText(self.tr("Compare with no teacher"))
        self.lay_out(FigureTable(self.tr("What the teacher handed on"), [""] * 5, 1))

    def known(self, project: Project, run: Run) -> Handed | None:
        return known(project, run)

    def work(self, run: Run) -> Callable[[], Any]:
        return partial(compare_with_untaught, self._context.services, run.name, IN_WINDOW)

    def made(self, result: Handed) -> set[int]:
        return {result.run}

    def show_found(self, found: Handed) -> None:
        difference = difference_in_words(found.figure, found.difference)
        self.verdict.setText(self._verdict(found).format(difference=difference))
        set_tone(self.verdict, {True: "good", False: "bad", None: ""}[found.has_helped])
        heads = ["", self.tr("Model"), self.tr("Weights"), name_of_figure(found.figure), self.tr("Read in")]
        self.table.show_titles(heads)
        rows = (
            (self.tr("Teacher"), found.teacher), (self.tr("Student"), found.student),
            (self.tr("Without a teacher"), found.without),
        )  # fmt: skip
        self.table.show_rows([self._row(found, name, pupil) for name, pupil in rows])

    def _verdict(self, found: Handed) -> str:
        match found.has_helped:
            case True:
                return self.tr("✓ The teacher helped: {difference}")
            case False:
                return self.tr("✗ The teacher did harm: {difference}")
        return self.tr("≈ This text cannot tell whether the teacher helped: {difference}")

    def _row(self, found: Handed, name: str, pupil: Pupil) -> list[str]:
        value = figure_in_words(found.figure, pupil.figure)
        return [name, model(pupil.name), quantities.count(pupil.parameters), value, quantities.duration(pupil.seconds)]
