from __future__ import annotations

import pytest

from workbench.corpora.duplicates import NearDuplicates
from workbench.corpora.statistics.words import words
from workbench.ground.scripts import BY_CHARACTER, DENSE, IN_WORD_VOCABULARY, SPACELESS, count, is_spaceless
from workbench.models.tokenizers.tokenizer import Tokenizer

SPACELESS_SCRIPTS = {
    "Thai": "มนุษย์ทั้งหลายเกิดมา๑๒",
    "Lao": "ມະນຸດເກີດມາມີສິດ",
    "Khmer": "មនុស្សទាំងអស់កើតមក",
    "Burmese": "လူတိုင်းသည်တူညီ",
    "Burmese, for Shan": "\ua9e0\uaa60",
    "Han": "人人生而自由〇々〆",
    "Han, rare": "\U00020000\U0002ebf0\U00030000\uf900\u3400",
    "hiragana": "すべてのにんげんゞ",
    "hiragana with a mark of its own": "か\u3099",
    "katakana": "コーヒーㇰヷ",
    "half-width katakana": "ｶﾞｷﾞｺｰﾋｰ",
}
SPACED_SCRIPTS = {
    "Latin": "Every captainéß",
    "Latin with marks of their own": "e\u0303o\u0331",
    "full-width Latin": "ＡＢｃ",
    "Greek": "Όλοι",
    "Cyrillic": "Всі",
    "Hebrew": "כל",
    "Arabic": "يولد",
    "Hindi": "सभी",
    "Bengali": "সমস্ত",
    "Tamil": "மனித",
    "Georgian": "ყველა",
    "Armenian": "Բոլոր",
    "Amharic": "የሰው",
    "Tibetan": "མིའི",
    "Korean": "모든인간은ㄱᄀ",
}
SHARED = "。、・「」！？ \u3000123٣…—"


@pytest.mark.parametrize("script", SPACELESS_SCRIPTS)
def test_a_script_without_spaces_is_one_with_all_its_characters(script: str) -> None:
    text = SPACELESS_SCRIPTS[script]
    assert [character for character in text if not is_spaceless(character)] == []
    assert count(SPACELESS, text) == count(BY_CHARACTER, text) == len(text)


@pytest.mark.parametrize("script", SPACED_SCRIPTS)
def test_a_script_with_spaces_is_none_without(script: str) -> None:
    assert [character for character in SPACED_SCRIPTS[script] if is_spaceless(character)] == []


def test_what_scripts_share_belongs_to_none() -> None:
    assert count(BY_CHARACTER + DENSE, SHARED) == 0


def test_korean_has_spaces_and_is_compared_by_its_syllables() -> None:
    text = SPACED_SCRIPTS["Korean"]
    assert count(SPACELESS, text) == 0 and count(BY_CHARACTER, text) == count(DENSE, text) == len(text)


@pytest.mark.parametrize("script", ["Thai", "Lao", "Khmer", "Burmese"])
def test_a_letter_of_an_alphabet_without_spaces_says_no_more_than_another(script: str) -> None:
    assert count(DENSE, SPACELESS_SCRIPTS[script]) == 0


def test_a_word_vocabulary_cuts_the_scripts_that_its_files_name_into_characters() -> None:
    for script, text in SPACELESS_SCRIPTS.items():
        whole = "".join(words(text))
        pieces = Tokenizer.of_words([whole, whole], 100).pieces
        longest = max(len(piece.decode()) for piece in pieces)
        if count(IN_WORD_VOCABULARY, whole) == len(whole):
            assert longest == 1, script
        elif script in ("Lao", "Khmer", "Burmese"):
            assert longest == len(whole), script


def test_half_width_kana_keep_their_marks() -> None:
    assert words("ｶﾞﾗｽ") == ["ｶﾞﾗｽ"]


def test_a_number_does_not_hide_the_chinese_behind_it() -> None:
    known = NearDuplicates(0.6)
    known.find("2024年中国经济增长速度比上一年有所放缓但是出口仍然保持增长。", remember=True)
    assert known.find("2025年中国经济增长速度比上一年有所放缓但是出口仍然保持增长。", remember=False) is not None
    assert known.find("2024年春天的时候我们全家一起去了南方的海边看望外祖母。", remember=False) is None
