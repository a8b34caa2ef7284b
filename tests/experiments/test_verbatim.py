"""Runs in common are found wherever they lie, against a search that compares everything."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbench.experiments.verbatim as verbatim
from workbench.experiments.verbatim import GRAM, longest_runs


def by_comparing_everything(written: list[int], text: list[int]) -> int:
    longest = 0
    for place in range(len(written)):
        for start in range(len(text)):
            length = 0
            while (
                place + length < len(written)
                and start + length < len(text)
                and written[place + length] == text[start + length]
            ):
                length += 1
            longest = max(longest, length)
    return longest if longest >= GRAM else 0


@given(st.lists(st.integers(0, 1), max_size=30), st.lists(st.integers(0, 1), max_size=60))
def test_the_longest_run_is_found(written: list[int], text: list[int]) -> None:
    ((place, length),) = longest_runs([np.array(written, np.int64)], np.array(text, np.int64))
    assert length == by_comparing_everything(written, text)
    assert length == 0 or by_comparing_everything(written[place : place + length], text) == length


def test_a_run_across_the_pieces_in_which_a_long_text_is_read_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbatim, "CHUNK", 50)
    text = np.random.default_rng(0).integers(0, 1000, 400)
    written = np.concatenate([[7, 7], text[30:90], [7]])
    assert longest_runs([written, text[: GRAM - 1]], text) == [(2, 60), (0, 0)]
