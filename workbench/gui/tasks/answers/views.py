"""The widgets for runs that answer in conversations."""

from __future__ import annotations

from workbench.gui.tasks.answers.conversation_view import ConversationView
from workbench.gui.tasks.view import Views
from workbench.messages.marking import QT_TRANSLATE_NOOP

VIEWS = Views(predict={"conversation": (QT_TRANSLATE_NOOP("Views", "Conversation"), ConversationView)})
