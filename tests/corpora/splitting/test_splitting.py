from __future__ import annotations

import io
from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.corpora.segments import segments_of
from workbench.corpora.cleaning.cleaner import clean
from workbench.corpora.splitting.blocks import divide, join_segments
from workbench.corpora.splitting.pieces import stretches
from workbench.values.corpus import Split
from workbench.values.importing import SplitBy

words = st.text(alphabet="abcdefgh", min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=12).map(lambda some: " ".join(some) + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=4).map("\n".join)
documents = st.lists(paragraphs, min_size=1, max_size=40).map("\n\n".join)
corpora = st.lists(documents, min_size=1, max_size=5)
any_corpora = st.lists(st.text().map(lambda text: clean(text)[0]).filter(bool), max_size=4)


def split_documents(texts: list[str], seed: int, by: SplitBy = SplitBy.BLOCKS) -> dict[Split, list[str]]:
    """The segments of each split as text; the documents lie behind one another in a file."""
    encoded = [text.encode() for text in texts]
    whole = b"".join(encoded)
    _, segments = divide(io.BytesIO(whole), list(accumulate(map(len, encoded))), seed, by)
    found: dict[Split, list[str]] = {split: [] for split in Split}
    for segment in segments:
        found[segment.split].append(whole[segment.start : segment.end].decode().rstrip().strip("\n"))
    return found


def numbered(count: int, words_each: int = 30) -> str:
    """A text of distinct paragraphs of equal length."""
    return "\n\n".join(f"{number:06d}" + " word" * words_each for number in range(count))


def shares(segments: dict[Split, list[str]]) -> dict[Split, float]:
    sizes = {split: sum(map(len, some)) for split, some in segments.items()}
    return {split: size / sum(sizes.values()) for split, size in sizes.items()}


def visible(*texts: str) -> list[str]:
    return sorted(character for text in texts for character in text if not character.isspace())


def all_of(segments: dict[Split, list[str]]) -> list[str]:
    return [segment for some in segments.values() for segment in some]


def where(segments: dict[Split, list[str]], passage: str) -> list[Split]:
    return [split for split, some in segments.items() for segment in some if passage in segment]


@pytest.mark.parametrize("count", [100, 1_000, 5_000])
@pytest.mark.parametrize("seed", range(5))
def test_a_tenth_is_for_validation_and_a_tenth_for_the_test(count: int, seed: int) -> None:
    share = shares(split_documents([numbered(count)], seed))
    assert share[Split.VALIDATION] == pytest.approx(0.1, abs=0.025)
    assert share[Split.TEST] == pytest.approx(0.1, abs=0.025)


@given(corpora, st.integers(0, 2**31))
@example(["aaaaaa.\na a."], 0)
def test_no_word_is_lost_repeated_or_moved_and_three_are_enough_for_every_split(texts: list[str], seed: int) -> None:
    segments = split_documents(texts, seed)
    everything = " ".join(texts).split()
    assert sorted(" ".join(all_of(segments)).split()) == sorted(everything)
    for some in segments.values():
        place = iter(everything)
        assert all(word in place for word in " ".join(some).split())
        # Each segment is an unbroken passage of one document.
        assert all(segment and any(segment in text for text in texts) for segment in some)
    assert all(segments.values()) if len(everything) >= 3 else segments[Split.TRAIN]


@given(st.integers(12, 400), st.integers(0, 2**31))
def test_every_paragraph_lands_whole_in_exactly_one_split(count: int, seed: int) -> None:
    text = numbered(count)
    segments = split_documents([text], seed)
    for paragraph in text.split("\n\n"):
        assert len(where(segments, paragraph)) == 1


@given(any_corpora, st.integers(0, 2**31))
def test_no_character_of_any_cleaned_text_is_lost(texts: list[str], seed: int) -> None:
    segments = split_documents(texts, seed)
    assert visible(*texts) == visible(*all_of(segments))
    for some in segments.values():
        assert segments_of(join_segments(some)) == some


@pytest.mark.parametrize(
    "text",
    [
        "one\n\ntwo\n\nthree",
        "first line\nsecond line\nthird line\nfourth line",
        "One sentence. Another one! A third?",
        "just five words without stop",
        "一句话。两句话。三句话！四句话？",
        "Title\n\n" + "\n".join("a line of a long poem" for _ in range(400)),
        "x" * 5_000 + " a b c d",
    ],
    ids=["paragraphs", "lines", "sentences", "words", "Chinese", "one huge paragraph", "one huge word"],
)
def test_a_short_or_undivided_text_still_gives_three_splits(text: str) -> None:
    segments = split_documents([text], 0)
    assert all(segments.values())
    assert visible(text) == visible(*all_of(segments))


def test_one_or_two_words_are_for_training_first() -> None:
    assert split_documents(["word"], 0) == {Split.TRAIN: ["word"], Split.VALIDATION: [], Split.TEST: []}
    assert split_documents(["two words"], 0) == {Split.TRAIN: ["two"], Split.VALIDATION: ["words"], Split.TEST: []}
    assert not any(split_documents([], 0).values())


