from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.corpora.cleaning.cleaner import clean

MARKS = " \t\n\r\v\f\0\x07\x85\u00a0\u2028\u2029\ufeff\u0301\u0338\u0958\u3000"
texts = st.text() | st.text(alphabet="ae\u1100\u1161=" + MARKS)


@given(texts)
@example("e\x07\u0301")  # removing the bell lets the accent join the letter
@example("\n \n\ufeff\n \n")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    cleaned, _ = clean(text)
    again, removed = clean(cleaned)
    assert again == cleaned
    assert not any(removed.values())


@given(texts)
def test_a_cleaned_text_has_one_kind_of_line_end_and_no_double_blank_lines(text: str) -> None:
    cleaned, _ = clean(text)
    assert not set(cleaned) & set("\r\v\f\0\x07\x85\u2028\u2029\ufeff")
    assert "\n\n\n" not in cleaned and cleaned == cleaned.strip("\n")
    assert all(line == line.rstrip() for line in cleaned.split("\n"))
    assert unicodedata.is_normalized("NFC", cleaned)


@given(texts)
@example("A\t\u0300")
def test_cleaning_keeps_every_letter_digit_and_sign(text: str) -> None:
    def visible(some: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFD", some) if unicodedata.category(c)[0] in "LNPS"]

    assert visible(clean(text)[0]) == visible(text)


def test_each_step_says_how_many_characters_it_removed() -> None:
    cleaned, removed = clean("\n\nOne\r\ntwo  \n\n\n\nthree\x07 cafe\u0301")
    assert cleaned == "One\ntwo\n\nthree café"
    found = {name: count for name, count in removed.items() if count}
    assert found == {"line_ends": 1, "controls": 1, "unicode": 1, "whitespace": 2, "blank_lines": 4}


def test_a_form_feed_ends_a_line_and_does_not_join_words() -> None:
    assert clean("end of page\fnext page")[0] == "end of page\nnext page"


def test_indentation_and_wrapped_lines_are_left_alone() -> None:
    poem = "    Tyger Tyger, burning bright,\n    In the forests of the night;"
    cleaned, removed = clean(poem)
    assert cleaned == poem and not any(removed.values())


def test_a_text_of_white_space_becomes_empty() -> None:
    assert clean(" \r\n\t\r\n \ufeff")[0] == ""
