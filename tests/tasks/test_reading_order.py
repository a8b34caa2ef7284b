"""Examples of about the same length are read together, and nothing of that is seen in what is learnt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.corpora.encoded_examples import Encoded, EncodedExamples
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.tasks.labelled_task import LabelledTask
from workbench.tasks.labels.task import LabelTexts
from workbench.tasks.reading_order import SHORTEST, WORTH, ReadingOrder, lengths_worth
from workbench.tasks.tags.task import TagWords
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.methods import Pooling

TOKENS = st.lists(st.integers(1, 200), min_size=1, max_size=120)
AT_ONCE = st.integers(1, 16)


@given(TOKENS, AT_ONCE, st.integers(0, 3))
def test_no_example_is_read_again_before_all_others_were(tokens: list[int], at_once: int, seed: int) -> None:
    order, read = ReadingOrder.of(tokens, 128, at_once), np.zeros(len(tokens), int)
    for step in range(1, 2 * len(tokens) + 1):
        np.add.at(read, order.numbers(seed, step), 1)
        assert read.max() - read.min() <= 1
    assert set(read) == {2 * at_once}


@given(TOKENS, AT_ONCE, st.integers(0, 3), st.integers(1, 300))
def test_what_a_step_reads_follows_from_seed_and_number(tokens: list[int], at_once: int, seed: int, step: int) -> None:
    one, other = (ReadingOrder.of(list(tokens), 128, at_once) for _ in range(2))
    for earlier in range(1, 5):
        other.numbers(seed + 1, earlier)  # whatever was asked for before
    assert one.numbers(seed, step).tolist() == other.numbers(seed, step).tolist()
    longest = max(min(128, tokens[number]) for number in one.numbers(seed, step))
    assert one.length_at(seed, step) == next(length for length in one.lengths if length >= longest)


def test_another_epoch_and_another_seed_are_other_orders() -> None:
    order = ReadingOrder.of([10, 50, 100] * 40, 128, 4)
    read = [[order.numbers(seed, step).tolist() for step in steps] for seed, steps in (
        (0, range(1, 31)), (0, range(31, 61)), (1, range(1, 31)),
    )]  # fmt: skip
    assert read[0] != read[1] != read[2] != read[0]
    lengths = [order.length_at(0, step) for step in range(1, 31)]
    assert lengths != sorted(lengths)  # the short ones do not all come first


def test_nearly_all_steps_read_one_length() -> None:
    tokens = np.random.default_rng(0).choice([10, 60, 120], 1000).tolist()
    order = ReadingOrder.of(tokens, 128, 32)
    assert order.lengths == (16, 64, 128)
    mixed = sum(len({order.kinds[number] for number in order.numbers(0, step)}) > 1 for step in range(1, 32))
    assert mixed <= 3
    read = sum(32 * order.length_at(0, step) for step in range(1, 32))
    assert read < 0.6 * 31 * 32 * 128 and order.tokens_per_step == pytest.approx(read / 31, rel=0.05)


@given(TOKENS, st.integers(1, 40).map(lambda number: 8 * number))
def test_a_length_is_compiled_where_it_spares_enough(tokens: list[int], longest: int) -> None:
    read = np.minimum(tokens, longest)
    lengths = lengths_worth(read, longest)
    assert lengths[-1] == longest and list(lengths) == sorted(set(lengths))
    assert all(length % SHORTEST == 0 for length in lengths[:-1])

    def padded(lengths: Sequence[int]) -> int:
        return sum(min(length for length in lengths if length >= each) for each in read)

    for another in (16, 32, 64, 128, 256):
        if another < longest:
            assert padded(lengths) - padded((*lengths, another)) < WORTH * padded(lengths)
    if len(lengths) > 1:
        assert padded((longest,)) - padded(lengths) >= WORTH * padded((longest,))


@pytest.mark.parametrize("pooling", [Pooling.CONCAT, Pooling.LAST, Pooling.WORDS])
@pytest.mark.parametrize("beside", [0.0, 0.5])
def test_a_loss_is_the_same_however_long_the_rows_are(tiny_gpt2: Path, pooling: Pooling, beside: float) -> None:
    settings = FineTuning(batch_size=4, context_length=32, pooling=pooling, language_model=beside, label_smoothing=0.1)
    classes = LabelTexts(LabelSet(LabelKind.CLASSES, ("a", "b"), (1, 1), 2))
    losses = losses_of(classes, tiny_gpt2, settings, lambda length: np.array(length % 2))
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)


def test_a_loss_of_tags_is_the_same_however_long_the_rows_are(tiny_gpt2: Path) -> None:
    tags, settings = TagWords(LabelSet(LabelKind.TAGS, ("O", "B-X"), (), 1)), FineTuning(context_length=32)
    losses = losses_of(tags, tiny_gpt2, settings, lambda length: np.arange(length) % 3 - 1)
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)


def losses_of(
    task: LabelledTask, model: Path, settings: FineTuning, targets: Callable[[int], np.ndarray]
) -> list[list[float]]:
    """Of the same examples in rows of 16 and of 32 tokens."""
    draw = np.random.default_rng(0)
    every = tuple(
        Encoded(draw.integers(0, 50, length).astype(np.int32), targets(length).astype(np.int32), np.empty(0, np.int32))
        for length in (3, 9, 12, 7)
    )
    loaded = load(find_model(str(model)))
    rows, network = (
        task.dataset(EncodedExamples(every, every, ()), loaded.tokenizer, settings),
        task.head(loaded, settings),
    )
    found = []
    for length in (16, 32):
        batch = replace(rows, order=replace(rows.order, lengths=(length,))).of_these(every)
        assert batch.inputs.shape == (4, length)
        losses = task.objective(network(task.feed(batch.inputs)), batch.targets, settings)
        found.append([float(each) for each in losses])
    return found
