from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.corpora.importing import read_corpus, split_file
from workbench.corpora.preview import PASSAGE_BREAK, preview
from workbench.messages.errors import KnownError
from workbench.values.corpus import Corpus, Split


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    source = tmp_path / "log.txt"
    source.write_text("\n\n".join(f"Day {day}. " + "Überall Nebel. " * 8 for day in range(300)), encoding="utf-8")
    folder = tmp_path / "corpus"
    folder.mkdir()
    job = read_corpus([source], folder)
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return Corpus(1, "log", folder, stop.value, datetime.now(UTC))


def test_the_beginning_of_each_split_is_shown_with_what_was_removed(corpus: Corpus) -> None:
    shown = preview(corpus, characters=500)
    for split in Split:
        beginning = split_file(corpus.folder, split).read_text(encoding="utf-8")[:500]
        assert shown.text[split] == beginning
    assert shown.removed == corpus.contents.cleaning
    assert shown.removed["whitespace"] == 300


def test_a_break_between_passages_can_be_seen(corpus: Corpus) -> None:
    text = preview(corpus, characters=1_000_000).text[Split.VALIDATION]
    assert "\f" not in text and text.count(PASSAGE_BREAK) == 3


def test_a_text_that_is_gone_is_a_known_error(corpus: Corpus) -> None:
    split_file(corpus.folder, Split.TEST).unlink()
    with pytest.raises(KnownError) as caught:
        preview(corpus)
    assert caught.value.code == "file.missing"
