"""Steps that remember what they saw, from block to block or from text to text."""

from __future__ import annotations


class Remembering:
    """A cleaning step with a memory. A document that cannot be read to its end must leave nothing in it."""

    def __call__(self, text: str) -> str:
        raise NotImplementedError

    def begin_text(self) -> None:
        """What comes next does not follow on what came before."""

    def begin_document(self) -> None:
        """What comes next may have to be taken back."""

    def take_back(self) -> None:
        """Forget what was seen since the document began."""
