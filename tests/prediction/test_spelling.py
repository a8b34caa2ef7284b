"""Words of every script end where a reader says they do, and characters of several bytes are never cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from workbench.prediction.spelling import spelling_of
from workbench.prediction.words import next_words
from workbench.values.prediction import Prediction, Shaping, Unit

LIGHT, TOWER = "灯".encode(), "塔".encode()
PIECES = (b"", LIGHT, TOWER, "灯塔".encode(), "光".encode(), "，".encode(), LIGHT[:2], LIGHT[2:], b"a", b" a")


class Spelt:
    """A byte-level vocabulary of a few Chinese characters, one of them also in two halves, and one known word."""

    sha256 = "spelt"
    vocabulary = len(PIECES)
    end_of_text = 0
    begin = unknown = None
    has_pieces, begins_with_space = True, False
    pieces = PIECES
    unused = np.zeros(len(PIECES), bool)

    @property
    def whole(self) -> Spelt:
        return self

    def encode(self, text: str) -> np.ndarray:
        return np.array([5] if text else [], np.int32)


class Bigrams:
    """A model whose next token depends on the last one only."""

    def __init__(self, seed: int) -> None:
        logits = np.random.default_rng(seed).normal(0, 1, (len(PIECES), len(PIECES))).astype(np.float32)
        logits[6] = -np.inf
        logits[6, 7] = 0  # half a character is always followed by the other half
        logits[:, 7][np.arange(len(PIECES)) != 6] = -np.inf
        self.logits = logits

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        return self.logits[tokens[-1]]

    def append(self, token: int) -> np.ndarray:
        return self.logits[token]

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        return np.stack([self.logits[path[-1]] for path in continuations])

    def forget(self) -> None:
        pass


def brute_force(model: Bigrams, unit: Unit) -> dict[str, float]:
    """Every text of three tokens (and the halves they need), cut after its first word."""
    words: dict[str, float] = {}

    def first_word(text: str) -> str:
        if unit is Unit.WORD and text.startswith("灯塔"):
            return "灯塔"
        if text.strip(" ")[0] == "a":
            return " " * text.startswith(" ") + "a" * (len(text.strip(" ")) - len(text.strip(" ").lstrip("a")))
        return text[0]

    def follow(last: int, written: bytes, probability: float, left: int) -> None:
        following = np.exp(model.logits[last].astype(float))
        following /= following.sum()
        if not written:
            following[0] = 0
            following /= following.sum()
        for token in np.flatnonzero(following):
            text = written + PIECES[token]
            share = probability * following[token]
            if token == 0 or left <= 1:
                text = text + LIGHT[2:] if token == 6 else text
                word = first_word(text.decode())
                words[word] = words.get(word, 0) + share
            else:
                follow(int(token), text, share, left - 1)

    follow(5, b"", 1.0, 5)
    return words


def shown(seed: int, unit: Unit) -> dict[str, Prediction]:
    found = next_words(Bigrams(seed), Spelt(), "，", top=50, rounds=300, unit=unit)  # type: ignore[arg-type]
    return {prediction.text: prediction for prediction in found}


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("seed", range(3))
def test_chinese_words_or_characters_have_the_probability_of_all_ways_to_write_them(seed: int, unit: Unit) -> None:
    found, everything = shown(seed, unit), brute_force(Bigrams(seed), unit)
    assert ("灯塔" in found) == (unit is Unit.WORD)
    for word in ("灯", "塔", "光", "，", "灯塔" if unit is Unit.WORD else "灯"):
        assert found[word].probability == pytest.approx(everything[word], rel=1e-6)
    assert sum(prediction.probability for prediction in found.values()) == pytest.approx(1, abs=1e-3)


def test_no_word_holds_half_a_character() -> None:
    for unit in Unit:
        assert not any("�" in word for word in shown(0, unit))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (" lamp.", " lamp"),
        (" don't know", " don't"),
        ("... and", "..."),
        ("\n\nThe", "\n\n"),
        (" été!", " été"),
        ("🙂🙂 ok", "🙂🙂"),
        (" שלום עולם", " שלום"),
        ("灯塔的", "灯塔"),
        ("灯光", "灯"),
        ("lamp灯", "lamp"),
    ],
)
def test_a_word_ends_where_a_reader_says(text: str, word: str) -> None:
    end = spelling_of(Spelt()).end(text.encode(), Unit.WORD)  # type: ignore[arg-type]
    assert end is not None and text.encode()[:end].decode() == word


@pytest.mark.parametrize("text", ["", " ", " lam", "灯", " é"[:2]])
def test_a_word_that_may_go_on_has_not_ended(text: str) -> None:
    assert spelling_of(Spelt()).end(text.encode(), Unit.WORD) is None  # type: ignore[arg-type]


def test_shaping_bends_the_words() -> None:
    def with_(shaping: Shaping) -> list[Prediction]:
        return list(next_words(Bigrams(1), Spelt(), "，", top=50, rounds=300, shaping=shaping))  # type: ignore[arg-type]

    plain = with_(Shaping())
    sharp, flat = with_(Shaping(temperature=0.3)), with_(Shaping(temperature=3))
    assert sharp[0].probability > plain[0].probability > flat[0].probability
    assert len(with_(Shaping(top_k=2))) < len(plain)
    assert len(with_(Shaping(top_p=0.4))) < len(plain)
    assert [word.probability for word in with_(Shaping(temperature=0))] == [1.0]
    before = {word.word: word.probability for word in plain}
    after = {word.word: word.probability for word in with_(Shaping(repetition_penalty=3))}
    assert after.get("，", 0) < before["，"], "it has just been written"
