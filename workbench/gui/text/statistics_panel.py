"""What a text is like in numbers and plots: growth of its vocabulary, frequencies, sentences, typical words, tokens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.plain import Label
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.languages import language_name
from workbench.gui.words.quantities import in_turn, percent
from workbench.values.corpus import CorpusContents, TokenFigures
from workbench.values.importing import SplitBy

_TYPICAL = 24  # words that are shown
_PLOT_HEIGHT = 210
_MANY = 2000  # words, that are counted in thousands


class StatisticsPanel(QScrollArea):
    tokens_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Statistics"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.growth = LinePlot(self.tr("Growth of the vocabulary"), "", "", "")
        self.ranks = LinePlot(
            self.tr("How frequent the words are"), self.tr("rank, power of ten"), self.tr("count, power of ten"), ""
        )
        self.sentences = LinePlot(
            self.tr("Length of the sentences"), self.tr("words in a sentence"), self.tr("% of sentences"), ""
        )
        self.plots = (self.growth, self.ranks, self.sentences)
        for number, plot in enumerate(self.plots):
            plot.add_line("line", LineStyle("", number))
            plot.setMinimumHeight(_PLOT_HEIGHT)
        self.languages = _text()
        self.typical = _text()
        self.tokens = _text()
        self.count_tokens = QPushButton(self.tr("Count tokens"))
        self.count_tokens.setToolTip(self.tr("Under the tokenizer of the chosen model; training needs them too"))
        self.count_tokens.clicked.connect(self.tokens_requested)
        self.leaks = _text()
        self._nothing_yet = ""
        self._lay_out()

    def show_contents(self, contents: CorpusContents) -> None:
        statistics = contents.statistics
        if not contents.is_counted:
            self._nothing_yet = self.tr("Being counted …")
        elif statistics.ranks or not statistics.words:
            self._nothing_yet = self.tr("The text is too short: there is no line yet to draw.")
        else:  # an older version did not
            self._nothing_yet = self.tr("Not counted: read the files again.")
        self._draw_growth(statistics.growth)
        self._draw(self.ranks, list(np.log10(statistics.ranks)) if statistics.ranks else [])
        whole = sum(statistics.sentence_lengths)
        lengths = list(enumerate(statistics.sentence_lengths))[1:-1] if whole else []
        self._draw(self.sentences, [(length, 100 * count / whole) for length, count in lengths])
        self.languages.setText(self._language_sentence(contents))
        typical = "  ".join(word for word, _, _ in statistics.typical_words[:_TYPICAL])
        none = self.tr("No word is there so often that it stands out; a longer text in English has some.")
        self.typical.setText(typical or none)
        self.typical.setToolTip(
            "\n".join(
                Counts.tr("{word}: %Ln times, {factor} × as often as in general English", "", count).format(
                    word=word, factor=QLocale().toString(factor, "f", 1)
                )
                for word, count, factor in statistics.typical_words[:_TYPICAL]
            )
        )
        self.leaks.setText(self._leak_sentence(contents))
        if not contents.is_counted:
            for words in (self.languages, self.typical, self.leaks):
                words.setText("…")
        self.tokens.setText(self.tr("Not counted yet."))

    def show_tokens(self, figures: TokenFigures) -> None:
        locale = QLocale()
        self.tokens.setText(
            self.tr(
                "{tokens} tokens under {model}, {ratio} a word; {unknown} of them stand for something it cannot write."
            ).format(
                tokens=locale.toString(figures.tokens),
                model=figures.model,
                ratio=locale.toString(figures.tokens / max(1, figures.words), "f", 2),
                unknown=locale.toString(figures.unknown),
            )
        )

    def _draw(self, plot: LinePlot, points: list[tuple[float, float]]) -> None:
        plot.clear()
        plot.nothing_yet = self._nothing_yet
        if len(dict(points)) > 1:  # one place alone is no line
            x, y = np.asarray(points, dtype=np.float64).T
            plot.replace("line", x, y)
        plot.redraw()

    def _draw_growth(self, growth: Sequence[tuple[int, int]]) -> None:
        """In thousands where there are thousands."""
        read, different = growth[-1] if growth else (0, 0)
        x_unit, y_unit = (1000 if most >= _MANY else 1 for most in (read, different))
        self.growth.name_axes(
            self.tr("words read") if x_unit == 1 else self.tr("thousand words read"),
            self.tr("different words") if y_unit == 1 else self.tr("thousand different"),
        )
        self._draw(self.growth, [(words / x_unit, found / y_unit) for words, found in growth])

    def _language_sentence(self, contents: CorpusContents) -> str:
        parts = [f"{language_name(code)} {percent(share, 0)}" for code, share in contents.statistics.languages]
        return quantities.listing(parts) or self.tr("too short to tell")

    def _leak_sentence(self, contents: CorpusContents) -> str:
        ways = {
            SplitBy.DOCUMENTS: self.tr("Split by whole documents"),
            SplitBy.GIVEN: self.tr("Split as the files say"),
        }
        way = ways.get(contents.split_by, self.tr("Split by blocks of paragraphs"))
        if contents.leaks.of_conversations and contents.split_by is SplitBy.DOCUMENTS:
            way = self.tr("Split by whole conversations")
        elif contents.labels is not None and contents.split_by is SplitBy.DOCUMENTS:
            way = self.tr("Split by whole texts, each label alike")
        way = self.tr("{way}, seed {seed}.").format(way=way, seed=contents.split_seed)
        leaks = contents.leaks
        checked = QLocale().toString(leaks.checked)
        if not leaks.found:
            if leaks.of_conversations:
                none = self.tr("None of {count} held-out conversations is nearly among those to learn from.")
            else:
                none = self.tr("None of {count} held-out passages is nearly in the training text.")
            return in_turn((way, none.format(count=checked)))
        nearest = leaks.examples[0]
        if leaks.of_conversations:
            some = self.tr(
                "{found} of {count} held-out conversations are nearly among those to learn from, so the model will look"
                " better than it is. The nearest ({share} in common): “{passage}”"
            )
        else:
            some = self.tr(
                "{found} of {count} held-out passages are nearly in the training text, so the model will look better"
                " than it is. The nearest ({share} in common): “{passage}”"
            )
        some = some.format(
            found=QLocale().toString(leaks.found),
            count=checked,
            share=percent(nearest.similarity, 0),
            passage=" ".join(nearest.passage[:120].split()),
        )
        return in_turn((way, some))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        plots = QHBoxLayout()
        for plot in self.plots:
            plots.addWidget(_titled(plot, plot.name), 1)
        tokens = QHBoxLayout()
        tokens.addWidget(self.tokens, 1)
        tokens.addWidget(self.count_tokens, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 10, 6, 0)
        layout.setSpacing(10)
        layout.addLayout(plots)
        for title, content in (
            (self.tr("Typical words, compared with general English"), self.typical),
            (self.tr("Languages"), self.languages),
            (self.tr("Tokens"), tokens),
            (self.tr("Split"), self.leaks),
        ):
            heading = Label(title)
            heading.setProperty("subheading", True)
            layout.addWidget(heading)
            if isinstance(content, QWidget):
                layout.addWidget(content)
            else:
                layout.addLayout(content)
        layout.addStretch()
        self.setWidget(inside)


def _titled(plot: LinePlot, title: str) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    label = Label(title)
    label.setProperty("quiet", True)
    layout.addWidget(label)
    layout.addWidget(plot, 1)
    return box


def _text() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
