"""Which of a repository's GGUF files: each with its size, and those that cannot be opened with the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import sentence
from workbench.models.hub.gguf_files import GgufChoice, suggested
from workbench.models.hub.search import HubModel

_LEAST_CHARACTERS = 20  # of a name that are seen, however narrow the window


class FileChoice(QWidget):
    chosen = Signal()

    def __init__(self, model: HubModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = model.choices
        self.box = ComboBox()
        self.box.setModel(self._items())
        self.box.setAccessibleName(self.tr("File of {title}").format(title=model.id))
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        first = suggested(self._choices)
        self.box.setCurrentIndex(self._choices.index(first) if first else 0)
        self.box.currentIndexChanged.connect(lambda _: self.chosen.emit())
        said = Label(self._counted())
        said.setProperty("quiet", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(said)

    @property
    def current(self) -> GgufChoice:
        return self._choices[self.box.currentIndex()]

    def choose(self, name: str) -> None:
        """The file of that name, if it is one of these."""
        place = next((place for place, choice in enumerate(self._choices) if choice.name == name), None)
        if place is not None:
            self.box.setCurrentIndex(place)

    def _counted(self) -> str:
        ready = sum(choice.problem is None for choice in self._choices)
        text = Counts.tr("%Ln files, each a model by itself", "", len(self._choices))
        if ready == len(self._choices):
            return text
        return self.tr("{files}; {ready} can be opened").format(files=text, ready=quantities.count(ready))

    def _items(self) -> QStandardItemModel:
        found = QStandardItemModel(self)
        for choice in self._choices:
            size = quantities.size(choice.size_bytes)
            item = QStandardItem(f"{choice.name}  ·  {size}")
            if choice.problem is not None:
                said = self.tr("{file}  ·  {size}  ·  cannot be opened").format(file=choice.name, size=size)
                item.setText(said)
                item.setToolTip(sentence(choice.problem))
                item.setFlags(Qt.ItemFlag.ItemNeverHasChildren)
            found.appendRow(item)
        return found
