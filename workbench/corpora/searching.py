"""Places of a text in which something stands, with what stands around them: a concordance.

The parts of a text are read a stretch at a time; in each, a fast search says which lines are worth looking at, and an
exact one where in them.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np

from workbench.corpora.expressions import coarse, exact
from workbench.corpora.importing import split_file
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.corpora.statistics.words import divided
from workbench.ground.scripts import has_spaceless, is_spaceless
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.corpus import Corpus, Split
from workbench.values.progress import Progress
from workbench.values.search import Concordance, Line, Order, Place, Query, Way

MOST = 10_000  # lines that are listed
AROUND = 80  # characters before and after
STRETCH_BYTES = 8 << 20
LONGEST_DOCUMENT = 400_000  # bytes that are shown of one
SECONDS = 2.0  # that an expression may take in one line
SEARCHING = message("progress.searching")


def search(
    corpus: Corpus, query: Query, splits: Sequence[Split] = tuple(Split), most: int = MOST
) -> Generator[Progress, None, Concordance]:
    """The places of `query`, in the order of the text; it ends where there are more than `most`.

    What is found lies within one line. In a script without spaces, a word is what the text is divided into where its
    words are counted. Raises KnownError: search.nothing, search.expression, search.too_slow, file.….
    """
    if not query.text:
        raise KnownError("search.nothing")
    exact(query)  # which says what is wrong with it
    total = sum(_size(corpus, split) for split in splits)
    found: list[Line] = []
    done = 0
    for split in splits:
        for read, lines in _searched(corpus, query, split, most - len(found)):
            found += lines
            done += read
            yield Progress(done, total, SEARCHING)
            if len(found) >= most:
                is_whole = done >= total and len(found) == most
                return Concordance(tuple(found[:most]), is_whole, done / max(1, total))
    return Concordance(tuple(found), is_whole=True)


def in_order(lines: Sequence[Line], order: Order) -> tuple[Line, ...]:
    """Of lines that are alike in it, the one that stands first in the text comes first."""
    match order:
        case Order.FOLLOWING:
            return tuple(sorted(lines, key=lambda line: line.after.lstrip().casefold()))
        case Order.PRECEDING:
            return tuple(sorted(lines, key=lambda line: _backwards(line.before.rstrip().casefold())))
    return tuple(lines)


def document_of(corpus: Corpus, place: Place) -> tuple[str, int, int, bool]:
    """The document that a place is in, from which character to which of that it is, and whether all of it is there.

    Of a very long one, what stands around the place. Raises KnownError("file.…").
    """
    with _opened(split_file(corpus.folder, place.split)) as file:
        begin = max(0, place.start - LONGEST_DOCUMENT // 2)
        file.seek(begin)
        content = file.read(place.end - begin + LONGEST_DOCUMENT // 2)
        size = split_file(corpus.folder, place.split).stat().st_size
    separator = f"\n{SEGMENT_SEPARATOR}\n".encode()
    before, after = content[: place.start - begin], content[place.end - begin :]
    cut = before.rfind(separator)
    head = before if cut < 0 else before[cut + len(separator) :]
    if cut < 0 and begin:
        head = head[head.find(b"\n") + 1 :]
    end = after.find(separator)
    tail = after if end < 0 else after[:end]
    is_whole = (cut >= 0 or not begin) and (end >= 0 or begin + len(content) >= size)
    if end < 0 and begin + len(content) < size:
        tail = tail[: tail.rfind(b"\n") + 1]
    texts = [part.decode(errors="replace") for part in (head, content[place.start - begin : place.end - begin], tail)]
    return "".join(texts), len(texts[0]), len(texts[0]) + len(texts[1]), is_whole


def _searched(corpus: Corpus, query: Query, split: Split, most: int) -> Iterator[tuple[int, list[Line]]]:
    """How many bytes were read, and the lines that were found there: of a stretch after the other."""
    start, documents = 0, 1
    with _opened(split_file(corpus.folder, split)) as file:
        while stretch := file.read(STRETCH_BYTES):
            stretch += file.readline()
            array = np.frombuffer(stretch, np.uint8)
            bounds = np.append(0, np.flatnonzero(array == ord("\n")) + 1)
            if bounds[-1] < len(stretch):
                bounds = np.append(bounds, len(stretch))
            breaks = bounds[:-1][(np.diff(bounds) == 2) & (array[bounds[:-1]] == ord(SEGMENT_SEPARATOR))]
            found: list[Line] = []
            for row in _worth_looking_at(stretch, bounds, query):
                first, last = int(bounds[row]), int(bounds[row + 1])
                document = documents + int(np.searchsorted(breaks, first))
                text = stretch[first:last].decode(errors="replace").rstrip("\n")
                found += _lines(text, query, split, document, start + first)
                if len(found) > most:
                    break
            yield len(stretch), found
            start += len(stretch)
            documents += len(breaks)


def _worth_looking_at(stretch: bytes, bounds: np.ndarray, query: Query) -> Sequence[int] | np.ndarray:
    """The numbers of the lines that may have it."""
    import pyarrow
    from pyarrow import compute

    expression = coarse(query)
    if expression is None:
        return range(len(bounds) - 1)
    places = pyarrow.py_buffer(bounds.astype(np.int32))
    lines = pyarrow.StringArray.from_buffers(len(bounds) - 1, places, pyarrow.py_buffer(stretch))
    try:
        hits = compute.match_substring_regex(lines, f"(?m){expression}", ignore_case=not query.case)
    except pyarrow.ArrowInvalid:  # it knows less
        return range(len(bounds) - 1)
    return np.flatnonzero(hits.to_numpy(zero_copy_only=False))


def _lines(text: str, query: Query, split: Split, document: int, start: int) -> Iterator[Line]:
    """Of one line of the text, which begins at byte `start`."""
    try:
        places = [match.span() for match in exact(query).finditer(text, timeout=SECONDS) if match.end() > match.start()]
    except TimeoutError as error:
        raise KnownError("search.too_slow") from error
    is_divided = query.way is Way.WORD and has_spaceless(query.text)
    for first, last in places:
        if is_divided and not _is_word(text, first, last):
            continue
        begin = start + len(text[:first].encode())
        place = Place(split, document, begin, begin + len(text[first:last].encode()))
        yield Line(place, text[max(0, first - AROUND) : first], text[first:last], text[last : last + AROUND])


def _is_word(text: str, first: int, last: int) -> bool:
    """Whether the words that a run of letters without spaces is divided into begin and end there."""
    begin, end = first, last
    while begin and is_spaceless(text[begin - 1]):
        begin -= 1
    while end < len(text) and is_spaceless(text[end]):
        end += 1
    borders = {begin}
    place = begin
    for word in divided(text[begin:end]):
        place += len(word)
        borders.add(place)
    return {first, last} <= borders


def _backwards(text: str) -> tuple[str, ...]:
    return tuple(text[::-1]) if has_spaceless(text) else tuple(reversed(text.split()))


def _size(corpus: Corpus, split: Split) -> int:
    with _opened(split_file(corpus.folder, split)) as file:
        return file.seek(0, 2)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise KnownError("file.missing", file=path) from error
    except OSError as error:
        raise KnownError("file.unreadable", file=path, detail=error.strerror or str(error)) from error
