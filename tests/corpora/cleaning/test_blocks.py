"""Where a long text is cut for cleaning does not depend on the pieces it comes in, nor how much is looked at for it."""

from __future__ import annotations

import random

import pytest

from workbench.corpora.cleaning import cleaner


def looked_at(monkeypatch: pytest.MonkeyPatch, pieces: list[str]) -> int:
    """Characters that are looked through for places to cut at."""
    seen = 0
    plain = cleaner.cut

    def counted(text: str, longest: int) -> tuple[int, int, str] | None:
        nonlocal seen
        seen += len(text)
        return plain(text, longest)

    with monkeypatch.context() as patch:
        patch.setattr(cleaner, "cut", counted)
        list(cleaner.blocks(pieces, cleaner.LONGEST_BLOCK))
    return seen


def test_a_text_of_short_lines_without_blank_ones_is_looked_through_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size = 4 * cleaner.LONGEST_BLOCK
    once, twice = (looked_at(monkeypatch, ["06\n"] * (size * times // 3)) for times in (1, 2))
    assert 0 < once < 16 * size and twice < 2.5 * once


@pytest.mark.parametrize("seed", range(4))
def test_the_blocks_are_the_same_in_whatever_pieces_a_text_comes(seed: int) -> None:
    draw = random.Random(seed)
    ends = ["\n", "\n", "\n\n" if seed % 2 else "\n"]
    lines = ["word " * draw.randint(1, 40) + draw.choice(ends) for _ in range(12_000)]
    text = "".join(lines)
    assert len(text) > cleaner.LONGEST_BLOCK
    whole = list(cleaner.blocks([text], cleaner.LONGEST_BLOCK))
    assert list(cleaner.blocks(lines, cleaner.LONGEST_BLOCK)) == whole
    assert "".join(block + joiner for block, joiner in whole) == text
