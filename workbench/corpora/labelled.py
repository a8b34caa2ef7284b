"""The labelled examples of a corpus, as they lie in its folder: labels/{train,validation,test}.jsonl.

One example a line, in the order of the text of its split: a text with its classes, words with a tag for each (and which
of them is the predicate), or a conversation's turns, each with who says it. What is learnt as labels comes from here;
train.txt and the others have the same texts for everything that reads them as plain text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from workbench.ground.scripts import is_spaceless
from workbench.messages.errors import KnownError
from workbench.values.corpus import Corpus, Split
from workbench.values.labels import Example


def label_file(folder: Path, split: Split) -> Path:
    """The file in a corpus's folder that holds the examples of one split."""
    return folder / "labels" / f"{split}.jsonl"


def examples(corpus: Corpus, split: Split) -> Iterator[Example]:
    """Raises KnownError("file.missing"), and "corpus.changed" where they are not those that were imported."""
    path = label_file(corpus.folder, split)
    try:
        stats = [label_file(corpus.folder, each).stat() for each in Split]
        labels = corpus.contents.labels
        if labels and _labels_hash(corpus.folder, tuple((s.st_size, s.st_mtime_ns) for s in stats)) != labels.sha256:
            raise KnownError("corpus.changed", name=corpus.name)
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield parsed(line)
    except FileNotFoundError as error:
        raise KnownError("file.missing", file=error.filename) from error
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError("corpus.changed", name=corpus.name) from error


def written(example: Example) -> str:
    """An example as its line, without the line's end."""
    if example.turns:
        turns = zip(example.labels, example.turns, strict=True)
        said: dict[str, Any] = {"turns": [{"role": role, "content": content} for role, content in turns]}
        return json.dumps(said | ({} if example.given is None else {"given": example.given}), ensure_ascii=False)
    fields: dict[str, Any] = {"labels": example.labels}
    fields |= {"words": example.words} if example.words else {"text": example.text}
    if example.predicate is not None:
        fields["predicate"] = example.predicate
    if example.given is not None:
        fields["given"] = example.given
    return json.dumps(fields, ensure_ascii=False)


def parsed(line: str) -> Example:
    """The inverse of `written`. Raises ValueError, KeyError or TypeError."""
    return _example(json.loads(line))


def texts_in(lines: Iterable[str]) -> Iterator[str]:
    """The texts of the examples in lines."""
    return (parsed(line).text for line in lines)


def labels_hash(folder: Path) -> str:
    """Of the three files as they lie on the disk."""
    digest = hashlib.sha256()
    for split in Split:
        content = label_file(folder, split).read_bytes()
        digest.update(f"{split} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


@lru_cache(maxsize=16)
def _labels_hash(folder: Path, _stats: tuple[tuple[int, int], ...]) -> str:
    """Read again only where the files' sizes or times say that they may be others."""
    return labels_hash(folder)


def joined(words: Sequence[str]) -> str:
    """The text that words make: a space between two, unless both are of scripts that are written without."""
    between = ("" if is_spaceless(left[-1:]) and is_spaceless(right[:1]) else " " for left, right in pairwise(words))
    return "".join(part for pair in zip(words, (*between, ""), strict=True) for part in pair)


def conversation(roles: Sequence[str], contents: Sequence[str]) -> Example:
    """Turns as an example: its text is what is said, a turn after the other."""
    # A form feed alone on its line would divide the text where it is written down.
    turns = tuple(content.replace("\f", "\n").strip() for content in contents)
    return Example("\n".join(turns), tuple(roles), turns=turns)


def word_spans(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where each of the words begins and ends in what `joined` makes of them, in characters."""
    spans, text = [], 0
    for number, word in enumerate(words):
        start = len(joined(words[number - 1 : number + 1])) - len(word) - len(words[number - 1]) if number else 0
        spans.append((text + start, text + start + len(word)))
        text = spans[-1][1]
    return spans


def _example(fields: dict[str, Any]) -> Example:
    if "turns" in fields:
        turns = [(str(turn["role"]), str(turn["content"])) for turn in fields["turns"]]
        found = conversation([role for role, _ in turns], [content for _, content in turns])
        return replace(found, given=tuple(fields["given"]) if "given" in fields else None)
    words = tuple(fields.get("words", ()))
    text = joined(words) if words else fields["text"]
    given = tuple(fields["given"]) if "given" in fields else None
    return Example(text, tuple(fields["labels"]), words, fields.get("predicate"), given)