def test_held_out_passages_are_spread_over_the_text_and_long() -> None:
    segments = split_documents([numbered(1_000)], 0)
    for split in (Split.VALIDATION, Split.TEST):
        numbers = [int(segment[:6]) for segment in segments[split]]
        assert len(numbers) == 5
        assert [number // 200 for number in numbers] == [0, 1, 2, 3, 4]
        assert min(map(len, segments[split])) > 2_500


def test_documents_are_never_joined_in_a_segment() -> None:
    texts = [f"Document {number}.\n\n{numbered(3)}" for number in range(60)]
    segments = split_documents(texts, 1)
    assert all(segment.count("Document") <= 1 for some in segments.values() for segment in some)
    assert shares(segments)[Split.TRAIN] == pytest.approx(0.8, abs=0.05)


def test_the_seed_chooses_the_blocks_and_nothing_else_does() -> None:
    text = numbered(500)
    assert split_documents([text], 3) == split_documents([text], 3)
    assert len({str(split_documents([text], seed)) for seed in range(10)}) > 5


def test_a_large_text_with_few_paragraphs_is_divided_at_lines() -> None:
    text = "\n\n".join(
        "\n".join(f"{chapter} {line} " + "word " * 10 for line in range(500)).strip() for chapter in range(3)
    )
    segments = split_documents([clean(text)[0]], 0)
    assert shares(segments)[Split.TRAIN] == pytest.approx(0.8, abs=0.03)
    lines = [line for some in segments.values() for segment in some for line in segment.split("\n") if line]
    assert sorted(lines) == sorted(line for line in clean(text)[0].split("\n") if line)


@given(st.lists(documents, max_size=5))
def test_joined_segments_come_apart_again(segments: list[str]) -> None:
    assert segments_of(join_segments(segments)) == segments


def test_many_documents_are_divided_as_wholes_and_the_shares_are_kept() -> None:
    texts = [f"Document {number}.\n\n{numbered(10 + number % 7)}" for number in range(200)]
    ends = list(accumulate(len(text.encode()) for text in texts))
    by, segments = divide(io.BytesIO("".join(texts).encode()), ends, 3)
    assert by is SplitBy.DOCUMENTS and len(segments) == 200
    whole = ends[-1]
    for split in (Split.VALIDATION, Split.TEST):
        size = sum(segment.end - segment.start for segment in segments if segment.split is split)
        assert size / whole == pytest.approx(0.1, abs=0.02)


def test_few_documents_or_one_that_is_most_of_the_text_are_divided_in_blocks() -> None:
    for texts in ([numbered(50)] * 5, [numbered(2_000), *[numbered(3)] * 40]):
        ends = list(accumulate(len(text.encode()) for text in texts))
        assert divide(io.BytesIO("".join(texts).encode()), ends, 0)[0] is SplitBy.BLOCKS


def test_a_person_may_have_documents_kept_whole_where_there_are_few() -> None:
    texts = [f"{name}\n\n{numbered(9)}" for name in ("one", "two", "three", "four")]
    segments = split_documents(texts, 0, SplitBy.DOCUMENTS)
    assert sorted(all_of(segments)) == sorted(texts) and all(segments.values())


@given(st.text(max_size=300), st.integers(4, 40))
def test_stretches_of_a_text_are_the_text_and_cut_no_character(text: str, size: int) -> None:
    content = text.encode()
    found = list(stretches(io.BytesIO(content), 0, len(content), size))
    assert b"".join(stretch for _, stretch in found) == content
    for place, stretch in found:
        assert content[place : place + len(stretch)] == stretch
        stretch.decode()


def sizes_of(segments: dict[Split, list[str]]) -> dict[Split, int]:
    return {split: sum(map(len, some)) for split, some in segments.items()}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "counts", [(300, 3, 3), (3, 300, 3), (100, 10, 12, 9, 11), (40, 40, 40), (1, 1, 1, 500, 1, 30, 28)]
)
def test_of_unequal_documents_those_are_held_out_that_come_nearest_to_tenths(
    counts: tuple[int, ...], seed: int
) -> None:
    texts = [numbered(count) for count in counts]
    sizes = sizes_of(split_documents(texts, seed, SplitBy.DOCUMENTS))
    assert all(sizes.values()) and sizes[Split.TRAIN] >= max(map(len, texts))
    share, least = sum(map(len, texts)) / 10, min(map(len, texts))
    assert max(sizes[Split.VALIDATION], sizes[Split.TEST]) <= max(2 * share, 1.2 * least)


@pytest.mark.parametrize("character", ["x", "水", "é"])
def test_a_line_without_any_end_is_cut_where_it_must_and_every_split_gets_some(character: str) -> None:
    text = character * 400_000
    segments = split_documents([text], 0)
    assert all(segments.values()) and visible(text) == visible(*all_of(segments))
    assert shares(segments)[Split.TRAIN] == pytest.approx(0.8, abs=0.05)


@pytest.mark.parametrize("count", [3, 8, 60, 600])
def test_lines_that_end_amid_a_sentence_are_not_torn_apart(count: int) -> None:
    said = [f"I never thought that I would see\nriver {number} again, she said.\n" for number in range(count)]
    segments = split_documents(["".join(said)], seed=1)
    assert all(segment.endswith("said.") and segment.startswith("I never") for segment in all_of(segments))
    assert all(segments.values())
