"""One or more evaluations of the same text beside each other: the figures, the calibration curves, the protocol."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.gui.parts.calibration_plot import CalibrationPlot
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import heading, words
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.plain import Label
from workbench.gui.words import quantities
from workbench.gui.words.sentences import told
from workbench.measuring.calibration import error_by_chance
from workbench.measuring.shares import between
from workbench.values.measurement import Evaluation


class EvaluationFigures(QWidget):
    """`titles` name the evaluations in the head of the table and, in small letters, at their curves."""

    def __init__(self, titles: Sequence[str], verdict: Label | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._verdict = verdict
        self.table = FigureTable(self.tr("Figures of the evaluation"), [self.tr("Figure"), *titles], 0)
        self.calibration = CalibrationPlot(
            self.tr("how sure it was of a token (%)"), self.tr("how often that token came (%)")
        )
        self.protocol = words("")
        self.protocol.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(10)
        if verdict is not None:
            layout.addWidget(verdict)
        layout.addWidget(self.table)
        below = QHBoxLayout()
        below.addWidget(heading(self.tr("Is it as often right as it is sure?")), 1)
        below.addWidget(SaveButton(self.tr("Evaluation"), self.as_text, self.as_rows, self))
        layout.addLayout(below)
        layout.addWidget(self.calibration)
        layout.addWidget(self.protocol)
        layout.addStretch()

    def show_evaluations(self, *evaluations: Evaluation) -> None:
        """One for each title."""
        columns = [self._figures(found) for found in evaluations]
        self.table.show_rows([(row[0][0], *(value for _, value in row)) for row in zip(*columns, strict=True)])
        bins = [found.calibration for found in evaluations]
        self.calibration.show_calibrations(list(zip(self._titles, bins, strict=True)))
        self.protocol.setText(
            self.tr("How it was measured: {protocol}").format(protocol=told(evaluations[-1].protocol))
        )

    def as_rows(self) -> Rows:
        return self.table.rows()

    def as_text(self) -> str:
        lines = ["\t".join(row) for row in self.table.rows()]
        verdict = [] if self._verdict is None else [self._verdict.text()]
        return "\n".join([*verdict, *lines, self.protocol.text()])

    def _figures(self, found: Evaluation) -> list[tuple[str, str]]:
        places = QLocale().toString(found.words_asked)
        tokens = QLocale().toString(found.tokens)
        return [
            (self.tr("How surprised by a token (perplexity)"), quantities.perplexity(found.loss)),
            (self.tr("How surprised by a word (perplexity)"), quantities.perplexity(math.log(found.word_perplexity))),
            (self.tr("Loss, nats per token"), quantities.loss(found.loss)),
            (self.tr("Bits per byte, for any tokenizer"), quantities.loss(found.bits_per_byte)),
            (self.tr("Next token right at once, of {count}").format(count=tokens), _percent(found.accuracy)),
            (self.tr("Next token among the five likeliest tokens"), _percent(found.top5_accuracy)),
            (
                self.tr("Next word right at once, at {count} places").format(count=places),
                self._share(found.word_accuracy, found),
            ),
            (self.tr("Next word among the five likeliest words"), self._share(found.top5_word_accuracy, found)),
            (self.tr("Sureness and success apart (calibration error)"), self._calibration(found)),
        ]

    def _share(self, share: float | None, found: Evaluation) -> str:
        """With what chance leaves open, for it was counted at few places."""
        if share is None:
            return _percent(share)
        low, high = between(round(share * found.words_asked), found.words_asked)
        return self.tr("{share} ({low} to {high})").format(
            share=_percent(share), low=QLocale().toString(round(100 * low)), high=QLocale().toString(round(100 * high))
        )

    def _calibration(self, found: Evaluation) -> str:
        return self.tr("{error} ({chance} by chance alone)").format(
            error=_percent(found.calibration_error), chance=_percent(error_by_chance(found.calibration))
        )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{QLocale().toString(100 * share, 'f', 1)} %"
