from __future__ import annotations

import pytest

from workbench.corpora.statistics.description import Counting
from workbench.corpora.statistics.words import words
from workbench.values.corpus import Split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't well-known L’été rock-'n'-roll", ["Don't", "well-known", "L’été", "rock", "n", "roll"]),
        ("'quoted' -dash- snake_case", ["quoted", "dash", "snake", "case"]),
        ("42 is 3.14", ["is"]),
        ("Привет, мир! हिन्दी के שלום", ["Привет", "мир", "हिन्दी", "के", "שלום"]),
        ("我爱北京天安门 you ひと", ["我", "爱", "北京", "天安门", "you", "ひと"]),
        ("吾輩は猫である", ["吾輩", "は", "猫", "である"]),
        ("ไม่ได้กินข้าว", ["ไม่", "ได้", "กิน", "ข้าว"]),
        ("ສະບາຍດີ", ["ສ", "ະ", "ບ", "າ", "ຍ", "ດີ"]),
        ("cafe\u0301", ["cafe\u0301"]),
        ("", []),
    ],
)
def test_words_are_letters_with_inner_apostrophes_and_hyphens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_everything_is_counted_over_all_splits() -> None:
    segments = {
        Split.TRAIN: ["The cat.\n\nThe dög.\n\nThe cat."],
        Split.VALIDATION: ["the cat.", "A line that is longer\nthan the others"],
        Split.TEST: ["The cat."],
    }
    counting = Counting(82)
    for split, some in segments.items():
        for segment in some:
            counting.add(split, segment)
    counted = counting.statistics()
    assert counted.split_characters == {Split.TRAIN: 28, Split.VALIDATION: 45, Split.TEST: 8}
    assert counted.characters == 81
    assert counted.size_bytes == 82
    assert counted.words == 18
    assert counted.vocabulary == 10
    assert counted.paragraphs == 6
    assert counted.duplicate_paragraphs == 2  # "the cat." in lower case is another paragraph
    assert counted.longest_line == 21
    assert counted.frequent_words[:2] == (("the", 6), ("cat", 4))


def test_nothing_counts_as_nothing() -> None:
    counted = Counting(0).statistics()
    assert (counted.characters, counted.words, counted.paragraphs, counted.longest_line) == (0, 0, 0, 0)
