"""A text in shards reads as the text does, from a disk that has room for few of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.corpora.encoding import EncodedCorpus
from workbench.corpora.shards import Layout, ShardedTokens, Shards
from workbench.messages.errors import KnownError
from workbench.tasks.next_word.passages import Passages
from workbench.tasks.task import Share
from workbench.training.places.parcel import OnDisk, consigned, in_shards, on_disk, unpacked
from workbench.values.fine_tuning import FineTuning

OF_EACH = 100  # tokens
SHARD_BYTES = 2 * OF_EACH


class Home:
    """Where a text is whole, and brings what is wanted of it."""

    def __init__(self, folder: Path, tokens: int) -> None:
        self.whole = np.random.default_rng(tokens).integers(0, 60_000, tokens).astype(np.uint16)
        self.whole.tofile(folder / "train.bin")
        mapped = np.memmap(folder / "train.bin", np.uint16, "r")
        lying = on_disk(mapped)
        assert lying is not None
        self.layout, self.shards = in_shards(lying, OF_EACH)
        self.brought: list[str] = []
        self.most = 0  # bytes, that lay there at once

    @contextmanager
    def bringing(
        self, folder: Path, most_bytes: int, content: Callable[[OnDisk], np.ndarray | None] = OnDisk.mapped
    ) -> Iterator[ShardedTokens]:
        shards = Shards(folder, most_bytes)

        def bring() -> None:
            while names := shards.wanted():
                for name in names:
                    self.brought.append(name)
                    shards.bring(name, content(self.shards[name]))
                    self.most = max(self.most, sum(each.stat().st_size for each in folder.glob("*")))

        thread = threading.Thread(target=bring)
        thread.start()
        try:
            yield ShardedTokens(self.layout, shards)
        finally:
            shards.end()
            thread.join(10)
            assert not thread.is_alive()


@given(st.data())
def test_each_slice_is_that_of_the_whole(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    home = Home(tmp_path_factory.mktemp("home"), data.draw(st.integers(1, 350)))
    with home.bringing(tmp_path_factory.mktemp("there"), SHARD_BYTES) as text:
        assert len(text) == len(home.whole)
        for _ in range(3):
            wanted = slice(*(data.draw(st.none() | st.integers(-400, 400)) for _ in range(2)))
            assert np.array_equal(text[wanted], home.whole[wanted])


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_read_the_rows_of_the_whole_each_its_own_from_two_shards_of_disk(tmp_path: Path, workers: int) -> None:
    settings = FineTuning(batch_size=2, accumulate=4, context_length=30)
    home = Home(tmp_path, 1250)
    whole = Passages.of(EncodedCorpus(home.whole, home.whole[:40], home.whole[:0]), settings)
    expected = [whole.batch(3, step) for step in range(1, 20)]
    for rank in range(workers):
        home.brought.clear()
        share = Share(rank, workers)
        with home.bringing(tmp_path / str(rank), 2 * SHARD_BYTES) as text:
            own = Passages.of(EncodedCorpus(text, text, text), settings).shared(share)  # type: ignore[arg-type]
            for step, (inputs, targets) in enumerate(expected, 1):
                found = own.batch(3, step)
                assert np.array_equal(found.inputs, share.of(inputs))
                assert np.array_equal(found.targets, share.of(targets))
        assert len(home.brought) > 13, "there was no room for all of them"
        assert 0 < home.most <= 2 * SHARD_BYTES


def test_only_those_shards_are_brought_that_are_read_and_only_once_where_there_is_room(tmp_path: Path) -> None:
    home = Home(tmp_path, 1250)
    with home.bringing(tmp_path / "there", 20 * SHARD_BYTES) as text:
        for _ in range(2):
            assert np.array_equal(text[150:310], home.whole[150:310])
        assert home.brought == list(home.layout.names[1:4])
        text.expect([0, 120, 1240], 30)  # of which one is there, and another one ends with the text
        assert np.array_equal(text[1240:], home.whole[1240:])
    assert home.brought == [home.layout.names[each] for each in (1, 2, 3, 0, 12)]


@pytest.mark.parametrize("content", [lambda shard: None, lambda shard: shard.mapped()[::-1]])
def test_what_is_gone_or_has_changed_is_not_read(
    tmp_path: Path, content: Callable[[OnDisk], np.ndarray | None]
) -> None:
    home = Home(tmp_path, 250)
    with home.bringing(tmp_path / "there", SHARD_BYTES, content) as text:
        for _ in range(2):
            with pytest.raises(KnownError) as refused:
                text[10:20]
            assert refused.value.code == "place.text_changed"


def test_in_a_parcel_a_text_is_how_it_lies(tmp_path: Path) -> None:
    file = tmp_path / "train.bin"
    np.arange(20_000, dtype=np.uint32).tofile(file)
    text = EncodedCorpus(np.memmap(file, np.uint32, "r")[:19_000], np.arange(5), np.arange(0), "letters")

    sent = consigned(text, 8000)
    back = unpacked(sent.parcel, lambda layout: layout)
    assert not sent.arrays and list(sent.shards) == list(back.train.names)
    assert isinstance(back.train, Layout) and len(back.train.names) == 3
    assert (back.train.tokens, back.train.dtype, back.name) == (19_000, "<u4", "letters")
    assert np.array_equal(back.validation, np.arange(5))
