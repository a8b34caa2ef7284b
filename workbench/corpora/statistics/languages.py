"""Which language a paragraph is in."""

from __future__ import annotations

from workbench.ground.scripts import DENSE, count

FEWEST_LETTERS = 30  # a shorter passage could be in many languages


def language_of(text: str) -> str:
    """The ISO 639-1 code of the likeliest language; empty for a passage that is too short to tell."""
    sample = text[:1_000]
    letters = sum(character.isalpha() for character in sample)
    if letters + 2 * count(DENSE, sample) < FEWEST_LETTERS:
        return ""
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
