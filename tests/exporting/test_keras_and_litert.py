"""A run as a .keras file and as a LiteRT file: opened by those who have not this program, they say the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tokenizers

from workbench.exporting import agreement
from workbench.exporting.formats import Format, export_run
from workbench.exporting.litert import converted
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench

# Of NumPy, where Keras reads a variable of TensorFlow's; and of TensorFlow's own interpreter, which is what runs here.
pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation"),
    pytest.mark.filterwarnings(r"ignore:\s*Warning. tf.lite.Interpreter is deprecated"),
]


@pytest.mark.parametrize("run", ["subwords", "words"])
def test_a_keras_file_opens_in_keras_and_computes_the_same(learnt: Workbench, tmp_path: Path, run: str) -> None:
    folder = last(export_run(learnt, run, tmp_path / "out", Format.KERAS))
    alone = last(export_run(learnt, run, tmp_path / "alone.keras", Format.KERAS))
    assert alone.is_file() and (folder / "tokenizer.json").is_file() and (folder / "README.md").is_file()
    import keras

    model = learnt.models.open(learnt.models.named(run))
    tokens = np.array([model.tokenizer.encode("Anna lit the lamp.")], np.int32)
    for file in (folder / "model.keras", alone):
        network = keras.models.load_model(file)
        found = network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}, training=False)
        np.testing.assert_allclose(np.asarray(found)[0, -1], agreement.logits(model, tokens[0].tolist()), atol=1e-5)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alone.keras", "out"]


@pytest.mark.parametrize("run", ["subwords", "words"])
def test_a_litert_file_runs_and_computes_the_same(learnt: Workbench, tmp_path: Path, run: str) -> None:
    folder = last(export_run(learnt, run, tmp_path / "out", Format.LITERT))
    import tensorflow as tf

    ask = tf.lite.Interpreter(str(folder / "model.tflite")).get_signature_runner("serving_default")
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    model = learnt.models.open(learnt.models.named(run))
    for text in ("Anna", "Clara watched the sea. Bertil", "你好"):
        tokens = tokenizer.encode(text).ids
        row = np.zeros((1, model.context_length), np.int32)
        row[0, : len(tokens)] = tokens
        found = ask(token_ids=row, length=np.array([len(tokens)], np.int32))["logits"][0]
        np.testing.assert_allclose(found, agreement.logits(model, tokens), atol=1e-4)


def test_what_cannot_be_converted_is_told(learnt: Workbench) -> None:
    import tensorflow as tf

    network = learnt.models.open(learnt.models.named("words")).network
    unknown = tf.function(tf.strings.as_string, input_signature=[tf.TensorSpec([None], tf.int32)])
    with pytest.raises(KnownError) as told:
        converted(network, unknown)
    assert told.value.code == "export.not_converted"
