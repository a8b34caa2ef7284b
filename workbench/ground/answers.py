"""Reading what others have written, where any field may be missing or of another kind than it should be."""

from __future__ import annotations

from typing import Any


def dictionary(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def texts(value: object) -> tuple[str, ...]:
    """One text or several; authors write both."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
