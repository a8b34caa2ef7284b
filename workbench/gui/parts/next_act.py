"""The one button of several that does what is sensible next for a run that is over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.costs.finding import Act, Finding
from workbench.gui.words.advice_words import act_in_words
from workbench.values.run import Run


class NextAct(QPushButton):
    """Stands beside the buttons that a run always has, and is seen where none of these does it; whichever does has
    the `mark`, a property that the theme knows."""

    retry_requested = Signal(Run, object)  # another run like it, with these settings by their names
    text_requested = Signal()  # to bring in more

    def __init__(
        self, try_it: QPushButton, go_on: QPushButton, mark: str = "primary", *, renames: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`renames`: a button of the others that does it says by how much; where it would move what stands beside it,
        it keeps its words."""
        super().__init__(parent)
        self._mark = mark
        self._renames = renames
        self._own = {Act.TRY: try_it, Act.TRAIN_ON: go_on, Act.CONTINUE: go_on}
        self._run: Run | None = None
        self._finding: Finding | None = None
        self.button: QPushButton | None = None  # that does it
        self.clicked.connect(self._do)
        self.hide()

    def offer_nothing(self) -> None:
        """It is not known yet."""
        self._run = self._finding = self.button = None
        self.hide()
        for button in self._own.values():
            self._set_mark(button, False)

    def offer(self, run: Run | None, findings: Sequence[Finding]) -> None:
        """What comes next for `run`: of several findings, the first one says. Where none does, it is tried."""
        self._run, self._finding = run, next(iter(findings), None)
        act = Act.TRY if self._finding is None else self._finding.act
        own = self._own.get(act)
        self.setVisible(own is None)
        chosen = self if own is None else own
        self.button = None if chosen.isHidden() else chosen
        if self._finding is not None and act is not Act.TRY and (own is None or self._renames):
            chosen.setText(act_in_words(self._finding))
        for button in {*self._own.values(), self}:
            self._set_mark(button, button is chosen)

    def _do(self) -> None:
        if self._run is None or self._finding is None:
            return
        if self._finding.act is Act.RETRY:
            self.retry_requested.emit(self._run, self._finding.settings)
        else:
            self.text_requested.emit()

    def _set_mark(self, button: QPushButton, is_marked: bool) -> None:
        if button.property(self._mark) is not is_marked:
            button.setProperty(self._mark, is_marked)
            button.style().unpolish(button)
            button.style().polish(button)
