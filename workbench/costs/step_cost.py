"""What a network does for a step and keeps meanwhile, counted from its configuration.

The counts of products are exact. Those of everything else (activations, norms, softmax, optimizer) are how often a
step goes through its numbers, read off steps of several networks by tests/benchmarks/estimates.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.models.families.registry import family_of
from workbench.models.families.shapes import RecurrentShape, TransformerShape
from workbench.models.sizes import adapted_matrices, layer_sizes, learning_parameters
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Precision

SEEN = 0.75  # of the products of queries and keys, where attention is in blocks (see training/products.py)
# How often a step goes through: the logits, a block's values of the network's width and of its inner one, the
# probabilities of attention, the learning weights.
LOGITS, WIDTH, INNER, PROBABILITIES, WEIGHTS = 5.0, 10.0, 4.0, 5.0, 4.0
# How many copies of them a step holds at its height, in numbers of 4 bytes; of the last, those of the backward pass.
KEPT_LOGITS, KEPT_WIDTH, KEPT_INNER, KEPT_PROBABILITIES = 2.25, 6.0, 1.5, 2.25
KEPT_BY_LORA = 0.5  # of what products with weights that learn would need
MOST_LOGITS = 2**24  # that a step makes at once, 64 MB: more than the bundled models have where nothing is set
LOGITS_BLOCK = 8192  # answers, about, in a block of them where there are more (see training/vocabulary_blocks.py)
KEPT_EMBEDDINGS = 1.5  # copies of the output matrix, for its gradient, where logits are in blocks
KEPT_CHANCES = 1.0  # of the answers, for the same, in float32
RECURRENT, KEPT_RECURRENT = 40.0, 6.0  # of an LSTM's state, at each token
COMPILING_BYTES, COMPILING_BYTES_A_LAYER = 300_000_000, 33_000_000  # of the compiler at its height
COMPILING_LSTM_BYTES = 200_000_000


@dataclass(frozen=True)
class StepCost:
    products: float  # operations in products that can be done in the run's precision
    plain_products: float  # in those that are always float32
    elements: float  # numbers that are gone through


def step_cost(config: dict[str, Any], fine_tuning: FineTuning, outputs: float) -> StepCost:
    """Of one step, accumulated batches included; `outputs` are the numbers that the head gives for each token."""
    tokens, context = fine_tuning.tokens_per_step, fine_tuning.context_length
    learning = learning_parameters(config, fine_tuning, outputs)
    blocks = len(layer_sizes(config)) - 1
    lowest = _lowest_learning_block(blocks, fine_tuning)
    # Forward, back through every block above the lowest that learns, and to the weights of those that learn.
    to_weights = (blocks - lowest) / blocks * _share_of_blocks_felt(config, fine_tuning)
    passes = 1 + (blocks - lowest) / blocks + to_weights
    output_passes = 3 if lowest == 0 and fine_tuning.method is not Method.LORA else 2
    return _cost(config, tokens, context, passes, outputs, output_passes, WEIGHTS * learning)


def reading_cost(config: dict[str, Any], tokens: int, outputs: float) -> StepCost:
    """Of reading, without learning, a text of `tokens` tokens."""
    cost = _cost(config, tokens, 256, 1.0, outputs, 1.0, 0.0)
    return StepCost(0.0, cost.products + cost.plain_products, cost.elements / 3)


def step_bytes(config: dict[str, Any], fine_tuning: FineTuning, outputs: float) -> int:
    """What compiling and making a step takes beside weights and optimizer: what one batch keeps for the way back."""
    tokens, layers = fine_tuning.batch_size * fine_tuning.context_length, len(layer_sizes(config)) - 1
    shape = family_of(config).shape(config)
    if isinstance(shape, RecurrentShape):
        kept = KEPT_LOGITS * outputs + KEPT_RECURRENT * shape.states
        return COMPILING_LSTM_BYTES + int(4 * tokens * kept)
    block = KEPT_WIDTH * shape.width + KEPT_INNER * _inner(shape) * shape.inner
    block *= KEPT_BY_LORA + (1 - KEPT_BY_LORA) * _share_of_blocks_felt(config, fine_tuning)
    block += KEPT_PROBABILITIES * shape.heads * fine_tuning.context_length
    learning = max(1, layers - _lowest_learning_block(layers, fine_tuning))  # one, where they are only read
    kept, matrix = KEPT_LOGITS * outputs, 0.0
    if shape.is_tied and are_in_blocks(tokens, outputs):
        kept = KEPT_LOGITS * LOGITS_BLOCK
        if _lowest_learning_block(layers, fine_tuning) == 0 and fine_tuning.method is not Method.LORA:
            matrix = KEPT_EMBEDDINGS * outputs * shape.width
            kept += KEPT_CHANCES * outputs / (2 if fine_tuning.precision is Precision.BFLOAT16 else 1)
    kept += learning * block
    return COMPILING_BYTES + layers * COMPILING_BYTES_A_LAYER + int(4 * (tokens * kept + matrix))


def are_in_blocks(tokens: float, outputs: float) -> bool:
    """Whether the logits of so many tokens are too many to be held at once."""
    return tokens * outputs > MOST_LOGITS and outputs > LOGITS_BLOCK


def _cost(
    config: dict[str, Any], tokens: int, context: int, passes: float, outputs: float, output_passes: float, moved: float
) -> StepCost:
    """`passes` is how often the products of the blocks are done, `output_passes` those with the output matrix."""
    shape, weights = family_of(config).shape(config), sum(layer_sizes(config)[1:])
    output = outputs * shape.width
    if isinstance(shape, RecurrentShape):
        products = 2 * tokens * (weights * passes + output * output_passes)
        elements = LOGITS * outputs + RECURRENT * shape.states
        return StepCost(products, 0.0, tokens * elements + moved)
    if not shape.is_tied:
        weights -= shape.vocabulary * shape.width
    attention = 2 * shape.blocks * shape.heads * shape.head * context
    plain = 0.0 if shape.in_blocks else attention
    products = weights * passes + (SEEN * attention * passes if shape.in_blocks else 0.0) + output * output_passes
    if shape.heads_first:
        projections = 2 * shape.width * (shape.heads + shape.key_heads) * shape.head * shape.blocks
        products, plain = products - projections * passes, plain + projections
    block = WIDTH * shape.width + INNER * _inner(shape) * shape.inner
    block += PROBABILITIES * shape.heads * context * (SEEN if shape.in_blocks else 1.5)
    elements = LOGITS * outputs + shape.blocks * block
    return StepCost(2 * tokens * products, 2 * tokens * plain * passes, tokens * elements + moved)


def _share_of_blocks_felt(config: dict[str, Any], fine_tuning: FineTuning) -> float:
    """What share of the weights in a block that learns have a gradient: with LoRA, those that it stands beside."""
    if fine_tuning.method is not Method.LORA:
        return 1.0
    _, block, *others = layer_sizes(config)
    adapted = adapted_matrices(config, fine_tuning)
    return sum(matrix.weights for matrix in adapted) / (1 + len(others)) / block


def _lowest_learning_block(blocks: int, fine_tuning: FineTuning) -> int:
    """Counted from 0; the embeddings below it."""
    if fine_tuning.method is Method.HEAD:
        return blocks
    if fine_tuning.method is Method.LAST_LAYERS:
        return max(0, blocks - fine_tuning.layers)
    return 0


def _inner(shape: TransformerShape) -> float:
    """How many values of the inner width a block has: gated ones have two and their product."""
    return 2.0 if shape.is_gated else 1.0
