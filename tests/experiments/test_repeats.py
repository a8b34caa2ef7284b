"""What stands in a text most often is found, wherever, and is never said to stand there more often than it does."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench.experiments.repeats as repeats
from workbench.experiments.repeats import SPAN, most_repeated
from workbench.experiments.verbatim import GRAM, apart, longest_runs, times_in

Tokens = list[int]
FEW = st.lists(st.integers(0, 2), max_size=80)
MANY = st.lists(st.integers(0, 40), max_size=60)


def times_apart(text: Tokens, run: Tokens) -> int:
    """By looking at every place: how often `run` stands in `text` without overlapping itself."""
    count = place = 0
    while place + len(run) <= len(text):
        is_there = text[place : place + len(run)] == run
        count += is_there
        place += len(run) if is_there else 1
    return count


def reported(text: Tokens, span: int = 4) -> list[tuple[Tokens, int]]:
    found = list(most_repeated(np.array(text, np.uint16), span))
    return [(text[each.start : each.start + each.length], each.times) for each in found]


@given(FEW)
def test_no_passage_is_said_to_stand_more_often_than_it_does(text: Tokens) -> None:
    for passage, times in reported(text):
        assert len(passage) >= 4 and 2 <= times <= times_apart(text, passage)


@settings(max_examples=200)
@given(st.lists(MANY, min_size=4, max_size=6), st.lists(st.integers(0, 40), min_size=6, max_size=12))
def test_what_is_planted_three_times_is_found(parts: list[Tokens], planted: Tokens) -> None:
    text = [*parts[0]]
    for number, part in enumerate(parts[1:]):
        # Apart from each other, else what stands across the ends of two copies may be told in their place.
        text += [100 + number, *planted, 200 + number, *part]
    common = [passage for passage, times in reported(text) if times >= 3 and shares(passage, planted, 4)]
    assert common


def shares(passage: Tokens, planted: Tokens, span: int) -> bool:
    spans = {tuple(planted[place : place + span]) for place in range(len(planted) - span + 1)}
    return any(tuple(passage[place : place + span]) in spans for place in range(len(passage) - span + 1))


def test_the_whole_passage_is_told_and_only_once() -> None:
    draw = np.random.default_rng(0)
    text = draw.integers(0, 5000, 20_000)
    for size, times, first in ((40, 30, 0), (100, 7, 10_000)):
        passage = draw.integers(0, 5000, size)
        for number in range(times):
            text[first + 150 * number : first + 150 * number + size] = passage
    found = list(most_repeated(text.astype(np.uint16)))
    assert [(each.start, each.length, each.times) for each in found] == [(0, 40, 30), (10_000, 100, 7)]


def test_of_a_text_longer_than_can_be_held_passages_are_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "MOST_KEPT", 1 << 13)
    monkeypatch.setattr(repeats, "CHUNK", 1 << 12)
    draw = np.random.default_rng(1)
    text = draw.integers(0, 5000, 60_000)
    passage = draw.integers(0, 5000, 90)
    places = np.sort(draw.choice(600, 5, replace=False)) * 100
    for place in places:
        text[place : place + 90] = passage
    (found,) = islice(most_repeated(text.astype(np.uint16)), 2)
    assert (found.start, found.length, found.times) == (places[0], 90, 5)


@pytest.mark.parametrize("size", [0, 1, SPAN, 2 * SPAN - 1])
def test_a_short_text_repeats_nothing(size: int) -> None:
    assert list(most_repeated(np.arange(size, dtype=np.uint16))) == []


def test_a_passage_that_follows_on_itself_is_counted_each_time() -> None:
    found = list(most_repeated(np.tile(np.arange(20, dtype=np.uint16), 6)))
    assert [(each.length, each.times) for each in found[:1]] == [(20, 6)]


@given(FEW, st.integers(0, 60))
def test_runs_are_counted_as_by_looking_at_every_place(text: Tokens, start: int) -> None:
    run = text[start : start + 10]
    if len(run) >= GRAM:
        assert times_in([np.array(run)], np.array(text)) == [times_apart(text, run)]


def test_places_apart_do_not_overlap() -> None:
    assert apart(np.array([0, 1, 3, 4, 9]), 3).tolist() == [0, 3, 9] and apart(np.array([], int), 3).tolist() == []


def test_a_passage_that_stands_everywhere_does_not_hide_another_one() -> None:
    draw = np.random.default_rng(2)
    common, rare = draw.integers(0, 500, 12), draw.integers(0, 500, 40)
    text = np.concatenate([np.tile(common, 3000), rare])
    assert longest_runs([common, rare], text)[1] == (0, 40)
