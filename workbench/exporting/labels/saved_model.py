"""A run of labels as a TensorFlow SavedModel: it takes texts and answers their labels, or words and answers tags."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np

from workbench.exporting import agreement, saved_model
from workbench.exporting.graph_tokenizer import GraphTokenizer
from workbench.exporting.labels.label_model import LabelModel
from workbench.ground.scripts import SPACELESS
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.tasks.rows import length_of
from workbench.values.labels import Example
from workbench.values.progress import Progress

# TensorFlow's expressions write a character by its number in another way.
_SPACELESS = re.sub(r"\\u([0-9a-f]{4})", r"\\x{\1}", SPACELESS)


def write_saved_model(found: LabelModel, folder: Path) -> Generator[Progress, None, None]:
    """Write a SavedModel into `folder`, which exists, open it again and compare it with the program.

    Of classes, “serving_default” takes texts [n] and returns every “label” of each with its “probability”, the
    likeliest first, both [n, labels]. Of tags it takes the words [n] of one sentence, of roles the number of the
    predicate too, and returns the “label” and the “probability” of each, [n]; a sentence that is too long is an error.
    Raises KnownError("export.tokenizer" or "export.disagrees").
    """
    yield Progress(0, 3, "SavedModel")
    module = _module(found)
    yield Progress(1, 3, "SavedModel")
    signatures = {"serving_default": module.told, "probabilities": module.every}
    opened = saved_model.saved(module, signatures, folder).signatures["probabilities"]
    yield Progress(2, 3, "SavedModel")
    for example, part, logits in found.asked(found.most):
        wanted = logits[part.words] if found.tells_words else logits
        said = np.asarray(opened(**_inputs(found, example))["probability"])
        agreement.check(found.probabilities(wanted), said if found.tells_words else said[0], "SavedModel")
    yield Progress(3, 3, "SavedModel")


def how_to_open(found: LabelModel) -> str:
    if found.tells_words:
        inputs = 'words=tf.constant(["The", "lamp", "is", "lit", "."])'
        inputs += ", predicate=tf.constant(2)" if found.has_predicate else ""
        shown = 'zip(answer["label"].numpy(), answer["probability"].numpy())'
    else:
        inputs = 'text=tf.constant(["It was a bright day."])'
        shown = 'zip(answer["label"][0].numpy(), answer["probability"][0].numpy())'
    example = f"""\
```python
import tensorflow as tf

ask = tf.saved_model.load(FOLDER).signatures["serving_default"]
answer = ask({inputs})
for label, probability in {shown}:
    print(label.decode(), probability)
```"""
    takes = "card.saved_model_of_words" if found.tells_words else "card.saved_model_of_texts"
    return "\n\n".join((render(message(takes, most=found.most)), example, render(message("card.of_saved_labels"))))


def _inputs(found: LabelModel, example: Example) -> dict[str, Any]:
    import tensorflow as tf

    if not found.tells_words:
        return {"text": tf.constant([example.text])}
    predicate = {"predicate": tf.constant(example.predicate)} if found.has_predicate else {}
    return {"words": tf.constant(list(example.words)), **predicate}


def _module(found: LabelModel) -> Any:
    """A tf.Module that holds all that its functions need: weights, tables, and the labels' names."""
    import tensorflow as tf

    tokenizer = GraphTokenizer(found.model.tokenizer)
    module = tf.Module()
    module.weights = [variable.value for variable in found.plain.weights]
    module.tables = tokenizer.tables
    module.names = tf.Variable(list(found.labels.names), trainable=False)
    if found.tells_words:
        _add_words(module, found, tokenizer)
    else:
        _add_texts(module, found, tokenizer)
    return module


