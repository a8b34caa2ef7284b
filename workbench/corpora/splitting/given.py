"""Files that say themselves which split they are: train.txt, validation.txt (or dev.txt), test.txt in one folder.

So a corpus that was exported, or a data set that comes divided, is the same text in the same splits when imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.values.corpus import Split

_NAMES = {
    "train": Split.TRAIN, "training": Split.TRAIN,
    "validation": Split.VALIDATION, "valid": Split.VALIDATION, "val": Split.VALIDATION, "dev": Split.VALIDATION,
    "test": Split.TEST,
}  # fmt: skip
_BREAK = f"\n{SEGMENT_SEPARATOR}\n"


def given_split(paths: Sequence[Path]) -> list[Split] | None:
    """The split of each file, if their names say it for all of them and there is one to train on and one to check."""
    splits = [_NAMES.get(path.stem.casefold()) for path in paths]
    if len({path.parent for path in paths}) != 1 or None in splits or len(set(splits)) != len(splits):
        return None
    named = [split for split in splits if split is not None]
    return named if {Split.TRAIN, Split.VALIDATION} <= set(named) else None


def passages(pieces: Iterable[str]) -> Iterator[Iterator[str]]:
    """The pieces of each passage of a split's file, in turn: passages that do not follow on each other stay apart."""
    source = iter(pieces)
    rest: list[str] = [""]

    def passage() -> Iterator[str]:
        while True:
            before, found, after = rest[0].partition(_BREAK)
            if found:
                rest[0] = after
                yield before
                return
            keep = len(_BREAK) - 1  # a break may lie across two pieces
            ready, rest[0] = before[:-keep], before[-keep:]
            if ready:
                yield ready
            following = next(source, None)
            if following is None:
                ended.append(True)
                yield rest[0]
                return
            rest[0] += following

    ended: list[bool] = []
    while not ended:
        yield passage()
