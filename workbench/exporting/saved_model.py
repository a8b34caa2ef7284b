"""A model as a TensorFlow SavedModel that takes text and returns next tokens: to be served without this program."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.exporting import agreement
from workbench.exporting.graph_tokenizer import GraphTokenizer
from workbench.messages.errors import failed_write
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.prediction.decoding import ROOM
from workbench.prediction.words import RECENT
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

TOP = 10  # tokens that the signature for people returns

EXAMPLE = """\
```python
import tensorflow as tf

ask = tf.saved_model.load(FOLDER).signatures["serving_default"]
answer = ask(text=tf.constant(["Once upon a time"]))
for token, probability in zip(answer["token"][0].numpy(), answer["probability"][0].numpy()):
    print(token.decode(errors="replace"), probability)
```"""


def how_to_open(model: LanguageModel) -> str:
    return "\n\n".join((render(message("card.open_saved_model")), EXAMPLE, render(message("card.of_saved_model"))))


def write_saved_model(model: LanguageModel, folder: Path) -> Generator[Progress, None, None]:
    """Write a SavedModel into `folder`, which exists, open it again and compare it with the program.

    “serving_default” takes texts [n] and returns the likeliest next tokens, most probable first: “token” and
    “probability”, both [n, 10]. “probabilities” takes the same and returns those of the whole vocabulary, [n, tokens].
    Raises KnownError("export.tokenizer" or "export.disagrees").
    """
    import tensorflow as tf

    yield Progress(0, 3, "SavedModel")
    module = _module(model)
    yield Progress(1, 3, "SavedModel")
    signatures = {"serving_default": module.next_tokens, "probabilities": module.all_tokens}
    opened = saved(module, signatures, folder).signatures["probabilities"]
    yield Progress(2, 3, "SavedModel")
    for text in agreement.TEXTS:
        expected = agreement.probabilities(agreement.logits(model, agreement.prompt(model, text)))
        agreement.check(expected, opened(text=tf.constant([text]))["probability"][0], "SavedModel")
    yield Progress(3, 3, "SavedModel")


def saved(module: Any, signatures: Mapping[str, Any], folder: Path) -> Any:
    """The module as it is opened again, after it was written into `folder`."""
    import tensorflow as tf

    # TensorFlow reads “[a]”, “*” and “?” in a path as a pattern, so it is given one without.
    with tempfile.TemporaryDirectory() as plain:
        made = Path(plain) / "model"
        try:
            tf.saved_model.save(module, str(made), signatures=dict(signatures))
            shutil.copytree(made, folder, dirs_exist_ok=True)
        except (tf.errors.OpError, shutil.Error) as error:
            raise failed_write(error, folder) from error
        return tf.saved_model.load(str(made))


def _module(model: LanguageModel) -> Any:
    """A tf.Module that holds all that its two functions need: weights, tables, and the vocabulary's texts."""
    import tensorflow as tf

    tokenizer, network = GraphTokenizer(model.tokenizer), model.family.plain(model.network, model.config)
    end, room = model.tokenizer.end_of_text, model.context_length - ROOM
    step = max(1, room // 4)
    one_text = [tf.TensorSpec([None], tf.string, name="text")]

    def prompt(text: Any) -> Any:
        """As `agreement.prompt` does it: of a long text its end, from a word and a round number of tokens on."""
        over = tf.maximum(tf.strings.length(text, "UTF8_CHAR") - RECENT, 0)
        begin = -(-over // (RECENT // 4)) * (RECENT // 4)
        late = tf.strings.regex_replace(tf.strings.substr(text, begin, RECENT, "UTF8_CHAR"), r"^[^ ]{0,99} ", " ")
        text = tf.where(over > 0, late, text)
        tokens = tokenizer(text)
        if end is not None:
            tokens = tf.cond(tf.size(tokens) > 0, lambda: tokens, lambda: tf.constant([end], tf.int32))
        over = tf.maximum(tf.size(tokens) - room, 0)
        return tokens[-(-over // step) * step :]

    def probabilities(texts: Any) -> Any:
        found = tf.map_fn(prompt, texts, fn_output_signature=tf.RaggedTensorSpec([None], tf.int32, 0))
        # One more than the longest text has: Keras warns of a softmax over a single token.
        tokens = tf.pad(found.to_tensor(), [[0, 0], [0, 1]])
        mask = tf.sequence_mask(found.row_lengths(), tf.shape(tokens)[1], tf.int32)
        # Causal networks do not see the padding behind a text.
        logits = network({"token_ids": tokens, "padding_mask": mask}, training=False)
        last = tf.cast(found.row_lengths() - 1, tf.int32)
        return tf.nn.softmax(tf.cast(tf.gather(logits, last, batch_dims=1), tf.float32))

    module = tf.Module()
    module.weights = [variable.value for variable in network.weights]
    module.tables = tokenizer.tables
    written = [piece or model.tokenizer.name(token).encode() for token, piece in enumerate(model.tokenizer.pieces)]
    module.pieces = tf.Variable(written, trainable=False)

    @tf.function(autograph=False, input_signature=one_text)
    def next_tokens(text: Any) -> Any:
        found = tf.where(model.tokenizer.unused, 0.0, probabilities(text))  # rows that are of no token
        likeliest = tf.math.top_k(found, min(TOP, model.tokenizer.vocabulary))
        return {"token": tf.gather(module.pieces, likeliest.indices), "probability": likeliest.values}

    @tf.function(autograph=False, input_signature=one_text)
    def all_tokens(text: Any) -> Any:
        return {"probability": probabilities(text)}

    module.next_tokens, module.all_tokens = next_tokens, all_tokens
    return module
