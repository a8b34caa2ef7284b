"""What the buttons say that do what is advised before a run and after it, and what was found of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.costs.advice import Advice
from workbench.costs.finding import Act, Finding, paragraph
from workbench.gui.words.knobs import label, setting_in_words, value_in_words
from workbench.gui.words.quantities import listing
from workbench.gui.words.sentences import told


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


def findings_in_words(findings: Sequence[Finding]) -> str:
    """What came of a run, in a paragraph."""
    said = paragraph(findings)
    return "" if said is None else told(said)


def act_in_words(finding: Finding) -> str:
    """What the button says that does what comes next."""
    match finding.act:
        case Act.TRY:
            return QCoreApplication.translate("NextAct", "Try it")
        case Act.TRAIN_ON:
            words = QCoreApplication.translate("NextAct", "Train on: {steps} steps …")
            return words.format(steps=QLocale().toString(finding.steps))
        case Act.CONTINUE:
            return QCoreApplication.translate("NextAct", "Continue")
        case Act.RETRY:
            return _again_in_words(finding.settings)
        case Act.ADD_TEXT:
            return QCoreApplication.translate("NextAct", "Add text")


def _again_in_words(settings: Mapping[str, object]) -> str:
    if not settings:
        return QCoreApplication.translate("NextAct", "Again, with other weights …")
    if (rate := settings.get("learning_rate")) is not None:
        words = QCoreApplication.translate("NextAct", "Again, with a rate of {rate}")
        return words.format(rate=value_in_words("learning_rate", rate))
    words = QCoreApplication.translate("NextAct", "Again: {settings}")
    return words.format(settings=listing([setting_in_words(*each) for each in settings.items()]))
