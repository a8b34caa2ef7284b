"""History: every run of the project, and everything about the ones that are selected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QInputDialog,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.experiments.what_now import what_now
from workbench.ground import records
from workbench.gui.context import Context
from workbench.gui.faces import Faces
from workbench.gui.history.column_choice import ColumnChoice, Columns
from workbench.gui.history.curve_reader import CurveReader, CurvesOfRun
from workbench.gui.history.deletion import Deletion, ask_deletion
from workbench.gui.history.filing import Filer, FilingBar
from workbench.gui.history.repeating import Repeater
from workbench.gui.history.run_comparison import RunComparison
from workbench.gui.history.run_details import RunDetails
from workbench.gui.history.run_filter import RunFilter, RunQuery
from workbench.gui.history.run_search import RunSearch
from workbench.gui.history.run_table import BITS, FIGURES, GROUP, LOSS, PERPLEXITY, RUN, TAGS, RunTable
from workbench.gui.parts.export_menu import Exporter
from workbench.gui.parts.offers import Offer, Offers
from workbench.gui.parts.page_head import PageHead
from workbench.gui.parts.row_view import RowView
from workbench.gui.parts.undo_strip import UndoStrip
from workbench.gui.plain import Label
from workbench.tasks.registry import shown_of
from workbench.tasks.task import Headline
from workbench.values.changes import Changes
from workbench.values.run import Run

COLUMNS = "history.table"  # a preference of the project: which columns are shown, in which order and how wide


class HistoryPage(QWidget):
    """Draws the project's runs; what is done to a run is done in the project, and the page is drawn again."""

    use_requested = Signal(Run)  # in Predict
    repeat_requested = Signal(Run)  # its settings, in Train
    retry_requested = Signal(Run, object)  # another one like it, with these settings by their names
    continue_requested = Signal(Run)
    results_requested = Signal(Run)
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._drawing: object | None = None  # the newest one
        self._chosen: set[int] = set()  # runs, for the next drawing to select
        self.table = RunTable(self)
        self.shown = RunFilter(self)
        self.shown.setSourceModel(self.table)
        self.view = RowView(self.shown, self.tr("Runs of the project"))
        self.view.setSelectionMode(RowView.SelectionMode.ExtendedSelection)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(self.shown.columnCount() - 1, Qt.SortOrder.DescendingOrder)
        self.view.setAlternatingRowColors(True)
        preferences = context.project.preferences
        self.columns = ColumnChoice(
            self.view,
            records.read(Columns, preferences.get(COLUMNS, {})),
            lambda chosen: preferences.set(COLUMNS, records.written(chosen)),
        )
        # Selecting many rows tells of each stretch of them; the runs are shown once, when all are selected.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_selected)
        self.view.selectionModel().selectionChanged.connect(lambda: self._soon.start())
        self.search = RunSearch()
        self.search.query_changed.connect(self._search)
        self.undo = UndoStrip()
        self.undo.offered.connect(context.undo_offered)
        self.filer = Filer(context, self)
        self.filer.filed.connect(lambda done: self.undo.offer(done, self.filer.stack.undo))
        self.filer.stack.indexChanged.connect(lambda _: self.undo.hide())
        self.filing = FilingBar(self.filer, self.selected, lambda: self.table.runs)
        self.details = RunDetails()
        self.details.use_requested.connect(self.use_requested)
        self.details.repeat_requested.connect(self.repeat_requested)
        self.details.retry_requested.connect(self.retry_requested)
        self.details.text_requested.connect(lambda: self.place_requested.emit("text"))
        self.details.continue_requested.connect(self.continue_requested)
        self.details.results_requested.connect(self.results_requested)
        self.exporter = Exporter(context, self)
        self.details.export_requested.connect(self.exporter.ask)
        self.repeater = Repeater(context, self)
        self.details.check_requested.connect(self.repeater.start_repetition)
        self.details.report_requested.connect(lambda run: self.exporter.ask_report([run]))
        self.details.rename_requested.connect(self.rename)
        self.details.delete_requested.connect(lambda run: self.delete([run]))
        self.details.note_edited.connect(self.filer.note)
        self._reader = CurveReader(context, "history.curves", self)
        self._reader.read.connect(self._show_curves)
        self.comparison = RunComparison(context)
        self.comparison.report_requested.connect(self.exporter.ask_report)
        self.comparison.delete_requested.connect(self.delete)
        self.comparison.run_chosen.connect(self.show_run)
        self.comparison.runs_chosen.connect(lambda runs: self._select({run.id for run in runs}))
        Offers(self.view, self._offered)
        self._lay_out()
        context.changed.connect(self._hear)

    @property
    def begins_at(self) -> QWidget:
        """What has the focus of who comes by keys: the list of runs."""
        return self.view

    def refresh(self, changed: Set[int] | None = None) -> None:
        """Read the runs anew and keep what was selected as far as it is still there.

        Where only these were `changed`, what is shown of other ones stays as it is.
        """
        for _ in self.drawing(changed):
            pass

    def drawing(self, changed: Set[int] | None = None) -> Iterator[None]:
        """The same in steps, for who has to answer meanwhile; where it is drawn anew before the last, that stands."""
        drawing = self._drawing = object()
        runs = [self.filer.as_filed(run) for run in self._context.project.runs.every()]
        yield
        if drawing is not self._drawing:
            return
        selected = self._chosen = self._chosen or {run.id for run in self.selected()}
        self.table.show(runs)
        self.search.offer(runs)
        of_tokens = [shown_of(run).headline is Headline.PERPLEXITY for run in runs]
        is_counted = [run.best_bits_per_byte is not None for run in runs]
        self.columns.suit(
            {
                GROUP: any(run.group for run in runs),
                TAGS: any(run.tags for run in runs),
                # The loss is told by other columns, of runs that have a figure there.
                LOSS: not (any(is_counted) and all(of_tokens)),
                PERPLEXITY: not runs or any(of_tokens),
                BITS: not runs or any(of_tokens),
                FIGURES: any(run.best_figures for run in runs),
            }
        )
        self._places.setCurrentIndex(1 if runs else 0)
        self._say_what_is_found()
        yield
        if drawing is not self._drawing:
            return
        self._chosen = set()
        is_still_so = bool(selected) and selected == {run.id for run in self.selected()}
        if changed is not None and is_still_so and selected.isdisjoint(changed):
            return
        shown = self.shown.runs()
        self._select(selected & {run.id for run in shown} or {run.id for run in shown[:1]})

    def leave(self) -> None:
        """The offer to take something back, then what was searched for."""
        if self.undo.isVisible():
            self.undo.dismiss()
        else:
            self.search.clear()

    def choose(self, run: Run) -> None:
        """The one that is selected when the page is drawn next, whatever was searched for."""
        if not self.search.query().takes(run):
            self.search.clear()
            self.search.archived.setChecked(run.is_archived)
        self._chosen = {run.id}

    def show_run(self, run: Run) -> None:
        self.choose(run)
        self.refresh()

    def selected(self) -> list[Run]:
        """In the order of the table."""
        rows = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(RUN) for index in rows]

    def rename(self, run: Run) -> None:
        name, wanted = QInputDialog.getText(
            self, self.tr("Rename run"), self.tr("New name"), QLineEdit.EchoMode.Normal, run.name
        )
        if wanted and name.strip() and name.strip() != run.name:
            with self._context.telling():
                self.filer.rename(run, name.strip())

    def delete(self, runs: Sequence[Run]) -> None:
        """Ask, since it cannot be undone, and offer what can."""
        match ask_deletion(self, runs, self.table.runs):
            case Deletion.ARCHIVE:
                self.filer.archive(runs, True)
            case Deletion.DELETE:
                with self._context.telling():
                    for run in runs:
                        self._context.tell(self._context.project.runs.delete(run), self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.undo.hide()  # Ctrl+Z still takes it back

    def _hear(self, changes: Changes) -> None:
        if changes.runs and self.isVisible():
            self.refresh(changes.runs)

    def _search(self, query: RunQuery) -> None:
        self.shown.keep(query)
        self._say_what_is_found()

    def _say_what_is_found(self) -> None:
        self._found.setCurrentIndex(0 if self.shown.rowCount() or not self.table.rowCount() else 1)

    def _show_selected(self) -> None:
        runs = self.selected()
        self.filing.show_selected(runs)
        if len(runs) == 1:
            project, run = self._context.project, runs[0]
            self.details.show_run(run, project.runs.samples(run), bool(project.checkpoints.of(run)))
            self._reader.ask(runs)
            self._below.setCurrentWidget(self.details)
        elif runs:
            self.comparison.show_runs(runs)
            self._below.setCurrentWidget(self.comparison)
        self._below.setVisible(bool(runs))

    def _offered(self) -> list[Offer]:
        """For the runs that are selected now, even if they are not shown below yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._show_selected()
        details, runs = self.details, self.selected()
        filing = (
            [Offer(button) for button in (self.filing.tags, self.filing.groups, self.filing.archive)] if runs else []
        )
        if len(runs) != 1:
            return [*filing, Offer(self.comparison.delete, key="Del")] if runs else []
        doing = (
            Offer(details.use), Offer(details.results, opens=True), Offer(details.go_on), Offer(details.repeat),
            Offer(details.export), Offer(details.rename, key="F2"),
        )  # fmt: skip
        return [*doing, *filing, Offer(details.delete, key="Del")]

    def _show_curves(self, read: list[CurvesOfRun]) -> None:
        for each in read:
            self.details.show_curves(each.run, each.curves, what_now(self._context.project, each.run, each.curves))

    def _select(self, ids: set[int]) -> None:
        rows = [row for row, run in enumerate(self.shown.runs()) if run.id in ids]
        last, selection = self.shown.columnCount() - 1, QItemSelection()
        for _, stretch in groupby(enumerate(rows), key=lambda each: each[1] - each[0]):
            together = [row for _, row in stretch]  # a thousand selections of one row each are slow
            selection.select(self.shown.index(together[0], 0), self.shown.index(together[-1], last))
        self.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            if not self.view.currentIndex().isValid():  # the keys go on from it
                current = self.shown.index(rows[0], 0)
                self.view.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(self.shown.index(rows[0], 0))
        self._soon.stop()
        self._show_selected()

    def _lay_out(self) -> None:
        head = PageHead(self.tr("History"))
        head.cover(self.undo)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        self._below = Faces()
        self._below.addWidget(self.details)
        self._below.addWidget(self.comparison)
        split.addWidget(self._below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        self.search.take_in(self.filing)
        inside.addWidget(self.search)
        self._found = Faces()
        self._found.addWidget(split)
        self._found.addWidget(self._nothing_found())
        inside.addWidget(self._found, 1)
        self._places = Faces()
        self._places.addWidget(self._empty())
        self._places.addWidget(full)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self._places, 1)

    def _nothing_found(self) -> QWidget:
        nothing = QWidget()
        self.nothing = Label(self.tr("No run is found by these words and filters."))
        self.nothing.setProperty("subheading", True)
        everything = QPushButton(self.tr("Show every run"))
        everything.clicked.connect(self.search.clear)
        layout = QVBoxLayout(nothing)
        layout.addStretch()
        for widget in (self.nothing, everything):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
        return nothing

    def _empty(self) -> QWidget:
        empty = QWidget()
        words = Label(self.tr("No run yet. Every fine-tuning is kept here with its settings, curves and notes."))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("subheading", True)
        go = QPushButton(self.tr("Go to Train"))
        go.clicked.connect(lambda: self.place_requested.emit("train"))
        layout = QVBoxLayout(empty)
        layout.addStretch()
        layout.addWidget(words)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return empty
