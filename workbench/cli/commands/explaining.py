"""What things mean, in words: the terms on screen, each setting, and a lesson for whoever begins."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, argument, option
from workbench.cli.documents import print_document
from workbench.cli.kinds import FILE
from workbench.cli.options import as_json
from workbench.cli.terminal import note, tell
from workbench.cli.words import spoken
from workbench.exporting.glossary import example_of, write_glossary
from workbench.exporting.lesson import lesson_lines
from workbench.messages.errors import KnownError
from workbench.messages.lesson import CHAPTERS
from workbench.messages.lesson import CONTEXT as LESSON
from workbench.messages.message import message
from workbench.messages.rendering import Language
from workbench.messages.terms.glossary import Glossary
from workbench.messages.terms.term import Term
from workbench.messages.why.cleaning import CLEANING
from workbench.messages.why.fine_tuning import FINE_TUNING
from workbench.messages.why.learning import LEARNING
from workbench.messages.why.sampling import SAMPLING
from workbench.messages.why.sweeping import SWEEPING
from workbench.messages.why.why import CONTEXT

SECTION = Section(message("section.explaining"), place=12)


@SECTION.command("glossary", message("command.glossary"))
@argument("words", called=message("word.words"), says=message("argument.glossary_words"), nargs=-1)
@option("--save", called=message("word.file"), says=message("option.save_glossary"), type=FILE)
@as_json
def say_glossary(words: tuple[str, ...], save: Path | None, as_json: bool) -> None:
    language = spoken()
    known = Glossary(language.translate)
    found = known.search(" ".join(words)) if words else known.in_order()
    if save is not None:
        tell("told.page", file=write_glossary(save, language))
    elif as_json:
        print_document([_term(term, known) for term in found])
    elif not found:
        note("told.no_such_term", words=" ".join(words))
    else:
        print("\n\n".join(_in_lines(term, known, language) for term in found))


@SECTION.command("why", message("command.why"))
@argument("setting", called=message("word.name"), says=message("argument.why"))
@as_json
def say_why(setting: str, as_json: bool) -> None:
    writing = {f"writing_{name}" if name in FINE_TUNING else name: why for name, why in SAMPLING.items()}
    sweeping = {f"sweep_{name}": why for name, why in SWEEPING.items()}
    known = {**CLEANING, **writing, **sweeping, **LEARNING, **FINE_TUNING}
    if setting not in known:
        raise KnownError("setting.unknown", name=setting, known=tuple(known))
    why, say = known[setting], spoken().translate
    said = {name: say(CONTEXT, getattr(why, name)) for name in ("raised", "lowered", "when", "cost")}
    if as_json:
        print_document({"setting": setting, **said, "paper": why.paper or None})
        return
    tell("told.why", **said, paper=why.paper or "–")


@SECTION.command("lesson", message("command.lesson"))
@option("--save", called=message("word.file"), says=message("option.save_lesson"), type=FILE)
@as_json
def say_lesson(save: Path | None, as_json: bool) -> None:
    if save is not None:
        from workbench.gui.report_pdf import write_lesson_pdf

        tell("told.page", file=write_lesson_pdf(save, spoken()))
    elif as_json:
        say = spoken().translate
        names = ("title", "what", "do", "notice", "ask")
        print_document([{name: say(LESSON, getattr(chapter, name)) for name in names} for chapter in CHAPTERS])
    else:
        print("\n".join(lesson_lines(spoken())))


def _term(term: Term, known: Glossary) -> dict[str, object]:
    """The keys are English, the words those of the language."""
    words = {"term": known.say(term.title), "words": known.words_of(term), "meaning": known.say(term.meaning)}
    return {"name": term.name, **words, "example": known.say(term.example), "see": term.see}


def _in_lines(term: Term, known: Glossary, language: Language) -> str:
    whose, example = example_of(term, None, language)
    return f"{known.say(term.title)}\n  {known.say(term.meaning)}\n  {whose} {example}"
