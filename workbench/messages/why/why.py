"""What is said of one setting."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = "Why"  # under which a translation is looked for


@dataclass(frozen=True)
class Why:
    """English sentences, to be translated; of what is switched, `raised` is on, and of a choice, another one."""

    raised: str
    lowered: str
    when: str  # one would
    cost: str  # in time and memory, on any computer
    paper: str = ""  # the same in every language; empty where it is nobody's in particular
