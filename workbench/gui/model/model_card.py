"""One model as a card: what it is, where it comes from, and whether it fits this computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.model.memory_table import MemoryTable
from workbench.gui.parts.card_button import CardButton
from workbench.gui.plain import Label
from workbench.gui.words import quantities
from workbench.gui.words.languages import language_name
from workbench.gui.words.sentences import told
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.models.card import Fit, FitEstimate, MemoryNeed, PretrainedModel
from workbench.models.naming import called
from workbench.values.model_ref import Folder, ModelRef
from workbench.values.network_kind import NetworkKind

FITS = {
    Fit.FITS: (QT_TRANSLATE_NOOP("ModelCard", "✓ Fits this computer"), "good"),
    Fit.TIGHT: (QT_TRANSLATE_NOOP("ModelCard", "! Tight on this computer"), "warn"),
    Fit.DOES_NOT_FIT: (QT_TRANSLATE_NOOP("ModelCard", "✗ Does not fit this computer"), "bad"),
}


class ModelCard(CardButton):
    """A model with weights and, as a second choice, its architecture with random weights; or the latter alone."""

    chosen = Signal(object)  # a ModelRef

    def __init__(
        self, model: PretrainedModel, scratch: PretrainedModel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.scratch = scratch
        self._needs: Sequence[MemoryNeed] = ()
        self._has_times = False
        self.clicked.connect(lambda: self.chosen.emit(self.model.ref))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(model.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        name = Label(model.name)
        name.setProperty("subheading", True)
        self.mark = Label()
        self.mark.setProperty("tone", "good")
        self.fit = Label()
        top = QHBoxLayout()
        top.addWidget(name)
        top.addWidget(self.mark)
        top.addStretch()
        top.addWidget(self.fit)
        self.facts = Label(self._facts())
        self.facts.setProperty("quiet", True)
        self.facts.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        for text in (self._addition(), told(model.trained_on), self._kind(), self._place()):
            line = Label(text)
            line.setWordWrap(True)
            layout.addWidget(line)
            line.setVisible(bool(text))  # once it is a part of the card: before, it would be a window
        layout.addWidget(self.facts)
        self.cost = Label()
        self.needs = Label()
        for line in (self.cost, self.needs):
            line.setProperty("quiet", True)
            line.setWordWrap(True)
            layout.addWidget(line)
        self.memory = MemoryTable()
        self.memory.hide()
        self.unfold = QPushButton()
        self.unfold.setProperty("link", True)
        self.unfold.setCheckable(True)
        self.unfold.hide()
        self.unfold.toggled.connect(self._unfold)
        self._unfold(False)
        layout.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.memory)
        self.scratch_button = QPushButton(self.tr("Start from random weights instead, to compare"))
        self.scratch_button.setProperty("link", True)
        self.scratch_button.clicked.connect(self._choose_scratch)
        layout.addWidget(self.scratch_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.scratch_button.setVisible(scratch is not None)

    def show_chosen(self, chosen: ModelRef | None) -> None:
        """Mark the card if its model is `chosen`, or its architecture from scratch."""
        from_scratch = self.scratch is not None and str(chosen) == str(self.scratch.ref)
        is_chosen = from_scratch or str(chosen) == str(self.model.ref)
        mark = self.tr("✓ Chosen, with random weights") if from_scratch else self.tr("✓ Chosen")
        self.mark.setText(mark if is_chosen else "")
        self._describe()
        self.update()

    def show_fit(self, estimate: FitEstimate | None) -> None:
        """Say what a balanced fine-tuning costs; nothing where no text is chosen yet."""
        if estimate is None:
            self.fit.clear()
            self.needs.hide()
            self.unfold.hide()
            self.memory.hide()
            self.cost.setText(self.tr("Choose a text to see how long it takes."))
            return
        text, tone = FITS[estimate.fit]
        self.fit.setText(QCoreApplication.translate("ModelCard", text))
        self._describe()
        self.fit.setProperty("tone", tone)
        self.fit.style().unpolish(self.fit)
        self.fit.style().polish(self.fit)
        self.cost.setText(
            self.tr("A balanced fine-tuning takes {memory} of memory. Expected time: {time}.").format(
                time=quantities.expected_duration([estimate]), memory=quantities.memory(estimate.memory_bytes)
            )
        )
        self.needs.setText(self._speed(estimate))
        self.needs.setVisible(bool(estimate.needs))
        self.unfold.setVisible(bool(estimate.needs))
        self._needs, self._has_times = estimate.needs, estimate.is_measured
        self._unfold(self.unfold.isChecked())

    def _describe(self) -> None:
        """For who hears the card."""
        texts = (self.mark.text(), self.fit.text(), told(self.model.trained_on), self.facts.text())
        self.setAccessibleDescription(quantities.clauses(filter(None, texts)))

    @property
    def is_chosen(self) -> bool:
        return bool(self.mark.text())

    def _unfold(self, unfolded: bool) -> None:
        """By the person alone: a card that grew when it was chosen would push the others away under the pointer."""
        self.unfold.setText(self.tr("▾ What training takes") if unfolded else self.tr("▸ What training takes"))
        if unfolded:
            self.memory.show_needs(self._needs, with_times=self._has_times)
        self.memory.setVisible(unfolded and bool(self._needs))

    def _choose_scratch(self) -> None:
        assert self.scratch is not None
        self.chosen.emit(self.scratch.ref)

    def _speed(self, estimate: FitEstimate) -> str:
        """How long a thousand tokens take, and the memory to predict."""
        parts = [self.tr("Predicting takes {memory}.").format(memory=quantities.gigabytes(estimate.bytes_to_predict))]
        if estimate.is_measured:
            said = self.tr("1,000 tokens take about {learning} to learn from and {reading} to read on this computer.")
            times = estimate.seconds_per_1000_tokens, estimate.seconds_to_read_1000_tokens
            learning, reading = map(quantities.short_time, times)
            parts.insert(0, said.format(learning=learning, reading=reading))
        return " ".join(parts)

    def _addition(self) -> str:
        added = self.model.addition
        if added is None:
            return ""
        said = self.tr("An addition to {name} (LoRA adapter of rank {rank}), asked and trained on as one with it.")
        return said.format(name=told(called(added.base)), rank=QLocale().toString(added.rank))

    def _kind(self) -> str:
        if self.model.kind is NetworkKind.TRANSFORMER:
            return self.tr("Transformer: looks back at up to {count} tokens at once.").format(
                count=QLocale().toString(self.model.context_length)
            )
        return self.tr("Recurrent network (LSTM): reads word by word and keeps a memory.")

    def _place(self) -> str:
        """Where a file lies that other programs use as well, and which nothing here changes."""
        folder = self.model.folder
        if not isinstance(self.model.ref, Folder) or folder is None or folder.is_dir():
            return ""
        return self.tr("In the file {place}, which is read where it lies.").format(place=folder)

    def _facts(self) -> str:
        locale, model = QLocale(), self.model
        facts = [
            self.tr("{count} parameters").format(count=quantities.count(model.parameters)),
            self.tr("vocabulary of {count}").format(count=locale.toString(model.vocabulary)),
        ]
        if model.quantisation:
            facts.append(
                self.tr("{size} on disk in {kind} (what that lost of the original is not known here)").format(
                    size=quantities.size(model.size_bytes), kind=model.quantisation
                )
            )
        elif model.size_bytes:
            size = locale.toString(max(model.size_bytes / 1e6, 0.1), "f", 1 if model.size_bytes < 1e6 else 0)
            facts.append(self.tr("{size} MB on disk").format(size=size))
        if model.languages:
            facts.append(quantities.listing(map(language_name, model.languages)))
        facts.append(self.tr("licence: {name}").format(name=model.licence or self.tr("not stated")))
        return "  ·  ".join(facts)
