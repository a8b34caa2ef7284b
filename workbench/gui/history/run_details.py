"""Everything about one run: its settings, curves, samples and note, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.costs.finding import Finding
from workbench.exporting.adapter import adapter_bytes
from workbench.exporting.formats import Format, exports_of
from workbench.exporting.gguf.quantisations import Quantisation, sizes
from workbench.gui.history.run_samples import RunSamples
from workbench.gui.history.run_table import status_in_words
from workbench.gui.history.settings_table import SettingsTable
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.export_menu import Export, ExportMenu
from workbench.gui.parts.kept_text import Note
from workbench.gui.parts.lines import lines_of
from workbench.gui.parts.next_act import NextAct
from workbench.gui.plain import Label, tip
from workbench.gui.plots.curves import RunCurves
from workbench.gui.words import headlines, quantities
from workbench.gui.words.advice_words import findings_in_words
from workbench.gui.words.headlines import input_in_words, title
from workbench.gui.words.kept import kept_in_words
from workbench.gui.words.measures import figures_in_words, model, protocol
from workbench.gui.words.run_state import CAN_CONTINUE, go_on_in_words, progress_in_words
from workbench.gui.words.sentences import told
from workbench.messages.errors import KnownError
from workbench.models.catalogue import read_config
from workbench.tasks.registry import find_task, shown_of
from workbench.tasks.task import Headline, Shown
from workbench.values.measurement import Curve
from workbench.values.place import HERE
from workbench.values.prediction import Sample
from workbench.values.run import Run, RunStatus

LINES = 3  # of what came of a run, that are seen at once

LINES_OF_CURVES = 10  # of text, that they are high at least: below that the page scrolls


class RunDetails(QWidget):
    """Shows one run; says what a person wants, and the page does it."""

    use_requested = Signal(Run)
    repeat_requested = Signal(Run)
    retry_requested = Signal(Run, object)  # another one like it, with these settings by their names
    text_requested = Signal()  # to bring in more
    check_requested = Signal(Run)  # whether its numbers come out again
    continue_requested = Signal(Run)
    results_requested = Signal(Run)
    export_requested = Signal(Run, Export)
    report_requested = Signal(Run)
    rename_requested = Signal(Run)
    delete_requested = Signal(Run)
    note_edited = Signal(Run, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._title = ElidedLabel()
        self._title.setProperty("heading", True)
        self._result = Label()
        self.curves = RunCurves()
        self.curves.setMinimumHeight(LINES_OF_CURVES * self.fontMetrics().lineSpacing())
        self.settings = SettingsTable()
        self._samples = RunSamples()
        self.note = Note()
        self.note.setPlaceholderText(self.tr("What you want to remember about this run; it is kept as you type"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.edited.connect(lambda text: self._run and self.note_edited.emit(self._run, text))
        # Beside the curves' own tabs, since tabs inside a tab are hard to find one's way in.
        self.curves.addTab(self._settings_tab(), self.tr("Settings"))
        self.curves.addTab(self._samples, self.tr("Samples"))
        self.curves.addTab(self.note, self.tr("Note"))

        self.use = self._button(self.tr("Use in Predict"), self.use_requested)
        self.results = self._button(self.tr("Results"), self.results_requested)
        self.results.setToolTip(self.tr("How well it does, what pretraining was worth to it, and what it learnt"))
        self.go_on = self._button(self.tr("Continue"), self.continue_requested)
        self.repeat = self._button(self.tr("Run again …"), self.repeat_requested)
        self.export = ExportMenu()
        self.export.report_chosen.connect(lambda: self._run and self.report_requested.emit(self._run))
        self.export.chosen.connect(self._export)
        self.rename = self._button(self.tr("Rename …"), self.rename_requested)
        self.delete = self._button(self.tr("Delete …"), self.delete_requested)
        self.next_act = NextAct(self.use, self.go_on, "advised", renames=False)
        self.next_act.retry_requested.connect(self.retry_requested)
        self.next_act.text_requested.connect(self.text_requested)
        buttons = QHBoxLayout()
        for button in (self.use, self.results, self.go_on, self.repeat, self.export, self.next_act):
            buttons.addWidget(button)
        buttons.addStretch()
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self.rename)
        heading.addWidget(self.delete)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(heading)
        layout.addWidget(lines_of(self._result, LINES, self.tr("What came of the run")))
        layout.addLayout(buttons)
        layout.addWidget(self.curves, 1)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def result(self) -> str:
        return self._result.text()

    def show_run(self, run: Run, samples: Sequence[Sample], usable: bool) -> None:
        """All but its curves and what these say, which `show_curves` brings.

        `usable`: it has a checkpoint to predict with or to go on from.
        """
        if self._run is None or run.id != self._run.id:
            self.note.save()  # of the run that was shown until now
            self.curves.show_nothing()
        self._run = run
        self.note.show_note(run.note)
        self._title.setText(run.name)
        self._result.setText(self._in_words(run))
        self._result.setToolTip(tip(protocol(run)))
        self.settings.show_run(run)
        self._made.setText(self._origin_in_words(run))
        self.check.setEnabled(run.steps > 0 and run.status is not RunStatus.RUNNING)
        running = run.status == RunStatus.RUNNING
        of_task = shown_of(run)
        self._samples.show_samples(samples, run.kept_step, of_task)
        shown = of_task if usable else Shown()
        self.use.setEnabled(bool(shown.predict))
        self.results.setEnabled(bool(shown.results))
        several = zip(run.keys, map(input_in_words, run.inputs), strict=True) if len(run.inputs) > 1 else ()
        exports, added = (exports_of(run), adapter_bytes(run)) if usable else ((), None)
        of_gguf = _sizes_of_gguf(run) if Format.GGUF in exports else {}
        self.export.show_usable(exports, labels=shown.labels, parts=tuple(several), adapter_bytes=added, sizes=of_gguf)
        self.go_on.setText(go_on_in_words(run))
        self.go_on.setVisible(run.status in (*CAN_CONTINUE, RunStatus.FINISHED))
        self.go_on.setEnabled(usable)
        self.next_act.offer_nothing()
        self.delete.setEnabled(not running)
        self.delete.setToolTip(self.tr("It is learning: stop it first") if running else "")

    def show_curves(self, run: Run, measurements: Mapping[str, Curve], findings: Sequence[Finding] = ()) -> None:
        """Those of the run that is shown, and what they say; what comes late for another one is let go."""
        if self._run is not None and run.id == self._run.id:
            self.curves.show_run(run, measurements)
            self._result.setText(quantities.in_turn((self._in_words(run), findings_in_words(findings))))
            if findings:
                self.next_act.offer(run, findings)

    def _in_words(self, run: Run) -> str:
        if run.status is RunStatus.QUEUED:
            return self.tr("It waits in the queue for its turn.")
        if run.error:
            return self.tr("{status}: {error}").format(status=status_in_words(run.status), error=told(run.error))
        sentence, lineage = self._state_in_words(run), tuple(_lineage_in_words(run))
        if run.best_validation_loss is None:
            return quantities.in_turn((sentence, *lineage))
        is_perplexity = headlines.headline_of(run) is Headline.PERPLEXITY
        if is_perplexity:
            result = self.tr("Perplexity {change} a token on the validation text, which it was not trained on.")
        else:
            result = self.tr("Loss {change} on the validation text, which it was not trained on.")
        if run.best_bits_per_byte is not None:
            result = self.tr(
                "Perplexity {change} a token, {bits} bits per byte on the validation text, which it was not trained on."
            )
        figures = quantities.listing(f"{title} {change}" for title, change in figures_in_words(run))
        if figures and is_perplexity:
            result = self.tr(
                "{figures}; perplexity {change} a token on the validation text, which it was not trained on."
            )
        elif figures:
            result = self.tr("{figures}; loss {change} on the validation text, which it was not trained on.")
        bits = quantities.change(quantities.loss(run.base_bits_per_byte), quantities.loss(run.best_bits_per_byte))
        result = result.format(change=headlines.change_of(run), bits=bits, figures=figures)
        return quantities.in_turn((sentence, result, kept_in_words(run), *lineage))

    def _state_in_words(self, run: Run) -> str:
        """What is known of how far it came: before its first step, neither steps nor time."""
        status, progress = status_in_words(run.status), progress_in_words(run)
        if not run.total_steps:
            if run.status is RunStatus.RUNNING:
                return self.tr("{status}: {progress}.").format(status=status, progress=progress)
            return self.tr("{status} before its first step.").format(status=status)
        if run.status is RunStatus.FINISHED and run.steps < run.total_steps:
            words = self.tr("{status} early after {progress} and {time}, since it no longer got better.")
        else:
            words = self.tr("{status} after {progress} and {time}.")
        return words.format(status=status, progress=progress, time=quantities.duration(run.seconds))

    def _settings_tab(self) -> QWidget:
        """The settings, and with what they were used: all that is needed to make the run again."""
        tab = QWidget()
        self._made = Label()
        self._made.setProperty("quiet", True)
        self._made.setWordWrap(True)
        self.check = self._button(self.tr("Repeat and compare"), self.check_requested)
        self.check.setToolTip(self.tr("Train once more exactly so, and see whether each number is the same"))
        below = QHBoxLayout()
        below.addWidget(self._made, 1)
        below.addWidget(self.check, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(tab)
        layout.addWidget(self.settings, 1)
        layout.addLayout(below)
        return tab

    def _origin_in_words(self, run: Run) -> str:
        made = run.provenance
        if made is None:
            return self.tr("With what it was made was not noted.")
        versions = quantities.listing(f"{name} {number}" for name, number in made.versions.items())
        computer = quantities.listing(made.hardware.get(name, "") for name in ("processor", "memory", "device"))
        return self.tr("Made with {versions}, on {computer}.").format(versions=versions, computer=computer)

    def _export(self, export: Export) -> None:
        if self._run:
            self.export_requested.emit(self._run, export)

    def _button(self, text: str, wish: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._run and wish.emit(self._run))  # type: ignore[attr-defined]
        return button


def _lineage_in_words(run: Run) -> Iterator[str]:
    """What it learnt at once, and who taught it."""
    if len(run.inputs) > 1:
        every = (
            QCoreApplication.translate("RunDetails", "{task} (“{corpus}”, {weight})").format(
                task=title(find_task(each.task).shown),
                corpus=each.corpus,
                weight=quantities.plain(each.weight),
            )
            for each in run.inputs
        )
        yield QCoreApplication.translate("RunDetails", "Learnt at once, by weight: {inputs}.").format(
            inputs=quantities.clauses(every)
        )
    if run.teacher is not None:
        yield QCoreApplication.translate("RunDetails", "Taught by “{name}”.").format(name=model(run.teacher.name))
    if run.where != HERE:
        yield QCoreApplication.translate("RunDetails", "Learnt at: {place}.").format(place=told(run.where.called))


def _sizes_of_gguf(run: Run) -> dict[Quantisation, int]:
    """Of its model in each kind of numbers; nothing where it cannot be read any more."""
    try:
        return sizes(read_config(run.folder / "model"))
    except KnownError:
        return {}
