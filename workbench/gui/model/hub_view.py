"""The Hugging Face Hub on the Model page: search it, read what the models are, download one. Asks only when told to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.model.downloads import Downloads
from workbench.gui.model.hub_card import HubCard
from workbench.gui.model.hub_settings import HubSettings
from workbench.gui.parts.card_list import CardList
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words.counts import Counts
from workbench.gui.words.languages import language_name
from workbench.gui.words.sentences import told
from workbench.messages.message import Message
from workbench.models.hub.cache import cached_models, part_bytes, unreadable_models
from workbench.models.hub.cache import here as here_file
from workbench.models.hub.connection import cache_folder, connect, current_endpoint
from workbench.models.hub.search import HubModel, search
from workbench.values.model_ref import Folder, Hub
from workbench.values.progress import Progress

LANGUAGES = (
    "ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nl",
    "no", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


class HubView(QWidget):
    model_arrived = Signal(str)  # its name: it can be opened now
    use_requested = Signal(object)  # a ModelRef

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: tuple[HubModel, ...] | None = None  # of the last search; None before there was one
        self._searching: Job | None = None
        self.downloads = Downloads(context, self)
        self.downloads.changed.connect(self._show_state)
        self.downloads.finished.connect(self.model_arrived)
        self.cards: list[HubCard] = []
        self._list = CardList()
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Words in the model's name, such as: gpt2 german"))
        self.words.setAccessibleName(self.tr("Words to search the Hub for"))
        self.words.returnPressed.connect(self.search)
        self.language = ComboBox()
        self.language.setAccessibleName(self.tr("Language of the model"))
        self.language.addItem(self.tr("Any language"), None)
        for name, code in sorted((language_name(code), code) for code in LANGUAGES):
            self.language.addItem(name, code)
        self.search_button = QPushButton(self.tr("Search"))
        self.search_button.clicked.connect(self._search_or_stop)
        self.settings_button = QPushButton(self.tr("▸ Address and token"))
        self.settings_button.setProperty("link", True)
        self.settings_button.setCheckable(True)
        self.settings_button.toggled.connect(self._unfold)
        self.settings = HubSettings(context)
        self.settings.hide()
        self.said = Label()
        self.said.setWordWrap(True)
        self.said.setProperty("quiet", True)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Draw the cards anew: what was found, or before any search the downloads that were left unfinished."""
        left = self.downloads.left()
        known = {model.id for model in self._found or ()}
        rest = [model for model in (*self.downloads.running, *left) if model not in known]
        self._show_cards([*(_unknown(model) for model in rest), *(self._found or ())])
        self._say()

    def search(self) -> None:
        """Ask the Hub; an older search is dropped."""
        words, language = self.words.text().strip(), self.language.currentData()
        if not words and language is None:
            self.words.setFocus()
            return
        job = self._context.jobs.start_job(
            self.tr("Searching"), lambda: search(connect(), words, language), lane="network", kind=Kind.SHORT,
            key="hub search",
        )  # fmt: skip
        job.newest.connect(self._show_progress)
        job.finished.connect(self.show_found)
        job.failed.connect(self._context.failed)
        job.ended.connect(lambda: self._end_search(job))
        self._searching = job
        self._say()

    def _search_or_stop(self) -> None:
        if self._searching is None:
            self.search()
        else:
            self._searching.cancel()

    def _show_progress(self, progress: Progress) -> None:
        if progress.total:
            text = self.tr("Searching {endpoint} … {done} of {total} models looked at")
            self.said.setText(text.format(endpoint=current_endpoint(), done=progress.done, total=progress.total))

    def show_found(self, found: tuple[HubModel, ...]) -> None:
        """A card for each, from the first one on."""
        self._found = found
        self.refresh()
        self._list.go_to_top()

    def _end_search(self, job: Job) -> None:
        if job is self._searching:
            self._searching = None
            self._say()

    def _say(self) -> None:
        """What is going on, above the cards."""
        is_searching = self._searching is not None
        self.search_button.setText(self.tr("Stop") if is_searching else self.tr("Search"))
        if is_searching:
            text = self.tr("Searching {endpoint} …").format(endpoint=current_endpoint())
        elif self._found is None:
            text = self.tr(
                "Thousands of models that others have trained. Nothing is asked of the network until you press Search. "
                "What you download stays on this computer, in {folder}, where other programs find it as well."
            ).format(folder=cache_folder())
        elif not self._found:
            text = self.tr("No model with these words was found. Try fewer of them, or another language.")
        else:
            can = sum(model.problem is None for model in self._found)
            text = Counts.tr(
                "%Ln models, of which {can} can be opened; the most downloaded first.",
                "",
                len(self._found),
            ).format(can=can)
        self.said.setText(text)

    def _show_cards(self, models: list[HubModel]) -> None:
        self.cards = [HubCard(model) for model in models]
        here, left = (self._here(), self.downloads.left()) if self.cards else (set(), {})
        for card in self.cards:
            card.download_requested.connect(self.downloads.start_download)
            card.file_chosen.connect(self._show_state)
            card.cancel_requested.connect(self.downloads.cancel)
            card.use_requested.connect(self._use)
            if card.files is not None:
                card.files.choose(self.downloads.file(card.model.id) or self._begun(card.model))
            self._draw(card, here, left)
        self._list.show_cards(self.cards)

    def _show_state(self, model: str) -> None:
        """On the card of `model`: whether it is here, on its way, or partly here."""
        card = next((card for card in self.cards if card.model.id == model), None)
        progress = self.downloads.progress(model)
        if card is None:
            if progress is not None:
                self.refresh()
        elif progress is not None:  # many times a second: nothing is looked up for it
            card.show_coming(progress)
        else:
            self._draw(card, self._here(), self.downloads.left())

    def _draw(self, card: HubCard, here: set[str], left: dict[str, int]) -> None:
        progress = self.downloads.progress(card.model.id)
        if progress is not None:
            card.show_coming(progress)
        elif card.choice is not None:
            if here_file(cache_folder(), card.model.id, card.choice.files):
                card.show_here()
            else:
                card.show_away(part_bytes(cache_folder(), card.model.id, card.choice.files))
        elif card.model.id in here:
            card.show_here()
        elif (reason := self._lacks(card.model)) is not None:
            card.show_lacking(told(reason))
        else:
            card.show_away(left.get(card.model.id, 0))

    def _lacks(self, model: HubModel) -> Message | None:
        """Why an addition that is on this computer cannot be used: mostly since its base is not."""
        odd = unreadable_models(cache_folder()) if model.added_to else ()
        return next((each.reason for each in odd if each.name == model.id), None)

    def _use(self, card: HubCard) -> None:
        choice, model = card.choice, card.model.id
        file = here_file(cache_folder(), model, choice.files) if choice else None
        self.use_requested.emit(Folder(file) if file else Hub(model))

    def _begun(self, model: HubModel) -> str:
        """Which of its files somebody has begun to fetch, or has here already; empty where there is none."""
        cache = cache_folder()
        begun = [each for each in model.choices if part_bytes(cache, model.id, each.files)]
        found = begun or [each for each in model.choices if here_file(cache, model.id, each.files)]
        return found[0].name if found else ""

    def _here(self) -> set[str]:
        return {str(model.ref) for model in cached_models(cache_folder())}

    def _unfold(self, is_unfolded: bool) -> None:
        self.settings.setVisible(is_unfolded)
        self.settings_button.setText(self.tr("▾ Address and token") if is_unfolded else self.tr("▸ Address and token"))
        if is_unfolded:
            self.settings.refresh()

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.addWidget(self.words, 1)
        asked.addWidget(self.language)
        asked.addWidget(self.search_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(asked)
        layout.addWidget(self.settings_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.settings)
        layout.addWidget(self.said)
        layout.addSpacing(6)
        layout.addWidget(self._list, 1)


def _unknown(model: str) -> HubModel:
    """A model of which only the name is known, before the Hub has been asked for more."""
    return HubModel(model, 0, 0, "", (), 0, is_gated=False, problem=None)
