"""How well a run predicts a part of its text, beside what it started from, and how sure the difference is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.corpora.remarks import leaks
from workbench.experiments.against_base import BeforeAfter, compare
from workbench.experiments.kept import EVALUATION, keep, kept, name_of
from workbench.gui.context import Context
from workbench.gui.parts.evaluation_figures import EvaluationFigures
from workbench.gui.parts.finding_view import SplitBox, set_tone, words
from workbench.gui.parts.part_box import PartBox
from workbench.gui.tasks.view import ResultView
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import bounds, told
from workbench.values.corpus import Split
from workbench.values.model_ref import OfRun
from workbench.values.run import ANSWERS, NEXT_WORD, Run


class EvaluationView(ResultView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self.about.setText(
            self.tr("Reads a part of the text word by word and counts how often it is surprised, before and after.")
        )
        self.start.setText(self.tr("Evaluate"))
        self.split = SplitBox((Split.VALIDATION, Split.TEST, Split.TRAIN))
        self.split.currentIndexChanged.connect(lambda: self._show_kept())
        self.part = PartBox((NEXT_WORD, ANSWERS))
        self.part.currentIndexChanged.connect(lambda: self._show_kept())
        self.top.insertWidget(1, self.part)
        self.top.insertWidget(2, self.split)
        self.verdict = words("")
        self.figures = EvaluationFigures([self.tr("Before"), self.tr("After")], self.verdict)
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.figures)

    def show_run(self, run: Run) -> None:
        self._run = run
        self.part.show_run(run)
        self._show_kept()

    def begin(self) -> None:
        run, split = self._run, self.split.split
        if run is None or self.is_busy:
            return
        work = partial(compare, self._context.services, OfRun(run.id), self.part.input.corpus, split)
        take = partial(self._take, run, self.part.part)
        self.drive(self.tr("Evaluating {name}").format(name=run.name), work, take)

    @property
    def seconds(self) -> float | None:
        """Of reading twice: as it is, and as it began."""
        if self._run is None or not self.found.isHidden():
            return None
        run, planning = self._run, self._context.services.planning
        once = planning.seconds_to_read(OfRun(run.id), self.part.input.corpus, self.split.split)
        return None if once is None else 2 * once

    def _take(self, run: Run, part: str, result: BeforeAfter) -> None:
        with self._context.telling():
            keep(self._context.project, run, name_of(EVALUATION, result.after.split, part), result)
        self._show_kept()

    def _show_kept(self) -> None:
        if self._run is None:
            return
        found = kept(
            self._context.project, self._run, name_of(EVALUATION, self.split.split, self.part.part), BeforeAfter
        )
        if found is not None:
            self._show(found)
            return
        self.found.hide()
        if not self.is_busy:
            self.say(self.tr("Not measured yet. It takes about as long as reading that part of the text twice."))

    def _show(self, comparison: BeforeAfter) -> None:
        self.say("")
        self.found.show()
        self.verdict.setText(
            "\n".join([self._verdict(comparison), *self._answers(comparison), *self._leaks(comparison.after.split)])
        )
        set_tone(self.verdict, {True: "good", False: "bad", None: ""}[comparison.is_better])
        self.figures.show_evaluations(comparison.before, comparison.after)

    def _answers(self, comparison: BeforeAfter) -> list[str]:
        """The figures of the answers alone, of a run that has learnt these."""
        found = comparison.answers
        if found is None:
            return []
        before, after = found.before, found.after
        shown = [quantities.change(*map(quantities.perplexity, (before.loss, after.loss)))]
        shown.append(quantities.change(*(quantities.percent(each.accuracy) for each in (before, after))))
        told = Counts.tr(
            "The answers alone, in %Ln conversations: perplexity {perplexity}, likeliest token right {right}."
            " The figures below are of the text as it is read, with what everybody says.",
            "",
            after.conversations,
        )
        return [told.format(perplexity=shown[0], right=shown[1])]

    def _leaks(self, split: Split) -> list[str]:
        """That the part has passages which were trained on, if the text is still there."""
        corpora = self._context.project.corpora.every() if self._run and split is not Split.TRAIN else ()
        texts = [corpus for corpus in corpora if self._run and corpus.name == self.part.input.corpus]
        found = leaks(texts[0].contents) if texts else None
        return [told(found)] if found else []

    def _verdict(self, comparison: BeforeAfter) -> str:
        answers = comparison.answers
        found = comparison.bits_per_byte if answers is None else answers.loss
        words = self.tr("{value} bits per byte; {bounds}.")
        if answers is not None:
            words = self.tr("{value} nats per token of the answers; {bounds}.")
        difference = words.format(value=quantities.signed(found.value), bounds=bounds(found))
        match comparison.is_better:
            case True:
                return self.tr("✓ Better than before: {difference}").format(difference=difference)
            case False:
                return self.tr("✗ Worse than before: {difference}").format(difference=difference)
        return self.tr("≈ This text cannot tell a difference: {difference}").format(difference=difference)
