"""Held-out passages that are nearly the same as one that is trained on: they make a model look better than it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.corpora.duplicates import NearDuplicates
from workbench.corpora.labelled import label_file, parsed
from workbench.corpora.paragraphs import paragraphs_of
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.corpora.splitting.pieces import stretches
from workbench.values.corpus import Leak, LeakReport, Split
from workbench.values.labels import SYSTEM, LabelKind

SIMILARITY = 0.7
MOST_HELD_OUT, MOST_TRAINED_ON = 20_000, 60_000  # passages compared, spread over a long text
EXAMPLES = 20
_PASSAGES_A_REPORT = 500
_SHOWN = 300  # characters of an example
_STRETCH_BYTES = 1 << 20
_PASSAGE_BYTES = 400  # what a passage has at least in most texts, to guess how many there are


class Leaks:
    def __init__(self, kind: LabelKind | None = None) -> None:
        """`kind` is that of a text's labels. Conversations are compared as wholes, by their examples."""
        self._is_spoken = kind is LabelKind.TURNS
        self._checked = 0
        self._found: dict[int, Leak] = {}
        self._held_out: list[tuple[Split, str]] = []

    def search(self, folder: Path) -> Iterator[int]:
        """Compare the splits of a corpus that lies in `folder`; yields the bytes that were read."""
        passages = _conversations if self._is_spoken else _passages
        texts = {split: folder / f"{split}.txt" for split in Split}
        files = {split: label_file(folder, split) for split in Split} if self._is_spoken else texts
        index = NearDuplicates(SIMILARITY)
        done = 0
        for split in (Split.VALIDATION, Split.TEST):
            for read, passage in passages(files[split], MOST_HELD_OUT // 2):
                if index.find(passage, remember=True) is None and index.remembered > len(self._held_out):
                    self._held_out.append((split, passage[:_SHOWN]))
                self._checked += 1
                if self._checked % _PASSAGES_A_REPORT == 0:
                    yield done + read
            done += files[split].stat().st_size
        for number, (read, passage) in enumerate(passages(files[Split.TRAIN], MOST_TRAINED_ON), start=1):
            match = index.find(passage, remember=False)
            if match is not None and match[0] not in self._found:
                split, held_out = self._held_out[match[0]]
                self._found[match[0]] = Leak(split, held_out, passage[:_SHOWN], round(match[1], 2))
            if number % _PASSAGES_A_REPORT == 0:
                yield done + read

    def report(self) -> LeakReport:
        nearest = sorted(self._found.values(), key=lambda leak: -leak.similarity)
        return LeakReport(self._checked, len(nearest), tuple(nearest[:EXAMPLES]), self._is_spoken)


def _passages(path: Path, most: int) -> Iterator[tuple[int, str]]:
    """(bytes read, paragraph), every so manieth one of a long text."""
    size = path.stat().st_size
    step = max(1, size // (_PASSAGE_BYTES * most))
    count = 0
    with path.open("rb") as file:
        for place, stretch in stretches(file, 0, size, _STRETCH_BYTES):
            text = stretch.decode().replace(f"\n{SEGMENT_SEPARATOR}\n", "\n\n")
            for paragraph in paragraphs_of(text):
                count += 1
                if count % step == 0:
                    yield place + len(stretch), paragraph


def _conversations(path: Path, most: int) -> Iterator[tuple[int, str]]:
    """(bytes read, what is said in a conversation), every so manieth one of many. What a model is told before the first
    word is the same in most, and is no part of it."""
    size = path.stat().st_size
    step = max(1, size // (_PASSAGE_BYTES * most))
    done = 0
    with path.open("rb") as file:
        for count, line in enumerate(file, start=1):
            done += len(line)
            if count % step == 0:
                example = parsed(line.decode())
                turns = zip(example.labels, example.turns, strict=True)
                yield done, "\n".join(said for role, said in turns if role != SYSTEM)
