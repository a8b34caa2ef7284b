"""What a run learnt, forgot and knows by heart, compared with what it started from."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.corpora.chunks import chunks
from workbench.corpora.encoding import encode
from workbench.experiments.against_base import base_of
from workbench.experiments.forgetting import Forgetting, forgetting, probe_language
from workbench.experiments.memorising import Memorisation, memorisation
from workbench.experiments.passages_changed import PassageChange, changed_passages
from workbench.experiments.words_changed import WordChange, changed_words
from workbench.prediction.asking import ask, places
from workbench.prediction.reading import Windows, context_within
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.model_ref import OfRun, Scratch
from workbench.values.progress import Progress

T = TypeVar("T")

PLACES = 48  # at which both are asked for the next word
TOP = 40  # words that are looked at in each place
TOKENS = 16_384  # of held-out text, the most that are read for passages
WORDS_SHOWN, PASSAGES_SHOWN = 15, 5


@dataclass(frozen=True)
class Learnt:
    run: str
    base: str  # what it started from
    corpus: str
    split: Split
    places: int  # at which both were asked
    gained: tuple[WordChange, ...]
    lost: tuple[WordChange, ...]
    improved: tuple[PassageChange, ...]
    worsened: tuple[PassageChange, ...]
    forgetting: Forgetting | None  # None where it started from random weights, which know nothing
    memorisation: Memorisation


def learnt(services: Workbench, run: str, split: Split = Split.VALIDATION) -> Generator[Progress, None, Learnt]:
    """Ask, read and let write; on the run's own text, of which `split` was not trained on.

    Raises KnownError: evaluation.no_base, and those of loading models.
    """
    found = services.project.runs.named(run)
    after = services.asking.asked(OfRun(found.id))
    name, before = base_of(services, OfRun(found.id))
    corpus, tokenizer = services.project.corpora.named(found.corpus), after.model.tokenizer
    encoded = (yield from encode(corpus, tokenizer)).with_share(found.fine_tuning.text_share)
    context = context_within(after.model.context_length)
    windows = Windows(context, context)

    characters = sum(map(len, chunks(corpus, split)))
    asked = places(chunks(corpus, split), characters, PLACES)
    answers = []
    for side, part in ((before, "words, before"), (after, "words, after")):
        if side.is_learning:
            side.decoder.forget()
        answers.append((yield from _called(part, ask(side.decoder, side.model.tokenizer, asked, TOP))))
    gained, lost = changed_words(answers[0], answers[1], WORDS_SHOWN)
    improved, worsened = yield from _called(
        "passages",
        changed_passages(
            before.token_reader, after.token_reader, tokenizer, encoded[split], windows, limit=TOKENS,
            most=PASSAGES_SHOWN,
        ),
    )  # fmt: skip
    forgot = None
    if not isinstance(found.base, Scratch):
        language = probe_language(services.models.languages(found.base))
        forgot = yield from _called(
            "general text", forgetting(before.token_reader, after.token_reader, tokenizer, windows, language)
        )
    by_heart = yield from _called(
        "what it knows by heart",
        memorisation(after.decoder, tokenizer, encoded.train, corpus.contents.leaks),
    )
    return Learnt(
        found.name, name, corpus.name, split, len(asked), gained, lost, improved, worsened, forgot, by_heart
    )  # fmt: skip


def _called(what: str, work: Generator[Progress, None, T]) -> Generator[Progress, None, T]:
    """The same work, its progress with a name."""
    while True:
        try:
            yield replace(next(work), what=what)
        except StopIteration as stop:
            result: T = stop.value
            return result
