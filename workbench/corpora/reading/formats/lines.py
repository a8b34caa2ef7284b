"""The lines of a text that comes in pieces, of any size: each character is looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# No others: U+2028, U+0085 and form feeds stand in the middle of a record.
_END = re.compile("\r\n|\r|\n")


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    """The lines without their ends; the last one too where it has no end."""
    held: list[str] = []
    after_return = False
    for piece in pieces:
        rest = piece[1:] if after_return and piece.startswith("\n") else piece
        after_return = piece.endswith("\r")  # whose “\n” may come with the next piece
        *whole, rest = _END.split(rest)
        for line in whole:
            held.append(line)
            yield "".join(held)
            held.clear()
        if rest:
            held.append(rest)
    if held:
        yield "".join(held)
