from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.ground.resources import resource
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoders import make_decoder
from workbench.prediction.decoding import Decoder, Writer
from workbench.prediction.generation import choose, continuation
from workbench.prediction.shaping import distribution
from workbench.prediction.spelling import Spelling, spelling_of
from workbench.prediction.word_count import WordCount
from workbench.values.prediction import Shaping, Unit

logits = st.lists(st.floats(-10, 10, width=32), min_size=2, max_size=20).map(lambda x: np.array(x, np.float32))


@given(logits, st.floats(0.1, 3), st.floats(0.01, 1), st.integers(0, 1000))
def test_a_choice_lies_in_the_smallest_set_that_reaches_top_p(
    row: np.ndarray, temperature: float, top_p: float, seed: int
) -> None:
    token = choose(row, Shaping(temperature, top_p=top_p), np.random.default_rng(seed))
    probabilities = np.exp(row.astype(float) / temperature - (row / temperature).max())
    probabilities /= probabilities.sum()
    more_probable = probabilities[probabilities > probabilities[token] + 1e-9].sum()
    assert more_probable < top_p + 1e-6


@given(logits)
def test_temperature_zero_takes_the_most_probable(row: np.ndarray) -> None:
    assert row[choose(row, Shaping(0, top_p=0.5), np.random.default_rng())] == row.max()


def test_choices_follow_the_probabilities() -> None:
    random = np.random.default_rng(0)
    row = np.log(np.array([0.5, 0.3, 0.2], np.float32))
    counts = np.bincount([choose(row, Shaping(), random) for _ in range(4000)]) / 4000
    np.testing.assert_allclose(counts, [0.5, 0.3, 0.2], atol=0.03)


@given(st.integers(0, 10**6), st.floats(0.0, 0.999), st.floats(0.2, 3))
def test_top_p_keeps_what_it_keeps_when_everything_is_put_in_order(seed: int, top_p: float, temperature: float) -> None:
    row = np.random.default_rng(seed).normal(0, 4, 500).astype(np.float32)
    all_of_them = distribution(row, Shaping(temperature))
    order = np.argsort(all_of_them)[::-1]
    few = order[: int(np.searchsorted(np.cumsum(all_of_them[order]), top_p)) + 1]
    kept = distribution(row, Shaping(temperature, top_p=top_p))
    assert set(np.flatnonzero(kept)) == set(few)
    np.testing.assert_allclose(kept[few], all_of_them[few] / all_of_them[few].sum())


Write = Callable[..., list[str]]


@pytest.fixture
def write(starter: LanguageModel, decoder: Decoder) -> Write:
    def written(seed: int, words: int = 12, text: str = "The old captain") -> list[str]:
        asked = decoder.another()
        shaping = Shaping(0.9, top_p=0.9)
        return list(continuation(asked, starter.tokenizer, text, words=words, shaping=shaping, seed=seed))

    return written


def test_the_same_seed_writes_the_same_and_another_something_else(write: Write) -> None:
    assert write(1) == write(1) != write(2)


