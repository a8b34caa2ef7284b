"""Folders and files that are named for the class of their texts: pos/ and neg/, train/pos/…, plot.txt and quote.txt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.splitting.given import Place, is_about_others, is_split, parts_of, places_of, without_split

_KNOWN = frozenset((
    "pos", "neg", "positive", "negative", "neutral", "neu", "spam", "ham", "fake", "real", "true", "false",
    "subjective", "objective",
))  # fmt: skip
_UNLABELLED = frozenset(("unsup", "unlabelled", "unlabeled", "unlabel"))
_SPLIT_AND_CLASS = 2  # folders
_FEWEST = 2  # classes, and files of each
_MOST, _SOME = 30, 5  # folders that are perhaps classes, and files of each
_SHARE = 0.5  # of the files that lie in folders of classes


def class_of_folder(file: FileToRead) -> str:
    """The nearest folder that is not named for a split; empty for one that says that its texts have no label."""
    folder = _folder(parts_of((file.origin, file.member)))
    return "" if folder.casefold() in _UNLABELLED else folder


def class_of_file(file: FileToRead) -> str:
    """The name of a file up to its first dot, without the split in it."""
    stem = Path(file.member or file.origin.name).name.partition(".")[0]
    return without_split(stem) or stem


def class_folders(paths: Sequence[Path]) -> frozenset[str]:
    """The folders that files are in, where these are surely named for classes: by usual names, or alike in all splits.

    Empty where they are not.
    """
    found = [parts_of(place) for place, _ in places_of(paths) if not is_about_others(place)]
    counts = Counter(_folder(parts) for parts in found)
    alike = _alike_in_all_splits(found)
    classes = {name for name in counts if name.casefold() in _KNOWN or name in alike}
    unlabelled = {name for name in counts if name.casefold() in _UNLABELLED}
    if sum(counts[name] >= _FEWEST for name in classes) < _FEWEST:
        return frozenset()
    is_most = sum(counts[name] for name in classes | unlabelled) >= _SHARE * len(found)
    return frozenset(classes | unlabelled) if is_most else frozenset()


def could_be_classes(places: Sequence[Place]) -> tuple[str, ...]:
    """Folders beside each other in which all files lie, some in each: classes perhaps, whatever they are called."""
    counts = Counter(parts_of(place)[:-1] for place in places)
    names = tuple(sorted(folder[-1] for folder in counts if folder))
    beside = {folder[:-1] for folder in counts}
    is_some = 1 < len(counts) <= _MOST and min(counts.values()) >= _SOME
    return names if is_some and len(beside) == 1 and not any(map(is_split, names)) else ()


def is_beside(file: FileToRead, folders: frozenset[str]) -> bool:
    """Whether a file is about the texts, as a README is, or lies in none of the folders of classes, if any are."""
    place = (file.origin, file.member)
    return is_about_others(place) or (bool(folders) and _folder(parts_of(place)) not in folders)


def _alike_in_all_splits(found: Sequence[Sequence[str]]) -> set[str]:
    """Names of folders that lie in each of the folders of splits, such as train/sport and test/sport."""
    by_split: dict[str, set[str]] = {}
    for parts in found:
        if len(parts) > _SPLIT_AND_CLASS and is_split(parts[-3]) and parts[-2].casefold() not in _UNLABELLED:
            by_split.setdefault(parts[-3], set()).add(parts[-2])
    sets = list(by_split.values())
    return sets[0] if len(sets) > 1 and all(each == sets[0] for each in sets) else set()


def _folder(parts: Sequence[str]) -> str:
    return next((part for part in reversed(parts[:-1]) if not is_split(part)), "")
