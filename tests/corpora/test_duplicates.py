from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpora.driving import run
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.corpora.duplicates import NearDuplicates, SeenHashes, SeenParagraphs
from workbench.corpora.importing import read_corpus
from workbench.values.corpus import Split
from workbench.values.importing import ImportOptions, SplitBy

WORDS = [f"word{number}" for number in range(3_000)]


def passage(seed: int, length: int = 120) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


@given(st.lists(st.integers(0, 2**64 - 1), max_size=3_000))
def test_hashes_are_new_once(keys: list[int]) -> None:
    seen, truth = SeenHashes(), set()
    for key in keys:
        assert seen.add(key) == ((key or 1) not in truth)
        truth.add(key or 1)
    assert len(seen) == len(truth)


def test_a_paragraph_is_the_same_whatever_its_spaces_and_capitals() -> None:
    seen = SeenParagraphs()
    assert seen.is_new("The cat\n sat.") and not seen.is_new("the  CAT sat.") and seen.is_new("The cats sat.")


def test_the_estimated_similarity_is_near_the_true_one() -> None:
    for changed in (0, 2, 5, 10):
        first, second = passage(1), passage(1)
        for place in range(changed):
            second[place * 11] = f"other{place}"
        groups = [{tuple(words[at : at + 4]) for at in range(len(words) - 3)} for words in (first, second)]
        true = len(groups[0] & groups[1]) / len(groups[0] | groups[1])
        index = NearDuplicates(0.05)
        assert index.find(" ".join(first), remember=True) is None
        found = index.find(" ".join(second), remember=False)
        if true > 0.6:
            assert found is not None and found[1] == pytest.approx(true, abs=0.15)


def test_different_and_short_passages_are_no_duplicates() -> None:
    index = NearDuplicates(0.5)
    for seed in range(300):
        assert index.find(" ".join(passage(seed)), remember=True) is None
    assert index.find("Yes, he said.", remember=True) is None and index.find("Yes, he said.", remember=True) is None


def test_chinese_is_compared_by_its_characters() -> None:
    index = NearDuplicates(0.6)
    text = "晚上，很好的月光。我不见他，已是三十多年；今天见了，精神分外爽快。才知道以前的三十多年，全是发昏。"
    index.find(text, remember=True)
    assert index.find(text.replace("爽快", "高兴"), remember=False) is not None


def test_a_passage_that_is_in_two_splits_is_reported_with_both_of_its_forms(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(" ".join(passage(number)))
    for number in range(40, 80):  # each says nearly the same as another one
        (folder / f"{number}.txt").write_text(" ".join([*passage(number - 40)[:-3], "and", "the", "end"]))
    _, contents = run(read_corpus([folder], tmp_path, ImportOptions(split_by=SplitBy.DOCUMENTS)))
    leaks = contents.leaks
    assert contents.split_by is SplitBy.DOCUMENTS and leaks.checked == 16 and leaks.found >= 8
    leak = leaks.examples[0]
    assert leak.split is not Split.TRAIN and leak.similarity > 0.7
    assert leak.passage.split()[:100] == leak.training_passage.split()[:100]


def test_passages_of_a_text_with_a_paragraph_a_line_are_compared(tmp_path: Path) -> None:
    chapter = [
        f"他在第{number}天的早上走进了那间屋子，看见桌子上放着{number * 7}封没有寄出去的信。" for number in range(300)
    ]
    (tmp_path / "novel.txt").write_text("\n".join(chapter + chapter), encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    leaks = run(read_corpus([tmp_path / "novel.txt"], tmp_path / "corpus"))[1].leaks
    assert leaks.checked > 50 and leaks.found > 50


def test_a_damaged_file_leaves_nothing_seen_behind(tmp_path: Path) -> None:
    records = [
        f'{{"text": "This is the record with the number {number}, and it is long enough."}}' for number in range(200)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(records + ["garbage"] * 300))
    (tmp_path / "b.jsonl").write_text("\n".join(records))
    (tmp_path / "corpus").mkdir()
    options = ImportOptions(parsed_steps({"duplicates": "on", "near_duplicates": "95"}))
    alone = ImportOptions(parsed_steps({"duplicates": "on", "near_duplicates": "off"}))
    for chosen in (options, alone):
        contents = run(read_corpus([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "corpus", chosen))[1]
        assert [file.path.name for file in contents.skipped] == ["a.jsonl"]
    assert contents.statistics.paragraphs == 200 and contents.cleaning["duplicates"] == 0


@given(st.lists(st.integers(1, 400), max_size=300), st.lists(st.integers(1, 400), max_size=300))
def test_hashes_since_a_mark_can_be_taken_back(before: list[int], since: list[int]) -> None:
    keys = [key << 10 | 3 for key in (*before, *since)]  # many of them want the same slot
    seen = SeenHashes()
    for key in keys[: len(before)]:
        seen.add(key)
    seen.mark()
    for key in keys[len(before) :]:
        seen.add(key)
    seen.take_back()
    assert len(seen) == len(set(before))
    assert [seen.add(key) for key in dict.fromkeys(keys)] == [
        number not in before for number in dict.fromkeys((*before, *since))
    ]
