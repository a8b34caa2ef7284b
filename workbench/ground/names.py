"""Names for folders and files that every file system takes and nothing has yet."""

from __future__ import annotations

import re

MOST_BYTES = 180  # file systems count bytes, 255 at most, and drafts have longer names than what they become


def free_name(name: str, taken: set[str], counter: str) -> str:
    """`name`, or the first of its numbered forms that is not taken."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = name + counter.format(number)
    return free


def slug(name: str) -> str:
    """A folder name that every file system takes: letters and digits of any script, joined by hyphens."""
    made = re.sub(r"[\W_]+", "-", name.lower()).strip("-")[:60]
    made = made.encode()[:MOST_BYTES].decode(errors="ignore").strip("-")
    reserved = re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", made)
    return f"{made}-1" if reserved or not made else made
