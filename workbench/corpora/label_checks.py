"""Whether what was found beside texts labels them: what is nearly unique, or the same everywhere, does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from pathlib import PurePath

from workbench.corpora.example_store import EXAMPLES_A_STEP, ExampleStore
from workbench.corpora.reading.files import shown_name
from workbench.corpora.reading.formats.columns import JOINED, is_called_label
from workbench.corpora.splitting.named_classes import could_be_classes
from workbench.messages.message import Count, Message, message
from workbench.values.corpus import SourceFile
from workbench.values.importing import WHOLE_ROWS, LabelsIn
from workbench.values.labels import OUTSIDE, LabelKind

_FEWEST_TEXTS = 1.5  # for each class; of fewer it is no class
_MOST_GUESSED = 300  # classes that nobody asked for
# Files of words in columns, by their names: what a treebank says of words are labels for who asks for them alone.
_BESIDE_WORDS = {
    ".conllu": "labels.treebank_left",
    ".conll": "labels.columns_left",
    ".bio": "labels.columns_left",
    ".iob": "labels.columns_left",
}


def why_no_labels(examples: ExampleStore, sources: Sequence[SourceFile]) -> Generator[int, None, Message | None]:
    """Why the texts cannot be told apart by their labels; None where they can, or where there are none at all.

    Yields the examples read.
    """
    is_asked = is_asked_for(sources)
    if not len(examples):
        return message("labels.none") if is_asked else None
    counts: Counter[str] = Counter()
    for number, (_, example) in enumerate(examples.every()):
        if number % EXAMPLES_A_STEP == 0:
            yield number
        counts.update(label for label in dict.fromkeys(example.labels) if label != OUTSIDE)
    texts = len(examples)
    if not counts:
        return message("labels.none")
    if examples.kind is LabelKind.CLASSES:
        if len(counts) == 1:
            return message("labels.one_class", label=next(iter(counts)))
        if len(counts) > max(2, counts.total() / _FEWEST_TEXTS) or (not is_asked and len(counts) > _MOST_GUESSED):
            return message("labels.nearly_unique", classes=Count(len(counts)), texts=Count(texts))
    beside = [source for source in sources if not source.is_labelled]
    if beside and not is_asked:
        return message("labels.beside_text", file=_name(beside[0]))
    return None


def what_could_label(sources: Sequence[SourceFile]) -> Message | None:
    """What was not taken for labels and may be some: a column that is called so, tags that stand beside words, or
    folders that all files lie in.

    None where there is nothing of the kind, or a person has said where the labels are, or that there are none.
    """
    if any(source.reading.label or source.reading.labels is not LabelsIn.AUTO for source in sources):
        return None
    for source in sources:
        for column in source.columns:
            if is_called_label(column) and column not in source.column.split(JOINED) and source.column != WHOLE_ROWS:
                return message("labels.column_left", column=column, file=_name(source))
        beside_words = _BESIDE_WORDS.get(PurePath(_name(source)).suffix.lower())
        if beside_words is not None:
            return message(beside_words, file=_name(source))
    folders = could_be_classes([(source.path, source.member) for source in sources])
    return message("labels.in_folders", folders=folders, count=Count(len(folders))) if folders else None


def _name(source: SourceFile) -> str:
    return source.member or shown_name(source.path)


def is_asked_for(sources: Sequence[SourceFile]) -> bool:
    """Whether a person has said where the labels are."""
    return any(
        source.reading.label or source.reading.labels not in (LabelsIn.AUTO, LabelsIn.NONE) for source in sources
    )
