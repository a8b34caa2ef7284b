"""Model: choose what to start from, as cards that say what each is and whether it fits."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.context import CHOICES, CORPUS, Context
from workbench.gui.faces import Tabs
from workbench.gui.lanes import Kind
from workbench.gui.model.hub_view import HubView
from workbench.gui.model.model_card import ModelCard
from workbench.gui.model.model_evaluation import ModelEvaluation
from workbench.gui.model.tokenizers import Tokenizers
from workbench.gui.model.unreadable_card import UnreadableCard
from workbench.gui.parts.card_list import CardList
from workbench.gui.parts.page_head import PageHead
from workbench.gui.words import quantities
from workbench.messages.errors import KnownError
from workbench.models.card import FitEstimate, PretrainedModel, UnreadableModel
from workbench.models.catalogue import from_scratch
from workbench.models.hub.cache import model_folder
from workbench.models.hub.connection import cache_folder
from workbench.models.strong import HUB, HUB_BYTES, TITLE, strong_file
from workbench.values.changes import Changes
from workbench.values.corpus import Corpus
from workbench.values.model_ref import ModelRef
from workbench.values.presets import PRESETS

SEEN_FIRST = 4  # cards, as many as fit on the screen of a laptop
AT_A_TIME = 4  # of the others
_HUB, _EVALUATION = 1, 2  # the tabs that are made when they are first turned to


class ModelPage(QWidget):
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        context.changed.connect(self._hear)
        self.cards: list[ModelCard] = []
        self.unreadable: list[UnreadableCard] = []
        self._coming: Iterator[PretrainedModel | UnreadableModel] = iter(())
        self._fitless: deque[ModelCard] = deque()
        self._tokenizers = Tokenizers(context, self)
        self._tokenizers.came.connect(self._show_fit_of)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._go_on)
        what = self.tr(
            "What to start from. A pretrained model already knows the language and only has to learn your text."
        )
        self._list = CardList()
        self._here = QWidget()
        room = QVBoxLayout(self._here)
        room.setContentsMargins(0, 12, 0, 0)
        room.addWidget(self._list)
        self.tabs = Tabs()
        self.tabs.setAccessibleName(self.tr("Where models are, and how good they are"))
        self.tabs.addTab(self._here, self.tr("On this computer"))
        self.tabs.add_later(self.tr("Hugging Face Hub"), lambda: self.hub)
        self.tabs.add_later(self.tr("How well it predicts"), lambda: self.evaluation)
        self.open_button = QPushButton(self.tr("Open a model folder …"))
        self.open_button.clicked.connect(self.ask_folder)
        self.file_button = QPushButton(self.tr("Open a GGUF file …"))
        self.file_button.clicked.connect(self.ask_file)
        self.strong_button = QPushButton(  # short, so that what leads on stays in sight on a small screen
            self.tr("Get {name} ({size}) …").format(name=TITLE, size=quantities.size(HUB_BYTES))
        )
        self.strong_button.setToolTip(
            self.tr("From the Hub: a model that has read for years, far stronger than those that are here.")
        )
        self.strong_button.clicked.connect(self.get_strong)
        self.next_button = QPushButton(self.tr("Next: train"))
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(lambda: self.place_requested.emit("train"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.file_button)
        buttons.addWidget(self.strong_button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.addWidget(PageHead(self.tr("Model"), what))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(buttons)
        context.speed_measured.connect(self._show_fits)

    @cached_property
    def hub(self) -> HubView:
        hub = HubView(self._context)
        hub.model_arrived.connect(self.refresh)
        hub.use_requested.connect(self.use)
        self.tabs.put(_HUB, hub)
        return hub

    @cached_property
    def evaluation(self) -> ModelEvaluation:
        evaluation = ModelEvaluation(self._context)
        self.tabs.put(_EVALUATION, evaluation)
        return evaluation

    @property
    def begins_at(self) -> QWidget | None:
        """What has the focus of who comes by keys: the card that is chosen, or the first."""
        return next((card for card in self.cards if card.is_chosen), next(iter(self.cards), None))

    def refresh(self) -> None:
        """Draw the page anew for somebody who comes to it."""
        for _ in self.drawing():
            pass

    def drawing(self) -> Iterator[None]:
        """The same in steps, for who has to answer meanwhile.

        At first only the cards that are seen first, the others when there is nothing else to do; later all, of which
        those of models that are as they were stay.
        """
        if "hub" in self.__dict__:
            self.hub.refresh()
        self.strong_button.setVisible(strong_file() is None and not model_folder(cache_folder(), HUB).is_dir())
        kept: list[ModelCard | UnreadableCard] = [*self.cards, *self.unreadable]
        self.cards, self.unreadable = [], []
        self._fitless.clear()
        self._coming = self._context.services.models.here()
        if kept:
            self._list.show_cards(self._next_cards(kept=kept))
        for _ in range(0 if kept else SEEN_FIRST):
            self._list.add_cards(self._next_cards(1))
            yield
        self._mark()
        if self.isVisible():
            self._idle.start()

    def use(self, ref: ModelRef) -> None:
        """Choose a model and show it among those that are here."""
        self._context.choose_model(ref)
        self.refresh()
        if (card := self._card_of(ref)) is not None:
            self._list.go_to(card)

    def _card_of(self, ref: ModelRef) -> ModelCard | None:
        """Among all of those that are here, in view."""
        self._list.add_cards(self._next_cards())
        self.tabs.setCurrentWidget(self._here)
        return next((card for card in self.cards if str(card.model.ref) == str(ref)), None)

    def ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a model folder"), str(Path.home()))
        if folder:
            self.open_folder(Path(folder))

    def get_strong(self) -> None:
        """Fetch the model that is not installed beside the program."""
        self.tabs.setCurrentWidget(self.hub)
        self.hub.downloads.start_download(HUB)

    def ask_file(self) -> None:
        title, kind = self.tr("Open a GGUF file"), self.tr("GGUF files (*.gguf);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kind)
        if file:
            self.open_folder(Path(file))

    def open_folder(self, folder: Path) -> None:
        """Of a model, or the file that one is."""
        models = self._context.services.models
        job = self._context.jobs.start_job(
            self.tr("Opening {name}").format(name=folder.name), lambda: models.add_folder(folder), lane="reading",
            kind=Kind.SHORT,
        )  # fmt: skip
        job.finished.connect(self._show_opened)
        job.failed.connect(self._context.failed)

    def _show_opened(self, model: PretrainedModel) -> None:
        with self._context.telling():
            self._context.tell(Changes(models=frozenset({str(model.ref)})), self)
            self._context.choose_model(model.ref)
        self.refresh()
        if (card := self._card_of(model.ref)) is not None:
            self._list.bring_into_view(card)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._idle.stop()  # what is asked for may be closed next
        super().hideEvent(event)

    def _hear(self, changes: Changes, by: QObject | None) -> None:
        """It has read again what it changed itself."""
        if changes.models and by is not self and self.isVisible():
            self.refresh()
            return
        if changes.preferences & CHOICES:
            self._mark()
        if (changes.corpora or CORPUS in changes.preferences) and self.isVisible():
            self._show_fits()

    def _next_cards(
        self, most: int | None = None, kept: Sequence[ModelCard | UnreadableCard] = ()
    ) -> list[ModelCard | UnreadableCard]:
        """So many more, or all; those that are `kept` where they are of the same model."""
        text, chosen, found = self._text(), self._context.model, []
        by_folder = {card.model.folder: card for card in kept}
        for model in islice(self._coming, most):
            card = by_folder.get(model.folder)
            is_kept = card is not None and card.model == model
            if card is None or not is_kept:
                card = self._card(model)
            if isinstance(card, UnreadableCard):
                self.unreadable.append(card)
            else:
                if len(self.cards) >= SEEN_FIRST and is_kept:
                    self._fitless.append(card)
                else:
                    card.show_fit(self._estimate(card.model, text))
                card.show_chosen(chosen)
                self.cards.append(card)
            found.append(card)
        return found

    def _card(self, model: PretrainedModel | UnreadableModel) -> ModelCard | UnreadableCard:
        if isinstance(model, UnreadableModel):
            return UnreadableCard(model)
        card = ModelCard(model, None if model.from_scratch else from_scratch(model))
        card.chosen.connect(self._context.choose_model)
        return card

    def _go_on(self) -> None:
        """With what did not have to be there at once."""
        if self._fitless:
            card = self._fitless.popleft()
            card.show_fit(self._estimate(card.model, self._text()))
        elif further := self._next_cards(AT_A_TIME):
            self._list.add_cards(further)
        else:
            self._idle.stop()

    def _show_fits(self) -> None:
        """At once for the cards that are seen first, for the others when there is nothing else to do."""
        text = self._text()
        for card in self.cards[:SEEN_FIRST]:
            card.show_fit(self._estimate(card.model, text))
        self._fitless = deque(self.cards[SEEN_FIRST:])
        if self.isVisible():
            self._idle.start()

    def _show_fit_of(self, model: PretrainedModel) -> None:
        for card in self.cards:
            if card.model == model:
                card.show_fit(self._estimate(model, self._text()))

    def _mark(self) -> None:
        chosen = self._context.model
        for card in self.cards:
            card.show_chosen(chosen)
        self.next_button.setEnabled(chosen is not None)

    def _text(self) -> Corpus | None:
        name = self._context.corpus
        return self._context.project.corpora.named(name) if name else None

    def _estimate(self, model: PretrainedModel, text: Corpus | None) -> FitEstimate | None:
        """Without the text as long as its tokens cannot be told at once."""
        texts = [text] if text is not None and self._tokenizers.are_at_hand(model) else []
        try:
            return self._context.services.planning.fit_of(model, texts, PRESETS["balanced"])
        except KnownError as error:
            self._context.failed.emit(error)
            return None
