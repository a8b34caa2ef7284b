"""What stands around the explanation of a term, on the page with all of them, and in the lesson."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "glossary.title": QT_TRANSLATE_NOOP("explaining", "Glossary"),
    "glossary.about": QT_TRANSLATE_NOOP("explaining", "{terms:# word|# words} of the field, each in two sentences."),
    "glossary.example": QT_TRANSLATE_NOOP("explaining", "Example:"),
    "glossary.of_run": QT_TRANSLATE_NOOP("explaining", "Your run “{run}”:"),
    "glossary.also_called": QT_TRANSLATE_NOOP("explaining", "Also: {words}"),
    "glossary.see": QT_TRANSLATE_NOOP("explaining", "See also: {terms}"),
    "lesson.do": QT_TRANSLATE_NOOP("explaining", "Do:"),
    "lesson.notice": QT_TRANSLATE_NOOP("explaining", "Notice:"),
    "lesson.ask": QT_TRANSLATE_NOOP("explaining", "Talk about:"),
    "lesson.words": QT_TRANSLATE_NOOP("explaining", "Eight words"),
}  # fmt: skip
