"""Guessing the next word: which words there are to guess."""

from __future__ import annotations

from workbench.prediction.guessing import words_to_guess


def test_marks_and_figures_are_not_to_be_guessed() -> None:
    for text, words in (
        ("Glass 29.8, steady. Don't go!", ["Glass", "steady", "Don't", "go"]),
        ("2月3日，雾。", ["月", "日", "雾"]),
    ):
        assert [text[start:end].strip() for start, end in words_to_guess(text)] == words
