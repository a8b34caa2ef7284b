"""Whether a text is labelled by how it begins: tags beside its words, labels before its lines, or who says them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.chats import is_chat
from workbench.corpora.reading.formats.fasttext import PREFIX
from workbench.corpora.reading.formats.numbered_words import are_numbered
from workbench.corpora.reading.formats.tagged_words import beginning_of, layout_of
from workbench.values.importing import LabelsIn

COLUMNS, FASTTEXT, CHAT, TABLE = ".conll", ".fasttext", ".chat", ".tsv"
_ASKED = {LabelsIn.TAGS: COLUMNS, LabelsIn.ROLES: COLUMNS, LabelsIn.FASTTEXT: FASTTEXT}
_FEWEST = 3  # lines
_SHARE = 0.9  # of the lines
_LABEL_AND_TEXT = re.compile(r"([a-z0-9_+-]{1,20})\t[^\t]*\S[^\t]*")  # no names, as of who says it
_MOST_LABELS = 10


def labelled_kind(start: bytes, asked: LabelsIn) -> str | None:
    """The suffix of the reader for a text that begins so; None where that is a text without labels."""
    if asked not in (LabelsIn.AUTO, LabelsIn.TURNS):
        return _ASKED.get(asked)
    lines = decode(start)[0].splitlines()[:-1]  # the last one may be cut
    if asked is LabelsIn.TURNS or is_chat(lines):
        return CHAT if is_chat(lines) else None
    filled = [line for line in lines if line.strip()]
    if len(filled) < _FEWEST:
        return None
    if sum(line.startswith(PREFIX) for line in filled) >= _SHARE * len(filled):
        return FASTTEXT
    if _have_a_label_and_a_tab(filled):
        return TABLE
    return COLUMNS if are_numbered(lines) or layout_of(beginning_of(lines)) is not None else None


def _have_a_label_and_a_tab(lines: Sequence[str]) -> bool:
    """Whether each line is one of few labels, a tabulator and a text: a table, whatever it is called."""
    found = [_LABEL_AND_TEXT.fullmatch(line) for line in lines]
    labels = {each[1] for each in found if each is not None}
    return all(found) and 2 <= len(labels) <= min(_MOST_LABELS, len(lines) / 3)
