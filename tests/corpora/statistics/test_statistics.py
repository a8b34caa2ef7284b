from __future__ import annotations

import io

import pytest

from workbench.corpora.splitting.pieces import stretches
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
        ("Zu\u00adsam\u00admen می\u200cخواهم", ["Zusammen", "می\u200cخواهم"]),
        ("co\u00adop-er\u00adate", ["coop-erate"]),
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


def test_small_letters_keep_a_word_as_it_is_spelt() -> None:
    counting = Counting(40)
    counting.add(Split.TRAIN, "Straße İstanbul ΟΔΟΣ straße")
    assert dict(counting.statistics().frequent_words) == {"straße": 2, "istanbul": 1, "οδος"[:-1] + "ς": 1}


def test_lines_and_paragraphs_are_those_of_the_text_however_it_is_cut_into_stretches() -> None:
    texts = [
        "One line and no end " * 40,
        "First.\n\nSecond one\nof two lines.\n\nFirst.",
        "\n".join(f"第{number}句话是一个段落。" for number in range(12)) + "\n第3句话是一个段落。",
    ]
    for text in texts:
        whole = Counting(len(text))
        whole.add(Split.TRAIN, text)
        for size in (64, 7, 20):
            if size < 20 and "段" in text:
                continue  # too little to see that each line is a paragraph
            cut = Counting(len(text))
            content = text.encode()
            for place, stretch in stretches(io.BytesIO(content), 0, len(content), size * 10):
                cut.add(Split.TRAIN, stretch.decode(), ends=place + len(stretch) == len(content))
            found, wanted = cut.statistics(), whole.statistics()
            assert (found.longest_line, found.paragraphs) == (wanted.longest_line, wanted.paragraphs)
            assert found.duplicate_paragraphs == wanted.duplicate_paragraphs
