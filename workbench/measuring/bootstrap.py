"""How far chance may have moved a difference: parts of a text drawn again and again, with replacement.

B. Efron, “Bootstrap methods: another look at the jackknife”, 1979; percentile intervals. Neighbouring passages are
alike: where one is hard, the next is too, so they say less than as many strangers would. Whole documents are drawn
where there are enough of them or each is a thing of its own, else blocks of neighbouring passages (Politis & Romano,
“A circular block-resampling procedure for stationary data”, 1992), as long as the text itself asks for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workbench.messages.message import Count, Message

RESAMPLES = 2000
CONFIDENCE = 0.95
MOST_BLOCKS = 1000  # passages of a longer text are put together with their neighbours
FEWEST_DOCUMENTS = 10  # with fewer, their passages are drawn as well
FEWEST = 8  # passages; fewer cannot tell how much they differ from each other
_FEWEST_BLOCKS = 5
_FEWEST_LIKE_EQUAL = 4.0  # below, Student's quantile is far out, and one long document decides everything
_FEWEST_LIKE_EQUAL_DOCUMENTS = 2.0  # below, one is nearly all of the text
_FEW = 16  # ratios: the resamples of more are laid out place by place, as these are then looked up
_NORMAL = 1.959964  # beyond which the normal distribution has 2.5 %


class Kind(StrEnum):
    DOCUMENTS = "documents"  # or stretches of them that do not follow on each other
    PASSAGES = "passages"


_ALONE = {Kind.DOCUMENTS: "drawn.documents", Kind.PASSAGES: "drawn.passages"}
_IN_BLOCKS = {Kind.DOCUMENTS: "drawn.blocks_of_documents", Kind.PASSAGES: "drawn.blocks_of_passages"}


@dataclass(frozen=True)
class Drawn:
    """What an interval was found by drawing: `units` of a kind, in blocks of so many neighbours."""

    kind: Kind
    units: int
    block: int

    @property
    def said(self) -> Message:
        units, block = Count(self.units), Count(self.block)
        if self.block == 1:
            return Message(_ALONE[self.kind], {"units": units})
        return Message(_IN_BLOCKS[self.kind], {"block": block, "units": units})


@dataclass(frozen=True)
class Interval:
    """A figure, and between which bounds it lies with a confidence of 95 %: None where too little was read to tell."""

    value: float
    low: float | None
    high: float | None
    drawn: Drawn

    @property
    def is_clear(self) -> bool:
        """Whether it is not zero, as far as the text can tell."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, eq=False)
class Ratio:
    """A figure that is a quotient of two sums over the passages of a text, such as loss per token."""

    amounts: np.ndarray  # of any type: sums are of larger ones
    sizes: np.ndarray
    documents: np.ndarray | None = None  # the number of the document that each passage is in, rising; None for one

    @property
    def value(self) -> float:
        return float(self.amounts.sum() / self.sizes.sum())

    def by_document(self) -> Ratio:
        """One passage for each document."""
        if self.documents is None:
            return Ratio(self.amounts.sum(keepdims=True), self.sizes.sum(keepdims=True))
        starts = np.flatnonzero(np.diff(self.documents, prepend=-1))
        return self if len(starts) == len(self.amounts) else self._joined(starts)

    def in_blocks(self) -> Ratio:
        count = len(self.amounts)
        if count <= MOST_BLOCKS:
            return self
        return self._joined(np.linspace(0, count, MOST_BLOCKS, endpoint=False).astype(int))

    def _joined(self, starts: np.ndarray) -> Ratio:
        return Ratio(np.add.reduceat(self.amounts, starts), np.add.reduceat(self.sizes, starts))


def difference(before: Ratio, after: Ratio, *, paired: bool, seed: int = 0) -> Interval:
    """`after` - `before`. Where they are `paired`, both have the same passages, which are drawn together; what makes
    a passage hard for both does not widen the interval then."""
    signed = [(before, -1.0), (after, 1.0)]
    return _interval([signed] if paired else [[each] for each in signed], seed)


