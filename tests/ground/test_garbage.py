"""When and on which thread garbage is collected."""

from __future__ import annotations

import gc
from threading import Thread, current_thread
from typing import ClassVar

import pytest

from workbench.ground.garbage import collect, collect_if_due, collected_by, without_collecting


class Circle:
    """Garbage as soon as nobody else knows it; says on which thread it was found."""

    found_on: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.circle = self

    def __del__(self) -> None:
        self.found_on.append(current_thread().name)


@pytest.fixture(autouse=True)
def nothing_found() -> None:
    gc.collect()
    Circle.found_on.clear()


def test_garbage_is_collected_again_after_the_last_import() -> None:
    before = gc.isenabled()
    with without_collecting():
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() == before


def test_what_is_put_off_is_not_due() -> None:
    with collected_by(gc.collect):
        with without_collecting():
            make_much()
            collect_if_due()
            assert not Circle.found_on
        collect_if_due()
        assert Circle.found_on


def test_another_thread_asks_and_collects_nothing_itself() -> None:
    asked: list[str] = []
    with collected_by(lambda: asked.append(current_thread().name)):
        other = Thread(target=lambda: (make_much(), collect()), name="other")
        other.start()
        other.join()
        assert asked == ["other"] and not Circle.found_on
    collect()
    assert set(Circle.found_on) == {"MainThread"}


def make_much() -> None:
    for _ in range(5 * gc.get_threshold()[0]):
        Circle()


def test_all_objects_are_not_looked_through_again_at_once() -> None:
    kept = [[number] for number in range(300_000)]
    with collected_by(gc.collect):
        before = full_collections()
        for _ in range(5):
            for _ in range(2 * gc.get_threshold()[2]):
                gc.collect(1)
            collect_if_due()
        assert full_collections() - before <= 1, f"beside {len(kept)} that stay"


def full_collections() -> int:
    return gc.get_stats()[2]["collections"]
