"""The widgets for runs that predict next words, in the order in which they are shown."""

from __future__ import annotations

from workbench.gui.tasks.dividend_view import DividendView
from workbench.gui.tasks.next_word.blind_view import BlindView
from workbench.gui.tasks.next_word.evaluation_view import EvaluationView
from workbench.gui.tasks.next_word.game_view import GameView
from workbench.gui.tasks.next_word.learnt_view import LearntView
from workbench.gui.tasks.next_word.next_words_view import NextWordsView
from workbench.gui.tasks.next_word.surprise_view import SurpriseView
from workbench.gui.tasks.next_word.tree_view import TreeView
from workbench.gui.tasks.next_word.writing_view import WritingView
from workbench.gui.tasks.view import Views
from workbench.messages.marking import QT_TRANSLATE_NOOP

VIEWS = Views(
    results={
        "evaluation": (QT_TRANSLATE_NOOP("Views", "Evaluate"), EvaluationView),
        "dividend": (QT_TRANSLATE_NOOP("Views", "Transfer dividend"), DividendView),
        "learnt": (QT_TRANSLATE_NOOP("Views", "What it learnt"), LearntView),
    },
    predict={
        "next_words": (QT_TRANSLATE_NOOP("Views", "Next words"), NextWordsView),
        "surprise": (QT_TRANSLATE_NOOP("Views", "Surprise"), SurpriseView),
        "writing": (QT_TRANSLATE_NOOP("Views", "Write on"), WritingView),
        "tree": (QT_TRANSLATE_NOOP("Views", "Word tree"), TreeView),
        "blind": (QT_TRANSLATE_NOOP("Views", "Blind test"), BlindView),
        "game": (QT_TRANSLATE_NOOP("Views", "Guess"), GameView),
    },
)
