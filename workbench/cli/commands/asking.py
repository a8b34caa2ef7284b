"""What a model makes of a text: the next words, how it goes on, what surprised it, and what it is labelled."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.cli.blind import ask_side, blind_json, score
from workbench.cli.command import Section, flag, option, several
from workbench.cli.documents import predictions_json, print_document, surprise_json
from workbench.cli.kinds import COUNT, FILE, WHOLE, OneOf
from workbench.cli.label_documents import classified_csv, classified_json, tagged_csv, tagged_json, tagged_texts_json
from workbench.cli.label_lines import classified_lines
from workbench.cli.options import as_json, number, of_model, of_models, of_split, of_text, on_project
from workbench.cli.options import shaping as shaped_from
from workbench.cli.side_by_side import print_beside, print_one_or_all, print_who
from workbench.cli.terminal import BAR, bar, follow, keep, note, show_progress, tell
from workbench.cli.words import say
from workbench.corpora.texts_to_label import texts_to_label
from workbench.ground.files import write_atomically
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, message
from workbench.prediction.blind import Round
from workbench.prediction.label_words import word_places
from workbench.project.project import Project
from workbench.services.asking import PLAIN, WRITING
from workbench.services.blind_test import ROUNDS, write_pair
from workbench.services.conversing import WORDS, opened
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.labelling import TaggedText
from workbench.values.labels import ASSISTANT, USER
from workbench.values.perplexity import written
from workbench.values.prediction import Prediction, ScoredWord, Shaping, Unit

SECTION = Section(message("section.asking"), place=7)


@SECTION.command("predict", message("command.predict"))
@on_project
@of_models
@of_text
@number("--top", WHOLE, 10, message("option.top"))
@option("--unit", says=message("option.unit"), type=OneOf(Unit), default=Unit.WORD)
@shaped_from(PLAIN)
@as_json
def predict(
    project: Path, models: tuple[str, ...], text: str, top: int, unit: Unit, shaping: Shaping, as_json: bool
) -> None:
    found: dict[str, tuple[Prediction, ...]] = {}
    documents: list[dict[str, Any]] = []
    with Project.look(project) as opened:
        services = Workbench(opened)
        chosen = {model: services.models.named(model) for model in models}
        for model, ref in chosen.items():
            start = time.perf_counter()
            found[model] = services.asking.predict(ref, text, top, shaping=shaping, unit=unit)
            documents.append(predictions_json(model, text, found[model], time.perf_counter() - start))
    if as_json:
        print_one_or_all(documents)
    elif len(found) == 1:
        for prediction in found[models[0]]:
            print(bar(prediction.word, prediction.probability))
    else:
        print_beside(found)


@SECTION.command("generate", message("command.generate"))
@on_project
@of_models
@of_text
@number("--words", WHOLE, 50, message("option.words"))
@number("--seed", WHOLE, 0, message("option.seed"))
@flag("--sentence", says=message("option.sentence"))
@shaped_from(WRITING)
@as_json
def generate(
    project: Path, models: tuple[str, ...], text: str, words: int, seed: int, sentence: bool, shaping: Shaping,
    as_json: bool,
) -> None:  # fmt: skip
    documents: list[dict[str, Any]] = []
    with Project.look(project) as opened:
        services = Workbench(opened)
        chosen = {model: services.models.named(model) for model in models}
        for model, ref in chosen.items():
            writing = services.asking.generate(ref, text, words, shaping, seed, to_sentence_end=sentence)
            continuation = follow(writing, lambda piece: None)
            documents.append({"model": model, "text": text, "continuation": continuation, "seed": seed})
    if as_json:
        print_one_or_all(documents)
        return
    for document in documents:
        print_who(document["model"], chosen)
        print(f"{text}{document['continuation']}")


@SECTION.command("chat", message("command.chat"))
@on_project
@of_models
@several("--text", "texts", called=message("word.text"), says=message("option.said"))
@option("--system", called=message("word.text"), says=message("option.system"), default="")
@number("--words", WHOLE, WORDS, message("option.words"))
@number("--seed", WHOLE, 0, message("option.seed"))
@shaped_from(WRITING)
@as_json
def chat(
    project: Path, models: tuple[str, ...], texts: tuple[str, ...], system: str, words: int, seed: int,
    shaping: Shaping, as_json: bool,
) -> None:  # fmt: skip
    if not texts:
        raise KnownError("text.empty")
    documents: list[dict[str, Any]] = []
    with Project.look(project) as opened_project:
        services = Workbench(opened_project)
        chosen = {model: services.models.named(model) for model in models}
        for model, ref in chosen.items():
            turns = opened(system)
            for text in texts:
                turns.append((USER, text))
                answering = services.conversing.answer(ref, turns, words, shaping, seed)
                turns.append((ASSISTANT, follow(answering, lambda piece: None)))
            said = [{"role": role, "content": content} for role, content in turns]
            is_plain = not services.conversing.has_own_template(ref)
            documents.append({"model": model, "messages": said, "plain_template": is_plain, "seed": seed})
    if as_json:
        print_one_or_all(documents)
        return
    for document in documents:
        print_who(document["model"], chosen)
        if document["plain_template"]:
            note("told.plain_template")
        for turn in document["messages"]:
            print(f"{turn['role']}: {turn['content']}")


@SECTION.command("blind", message("command.blind"))
@on_project
@of_model
@option("--against", called=message("word.model"), says=message("option.against"))
@option("--text", called=message("word.text"), says=message("option.blind_text"), default="")
@number("--rounds", COUNT, ROUNDS, message("option.rounds"))
@number("--seed", WHOLE, 0, message("option.blind_seed"))
@as_json
def blind(
    project: Path, model: str, against: str | None, text: str, rounds: int, seed: int, as_json: bool
) -> None:  # fmt: skip
    answered: list[Round] = []
    with Project.look(project) as opened:
        services = Workbench(opened)
        after = services.models.named(model)
        run = opened.runs.of(after)
        if against is not None:
            before = services.models.named(against)
        elif run is not None:
            before = opened.runs.base_of(run)
        else:
            raise KnownError("blind.alone")
        corpus = None if text or run is None else opened.corpora.named(run.inputs[0].corpus).folder
        for number in range(rounds):
            writing = write_pair(services.asking, before, after, corpus, text, seed, number)
            found = ask_side(follow(writing, lambda piece: None), number + 1, rounds, keep if as_json else print)
            if found is None:
                break
            answered.append(found)
        other = services.models.called(before)
    if as_json:
        print_document(blind_json(model, other, seed, answered))
    elif answered:
        print(score(answered))


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


@SECTION.command("classify", message("command.classify"))
@on_project
@of_model
@option("--part", called=message("word.part"), says=message("option.part_told"), default="")
@several("--text", "texts", called=message("word.text"), says=message("option.label_text"))
@option("--file", called=message("word.file"), says=message("option.label_file"), type=FILE)
@option("--out", called=message("word.file"), says=message("option.labelled_out"), type=FILE)
@as_json
def classify(
    project: Path, model: str, part: str, texts: tuple[str, ...], file: Path | None, out: Path | None, as_json: bool
) -> None:
    _check_one(bool(texts), file)
    with Project.look(project) as opened:
        services = Workbench(opened)
        asked = services.models.named(model)
        several_at_once = services.labelling.labels_of(asked, of_words=False, part=part).several
        if file is not None:
            texts = follow(texts_to_label(file), show_progress)
        found = follow(services.labelling.classify(asked, texts, part), show_progress)
    if out is not None:
        write_atomically(out, classified_csv(found, several=several_at_once).encode())
        note("told.labelled_file", count=Count(len(found)), file=out)
    if as_json:
        print_document(classified_json(model, found))
    elif out is None:
        for each in found:
            print(*classified_lines(each), sep="\n")


@SECTION.command("tag", message("command.tag"))
@on_project
@of_model
@option("--part", called=message("word.part"), says=message("option.part_told"), default="")
@option("--text", called=message("word.text"), says=message("option.text"))
@option("--predicate", called=message("word.text"), says=message("option.predicate"))
@option("--file", called=message("word.file"), says=message("option.label_file"), type=FILE)
@option("--corpus", called=message("word.name"), says=message("option.tag_corpus"))
@of_split
@option("--out", called=message("word.file"), says=message("option.tagged_out"), type=FILE)
@as_json
def tag(
    project: Path, model: str, part: str, text: str | None, predicate: str | None, file: Path | None,
    corpus: str | None, split: Split, out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    if corpus is None:
        _check_one(text is not None, file)
    elif text is not None or file is not None:
        raise KnownError("argument.not_together", one="--corpus", other="--file" if text is None else "--text")
    with Project.look(project) as opened:
        services = Workbench(opened)
        asked = services.models.named(model)
        if corpus is not None:
            found = follow(services.labelling.tag_corpus(asked, corpus, split, part), show_progress)
        elif text is None:
            texts = follow(texts_to_label(file), show_progress) if file else ()
            found = follow(services.labelling.tag_texts(asked, texts, part), show_progress)
        else:
            words = [text[start:end] for start, end in word_places(text)]
            if not words:
                raise KnownError("labels.no_text")
            place = None if predicate is None else place_of(predicate, words)
            if predicate is not None and place is None:
                raise KnownError("labels.predicate_elsewhere", word=predicate)
            found = (TaggedText(text, services.labelling.tag(asked, text, place, part)),)
    if out is not None:
        write_atomically(out, tagged_csv(found).encode())
        note("told.labelled_file", count=Count(len(found)), file=out)
    if as_json:
        print_document(tagged_json(model, found[0].words) if text is not None else tagged_texts_json(model, found))
    elif out is None:
        for number, each in enumerate(found):
            if number:
                print()
            for word in each.words:
                print(f"{word.word:>16} {word.tag:<12} {word.probability:6.1%}")


def place_of(asked: str, words: Sequence[str]) -> int | None:
    """The number of the first word that is `asked`, or of the second by “said#2”; None where there is none."""
    if asked in words:
        return words.index(asked)
    word, _, which = asked.rpartition("#")
    places = [number for number, each in enumerate(words) if each == word]
    return places[int(which) - 1] if which.isdecimal() and 0 < int(which) <= len(places) else None


def _check_one(has_text: bool, file: Path | None) -> None:
    """Raises KnownError: argument.not_together, argument.one_of_two."""
    if has_text and file is not None:
        raise KnownError("argument.not_together", one="--text", other="--file")
    if not has_text and file is None:
        raise KnownError("argument.one_of_two", one="--text", other="--file")


def surprise_line(text: str, word: ScoredWord) -> str:
    shown = text[word.start : word.end].strip(" ").replace("\n", "↵") or "␣"
    if not word.counted:
        return f"{shown:>16}"
    length = f"{'█' * min(BAR, max(1, round(word.bits))):<{BAR}}"
    return f"{shown:>16} {length} {say('told.surprise_of_word', bits=f'{word.bits:5.1f}', rank=Count(word.rank))}"
