"""The terms of the field in the window's language: where a text has them, and what is said of one."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer

from workbench.exporting.glossary import example_of, picture_of
from workbench.gui.theme import colour
from workbench.gui.words.sentences import IN_WINDOW, told
from workbench.messages.message import message
from workbench.messages.terms.glossary import TERMS, Glossary
from workbench.messages.terms.term import CONTEXT, Term
from workbench.values.run import Run

PICTURE = 240, 90  # as the drawings are, in the layout's pixels
SHARP = 2  # times, for screens with more


def glossary() -> Glossary:
    """Of the window's language."""
    return _glossary(IN_WINDOW.code, IN_WINDOW.translate(CONTEXT, TERMS["perplexity"].title))


@lru_cache(maxsize=2)
def _glossary(code: str, title: str) -> Glossary:
    """Looking for a hundred words takes some preparation; `code` and `title` say of which language it is."""
    return Glossary(IN_WINDOW.translate)


def first_term(text: str) -> str | None:
    """The name of the first one in a text."""
    places = glossary().places(text)
    return places[0].name if places else None


def with_meaning(told: str, title: str) -> str:
    """What is told of something by the name of `title`, and what the term in that means; as plain text."""
    name = first_term(title)
    meaning = "" if name is None else f"{glossary().say(TERMS[name].title)}: {glossary().say(TERMS[name].meaning)}"
    return "\n\n".join(filter(None, (told, meaning)))


def short_answer(name: str, run: Run | None, palette: QPalette) -> str:
    """As rich text: title, two sentences, drawing and example."""
    term = TERMS[name]
    say = glossary().say
    whose, example = example_of(term, run, IN_WINDOW)
    quiet = colour(palette, "quiet").name()
    parts = [
        f"<p><b>{escape(say(term.title))}</b></p>",
        f"<p>{escape(say(term.meaning))}</p>",
        _picture(term, palette),
        f'<p><span style="color:{quiet}">{escape(whose)}</span> {escape(example)}</p>',
    ]
    return "".join(parts)


def full_answer(name: str, run: Run | None, palette: QPalette) -> str:
    """The same with what else it is called, and links to its relatives."""
    term, known = TERMS[name], glossary()
    quiet, accent = (colour(palette, each).name() for each in ("quiet", "accent"))
    others = known.others_of(term)
    also = told(message("glossary.also_called", words=IN_WINDOW.listing(others))) if others else ""
    links = [f'<a style="color:{accent}" href="{name}">{escape(known.say(TERMS[name].title))}</a>' for name in term.see]
    see = told(message("glossary.see", terms="\0")).replace("\0", IN_WINDOW.listing(links)) if links else ""
    rest = "".join(f'<p style="color:{quiet}">{each}</p>' for each in (escape(also), see) if each)
    return short_answer(name, run, palette) + rest


def _picture(term: Term, palette: QPalette) -> str:
    """As a part of rich text."""
    if not term.picture:
        return ""
    ink, accent = palette.color(QPalette.ColorRole.Text).name(), colour(palette, "accent").name()
    width, height = PICTURE
    image = QImage(width * SHARP, height * SHARP, QImage.Format.Format_ARGB32)
    image.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    drawing = QSvgRenderer(QByteArray(picture_of(term, ink, accent).encode()))
    drawing.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")  # type: ignore[call-overload]
    data = b64encode(written.data().data()).decode()
    return f'<p><img width="{width}" height="{height}" src="data:image/png;base64,{data}"></p>'
