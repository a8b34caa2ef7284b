"""How much memory training takes, measured, and a watch that ends it before the computer runs out."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import psutil

T = TypeVar("T")

SECONDS_BETWEEN_SAMPLES = 0.005
SECONDS_BETWEEN_LOOKS = 0.5


def reserve_bytes() -> int:
    """What is left to everything else: a twentieth of the memory, at least 400 MB."""
    return max(400_000_000, int(psutil.virtual_memory().total) // 20)


def available_bytes() -> int:
    """What programs can still take before the system must push others out."""
    return int(psutil.virtual_memory().available)


def peak_while(action: Callable[[], T]) -> tuple[T, int]:
    """The action's result and the most bytes that this process held meanwhile, beyond those it held before.

    Sampled from a thread beside it, since no system tells the peak of an interval; XLA's buffers live for most of a
    step, so that samples do not miss them.
    """
    process = psutil.Process()
    before = highest = process.memory_info().rss
    done = threading.Event()

    def sample() -> None:
        nonlocal highest
        while not done.wait(SECONDS_BETWEEN_SAMPLES):
            highest = max(highest, process.memory_info().rss)

    thread = threading.Thread(target=sample, name="memory samples", daemon=True)
    thread.start()
    try:
        result = action()
    finally:
        done.set()
        thread.join()
    return result, max(0, highest - before)


def give_back() -> None:
    """Give the system what was freed here: the C library of Linux keeps it for itself, after compiling some 300 MB."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # of another C library
            ctypes.CDLL(None).malloc_trim(0)


class MemoryWatch:
    """Says when less than `reserve` bytes are left to the computer, looking twice a second at the most."""

    def __init__(self, reserve: int | None = None) -> None:
        self.reserve = reserve_bytes() if reserve is None else reserve
        self._looked = -SECONDS_BETWEEN_LOOKS

    def is_short(self) -> bool:
        now = time.monotonic()
        if now - self._looked < SECONDS_BETWEEN_LOOKS:
            return False
        self._looked = now
        return available_bytes() < self.reserve
