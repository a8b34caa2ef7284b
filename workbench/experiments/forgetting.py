"""What a model forgot: how well it predicts a bundled text of general prose, before and after it learnt another."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workbench.ground.resources import resource
from workbench.measuring.bootstrap import Interval, Ratio, difference
from workbench.measuring.evaluation import PASSAGE
from workbench.messages.message import message
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.reading import TokenReader, Windows
from workbench.values.perplexity import perplexity
from workbench.values.progress import Progress

SOME, MUCH = 0.02, 0.15  # of the bits per byte that it had needed before


class Forgot(StrEnum):
    NOTHING = "nothing"  # or so little that it does not matter
    UNCLEAR = "unclear"  # nothing that can be measured, but the text is too short to rule out that it is much
    SOMETHING = "something"
    MUCH = "much"


FORGOT = {
    Forgot.NOTHING: message("forgot.nothing"),
    Forgot.UNCLEAR: message("forgot.unclear"),
    Forgot.SOMETHING: message("forgot.something"),
    Forgot.MUCH: message("forgot.much"),
}


@dataclass(frozen=True)
class Forgetting:
    """Bits per byte on the probe of a language; `change` is after - before."""

    language: str  # ISO 639-1
    before: float
    after: float
    change: Interval
    perplexity_before: float  # a token
    perplexity_after: float

    @property
    def verdict(self) -> Forgot:
        rise = self.change.value / self.before
        if not self.change.is_clear:
            rules_out_much = self.change.high is not None and self.change.high / self.before < MUCH
            return Forgot.NOTHING if rules_out_much else Forgot.UNCLEAR
        if rise < SOME:
            return Forgot.NOTHING
        return Forgot.MUCH if rise >= MUCH else Forgot.SOMETHING


def probe_language(languages: Sequence[str]) -> str:
    """The probe that suits a model of `languages`."""
    return "zh" if "zh" in languages and "en" not in languages else "en"


def probe_text(language: str) -> str:
    return resource(f"probes/{language}.txt").read_text(encoding="utf-8")


def forgetting(
    before: TokenReader, after: TokenReader, tokenizer: Tokenizer, windows: Windows, language: str
) -> Generator[Progress, None, Forgetting]:
    """Read the probe with both; they share the tokenizer."""
    begins = [] if tokenizer.end_of_text is None else [tokenizer.end_of_text]
    tokens = np.array([*begins, *tokenizer.encode(probe_text(language))], np.int64)
    writes = np.array([len(piece) for piece in tokenizer.pieces])
    rows: list[np.ndarray] = []
    for old, new in zip(before.read(tokens, windows), after.read(tokens, windows), strict=True):
        sizes = writes[tokens[old.start : old.end]]
        each = np.stack([-old.logs, -new.logs, sizes, np.ones(len(sizes))])
        rows.append(np.add.reduceat(each, np.arange(0, len(sizes), PASSAGE), axis=1))
        yield Progress(old.end, len(tokens))
    was, now, size, count = np.concatenate(rows, axis=1)
    change = difference(Ratio(was / math.log(2), size), Ratio(now / math.log(2), size), paired=True)
    bits = (was.sum() / math.log(2) / size.sum(), now.sum() / math.log(2) / size.sum())
    losses = (was.sum() / count.sum(), now.sum() / count.sum())
    return Forgetting(language, float(bits[0]), float(bits[1]), change, *(perplexity(float(loss)) for loss in losses))
