"""Which weights of a network learn, and how far each is moved: layer by layer, from the embeddings up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.fine_tuning import FineTuning, Method

if TYPE_CHECKING:
    import keras

EMBEDDINGS = 0  # the lowest layer


def prepare(network: keras.Model, fine_tuning: FineTuning) -> list[keras.Variable]:
    """Ready `network` for the method and return the variables that learn. Once for a network.

    With LoRA a Transformer's queries and values get small matrices beside them; `merged_weights` adds them in again.
    """
    if fine_tuning.method is Method.LORA:
        import keras

        keras.utils.set_random_seed(fine_tuning.seed)  # what LoRA's matrices begin with
        _enable_lora(network, fine_tuning)
        return list(network.trainable_variables)
    depths = layer_numbers(network)
    lowest = EMBEDDINGS
    if fine_tuning.method is Method.LAST_LAYERS:
        lowest = max(depths.values()) + 1 - fine_tuning.layers
    if fine_tuning.freeze_embeddings:
        lowest = max(lowest, EMBEDDINGS + 1)
    return [variable for variable in network.trainable_variables if depths[variable.path] >= lowest]


def layer_numbers(network: keras.Model) -> dict[str, int]:
    """The layer of each variable by its path: 0 for the embeddings, then the blocks; what follows is the top one's.

    A Transformer's last norm belongs to its topmost block; in the recurrent model each LSTM and the projection
    are a layer. The output matrix is as deep as the embeddings where it is theirs, else the topmost block's.
    """
    numbers: dict[str, int] = {}
    for variable in network.trainable_variables:
        block = re.match(r"(?:transformer_layer|decoder_block|lstm)(?:_(\d+))?/", variable.path)
        if block:
            numbers[variable.path] = int(block[1] or 0) + 1
        elif re.match(r"\w+_embedding/embeddings$", variable.path):
            numbers[variable.path] = EMBEDDINGS
        else:
            numbers[variable.path] = -1
    top = max(numbers.values()) + any(path.startswith("projection/") for path in numbers)
    return {path: top if number < 0 else number for path, number in numbers.items()}


def shares(numbers: list[int], fine_tuning: FineTuning, step: int, total_steps: int) -> np.ndarray:
    """What part of the learning rate each variable moves by at `step`, counted from 1: float32, 0 where it is frozen.

    `numbers` are the variables' layers. Layer l of L moves by decay^(l - L) (ULMFiT, 2018, section 3.2); unfreezing
    gradually, the topmost layer begins and the others join from the top down, the lowest when `unfreeze_over` of
    the run is over.
    """
    layers = np.array(numbers)
    top, lowest = layers.max(), layers.min()
    share = (fine_tuning.layer_decay or 1.0) ** (layers - top).astype(np.float64)
    if fine_tuning.method is Method.GRADUAL_UNFREEZING and top > lowest:
        joins = fine_tuning.unfreeze_over * total_steps * (top - layers) / (top - lowest)
        share = np.where(step > joins, share, 0.0)
    result: np.ndarray = share.astype(np.float32)
    return result


def varies(fine_tuning: FineTuning) -> bool:
    """Whether any share is ever other than 1."""
    return fine_tuning.layer_decay not in (0, 1) or fine_tuning.method is Method.GRADUAL_UNFREEZING


def merged_weights(network: keras.Model) -> list[tuple[str, Any]]:
    """Path and value of every weight of the plain architecture, LoRA's matrices added into what they stand beside."""
    kernels = {
        layer._kernel.path: layer.kernel for layer in network._flatten_layers() if getattr(layer, "lora_enabled", False)
    }
    return [(variable.path, kernels.get(variable.path, variable)) for variable in plain_weights(network)]


def plain_weights(network: keras.Model) -> list[keras.Variable]:
    """Those that the architecture has without a method's own, in the order of `merged_weights`."""
    return [variable for variable in network.weights if "lora_kernel" not in variable.path]


def _enable_lora(network: keras.Model, fine_tuning: FineTuning) -> None:
    backbone = network.backbone
    backbone.enable_lora(fine_tuning.lora_rank, ["query", "value", "q_proj", "v_proj"])
    for layer in backbone._flatten_layers():
        if getattr(layer, "lora_enabled", False):
            layer.lora_alpha = fine_tuning.lora_alpha
