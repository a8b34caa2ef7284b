"""Roles that lie apart from their words: CoNLL-2005's .props beside .words, line for line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.corpora.reading.formats.tag_schemes import is_bracket
from workbench.corpora.reading.formats.tagged_words import read_lines
from workbench.messages.errors import KnownError
from workbench.values.importing import Reading

ROLES, WORDS = ".props", ".words"


def has_roles(lines: list[str]) -> bool:
    """Whether these are such lines: a predicate or “-”, and brackets for each predicate of the sentence."""
    rows = [line.split() for line in lines if line.strip()]
    return any(len(row) > 1 for row in rows) and all(all(map(is_bracket, row[1:])) for row in rows)


def read_roles(file: FileToRead, reading: Reading) -> Pieces:
    """With the words beside it. Raises KnownError: file.no_words, file.words_do_not_fit."""
    words = file.path.with_suffix(WORDS)
    if not words.is_file():
        raise KnownError("file.no_words", file=file.name, words=Path(file.name).with_suffix(WORDS).name)
    facts: list[Facts] = []
    roles = lines_of(with_facts(read_text(file, reading), facts))
    spoken = lines_of(with_facts(read_text(FileToRead(words, words.name, words), reading), []))
    return (yield from read_lines(_pasted(spoken, roles, file, words.name), facts, file, reading))


def read_words(file: FileToRead, reading: Reading) -> Pieces:
    """They are read with their roles. Raises KnownError("file.beside_roles")."""
    raise KnownError("file.beside_roles", file=file.name)
    yield  # as every reader


def _pasted(words: Iterator[str], roles: Iterator[str], file: FileToRead, name: str) -> Iterator[str]:
    for number, (word, cells) in enumerate(zip_longest(words, roles, fillvalue=""), start=1):
        if bool(word.strip()) is not bool(cells.strip()):
            raise KnownError("file.words_do_not_fit", file=file.name, words=name, line=number)
        yield "\t".join((*word.split()[:1], *cells.split())) + "\n"
