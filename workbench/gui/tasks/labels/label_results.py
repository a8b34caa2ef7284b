"""How well a run tells the labels of a part of its text, beside words alone, the most frequent label and other runs."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.corpora.remarks import leaks
from workbench.experiments.kept import LABELS, keep, kept, name_of
from workbench.experiments.label_comparison import LabelsCompared, compare_labels
from workbench.gui.context import Context
from workbench.gui.parts.finding_view import SplitBox, words
from workbench.gui.parts.part_box import PartBox
from workbench.gui.steady import ComboBox
from workbench.gui.tasks.labels.label_figures import LabelFigures
from workbench.gui.tasks.view import ResultView
from workbench.gui.words.sentences import told
from workbench.tasks.registry import labels_kept
from workbench.values.corpus import Split
from workbench.values.model_ref import OfRun
from workbench.values.run import Run

_TASKS = ("labels", "tags")  # whose results these are


class LabelResults(ResultView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self._compared: dict[tuple[int, str, int], LabelsCompared] = {}  # of a run, by what was read, with another one
        self.about.setText(
            self.tr("Labels a part of the text and counts how often that is right, beside what words alone can tell.")
        )
        self.start.setText(self.tr("Evaluate"))
        self.split = SplitBox((Split.VALIDATION, Split.TEST, Split.TRAIN))
        self.other = ComboBox()
        self.other.setAccessibleName(self.tr("Compared with"))
        self.other.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(14)
        self.part = PartBox(_TASKS)
        for place, box in enumerate((self.part, self.split, self.other), start=1):
            box.currentIndexChanged.connect(lambda: self._show_kept())
            self.top.insertWidget(place, box)
        self.leaks = words("")
        self.leaks.setProperty("tone", "warn")
        self.figures = LabelFigures()
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.leaks)
        layout.addWidget(self.figures)

    def show_run(self, run: Run) -> None:
        self._run = run
        self.part.show_run(run)
        self._offer_others(run)
        self._show_kept()

    def begin(self) -> None:
        run, split, other = self._run, self.split.split, self.other.currentData()
        if run is None or self.is_busy:
            return
        base = None if other is None else OfRun(other)
        key, each = self.part.part, self.part.input
        services = self._context.services
        work = partial(compare_labels, services, OfRun(run.id), each.corpus, split, base=base, part=key)
        self.drive(self.tr("Evaluating {name}").format(name=run.name), work, partial(self._take, run, key, other))

    @property
    def seconds(self) -> float | None:
        if self._run is None or not self.found.isHidden():
            return None
        planning = self._context.services.planning
        return planning.seconds_to_read(OfRun(self._run.id), self.part.input.corpus, self.split.split)

    def _take(self, run: Run, part: str, other: int | None, result: LabelsCompared) -> None:
        name = name_of(LABELS, Split(result.evaluation.split), part)
        if other is None:
            with self._context.telling():
                keep(self._context.project, run, name, result)
        else:  # the other one may go on learning, and what is kept is of this one's checkpoints alone
            self._compared[run.id, name, other] = result
        self._show_kept()

    def _show_kept(self) -> None:
        if self._run is None:
            return
        name, other = name_of(LABELS, self.split.split, self.part.part), self.other.currentData()
        if other is None:
            found = kept(self._context.project, self._run, name, LabelsCompared)
        else:
            found = self._compared.get((self._run.id, name, other))
        if found is not None:
            self._show(found)
            return
        self.found.hide()
        if not self.is_busy:
            self.say(self.tr("Not measured yet. It takes about as long as reading that part of the text once."))

    def _show(self, found: LabelsCompared) -> None:
        self.say("")
        self.found.show()
        self.figures.show_found(found)
        said = self._leaks(found.evaluation.split)
        self.leaks.setText(said)
        self.leaks.setVisible(bool(said))

    def _offer_others(self, run: Run) -> None:
        """The runs that tell the same labels of the same text."""
        chosen, known = self.other.currentData(), labels_kept(run)
        alike = [
            each
            for each in self._context.project.runs.every()
            if each.id != run.id
            and (each.corpus_of(*_TASKS), each.task) == (run.corpus_of(*_TASKS), run.task)
            and each.kept_step is not None
            and labels_kept(each) == known
        ]
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(self.tr("beside words alone"), None)
        for each in alike:
            self.other.addItem(self.tr("and “{name}”").format(name=each.name), each.id)
        self.other.setCurrentIndex(max(0, self.other.findData(chosen)))
        self.other.blockSignals(False)
        self.other.setVisible(bool(alike))

    def _leaks(self, split: Split) -> str:
        """That the part has passages which were trained on, if the text is still there."""
        corpora = self._context.project.corpora.every() if self._run and split is not Split.TRAIN else ()
        name = None if self._run is None else self.part.input.corpus
        found = next((leaks(each.contents) for each in corpora if each.name == name), None)
        return told(found) if found else ""