def combination(signed: Sequence[tuple[Ratio, float]], seed: int = 0) -> Interval:
    """The sum of figures of the same passages, each times a factor; one alone is a figure and how sure it is.

    How many passages there are to speak of is told by the last one.
    """
    return _interval([signed], seed)


def _interval(together: Sequence[Sequence[tuple[Ratio, float]]], seed: int) -> Interval:
    value = sum(factor * ratio.value for signed in together for ratio, factor in signed)
    random = np.random.default_rng(seed)
    found = [_drawn(random, signed) for signed in together]
    drawn = found[-1][0]
    moves = [move for _, move in found if move is not None]
    if len(moves) < len(found):
        return Interval(value, None, None, drawn)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(np.sum(moves, axis=0), (tail, 1 - tail))
    return Interval(value, value + float(low), value + float(high), drawn)


def block_length(series: np.ndarray) -> int:
    """How many neighbours must be drawn together so that little of what they have in common is cut.

    Politis & White, “Automatic block-length selection for the dependent bootstrap”, 2004, with the correction of
    Patton, Politis & White, 2009, for circular blocks; 1 where no neighbours are alike.
    """
    count = len(series)
    correlation = _correlation(series)
    run = max(5, math.ceil(math.sqrt(math.log10(count))))
    most = min(math.ceil(math.sqrt(count)) + run, count - 1)
    is_small = np.abs(correlation[1 : most + 1]) < 2 * math.sqrt(math.log10(count) / count)
    runs = np.convolve(is_small, np.ones(run), "valid") >= run if len(is_small) >= run else np.zeros(0)
    reach = int(np.argmax(runs)) if runs.any() else int(np.flatnonzero(~is_small).max(initial=-1)) + 1
    reach = min(2 * reach, most)
    if not reach:
        return 1
    lags = np.arange(1, reach + 1)
    weights = np.minimum(1, 2 * (1 - lags / reach)) * correlation[1 : reach + 1]
    slope, spectrum = 2 * float((weights * lags).sum()), 1 + 2 * float(weights.sum())
    longest = max(1, count // _FEWEST_BLOCKS)
    if spectrum <= 0:
        return 1
    length = math.ceil(math.pow(1.5 * (slope / spectrum) ** 2 * count, 1 / 3))
    return min(longest, max(1, length))


def _drawn(random: np.random.Generator, signed: Sequence[tuple[Ratio, float]]) -> tuple[Drawn, np.ndarray | None]:
    """What was drawn, and by how much that moved the sum of the signed rates, which are drawn together.

    None where too little was read to tell. A few documents are drawn as well as their passages, and whichever moves
    the sum further counts: passages cannot tell what each document has of its own, nor few documents all there is.
    """
    rates, signs = [rate for rate, _ in signed], [sign for _, sign in signed]
    whole = [rate.by_document() for rate in rates]
    documents = _like_equal(whole[-1].sizes)
    if documents >= FEWEST_DOCUMENTS:
        return _moved(random, Kind.DOCUMENTS, whole, signs)
    drawn, moves = _moved(random, Kind.PASSAGES, rates, signs)
    if moves is None or documents < _FEWEST_LIKE_EQUAL_DOCUMENTS:
        return drawn, moves
    drawn_whole, moves_whole = _moved(random, Kind.DOCUMENTS, whole, signs)
    if moves_whole is None or moves_whole.std() <= moves.std():
        return drawn, moves
    return drawn_whole, moves_whole


def _moved(
    random: np.random.Generator, kind: Kind, units: Sequence[Ratio], signs: Sequence[float]
) -> tuple[Drawn, np.ndarray | None]:
    """The same for units of one kind."""
    count = len(units[-1].amounts)
    is_documents = kind is Kind.DOCUMENTS
    if count < FEWEST and not is_documents:
        return Drawn(kind, count, 1), None
    rates = [rate.in_blocks() for rate in units]
    series = np.zeros(len(rates[-1].amounts))
    for rate, sign in zip(rates, signs, strict=True):
        series += sign * (rate.amounts - rate.value * rate.sizes) / rate.sizes.sum()
    length = block_length(series) if count >= FEWEST else 1
    together = count / len(series)  # units that are put together already
    drawn = Drawn(kind, count, max(1, round(length * together)))
    effective = _like_equal(rates[-1].sizes) / length
    if effective < (_FEWEST_LIKE_EQUAL_DOCUMENTS if is_documents else _FEWEST_LIKE_EQUAL):
        return drawn, None
    times = -(-len(series) // length)
    counts = _counts(random, times, len(series))
    by_place = np.ascontiguousarray(counts.T) if len(rates) > _FEW else counts.T
    moves = np.zeros(RESAMPLES)
    for rate, sign in zip(rates, signs, strict=True):
        amounts, sizes = _resampled(np.stack([_sums(rate.amounts, length), _sums(rate.sizes, length)]), by_place)
        moves += sign * (amounts / np.maximum(sizes, 1e-9) - rate.value)
    # A few more blocks are drawn than the text has; few blocks vary less than what they were taken from.
    width = math.sqrt(times * length / len(series) * effective / (effective - 1)) * _student(effective - 1) / _NORMAL
    if not is_documents:  # documents have nothing to do with each other unless `block_length` says so
        width *= _cut_between_blocks(series, length)
    return drawn, width * moves


def _cut_between_blocks(series: np.ndarray, length: int) -> float:
    """By how much wider the interval has to be for what neighbours in different blocks have in common.

    As if each passage were like the one before it and otherwise new (an autoregression of the first order), whose
    correlation is found too small in short series (Kendall, 1954) and is taken one standard error larger: too wide an
    interval does less harm than too narrow a one.
    """
    count = len(series)
    found = float(_correlation(series)[1])
    found += (1 + 3 * found) / count + math.sqrt(max(0.0, 1 - found**2) / count)
    found = min(max(found, 0.0), 0.95)
    lags = np.arange(1, length)
    seen = 1 + 2 * float(((1 - lags / length) * found**lags).sum())
    return math.sqrt((1 + found) / (1 - found) / seen)


def _correlation(series: np.ndarray) -> np.ndarray:
    """Of a series with itself, by how far it is moved."""
    count = len(series)
    centred = series - series.mean()
    spectrum = np.abs(np.fft.rfft(centred, 2 * count)) ** 2
    found: np.ndarray = np.fft.irfft(spectrum, 2 * count)[:count]
    return found / max(float(found[0]), 1e-300) if centred.any() else np.zeros(count)


def _sums(values: np.ndarray, length: int) -> np.ndarray:
    """Of every `length` neighbours; behind the last comes the first."""
    found: np.ndarray = np.convolve(np.concatenate([values, values[: length - 1]]), np.ones(length), "valid")
    return found


def _resampled(sums: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The product of the two; of thousands of classes each is at few of the places, and only these are multiplied."""
    there = np.flatnonzero(sums.any(axis=0))
    found: np.ndarray = sums @ counts if 2 * len(there) > len(counts) else sums[:, there] @ counts[there]
    return found


def _counts(random: np.random.Generator, times: int, count: int) -> np.ndarray:
    """How often each of `count` is drawn in each resample of `times`: [RESAMPLES, count]."""
    drawn = random.integers(0, count, (RESAMPLES, times), dtype=np.int32)
    drawn += np.arange(RESAMPLES, dtype=np.int32)[:, None] * count
    found: np.ndarray = np.bincount(drawn.ravel(), minlength=RESAMPLES * count).reshape(RESAMPLES, count)
    return found.astype(np.float64)


def _like_equal(sizes: np.ndarray) -> float:
    """How many of equal size would say as much (Kish, Survey Sampling, 1965)."""
    return float(sizes.sum(dtype=np.float64) ** 2 / max(float((sizes.astype(np.float64) ** 2).sum()), 1e-300))


def _student(freedom: float) -> float:
    """Beyond which Student's distribution has 2.5 %: Abramowitz & Stegun 26.7.5, within 1 % from 3 degrees on."""
    z = _NORMAL
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
