"""The beginning of a corpus as the Text page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from workbench.corpora.importing import split_file
from workbench.corpora.labelled import examples
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.messages.errors import KnownError
from workbench.values.corpus import Corpus, Split
from workbench.values.labels import ASSISTANT

_LOOKED_AT = 200  # examples
_LONGEST = 300  # characters of a text
PASSAGE_BREAK = "⁂"  # shown between two passages that do not follow on each other


@dataclass(frozen=True)
class Preview:
    text: Mapping[Split, str]  # the beginning of each split's cleaned text
    cut: frozenset[Split]  # of which there is more
    removed: Mapping[str, int]  # cleaning step -> characters it removed, in the order of the steps


def preview(corpus: Corpus, characters: int = 20_000) -> Preview:
    """The first `characters` of each split, and what cleaning removed. Reads no more of the files than it shows."""
    read = {split: _beginning(corpus, split, characters) for split in Split}
    text = {split: beginning for split, (beginning, _) in read.items()}
    return Preview(text, frozenset(split for split in Split if read[split][1]), corpus.contents.cleaning)


def first_texts(corpus: Corpus, most: int = 3) -> list[str]:
    """A few labelled texts of the validation part, of different classes where it has them; each in one line.

    Raises KnownError("file.missing" or "corpus.changed").
    """
    found: dict[tuple[str, ...], str] = {}
    for example in islice(examples(corpus, Split.VALIDATION), _LOOKED_AT):
        labels = example.labels if corpus.contents.labels and not example.words else (str(len(found)),)
        if len(found) < most and labels and labels not in found and example.text.strip():
            found[labels] = " ".join(example.text[:_LONGEST].split())
    return list(found.values())


def first_questions(corpus: Corpus, most: int = 3) -> list[str]:
    """What is answered first in conversations of the validation part, each in one line; nothing where it has none.

    Raises KnownError("file.missing" or "corpus.changed").
    """
    found: dict[str, None] = {}
    conversations = examples(corpus, Split.VALIDATION) if corpus.contents.labels else iter(())
    for example in islice(conversations, _LOOKED_AT):
        answer = example.labels.index(ASSISTANT) if example.turns and ASSISTANT in example.labels else 0
        if answer and len(found) < most:
            found[" ".join(example.turns[answer - 1][:_LONGEST].split())] = None
    return list(found)


def _beginning(corpus: Corpus, split: Split, characters: int) -> tuple[str, bool]:
    """Of one part, and whether that goes on."""
    path = split_file(corpus.folder, split)
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            beginning = file.read(characters)
            goes_on = bool(file.read(1))
    except FileNotFoundError as error:
        raise KnownError("file.missing", file=path) from error
    except OSError as error:
        raise KnownError("file.unreadable", file=path, detail=error.strerror or str(error)) from error
    return beginning.replace(f"\n{SEGMENT_SEPARATOR}\n", f"\n\n{PASSAGE_BREAK}\n\n"), goes_on
