"""What goes to another process: arrays by name, and checkpoints that come back whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import learner
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.training import checkpoint
from workbench.training.checkpoint import TrainingState, is_intact
from workbench.training.places.keeping import keep_files, keep_only
from workbench.training.places.parcel import OnDisk, content_of, on_disk, packed, unpacked
from workbench.values.fine_tuning import FineTuning


@pytest.mark.parametrize("first", [0, 5, 4096, 70_001])
def test_a_mapped_array_is_named_by_its_place_in_its_file(tmp_path: Path, first: int) -> None:
    file = tmp_path / "tokens.bin"
    np.arange(200_000, dtype=np.uint16).tofile(file)
    part = np.memmap(file, np.uint16, "r")[first : first + 20_000]
    small, made = np.arange(3), np.arange(20_000.0)
    parcel = packed((part, small, made), on_disk)
    assert len(parcel) < made.nbytes + 1000, "the mapped one does not go along"
    back = unpacked(parcel, OnDisk.mapped)
    assert all(np.array_equal(one, other) for one, other in zip(back, (part, small, made), strict=True))
    with_offset = np.memmap(file, np.uint16, "r", offset=2 * 6000)[first : first + 20_000]
    assert np.array_equal(unpacked(packed(with_offset, on_disk), OnDisk.mapped), with_offset)


def test_an_array_is_sent_once_by_what_is_in_it() -> None:
    one, same, other = np.zeros(9000), np.zeros(9000), np.zeros((90, 100))
    sent: dict[object, np.ndarray] = {}

    def by_content(array: np.ndarray) -> object:
        return sent.setdefault(content_of(array), array) is None or content_of(array)

    back = unpacked(packed([one, same, other], by_content), sent.__getitem__)
    assert len(sent) == 2 and [each.shape for each in back] == [(9000,), (9000,), (90, 100)]


def test_a_checkpoint_that_came_damaged_is_refused_and_nothing_else_is_written(tmp_path: Path, tiny_gpt2: Path) -> None:
    network = learner(load(find_model(str(tiny_gpt2))), FineTuning(batch_size=4, context_length=16)).network
    there, here = tmp_path / "there", tmp_path / "here"
    for step in (0, 4):
        checkpoint.save(
            checkpoint.checkpoint_folder(there, step), network, None, TrainingState(0, 8, 1.0, 1.0, 0, 1.0, 0, 0.0)
        )

    def files(step: int) -> dict[str, np.ndarray]:
        every = checkpoint.checkpoint_folder(there, step).iterdir()
        return {each.relative_to(there).as_posix(): np.fromfile(each, np.uint8) for each in every}

    keep_files(here, files(0))
    assert is_intact(checkpoint.checkpoint_folder(here, 0))
    damaged = files(4)
    name = next(each for each in damaged if each.endswith("safetensors"))
    damaged[name][-1] ^= 1
    for sent in (damaged, {"../outside": np.zeros(1, np.uint8)}, {"checkpoints/step-4/a/b": np.zeros(1, np.uint8)}):
        with pytest.raises(KnownError) as refused:
            keep_files(here, sent)
        assert refused.value.code == "checkpoint.damaged"
    assert [each.name for each in (here / "checkpoints").iterdir()] == ["step-00000000"]
    assert [each.name for each in tmp_path.iterdir() if each.name == "outside"] == []
    keep_files(here, files(4))
    keep_only(here, ["step-00000004"])
    assert [each.name for each in (here / "checkpoints").iterdir()] == ["step-00000004"]
