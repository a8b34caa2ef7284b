"""What a person reads in place of the choices of a setting."""

from __future__ import annotations

from enum import StrEnum

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.methods import LoraTargets, Method, Mixing, Optimizer, Pooling, Precision, Schedule

CHOICES: dict[StrEnum, str] = {
    Method.FULL: QT_TRANSLATE_NOOP("FineTuning", "Every weight learns (full)"),
    Method.LAST_LAYERS: QT_TRANSLATE_NOOP("FineTuning", "The last layers learn"),
    Method.HEAD: QT_TRANSLATE_NOOP("FineTuning", "A head for labels learns alone"),
    Method.GRADUAL_UNFREEZING: QT_TRANSLATE_NOOP("FineTuning", "Gradual unfreezing"),
    Method.LORA: QT_TRANSLATE_NOOP("FineTuning", "Small additions learn (LoRA)"),
    Method.LORA_BY_HEAD: QT_TRANSLATE_NOOP("FineTuning", "LoRA, a pair for each head (older version)"),
    LoraTargets.QUERY_VALUE: QT_TRANSLATE_NOOP("FineTuning", "Queries and values"),
    LoraTargets.ATTENTION: QT_TRANSLATE_NOOP("FineTuning", "All of attention"),
    LoraTargets.FEED_FORWARD: QT_TRANSLATE_NOOP("FineTuning", "Feed-forward"),
    LoraTargets.ALL: QT_TRANSLATE_NOOP("FineTuning", "Attention and feed-forward"),
    Pooling.SUITED: QT_TRANSLATE_NOOP("FineTuning", "Suited to the method"),
    Pooling.CONCAT: QT_TRANSLATE_NOOP("FineTuning", "Last, mean and greatest"),
    Pooling.LAST: QT_TRANSLATE_NOOP("FineTuning", "The last state alone"),
    Pooling.WORDS: QT_TRANSLATE_NOOP("FineTuning", "Last, mean and greatest, and each token"),
    Optimizer.ADAMW: QT_TRANSLATE_NOOP("FineTuning", "AdamW"),
    Optimizer.ADAM: QT_TRANSLATE_NOOP("FineTuning", "Adam"),
    Optimizer.SGD: QT_TRANSLATE_NOOP("FineTuning", "SGD"),
    Optimizer.SGD_MOMENTUM: QT_TRANSLATE_NOOP("FineTuning", "SGD with momentum"),
    Optimizer.ADAFACTOR: QT_TRANSLATE_NOOP("FineTuning", "Adafactor"),
    Optimizer.LION: QT_TRANSLATE_NOOP("FineTuning", "Lion"),
    Optimizer.MUON: QT_TRANSLATE_NOOP("FineTuning", "Muon, for the matrices"),
    Schedule.COSINE: QT_TRANSLATE_NOOP("FineTuning", "Cosine, to a tenth"),
    Schedule.LINEAR: QT_TRANSLATE_NOOP("FineTuning", "Linear, to zero"),
    Schedule.CONSTANT: QT_TRANSLATE_NOOP("FineTuning", "Constant"),
    Schedule.SLANTED_TRIANGULAR: QT_TRANSLATE_NOOP("FineTuning", "Slanted triangular"),
    Schedule.WARMUP_STABLE_DECAY: QT_TRANSLATE_NOOP("FineTuning", "Stable, then to zero"),
    Schedule.INVERSE_SQUARE_ROOT: QT_TRANSLATE_NOOP("FineTuning", "Inverse square root"),
    Mixing.GIVEN: QT_TRANSLATE_NOOP("FineTuning", "As given"),
    Mixing.SIZE: QT_TRANSLATE_NOOP("FineTuning", "By the size of the texts"),
    Mixing.UNCERTAINTY: QT_TRANSLATE_NOOP("FineTuning", "Learnt from their uncertainty"),
    Precision.AUTO: QT_TRANSLATE_NOOP("FineTuning", "Whichever is faster here"),
    Precision.BFLOAT16: QT_TRANSLATE_NOOP("FineTuning", "bfloat16"),
    Precision.FLOAT32: QT_TRANSLATE_NOOP("FineTuning", "float32"),
}
