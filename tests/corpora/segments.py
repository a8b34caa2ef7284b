"""The passages in the text of a split's file, read whole; the program itself reads them one at a time."""

from __future__ import annotations

from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR


def segments_of(text: str) -> list[str]:
    """The inverse of `join_segments`."""
    return text.removesuffix("\n").split(f"\n{SEGMENT_SEPARATOR}\n") if text else []
