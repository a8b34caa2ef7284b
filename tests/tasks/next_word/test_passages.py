from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.tasks.next_word.passages import batch_offsets, steps_per_epoch

sizes = st.tuples(st.integers(0, 9), st.integers(20, 400), st.integers(1, 6), st.integers(2, 16))


@given(sizes, st.integers(1, 50))
def test_a_batch_depends_on_nothing_but_seed_and_step(size: tuple[int, int, int, int], step: int) -> None:
    seed, tokens, batch, length = size
    first = batch_offsets(seed, step, tokens, batch, length)
    batch_offsets(seed + 1, step + 7, tokens, batch, length)
    assert np.array_equal(first, batch_offsets(seed, step, tokens, batch, length))


@given(sizes, st.integers(1, 200))
def test_every_passage_and_its_next_token_lie_in_the_text(size: tuple[int, int, int, int], step: int) -> None:
    seed, tokens, batch, length = size
    offsets = batch_offsets(seed, step, tokens, batch, length)
    assert len(offsets) == batch
    assert (offsets >= 0).all() and (offsets + length + 1 <= tokens).all()


def test_an_epoch_reads_each_passage_once() -> None:
    tokens, batch, length = 1_000, 4, 10
    steps = int(steps_per_epoch(tokens, batch, length))
    offsets = np.concatenate([batch_offsets(3, step, tokens, batch, length) for step in range(1, steps + 1)])
    assert len(set(offsets)) == len(offsets) and (np.diff(np.sort(offsets)) >= length).all()


def test_another_seed_and_another_epoch_read_in_another_order() -> None:
    def order(seed: int, first: int) -> list[int]:
        return [int(o) for step in range(first, first + 10) for o in batch_offsets(seed, step, 1_000, 4, 10)]

    assert order(0, 1) != order(1, 1)
    assert order(0, 1) != order(0, 26)
