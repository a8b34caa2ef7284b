"""Optimizers whose variables each count their own steps, for layers that join a run late.

Keras's have one count for all. Adam divides by 1 - β^t, which makes up for moments that began with zeros t steps ago
(Kingma & Ba, 2015, section 3); one that joins when t is large would be moved as if its moments had been filled since.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class _Counting:
    """To stand before an optimizer of Keras among the bases of a class."""

    own_steps: Any = None  # int32, this step's number for each variable; None where all have made all steps
    _moving = 0  # which variable

    def update_step(self, gradient: Any, variable: Any, learning_rate: Any) -> None:
        self._moving = self._get_variable_index(variable)  # type: ignore[attr-defined]
        super().update_step(gradient, variable, learning_rate)  # type: ignore[misc]

    @property
    def iterations(self) -> Any:
        """How many steps were made before this one: all that Keras's optimizers ask about the time."""
        if self.own_steps is None:
            return super().iterations  # type: ignore[misc]
        return self.own_steps[self._moving] - 1


def counting(kind: type) -> Any:
    """The optimizer `kind`, able to count for each variable apart."""
    return type(kind.__name__, (_Counting, kind), {})


@contextmanager
def counted(optimizer: Any, own_steps: Any) -> Iterator[None]:
    """While this is open, a step of `optimizer` is the `own_steps`-th one of each variable, counted from 1."""
    optimizer.own_steps = own_steps
    try:
        yield
    finally:
        optimizer.own_steps = None
