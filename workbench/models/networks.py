"""Building the network that a configuration describes, with random weights or those of its folder."""

from __future__ import annotations

import math
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.models import weights
from workbench.models.families import ARCHITECTURES, completed
from workbench.models.keras_hub_internals import qwen3_attention_norms
from workbench.models.keras_internals import rename

if TYPE_CHECKING:
    import keras

DROPOUT = 0.1  # never 0: a Dropout layer made with rate 0 has no random generator to switch on later

# Initialisers without a seed of their own draw from Python's, which is every thread's.
_DRAWING = threading.Lock()


def random_network(config: dict[str, Any], seed: int) -> keras.Model:
    """The network with weights drawn from `seed`."""
    import keras

    with _DRAWING:
        keras.utils.set_random_seed(seed)
        if config["model_type"] == "word-lstm":
            from workbench.models.lstm import build_lstm

            return build_lstm(config, config["dropout"])
        return _transformer(config)


def pretrained_network(config: dict[str, Any], folder: Path) -> keras.Model:
    """The network with the weights in `folder`.

    Raises ValueError, KeyError, OSError, or safetensors' own error, where they are not whole or another network's.
    """
    network = random_network(config, seed=0)
    if (folder / weights.KERAS_WEIGHTS).is_file():
        network.backbone.load_weights(folder / weights.KERAS_WEIGHTS)
    elif config["model_type"] == "word-lstm":
        import safetensors.numpy

        saved = safetensors.numpy.load_file(folder / weights.WEIGHTS)
        for variable in network.weights:
            variable.assign(saved[weight_name(variable)])
    else:
        weights.fill(network, config["model_type"], folder)
    return network


def weight_name(variable: keras.Variable) -> str:
    """A name that is the same each time: of the layers inside a layer, Keras numbers those it has named before."""
    return f"{variable.path.split('/')[0]}/{variable.name}"


def _transformer(config: dict[str, Any]) -> keras.Model:
    import keras_hub

    config, family = completed(config), ARCHITECTURES[config["model_type"]]
    settings = {name: config[key] for key, name in family.keys.items()} | family.more(config)
    if config["model_type"] == "gpt2":
        settings["dropout"] = config.get("resid_pdrop") or DROPOUT
    elif config["model_type"] != "smollm3":  # which has none
        settings["dropout"] = DROPOUT
    backbone = getattr(keras_hub.models, family.backbone)(**settings)
    _complete(backbone, config)
    _shrink_residuals(backbone)
    return getattr(keras_hub.models, family.task)(backbone=backbone, preprocessor=None)


def _complete(backbone: keras.Model, config: dict[str, Any]) -> None:
    """Set what the layers can do but a backbone's arguments do not reach; all of it is read when a layer is called."""
    for number, block in enumerate(backbone.transformer_layers):
        if config["model_type"] == "qwen3":
            for norm in qwen3_attention_norms(block):
                norm.epsilon = config["rms_norm_eps"]
        elif config["model_type"] == "gemma3_text":
            attention = block.attention
            slides = config["layer_types"][number] == "sliding_attention"
            attention.use_sliding_window_attention = slides
            attention.rope_layer.max_wavelength = config["rope_local_base_freq" if slides else "rope_theta"]
            attention.rope_layer.scaling_factor = 1.0 if slides else backbone.global_rope_scaling_factor
            norms = ("pre_attention_norm", "post_attention_norm", "pre_ffw_norm", "post_ffw_norm")
            for norm in (attention.query_norm, attention.key_norm, *(getattr(block, name) for name in norms)):
                norm.epsilon = config["rms_norm_eps"]
        elif config["model_type"] == "smollm3":
            # It is built before it has a place, so that all layers' have one path.
            rename(block.self_attn.o_proj.kernel, f"{block.name}/self_attn/o_proj/kernel")


def _shrink_residuals(backbone: keras.Model) -> None:
    """What each block adds to its input begins smaller the more blocks there are, so that their sum does not grow.

    By 1 / √(number of additions): Radford et al., Language Models are Unsupervised Multitask Learners, 2019, 2.3.
    """
    factor = 1 / math.sqrt(2 * backbone.num_layers)
    last = ("attention_output/kernel", "feedforward_output_dense/kernel", "o_proj/kernel", "down_proj/kernel")
    for variable in backbone.trainable_variables:
        if variable.path.endswith(last):
            variable.assign(factor * variable)
