"""Prompts to try with one click: those that are pinned, and beginnings from text that is never trained on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from workbench.corpora.preview import first_questions, first_texts, preview
from workbench.corpora.statistics.words import beginning
from workbench.gui.context import Context
from workbench.gui.plain import Label, tip
from workbench.messages.errors import KnownError
from workbench.tasks.task import Shown
from workbench.values.corpus import Split

MOST = 3
WORDS = 4  # of a beginning
LONGEST = 34  # characters on a button


class ExamplePrompts(QWidget):
    """A line of buttons, each with the beginning of its prompt; gone where there are none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = tuple(self._button() for _ in range(MOST))
        self._prompts: tuple[str, ...] = ()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._layout.addWidget(Label(self.tr("Try")))
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked, number=number: self.chosen.emit(self._prompts[number]))
            self._layout.addWidget(button)
        self._layout.addStretch()

    @property
    def prompts(self) -> tuple[str, ...]:
        return self._prompts

    def show_prompts(self, prompts: Sequence[str]) -> None:
        self._prompts = tuple(dict.fromkeys(prompt for prompt in prompts if prompt.strip()))[:MOST]
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self._prompts))
            if number < len(self._prompts):
                words = " ".join(self._prompts[number].split())
                button.setText((f"{words[:LONGEST]}…" if len(words) > LONGEST else words).replace("&", "&&"))
                button.setAccessibleName(self.tr("Try “{prompt}”").format(prompt=words))
                button.setToolTip(tip(words))
        self.setVisible(bool(self._prompts))

    @staticmethod
    def _button() -> QPushButton:
        button = QPushButton()
        button.setProperty("link", True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button


def suggested(context: Context, name: str | None, shown: Shown) -> list[str]:
    """What a run of such a task may be asked, from the validation part of the text of that name; nothing where there is
    none, or it is gone."""
    if name is None:
        return []
    try:
        corpus = context.project.corpora.named(name)
        if shown.of_turns and (questions := first_questions(corpus, MOST)):
            return questions
        if shown.labels:
            return first_texts(corpus)
        paragraphs = preview(corpus, characters=2_000).text[Split.VALIDATION].splitlines()
    except KnownError:  # the Text page says so
        return []
    return [beginning(paragraph, WORDS) for paragraph in paragraphs if len(paragraph.split()) > WORDS]
