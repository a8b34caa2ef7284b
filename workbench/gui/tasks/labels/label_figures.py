"""How well a run tells labels: beside what words alone tell, by class, what was mistaken for what, and how surely."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.experiments.label_comparison import LabelsBeside, LabelsCompared, Other
from workbench.gui.parts.calibration_plot import CalibrationPlot
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import heading, set_tone, words
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.tasks.labels.confusion_table import ConfusionTable
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import bounds_in_points, told
from workbench.measuring.calibration import error_by_chance
from workbench.values.labelling import ClassFigures, Confused, LabelEvaluation, Mistake, most_frequent
from workbench.values.labels import LabelKind

MISTAKES = 15
CLASSES = 50  # the most frequent ones; what is saved has all
CONFUSED = 20  # pairs of classes, where there are too many for a matrix
_BEFORE, _SHOWN = 60, 160  # characters of a text around the mistake


class LabelFigures(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: LabelsCompared | None = None
        self.verdict = words("")
        self.verdict.setProperty("subheading", True)
        self.against = words("")
        self.table = FigureTable(self.tr("Figures of the evaluation"), [""] * 4, 0)
        self.classes = FigureTable(
            self.tr("How well each class is told"),
            [self.tr("Class"), self.tr("Precision"), self.tr("Recall"), self.tr("F1"), self.tr("Examples")],
            0,
        )
        self.classes_words = words("")
        self.classes_words.setProperty("quiet", True)
        self.confusion_heading = heading(self.tr("What was held to be what"))
        self.confusion_words = words("")
        self.confusion_words.setProperty("quiet", True)
        self.confusion = ConfusionTable()
        self.confused = FigureTable(
            self.tr("What was most often held to be what"),
            [self.tr("It is"), self.tr("Held to be"), self.tr("How often")],
            1,
        )
        self.calibration = CalibrationPlot(
            self.tr("how sure it was (%)"), self.tr("how often it was right (%)")
        )  # fmt: skip
        self.mistakes_heading = heading(self.tr("Its most confident mistakes"))
        self.mistakes = FigureTable(
            self.tr("Its most confident mistakes"),
            [self.tr("It is"), self.tr("Held to be"), self.tr("Sure"), self.tr("Text")],
            3,
            words=(0, 1),
        )
        self.protocol = words("")
        self.protocol.setProperty("quiet", True)
        self.save = SaveButton(self.tr("Evaluation"), self.as_text, self.as_rows, self)
        self._lay_out()

    def show_found(self, found: LabelsCompared) -> None:
        self._found = found
        evaluation = found.evaluation
        self.verdict.setText(self._verdict(evaluation))
        self._show_against(found)
        self._show_table(found)
        self._show_classes(evaluation)
        self._show_confusion(evaluation)
        by_words = [] if found.words is None else [(self._name(found.words), found.words.evaluation.calibration)]
        self.calibration.show_calibrations([*by_words, (self.tr("This run"), evaluation.calibration)])
        self.mistakes.show_rows([_mistake_row(each) for each in evaluation.mistakes[:MISTAKES]])
        for part in (self.mistakes_heading, self.mistakes):
            part.setVisible(bool(evaluation.mistakes))
        self.protocol.setText(self.tr("How it was measured: {protocol}").format(protocol=told(evaluation.protocol)))

    def as_rows(self) -> Rows:
        evaluation = None if self._found is None else self._found.evaluation
        classes = [] if evaluation is None else [_row_of(each) for each in evaluation.classes]
        confused = [] if evaluation is None else [_confused_row(each) for each in evaluation.confused]
        parts = [[*self.table.rows()], [self.classes.rows()[0], *classes]]
        parts += [[self.confused.rows()[0], *confused]] if confused else []
        return [row for part in (*parts, self.mistakes.rows()) for row in part]

    def as_text(self) -> str:
        lines = ["\t".join(map(str, row)) for row in self.as_rows()]
        return "\n".join([self.verdict.text(), self.against.text(), *lines, self.protocol.text()])

    def _verdict(self, found: LabelEvaluation) -> str:
        low, high = (quantities.percent(bound) for bound in found.interval)
        if found.kind is LabelKind.CLASSES:
            text = Counts.tr(
                "{share} of %Ln texts are told right: with a confidence of 95 %, {low} to {high}.",
                "",
                found.examples,
            )
            return text.format(share=quantities.percent(found.accuracy), low=low, high=high)
        text = Counts.tr(
            "F1 of spans {share} in %Ln sentences: with a confidence of 95 %, {low} to {high}.",
            "",
            found.examples,
        )
        return text.format(share=quantities.percent(found.micro_f1), low=low, high=high)

    def _others(self, found: LabelsCompared) -> list[LabelsBeside]:
        """Words alone first; the most frequent label once."""
        others = [found.words, found.frequent]
        if found.before is not None and found.before.other is not Other.MOST_FREQUENT:
            others.append(found.before)
        return [each for each in others if each is not None]

    def _name(self, other: LabelsBeside) -> str:
        match other.other:
            case Other.WORDS if other.evaluation.kind is LabelKind.CLASSES:
                return self.tr("Words alone (bag of words)")
            case Other.WORDS:
                return self.tr("Each word's usual tag")
            case Other.MOST_FREQUENT:
                return self.tr("Always the most frequent")
            case Other.STEP_0:
                return self.tr("Before it learnt")
        return other.evaluation.model

    def _show_against(self, found: LabelsCompared) -> None:
        """Of each other in a line how far apart they are, with its interval."""
        others = self._others(found)
        self.against.setText("\n".join(map(self._against, others)))
        self.against.setVisible(bool(others))
        clear = others[0].difference if others and others[0].difference.is_clear else None
        set_tone(self.against, "" if clear is None else "good" if clear.value > 0 else "warn")

    def _against(self, other: LabelsBeside) -> str:
        found = other.difference
        if not found.is_clear:
            text = self.tr("≈ This text cannot tell it from “{name}”: {value} ({bounds}).")
        elif found.value > 0:
            text = self.tr("✓ Better than “{name}”: {value} ({bounds}).")
        else:
            text = self.tr("✗ Worse than “{name}”: {value} ({bounds}).")
        return text.format(
            name=self._name(other), value=quantities.points(found.value), bounds=bounds_in_points(found)
        )  # fmt: skip

    def _show_table(self, found: LabelsCompared) -> None:
        others = self._others(found)
        evaluations = [found.evaluation, *(each.evaluation for each in others)]
        columns = [self._figures(each) for each in evaluations]
        titles = [self.tr("Figure"), self.tr("This run"), *map(self._name, others)]
        self.table.show_titles(titles)
        rows = zip(self._titles(found.evaluation), *columns, strict=True)
        self.table.show_rows([list(row) for row in rows])

    def _titles(self, found: LabelEvaluation) -> list[str]:
        if found.kind is LabelKind.CLASSES:
            return [
                self.tr("Right texts"), self.tr("Macro F1: mean of classes"),
                self.tr("Micro F1: all together"), self.tr("Loss, nats per text"),
                self.tr("Sureness and success apart (calibration error)"),
            ]  # fmt: skip
        return [
            self.tr("Right words"), self.tr("Macro F1: mean of kinds"),
            self.tr("F1 of all spans (conlleval)"), self.tr("Loss, nats per word"),
            self.tr("Sureness and success apart (calibration error)"),
        ]  # fmt: skip

    def _figures(self, found: LabelEvaluation) -> list[str]:
        error = self.tr("{error} ({chance} by chance alone)").format(
            error=quantities.percent(found.calibration_error),
            chance=quantities.percent(error_by_chance(found.calibration)),
        )
        shares = map(quantities.percent, (found.accuracy, found.macro_f1, found.micro_f1))
        return [*shares, quantities.loss(found.loss), error]

    def _show_classes(self, found: LabelEvaluation) -> None:
        shown = most_frequent(found.classes, CLASSES)
        self.classes.show_rows([_row_of(each) for each in shown])
        self.classes_words.setVisible(len(shown) < len(found.classes))
        self.classes_words.setText(self._most_frequent_of(len(found.classes)))

    def _most_frequent_of(self, count: int) -> str:
        return self.tr("The most frequent of {count}.").format(count=QLocale().toString(count))

    def _show_confusion(self, found: LabelEvaluation) -> None:
        self.confusion.show_evaluation(found)
        self.confused.show_rows([_confused_row(each) for each in found.confused[:CONFUSED]])
        self.confusion.setVisible(bool(found.confusion))
        self.confused.setVisible(bool(found.confused))
        for part in (self.confusion_heading, self.confusion_words):
            part.setVisible(bool(found.confusion or found.confused))
        if found.confused:
            text = self._most_frequent_of(len(found.confused) + found.confused_further)
        elif found.kind is LabelKind.CLASSES:
            text = self.tr("A row for what it is, a column for what was said; the diagonal is right.")
        else:
            text = self.tr("Words, by the kind of span they are in: a row for what it is, a column for what was said.")
        if self.confusion.is_cut:
            text = f"{text} {self._most_frequent_of(len(found.confusion))}"
        self.confusion_words.setText(text)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(10)
        for part in (self.verdict, self.against, self.table):
            layout.addWidget(part)
        layout.addWidget(heading(self.tr("Class by class")))
        parts: tuple[QWidget, ...] = (
            self.classes_words, self.classes, self.confusion_heading, self.confusion_words, self.confusion,
            self.confused,
        )  # fmt: skip
        for each in parts:
            layout.addWidget(each)
        below = QHBoxLayout()
        below.addWidget(heading(self.tr("Is it as often right as it is sure?")), 1)
        below.addWidget(self.save)
        layout.addLayout(below)
        layout.addWidget(self.calibration)
        for part in (self.mistakes_heading, self.mistakes, self.protocol):
            layout.addWidget(part)
        layout.addStretch()


def _row_of(each: ClassFigures) -> Sequence[str]:
    shares = map(quantities.percent, (each.precision, each.recall, each.f1))
    return (each.label, *shares, QLocale().toString(each.support))


def _confused_row(found: Confused) -> Sequence[str]:
    return (found.label or "–", found.said or "–", QLocale().toString(found.count))


def _mistake_row(found: Mistake) -> Sequence[str]:
    return (found.label, found.said or "–", quantities.percent(found.probability, 0), _passage(found))


def _passage(found: Mistake) -> str:
    """What is seen of the text: its beginning, or what stands around the word."""
    text, start, end = found.text, max(0, found.start - _BEFORE), found.end
    if end:
        text = f"{text[start : found.start]}»{text[found.start : end]}«{text[end : start + _SHOWN]}"
        return " ".join(f"{'… ' if start else ''}{text}{' …' if start + _SHOWN < len(found.text) else ''}".split())
    shown = " ".join(text[:_SHOWN].split())
    return f"{shown} …" if len(text) > _SHOWN else shown
