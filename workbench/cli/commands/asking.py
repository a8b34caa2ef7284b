"""What a model makes of a text: the next words, how it goes on, and what surprised it."""

from __future__ import annotations

import time
from pathlib import Path

from workbench.cli.command import Section, flag, option
from workbench.cli.documents import predictions_json, print_document, surprise_json
from workbench.cli.kinds import WHOLE, OneOf
from workbench.cli.options import as_json, number, of_model, of_text, on_project
from workbench.cli.options import shaping as shaped_from
from workbench.cli.terminal import BAR, bar, follow, show_progress, tell
from workbench.cli.words import say
from workbench.messages.message import Count, message
from workbench.project.project import Project
from workbench.services.asking import PLAIN, WRITING
from workbench.services.workbench import Workbench
from workbench.values.perplexity import written
from workbench.values.prediction import ScoredWord, Shaping, Unit

SECTION = Section(message("section.asking"), place=7)


@SECTION.command("predict", message("command.predict"))
@on_project
@of_model
@of_text
@number("--top", WHOLE, 10, message("option.top"))
@option("--unit", says=message("option.unit"), type=OneOf(Unit), default=Unit.WORD)
@shaped_from(PLAIN)
@as_json
def predict(project: Path, model: str, text: str, top: int, unit: Unit, shaping: Shaping, as_json: bool) -> None:
    with Project.look(project) as opened:
        services, start = Workbench(opened), time.perf_counter()
        found = services.asking.predict(services.models.named(model), text, top, shaping=shaping, unit=unit)
        seconds = time.perf_counter() - start
    if as_json:
        print_document(predictions_json(model, text, found, seconds))
        return
    for prediction in found:
        print(bar(prediction.word, prediction.probability))


@SECTION.command("generate", message("command.generate"))
@on_project
@of_model
@of_text
@number("--words", WHOLE, 50, message("option.words"))
@number("--seed", WHOLE, 0, message("option.seed"))
@flag("--sentence", says=message("option.sentence"))
@shaped_from(WRITING)
@as_json
def generate(
    project: Path, model: str, text: str, words: int, seed: int, sentence: bool, shaping: Shaping, as_json: bool
) -> None:
    with Project.look(project) as opened:
        services = Workbench(opened)
        chosen = services.models.named(model)
        writing = services.asking.generate(chosen, text, words, shaping, seed, to_sentence_end=sentence)
        continuation = follow(writing, lambda piece: None)
    if as_json:
        print_document({"model": model, "text": text, "continuation": continuation, "seed": seed})
    else:
        print(f"{text}{continuation}")


@SECTION.command("surprise", message("command.surprise"))
@on_project
@of_model
@of_text
@as_json
def surprise(project: Path, model: str, text: str, as_json: bool) -> None:
    with Project.look(project) as opened:
        services = Workbench(opened)
        found = follow(services.asking.surprise(services.models.named(model), text), show_progress)
    if as_json:
        print_document(surprise_json(model, found))
        return
    for word in found.words:
        print(surprise_line(found.text, word))
    words = written(found.word_perplexity, 1)
    tell("told.surprise", tokens=written(found.perplexity, 2), words=words, bits=f"{found.bits:.1f}")


def surprise_line(text: str, word: ScoredWord) -> str:
    shown = text[word.start : word.end].strip(" ").replace("\n", "↵") or "␣"
    if not word.counted:
        return f"{shown:>16}"
    length = f"{'█' * min(BAR, max(1, round(word.bits))):<{BAR}}"
    return f"{shown:>16} {length} {say('told.surprise_of_word', bits=f'{word.bits:5.1f}', rank=Count(word.rank))}"
