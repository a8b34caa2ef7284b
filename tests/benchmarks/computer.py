"""What speeds are read on, which stands above each table of them."""

from __future__ import annotations

from workbench.ground.processor import processor, threads


def computer() -> str:
    return f"{processor()}, {threads()} cores"
