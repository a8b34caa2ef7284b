"""What the import of a text has to say: what was read, what was left out and why, what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.corpora.remarks import Kind, Remark, remarks
from workbench.gui.plain import Label
from workbench.gui.words.sentences import told
from workbench.values.corpus import CorpusContents


class ReportPanel(QWidget):
    """Hidden where nothing was imported; where all went right it is one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = _lines()
        self.left_out = _lines("warn")
        self.guesses = _lines()
        self.guesses_title = Label(self.tr("Please check"))
        title = Label(self.tr("What was read"))
        for heading in (title, self.guesses_title):
            heading.setProperty("subheading", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (title, self.summary, self.left_out, self.guesses_title, self.guesses):
            layout.addWidget(widget)

    def show_contents(self, contents: CorpusContents) -> None:
        found = list(remarks(contents))
        self.setVisible(bool(found))
        self.summary.setText(_said(found, Kind.SUMMARY, Kind.LABELS))
        self.left_out.setText(_said(found, Kind.PASSED_OVER, Kind.LEFT_OUT, Kind.SPLIT))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.guesses.setText(_said(found, Kind.GUESS))
        self.guesses.setVisible(bool(self.guesses.text()))
        self.guesses_title.setVisible(bool(self.guesses.text()))


def _said(found: Sequence[Remark], *kinds: Kind) -> str:
    return "\n".join(told(remark.said) for remark in found if remark.kind in kinds)


def _lines(tone: str = "") -> Label:
    label = Label()
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    return label
