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
REFERENCES: dict[tuple[str, str], list[list[float]]] = {
    ("gpt2", "concat"): [[0.50373, -3.39954, 0.28297], [0.44913, -1.33125, -1.25219]],
    ("gpt2", "last"): [[-1.24522, -0.69038, -2.38442], [-1.87491, 0.58182, -1.56511]],
    ("gpt2", "words"): [
        [1.8968, 0.58346, -1.58365],
        [-0.48832, 0.97751, -1.98616],
        [-0.03549, 0.82733, -1.84078],
        [0.32113, 0.41925, -2.57815],
    ],
    ("smollm2", "concat"): [[-2.42008, 3.9694, 4.80418], [0.5722, 8.92551, 2.31146]],
    ("smollm2", "last"): [[2.31254, 1.56908, 2.46865], [-1.12775, 4.30555, 0.975]],
    ("smollm2", "words"): [
        [-0.23883, -1.50155, -3.44455],
        [-2.49633, 2.82586, -3.52483],
        [-1.49901, 0.02748, -2.6483],
        [-3.31991, -2.19176, -3.05615],
    ],
    ("llama", "concat"): [[3.5664, 4.15775, -0.26466], [2.16847, 1.26839, 3.48326]],
    ("llama", "last"): [[4.17402, 1.87805, -1.3948], [0.41916, -2.30432, 3.41056]],
    ("llama", "words"): [
        [2.10292, -5.94325, -1.54483],
        [-3.72686, 3.28172, -3.4719],
        [-1.19125, -1.68738, -4.0575],
        [-2.68004, -5.87686, -2.32228],
    ],
    ("qwen2", "concat"): [[1.1629, 3.77716, 1.89458], [-1.56117, -3.80281, -5.87332]],
    ("qwen2", "last"): [[0.23264, 3.19588, 4.49657], [-3.01421, -1.46108, -5.13126]],
    ("qwen2", "words"): [
        [0.60777, -1.76506, -2.38541],
        [0.89686, 0.77762, -3.35676],
        [0.5112, -0.76175, -0.73278],
        [-1.11359, -0.26224, -0.23885],
    ],
    ("qwen3", "concat"): [[-0.24002, 2.10349, 4.88705], [-4.46421, -0.55623, -1.75786]],
    ("qwen3", "last"): [[-3.26095, 1.71233, 5.27679], [-1.03261, 1.92104, -2.76093]],
    ("qwen3", "words"): [
        [3.34184, 2.42633, 2.70339],
        [2.83487, -0.12854, -2.13171],
        [-0.64056, 0.03714, 0.21314],
        [-0.60948, -2.482, 1.48812],
    ],
    ("mistral", "concat"): [[3.45756, -0.54695, 6.50131], [-2.09969, 1.11129, 2.54645]],
    ("mistral", "last"): [[1.9814, -1.21827, 0.13114], [0.38375, -0.54052, -1.81601]],
    ("mistral", "words"): [
        [-1.1367, -1.201, -1.09582],
        [-2.19095, -1.71488, -3.16058],
        [2.10457, 0.64723, -4.45799],
        [-2.56255, -0.04136, 0.89118],
    ],
    ("gemma3", "concat"): [[-6.69799, 1.861, 7.58716], [-5.49131, 1.18306, 4.09701]],
    ("gemma3", "last"): [[-4.41518, 0.88784, 0.74415], [-1.03359, -1.38109, -1.25315]],
    ("gemma3", "words"): [
        [-2.92087, -1.35395, 2.23362],
        [-2.8092, 0.14359, 1.22866],
        [-3.51822, -0.80239, 1.77784],
        [-3.82962, -2.70707, -3.60126],
    ],
    ("smollm3", "concat"): [[-2.60913, 3.59951, 4.72743], [0.57222, 8.78878, 2.07377]],
    ("smollm3", "last"): [[2.21405, 1.3112, 2.26397], [-1.15972, 4.21909, 0.72491]],
    ("smollm3", "words"): [
        [-0.2509, -1.64204, -3.85775],
        [-2.81919, 2.54114, -3.40022],
        [-1.31149, -0.09099, -2.79659],
        [-3.47645, -1.79067, -3.00273],
    ],
    ("word-lstm", "concat"): [[1.88303, -0.90656, 0.18199], [1.29712, -0.948, -0.0387]],
    ("word-lstm", "last"): [[0.99889, -0.37658, -0.08183], [0.64949, -0.47857, -0.02155]],
    ("word-lstm", "words"): [
        [0.73617, -0.01027, -0.54725],
        [0.61091, 0.09154, -0.52334],
        [0.92002, 0.0497, -0.34413],
        [1.03337, 0.00163, -0.3542],
    ],
}


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
