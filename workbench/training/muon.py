"""Muon for Transformers: every matrix is moved by its momentum made orthogonal, everything else by AdamW.

Keller Jordan et al., Muon: An optimizer for hidden layers in neural networks, 2024; scaled so that rates and weight
decay are AdamW's (Liu et al., Muon is Scalable for LLM Training, 2025, section 2.2).
"""

from __future__ import annotations

import math
from typing import Any

import keras

from workbench.training.products import products_in
from workbench.values.methods import Precision

ADAM_BETA_2 = 0.95  # a short memory for the embeddings' squares: runs have hundreds of steps, not millions


class Muon(keras.optimizers.Muon):
    """Keras's, which knows matrices of two dimensions only: an attention's kernel has three, as its heads are apart."""

    def __init__(self, learning_rate: float, weight_decay: float, precision: Precision) -> None:
        super().__init__(
            learning_rate,
            adam_beta_2=ADAM_BETA_2,
            adam_weight_decay=weight_decay,
            weight_decay=weight_decay,
            exclude_layers=["lora_"],  # its pairs are no matrices of the network's own
        )
        self._precision = precision

    def build(self, var_list: list[keras.Variable]) -> None:
        super().build(var_list)
        self._rows = [_rows(variable) for variable in var_list]

    def _should_use_adamw(self, variable: Any) -> bool:
        if len(variable.shape) == 3 and variable.path.endswith("/kernel"):
            return False
        return bool(super()._should_use_adamw(variable))

    def _muon_update_step(self, gradient: Any, variable: Any, lr: Any, m: Any) -> None:
        """As Keras's, on the matrix that the kernel is."""
        self.assign_add(m, gradient + m * (self.momentum - 1))
        direction = gradient + self.momentum * m
        matrix = keras.ops.reshape(direction, (self._rows[self._get_variable_index(variable)], -1))
        update = self.lr_adjust(lr * self.zeropower_via_newtonschulz5(matrix, self.ns_steps))
        self.assign_sub(variable, keras.ops.reshape(update, variable.shape))

    def zeropower_via_newtonschulz5(self, x: Any, steps: int) -> Any:
        """The quintic Newton–Schulz iteration, its products in the run's precision, as its authors do."""
        multiply, transpose = keras.ops.matmul, keras.ops.transpose
        is_tall = x.shape[0] > x.shape[1]
        x = transpose(x) if is_tall else x
        x = x / (keras.ops.norm(x) + 1e-7)
        with products_in(self._precision):
            for _ in range(steps):
                square = multiply(x, transpose(x))
                polynomial = self.muon_b * square + self.muon_c * multiply(square, square)
                x = self.muon_a * x + multiply(polynomial, x)
        return transpose(x) if is_tall else x


def _rows(variable: keras.Variable) -> int:
    """Of the matrix: queries, keys and values are [width, heads, size], what leaves the heads [heads, size, width].

    Gemma's queries, keys and values are [heads, width, size] and stay so, the heads one below the other.
    """
    *lead, _ = variable.shape or (1,)
    heads_first = ("attention_output/kernel", "o_proj/kernel")
    is_stacked = variable.path.endswith(heads_first) or variable.path.startswith("decoder_block")
    return math.prod(lead) if is_stacked else (lead or [1])[0]
