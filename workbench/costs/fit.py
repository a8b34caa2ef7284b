"""What a model takes on this computer: memory to train and to predict, and how long; from its sizes, nothing loaded.

Times come from counting what a step does and from how fast this computer is at it (see costs/speed.py).
What a step was seen to take, in an earlier run, is believed rather than counted. How many steps a budget is depends on
the text and the tokenizer, and is found out by whoever asks.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, replace

import psutil

from workbench.costs.step_cost import StepCost, reading_cost, step_bytes, step_cost
from workbench.models.card import Basis, Fit, FitEstimate, MemoryNeed, PretrainedModel
from workbench.models.catalogue import read_config
from workbench.models.families.registry import family_of
from workbench.models.sizes import adapted_matrices, features, learning_parameters
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Precision
from workbench.values.network_kind import NetworkKind

BYTES_PER_WEIGHT, BYTES_PER_LEARNING = 4, 12  # the latter for its gradient and two moments of AdamW
ENGINE_BYTES, WINDOW_BYTES = 740_000_000, 260_000_000  # TensorFlow with Python; the window
PROGRAM_BYTES = ENGINE_BYTES + WINDOW_BYTES
ASKING_BYTES = 60_000_000  # programs that are traced to predict, and the text that they keep
PREPARATION_SECONDS = 15.0  # loading, encoding, compiling
STEP_ALONE_SECONDS = 0.01  # of a head that learns alone: nearly all of it is to record the step
BATCHES = (1, 8, 32)  # that a card tells the memory of
METHODS = (Method.FULL, Method.LAST_LAYERS, Method.LORA)


@dataclass(frozen=True)
class Speed:
    """How fast a computer is, compiled: operations of matrix products a second, and numbers that it goes through."""

    float32: float
    bfloat16: float  # 0 where there is no such product
    elements: float

    @property
    def faster(self) -> Precision:
        """Which precision a run would use; far from what noise could decide."""
        return Precision.BFLOAT16 if self.bfloat16 > WORTH * self.float32 else Precision.FLOAT32


WORTH = 1.5  # times as fast products in bfloat16 must be to be chosen


@dataclass(frozen=True)
class Epoch:
    """What is read when all that a run learns from is read once."""

    told: float  # examples, or words where each of these is told by itself
    tokens: float


def assumed_speed() -> Speed:
    """Of a computer that was not measured yet: that of a laptop with as many cores."""
    cores = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    return Speed(6e10 * cores, 0.0, 4e8 * cores)


def estimate(
    model: PretrainedModel,
    fine_tuning: FineTuning,
    steps: int,
    measured_bytes: int | None = None,
    speed: Speed | None = None,
    *,
    row_length: float | None = None,
    outputs: float | None = None,
    validation_tokens: int = 0,
    seen_pace: float | None = None,
    beside_bytes: int = 0,
    beside_pace: float = 0.0,
    epoch: Epoch | None = None,
) -> FitEstimate:
    """Memory and time for the whole budget of so many steps, on this computer with nothing else running.

    The rows of a step have `row_length` tokens on the average, those of the settings where nothing is said.
    `outputs` are the numbers that the head gives for each token, one for each of the vocabulary where nothing is said.
    A budget in minutes is as many steps as they last. `validation_tokens` are read at each validation.
    `measured_bytes` is what weights, optimizer and a step took together when they were tried; `speed` is this
    computer's where it was measured; `seen_pace` is what a token took in a run of the same shape, in seconds.
    `beside_bytes` and `beside_pace` are what a teacher takes, the latter in seconds for a token. A head that learns
    alone has the network read one `epoch` once, however many steps there are.
    """
    assert model.folder is not None
    fine_tuning = fine_tuning.within(model.context_length)
    config = read_config(model.folder)
    outputs = family_of(config).shape(config).vocabulary if outputs is None else outputs
    learning = learning_parameters(config, fine_tuning, outputs)
    taken = beside_bytes + (measured_bytes or _training_bytes(model, config, fine_tuning, outputs))
    rate = speed or assumed_speed()
    read = fine_tuning.within(math.ceil(row_length)) if row_length else fine_tuning  # memory is for the longest
    counted = _learning_pace(model, config, read, outputs, rate)
    pace = seen_pace or counted + beside_pace
    # What makes learning slower or faster than it was counted does so with reading.
    reading = _seconds(reading_cost(config, 1000, outputs), model, None, rate) / 1000 * pace / counted
    step, look, once = pace * read.tokens_per_step, reading * validation_tokens, 0.0
    if fine_tuning.method is Method.HEAD:
        epoch = epoch or Epoch(0.0, 0.0)
        once, step, look, pace = look + reading * epoch.tokens, STEP_ALONE_SECONDS, 0.0, reading
        taken += int(BYTES_PER_WEIGHT * epoch.told * features(config, fine_tuning))
    if fine_tuning.minutes is None:
        seconds = once + steps * step + (1 + math.ceil(steps / fine_tuning.validate_every)) * look
    else:
        seconds = 60 * fine_tuning.minutes
        steps = max(1, round(seconds / (step + look / fine_tuning.validate_every)))
    computer = psutil.virtual_memory()
    return FitEstimate(
        _verdict(PROGRAM_BYTES + taken, computer),
        PROGRAM_BYTES + taken,
        PREPARATION_SECONDS + seconds,
        learning,
        steps,
        seconds_per_1000_tokens=1000 * pace,
        seconds_to_read_1000_tokens=1000 * reading,
        bytes_to_predict=PROGRAM_BYTES + BYTES_PER_WEIGHT * model.parameters + ASKING_BYTES,
        needs=tuple(_needs(model, config, fine_tuning, outputs, computer, rate, (seen_pace or counted) / counted)),
        basis=Basis.SEEN if seen_pace else Basis.MEASURED if speed else Basis.ASSUMED,
    )


def _needs(
    model: PretrainedModel, config: dict[str, object], fine_tuning: FineTuning, outputs: float,
    computer: psutil._common.svmem, rate: Speed, slower: float,
) -> list[MemoryNeed]:  # fmt: skip
    """What training takes for each method that suits the model, and batch; so many times `slower` than is counted."""
    needs = []
    for method in METHODS if model.kind is NetworkKind.TRANSFORMER else METHODS[:2]:
        for batch in BATCHES:
            settings = replace(fine_tuning, method=method, batch_size=batch, accumulate=1)
            taken = PROGRAM_BYTES + _training_bytes(model, config, settings, outputs)
            pace = slower * _learning_pace(model, config, settings, outputs, rate)
            needs.append(MemoryNeed(method, batch, taken, _verdict(taken, computer), 1000 * pace))
    return needs


def _learning_pace(
    model: PretrainedModel, config: dict[str, object], fine_tuning: FineTuning, outputs: float, rate: Speed
) -> float:
    """Seconds for a token."""
    return _seconds(step_cost(config, fine_tuning, outputs), model, fine_tuning, rate) / fine_tuning.tokens_per_step


def _training_bytes(model: PretrainedModel, config: dict[str, object], fine_tuning: FineTuning, outputs: float) -> int:
    """Weights, gradients, optimizer, and what a step holds at its height."""
    learning = learning_parameters(config, fine_tuning, outputs)
    held = BYTES_PER_WEIGHT * model.parameters + BYTES_PER_LEARNING * learning
    if fine_tuning.method is Method.LORA:  # which keeps what the matrices began with
        held += BYTES_PER_WEIGHT * sum(matrix.weights for matrix in adapted_matrices(config, fine_tuning))
    return held + step_bytes(config, fine_tuning, outputs)


def _seconds(cost: StepCost, model: PretrainedModel, fine_tuning: FineTuning | None, speed: Speed) -> float:
    """For `cost`; without a fine-tuning it is not learning, which is done in float32 throughout."""
    precision = fine_tuning.precision if fine_tuning else Precision.FLOAT32
    if precision is Precision.AUTO:
        precision = speed.faster if model.kind is NetworkKind.TRANSFORMER else Precision.FLOAT32
    products = speed.bfloat16 if precision is Precision.BFLOAT16 and speed.bfloat16 else speed.float32
    return cost.products / products + cost.plain_products / speed.float32 + cost.elements / speed.elements


def _verdict(memory: int, computer: psutil._common.svmem) -> Fit:
    if memory > 0.9 * computer.total:
        return Fit.DOES_NOT_FIT
    return Fit.TIGHT if memory > 0.8 * computer.available else Fit.FITS
