"""Checkpoints on a disk that is full: the one before stays, nothing half-made remains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full_disk import files_of_at_most
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.training import checkpoint
from workbench.training.checkpoint import TrainingState, checkpoint_folder
from workbench.training.optimizers import make_optimizer
from workbench.values.fine_tuning import FineTuning

STATE = TrainingState(
    step=4, total_steps=12, base_loss=5.0, best_loss=4.0, best_step=4, last_loss=4.0, without_improvement=0, seconds=9.0
)


@pytest.mark.parametrize("room", [0, 5_000, 60_000], ids=["for nothing", "for some weights", "for all weights"])
def test_a_full_disk_leaves_the_checkpoint_before(tiny_gpt2: Path, tmp_path: Path, room: int) -> None:
    model = load(find_model(str(tiny_gpt2)))
    optimizer = make_optimizer(FineTuning(learning_rate=1e-3), model.network.trainable_variables)
    earlier, later = (checkpoint_folder(tmp_path, step) for step in (4, 8))
    checkpoint.save(earlier, model.network, optimizer, STATE)
    with files_of_at_most(room), pytest.raises(KnownError) as refused:
        checkpoint.save(later, model.network, optimizer, STATE)
    assert refused.value.code == "disk.full"
    assert [folder.name for folder in earlier.parent.iterdir()] == [earlier.name]
    assert checkpoint.is_intact(earlier)
    assert checkpoint.load(earlier, model.network, optimizer) == STATE
    checkpoint.save(later, model.network, optimizer, STATE)  # once there is room again
    assert checkpoint.is_intact(later)
