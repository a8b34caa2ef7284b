"""Whether a text is labelled by how it begins: tags beside its words, labels before its lines, or who says them."""

from __future__ import annotations

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.chats import is_chat
from workbench.corpora.reading.formats.fasttext import PREFIX
from workbench.corpora.reading.formats.numbered_words import are_numbered
from workbench.corpora.reading.formats.tagged_words import beginning_of, layout_of
from workbench.values.importing import LabelsIn

COLUMNS, FASTTEXT, CHAT = ".conll", ".fasttext", ".chat"
_ASKED = {LabelsIn.TAGS: COLUMNS, LabelsIn.ROLES: COLUMNS, LabelsIn.FASTTEXT: FASTTEXT}
_FEWEST = 3  # lines
_SHARE = 0.9  # of the lines


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
    return COLUMNS if are_numbered(lines) or layout_of(beginning_of(lines)) is not None else None
