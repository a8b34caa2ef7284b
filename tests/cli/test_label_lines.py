"""What the command line says of an evaluation of many classes."""

from __future__ import annotations

import json

import numpy as np

from workbench.cli.label_documents import label_evaluation_json
from workbench.cli.label_lines import classified_lines, evaluation_lines
from workbench.measuring.label_evaluation import About, measured
from workbench.messages.message import message
from workbench.values.corpus import Split
from workbench.values.labelling import LabelChance, LabelledText
from workbench.values.labels import Example, LabelKind


def test_of_a_text_the_likeliest_of_many_classes_are_told() -> None:
    labels = tuple(LabelChance(f"class {number}", 1 / (number + 1)) for number in range(60))
    lines = list(classified_lines(LabelledText("A day", labels)))
    assert lines[0] == "A day" and "class 49" in lines[50] and lines[51:] == ["  and 10 other classes, in --json"]


def test_of_thousands_of_classes_a_page_is_told_and_all_are_in_json() -> None:
    names = [f"class {number}" for number in range(2000)]
    examples = [Example(f"text {row}", (names[row],)) for row in range(2000)]
    chances = np.full((2000, 2000), 1e-6)
    chances[:, 0] = 0.5
    about = About("m", "c", Split.TEST, LabelKind.CLASSES, several=False, protocol=message("measured.test"), text="0")
    found = measured(about, examples, names, chances).evaluation
    lines = list(evaluation_lines(found))
    assert len(lines) < 80
    assert "  and 1,950 other classes, in --json" in lines
    assert "  class 1 held to be class 0: once" in lines and "  and 1,989 other pairs of classes" in lines
    document = label_evaluation_json(found)
    assert len(document["labels"]) == 2000 and document["confusion"] == ()
    assert document["confused"][0] == {"label": "class 1", "said": "class 0", "count": 1}
    assert len(document["confused"]) + document["confused_further"] == 1999
    assert len(json.dumps(document)) < 500_000
