"""Reading tokenizers before they are asked for: a large one takes longer than the window may stand still."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.models.card import PretrainedModel


class Tokenizers(QObject):
    came = Signal(object)  # PretrainedModel, whose costs on a text can be told at once from now on

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: set[str] = set()

    def are_at_hand(self, model: PretrainedModel) -> bool:
        """Else it is being read, unless that failed before."""
        counting = self._context.services.planning.counting
        if counting.is_at_hand(model):
            return True
        if str(model.ref) not in self._asked:
            self._asked.add(str(model.ref))
            job = self._context.jobs.start_job(
                self.tr("Reading the tokenizer"), lambda: counting.get_at_hand(model), lane="reading", kind=Kind.SHORT
            )
            job.finished.connect(lambda _: self.came.emit(model))
            job.failed.connect(self._context.failed)
        return False
