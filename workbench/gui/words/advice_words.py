"""What the button beside an advice says, and languages as people call them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.costs.advice import Advice
from workbench.gui.words.knobs import label, value_in_words


def mend_in_words(advice: Advice) -> str:
    """What the button says that chooses the settings which mend it."""
    assert advice.mended is not None
    if advice.said.code.startswith("advice.rate"):
        return QCoreApplication.translate("Readiness", "Use suited rate")
    if advice.said.code == "advice.few_labels":
        return QCoreApplication.translate("Readiness", "Learn a head alone")
    unit, amount = advice.mended.budget
    words = QCoreApplication.translate("Readiness", "Use {amount} {unit}")
    return words.format(amount=value_in_words(unit, amount), unit=label(unit).lower())
