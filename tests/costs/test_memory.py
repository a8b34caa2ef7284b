"""Memory, measured on the real process and on one that is ended."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from workbench.costs.memory import MemoryWatch, available_bytes, peak_while
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.memory_trial import step_fits_in_subprocess
from workbench.values.fine_tuning import FineTuning

MEGABYTE = 1_000_000


def test_the_peak_of_what_is_let_go_again_is_seen() -> None:
    def hold() -> int:
        held = np.ones(300 * MEGABYTE, np.uint8)
        end = time.monotonic() + 0.1
        while time.monotonic() < end:
            pass
        return int(held[-1])

    result, peak = peak_while(hold)
    assert result == 1 and 290 * MEGABYTE < peak < 400 * MEGABYTE


def test_a_failing_action_ends_its_measuring() -> None:
    with pytest.raises(ZeroDivisionError):
        peak_while(lambda: 1 // 0)


def test_the_watch_compares_what_is_left_with_its_reserve() -> None:
    assert MemoryWatch(reserve=2 * available_bytes()).is_short()
    assert not MemoryWatch(reserve=0).is_short()


@pytest.mark.parametrize(("reserve", "fits"), [(0, True), (10**15, False)])
def test_a_step_is_tried_in_a_process_apart(tiny_gpt2: Path, tmp_path: Path, reserve: int, fits: bool) -> None:
    load(find_model(str(tiny_gpt2))).save_architecture(tmp_path)
    trying = step_fits_in_subprocess(
        tmp_path, FineTuning(batch_size=4, context_length=16, learning_rate=1e-3), NEXT_WORD, reserve
    )
    with pytest.raises(StopIteration) as ended:
        while True:
            next(trying)
    assert ended.value.value is fits
