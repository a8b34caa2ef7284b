"""What a page asks of a task's widgets, and how a task names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.gui.context import Context
from workbench.gui.parts.finding_view import FindingView
from workbench.gui.tasks.question import Question
from workbench.values.run import Run


class ResultView(FindingView):
    """One of the results of a run."""

    def show_run(self, run: Run) -> None:
        """Draw what is known of `run`."""
        raise NotImplementedError


class PredictView(QWidget):
    """One way to ask what was learnt, about the text that the page holds."""

    text_chosen = Signal(str)  # to go on with
    text_taken = Signal()  # the question's, which makes room for the next
    asks_third = False  # whether somebody beside the two can be asked as well
    follows_learning = False  # whether it is quick enough to be asked again and again while a run learns

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question: Question | None = None

    def ask(self, question: Question) -> None:
        """Answer `question`; what was asked before and still waits is forgotten."""
        raise NotImplementedError

    def why_not_third(self) -> str:
        """In a few words, where nobody beside the two can be asked."""
        return self.tr("not asked in this view")

    def enter(self) -> bool:
        """Enter was pressed in the text; whether that was to have it answered, and no line break."""
        return False

    def present(self, is_on: bool) -> None:
        """Hide what an audience need not see, or show it again."""


@dataclass(frozen=True)
class Views:
    """The widgets of a task by the names that its `Shown` has for them, each with its title, marked in “Views”."""

    results: Mapping[str, tuple[str, Callable[[Context], ResultView]]] = field(default_factory=dict)
    predict: Mapping[str, tuple[str, Callable[[Context], PredictView]]] = field(default_factory=dict)
