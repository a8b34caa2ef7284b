"""What a person reads in place of the choices of a setting."""

from __future__ import annotations

from workbench.values.choices import CHOICES
from workbench.values.methods import LoraTargets, Method, Mixing, Optimizer, Pooling, Precision, Schedule


def test_no_choice_is_told_in_the_words_of_another_settings() -> None:
    kinds = (Method, LoraTargets, Pooling, Optimizer, Schedule, Mixing, Precision)
    every = [str(choice) for kind in kinds for choice in kind]
    assert len(set(every)) == len(every) == len(CHOICES)  # they are found by their text alone
