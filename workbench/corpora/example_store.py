"""The examples of a text that is being imported: on disk, each beside the document of the long text that it is of."""

from __future__ import annotations

import tempfile
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path

from workbench.corpora.duplicates import hash_of
from workbench.corpora.labelled import label_file, labels_hash, parsed, written
from workbench.messages.errors import KnownError
from workbench.values.corpus import Split
from workbench.values.labels import OUTSIDE, Contradiction, Example, LabelKind, Labels

EXAMPLES_A_STEP = 1_000
CONTRADICTIONS = 20  # that are kept to be shown
_SHOWN = 200  # characters of one


class ExampleStore:
    """What SourceReader fills, and what becomes the labels of a corpus."""

    def __init__(self, folder: Path) -> None:
        self.kind: LabelKind | None = None  # None as long as there is no example
        self._documents = array("Q")  # of each example, the number of the document that has its text
        self._ends = array("Q")  # of each example's line in the file
        self._file = tempfile.TemporaryFile("w+b", dir=folder)  # noqa: SIM115 - `close` closes it

    def __len__(self) -> int:
        return len(self._documents)

    def begin(self, kind: LabelKind, name: str) -> None:
        """Examples of this kind come next, from the file `name`. Raises KnownError("file.other_labels")."""
        if self._documents and self.kind is not kind:
            raise KnownError("file.other_labels", file=name)
        self.kind = kind

    def add(self, document: int, example: Example) -> None:
        self._file.write(f"{written(example)}\n".encode("utf-8", "replace"))
        self._documents.append(document)
        self._ends.append(self._file.tell())

    def take_back(self, documents: int) -> None:
        """Forget the examples of all documents but the first ones."""
        known = bisect_left(self._documents, documents)
        del self._documents[known:]
        del self._ends[known:]
        self._file.seek(self._ends[-1] if known else 0)
        self._file.truncate()
        if not known:
            self.kind = None

    def every(self) -> Iterator[tuple[int, Example]]:
        """Each example with the number of its document."""
        return self._read()

    def labels_of(self, documents: int) -> Generator[int, None, list[tuple[str, ...]]]:
        """Of each document what it is labelled with, each label once; of tags and roles, the kinds of their spans.

        A document without a label has none; one whose words are all in no span has OUTSIDE. Yields the examples read.
        """
        found: list[dict[str, None]] = [{} for _ in range(documents)]
        for number, (document, example) in enumerate(self._read()):
            found[document] |= dict.fromkeys(_named(example))
            if number % EXAMPLES_A_STEP == 0:
                yield number
        return [tuple(each) for each in found]

    def write(
        self, folder: Path, splits: Sequence[Split], texts: Iterable[str], renamed: Mapping[str, str]
    ) -> Generator[int, None, Labels]:
        """The three files of a corpus. Each document has its split and its text; one without examples is unlabelled.

        Yields the examples written.
        """
        assert self.kind is not None
        of_documents = zip(splits, self._by_document(texts), strict=True)
        return write_examples(
            folder, self.kind, ((split, example) for split, found in of_documents for example in found), renamed
        )

    def close(self) -> None:
        self._file.close()

    def _by_document(self, texts: Iterable[str]) -> Iterator[list[Example]]:
        read = self._read()
        following = next(read, None)
        for document, text in enumerate(texts):
            found: list[Example] = []
            while following is not None and following[0] == document:
                found.append(following[1])
                following = next(read, None)
            yield found or [Example(text)]

    def _read(self, first: int = 0) -> Iterator[tuple[int, Example]]:
        self._file.seek(self._ends[first - 1] if first else 0)
        for document in self._documents[first:]:
            yield document, parsed(self._file.readline().decode())


