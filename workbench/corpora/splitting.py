"""Which part of a text is trained on, and which parts tell how well the model does on text it has not seen.

The text is cut into blocks of whole paragraphs, about a fiftieth of it each (a tenth of a short one); of every ten
blocks in a row one goes to validation and one to test. So each split is made of long passages, as a model reads them,
from all over the text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.records import Split

SEGMENT_SEPARATOR = "\f"  # alone on a line between two passages that do not follow on each other


def split_documents(documents: Sequence[str], seed: int) -> dict[Split, list[str]]:
    """The segments (unbroken passages of one document) of each split, in the order of the text.

    A paragraph lands whole in one split, unless it alone is so large that the shares could not be kept: that one is
    divided at its lines, its sentences or its words.
    """
    total = sum(map(len, documents))
    pieces = list(_pieces(documents, _longest_piece(total)))
    blocks = _blocks(pieces, documents, _block_size(total))
    if len(blocks) < len(Split) <= len(pieces):
        blocks = [[piece] for piece in pieces]
    segments: dict[Split, list[str]] = {split: [] for split in Split}
    for split, document, start, end in _joined(blocks, _assignment(len(blocks), seed)):
        segments[split].append(documents[document][start:end].rstrip().strip("\n"))
    return segments


def join_segments(segments: Sequence[str]) -> str:
    """The segments as the text of one file; `segments_of` is the inverse."""
    return f"\n{SEGMENT_SEPARATOR}\n".join(segments) + "\n" * bool(segments)


def segments_of(text: str) -> list[str]:
    """The segments in the text of a split's file."""
    return text.removesuffix("\n").split(f"\n{SEGMENT_SEPARATOR}\n") if text else []


_BLOCKS_IN_A_GROUP = 10
_MOST_GROUPS = 5
_SMALL_BLOCK = 1_000  # characters; shorter passages than this are hardly text any more

_PARAGRAPH_END = re.compile(r"\n{2,}")
_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])(?=[^。！？…」』”’）])")
_WORD_END = re.compile(r"\s+")
_BOUNDARIES = (_PARAGRAPH_END, _LINE_END, _SENTENCE_END, _WORD_END)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters `start` to `end` of a document, with the white space after them."""

    document: int
    start: int
    end: int


def _block_size(total: int) -> float:
    """So that whole groups of blocks come out, of blocks that are not small where the text allows it."""
    groups = min(_MOST_GROUPS, max(1, total // (_BLOCKS_IN_A_GROUP * _SMALL_BLOCK)))
    return max(1.0, total / (groups * _BLOCKS_IN_A_GROUP))


def _longest_piece(total: int) -> int:
    """In a small text a paragraph matters more than exact shares, and only what prevents three splits is divided."""
    is_small = total < _BLOCKS_IN_A_GROUP * _SMALL_BLOCK
    return max(1, total // (len(Split) if is_small else _BLOCKS_IN_A_GROUP))


def _pieces(documents: Sequence[str], longest: int) -> Iterator[_Piece]:
    for index, text in enumerate(documents):
        for start, end in _divided(text, 0, len(text), longest, _BOUNDARIES):
            if not text[start:end].isspace():
                yield _Piece(index, start, end)


def _divided(
    text: str, start: int, end: int, longest: int, boundaries: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, int]]:
    """Cut at the first kind of boundary, and what is still longer than `longest` at the next kind."""
    piece = start
    for boundary in boundaries[0].finditer(text, start, end):
        yield from _shortened(text, piece, boundary.end(), longest, boundaries[1:])
        piece = boundary.end()
    if piece < end:
        yield from _shortened(text, piece, end, longest, boundaries[1:])


def _shortened(
    text: str, start: int, end: int, longest: int, boundaries: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, int]]:
    if end - start <= longest or not boundaries:
        yield start, end
    else:
        yield from _divided(text, start, end, longest, boundaries)


def _blocks(pieces: Sequence[_Piece], documents: Sequence[str], size: float) -> list[list[_Piece]]:
    """Neighbouring pieces of one document, in blocks of nearly `size` characters."""
    blocks: list[list[_Piece]] = []
    last: tuple[int, int] | None = None
    for piece in pieces:
        length = len(documents[piece.document])
        blocks_in_document = max(1, round(length / size))
        middle = (piece.start + piece.end) // 2
        place = (piece.document, middle * blocks_in_document // length)
        if place != last:
            blocks.append([])
        blocks[-1].append(piece)
        last = place
    return blocks


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


def _joined(blocks: Sequence[Sequence[_Piece]], splits: Sequence[Split]) -> Iterator[tuple[Split, int, int, int]]:
    """(split, document, start, end) of each segment: blocks that follow on each other in one split are joined."""
    current: tuple[Split, int, int, int] | None = None
    for block, split in zip(blocks, splits, strict=True):
        document, start, end = block[0].document, block[0].start, block[-1].end
        if current and current[:2] == (split, document):
            current = (split, document, current[2], end)
            continue
        if current:
            yield current
        current = (split, document, start, end)
    if current:
        yield current
