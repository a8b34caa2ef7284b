"""When, and on which thread, Python looks for garbage: objects that hold each other in circles."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FULL_SHARE = 0.05  # of the time may be spent on looking through all objects that there are
_lock = threading.Lock()
_put_off = 0  # blocks of `without_collecting`
_owned = 0  # blocks of `collected_by`
_collector: Callable[[], object] = gc.collect
_next_full = 0.0  # before that time nobody looks through all of them again


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put off the collection of garbage: an import makes a million objects that stay, and each search among them stops
    every thread, for half a second in the end; TensorFlow is imported in half the time without."""
    _count(put_off=+1)
    try:
        yield
    finally:
        _count(put_off=-1)


@contextmanager
def collected_by(collector: Callable[[], object]) -> Iterator[None]:
    """Within the block garbage is collected where `collect_if_due` is called, and by `collector`, which `collect` calls
    from any thread, alone."""
    global _collector
    before, _collector = _collector, collector
    _count(owned=+1)
    try:
        yield
    finally:
        _count(owned=-1)
        _collector = before


def collect() -> None:
    """Let go of all garbage now: networks and their compiled programs hold each other in circles."""
    _collector()


def collect_if_due() -> None:
    """Do on this thread what Python would have done by itself since the last call, unless it is put off.

    Python looks through all objects again when a quarter of them is new, which it tells nobody; here it is when that
    took a small share of the time.
    """
    global _next_full
    if _put_off:
        return
    begun = time.monotonic()
    counts = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
    young = len(counts) - 1 if begun < _next_full else len(counts)
    due = [generation for generation, (counted, most) in enumerate(counts[:young]) if counted > most]
    if due:
        gc.collect(due[-1])
        if due[-1] == len(counts) - 1:
            ended = time.monotonic()
            _next_full = ended + (ended - begun) / FULL_SHARE


def keep_for_good() -> None:
    """Let the collector pass over all that there is now, so that what it does later takes some milliseconds."""
    gc.freeze()


def _count(put_off: int = 0, owned: int = 0) -> None:
    global _put_off, _owned
    with _lock:
        _put_off += put_off
        _owned += owned
        if _put_off or _owned:
            gc.disable()
        else:
            gc.enable()
