"""One model of the Hub as a card: what it is, why it cannot be opened, and its download."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.model.file_choice import FileChoice
from workbench.gui.plain import Label
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.languages import language_name
from workbench.gui.words.sentences import sentence
from workbench.models.hub.gguf_files import GgufChoice
from workbench.models.hub.progress import Downloading
from workbench.models.hub.search import HubModel

_STEPS = 1000  # of the bar: Qt counts in 32 bits, which bytes exceed


class State(Enum):
    AWAY = "away"
    PARTLY_HERE = "partly_here"
    COMING = "coming"
    HERE = "here"


class HubCard(QFrame):
    download_requested = Signal(str, str)  # the model's name on the Hub, as of the others; and the file that is chosen
    cancel_requested = Signal(str)
    file_chosen = Signal(str)
    use_requested = Signal(object)  # this card

    def __init__(self, model: HubModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.state = State.AWAY
        self.setProperty("card", True)
        self.setAccessibleName(model.id)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        name = Label(model.id)
        name.setProperty("subheading", True)
        name.setWordWrap(True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.mark = Label()
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(name, 1)
        top.addWidget(self.mark)
        top.addWidget(self.button)
        self.facts = Label(self._facts())
        self.facts.setProperty("quiet", True)
        self.facts.setWordWrap(True)
        self.facts.setVisible(bool(self.facts.text()))
        self.files = FileChoice(model) if model.choices and model.problem is None else None
        if self.files is not None:
            self.files.chosen.connect(lambda: self.file_chosen.emit(model.id))
        self.note = Label()
        self.note.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of {title}").format(title=model.id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(6)
        layout.addLayout(top)
        for widget in filter(None, (self.facts, self.files, self.bar, self.note)):
            layout.addWidget(widget)
        self.show_away()

    @property
    def choice(self) -> GgufChoice | None:
        """Which of its files is meant, where one of several is."""
        return self.files.current if self.files else None

    def show_here(self) -> None:
        self._show(State.HERE, self.tr("Use this model"))
        self._mark(self.tr("✓ On this computer"), "good")

    def show_coming(self, progress: Downloading) -> None:
        self._show(State.COMING, self.tr("Cancel"))
        self.bar.setRange(0, _STEPS if progress.total else 0)
        if not progress.total:
            self._say(self.tr("Asking the Hub …"))
            return
        self.bar.setValue(_STEPS * progress.done // progress.total)
        said = [
            self.tr("{done} of {total}").format(
                done=quantities.size(progress.done), total=quantities.size(progress.total)
            )
        ]
        if progress.bytes_per_second:
            said.append(self.tr("{size}/s").format(size=quantities.size(progress.bytes_per_second)))
        if progress.seconds_left is not None:
            said.append(self.tr("{time} left").format(time=quantities.duration(progress.seconds_left)))
        self._say("  ·  ".join(said))

    def show_away(self, present_bytes: int = 0) -> None:
        """Not on this computer, or only a part of it."""
        if present_bytes:
            self._show(State.PARTLY_HERE, self.tr("Go on downloading"))
            self._say(
                self.tr("Not finished: {size} of it are on this computer.").format(size=quantities.size(present_bytes))
            )
            return
        size = self.choice.size_bytes if self.choice else self.model.size_bytes
        title = self.tr("Download {size}").format(size=quantities.size(size)) if size else self.tr("Download")
        self._show(State.AWAY, title)
        if self.model.is_gated:
            self._say(
                self.tr("Its authors ask you to accept their conditions on its page, and to set a token of yours here.")
            )
        if self.model.problem is not None:
            self._mark(self.tr("✗ Cannot be opened"), "warn")
            self._say(sentence(self.model.problem))

    def show_lacking(self, reason: str) -> None:
        """All of it is on this computer, but not what it is an addition to."""
        self._show(State.HERE, self.tr("Use this model"))
        self.button.setEnabled(False)
        self._say(reason)

    def _show(self, state: State, title: str) -> None:
        self.state = state
        self._mark("", "good")
        self._say("")
        self.button.setText(title)
        self.button.setEnabled(True)
        self.button.setAccessibleName(quantities.named(title, self.model.id))
        self.button.setVisible(self.model.problem is None)
        self.bar.setVisible(state is State.COMING)
        if self.files is not None:
            self.files.setEnabled(state is not State.COMING)  # of which it is told which one comes
        self.setAccessibleDescription(self.facts.text())

    def _mark(self, text: str, tone: str) -> None:
        self.mark.setText(text)
        self.mark.setProperty("tone", tone)
        self.mark.style().unpolish(self.mark)
        self.mark.style().polish(self.mark)

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _act(self) -> None:
        if self.state is State.COMING:
            self.cancel_requested.emit(self.model.id)
        elif self.state is State.HERE:
            self.use_requested.emit(self)
        else:
            self.download_requested.emit(self.model.id, self.choice.name if self.choice else "")

    def _facts(self) -> str:
        model = self.model
        facts = []
        if model.parameters:
            facts.append(self._parameters())
        if model.size_bytes:
            facts.append(quantities.size(model.size_bytes))
        if model.added_to:
            facts.append(self.tr("an addition to {name}").format(name=model.added_to))
        if model.languages:
            facts.append(self._languages())
        if model.licence:
            facts.append(self.tr("licence: {name}").format(name=model.licence))
        if model.downloads:
            facts.append(Counts.tr("%Ln downloads a month", "", model.downloads))
        return "  ·  ".join(fact.replace(" ", "\u00a0") for fact in facts)  # lines break between facts, not in them

    def _parameters(self) -> str:
        return self.tr("{count} parameters").format(count=quantities.count(self.model.parameters))

    def _languages(self) -> str:
        names = [language_name(code) for code in self.model.languages]
        if len(names) <= 4:
            return quantities.listing(names)
        words = Counts.tr("{names} and %Ln more languages", "", len(names) - 3)
        return words.format(names=quantities.listing(names[:3]))
