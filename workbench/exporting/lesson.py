"""The lesson as a hand-out of two pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from workbench.exporting.pages import page
from workbench.messages.lesson import ABOUT, CHAPTERS, CONTEXT, LAST, TERMS, TITLE
from workbench.messages.message import message
from workbench.messages.rendering import ENGLISH, Language, render
from workbench.messages.terms.glossary import Glossary


def lesson_title(language: Language = ENGLISH) -> str:
    return language.translate(CONTEXT, TITLE)


def lesson_html(language: Language = ENGLISH) -> str:
    """For Qt's rich text."""
    glossary = Glossary(language.translate)
    shown: dict[str, Any] = {
        "say": partial(language.translate, CONTEXT),
        "title": TITLE,
        "about": ABOUT,
        "last": LAST,
        "chapters": CHAPTERS,
        "do": render(message("lesson.do"), language),
        "notice": render(message("lesson.notice"), language),
        "ask": render(message("lesson.ask"), language),
        "words": render(message("lesson.words"), language),
        "terms": [(glossary.say(term.title), glossary.say(term.meaning)) for term in map(glossary.named, TERMS)],
    }
    return page("lesson.html", **shown)


def lesson_lines(language: Language = ENGLISH) -> Iterator[str]:
    """The same as plain text."""
    say = partial(language.translate, CONTEXT)
    yield say(TITLE)
    for number, chapter in enumerate(CHAPTERS, start=1):
        yield f"\n{number}. {say(chapter.title)}"
        yield f"   {say(chapter.what)}"
        for code, text in (("lesson.do", chapter.do), ("lesson.notice", chapter.notice), ("lesson.ask", chapter.ask)):
            yield f"   {render(message(code), language)} {say(text)}"
    yield f"\n{say(LAST)}"
