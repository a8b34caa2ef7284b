"""The glossary as a page, and what a person's own run is an example of."""

from __future__ import annotations

import string
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from workbench.exporting.pages import page
from workbench.ground.files import write_atomically
from workbench.ground.resources import resource
from workbench.messages.message import Count, Duration, message
from workbench.messages.rendering import ENGLISH, Language, render, written
from workbench.messages.terms.glossary import Glossary
from workbench.messages.terms.term import CONTEXT, Term
from workbench.values.perplexity import decimals, is_endless, perplexity
from workbench.values.run import Run


def facts_of(run: Run, language: Language) -> dict[str, str]:
    """What is known of a run, in words; a fact that is not known is left out."""
    settings = run.fine_tuning
    facts: dict[str, object] = {
        "run": run.name,
        "batch": Count(settings.batch_size),
        "context": Count(settings.context_length),
        "per_step": Count(settings.tokens_per_step),
        "seed": settings.seed,
    }
    if settings.learning_rate:
        facts["rate"] = settings.learning_rate
    if run.steps:
        facts |= {"steps": Count(run.steps), "seconds": Duration(run.seconds)}
    if run.total_steps and settings.warmup:
        facts["warmup_steps"] = Count(max(1, round(settings.warmup * run.total_steps)))
    if run.tokens_per_second:
        facts["speed"] = Count(round(run.tokens_per_second))
    if run.kept_step:
        facts["kept"] = Count(run.kept_step)
    from workbench.tasks.registry import shown_of
    from workbench.tasks.task import Headline

    before, after = run.base_validation_loss, run.best_validation_loss
    if before is not None and after is not None and shown_of(run).headline is Headline.PERPLEXITY:
        facts |= _of_losses(run, before, after)
    return {name: written(value, language) for name, value in facts.items()}


def _of_losses(run: Run, before: float, after: float) -> dict[str, object]:
    facts: dict[str, object] = {"nats_before": f"{before:.2f}", "nats_after": f"{after:.2f}"}
    if not is_endless(before):
        facts |= {"before": _figure(before), "after": _figure(after), "choices": Count(round(perplexity(after)))}
    bits = run.base_bits_per_byte, run.best_bits_per_byte
    if bits[0] is not None and bits[1] is not None:
        facts |= {"bits_before": f"{bits[0]:.2f}", "bits_after": f"{bits[1]:.2f}"}
    return facts


def _figure(loss: float) -> str:
    value = perplexity(loss)
    return f"{value:,.{decimals(value)}f}"


def example_of(term: Term, run: Run | None, language: Language) -> tuple[str, str]:
    """Whose example it is, and the example: from `run` where that has something to say of the term."""
    say = partial(language.translate, CONTEXT)
    if run is not None and term.of_run:
        facts, wanted = facts_of(run, language), {name for _, name, _, _ in string.Formatter().parse(term.of_run)}
        if wanted - {None} <= facts.keys():
            return render(message("glossary.of_run", run=run.name), language), say(term.of_run).format(**facts)
    return render(message("glossary.example"), language), say(term.example)


def picture_of(term: Term, ink: str = "currentColor", accent: str = "var(--accent)") -> str:
    """The drawing of a term, an SVG of 240 × 90 in two colours; empty where there is none."""
    if not term.picture:
        return ""
    drawing = resource(f"terms/{term.picture}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", ink).replace("ACCENT", accent)


def glossary_html(language: Language = ENGLISH) -> str:
    """One page that needs nothing else."""
    glossary = Glossary(language.translate)
    return page("glossary.html", **_shown(glossary, language))


def write_glossary(file: Path, language: Language = ENGLISH) -> Path:
    """Raises KnownError("disk.…")."""
    file = file.expanduser().resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, glossary_html(language).encode())
    return file


def _shown(glossary: Glossary, language: Language) -> dict[str, Any]:
    terms = glossary.in_order()
    return {
        "code": language.code,
        "title": render(message("glossary.title"), language),
        "about": render(message("glossary.about", terms=Count(len(terms))), language),
        "terms": terms,
        "named": glossary.named,
        "others_of": glossary.others_of,
        "say": glossary.say,
        "listing": language.listing,
        "sentence": lambda code, **fields: render(message(code, **fields), language),
        "example": partial(example_of, run=None, language=language),
        "picture": lambda term: Markup(picture_of(term)),  # a file of the program's own
    }
