"""Which part of a text is trained on, and which parts tell how well the model does on text it has not seen.

Where there are many documents, each of them goes to one split as a whole. Otherwise the text is cut into blocks of
whole paragraphs, about a fiftieth of it each (a tenth of a short one); of every ten blocks in a row one goes to
validation and one to test. So each split is made of long passages, as a model reads them, from all over the text.

The text lies in a file and is read a stretch at a time, so that its size does not matter.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import BinaryIO

from workbench.corpora.splitting.pieces import SENTENCES, Piece, pieces_of
from workbench.values.corpus import Split
from workbench.values.importing import SplitBy

SEGMENT_SEPARATOR = "\f"  # alone on a line between two passages that do not follow on each other


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken passage of one document, from byte `start` to `end` of the text, for one split."""

    split: Split
    document: int
    start: int
    end: int


def divide(text: BinaryIO, ends: Sequence[int], seed: int, by: SplitBy = SplitBy.AUTO) -> tuple[SplitBy, list[Segment]]:
    """How the text was divided, and its segments in the order of the text; `ends` is where each document ends.

    A paragraph lands whole in one split, unless it alone is so large that the shares could not be kept: that one is
    divided at its lines, its sentences or its words.
    """
    total = ends[-1] if ends else 0
    sizes = [end - start for start, end in pairwise((0, *ends))]
    if by is SplitBy.AUTO:
        by = SplitBy.DOCUMENTS if _are_many(sizes) else SplitBy.BLOCKS
    if by is SplitBy.DOCUMENTS and len(sizes) >= len(Split):
        splits = _assigned_documents(sizes, seed)
        bounds = pairwise((0, *ends))
        return by, [
            Segment(split, document, start, end)
            for document, (split, (start, end)) in enumerate(zip(splits, bounds, strict=True))
            if end > start
        ]
    blocks = (_whole_sentences(text, ends) if _is_small(total) else []) or _shares(text, ends)
    return SplitBy.BLOCKS, list(_joined(blocks, _assignment(len(blocks), seed)))


def divide_given(text: BinaryIO, ends: Sequence[int], given: Sequence[Split], seed: int | None) -> list[Segment]:
    """The segments of documents whose splits are known; what validates is taken from the training text by the seed.

    Without a seed nothing is taken: a part that validates is there, though there may be nothing in it.
    """
    bounds = list(pairwise((0, *ends)))
    segments = [Segment(split, number, *place) for number, (split, place) in enumerate(zip(given, bounds, strict=True))]
    if seed is None:
        return segments
    trained = [segment for segment in segments if segment.split is Split.TRAIN]
    total = sum(segment.end - segment.start for segment in trained)
    pieces = (piece for piece in pieces_of(text, ends, _longest_piece(total)) if given[piece[0]] is Split.TRAIN)
    blocks = list(_blocks(pieces, ends, _block_size(total)))
    held_out = (
        Split.VALIDATION if split is Split.VALIDATION else Split.TRAIN for split in _assignment(len(blocks), seed)
    )
    cut = _joined(blocks, list(held_out))
    return sorted([*cut, *(each for each in segments if each not in trained)], key=lambda segment: segment.start)


def join_segments(segments: Sequence[str]) -> str:
    """The segments as the text of one file."""
    return f"\n{SEGMENT_SEPARATOR}\n".join(segments) + "\n" * bool(segments)


def documents(text: BinaryIO, ends: Sequence[int]) -> Iterator[str]:
    """The text of each document, as it will stand between two separators."""
    for start, end in pairwise((0, *ends)):
        text.seek(start)
        yield as_passage(text.read(end - start).decode())


def as_passage(text: str) -> str:
    """Without the line ends before it and the white space after it: read again, it is the same."""
    return text.lstrip("\n").rstrip()


_BLOCKS_IN_A_GROUP = 10
_MOST_GROUPS = 5
_SMALL_BLOCK = 1_000  # bytes; shorter passages than this are hardly text any more
_DRAWS = 30
_NEAR_ENOUGH = 0.2  # of a tenth
_MOST_OF_A_TEXT = 2 / 3  # that a block of whole sentences may be
_MOST_PIECES_OF_A_TINY_TEXT = 10_000


def _are_many(sizes: Sequence[int]) -> bool:
    """Whether whole documents can make up tenths of the text."""
    return len(sizes) >= 2 * _BLOCKS_IN_A_GROUP and max(sizes) * _BLOCKS_IN_A_GROUP <= sum(sizes)


def _assigned_documents(sizes: Sequence[int], seed: int) -> list[Split]:
    """A tenth of the text for validation and for test, in documents drawn by the seed; each split gets one at least.

    Documents are drawn again while the shares are far from tenths; of all draws the nearest to them is kept.
    """
    generator = random.Random(seed)
    order = list(range(len(sizes)))
    best: list[Split] = []
    distance = math.inf
    for _ in range(_DRAWS):
        generator.shuffle(order)
        splits = _drawn(sizes, order)
        if (found := _distance_from_tenths(sizes, splits)) < distance:
            best, distance = splits, found
        if distance <= _NEAR_ENOUGH:
            break
    return best


