"""One corpus on six leaves: at a glance, to be read, how it is cleaned, its files, its labels, its statistics."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.cleaning.recipe import STEPS
from workbench.corpora.preview import Preview
from workbench.gui.faces import Tabs
from workbench.gui.plain import Label
from workbench.gui.text.labels_panel import LabelsPanel
from workbench.gui.text.reading_panel import ReadingPanel
from workbench.gui.text.recipe_panel import RecipePanel
from workbench.gui.text.report_panel import ReportPanel
from workbench.gui.text.sources_panel import SourcesPanel
from workbench.gui.text.statistics_panel import StatisticsPanel
from workbench.gui.words import quantities
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.corpus import Corpus, Split

FREQUENT = 24  # words that are shown
ADDS_UP = frozenset({"words", "paragraphs"})  # known at once where documents are left out

SPLITS = {
    Split.TRAIN: QT_TRANSLATE_NOOP("CorpusDetails", "Training text"),
    Split.VALIDATION: QT_TRANSLATE_NOOP("CorpusDetails", "Validation text"),
    Split.TEST: QT_TRANSLATE_NOOP("CorpusDetails", "Test text"),
}


_READING, _RECIPE, _SOURCES, _LABELS, _STATISTICS = range(
    1, 6
)  # the leaves that are made when they are first turned to


class CorpusDetails(QWidget):
    reading_made = Signal(object)  # the ReadingPanel
    again_requested = Signal()
    recipe_changed = Signal()
    reading_changed = Signal(object, object)  # path, Reading
    renaming_requested = Signal(object)  # the new names of labels by their old ones
    names_read_requested = Signal()  # the labels as the files call them
    tokens_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: dict[str, Label] = {}
        self._shown: Corpus | None = None
        self.split = Label()
        self.split.setWordWrap(True)
        self.frequent = Label()
        self.frequent.setWordWrap(True)
        self.removed = Label()
        self.removed.setWordWrap(True)
        self.removed.setProperty("quiet", True)
        self.report = ReportPanel()
        self.previews = {split: self._preview(split) for split in Split}
        tabs = Tabs()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        for split, preview in self.previews.items():
            tabs.addTab(preview, QCoreApplication.translate("CorpusDetails", SPLITS[split]))

        facts = QFrame()
        facts.setProperty("card", True)
        inside = QVBoxLayout(facts)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(10)
        inside.addLayout(self._figure_grid())
        for widget in (
            self.report,
            self.split,
            self._title(self.tr("Most frequent words")),
            self.frequent,
            self.removed,
        ):
            inside.addWidget(widget)
        inside.addStretch()
        glance = QWidget()
        layout = QHBoxLayout(glance)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(_scrolling(facts), 2)
        layout.addWidget(tabs, 3)
        self.leaves = Tabs()
        self.leaves.setDocumentMode(True)
        self.leaves.tabBar().setDrawBase(False)
        self.leaves.addTab(glance, self.tr("At a glance"))
        self.leaves.add_later(self.tr("Reading"), lambda: self.reading)
        self.leaves.add_later(self.tr("Cleaning"), lambda: self.recipe)
        self.leaves.add_later(self.tr("Files"), lambda: self.sources)
        self.leaves.add_later(self.tr("Labels"), lambda: self.labels)
        self.leaves.add_later(self.tr("Statistics"), lambda: self.statistics)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.leaves)

    @cached_property
    def reading(self) -> ReadingPanel:
        panel = ReadingPanel()
        if self._shown is not None:
            panel.show_corpus(self._shown)
        self.leaves.put(_READING, panel)
        self.reading_made.emit(panel)
        return panel

    @cached_property
    def recipe(self) -> RecipePanel:
        panel = RecipePanel()
        panel.recipe_changed.connect(self.recipe_changed)
        panel.again_requested.connect(self.again_requested)
        if self._shown is not None:
            panel.show_contents(self._shown.contents)
        self.leaves.put(_RECIPE, panel)
        return panel

    @cached_property
    def sources(self) -> SourcesPanel:
        panel = SourcesPanel()
        panel.reading_changed.connect(self.reading_changed)
        panel.again_requested.connect(self.again_requested)
        if self._shown is not None:
            panel.show_contents(self._shown.contents)
        self.leaves.put(_SOURCES, panel)
        return panel

    @cached_property
    def labels(self) -> LabelsPanel:
        panel = LabelsPanel()
        panel.renaming_requested.connect(self.renaming_requested)
        panel.names_read_requested.connect(self.names_read_requested)
        panel.again_requested.connect(self.again_requested)
        if self._shown is not None:
            panel.show_corpus(self._shown)
        self.leaves.put(_LABELS, panel)
        return panel

    @cached_property
    def statistics(self) -> StatisticsPanel:
        panel = StatisticsPanel()
        panel.tokens_requested.connect(self.tokens_requested)
        if self._shown is not None:
            panel.show_contents(self._shown.contents)
        self.leaves.put(_STATISTICS, panel)
        return panel

    def show_corpus(self, corpus: Corpus, preview: Preview) -> None:
        self.show_figures(corpus)
        self.removed.setText(self._removed_sentence(preview))
        for split, view in self.previews.items():
            view.setPlainText(
                preview.text[split] + (self._rest_sentence(corpus, split) if split in preview.cut else "")
            )
        made = self.__dict__
        if "reading" in made:
            self.reading.show_corpus(corpus)
        if "recipe" in made:
            self.recipe.show_contents(corpus.contents)
        if "sources" in made:
            self.sources.show_contents(corpus.contents)
        if "labels" in made:
            self.labels.show_corpus(corpus)
        passed_over = len(corpus.contents.skipped)
        files = self.tr("Files ({count} passed over)") if passed_over else self.tr("Files")
        self.leaves.setTabText(_SOURCES, files.format(count=passed_over))

    def show_figures(self, corpus: Corpus) -> None:
        """What was counted of it, also where all else that is shown stays."""
        contents, locale = corpus.contents, QLocale()
        for name, figure in self.figures.items():
            is_known = contents.is_counted or name in ADDS_UP
            figure.setText(locale.toString(getattr(contents.statistics, name)) if is_known else "…")
        self.split.setText(self._split_sentence(corpus))
        frequent = "  ".join(f"{word} {count}" for word, count in contents.statistics.frequent_words[:FREQUENT])
        self.frequent.setText(frequent if contents.is_counted else "…")
        self.report.show_contents(contents)
        self._shown = corpus
        if "statistics" in self.__dict__:
            self.statistics.show_contents(contents)

    def _split_sentence(self, corpus: Corpus) -> str:
        sizes = corpus.contents.statistics.split_characters
        whole = sum(sizes.values()) or 1
        percent = {split: round(100 * sizes.get(split, 0) / whole) for split in Split}
        return self.tr(
            "The model learns from {train} % of the text. {validation} % is never trained on (validation); it tells how"
            " well the model does on text it has not seen. Another {test} % is kept for a last check (test)."
        ).format(train=percent[Split.TRAIN], validation=percent[Split.VALIDATION], test=percent[Split.TEST])

    def _rest_sentence(self, corpus: Corpus, split: Split) -> str:
        """Where what is shown ends, amid a sentence or not."""
        characters = corpus.contents.statistics.split_characters.get(split, 0)
        words = self.tr("Only the beginning is shown here. The whole has {count} characters.")
        return " …\n\n[" + words.format(count=QLocale().toString(characters)) + "]"

    def _removed_sentence(self, preview: Preview) -> str:
        removed = [(step, count) for step, count in preview.removed.items() if count]
        if not removed:
            return self.tr("Cleaning found nothing to remove.")
        parts = quantities.listing(f"{_step_title(step)} ({QLocale().toString(count)})" for step, count in removed)
        return self.tr("Removed while cleaning, in characters: {parts}.").format(parts=parts)

    def _figure_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        titles = {
            "words": self.tr("words"),
            "vocabulary": self.tr("different words"),
            "paragraphs": self.tr("paragraphs"),
            "longest_line": self.tr("characters in the longest line"),
            "duplicate_paragraphs": self.tr("repeated paragraphs"),
        }
        for number, (name, title) in enumerate(titles.items()):
            figure = Label()
            figure.setProperty("figure", True)
            figure.setAccessibleName(title)
            caption = Label(title)
            caption.setProperty("quiet", True)
            caption.setWordWrap(True)
            caption.setContentsMargins(0, 0, 0, 8)
            row, column = divmod(number, 2)
            grid.addWidget(figure, 2 * row, column)
            grid.addWidget(caption, 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
            self.figures[name] = figure
        return grid

    def _title(self, text: str) -> Label:
        title = Label(text)
        title.setProperty("subheading", True)
        return title

    def _preview(self, split: Split) -> QPlainTextEdit:
        preview = QPlainTextEdit()
        preview.setReadOnly(True)
        preview.setTabChangesFocus(True)
        preview.setAccessibleName(QCoreApplication.translate("CorpusDetails", SPLITS[split]))
        return preview


_ALWAYS_DONE = {
    "line_ends": QT_TRANSLATE_NOOP("CorpusDetails", "line ends"),
    "blank_lines": QT_TRANSLATE_NOOP("CorpusDetails", "blank lines"),
}


def _step_title(name: str) -> str:
    """What a step of cleaning is called; older versions stored names that say it themselves."""
    if name in STEPS:
        return QCoreApplication.translate("steps", STEPS[name].title).lower()
    return QCoreApplication.translate("CorpusDetails", _ALWAYS_DONE.get(name, name))


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(QCoreApplication.translate("CorpusDetails", "About this text"))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    area.setMinimumWidth(250)
    return area
