"""The examples of an import: whoever waits for them gets to say stop, however many there are."""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from pathlib import Path

from tests.corpora.driving import run
from workbench.corpora.example_store import EXAMPLES_A_STEP, ExampleStore
from workbench.corpora.label_checks import why_no_labels
from workbench.values.corpus import Split
from workbench.values.labels import Example, LabelKind

COUNT = 5 * EXAMPLES_A_STEP


def test_no_step_handles_more_than_so_many_examples(tmp_path: Path) -> None:
    texts = [f"Text {number}" for number in range(COUNT)]
    with closing(ExampleStore(tmp_path)) as examples:
        examples.begin(LabelKind.CLASSES, "a.csv")
        for number, text in enumerate(texts):
            examples.add(number, Example(text, (f"class {number % 3}",)))
        looking = run(why_no_labels(examples, []))
        asking = run(examples.labels_of(COUNT))
        writing = run(examples.write(tmp_path, [Split.TRAIN] * COUNT, texts, {}))
    for steps, _ in (looking, asking, writing):
        assert max(after - before for before, after in pairwise((0, *steps, COUNT))) <= EXAMPLES_A_STEP
    assert looking[1] is None
    assert asking[1] == [(f"class {number % 3}",) for number in range(COUNT)]
    assert writing[1].examples["train"] == COUNT
