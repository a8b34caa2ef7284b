"""The texts of a project: read, listed, and written out again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.cli.command import Section, argument, flag, option, several
from workbench.cli.documents import corpus_json, labels_json, print_document
from workbench.cli.importing import ASK, Asked, described, remarks, requested, show_trial, trial
from workbench.cli.kinds import COUNT, FILE_OR_ADDRESS, FOLDER, WHOLE, OneOf, at_most_one
from workbench.cli.options import as_json, number, of_corpus, of_model, on_project
from workbench.cli.reading import AROUND, MOST_SHOWN, concordance_json, document_named, left_out_json, place_of
from workbench.cli.terminal import follow, keep, note, show_progress, tell
from workbench.cli.to_type import with_what_to_type
from workbench.cli.words import said, say, spoken
from workbench.corpora.cleaning.recipe import default_recipe
from workbench.corpora.label_remarks import label_remarks
from workbench.corpora.leaving_out import left_out
from workbench.corpora.relabelling import labels_of, names_of
from workbench.corpora.searching import in_order
from workbench.experiments.written_text import write_text
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, message
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.importing import LabelsIn, Limits, SplitBy
from workbench.values.search import Order, Query, Way

SECTION = Section(message("section.texts"), place=3)

NAME = message("word.name")


@SECTION.command("import", message("command.import"))
@on_project
@argument("files", called=message("word.file"), says=message("argument.files"), nargs=-1, type=FILE_OR_ADDRESS)
@option("--name", called=NAME, says=message("option.corpus_name"))
@option("--text", called=message("word.text"), says=message("option.text_instead"))
@option("--to", called=message("word.corpus"), says=message("option.to_corpus"))
@flag("--try", "only_try", says=message("option.try"))
@several(
    "--clean", called=message("word.step_setting"),
    says=message("option.clean", steps=tuple(map(described, default_recipe()))),
)  # fmt: skip
@option("--order", called=message("word.steps"), says=message("option.order"))
@option("--encoding", called=NAME, says=message("option.encoding"), default="")
@option("--column", called=NAME, says=message("option.column"), default="")
@option("--label", called=NAME, says=message("option.label"), default="")
@option(
    "--labels-in", says=message("option.labels_in"), default=LabelsIn.AUTO, type=OneOf(LabelsIn),
)  # fmt: skip
@option("--several", called=message("word.text"), says=message("option.several"), default="")
@option(
    "--password", called=message("word.password"), says=message("option.password"), default="", is_flag=False,
    flag_value=ASK,
)  # fmt: skip
@option(
    "--split", says=message("option.split_by"), default=SplitBy.AUTO,
    type=OneOf(by for by in SplitBy if by is not SplitBy.GIVEN),
)  # fmt: skip
@number("--split-seed", WHOLE, 0, message("option.split_seed"))
@number("--most-memory", COUNT, Limits().memory_bytes >> 20, message("option.most_memory"))
@number("--most-seconds", COUNT, round(Limits().seconds), message("option.most_seconds"))
@as_json
def import_texts(
    project: Path, only_try: bool, as_json: bool, most_memory: int, most_seconds: int, **typed: Any
) -> None:
    asked = Asked(**typed, limits=Limits(most_memory << 20, float(most_seconds)))
    if only_try and asked.text is not None:
        raise KnownError("argument.not_together", one="--try", other="--text")
    if only_try:
        with Project.look(project) as opened:
            show_trial(follow(trial(Workbench(opened), asked), show_progress))
        return
    with Project.open(project) as opened:
        corpus = follow(requested(Workbench(opened), asked), show_progress)
    for line in remarks(corpus):
        print(line, file=sys.stderr)
    if as_json:
        print_document(corpus_json(corpus))
        return
    statistics = corpus.contents.statistics
    tell("told.imported", corpus=corpus.name, words=Count(statistics.words), vocabulary=Count(statistics.vocabulary))


@SECTION.command("export-text", message("command.export_text"))
@on_project
@argument("corpus", called=message("word.corpus"), says=message("argument.corpus"))
@argument("destination", called=message("word.folder"), says=message("argument.text_folder"), type=FOLDER)
def export_text(project: Path, corpus: str, destination: Path) -> None:
    with Project.look(project) as opened:
        tell("told.wrote", place=Workbench(opened).texts.export_text(corpus, destination))


@SECTION.command("corpora", message("command.corpora"))
@on_project
@as_json
def corpora(project: Path, as_json: bool) -> None:
    with Project.look(project) as opened:
        found = opened.corpora.every()
    if as_json:
        print_document([corpus_json(corpus) for corpus in found])
        return
    if not found:
        note("told.no_texts")
    for corpus in found:
        contents = corpus.contents
        amounts = {"words": Count(contents.statistics.words), "bytes": Count(contents.statistics.size_bytes)}
        remarks = [next(label_remarks(contents))] if contents.labels is not None else []
        remarks += [message("remark.written_by", model=contents.written_by)] if contents.written_by else []
        print("  ".join((say("told.corpus", corpus=corpus.name, **amounts), *map(said, remarks))))


@SECTION.command("labels", message("command.labels"))
@on_project
@argument("corpus", called=message("word.corpus"), says=message("argument.corpus"))
@several("--rename", called=message("word.setting"), says=message("option.rename"))
@flag("--take-back", "backwards", says=message("option.names_read"))
@as_json
def labels(project: Path, corpus: str, rename: tuple[str, ...], backwards: bool, as_json: bool) -> None:
    at_most_one([("--rename", bool(rename)), ("--take-back", backwards)])
    if backwards:
        with Project.open(project) as opened:
            found = Workbench(opened).texts.set_label_names(corpus, {})
    elif rename:
        with Project.open(project) as opened:
            known = names_of(labels_of(opened.corpora.named(corpus)))
            renamed = dict(_renaming(each, known) for each in rename)
            found = Workbench(opened).texts.relabel(corpus, renamed)
    else:
        with Project.look(project) as opened:
            found = opened.corpora.named(corpus)
    of_corpus = labels_of(found)
    if as_json:
        print_document({"corpus": found.name, **labels_json(of_corpus)})
        return
    if rename or backwards:
        tell("told.relabelled", corpus=found.name, labels=names_of(of_corpus))
    for label in names_of(of_corpus):
        counts = {str(split): Count(of_corpus.counts.get(split, {}).get(label, 0)) for split in Split}
        tell("told.label_counts", label=label, **counts)
    for remark in label_remarks(found.contents):
        keep(with_what_to_type(remark))


@SECTION.command("find", message("command.find"))
@on_project
@argument("corpus", called=message("word.corpus"), says=message("argument.corpus"))
@argument("text", called=message("word.text"), says=message("argument.looked_for"))
@option("--way", says=message("option.way"), default=Way.PLAIN, type=OneOf(Way))
@flag("--case", says=message("option.case"))
@option("--sort", says=message("option.sort"), default=Order.TEXT, type=OneOf(Order))
@number("--most", COUNT, MOST_SHOWN, message("option.most_lines"))
@as_json
def find(
    project: Path, corpus: str, text: str, way: Way, case: bool, sort: Order, most: int, as_json: bool
) -> None:  # fmt: skip
    with Project.look(project) as opened:
        found = follow(Workbench(opened).texts.search(corpus, Query(text, way, case)), show_progress)
    lines = in_order(found.lines, sort)[:most]
    if as_json:
        print_document(concordance_json(corpus, found, lines))
        return
    for line in lines:
        print(f"{line.before[-AROUND:]:>{AROUND}} [{line.found}] {line.after[:AROUND]}  {place_of(line)}")
    if len(lines) < len(found.lines) or not found.is_whole:
        count = message("told.at_least", count=Count(len(found.lines)))
        total = Count(len(found.lines)) if found.is_whole else count
        note("told.lines_left_out", shown=Count(len(lines)), total=total)
    elif not lines:
        note("told.not_found", corpus=corpus)


@SECTION.command("leave-out", message("command.leave_out"))
@on_project
@argument("corpus", called=message("word.corpus"), says=message("argument.corpus"))
@argument("documents", called=message("word.document"), says=message("argument.documents"), nargs=-1)
@flag("--take-back", "backwards", says=message("option.take_back"))
@as_json
def leave_out(project: Path, corpus: str, documents: tuple[str, ...], backwards: bool, as_json: bool) -> None:
    numbers = [document_named(each) for each in documents]
    if not numbers and not backwards:
        with Project.look(project) as opened:
            found = opened.corpora.named(corpus)
    else:
        with Project.open(project) as opened:
            texts = Workbench(opened).texts
            changing = texts.take_back(corpus, numbers or None) if backwards else texts.leave_out(corpus, numbers)
            changed = follow(changing, show_progress)
            found = follow(texts.count_anew(changed.name), show_progress)
    gone = left_out(found)
    if as_json:
        print_document(left_out_json(found, gone))
        return
    tell("told.documents_left_out", corpus=found.name, count=Count(len(gone)))
    for each in gone:
        print(f"{each.split}:{each.number}  {each.beginning}")


def _renaming(text: str, known: Sequence[str]) -> tuple[str, str]:
    """The two names of “old=new”, of which the first may have equals signs in it.

    Raises KnownError("setting.invalid").
    """
    for label in sorted(known, key=len, reverse=True):
        if text.startswith(f"{label}="):
            return label, text[len(label) + 1 :].strip()
    old, equals, new = text.partition("=")
    if not equals:
        raise KnownError("setting.invalid", name="--rename", value=text, reason=message("value.key_value"))
    return old.strip(), new.strip()


@SECTION.command("write", message("command.write"))
@on_project
@of_model
@of_corpus
@number("--words", COUNT, 20_000, message("option.words_written"))
@number("--seed", WHOLE, 0, message("option.seed_written"))
@option("--name", called=NAME, says=message("option.corpus_name"))
@as_json
def write(
    project: Path, model: str, corpus: str, words: int, seed: int, name: str | None, as_json: bool
) -> None:  # fmt: skip
    with Project.open(project) as opened:
        services = Workbench(opened)
        teacher = services.models.named(model)
        made = follow(write_text(services, teacher, corpus, words, name, seed, spoken()), show_progress)
    if as_json:
        print_document(corpus_json(made))
    else:
        tell(
            "told.written",
            corpus=made.name,
            words=Count(made.contents.statistics.words),
            model=made.contents.written_by,
        )
