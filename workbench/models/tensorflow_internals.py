"""What is asked of TensorFlow beyond what it promises: a new release may drop any of it, and then only this changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

_numbers = threading.local()


@contextmanager
def numbered_from(first: int) -> Iterator[None]:
    """What this thread traces meanwhile is numbered from `first` on, which must be another one each time.

    The numbers stand in the names of functions, and TensorFlow counts all that a process has traced before: the same
    function would have another name in each process.
    """
    from tensorflow.python.framework import ops

    if not hasattr(ops.uid, "counted"):
        ops.uid = _counting(ops.uid)
    before = getattr(_numbers, "of_this_thread", None)
    _numbers.of_this_thread = count(first)
    try:
        yield
    finally:
        _numbers.of_this_thread = before


def _counting(counted: Callable[[], int]) -> Any:
    def uid() -> int:
        numbers = getattr(_numbers, "of_this_thread", None)
        return counted() if numbers is None else next(numbers)

    uid.counted = counted  # type: ignore[attr-defined]
    return uid
