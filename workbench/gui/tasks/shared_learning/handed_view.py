"""What a teacher handed on: it, its student, and the same student without a teacher."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.experiments.handed import Handed, Pupil, compare_with_untaught, known
from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import set_tone, words
from workbench.gui.tasks.shared_learning.figures import difference_in_words, figure_in_words, name_of_figure
from workbench.gui.tasks.view import ResultView
from workbench.gui.words import quantities
from workbench.gui.words.measures import model
from workbench.gui.words.sentences import IN_WINDOW
from workbench.values.changes import Changes
from workbench.values.run import Run


class HandedView(ResultView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self.about.setText(
            self.tr(
                "Trains the same student without its teacher, and measures both and the teacher on the validation text."
            )
        )
        self.start.setText(self.tr("Compare with no teacher"))
        self.verdict = words("")
        self.table = FigureTable(self.tr("What the teacher handed on"), [""] * 5, 1)
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
        work = partial(compare_with_untaught, services, run.name, IN_WINDOW)
        self.drive(self.tr("Learning without the teacher"), work, partial(self._take, run))

    def _take(self, run: Run, found: Handed) -> None:
        self._context.tell(Changes(runs=frozenset({run.id, found.run})), self)
        if self._run is not None:
            self.show_run(self._run)

    def _show(self, found: Handed) -> None:
        self.say("")
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
