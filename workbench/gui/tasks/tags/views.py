"""The widgets for runs that tell the tags of words; their results are those of all runs of labels."""

from __future__ import annotations

from workbench.gui.tasks.tags.tag_view import TagView
from workbench.gui.tasks.view import Views
from workbench.messages.marking import QT_TRANSLATE_NOOP

VIEWS = Views(predict={"tags": (QT_TRANSLATE_NOOP("Views", "Tag"), TagView)})