def _add_texts(module: Any, found: LabelModel, tokenizer: GraphTokenizer) -> None:
    import tensorflow as tf

    texts = [tf.TensorSpec([None], tf.string, name="text")]
    begun = _begun(found)

    def read(text: Any) -> Any:
        return begun(tokenizer(text))[: found.most]

    def probabilities(texts: Any) -> Any:
        tokens = tf.map_fn(read, texts, fn_output_signature=tf.RaggedTensorSpec([None], tf.int32, 0))
        logits = tf.cast(_asked(found, tokens.to_tensor(), tokens.row_lengths()), tf.float32)
        return tf.nn.sigmoid(logits) if found.labels.several else tf.nn.softmax(logits)

    @tf.function(autograph=False, input_signature=texts)
    def told(text: Any) -> Any:
        likeliest = tf.math.top_k(probabilities(text), len(found.labels.names))
        return {"label": tf.gather(module.names, likeliest.indices), "probability": likeliest.values}

    @tf.function(autograph=False, input_signature=texts)
    def every(text: Any) -> Any:
        return {"probability": probabilities(text)}

    module.told, module.every = told, every


def _add_words(module: Any, found: LabelModel, tokenizer: GraphTokenizer) -> None:
    import tensorflow as tf

    sentence = [tf.TensorSpec([None], tf.string, name="words")]
    if found.has_predicate:
        sentence.append(tf.TensorSpec([], tf.int32, name="predicate"))
    begun = _begun(found)

    def probabilities(words: Any, predicate: Any) -> Any:
        before, text, ends = _read_twice(words, predicate)
        tokens, lengths = tokenizer.with_lengths(before + text)
        # The last token that begins before a word ends.
        last = tf.searchsorted(tf.cumsum(lengths, exclusive=True), tf.strings.length(before) + ends) - 1
        whole = begun(tokens)
        fits = tf.debugging.Assert(tf.size(whole) <= found.most, ["too many tokens:", tf.size(whole)])
        with tf.control_dependencies([fits]):
            logits = _asked(found, whole[None], tf.size(whole)[None])[0]
        told = tf.gather(logits, last + tf.size(whole) - tf.size(tokens))
        return tf.nn.softmax(tf.cast(told, tf.float32))

    @tf.function(autograph=False, input_signature=sentence)
    def told(words: Any, predicate: Any = None) -> Any:
        chances = probabilities(words, predicate)
        return {"label": tf.gather(module.names, tf.argmax(chances, -1)), "probability": tf.reduce_max(chances, -1)}

    @tf.function(autograph=False, input_signature=sentence)
    def every(words: Any, predicate: Any = None) -> Any:
        return {"probability": probabilities(words, predicate)}

    module.told, module.every = told, every


def _read_twice(words: Any, predicate: Any) -> tuple[Any, Any, Any]:
    """What stands before the sentence, the sentence, and where each of its words ends, in bytes: int32 [words]."""
    import tensorflow as tf

    left = tf.strings.regex_full_match(words[:-1], rf"(?s).*[{_SPACELESS}]")
    right = tf.strings.regex_full_match(words[1:], rf"(?s)[{_SPACELESS}].*")
    between = tf.concat([tf.where(left & right, "", " "), [""]], 0)[: tf.size(words)]
    text = tf.strings.reduce_join(tf.strings.join([words, between]))
    gaps = tf.strings.length(between)
    ends = tf.cumsum(tf.strings.length(words) + gaps) - gaps
    if predicate is None:
        return text + "\n", text, ends
    alike = tf.boolean_mask(words[: predicate + 1], words[: predicate + 1] == words[predicate])
    return text + "\n" + tf.strings.reduce_join(alike, separator=" ") + "\n", text, ends


def _begun(found: LabelModel) -> Any:
    """Puts before tokens what the family puts before every text."""
    import tensorflow as tf

    begin = found.model.tokenizer.begin
    if begin is None:
        return lambda tokens: tokens
    return lambda tokens: tf.concat([tf.constant([begin], tf.int32), tokens], 0)


def _asked(found: LabelModel, tokens: Any, lengths: Any) -> Any:
    """The logits for rows of tokens, as long as `lengths` says."""
    import tensorflow as tf

    # No shorter than the program's own rows: Keras warns of a softmax over a single token.
    least = length_of(1)
    tokens = tf.pad(tokens, [[0, 0], [0, tf.maximum(least - tf.shape(tokens)[1], 0)]])
    mask = tf.sequence_mask(lengths, tf.shape(tokens)[1], tf.int32)
    return found.plain({"token_ids": tokens, "padding_mask": mask}, training=False)
