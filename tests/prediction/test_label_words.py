"""Which words a text has that can be left out of it or get tags."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.prediction.label_words import without, word_places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The man, he sleeps.  Don't!", ["The", "man", ",", "he", "sleeps", ".", "Don't", "!"]),
        ("很快，好吃 app", ["很快", "，", "好吃", "app"]),
        ("今日はいい天気", ["今日", "はいい", "天気"]),
        (" a\nb  c ", ["a", "b", "c"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words_are_found_in_any_script(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in word_places(text)] == words


def test_a_word_goes_with_the_space_before_it() -> None:
    text = "The man, he"
    assert [without(text, place) for place in word_places(text)] == ["man, he", "The, he", "The man he", "The man,"]
    assert without("很快，好吃", (0, 2)) == "，好吃"


@given(st.text(alphabet=st.sampled_from("ab'’ \n,.1很快はアก\u0e31é\u0301"), max_size=30))
def test_all_that_is_no_space_is_in_one_word(text: str) -> None:
    places = word_places(text)
    assert [*places] == sorted(places) and all(start < end for start, end in places)
    covered = "".join(text[start:end] for start, end in places)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(places))