def write_examples(
    folder: Path, kind: LabelKind, examples: Iterable[tuple[Split, Example]], renamed: Mapping[str, str]
) -> Generator[int, None, Labels]:
    """The three files of a corpus, in the order of its text, and what they say together.

    Yields the examples written.
    """
    telling = _Telling(kind)
    label_file(folder, Split.TRAIN).parent.mkdir(exist_ok=True)
    with ExitStack() as stack:
        files = {split: stack.enter_context(label_file(folder, split).open("wb")) for split in Split}
        for number, (split, example) in enumerate(examples):
            if number % EXAMPLES_A_STEP == 0:
                yield number
            labelled = renaming(example, renamed)
            files[split].write(f"{written(labelled)}\n".encode())
            telling.add(split, labelled)
    return telling.labels(labels_hash(folder), renamed)


class _Telling:
    """Counts what a corpus's labels are, as the examples go by."""

    def __init__(self, kind: LabelKind) -> None:
        self._kind = kind
        self._examples: Counter[Split] = Counter()
        self._counts: dict[Split, Counter[str]] = {split: Counter() for split in Split}
        self._tags: Counter[str] = Counter()
        self._unlabelled = 0
        self._several = False
        self._conversations: Counter[bytes] = Counter()
        self._by_text: dict[bytes, set[tuple[str, ...]]] = {}
        self._contradicting: dict[bytes, str] = {}  # the texts themselves

    def add(self, split: Split, example: Example) -> None:
        self._examples[split] += 1
        self._unlabelled += not example.labels
        self._tags.update(example.labels)
        if self._kind is LabelKind.CLASSES:
            self._counts[split].update(example.labels)
            self._several |= len(example.labels) > 1
            if example.labels:
                said = hash_of(example.text)
                found = self._by_text.setdefault(said, set())
                found.add(tuple(sorted(example.labels)))
                if len(found) > 1:
                    self._contradicting.setdefault(said, example.text)
        elif self._kind is LabelKind.TURNS:
            self._counts[split].update(example.labels)
            self._conversations[hash_of(example.text)] += bool(example.turns)
        else:
            self._counts[split].update(tag[2:] for tag in example.labels if tag.startswith("B-"))

    def labels(self, sha256: str, renamed: Mapping[str, str]) -> Labels:
        ordered = sorted(self._tags, key=lambda label: (-self._tags[label], label))
        return Labels(
            kind=self._kind,
            classes=tuple(ordered),
            examples={str(split): self._examples[split] for split in Split},
            counts={str(split): dict(sorted(self._counts[split].items())) for split in Split},
            sha256=sha256,
            several=self._several,
            unlabelled=self._unlabelled,
            contradicting=len(self._contradicting),
            contradictions=tuple(
                Contradiction(text[:_SHOWN], tuple(sorted({label for each in self._by_text[said] for label in each})))
                for said, text in islice(self._contradicting.items(), CONTRADICTIONS)
            ),
            renamed=dict(renamed),
            repeated=sum(count - 1 for count in self._conversations.values() if count > 1),
        )


def renaming(example: Example, renamed: Mapping[str, str]) -> Example:
    """An example with other names for the labels that it was given; "" leaves one out. Of tags the kinds are named."""
    given = example.labels if example.given is None else example.given
    if example.words:
        labels = tuple(_renamed_tag(tag, renamed) for tag in given)
    elif example.turns:  # a turn that nobody says would be none
        labels = tuple(renamed.get(role, role) or role for role in given)
    else:
        labels = tuple(dict.fromkeys(filter(None, (renamed.get(label, label) for label in given))))
    return replace(example, labels=labels, given=None if labels == given else given)


def _renamed_tag(tag: str, renamed: Mapping[str, str]) -> str:
    place, dash, kind = tag.partition("-")
    name = renamed.get(kind, kind)
    return f"{place}-{name}" if dash and name else OUTSIDE


def _named(example: Example) -> Iterator[str]:
    given = example.labels if example.given is None else example.given
    if not example.words:
        yield from given
    elif given:
        kinds = {tag[2:] for tag in given if tag != OUTSIDE}
        yield from sorted(kinds) or [OUTSIDE]
