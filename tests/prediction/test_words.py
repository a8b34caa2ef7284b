"""Whole words: what is shown is checked against every path on a small vocabulary."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.prediction.decoders import make_decoder
from workbench.prediction.decoding import Decoder
from workbench.prediction.shaping import softmax
from workbench.prediction.spelling import spelling_of
from workbench.prediction.words import next_words

PIECES = (b"", b" a", b" b", b"a", b"b", b"ab", b".", b"\n", b"'s", b" ")
DEEPEST = 7


class Spelling:
    """A byte-level vocabulary small enough to try every path."""

    sha256 = "spelling"
    vocabulary = len(PIECES)
    end_of_text = 0
    begin = unknown = None
    has_pieces, begins_with_space = True, False
    pieces = PIECES
    unused = np.zeros(len(PIECES), bool)

    @property
    def whole(self) -> Spelling:
        return self

    def encode(self, text: str) -> np.ndarray:
        return np.array([PIECES.index(text.encode())] if text else [], np.int32)


class Bigrams:
    """A model whose next token depends on the last one only."""

    def __init__(self, seed: int) -> None:
        self.logits = np.random.default_rng(seed).normal(0, 1.5, (len(PIECES), len(PIECES))).astype(np.float32)
        self.last = 0

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        self.last = tokens[-1]
        return self.logits[self.last]

    def append(self, token: int) -> np.ndarray:
        self.last = token
        return self.logits[token]

    def forget(self) -> None:
        pass

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        return np.stack([self.logits[path[-1] if path else self.last] for path in continuations])

    def probabilities(self, last: int) -> np.ndarray:
        row = np.exp(self.logits[last].astype(float))
        return row / row.sum()


def brute_force(model: Bigrams, spaced: bool) -> dict[bytes, float]:
    """Every word's probability after “.”, from every path of at most DEEPEST tokens."""
    continuing = [3, 4, 5, 8]
    first = model.probabilities(6)
    first[0] = 0
    if spaced:
        first[[token for token in range(len(PIECES)) if not PIECES[token].startswith(b" ")]] = 0
    first /= first.sum()
    words: dict[bytes, float] = {}

    def follow(path: tuple[int, ...], probability: float) -> None:
        text = b"".join(PIECES[token] for token in path)
        following = model.probabilities(path[-1])
        following[0] = 0
        lone_space = PIECES[path[-1]] == b" "
        if lone_space:
            following /= following.sum()
        in_word = text[-1:].isalpha()
        goes_on = range(len(PIECES)) if lone_space else continuing if in_word else []
        if not lone_space:
            ends = probability * (1 - sum(following[token] for token in goes_on))
            words[text] = words.get(text, 0) + ends
        if len(path) < DEEPEST:
            for token in goes_on:
                if following[token]:
                    follow((*path, token), probability * following[token])

    for token in range(len(PIECES)):
        if first[token]:
            follow((token,), first[token])
    return words


@pytest.mark.parametrize(("seed", "spaced"), list(itertools.product(range(5), (False, True))))
def test_probabilities_are_the_sum_over_all_ways_to_spell_a_word(seed: int, spaced: bool) -> None:
    model = Bigrams(seed)
    shown = next_words(model, Spelling(), ". " if spaced else ".", top=100, rounds=500)  # type: ignore[arg-type]
    everything = brute_force(model, spaced)
    assert len(shown) == 100
    for prediction in shown[:10]:
        text = (" " * spaced + prediction.text).encode()
        assert prediction.probability == pytest.approx(everything[text], rel=0.01)
    best = sorted(everything.values(), reverse=True)[:10]
    assert [prediction.probability for prediction in shown[:10]] == pytest.approx(best, rel=0.01)


def test_probabilities_fall_and_never_add_up_to_more_than_one(tiny_gpt2: Path) -> None:
    model = load(find_model(str(tiny_gpt2)))
    decoder = make_decoder(model)
    for text in ("", "Anna lit the", "Anna lit the ", "Anna lit the la", "光", "\n"):
        shown = next_words(decoder, model.tokenizer, text, typing=True)
        probabilities = [prediction.probability for prediction in shown]
        assert len(shown) == 10 and probabilities == sorted(probabilities, reverse=True)
        assert 0 < sum(probabilities) <= 1 + 1e-9


def test_words_of_the_bundled_model_are_whole_and_follow_the_text(starter: LanguageModel, decoder: Decoder) -> None:
    shown = {p.word: p for p in next_words(decoder, starter.tokenizer, "The ship sailed across the")}
    assert "sea" in shown and shown["sea"].text == " sea"
    after_space = {p.word: p for p in next_words(decoder, starter.tokenizer, "The ship sailed across the ")}
    assert after_space["sea"].text == "sea" and after_space["sea"].probability >= 0.999 * shown["sea"].probability
    completed = next_words(decoder, starter.tokenizer, "Once upon a ti", typing=True)
    assert completed[0].word == "time" and completed[0].text == "me"
    for finished in ("What, ho", "KING HENRY"):
        assert not any(p.text[0].isalnum() for p in next_words(decoder, starter.tokenizer, finished))
    # What is typed so far may be the whole word or its beginning; what was chosen is the whole word.
    for typing, completes in ((True, True), (False, False)):
        shown = next_words(decoder, starter.tokenizer, "The old man was a", typing=typing)
        assert any(prediction.word == "an" for prediction in shown) == completes


def test_a_word_vocabulary_predicts_words_only() -> None:
    text = "the lamp was lit. the lamp was out.\n" * 20
    model = load(find_model("scratch:lstm-words"), training_text=[text])
    shown = next_words(make_decoder(model), model.tokenizer, "the lamp")
    assert {prediction.word for prediction in shown} <= {"the", "lamp", "was", "lit", "out", ".", "↵", "␣"}
    assert sum(prediction.probability for prediction in shown) == pytest.approx(1, abs=1e-6)


def test_a_word_of_a_large_vocabulary_is_no_likelier_than_its_first_tokens(
    starter: LanguageModel, decoder: Decoder
) -> None:
    text = "The lamp was lit at"
    probabilities = softmax(decoder.read_prompt(starter.tokenizer.encode(text)))
    begins = np.array([b" the".startswith(piece) and piece != b"" for piece in starter.tokenizer.pieces])
    ends_here = probabilities[~spelling_of(starter.tokenizer).continuing(b"")].sum()
    shown = {prediction.word: prediction.probability for prediction in next_words(decoder, starter.tokenizer, text)}
    assert 0.9 < shown["the"] * ends_here / probabilities[begins].sum() <= 1.001


def test_no_word_ends_before_an_apostrophe_and_a_letter_and_none_begins_there(
    starter: LanguageModel, decoder: Decoder
) -> None:
    """In this vocabulary the apostrophe is a token of its own, so that a word is known only a token later."""
    shown = {p.word: p.probability for p in next_words(decoder, starter.tokenizer, "“I don", top=20)}
    assert shown.get("’", 0) + shown.get("'", 0) < 0.5, "it was 0.987, for don’t"
    assert not any(word != mark and word.endswith(mark) for word in shown for mark in ("'", "’"))
    words = {p.word: p.probability for p in next_words(decoder, starter.tokenizer, "“I", top=20)}
    assert not words.get("don", 0) > 0.1 * max(words.get("don't", 0), words.get("don’t", 0))
