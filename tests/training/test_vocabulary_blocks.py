"""A loss over a vocabulary in blocks, against the same loss on logits that Keras makes at once."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.costs import step_cost
from workbench.models.language_model import import_libraries
from workbench.models.networks import random_network
from workbench.tasks.answers.task import TASK as ANSWERS
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.tasks.task import Task
from workbench.training.products import products_in
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Precision

VOCABULARY = 333  # no multiple of a block's answers
CONFIG = {"model_type": "gpt2", "vocab_size": VOCABULARY, "n_positions": 64, "n_embd": 64, "n_layer": 1, "n_head": 2}
TOKENS = np.random.default_rng(0).integers(0, VOCABULARY, (2, 65), np.int32)
TOKENS[0, :3] = 0, VOCABULARY - 1, VOCABULARY - 2
SMOOTHED = FineTuning(label_smoothing=0.1)


@pytest.mark.parametrize(
    ("task", "precision", "tolerance"),
    [(NEXT_WORD, Precision.FLOAT32, 2e-5), (ANSWERS, Precision.BFLOAT16, 2e-2)],
    ids=["next words", "answers, in bfloat16"],
)
def test_loss_and_gradients_are_those_of_all_logits_which_are_never_made(
    task: Task, precision: Precision, tolerance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tensorflow as tf

    import_libraries()
    monkeypatch.setattr(step_cost, "MOST_LOGITS", 2 * 64 * VOCABULARY - 1)
    monkeypatch.setattr(step_cost, "LOGITS_BLOCK", 100)
    network = random_network(CONFIG, seed=0)
    variables = [v for v in network.trainable_variables if not v.path.endswith("key/bias")]  # of no effect
    targets = TOKENS[:, 1:].copy()
    targets[1, 50:] = -1 if task is ANSWERS else 7

    def compute(in_blocks: bool, passages: tf.Tensor) -> list[tf.Tensor]:
        with tf.GradientTape() as tape:
            with products_in(precision if in_blocks else Precision.FLOAT32) as products:
                outputs = network(task.feed(passages), training=False)
            objective, loss = task.objective(products.unmade(outputs) if in_blocks else outputs, targets, SMOOTHED)
        return [objective, loss, *map(tf.convert_to_tensor, tape.gradient(objective, variables))]

    traced = tf.function(compute, jit_compile=True, autograph=False)
    rows = tf.constant(TOKENS[:, :-1])
    expected, found = traced(False, rows), traced(True, rows)
    assert float(found[0]) == pytest.approx(float(expected[0]), abs=tolerance / 4)
    assert float(found[1]) == pytest.approx(float(expected[1]), abs=tolerance / 4)
    for variable, slope, gradient in zip(variables, expected[2:], found[2:], strict=True):
        assert np.linalg.norm(gradient - slope) / np.linalg.norm(slope) < tolerance, variable.path
    program = traced.experimental_get_compiler_ir(True, rows)
    assert f"[128,{VOCABULARY}]" not in program("optimized_hlo") and "[128,84]" in program("optimized_hlo")
