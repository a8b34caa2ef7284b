"""How well a model predicts a whole text, in the numbers the field reports, with how they were measured."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

import numpy as np

from workbench.corpora.statistics.words import words as words_of
from workbench.measuring.calibration import Calibration
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Message, as_list, message
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.asking import Answer, answers, places
from workbench.prediction.decoding import Decoder
from workbench.prediction.reading import TokenReader, Windows
from workbench.values.corpus import Split
from workbench.values.measurement import Evaluation
from workbench.values.perplexity import perplexity
from workbench.values.progress import Progress

ASKED = 64  # places at which a whole next word is looked for
TOP = 5
PASSAGE = 64  # tokens whose sums are kept together
_SPLITS = {
    Split.TRAIN: message("measured.train"),
    Split.VALIDATION: message("measured.validation"),
    Split.TEST: message("measured.test"),
}


@dataclass(frozen=True)
class Text:
    """What a model is measured on. `tokens` is the encoding of the chunks, which are read from disk as needed."""

    corpus: str
    split: Split
    sha256: str
    tokens: np.ndarray
    chunks: Callable[[], Iterable[str]]


@dataclass(frozen=True, eq=False)
class Passages:
    """Sums over each passage of a text, to find out how far chance may have moved the figures."""

    losses: np.ndarray  # nats, with what the spelling of words outside the vocabulary costs
    tokens: np.ndarray
    bytes: np.ndarray
    documents: np.ndarray  # the number of the one that a passage is in, rising; none is in two


@dataclass(frozen=True, eq=False)
class Measured:
    evaluation: Evaluation
    passages: Passages


def measure(
    reader: TokenReader, decoder: Decoder, tokenizer: Tokenizer, model: str, text: Text, windows: Windows,
    asked: int | None = None,
) -> Generator[Progress, None, Measured]:  # fmt: skip
    """Read `text` once; `model` names the model in the result. At `asked` places (ASKED) a whole next word is wanted.

    Raises KnownError("corpus.too_short").
    """
    if len(text.tokens) < 2:
        raise KnownError("corpus.too_short", name=text.corpus, needed=2, tokens=len(text.tokens))
    size, characters, words = _extent(text.chunks())
    writes = np.array([len(piece) for piece in tokenizer.pieces])
    unwritten = -1 if tokenizer.unknown is None else tokenizer.unknown
    calibration = Calibration()
    begins = tokenizer.between[0] if tokenizer.between else -1
    rows: list[np.ndarray] = []
    first = top5 = document = 0
    wanted = places(text.chunks(), characters, ASKED if asked is None else asked)
    asking, answered = answers(decoder, tokenizer, wanted, TOP), list[Answer]()
    far = _TimeLeft(len(text.tokens) - 1)
    for stretch in reader.read(text.tokens, windows):
        tokens = np.asarray(text.tokens[stretch.start : stretch.end])
        each = np.stack([-stretch.logs, np.ones(len(tokens)), writes[tokens], tokens == unwritten])
        documents = document + np.cumsum(tokens == begins)
        starts = np.union1d(np.arange(0, len(tokens), PASSAGE), np.flatnonzero(tokens == begins))
        rows.append(np.concatenate([np.add.reduceat(each, starts, axis=1), documents[None, starts]]))
        document = int(documents[-1])
        first += int((stretch.ranks < 1).sum())
        top5 += int((stretch.ranks < TOP).sum())
        calibration.add(stretch.confidence, stretch.ranks < 1)
        # Questions keep pace with the reading, so that the one goes for the time that both take.
        while len(answered) * far.total < len(wanted) * (stretch.end - 1):
            answered.append(next(asking))
        yield far.at(stretch.end - 1)
    losses, counts, written, unknown, documents = np.concatenate(rows, axis=1)
    # The first token is given, not predicted; only a tokenizer without an end of text makes it one that writes.
    predicted = size - int(writes[text.tokens[0]])
    losses_spelled, written, spelling = _with_spelling(losses, written, unknown, predicted)
    passages = Passages(losses_spelled, counts, written, documents)
    tokens_read = int(counts.sum())
    loss, whole_loss = float(losses.sum()) / tokens_read, float(passages.losses.sum())
    evaluation = Evaluation(
        model=model,
        corpus=text.corpus,
        split=text.split,
        tokens=tokens_read,
        words=words,
        bytes=size,
        loss=loss,
        perplexity=perplexity(loss),
        word_perplexity=perplexity(whole_loss / max(1, words)),
        bits_per_byte=whole_loss / math.log(2) / size,
        accuracy=first / tokens_read,
        top5_accuracy=top5 / tokens_read,
        protocol=_protocol(text, tokenizer, windows, spelling, len(answered)),
        context=windows.context,
        stride=windows.stride,
        tokenizer=tokenizer.sha256,
        text=text.sha256,
        words_asked=len(answered),
        word_accuracy=_share([answer.is_among(1) for answer in answered]),
        top5_word_accuracy=_share([answer.is_among(TOP) for answer in answered]),
        calibration=calibration.bins,
        calibration_error=calibration.error,
    )
    return Measured(evaluation, passages)


class _TimeLeft:
    """By the pace since the first piece was read, which takes longer than others."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._first: tuple[float, int] | None = None

    def at(self, done: int) -> Progress:
        now = time.monotonic()
        if self._first is None:
            self._first = now, done
        begun, already = self._first
        left = (now - begun) / (done - already) * (self.total - done) if done > already else None
        return Progress(done, self.total, seconds_left=left)


def _extent(chunks: Iterable[str]) -> tuple[int, int, int]:
    """Bytes, characters and words of a text."""
    size = characters = words = 0
    for chunk in chunks:
        size += len(chunk.encode())
        characters += len(chunk)
        words += len(words_of(chunk))
    return size, characters, words


def _with_spelling(
    losses: np.ndarray, written: np.ndarray, unknown: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray, bool]:
    """Losses and bytes of the passages, and whether words outside the vocabulary had to be spelled.

    One token for every word outside the vocabulary is easy to predict; without the cost of spelling them, a model
    that knows few words would seem better than one that can write everything. Each costs 8 bits a byte.
    """
    missing = max(0.0, size - float(written.sum())) if unknown.any() else 0.0
    if missing:
        share = unknown / unknown.sum() * missing
        losses, written = losses + share * 8 * math.log(2), written + share
    return losses, written, bool(missing)


def _protocol(text: Text, tokenizer: Tokenizer, windows: Windows, spelling: bool, asked: int) -> Message:
    parts = [
        message("measured.split", split=_SPLITS[text.split], corpus=text.corpus, hash=text.sha256[:8]),
        windows.in_words,
        message("measured.tokenizer", vocabulary=Count(tokenizer.vocabulary), hash=tokenizer.sha256[:8]),
    ]
    if asked:
        parts.append(message("measured.words", count=asked))
    if spelling:
        parts.append(message("measured.spelling"))
    return as_list(parts)


def _share(hits: list[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None
