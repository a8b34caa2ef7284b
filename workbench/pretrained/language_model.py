"""A network with its tokenizer, ready to predict or to learn: from a model folder, with its weights or random ones."""

from __future__ import annotations

import hashlib
import json
import math
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import KnownError
from workbench.files import write_atomically
from workbench.pretrained.card import PretrainedModel
from workbench.pretrained.catalogue import CONFIG, FAMILIES, TOKENIZER, WEIGHTS, read_config
from workbench.pretrained.tokenizer import Tokenizer
from workbench.records import Family

if TYPE_CHECKING:
    import keras

# TensorFlow reads these once, when it is imported: Keras on TensorFlow, and no chatter on standard error.
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
# The first would undo the moved matrices that fast products need (see training/products.py); the second compiles a
# third faster and the step is no slower. What is set already comes last and wins.
XLA_FLAGS = "--xla_disable_hlo_passes=transpose-folding --xla_backend_optimization_level=1"
if XLA_FLAGS not in os.environ.get("XLA_FLAGS", ""):
    os.environ["XLA_FLAGS"] = f"{XLA_FLAGS} {os.environ.get('XLA_FLAGS', '')}".strip()


def import_libraries() -> None:
    """Import TensorFlow, Keras and keras_hub now rather than at the first model; several seconds."""
    if "keras_hub" in sys.modules:
        return
    with stderr_silenced():
        import keras_hub  # noqa: F401
        import tensorflow as tf

        tf.config.list_physical_devices()


def device() -> str:
    """What models run on: the name of the first GPU, or “CPU”."""
    import tensorflow as tf

    gpus = tf.config.list_physical_devices("GPU")
    if not gpus:
        return "CPU"
    return str(tf.config.experimental.get_device_details(gpus[0]).get("device_name", "GPU"))


@dataclass(frozen=True)
class LanguageModel:
    """`network` maps {"token_ids", "padding_mask"}, both [batch, length], to logits [batch, length, vocabulary]."""

    network: keras.Model
    tokenizer: Tokenizer
    config: dict[str, Any]

    @property
    def family(self) -> Family:
        return FAMILIES[self.config["model_type"]]

    @property
    def context_length(self) -> int:
        """The most tokens that the network can see at once."""
        return int(self.config.get("n_positions") or self.config["max_position_embeddings"])

    def save_architecture(self, folder: Path) -> None:
        """Write what `open_architecture` needs: everything but the weights."""
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / CONFIG, json.dumps(self.config, indent=2).encode())
        write_atomically(folder / TOKENIZER, self.tokenizer.definition.encode())


def load(model: PretrainedModel, seed: int = 0, training_text: Iterable[str] = ()) -> LanguageModel:
    """Load `model`; from scratch, the weights come from `seed`, and where the model has no tokenizer, its
    vocabulary is learnt from `training_text`. Raises KnownError("model.…")."""
    if model.folder is None:
        raise KnownError("model.missing", name=model.reference, known="")
    import_libraries()
    config = read_config(model.folder)
    if (model.folder / TOKENIZER).is_file():
        tokenizer = Tokenizer.from_file(model.folder / TOKENIZER)
    else:
        learn = Tokenizer.of_words if model.family is Family.LSTM else Tokenizer.of_pieces
        tokenizer = learn(training_text, config["vocab_size"])
        config["vocab_size"] = tokenizer.vocabulary
    if model.from_scratch:
        return LanguageModel(_random_network(config, seed), tokenizer, config)
    try:
        network = _pretrained_network(config, model.folder)
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        raise KnownError("model.damaged", folder=model.folder, detail=_first_line(error)) from error
    except Exception as error:  # safetensors raises its own kind, which derives from Exception alone
        if type(error).__name__ != "SafetensorError":
            raise
        raise KnownError("model.damaged", folder=model.folder, detail=_first_line(error)) from error
    return LanguageModel(network, tokenizer, config)


def open_architecture(folder: Path) -> LanguageModel:
    """The network that `save_architecture` described, its weights still to be filled from a checkpoint."""
    import_libraries()
    config = read_config(folder)
    return LanguageModel(_random_network(config, seed=0), Tokenizer.from_file(folder / TOKENIZER), config)


def weight_name(variable: keras.Variable) -> str:
    """A name that is the same each time: of the layers inside a layer, Keras numbers those it has named before."""
    return f"{variable.path.split('/')[0]}/{variable.name}"


def model_sha256(model: PretrainedModel) -> str:
    """What a run started from: a hash over the files that decide it (weights, tokenizer, configuration)."""
    digest = hashlib.sha256(b"random weights" if model.from_scratch else b"")
    for name in (CONFIG, TOKENIZER) if model.from_scratch else (CONFIG, TOKENIZER, WEIGHTS):
        file = (model.folder or Path()) / name
        if file.is_file():
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


@contextmanager
def stderr_silenced() -> Iterator[None]:
    """Keep a terminal clean of what TensorFlow's libraries write at their start, which no setting turns off.

    They write to the file descriptor, past Python; an exception still comes through.
    """
    sys.stderr.flush()
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)


def _pretrained_network(config: dict[str, Any], folder: Path) -> keras.Model:
    if FAMILIES[config["model_type"]] is Family.LSTM:
        import safetensors.numpy

        network = _random_network(config, seed=0)
        weights = safetensors.numpy.load_file(folder / WEIGHTS)
        for variable in network.weights:
            variable.assign(weights[weight_name(variable)])
        return network
    import keras_hub

    return keras_hub.models.CausalLM.from_preset(str(folder), preprocessor=None, dtype="float32")


def _random_network(config: dict[str, Any], seed: int) -> keras.Model:
    import keras

    # Initialisers without a seed of their own draw from the global one.
    keras.utils.set_random_seed(seed)
    if FAMILIES[config["model_type"]] is Family.LSTM:
        from workbench.pretrained.lstm import build_lstm

        return build_lstm(
            vocabulary=config["vocab_size"],
            embedding_size=config["embedding_size"],
            hidden_size=config["hidden_size"],
            layers=config.get("num_hidden_layers", 1),
            dropout=config["dropout"],
        )
    import keras_hub

    backbone = keras_hub.models.GPT2Backbone(
        vocabulary_size=config["vocab_size"],
        num_layers=config["n_layer"],
        num_heads=config["n_head"],
        hidden_dim=config["n_embd"],
        intermediate_dim=config.get("n_inner") or 4 * config["n_embd"],
        # Never 0 here: a Dropout layer made with rate 0 has no random generator to switch on later.
        dropout=config.get("resid_pdrop") or 0.1,
        max_sequence_length=config["n_positions"],
    )
    _shrink_residuals(backbone)
    return keras_hub.models.GPT2CausalLM(backbone=backbone, preprocessor=None)


def _shrink_residuals(backbone: keras.Model) -> None:
    """What each block adds to its input begins smaller the more blocks there are, so that their sum does not grow.

    By 1 / √(number of additions): Radford et al., Language Models are Unsupervised Multitask Learners, 2019, 2.3.
    """
    factor = 1 / math.sqrt(2 * backbone.num_layers)
    for variable in backbone.trainable_variables:
        if variable.path.endswith(("attention_output/kernel", "feedforward_output_dense/kernel")):
            variable.assign(factor * variable)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200]
