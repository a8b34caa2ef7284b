"""Labels merged, renamed and left out in a corpus that is there already: its text and its parts stay as they are."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from workbench.corpora.example_store import write_examples
from workbench.corpora.importing import split_file
from workbench.corpora.labelled import examples
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.values.corpus import Corpus, CorpusContents, Split
from workbench.values.labels import OUTSIDE, LabelKind, Labels

_FEWEST = 2  # classes


def relabelled(corpus: Corpus, renamed: Mapping[str, str], folder: Path) -> CorpusContents:
    """The corpus in `folder` with these names for the labels that its sources gave; "" leaves one out.

    Of tags and roles the kinds of spans are named, without B- and I-. A text of which no label stays is unlabelled.
    """
    labels = labels_of(corpus)
    for split in Split:
        shutil.copyfile(split_file(corpus.folder, split), split_file(folder, split))
    found = ((split, example) for split in Split for example in examples(corpus, split))
    return replace(corpus.contents, labels=last(write_examples(folder, labels.kind, found, renamed)))


def labels_of(corpus: Corpus) -> Labels:
    """Raises KnownError("labels.unlabelled_corpus")."""
    if corpus.contents.labels is None:
        raise KnownError("labels.unlabelled_corpus", name=corpus.name)
    return corpus.contents.labels


def renamed_once_more(corpus: Corpus, names: Mapping[str, str]) -> dict[str, str]:
    """What the labels are called after those that there are now get these names.

    Raises KnownError("labels.unlabelled_corpus", "labels.unknown", "labels.one_left" or "labels.turn_of_nobody").
    """
    labels = labels_of(corpus)
    known = names_of(labels)
    for name in names:
        if name not in known:
            raise KnownError("labels.unknown", name=corpus.name, label=name, known=known)
    if labels.kind is LabelKind.TURNS and "" in names.values():
        raise KnownError("labels.turn_of_nobody", label=next(name for name, new in names.items() if not new))
    stay = {names.get(name, name) for name in known} - {""}
    if labels.kind is LabelKind.CLASSES and len(stay) < _FEWEST:
        raise KnownError("labels.one_left", label=next(iter(stay), "–"))
    both = {name: names.get(new, new) if new else "" for name, new in labels.renamed.items()}
    both |= {name: new for name, new in names.items() if name not in both}
    return {name: new for name, new in both.items() if name != new}


def names_of(labels: Labels) -> tuple[str, ...]:
    """What can be renamed: classes, or the kinds of spans; the most frequent first."""
    if not labels.kind.is_of_words:
        return labels.classes
    return tuple(dict.fromkeys(tag[2:] for tag in labels.classes if tag != OUTSIDE))
