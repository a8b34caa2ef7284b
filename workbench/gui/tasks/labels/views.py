"""The widgets for runs that tell the classes of texts; their results are also those of runs that tell tags."""

from __future__ import annotations

from workbench.gui.tasks.labels.label_results import LabelResults
from workbench.gui.tasks.labels.label_view import LabelView
from workbench.gui.tasks.view import Views
from workbench.messages.marking import QT_TRANSLATE_NOOP

VIEWS = Views(
    results={"labels": (QT_TRANSLATE_NOOP("Views", "How well it tells them"), LabelResults)},
    predict={"labels": (QT_TRANSLATE_NOOP("Views", "Label"), LabelView)},
)
