"""How many weights a network has and how many of them learn, from its configuration alone."""

from __future__ import annotations

from typing import Any

from workbench.models.families.registry import family_of
from workbench.models.families.shapes import Matrix
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Pooling
from workbench.values.network_kind import NetworkKind


def layer_sizes(config: dict[str, Any]) -> list[int]:
    """The weights of each layer from the embeddings up (see training/layers.py, which numbers them alike)."""
    return family_of(config).layer_sizes(config)


def learning_parameters(config: dict[str, Any], fine_tuning: FineTuning, outputs: float = 0.0) -> int:
    """How many weights of the model the method changes; with LoRA, how many numbers learn.

    Of a head that learns alone, its own: `outputs` are the numbers that it gives for each token.
    """
    if fine_tuning.method is Method.HEAD:
        told = features(config, fine_tuning) + 1
        if fine_tuning.pooling.for_method(fine_tuning.method) is Pooling.WORDS:
            told += family_of(config).shape(config).vocabulary
        return round(outputs * fine_tuning.context_length * told)
    if fine_tuning.method is Method.LORA and family_of(config).kind is NetworkKind.TRANSFORMER:
        adapted = adapted_matrices(config, fine_tuning)
        pairs = sum(fine_tuning.lora_rank * (matrix.inputs + matrix.outputs) for matrix in adapted)
        return pairs + (sum(matrix.biases for matrix in adapted) if fine_tuning.lora_biases else 0)
    sizes = layer_sizes(config)
    if fine_tuning.freeze_embeddings:
        sizes[0] = 0
    if fine_tuning.method is Method.LAST_LAYERS:
        sizes = sizes[-fine_tuning.layers :]
    return sum(sizes)


def features(config: dict[str, Any], fine_tuning: FineTuning) -> int:
    """From how many numbers of what the network says the classes of a text are told."""
    width = family_of(config).shape(config).width
    return width if fine_tuning.pooling is Pooling.LAST else 3 * width


def adapted_matrices(config: dict[str, Any], fine_tuning: FineTuning) -> list[Matrix]:
    """Beside which matrices LoRA stands (see training/lora.py)."""
    matrices, blocks = family_of(config).matrices(config), len(layer_sizes(config)) - 1
    return blocks * [matrices[name] for name in fine_tuning.lora_targets.matrices if name in matrices]