class OneAtATime:
    """Reads every token that was written as if it were a prompt."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self.read_prompt, self.append, self.after = decoder.read_prompt, decoder.append, decoder.after
        self.forget = decoder.forget

    def writer(self) -> Writer:
        return self.append


@pytest.mark.parametrize(
    "shaping", [Shaping(0), Shaping(0.8, top_k=40, top_p=0.95), Shaping(1.2, repetition_penalty=1.3)]
)
def test_written_quickly_it_is_the_same_text_word_for_word(
    starter: LanguageModel, decoder: Decoder, shaping: Shaping
) -> None:
    def written(decoder: Decoder) -> list[str]:
        return list(continuation(decoder, starter.tokenizer, "The lamp", words=6, shaping=shaping, seed=3))

    assert written(decoder) == written(OneAtATime(decoder))


def words_of(tokenizer: Tokenizer, text: str) -> list[str]:
    """The words of a text, one after the other as Predict finds each: the whole text is looked at, not its pieces."""
    spelling, found, rest = spelling_of(tokenizer), [], text.encode()
    while rest:
        word = spelling.first_word(rest, Unit.WORD)
        found.append(word.decode())
        rest = rest[len(word) :]
    return [word for word in found if any(map(str.isalnum, word))]


@pytest.mark.parametrize("seed", range(3))
def test_it_writes_the_number_of_words_asked_for_in_whole_words(
    starter: LanguageModel, write: Write, seed: int
) -> None:
    text = "".join(write(seed, words=15))
    assert len(words_of(starter.tokenizer, text)) == 15 and text[-1].isalnum()
    assert len(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)) == 15


def test_in_chinese_it_writes_so_many_words_and_not_so_many_lines() -> None:
    chinese = load(find_model("gpt-zh"))
    decoder, shaping = make_decoder(chinese), Shaping(0.9, top_p=0.9)
    for prompt in ("那天晚上", "他说：“", "The old captain 老残"):
        text = "".join(continuation(decoder, chinese.tokenizer, prompt, words=20, shaping=shaping, seed=1))
        assert len(words_of(chinese.tokenizer, text)) == 20 and text[-1].isalnum(), prompt


class Dictated:
    """A decoder that has no choice: its tokens are given, and then the text ends."""

    def __init__(self, tokenizer: Tokenizer, tokens: Sequence[int]) -> None:
        assert tokenizer.end_of_text is not None
        self._vocabulary = tokenizer.vocabulary
        self._tokens = iter([*tokens, *[tokenizer.end_of_text] * 3])
        self.asked = 0

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        return self.append(0)

    def append(self, token: int) -> np.ndarray:
        self.asked += 1
        logits = np.zeros(self._vocabulary, np.float32)
        logits[next(self._tokens)] = 1.0
        return logits

    def writer(self) -> Writer:
        return self.append

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        raise NotImplementedError

    def forget(self) -> None:
        raise NotImplementedError


def dictated(tokenizer: Tokenizer, tokens: Sequence[int], words: int, **more: Any) -> str:
    decoder = Dictated(tokenizer, tokens)
    return "".join(continuation(decoder, tokenizer, "", words=words, shaping=Shaping(0), seed=0, **more))


CHINESE = Tokenizer.from_file(Path(str(resource("models/gpt-zh/tokenizer.json"))))
TEXTS = st.text(
    st.sampled_from("ab' ’.,-\n1中国人民老残游记了，。「」มนุษย์ทั้งหลายเกิดかなカー")
    | st.characters(exclude_categories=["Cs"]),
    max_size=60,
)  # fmt: skip


@settings(deadline=None)
@given(TEXTS.map(CHINESE.encode) | st.lists(st.integers(0, CHINESE.vocabulary - 1), max_size=60), st.integers(1, 12))
def test_whatever_is_drawn_no_word_too_many_is_written_and_none_is_lost(tokens: Sequence[int], wanted: int) -> None:
    end = CHINESE.end_of_text
    tokens = [int(token) for token in tokens if token != end]
    whole = CHINESE.decode(tokens).removeprefix(" ")
    written = dictated(CHINESE, tokens, wanted)
    words = words_of(CHINESE, whole)
    assert whole.startswith(written) or "\ufffd" in whole
    assert words_of(CHINESE, written) == words[:wanted] or "\ufffd" in whole
    if len(words) > wanted:
        assert written[-1].isalnum() or unicodedata.category(written[-1])[0] == "M"


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("中国人民很好。", 2, "中国人民"),
        ("Hello, world! 你好吗", 2, "Hello, world"),
        ("มนุษย์ทั้งหลาย", 2, "มนุ"),  # of Thai this vocabulary knows no word: each is a character
        ("don't stop-ping now", 3, "don't stop-ping"),
        ("...\n\n...", 1, "...\n\n..."),
    ],
)
def test_marks_are_no_words(text: str, words: int, written: str) -> None:
    if text.startswith("中"):
        written = "".join(words_of(CHINESE, text)[:words])
    assert dictated(CHINESE, CHINESE.encode(text), words).strip() == written


def test_words_that_stand_there_already_count_when_a_person_put_one_of_them_there() -> None:
    decoder = Dictated(CHINESE, CHINESE.encode("中国人民很好，中国人民很好。"))
    kept = "他说：“中国人民"
    already = len(words_of(CHINESE, "“中国人民"))
    written = continuation(decoder, CHINESE, kept, words=already + 1, shaping=Shaping(0), seed=0, since=3)
    assert len(words_of(CHINESE, "".join(written))) == 1


def test_a_model_that_writes_nothing_but_marks_is_stopped() -> None:
    assert len(dictated(CHINESE, list(CHINESE.encode("\n\n")) * 10_000, 5)) < 10_000


def test_what_was_written_is_not_looked_through_again_at_each_token() -> None:
    spelling, looked_at = spelling_of(CHINESE), 0

    class Counting(Spelling):
        def __init__(self) -> None:
            self.__dict__.update(spelling.__dict__)

        def end(self, text: bytes, unit: Unit) -> int | None:
            nonlocal looked_at
            looked_at += len(text)
            return super().end(text, unit)

    text = "老残游记，中国人民。" * 200
    count = WordCount(Counting(), 10**6)
    for character in text:
        count.add(character)
    assert looked_at < 20 * len(text.encode())


def test_after_a_trailing_space_no_second_one_is_written(write: Write) -> None:
    assert not "".join(write(1, text="The old captain ")).startswith(" ")


def test_characters_of_several_bytes_are_never_cut(tiny_gpt2: Path) -> None:
    # Random weights write random bytes.
    model = load(find_model(str(tiny_gpt2)))
    shaping = Shaping(0.9, top_p=0.9)
    pieces = list(continuation(make_decoder(model), model.tokenizer, "光", words=5, shaping=shaping, seed=5))
    assert all(piece.encode("utf-8").decode("utf-8") == piece and piece for piece in pieces)
    assert "\ufffd" not in "".join(pieces), "bytes that never become a character are none of the text"
