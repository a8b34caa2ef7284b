"""Files that say themselves which split they are: train.txt, wiki.valid.tokens, test-00000-of-00002.parquet, train/….

So a corpus that was exported, or a data set that comes divided, is the same text in the same splits when imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from workbench.corpora.reading import archives
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.values.corpus import Split

Place = tuple[Path, str]  # a file's whole path, and the file in it where it is an archive

_NAMES = {
    "train": Split.TRAIN, "training": Split.TRAIN,
    "validation": Split.VALIDATION, "valid": Split.VALIDATION, "val": Split.VALIDATION, "dev": Split.VALIDATION,
    "test": Split.TEST, "testing": Split.TEST,
}  # fmt: skip
_NAME = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_NAMES)})(?![^\W\d_])")
_BREAK = f"\n{SEGMENT_SEPARATOR}\n"
_ABOUT_OTHERS = frozenset(("readme", "license", "licence", "copying", "notice", "citation", "changelog", "authors"))
_MOST_ARCHIVES = 20  # that are looked into before anything is read

_Group = tuple[tuple[str, ...], str]  # folder, and the name with its split left open


def given_split(paths: Sequence[Path]) -> dict[Place, Split] | None:
    """The split of each file whose name says it, also of those in archives; None where the text is not divided so.

    It is where names that differ in the split alone name one to train on and one to check with. What lies beside them,
    as a README does, is in no split; texts from elsewhere are trained on, however many: what is meant to check with
    never is.
    """
    places = dict(places_of(paths))
    said = {place: _said(place) for place in places}
    groups: dict[_Group, set[Split]] = {}
    for found in said.values():
        for group, split in found:
            groups.setdefault(group, set()).add(split)
    whole = {group for group, splits in groups.items() if Split.TRAIN in splits and len(splits) > 1}
    named = {
        place: next(split for group, split in found if group in whole)
        for place, found in said.items()
        if any(group in whole for group, _ in found)
    }
    roots = {folder for folder, _ in whole}
    elsewhere = [place for place in places if place not in named and not _is_below(place, roots)]
    if not named:
        return None
    return {**named, **{place: Split.TRAIN for place in elsewhere if not is_about_others(place)}}


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


def places_of(paths: Iterable[Path]) -> Iterator[tuple[Place, int]]:
    """Each file, and each file in an archive, with its size in bytes."""
    opened = 0
    for path in map(Path.absolute, paths):
        inside: Mapping[str, int] = {}
        if archives.is_archive(path.name) and opened < _MOST_ARCHIVES:
            opened += 1
            inside = archives.sizes(path)
        for member, size in inside.items():
            yield (path, member), size
        if not inside:
            yield (path, ""), _size(path)


def is_split(name: str) -> bool:
    """Whether a folder's name is that of a split and nothing else."""
    return name.casefold() in _NAMES


def without_split(name: str) -> str:
    """A name without the word in it that says a split."""
    return _NAME.sub("", name).strip("-_. ")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def parts_of(place: Place) -> tuple[str, ...]:
    """The folders and the name of a file, its ending left out; an archive is a folder like others."""
    path, member = place
    whole = path.parent / archives.bare_name(path.name) / member if member else path
    return (*whole.parts[:-1], whole.stem)


def _said(place: Place) -> list[tuple[_Group, Split]]:
    """What the name of a file and of its folders say of its split, the nearest first."""
    parts = [part.casefold() for part in parts_of(place)]
    found = []
    for number in range(len(parts) - 1, -1, -1):
        names = list(islice(_NAME.finditer(parts[number]), 2))
        if len(names) == 1:
            left_open = _NAME.sub("{}", re.sub(r"\d+", "#", parts[number]))
            found.append(((tuple(parts[:number]), left_open), _NAMES[names[0].group()]))
    return found


def is_about_others(place: Place) -> bool:
    return parts_of(place)[-1].casefold() in _ABOUT_OTHERS


def _is_below(place: Place, roots: set[tuple[str, ...]]) -> bool:
    parts = tuple(part.casefold() for part in parts_of(place))
    return any(parts[: len(root)] == root for root in roots)
