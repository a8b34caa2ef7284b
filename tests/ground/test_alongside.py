"""Work that cannot be interrupted, beside whoever waits for it or does not."""

from __future__ import annotations

import threading

import pytest

from workbench.ground.alongside import alongside, is_any_left, until_none_is_left
from workbench.ground.generators import last


def test_it_returns_what_the_work_returned_and_raises_what_it_raised() -> None:
    assert last(alongside(lambda: 6 * 7)) == 42
    with pytest.raises(ZeroDivisionError):
        last(alongside(lambda: 1 / 0))
    assert not is_any_left()


def test_whoever_waits_can_leave_and_the_next_work_begins_when_what_was_left_has_ended() -> None:
    may_end, order = threading.Event(), []

    def stubborn() -> None:
        may_end.wait()
        order.append("stubborn")

    waiting = alongside(stubborn)
    next(waiting)
    waiting.close()
    assert is_any_left()
    then = alongside(lambda: order.append("then"))
    next(then)
    assert not order
    may_end.set()
    last(then)
    assert order == ["stubborn", "then"] and not is_any_left()


def test_what_is_left_can_be_waited_for() -> None:
    may_end = threading.Event()
    waiting = alongside(may_end.wait)
    next(waiting)
    waiting.close()
    left = until_none_is_left()
    next(left)
    may_end.set()
    last(left)
    assert not is_any_left()
