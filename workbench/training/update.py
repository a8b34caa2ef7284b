"""What a step does to the weights, from the gradients of what learns: clip, move, pull back, hold back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.training.counting import counted

if TYPE_CHECKING:
    import keras


@dataclass(frozen=True, eq=False)
class Update:
    """Calling it moves the `variables`; part of a compiled step, or by itself."""

    optimizer: keras.optimizers.Optimizer
    variables: Sequence[keras.Variable]
    clip_norm: float
    pull: float = 0.0  # towards where the variables began
    varies: bool = False  # whether each variable has its own share of the rate
    counts: bool = False  # whether each counts its own steps
    anchors: Sequence[Any] = field(init=False)  # where the variables began; variables, for constants would be copied

    def __post_init__(self) -> None:
        import tensorflow as tf

        anchors = [tf.Variable(tf.zeros(v.shape), trainable=False) for v in self.variables] if self.pull else []
        object.__setattr__(self, "anchors", anchors)

    def anchor_to(self, values: Sequence[np.ndarray]) -> None:
        """Say where the variables began, if they are to be pulled back there."""
        for anchor, value in zip(self.anchors, values, strict=True):
            anchor.assign(value)

    def __call__(self, gradients: Sequence[Any], rate: Any, multipliers: Any, own_steps: Any) -> Any:
        """Returns the norm of the gradients before they were clipped; each variable moves by its share of the rate.

        What has no gradient, None, rests, and so does what the optimizer keeps of it.
        """
        import tensorflow as tf

        moving = [index for index, gradient in enumerate(gradients) if gradient is not None]
        found, variables = [gradients[index] for index in moving], [self.variables[index] for index in moving]
        if self.varies:  # what is frozen must not count in the norm, nor leave a trace in the optimizer
            found = [g * tf.cast(multipliers[index] > 0, g.dtype) for index, g in zip(moving, found, strict=True)]
        found, norm = tf.clip_by_global_norm(found, self.clip_norm)
        before = [tf.identity(variable.value) for variable in variables] if self.varies or self.pull else []
        with counted(self.optimizer, own_steps if self.counts else None):
            self.optimizer.apply(found, variables)
        if self.pull:
            for index, variable, value in zip(moving, variables, before, strict=True):
                # The gradient of pull / 2 · ‖w - start‖² (Li et al., L2-SP, 2018) stays out of the optimizer, as the
                # gradient of weight decay does (Loshchilov & Hutter, 2019): what is clipped and scaled is the task's.
                variable.assign_sub(rate * self.pull * (value - self.anchors[index]))
        if self.varies:
            for index, variable, value in zip(moving, variables, before, strict=True):
                # Every optimizer's move, decay and pull included, is proportional to its rate.
                variable.assign(value + multipliers[index] * (variable.value - value))
        return norm
