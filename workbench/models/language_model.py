"""A network with its tokenizer, ready to predict or to learn: from a model folder, with its weights or random ones."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.ground.files import write_atomically
from workbench.ground.garbage import without_collecting
from workbench.ground.imports import load_shared, passed_over
from workbench.ground.places import cache_folder
from workbench.ground.processor import refuse_without_avx
from workbench.messages.errors import KnownError, reason_of
from workbench.models.card import PretrainedModel
from workbench.models.catalogue import folder_state, other_settings, read_config
from workbench.models.compiled import keep_compiled
from workbench.models.families.family import Family, OtherSettingsError
from workbench.models.families.registry import family_of
from workbench.models.networks import empty_network, pretrained_network, random_network
from workbench.models.small_files import file_state
from workbench.models.sources import registry as sources
from workbench.models.sources.hashing import sha256_of
from workbench.models.sources.source import CONFIG, TOKENIZER
from workbench.models.tensorflow_internals import name_programs_by_content
from workbench.models.tokenizers.chat_template import chat_of
from workbench.models.tokenizers.tokenizer import Tokenizer

if TYPE_CHECKING:
    import keras

TOKEN_NUMBERS = ("bos_token_id", "eos_token_id", "pad_token_id")  # in a config.json
# TensorFlow reads these once, when it is imported: Keras on TensorFlow, and no chatter on standard error.
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
# It would make a folder in the person's home, and take settings from there that change what is computed.
os.environ.setdefault("KERAS_HOME", str(cache_folder() / "keras"))
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# The first would undo the moved matrices that fast products need (see training/products.py); the second compiles a
# third faster and the step is no slower. What is set already comes last and wins.
XLA_FLAGS = "--xla_disable_hlo_passes=transpose-folding --xla_backend_optimization_level=1"
if XLA_FLAGS not in os.environ.get("XLA_FLAGS", ""):
    os.environ["XLA_FLAGS"] = f"{XLA_FLAGS} {os.environ.get('XLA_FLAGS', '')}".strip()


def import_libraries() -> None:
    """Import TensorFlow, Keras and keras_hub now rather than at the first model; several seconds.

    Raises KnownError("engine.without_avx").
    """
    if "keras_hub" in sys.modules:
        return
    refuse_without_avx()
    keep_compiled()
    # Wrappers for scikit-learn, sparse matrices as inputs of TensorFlow 1, presets of another hub: a second and more.
    with stderr_silenced(), without_collecting(), passed_over("sklearn", "scipy", "kagglehub"):
        load_shared("tensorflow", "libtensorflow_framework.*", "libtensorflow_cc.*")  # that is linked with the first
        import keras_hub  # noqa: F401
        import tensorflow as tf

        tf.config.list_physical_devices()
        name_programs_by_content()
        # It would tell a person that programs for several lengths are compiled, as they are meant to be.
        tf.get_logger().setLevel(logging.ERROR)


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
    beside: Mapping[str, str] = field(default_factory=dict)  # small files of its folder, by name: how it is written on

    @property
    def family(self) -> Family:
        return family_of(self.config)

    @property
    def context_length(self) -> int:
        """The most tokens that the network can see at once."""
        return self.family.context_length(self.config)

    @property
    def architecture(self) -> dict[str, bytes]:
        """The files by which it is opened, by their names: everything but the weights."""
        return {
            CONFIG: json.dumps(self.config, indent=2).encode(),
            TOKENIZER: self.tokenizer.definition.encode(),
            **{name: content.encode() for name, content in self.beside.items()},
        }

    def save_architecture(self, folder: Path) -> None:
        """Write what `open_architecture` needs."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.architecture.items():
            write_atomically(folder / name, content)


def load(model: PretrainedModel, seed: int = 0, training_text: Iterable[str] = ()) -> LanguageModel:
    """Load `model`; from scratch, the weights come from `seed`, and where the model has no tokenizer, its
    vocabulary is learnt from `training_text`. Raises KnownError("model.…")."""
    if model.folder is None:
        raise KnownError("model.missing", name=str(model.ref), known="")
    import_libraries()
    config, beside = read_config(model.folder), {}
    if sources.tokenizer_files(model.folder):
        tokenizer = read_tokenizer(model.folder, config)
        beside = sources.source_of(model.folder).beside(model.folder)
    else:
        tokenizer = family_of(config).learnt_tokenizer(training_text, config["vocab_size"])
        # Numbers of tokens are those of another vocabulary.
        config = {key: value for key, value in config.items() if key not in TOKEN_NUMBERS}
        config["vocab_size"] = tokenizer.vocabulary
    if model.from_scratch:
        return LanguageModel(random_network(config, seed), tokenizer, config, beside)
    try:
        network = pretrained_network(config, model.folder)
    except OtherSettingsError as error:
        raise other_settings(model.folder, config, error) from error
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        raise KnownError("model.damaged", folder=model.folder, detail=reason_of(error)) from error
    except Exception as error:  # safetensors raises its own kind, which derives from Exception alone
        if type(error).__name__ != "SafetensorError":
            raise
        raise KnownError("model.damaged", folder=model.folder, detail=reason_of(error)) from error
    return LanguageModel(network, tokenizer, config, beside)


def open_architecture(folder: Path) -> LanguageModel:
    """The network that `save_architecture` described, its weights still to be filled from a checkpoint."""
    import_libraries()
    config = read_config(folder)
    beside = sources.source_of(folder).beside(folder)
    return LanguageModel(empty_network(config), read_tokenizer(folder, config), config, beside)


def read_tokenizer(folder: Path, config: dict[str, Any] | None = None) -> Tokenizer:
    """Of a model folder, with as many tokens as its network. Raises KnownError("model.damaged")."""
    config = read_config(folder) if config is None else config
    source = sources.source_of(folder)
    tokenizer = source.tokenizer(folder, config, family_of(config))
    end = "" if tokenizer.end_of_text is None else tokenizer.name(tokenizer.end_of_text)
    tokenizer.chat = chat_of(source.beside(folder), end)
    return tokenizer


def model_sha256(model: PretrainedModel) -> str:
    """What a run started from: a hash over the files that decide it (weights, tokenizer, configuration)."""
    files = sources.files(model.folder or Path(), with_weights=not model.from_scratch)
    return sha256_of(files, b"random weights" if model.from_scratch else b"")


def state(model: PretrainedModel) -> tuple[object, ...]:
    """Another one when anything in the folder of `model` was changed, which may decide what it answers."""
    folder = model.folder or Path()
    files = sources.files(folder, with_weights=not model.from_scratch)
    return (folder_state(folder), *map(file_state, files))


@contextmanager
def stderr_silenced() -> Iterator[None]:
    """Keep a terminal clean of what TensorFlow's libraries write at their start, which no setting turns off.

    They write to the file descriptor, past Python; an exception still comes through.
    """
    if sys.stderr is None:  # a window that was started without a terminal, as on Windows
        yield
        return
    sys.stderr.flush()
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)
