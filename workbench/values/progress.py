"""How far a long action is."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.messages.message import Message


@dataclass(frozen=True)
class Progress:
    """How far a long action is; `total` is 0 while it is not known."""

    done: int
    total: int
    what: Message | str = ""  # a name, such as of a file, is a string
    seconds_left: float | None = None  # where it can be told