def _drawn(sizes: Sequence[int], order: Sequence[int]) -> list[Split]:
    """Documents up to a tenth of the text, in their order, for validation and test; never the last for training."""
    splits = [Split.TRAIN] * len(sizes)
    share = sum(sizes) / _BLOCKS_IN_A_GROUP
    free = list(order)
    for split, needed in ((Split.VALIDATION, 2), (Split.TEST, 1)):
        taken = 0
        chosen: list[int] = []
        for document in free:
            if len(free) - len(chosen) > needed and taken + sizes[document] / 2 <= share:
                chosen.append(document)
                taken += max(1, sizes[document])
        chosen = chosen or [min(free, key=sizes.__getitem__)]
        for document in chosen:
            splits[document] = split
        free = [document for document in free if splits[document] is Split.TRAIN]
    return splits


def _distance_from_tenths(sizes: Sequence[int], splits: Sequence[Split]) -> float:
    """By how much of a tenth validation or test is off, whichever is further."""
    share = max(1, sum(sizes)) / _BLOCKS_IN_A_GROUP
    held_out = (
        sum(size for size, of in zip(sizes, splits, strict=True) if of is split)
        for split in (Split.VALIDATION, Split.TEST)
    )
    return max(abs(size / share - 1) for size in held_out)


def _shares(text: BinaryIO, ends: Sequence[int]) -> list[Piece]:
    """Blocks as near to fiftieths, or tenths, as the text allows; down to words where it is tiny."""
    total = ends[-1] if ends else 0
    longest = _longest_piece(total)
    blocks = list(_blocks(pieces_of(text, ends, longest), ends, _block_size(total)))
    if len(blocks) < len(Split):
        for length in (longest, 1):  # whole paragraphs if there are three, else whatever there is down to words
            pieces = list(islice(pieces_of(text, ends, length), _MOST_PIECES_OF_A_TINY_TEXT))
            if len(pieces) >= len(Split):
                return pieces
    return blocks


def _whole_sentences(text: BinaryIO, ends: Sequence[int]) -> list[Piece]:
    """Blocks of a small text in which no sentence is cut, or none where that leaves one of them most of the text."""
    total = ends[-1] if ends else 0
    pieces = list(pieces_of(text, ends, _longest_piece(total), SENTENCES))
    blocks = list(_blocks(iter(pieces), ends, _block_size(total)))
    if len(blocks) < len(Split):
        blocks = pieces
    largest = max((end - start for _, start, end in blocks), default=0)
    return blocks if len(blocks) >= len(Split) and largest <= _MOST_OF_A_TEXT * total else []


def _is_small(total: int) -> bool:
    return total < _BLOCKS_IN_A_GROUP * _SMALL_BLOCK


def _block_size(total: int) -> float:
    """So that whole groups of blocks come out, of blocks that are not small where the text allows it."""
    groups = min(_MOST_GROUPS, max(1, total // (_BLOCKS_IN_A_GROUP * _SMALL_BLOCK)))
    return max(1.0, total / (groups * _BLOCKS_IN_A_GROUP))


def _longest_piece(total: int) -> int:
    """In a small text a paragraph matters more than exact shares, and only what prevents three splits is divided."""
    return max(1, total // (len(Split) if _is_small(total) else _BLOCKS_IN_A_GROUP))


def _blocks(pieces: Iterator[Piece], ends: Sequence[int], size: float) -> Iterator[Piece]:
    """Neighbouring pieces of one document, in blocks of nearly `size` bytes."""
    current: Piece | None = None
    last: tuple[int, int] | None = None
    for document, start, end in pieces:
        begin = ends[document - 1] if document else 0
        length = ends[document] - begin
        blocks_in_document = max(1, round(length / size))
        place = (document, ((start + end) // 2 - begin) * blocks_in_document // length)
        if current is not None and place == last:
            current = document, current[1], end
            continue
        if current is not None:
            yield current
        current, last = (document, start, end), place
    if current is not None:
        yield current


def _assignment(blocks: int, seed: int) -> list[Split]:
    """The split of each block: one of validation and one of test in every group of about ten blocks in a row."""
    if blocks < len(Split):
        return [Split.TRAIN, Split.VALIDATION][:blocks]
    generator = random.Random(seed)
    groups = max(1, round(blocks / _BLOCKS_IN_A_GROUP))
    bounds = [blocks * group // groups for group in range(groups + 1)]
    splits = [Split.TRAIN] * blocks
    for first, after in pairwise(bounds):
        validation, test = generator.sample(range(first, after), 2)
        splits[validation], splits[test] = Split.VALIDATION, Split.TEST
    return splits


def _joined(blocks: Sequence[Piece], splits: Sequence[Split]) -> Iterator[Segment]:
    """Blocks that follow on each other in one split are joined."""
    current: Segment | None = None
    for (document, start, end), split in zip(blocks, splits, strict=True):
        if current and (current.split, current.document) == (split, document):
            current = Segment(split, document, current.start, end)
            continue
        if current:
            yield current
        current = Segment(split, document, start, end)
    if current:
        yield current
