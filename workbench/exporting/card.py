"""What an exported model says about itself: the README of its folder, and the card that this program shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.corpora.remarks import LEFT_OUT, remarks
from workbench.exporting.figures import figure_in_words, figures_of
from workbench.ground.escaping import in_markdown
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Message
from workbench.messages.rendering import ENGLISH, render
from workbench.models.card import PretrainedModel
from workbench.models.naming import called
from workbench.services.workbench import Workbench
from workbench.tasks.registry import protocol_of, shown_of, task_of
from workbench.tasks.task import Headline
from workbench.tasks.together import Together
from workbench.training.surroundings import versions
from workbench.values.corpus import Corpus
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.perplexity import perplexity, written
from workbench.values.run import Run

README, CARD = "README.md", "card.json"
_PURPOSES = {
    LabelKind.CLASSES: "text-classification",
    LabelKind.TAGS: "token-classification",
    LabelKind.ROLES: "token-classification",
}
_MOST_NAMES = 200  # labels that are listed; all of them are in a file beside the card


@dataclass(frozen=True)
class ExportCard:
    """The facts about a model that is handed on."""

    name: str
    languages: tuple[str, ...]  # ISO 639-1
    licence: str
    trained_on: str  # one sentence
    purpose: str = "text-generation"  # as model hubs call what it does
    about: str = "next-word-prediction"  # a tag of it
    base: str = ""  # the model that it began as
    facts: tuple[tuple[str, str], ...] = ()  # further ones, as (what, value)


def card_of(services: Workbench, run: Run, part: str = "") -> ExportCard:
    """The card of a run's model, or of a `part` of what it learnt; what it began as may be gone by now, and then its
    card is shorter."""
    corpus = services.project.corpora.named(run.input_of(part).corpus if part else run.corpus)
    base = _base(services, run)
    labels = _labels(run, part)
    does = {} if labels is None else {"purpose": _PURPOSES[labels.kind], "about": str(labels.kind)}
    return ExportCard(
        name=run.name,
        **does,
        languages=base.languages if base and not base.from_scratch else _languages(corpus),
        licence="" if base is None or base.from_scratch else base.licence,
        trained_on=_trained_on(run, base),
        base="" if base is None else base.name,
        facts=(*([] if labels is None else [_names(labels)]), *_facts(services, run, corpus)),
    )


def write_card(folder: Path, card: ExportCard, how_to_open: str) -> None:
    """README.md, with the head that model hubs read, and card.json for this program."""
    shown = {
        "name": card.name,
        "languages": list(card.languages),
        "licence": card.licence,
        "trained_on": card.trained_on,
    }
    (folder / CARD).write_text(json.dumps(shown, ensure_ascii=False, indent=2), encoding="utf-8")
    (folder / README).write_text(readme(card, how_to_open), encoding="utf-8")


def readme(card: ExportCard, how_to_open: str) -> str:
    head = ["---", f"pipeline_tag: {card.purpose}", "tags:", f"- {card.about}"]
    languages = [language for language in card.languages if re.fullmatch(r"[A-Za-z]{2,3}(-\w+)*", language)]
    if languages:
        # In quotes, for without them Norwegian's “no” is false.
        head += ["language:", *(f'- "{language}"' for language in languages)]
    if re.fullmatch(r"[\w.-]+", card.licence):
        head.append(f"license: {card.licence.lower()}")
    lines = [*head, "---", "", f"# {in_markdown(card.name)}", "", in_markdown(card.trained_on), ""]
    if card.facts:
        rows = (f"| {in_markdown(what)} | {in_markdown(value)} |" for what, value in card.facts)
        lines += ["| | |", "| --- | --- |", *rows, ""]
    if not card.licence:
        lines += [_in_words("card.no_licence"), ""]
    return "\n".join([*lines, "## " + _in_words("card.opening"), "", how_to_open, ""])


def _base(services: Workbench, run: Run) -> PretrainedModel | None:
    """The pretrained model at the root of a run, which may have begun from another run."""
    try:
        return services.models.find(run.base)
    except KnownError:
        return None


def _languages(corpus: Corpus) -> tuple[str, ...]:
    return tuple(code for code, share in corpus.contents.statistics.languages if share >= 0.1)


def _trained_on(run: Run, base: PretrainedModel | None) -> str:
    if base is None:
        return _in_words("card.tuned", base=called(run.model), corpus=run.corpora_in_words)
    if base.from_scratch:
        return _in_words("card.from_scratch", corpus=run.corpora_in_words)
    if not base.trained_on:
        return _in_words("card.tuned", base=base.name, corpus=run.corpora_in_words)
    return _in_words("card.tuned_after", base=base.name, before=base.trained_on, corpus=run.corpora_in_words)


def _labels(run: Run, part: str) -> LabelSet | None:
    try:
        task = task_of(run)
        return task.part(part).task.labels if part and isinstance(task, Together) else task.labels
    except KnownError:
        return None


def _names(labels: LabelSet) -> tuple[str, str]:
    """What it tells apart, of classes with how many examples of each there were to learn from."""
    counts = [f" ({ENGLISH.count(count)})" for count in labels.counts] or [""] * len(labels.names)
    shown = [f"{name}{count}" for name, count in zip(labels.names, counts, strict=True)][:_MOST_NAMES]
    told = ", ".join(shown) + (" …" if len(shown) < len(labels.names) else "")
    return _in_words("card.labels", count=Count(len(labels.names))), told


def _measured(services: Workbench, run: Run) -> Iterator[tuple[str, str]]:
    for title, figure, before, after in figures_of(run, ENGLISH):
        told = figure_in_words(figure, after)
        if before is not None:
            told = _in_words("card.figure", after=told, before=figure_in_words(figure, before))
        yield title, told


def _facts(services: Workbench, run: Run, corpus: Corpus) -> tuple[tuple[str, str], ...]:
    statistics = corpus.contents.statistics
    settings = ", ".join(f"{name} {value}" for name, value in run.fine_tuning.to_json().items() if value is not None)
    words, hash_of_text = Count(statistics.words), corpus.contents.sha256
    made = {"steps": Count(run.steps), "total": Count(run.total_steps), "seconds": Count(round(run.seconds))}
    facts = [
        (_in_words("card.text"), _in_words("card.of_text", name=corpus.name, words=words, hash=hash_of_text)),
        (_in_words("card.steps"), _in_words("card.of_steps", **made)),
        (_in_words("card.settings"), settings),
        (_in_words("card.base"), _in_words("card.of_base", name=called(run.model), hash=run.model_sha256)),
        (_in_words("card.versions"), ", ".join(f"{name} {number}" for name, number in _versions(run).items())),
    ]
    left_out = [render(remark.said) for remark in remarks(corpus.contents) if remark.kind in LEFT_OUT]
    if left_out:
        facts.insert(1, (_in_words("card.left_out"), " ".join(left_out)))
    facts.insert(1, (_in_words("card.protocol"), protocol_of(run)))
    if run.kept_step is not None:
        step = Count(run.kept_step)
        these = _in_words("card.of_step", step=step) if run.kept_step else _in_words("card.of_beginning")
        facts.insert(1, (_in_words("card.weights"), these))
    for what_measured in reversed([*_measured(services, run)]):
        facts.insert(1, what_measured)
    for what, loss in (("card.before", run.base_validation_loss), ("card.after", run.best_validation_loss)):
        if loss is not None:
            bits = run.bits_per_byte(loss)
            value = _loss(run, loss)
            value += "" if bits is None else _in_words("card.bits", bits=f"{bits:.4f}")
            facts.insert(1, (_in_words(what), value))
    return tuple(facts)


def _loss(run: Run, loss: float) -> str:
    if shown_of(run).headline is Headline.LOSS:
        return _in_words("card.plain_loss", loss=f"{loss:.4f}")
    return _in_words("card.loss", loss=f"{loss:.4f}", perplexity=written(perplexity(loss), 2))


def _versions(run: Run) -> Mapping[str, str]:
    """With which it was trained, as far as that is known; else with which it was written."""
    return run.provenance.versions if run.provenance else versions()


def _in_words(code: str, **fields: object) -> str:
    """In English, in which those who are handed a model look for what it is."""
    return render(Message(code, fields))
