"""The widgets for runs that learnt several things at once, or from a teacher."""

from __future__ import annotations

from workbench.gui.tasks.shared_learning.gains_view import GainsView
from workbench.gui.tasks.shared_learning.handed_view import HandedView
from workbench.gui.tasks.view import Views
from workbench.messages.marking import QT_TRANSLATE_NOOP

VIEWS = Views(
    results={
        "together": (QT_TRANSLATE_NOOP("Views", "Together or alone"), GainsView),
        "handed": (QT_TRANSLATE_NOOP("Views", "What the teacher handed on"), HandedView),
    }
)
