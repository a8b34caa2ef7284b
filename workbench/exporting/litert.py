"""A model as a LiteRT file (.tflite), for telephones and small devices: one text at a time, of a fixed room."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.exporting import agreement
from workbench.messages.errors import KnownError, reason_of
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.models.language_model import stderr_silenced
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel

FILE = "model.tflite"
ROOM = 256  # tokens that the file reads at most: the work is that of a full room, however short the text


def write_litert(model: LanguageModel, file: Path) -> Generator[Progress, None, None]:
    """Convert the network, then run the file and compare what it says with the program.

    Its inputs are “token_ids” [1, room], zeros behind the text, and “length” [1]; its output “logits” [1, vocabulary]
    for the token that comes next. Raises KnownError("export.disagrees" or "export.not_converted").
    """
    yield Progress(0, 3, file.name)
    content = _converted(model)
    yield Progress(1, 3, file.name)
    file.write_bytes(content)
    yield Progress(2, 3, file.name)
    ask = opened(file)
    for text in agreement.TEXTS:
        tokens = agreement.prompt(model, text)[-room(model) :]
        agreement.check(agreement.logits(model, tokens), ask(tokens), "LiteRT")
    yield Progress(3, 3, file.name)


def room(model: LanguageModel) -> int:
    return min(ROOM, model.context_length)


def how_to_open(model: LanguageModel) -> str:
    example = f"""\
```python
import numpy as np
import tokenizers
from ai_edge_litert.interpreter import Interpreter  # or tensorflow.lite.Interpreter

ask = Interpreter("{FILE}").get_signature_runner("serving_default")
tokenizer = tokenizers.Tokenizer.from_file("tokenizer.json")
tokenizer.encode_special_tokens = True  # their names in a text are text
tokens = tokenizer.encode("Once upon a time").ids[-{room(model)}:]
row = np.zeros((1, {room(model)}), "int32")
row[0, : len(tokens)] = tokens
logits = ask(token_ids=row, length=np.array([len(tokens)], "int32"))["logits"]
print(tokenizer.decode([int(np.argmax(logits[0]))]))
```"""
    return f"{example}\n\n{render(message('card.of_litert'))}"


def _converted(model: LanguageModel) -> bytes:
    import tensorflow as tf

    network, width = model.family.plain(model.network, model.config), room(model)
    signature = [
        tf.TensorSpec([1, width], tf.int32, name="token_ids"),
        tf.TensorSpec([1], tf.int32, name="length"),
    ]

    @tf.function(autograph=False, input_signature=signature)
    def next_logits(token_ids: Any, length: Any) -> Any:
        inside = tf.sequence_mask(length, width, tf.int32)
        logits = network({"token_ids": token_ids, "padding_mask": inside}, training=False)
        return {"logits": tf.gather(logits, length - 1, batch_dims=1)}

    return converted(network, next_logits)


def converted(network: keras.Model, asked: Any) -> bytes:
    """A function with a signature of its own that asks a network. Raises KnownError("export.not_converted")."""
    import tensorflow as tf
    from tensorflow.lite.python.convert_phase import ConverterError

    module = tf.Module()
    module.weights = [variable.value for variable in network.weights]
    module.asked = asked
    converter = tf.lite.TFLiteConverter.from_concrete_functions([asked.get_concrete_function()], module)
    try:
        with stderr_silenced():
            content: bytes = converter.convert()
    except ConverterError as error:
        raise KnownError("export.not_converted", format="LiteRT", detail=reason_of(error)) from error
    return content


def opened(file: Path) -> Any:
    """A function from tokens to the logits that the file gives."""
    import tensorflow as tf

    with warnings.catch_warnings():
        # TensorFlow would rather have its interpreter taken from a package of its own, which is the same code.
        warnings.filterwarnings("ignore", message=r"\s*Warning: tf\.lite\.Interpreter is deprecated")
        interpreter = tf.lite.Interpreter(str(file))
    with stderr_silenced():  # which it would greet on
        run = interpreter.get_signature_runner("serving_default")
    width = max(int(details["shape"][-1]) for details in interpreter.get_input_details())

    def ask(tokens: list[int]) -> np.ndarray:
        row = np.zeros((1, width), np.int32)
        row[0, : len(tokens)] = tokens
        return np.asarray(run(token_ids=row, length=np.array([len(tokens)], np.int32))["logits"][0])

    return ask
