"""How many tokens a text is, without encoding all of it: as it was encoded before, or by a sample of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.corpora.chunks import parts_of
from workbench.corpora.encoding import Encoder, encoded_sizes
from workbench.corpora.importing import split_file
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.values.corpus import Corpus, Split

SAMPLED = 50  # stretches, spread evenly over a text
STRETCH_BYTES = 1_000
_SLACK = 200  # bytes that a stretch may be longer to end behind a word
_BREAK = f"\n{SEGMENT_SEPARATOR}\n"
_WORD_END = re.compile(r"(?<=\w)(?=[^\w'’])")  # what stands on both sides of it is never one token


@dataclass(frozen=True)
class TokenCounts:
    """Of a text under one tokenizer, with what it puts between texts."""

    train: int
    validation: int


def counted(corpus: Corpus, tokenizer_sha256: str) -> TokenCounts | None:
    """As the text was encoded before with that tokenizer: exact, and None where it was not."""
    sizes = encoded_sizes(corpus, tokenizer_sha256)
    return None if sizes is None else TokenCounts(sizes[Split.TRAIN], sizes[Split.VALIDATION])


def expected(corpus: Corpus, tokenizer: Encoder) -> TokenCounts:
    """From stretches of the text: exact for a short one, else within a percent or two; some ten milliseconds."""
    return TokenCounts(*(_expected(corpus, split, tokenizer) for split in (Split.TRAIN, Split.VALIDATION)))


def sample(corpus: Corpus) -> list[str]:
    """Stretches of the training text from all over it, all of a short one."""
    return list(_stretches(split_file(corpus.folder, Split.TRAIN)))


def _expected(corpus: Corpus, split: Split, tokenizer: Encoder) -> int:
    path = split_file(corpus.folder, split)
    size = path.stat().st_size
    between = len(tokenizer.between)
    if size <= SAMPLED * STRETCH_BYTES:
        return sum(begins * between + len(tokenizer.encode(part)) for begins, part in parts_of(corpus, split))
    read = tokens = 0
    for stretch in _stretches(path):
        segments = stretch.split(_BREAK)
        read += len(stretch.encode())
        tokens += sum(len(tokenizer.encode(segment)) for segment in segments) + between * (len(segments) - 1)
    return round(tokens / max(1, read) * size) + between


def _stretches(path: Path) -> Iterator[str]:
    """Each begins and ends behind a word, as far as there are words."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if size <= SAMPLED * STRETCH_BYTES:
            yield file.read().decode("utf-8", "ignore")
            return
        for number in range(SAMPLED):
            file.seek(number * (size - STRETCH_BYTES - 2 * _SLACK) // (SAMPLED - 1))
            text = file.read(STRETCH_BYTES + _SLACK).decode("utf-8", "ignore")
            ends = [match.start() for match in _WORD_END.finditer(text)]
            begin = 0 if number == 0 or not ends else ends[0]
            yield text[begin : ends[-1] if len(ends) > 1 else len(text)]
