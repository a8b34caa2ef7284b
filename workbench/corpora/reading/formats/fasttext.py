"""Lines as fastText reads them: `__label__praise __label__food The soup was hot.`"""

from __future__ import annotations

from collections import Counter

from workbench.corpora.labelled import written
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.messages.message import message
from workbench.values.import_report import Unit
from workbench.values.importing import Reading
from workbench.values.labels import Example, LabelKind

PREFIX = "__label__"
_LABELS_SHOWN = 12


def read_fasttext(file: FileToRead, reading: Reading) -> Pieces:
    """Each line as an example; one without a label is unlabelled."""
    facts: list[Facts] = []
    counts: Counter[str] = Counter()
    for number, line in enumerate(lines_of(with_facts(read_text(file, reading), facts)), start=1):
        if not line.strip():
            continue
        words = line.split(" ")
        labels = [word.removeprefix(PREFIX).strip() for word in words if word.startswith(PREFIX)]
        text = " ".join(word for word in words if not word.startswith(PREFIX)).strip()
        if not text:
            file.notes.pass_over(message("passed.record_without_text"), message("place.line", number=number))
            continue
        file.notes.count(Unit.RECORDS)
        counts.update(labels)
        yield written(Example(text, tuple(dict.fromkeys(filter(None, labels))))) + "\n"
    shown = tuple(counts.most_common(_LABELS_SHOWN))
    return Facts(facts[0].encoding, facts[0].replaced, labels=shown, kind=LabelKind.CLASSES)
