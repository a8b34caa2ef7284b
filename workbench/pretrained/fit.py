"""Whether fine-tuning a model fits this computer: from what a step was seen to take, or else from sizes alone."""

from __future__ import annotations

import os
from typing import Any

import psutil

from workbench.fine_tuning import FineTuning
from workbench.pretrained.card import Fit, FitEstimate, PretrainedModel
from workbench.pretrained.catalogue import read_config
from workbench.pretrained.sizes import learning_parameters
from workbench.records import Family

# Measured with tests/benchmarks/transfer.py on two cores; forward and backward take 6 operations a weight and token.
OPERATIONS_PER_SECOND_AND_CORE = {Family.TRANSFORMER: 1.0e11, Family.LSTM: 0.5e11}
BYTES_PER_WEIGHT, BYTES_PER_LEARNING = 4, 12  # the latter for its gradient and two moments of AdamW
PROGRAM_BYTES = 1_100_000_000  # window, Python, TensorFlow
PREPARATION_SECONDS = 15.0  # loading, encoding, compiling
CHARACTERS_PER_TOKEN = 3.5


def estimate(
    model: PretrainedModel, fine_tuning: FineTuning, training_characters: int, measured_bytes: int | None = None
) -> FitEstimate:
    """Memory and time for the whole budget, on this computer with nothing else running.

    `measured_bytes` is what weights, optimizer and a step took together when they were tried.
    """
    context = min(fine_tuning.context_length, model.context_length)
    batch_tokens = fine_tuning.batch_size * fine_tuning.accumulate * context
    assert model.folder is not None
    config = read_config(model.folder)
    learning = learning_parameters(config, fine_tuning)
    weights = BYTES_PER_WEIGHT * model.parameters + BYTES_PER_LEARNING * learning
    if measured_bytes is None:
        measured_bytes = weights + _activations(model, config, fine_tuning.batch_size, context)
    memory = PROGRAM_BYTES + measured_bytes
    speed = OPERATIONS_PER_SECOND_AND_CORE[model.family] * (psutil.cpu_count(logical=False) or os.cpu_count() or 1)
    seconds_per_token = 6 * model.parameters / speed
    unit, amount = fine_tuning.budget
    tokens = {
        "steps": amount * batch_tokens,
        "epochs": amount * training_characters / CHARACTERS_PER_TOKEN,
        "tokens": amount,
        "minutes": 60 * amount / seconds_per_token,
    }[unit]
    steps, seconds = max(1, round(tokens / batch_tokens)), tokens * seconds_per_token
    verdict = _verdict(memory, psutil.virtual_memory())
    return FitEstimate(verdict, memory, PREPARATION_SECONDS + seconds, learning, steps)


def _activations(model: PretrainedModel, config: dict[str, Any], batch: int, context: int) -> int:
    """Bytes kept for the backward pass: the logits with their softmax and gradient, and each layer's values."""
    tokens = batch * context
    logits = 3 * tokens * (model.vocabulary or config["vocab_size"])
    if model.family is Family.TRANSFORMER:
        per_layer = 16 * tokens * config["n_embd"] + 3 * batch * config["n_head"] * context * context
        return int(4 * (logits + config["n_layer"] * per_layer))
    return int(4 * (logits + 12 * tokens * config["hidden_size"]))


def _verdict(memory: int, computer: psutil._common.svmem) -> Fit:
    if memory > 0.9 * computer.total:
        return Fit.DOES_NOT_FIT
    return Fit.TIGHT if memory > 0.8 * computer.available else Fit.FITS
