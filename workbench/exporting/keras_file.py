"""A model as a .keras file, to be opened with keras.models.load_model."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.exporting import agreement
from workbench.values.network_kind import NetworkKind
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel

FILE = "model.keras"


def write_keras(model: LanguageModel, file: Path) -> Generator[Progress, None, None]:
    """Architecture and weights in one file, whose name has to end in .keras. The tokenizer is not among them.

    It is opened again and compared: what keras_hub does not write down of a network would be lost without a word.
    Raises KnownError("export.disagrees").
    """
    import keras

    yield Progress(0, 2, file.name)
    save(model.family.plain(model.network, model.config), file)
    yield Progress(1, 2, file.name)
    again = replace(model, network=keras.models.load_model(file))
    for text in agreement.TEXTS:
        if tokens := agreement.prompt(model, text):
            agreement.check(agreement.logits(model, tokens), agreement.logits(again, tokens), "Keras")
    yield Progress(2, 2, file.name)


def save(network: keras.Model, file: Path) -> None:
    import keras_hub

    # keras_hub compiles a network when it is opened, and looks for the variables of the optimizer in the file; the rest
    # of it a file cannot hold: opening it would warn of that.
    if isinstance(network, keras_hub.models.Task):
        network.compile()
    network.compiled = False
    network.save(file)


def how_to_open(model: LanguageModel) -> str:
    needed = needed_for(model)
    return f"""\
```python
import keras
{needed}import numpy as np
import tokenizers

model = keras.models.load_model("{FILE}")
tokenizer = tokenizers.Tokenizer.from_file("tokenizer.json")
tokenizer.encode_special_tokens = True  # their names in a text are text
tokens = np.array([tokenizer.encode("Once upon a time").ids], "int32")
logits = model({{"token_ids": tokens, "padding_mask": np.ones_like(tokens)}}, training=False)
print(tokenizer.decode([int(np.argmax(logits[0, -1]))]))
```"""


def needed_for(model: LanguageModel) -> str:
    """A line that imports what Keras needs to open the file."""
    return "" if model.family.kind is NetworkKind.LSTM else "import keras_hub  # the layers are its own\n"
