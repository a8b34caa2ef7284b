"""Labelled examples as numbers: each example's tokens with what is to be told of it."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import numpy as np

from workbench.corpora.encoding import check_unchanged
from workbench.corpora.labelled import examples, joined, word_spans
from workbench.messages.message import Count, Message, message
from workbench.values.corpus import Corpus, Split
from workbench.values.labels import Example, LabelKind, LabelSet
from workbench.values.progress import Progress

NOTHING = -1  # where nothing is to be told
_AT_ONCE = 200  # examples between two reports of progress


class ExampleEncoder(Protocol):
    """What encoding examples needs of a tokenizer."""

    @property
    def begin(self) -> int | None:
        """The token before every text, where there is one."""

    def encode(self, text: str) -> np.ndarray: ...

    def spans(self, text: str) -> np.ndarray:
        """Where each token of `encode(text)` lies in it: [tokens, 2]."""


@dataclass(frozen=True, eq=False)
class Encoded:
    """One example: tokens int32 [length], and its targets.

    Of CLASSES the number of its class, or where there may be several 1.0 for each that it has: float32 [classes]. Of
    TAGS and ROLES the number of a tag at the last token of each word, NOTHING elsewhere: int32 [length].
    """

    tokens: np.ndarray
    targets: np.ndarray
    words: np.ndarray  # of TAGS and ROLES, at which token each word is told; else empty


@dataclass(frozen=True, eq=False)
class EncodedExamples:
    """The examples of each split that have a label."""

    train: tuple[Encoded, ...]
    validation: tuple[Encoded, ...]
    test: tuple[Encoded, ...]
    name: str = ""  # of the text, for a person
    remarks: tuple[Message, ...] = ()  # on what of it is not read

    def __getitem__(self, split: Split) -> tuple[Encoded, ...]:
        return {Split.TRAIN: self.train, Split.VALIDATION: self.validation, Split.TEST: self.test}[split]

    def with_share(self, share: float) -> EncodedExamples:
        """With so much of what is to be learnt from, each class by its share; what is held out stays whole."""
        if share >= 1:
            return self
        kept = _share([int(each.targets) if each.targets.ndim == 0 else 0 for each in self.train], share)
        return replace(self, train=tuple(self.train[number] for number in kept))

    @cached_property
    def longest(self) -> int:
        """Tokens."""
        return max((len(each.tokens) for split in Split for each in self[split]), default=1)


def share_of(examples: Sequence[Example], labels: LabelSet, share: float) -> Sequence[Example]:
    """The examples that a run learns from which reads that share of them; each has a label."""
    numbers = {name: number for number, name in enumerate(labels.names)}
    is_one_of = labels.kind is LabelKind.CLASSES and not labels.several
    classes = [numbers[each.labels[0]] if is_one_of else 0 for each in examples]
    return [examples[number] for number in _share(classes, share)]


def encode_examples(
    corpus: Corpus, tokenizer: ExampleEncoder, labels: LabelSet, most: int
) -> Generator[Progress, None, EncodedExamples]:
    """The labelled examples of a corpus; of each no more than `most` tokens are read. Progress counts examples.

    Raises KnownError("corpus.changed").
    """
    check_unchanged(corpus)
    assert corpus.contents.labels is not None
    total, done, cut = sum(corpus.contents.labels.examples.values()), 0, 0
    numbers = {name: number for number, name in enumerate(labels.names)}
    found: dict[Split, list[Encoded]] = {split: [] for split in Split}
    for split in Split:
        for example in examples(corpus, split):
            if done % _AT_ONCE == 0:
                yield Progress(done, total, message(f"progress.{split}"))
            done += 1
            if any(label in numbers for label in example.labels):
                for part in parts_of(example, tokenizer, labels, most):
                    found[split].append(_with_targets(part, example, labels, numbers))
                    cut += part.is_cut
    train, validation, test = (tuple(found[split]) for split in Split)
    return EncodedExamples(train, validation, test, corpus.name, tuple(remarks_on_cut(corpus, cut, total, most)))


def remarks_on_cut(corpus: Corpus, cut: int, total: int, most: int) -> Iterator[Message]:
    """On examples of which no more than the first `most` tokens are read."""
    if cut:
        yield message("examples.cut", corpus=corpus.name, count=Count(cut), of=Count(total), most=Count(most))


def _none() -> np.ndarray:
    return np.empty(0, np.int32)


@dataclass(frozen=True, eq=False)
class Part:
    """What a network reads of an example: all of it, if it is not too long."""

    tokens: np.ndarray
    first_word: int = 0  # of the example
    words: np.ndarray = field(default_factory=_none)  # at which token each word is told
    is_cut: bool = False  # there is more of it, which is not read


def parts_of(example: Example, tokenizer: ExampleEncoder, labels: LabelSet, most: int) -> Iterator[Part]:
    """Of CLASSES the beginning of a text; a sentence whose words are told is read to its end, in parts if need be."""
    if labels.kind is LabelKind.CLASSES:
        tokens = _begun(tokenizer, tokenizer.encode(example.text))
        yield Part(tokens[:most], is_cut=len(tokens) > most)
        return
    first, words = 0, example.words
    while first < len(words):
        part, count = _fitting(words[first:], _predicate(example), tokenizer, most)
        yield replace(part, first_word=first)
        first += count


def _fitting(words: Sequence[str], predicate: str, tokenizer: ExampleEncoder, most: int) -> tuple[Part, int]:
    """As many of the words as fit, and how many these are; at least one, whose tokens may be cut."""
    count = len(words)
    while True:
        part = _read_twice(words[:count], predicate, tokenizer)
        if len(part.tokens) <= most:
            return part, count
        if count == 1:
            return Part(part.tokens[:most], words=np.minimum(part.words, most - 1), is_cut=True), 1
        count = max(1, min(count - 1, count * most // len(part.tokens)))


def _read_twice(words: Sequence[str], predicate: str, tokenizer: ExampleEncoder) -> Part:
    """The sentence, the predicate if there is one, and the sentence again, where each word is told by its last token.

    A language model sees what stands before a word alone; when it reads the sentence for the second time, it has seen
    all of it (Springer et al., Repetition Improves Language Model Embeddings, 2024).
    """
    text = joined(words)
    before = f"{text}\n{predicate}\n" if predicate else f"{text}\n"
    whole = before + text
    ends = tokenizer.spans(whole)
    spans = np.array(word_spans(words)) + len(before)
    # The last token that has something of the word: offsets may count the space before it.
    last = np.searchsorted(ends[:, 0], spans[:, 1], side="left") - 1
    tokens = _begun(tokenizer, tokenizer.encode(whole))
    return Part(tokens, words=(last + (len(tokens) - len(ends))).astype(np.int32))


def _predicate(example: Example) -> str:
    """The word, once for each time that it has stood in the sentence by then, which tells it from those before it."""
    if example.predicate is None:
        return ""
    word = example.words[example.predicate]
    return " ".join([word] * example.words[: example.predicate + 1].count(word))


def _begun(tokenizer: ExampleEncoder, tokens: np.ndarray) -> np.ndarray:
    """As other programs read a text with this tokenizer: with the token that its family puts before one."""
    begin = [] if tokenizer.begin is None else [tokenizer.begin]
    return np.array([*begin, *tokens], np.int32)


def _with_targets(part: Part, example: Example, labels: LabelSet, numbers: dict[str, int]) -> Encoded:
    known = [numbers.get(label, NOTHING) for label in example.labels]
    if labels.kind is not LabelKind.CLASSES:
        targets = np.full(len(part.tokens), NOTHING, np.int32)
        targets[part.words] = known[part.first_word : part.first_word + len(part.words)]
        return Encoded(part.tokens, targets, part.words)
    if not labels.several:
        return Encoded(part.tokens, np.array(next(number for number in known if number >= 0), np.int32), part.words)
    targets = np.zeros(len(labels.names), np.float32)
    targets[[number for number in known if number >= 0]] = 1
    return Encoded(part.tokens, targets, part.words)


def _share(classes: Sequence[int], share: float) -> Sequence[int]:
    """The numbers of those that are read, rising."""
    if share >= 1:
        return range(len(classes))
    return sorted(_in_turn(classes)[: math.ceil(share * len(classes))])


def _in_turn(classes: Sequence[int]) -> list[int]:
    """The numbers of examples in an order whose every beginning has the classes by their shares, always the same."""
    random = np.random.default_rng(0)
    places = np.empty(len(classes))
    for one in np.unique(classes):
        own = np.flatnonzero(np.asarray(classes) == one)
        places[random.permutation(own)] = (np.arange(len(own)) + 0.5) / len(own)
    return [int(number) for number in np.lexsort((np.arange(len(classes)), places))]
