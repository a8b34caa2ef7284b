"""The examples of a source, each cleaned by itself, so that its labels stay with its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.corpora.duplicates import hash_of
from workbench.corpora.labelled import parsed
from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.notes import Notes
from workbench.corpora.reading.process import KeptText
from workbench.corpora.splitting.blocks import as_passage
from workbench.corpora.splitting.named_classes import class_of_file, class_of_folder
from workbench.messages.message import message
from workbench.values.import_report import Unit
from workbench.values.importing import LabelsIn, Scope
from workbench.values.labels import Example

_REPEATING = frozenset(("duplicates", "near_duplicates"))  # steps that remove what is there twice
_SHOWN = 60  # characters of a text that names itself


def examples_of(kept: KeptText, file: FileToRead, labels: LabelsIn) -> Iterator[Example]:
    """What a source is labelled with: by its reader, else by its name or that of its folder."""
    if kept.facts.kind is not None:
        yield from map(parsed, lines_of(kept.pieces()))
    elif labels is LabelsIn.FILES:
        label = class_of_file(file)
        for line in filter(str.strip, lines_of(kept.pieces())):
            file.notes.count(Unit.RECORDS)
            yield Example(line.strip(), (label,))
    else:
        label = class_of_folder(file)
        file.notes.count(Unit.RECORDS)
        yield Example("".join(kept.pieces()), (label,) if label else ())


def cleaned_examples(examples: Iterable[Example], cleaner: Cleaner, notes: Notes, *, paged: bool) -> Iterator[Example]:
    """What cleaning leaves of each example; one of which nothing is left is noted. Words are as they were tagged, and
    turns as they were said; a conversation that repeats an earlier one goes where repeated paragraphs do."""
    leaves_out = any(step.name in _REPEATING and step.when is Scope.ALWAYS for step in cleaner.recipe)
    said: set[bytes] = set()
    for example in examples:
        if example.words:
            yield example
            continue
        if example.turns:
            known = hash_of("\n".join(map(str, zip(example.labels, example.turns, strict=True))))
            if leaves_out and known in said:
                notes.leave_out(message("passed.repeated_text"), " ".join(example.text[:_SHOWN].split()))
            else:
                said.add(known)
                yield example
            continue
        before = dict(cleaner.removed)
        text = as_passage("".join(joiner + block for joiner, block in cleaner.clean([example.text], paged=paged)))
        if text:
            yield replace(example, text=text)
        elif example.text.strip():
            step = cleaner.most_removing(before)
            reason = "passed.repeated_text" if step in _REPEATING else "passed.text_cleaned_away"
            notes.leave_out(message(reason, step=step), " ".join(example.text[:_SHOWN].split()))
