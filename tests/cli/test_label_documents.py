"""The table of texts that were labelled."""

from __future__ import annotations

from workbench.cli.label_documents import classified_csv
from workbench.values.labelling import LabelChance, LabelledText


def test_names_of_labels_that_look_like_formulas_are_shown_and_texts_stay_as_they_are() -> None:
    found = [LabelledText("- no, said Anna", (LabelChance("=bad", 0.75), LabelChance("good", 0.25)))]
    lines = classified_csv(found, several=False).splitlines()
    assert lines == ["text,label,'=bad,good", '"- no, said Anna",\'=bad,0.750000,0.250000']
