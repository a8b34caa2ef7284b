"""Every family's head tells what `transformers` says that the exported folder tells, on one text and on several."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.exporting.labels.peer_labels import KINDS, TEXTS, WORDS, made
from tests.tiny_families import EVERY
from workbench.corpora.labelled import joined
from workbench.values.labels import Example

# The logits of AutoModelForSequenceClassification and …TokenClassification of transformers 5.24 (torch 2.13, CPU,
# float32, eager attention) for the folders that `made` is exported to; see peer_labels.
REFERENCES: dict[tuple[str, str], list[list[float]]] = {}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("families")


@pytest.mark.parametrize("family", EVERY)
@pytest.mark.parametrize("kind", KINDS)
def test_a_head_tells_what_another_library_says_of_its_export(place: Path, family: str, kind: str) -> None:
    model = made(place, family, kind)
    if kind == "words":
        (part,) = model.parts(Example(joined(WORDS), words=WORDS), model.most)
        found = model.logits(part.tokens)[part.words]
    else:
        found = np.stack([model.logits(next(model.parts(Example(text), model.most)).tokens) for text in TEXTS])
    np.testing.assert_allclose(found, REFERENCES[family, kind], atol=2e-4)
