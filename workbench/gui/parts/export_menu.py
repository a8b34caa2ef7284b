"""Export: a menu of what a run can be written as, where to, and the job that writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from workbench.exporting.formats import OF_THE_RUN, Format, export_run, suggested_name
from workbench.exporting.gguf.quantisations import Quantisation
from workbench.exporting.hugging_face import Numbers
from workbench.exporting.report import facts, write_report
from workbench.ground.names import slug
from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.words import quantities
from workbench.gui.words.sentences import IN_WINDOW
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.run import Run


@dataclass(frozen=True)
class Export:
    """One way to write a run."""

    wanted: Format
    title: str
    purpose: str
    numbers: Numbers = Numbers.FLOAT32
    of_labels: str = ""  # its purpose where the run tells labels, if it is another one
    part: str = ""  # what of a run that learnt several things; empty of one that learnt one
    quantisation: Quantisation = Quantisation.F16

    def offered(self, *, labels: bool = False) -> str:
        """As it stands in the menu: what is behind a tab is in a column of its own."""
        purpose = self.of_labels if labels and self.of_labels else self.purpose
        return f"{_translated(self.title)} …\t{_translated(purpose)}"


EXPORTS: dict[str, tuple[Export, ...]] = {
    QT_TRANSLATE_NOOP("Exports", "The model"): (
        Export(
            Format.HUGGING_FACE,
            QT_TRANSLATE_NOOP("Exports", "Hugging Face folder"),
            QT_TRANSLATE_NOOP("Exports", "opens in transformers, and in this program elsewhere"),
        ),
        Export(
            Format.HUGGING_FACE,
            QT_TRANSLATE_NOOP("Exports", "The same in half the size (bfloat16)"),
            QT_TRANSLATE_NOOP("Exports", "shorter numbers, nearly the same probabilities"),
            Numbers.BFLOAT16,
        ),
        Export(
            Format.ADAPTER,
            QT_TRANSLATE_NOOP("Exports", "LoRA adapter (PEFT)"),
            QT_TRANSLATE_NOOP("Exports", "what it added to its model, alone, for peft"),
        ),
        Export(
            Format.SAVED_MODEL,
            QT_TRANSLATE_NOOP("Exports", "TensorFlow SavedModel"),
            QT_TRANSLATE_NOOP("Exports", "takes text and answers with next tokens"),
            of_labels=QT_TRANSLATE_NOOP("Exports", "takes text and answers with labels"),
        ),
        Export(
            Format.KERAS,
            QT_TRANSLATE_NOOP("Exports", "Keras file (.keras)"),
            QT_TRANSLATE_NOOP("Exports", "to go on with in Python"),
        ),
        Export(
            Format.GGUF,
            QT_TRANSLATE_NOOP("Exports", "GGUF file"),
            QT_TRANSLATE_NOOP("Exports", "for Ollama, LM Studio and llama.cpp"),
        ),
        Export(
            Format.LITERT,
            QT_TRANSLATE_NOOP("Exports", "LiteRT file (.tflite)"),
            QT_TRANSLATE_NOOP("Exports", "for telephones and small devices"),
        ),
    ),
    QT_TRANSLATE_NOOP("Exports", "What it measured"): (
        Export(
            Format.CSV,
            QT_TRANSLATE_NOOP("Exports", "Table (CSV)"),
            QT_TRANSLATE_NOOP("Exports", "every loss, rate and speed, for a spreadsheet"),
        ),
        Export(
            Format.TENSORBOARD,
            QT_TRANSLATE_NOOP("Exports", "TensorBoard events"),
            QT_TRANSLATE_NOOP("Exports", "its curves and samples"),
        ),
    ),
}  # fmt: skip


# What is said of each kind of numbers of a GGUF file.
QUANTISATIONS = {
    Quantisation.F32: QT_TRANSLATE_NOOP("Exports", "F32: the numbers as they are, {size}"),
    Quantisation.F16: QT_TRANSLATE_NOOP("Exports", "F16: next to nothing is lost, {size}"),
    Quantisation.BF16: QT_TRANSLATE_NOOP("Exports", "BF16: as F16, for very large and small numbers, {size}"),
    Quantisation.Q8_0: QT_TRANSLATE_NOOP("Exports", "Q8_0: hardly anything is lost, {size}"),
    Quantisation.Q5_1: QT_TRANSLATE_NOOP("Exports", "Q5_1: a little is lost, {size}"),
    Quantisation.Q5_0: QT_TRANSLATE_NOOP("Exports", "Q5_0: a little more, {size}"),
    Quantisation.Q4_1: QT_TRANSLATE_NOOP("Exports", "Q4_1: small, and told apart from the model, {size}"),
    Quantisation.Q4_0: QT_TRANSLATE_NOOP("Exports", "Q4_0: the smallest, {size}"),
}


class ExportMenu(QPushButton):
    """A button with the menu; says what was chosen."""

    chosen = Signal(Export)
    report_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Export") + " ▾")
        self.setAccessibleName(self.tr("Export this run"))
        menu = QMenu(self)
        self.report = menu.addAction(self.tr("Report …\ta page or a PDF for the audience of a talk"))
        self.report.triggered.connect(lambda: self.report_chosen.emit())
        self._of_the_model: dict[QAction, Export] = {}
        self._of_the_run: list[QAction] = []
        for heading, exports in EXPORTS.items():
            menu.addSeparator()
            # The heading that a section would have is not drawn in every style.
            menu.addAction(_translated(heading)).setEnabled(False)
            for export in exports:
                action = menu.addAction(export.offered())
                action.triggered.connect(lambda _checked=False, export=export: self.chosen.emit(export))
                if export.wanted in OF_THE_RUN:
                    self._of_the_run.append(action)
                else:
                    self._of_the_model[action] = export
        self.setMenu(menu)

    def show_usable(
        self,
        exports: Sequence[str],
        *,
        labels: bool = False,
        parts: Sequence[tuple[str, str]] = (),
        adapter_bytes: int | None = None,
        sizes: Mapping[Quantisation, int] | None = None,
    ) -> None:
        """The formats that the model can be written in, none as long as there is no model; what was measured always.

        `labels`: whether it tells these, and no next words. `parts` are the names of several things that it learnt,
        each with what it is called: which of them is written is chosen in a menu of each format's own. So is the kind
        of numbers of a GGUF file, by the `sizes` that they make it, in bytes. An adapter says how large it will be:
        that it is small is why one wants it.
        """
        for action, export in self._of_the_model.items():
            offered = export.offered(labels=labels)
            if export.wanted is Format.ADAPTER and adapter_bytes is not None:
                offered = f"{offered} ({quantities.size(adapter_bytes)})"
            choices = _choices(export, parts, (sizes or {}) if export.wanted is Format.GGUF else {})
            action.setText(_translated(export.title) if choices else offered)
            action.setEnabled(export.wanted in exports)
            self._offer(action, choices)
        for action in self._of_the_run:
            action.setEnabled(True)

    def _offer(self, action: QAction, choices: Sequence[tuple[str, Export]]) -> None:
        older = action.menu()
        action.setMenu(None)  # type: ignore[arg-type]
        if isinstance(older, QMenu):
            older.deleteLater()
        if not choices:
            return
        menu = QMenu(self)
        for words, chosen in choices:
            menu.addAction(f"{words} …").triggered.connect(
                lambda _checked=False, chosen=chosen: self.chosen.emit(chosen)
            )
        action.setMenu(menu)

    def show_several(self) -> None:
        """Of several runs there is a report alone."""
        self.setAccessibleName(self.tr("Export these runs"))
        for action in (*self._of_the_model, *self._of_the_run):
            action.setEnabled(False)


def _choices(
    export: Export, parts: Sequence[tuple[str, str]], sizes: Mapping[Quantisation, int]
) -> list[tuple[str, Export]]:
    """What a format is written of, and in which kind of numbers, in words; nothing where there is no choice."""
    of_parts = [(words, replace(export, part=part)) for part, words in parts]
    if not sizes:
        return of_parts
    return [
        (f"{words}  ·  {kind}" if words else kind, replace(chosen, quantisation=wanted))
        for words, chosen in of_parts or [("", export)]
        for wanted, kind in ((wanted, _of_kind(wanted, size)) for wanted, size in sizes.items())
    ]


def _of_kind(wanted: Quantisation, size_bytes: int) -> str:
    return _translated(QUANTISATIONS[wanted]).format(size=quantities.size(size_bytes))


class Exporter(QObject):
    """Asks where to, writes in the background, and tells where it is."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent

    def ask(self, run: Run, export: Export) -> None:
        """Have the person choose a file or a folder, then write it."""
        title = self.tr("Export “{name}”: {format}").format(name=run.name, format=_translated(export.title))
        suggested = str(Path.home() / suggested_name(run, export.wanted, export.part))
        if export.wanted.ending:
            kind = self.tr("Table (*{ending})").format(ending=export.wanted.ending)
            chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggested, kind)
        else:
            chosen, _ = QFileDialog.getSaveFileName(
                self._window, title, suggested, options=QFileDialog.Option.ShowDirsOnly
            )
        if chosen:
            self.start_export(run, export, Path(chosen))

    def start_export(self, run: Run, export: Export, destination: Path) -> Job:
        services = self._context.services
        job = self._context.jobs.start_job(
            self.tr("Exporting “{name}”").format(name=run.name),
            lambda: export_run(
                services, run.name, destination, export.wanted, export.numbers, export.part, export.quantisation
            ),
        )
        job.failed.connect(self._context.failed)
        job.finished.connect(self._tell)
        return job

    def ask_report(self, runs: Sequence[Run]) -> None:
        """A page about one run, or about several compared."""
        name = runs[0].name if len(runs) == 1 else self._context.project.name
        kinds = (self.tr("Page for a browser (*.html)"), self.tr("For paper (*.pdf)"))
        suggested = str(Path.home() / f"{slug(name)}.html")
        chosen, kind = QFileDialog.getSaveFileName(self._window, self.tr("Save report"), suggested, ";;".join(kinds))
        if chosen:
            file = Path(chosen)
            ending = ".pdf" if kind == kinds[1] or file.suffix.lower() == ".pdf" else ".html"
            self.start_report(runs, file if file.suffix.lower() == ending else file.with_suffix(ending))

    def start_report(self, runs: Sequence[Run], file: Path) -> Job:
        project, names = self._context.project, [run.name for run in runs]
        title = self.tr("Writing the report")
        if file.suffix.lower() == ".pdf":
            # What is known is collected in the background; only the window's own thread may lay it out.
            job = self._context.jobs.start_job(title, lambda: facts(project, list(runs), IN_WINDOW), lane="files")
            job.finished.connect(lambda shown: self._print(shown, file))
        else:
            job = self._context.jobs.start_job(
                title, lambda: write_report(project, names, file, IN_WINDOW), lane="files"
            )
            job.finished.connect(self._tell)
        job.failed.connect(self._context.failed)
        return job

    def _print(self, shown: Mapping[str, Any], file: Path) -> None:
        from workbench.gui.report_pdf import print_report

        with self._context.telling():
            print_report(shown, file)
            self._tell(file)

    def _tell(self, written: Path) -> None:
        self._context.saved.emit(self.tr("Saved: {place}").format(place=written), written)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Exports", text)
