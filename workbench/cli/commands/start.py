"""The program itself: its window, what it can do in a minute, and what a report of a fault needs."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, argument, flag, option
from workbench.cli.demonstration import demonstrate
from workbench.cli.display import check_display
from workbench.cli.documents import print_document
from workbench.cli.kinds import FILE, FOLDER
from workbench.cli.options import as_json, on_project_or_none
from workbench.cli.terminal import note, tell
from workbench.cli.words import asked_for, spoken
from workbench.exporting.glossary import example_of, write_glossary
from workbench.exporting.lesson import lesson_lines
from workbench.messages.errors import KnownError
from workbench.messages.lesson import CHAPTERS
from workbench.messages.lesson import CONTEXT as LESSON
from workbench.messages.message import Message, message
from workbench.messages.rendering import Language, written
from workbench.messages.terms.glossary import Glossary
from workbench.messages.terms.term import Term
from workbench.messages.why.cleaning import CLEANING
from workbench.messages.why.fine_tuning import FINE_TUNING
from workbench.messages.why.learning import LEARNING
from workbench.messages.why.sampling import SAMPLING
from workbench.messages.why.why import CONTEXT
from workbench.models.language_model import device
from workbench.project.details import NO_PROJECT, as_text, details, project_in_words
from workbench.project.project import Project

SECTION = Section(message("section.start"), place=1)


@SECTION.command("window", message("command.window"))
@on_project_or_none
@flag("--apart", says=message("option.apart"))
def window(project: Path | None, apart: bool) -> int:
    check_display()
    from workbench.gui.shell.app import run

    return run(project, language=asked_for(), apart=apart)


@SECTION.command("demo", message("command.demo"))
@option("--project", called=message("word.folder"), says=message("option.demo_project"), type=FOLDER)
def demo(project: Path | None) -> int:
    try:
        check_display()
    except KnownError:
        demonstrate(project)
        return 0
    from workbench.gui.shell.app import run

    return run(project, demo=True, language=asked_for())


@SECTION.command("details", message("command.details"))
@on_project_or_none
@flag("--engine", says=message("option.engine"))
@as_json
def say_details(project: Path | None, engine: bool, as_json: bool) -> None:
    found = details(_device() if engine else None, _project(project))
    if as_json:
        print_document({name: written(value) for name, value in found.items()})
    else:
        print(as_text(found, spoken()))


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
    known = {**CLEANING, **writing, **LEARNING, **FINE_TUNING}
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


def _device() -> str | Message:
    """What cannot be loaded is told, since that may be the fault; its words might name a folder of the person's."""
    try:
        return device()
    except Exception as error:
        return message("details.engine_broken", kind=type(error).__name__)


def _project(folder: Path | None) -> Message:
    if folder is None:
        return NO_PROJECT
    try:
        with Project.look(folder) as project:
            return project_in_words(project)
    except KnownError as error:
        return message("details.project_closed", error=error.code)
