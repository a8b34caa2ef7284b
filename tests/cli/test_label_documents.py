"""The table of texts that were labelled."""

from __future__ import annotations

from workbench.cli.commands.asking import place_of
from workbench.cli.label_documents import classified_csv
from workbench.cli.label_lines import mistake_line
from workbench.values.labelling import LabelChance, LabelledText, Mistake


def test_names_of_labels_that_look_like_formulas_are_shown_and_texts_stay_as_they_are() -> None:
    found = [LabelledText("- no, said Anna", (LabelChance("=bad", 0.75), LabelChance("good", 0.25)))]
    lines = classified_csv(found, several=False).splitlines()
    assert lines == ["text,label,'=bad,good", '"- no, said Anna",\'=bad,0.750000,0.250000']


def test_a_predicate_that_stands_twice_is_asked_for_by_its_number() -> None:
    words = ("He", "said", "she", "said", "#2")
    assert [place_of(asked, words) for asked in ("said", "said#1", "said#2", "#2")] == [1, 1, 3, 4]
    assert [place_of(asked, words) for asked in ("said#3", "said#0", "says", "said#two")] == [None] * 4


def test_of_a_text_of_which_no_label_was_told_that_is_said() -> None:
    assert mistake_line(Mistake("Dull.", "comedy", "", 0.5)) == "  comedy held to be – (50%)  Dull."
