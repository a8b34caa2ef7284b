from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiny_models import tale
from workbench.ground.resources import resource
from workbench.models.tokenizers.tokenizer import Tokenizer

STARTER = Tokenizer.from_file(resource("models/starter-en/tokenizer.json"))
PIECES = Tokenizer.of_pieces([tale(200), "他来了，他走了。\n" * 20], vocabulary=400)
WORDS = Tokenizer.of_words(["The sea's grey; the well-known sea.\n\n他来了，他走了。\n" * 2], vocabulary=100)


@given(st.text(), st.sampled_from([STARTER, PIECES]))
@settings(deadline=None)
def test_what_a_byte_level_tokenizer_encodes_it_decodes(text: str, tokenizer: Tokenizer) -> None:
    assert tokenizer.decode(tokenizer.encode(text)) == text


def test_pieces_learnt_from_a_text_write_its_words_as_one_token_each() -> None:
    assert PIECES.vocabulary <= 400 and PIECES.end_of_text is not None
    assert len(PIECES.encode(" the lamp")) == 2
    assert len(PIECES.encode("他走了")) == 1
    assert len(PIECES.encode("zeppelin")) > 2


def test_pieces_come_from_lines_all_over_a_text_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["first words here\n" * 300, "other things there\n" * 300]
    monkeypatch.setattr("workbench.models.tokenizers.tokenizer.LEARNT_FROM", 1000)
    learnt = Tokenizer.of_pieces(texts, vocabulary=300)
    assert len(learnt.encode(" words")) == len(learnt.encode(" things")) == 1


def test_a_word_vocabulary_gives_known_text_back_with_its_spaces() -> None:
    text = "The sea's grey; the well-known sea.\n\n他来了，"
    assert WORDS.decode(WORDS.encode(text)) == text


def test_a_word_is_one_token_with_the_space_before_it_and_a_chinese_character_is_one() -> None:
    pieces = [WORDS.pieces[token].decode() for token in WORDS.encode("The well-known sea's grey.他来")]
    assert pieces == ["The", " well-known", " sea's", " grey", ".", "他", "来"]


def test_a_word_outside_the_vocabulary_is_the_unknown_token() -> None:
    assert list(WORDS.encode("zeppelin")) == [WORDS.unknown]


def test_the_vocabulary_holds_the_most_frequent_words() -> None:
    tokenizer = Tokenizer.of_words([tale(50)], vocabulary=10)
    assert tokenizer.vocabulary == 10 and len(tokenizer.encode(" the")) == 1
    assert list(tokenizer.encode(" the")) != [tokenizer.unknown]


def test_the_same_text_gives_the_same_vocabulary() -> None:
    assert Tokenizer.of_words([tale(50)], 50).sha256 == Tokenizer.of_words([tale(50)], 50).sha256
