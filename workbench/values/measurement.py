"""What was measured, while a run learns and of what it learnt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.messages.message import Message
from workbench.values.corpus import Split


@dataclass(frozen=True)
class Measurement:
    """One number of a run: loss, validation_loss, learning_rate, gradient_norm, tokens_per_second."""

    step: int
    name: str
    value: float
    seconds: float  # of the run, when it was measured


TRAINING_LOSS = "training_loss"  # of each of several things that are learnt at once, as PART/training_loss


def stored_as(task: str, figure: str) -> str:
    """The name of what a task measures; a run that learns several things at once says already of which it is."""
    return figure if "/" in figure else f"{task}/{figure}"


@dataclass(frozen=True, eq=False)
class Curve:
    """All measurements of one name, by step: float64 arrays of the same length."""

    steps: np.ndarray
    values: np.ndarray
    seconds: np.ndarray  # of the run, when it was measured


@dataclass(frozen=True)
class CalibrationBin:
    """Predictions about which a model was about equally sure."""

    tokens: int
    confidence: float  # mean probability of what was held to be likeliest
    accuracy: float  # how often that came


@dataclass(frozen=True)
class AnswersMeasured:
    """How well a model tells what is answered in conversations, from what was said before."""

    model: str
    corpus: str
    split: Split
    loss: float  # nats per token of the answers
    accuracy: float  # share of these tokens that were the likeliest one
    conversations: int  # that were read


@dataclass(frozen=True)
class Evaluation:
    """How well a model predicts a split. `loss` in nats per token; the protocol says how it was measured."""

    model: str
    corpus: str
    split: Split
    tokens: int
    words: int
    bytes: int
    loss: float
    perplexity: float  # e ** loss
    word_perplexity: float  # e ** (total loss / words)
    bits_per_byte: float
    accuracy: float  # share of tokens that were the most probable one
    top5_accuracy: float
    protocol: Message
    context: int  # the most tokens that a prediction sees
    stride: int  # tokens between the beginnings of two windows
    tokenizer: str  # SHA-256 of its definition
    text: str  # SHA-256 of the corpus's text
    words_asked: int  # places at which a whole next word was looked for
    word_accuracy: float | None  # share of those where it was the likeliest word; None where none was looked for
    top5_word_accuracy: float | None
    calibration: tuple[CalibrationBin, ...]  # by how sure the model was, over all tokens
    calibration_error: float  # expected calibration error
