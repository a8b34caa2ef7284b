from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.prediction.decoding import make_decoder
from workbench.prediction.generation import choose, continuation
from workbench.pretrained.catalogue import find_model
from workbench.pretrained.language_model import LanguageModel, load
from workbench.records import Shaping

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


@pytest.fixture(scope="module")
def starter() -> LanguageModel:
    return load(find_model("starter-en"))


def write(model: LanguageModel, seed: int, words: int = 12, text: str = "The old captain") -> list[str]:
    decoder = make_decoder(model)
    return list(
        continuation(decoder, model.tokenizer, text, words=words, shaping=Shaping(0.9, top_p=0.9), seed=seed)
    )  # fmt: skip


def test_the_same_seed_writes_the_same_and_another_something_else(starter: LanguageModel) -> None:
    assert write(starter, 1) == write(starter, 1) != write(starter, 2)


def test_it_writes_the_number_of_words_asked_for_in_whole_words(starter: LanguageModel) -> None:
    text = "".join(write(starter, 3, words=15))
    assert len(text.split()) == 15 and text[-1].isalnum()


def test_after_a_trailing_space_no_second_one_is_written(starter: LanguageModel) -> None:
    assert not "".join(write(starter, 1, text="The old captain ")).startswith(" ")


def test_characters_of_several_bytes_are_never_cut(tiny_gpt2: Path) -> None:
    # Random weights write random bytes.
    pieces = write(load(find_model(str(tiny_gpt2))), seed=5, words=5, text="光")
    assert all(piece.encode("utf-8").decode("utf-8") == piece and piece for piece in pieces)
