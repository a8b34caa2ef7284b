"""The ways there are to learn: the choices of a fine-tuning."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class Method(StrEnum):
    FULL = "full"  # every weight learns
    LAST_LAYERS = "last_layers"  # only the topmost ones
    HEAD = "head"  # none of the model's own: a head for labels alone, on what the model says of each text or word
    GRADUAL_UNFREEZING = "gradual_unfreezing"  # from the top down, one after another (Howard & Ruder, ULMFiT, 2018)
    LORA = "lora"  # a pair of thin matrices beside each of those chosen (Hu et al., LoRA, 2021)
    LORA_BY_HEAD = "lora_by_head"  # what “lora” was in older runs: a pair for each head, and biases learnt as well

    def suits(self, tasks: Collection[str]) -> bool:
        """Whether a run of these tasks can learn so."""
        return self is not Method.HEAD or (set(tasks) <= {"labels", "tags"} and len(tasks) == 1)


class LoraTargets(StrEnum):
    """Beside which matrices of a block LoRA's pairs stand."""

    QUERY_VALUE = "query_value"  # as in the paper's experiments
    ATTENTION = "attention"
    FEED_FORWARD = "feed_forward"
    ALL = "all"

    @property
    def matrices(self) -> tuple[str, ...]:
        attention, feed_forward = ("query", "key", "value", "output"), ("gate", "up", "down")
        return {
            LoraTargets.QUERY_VALUE: ("query", "value"),
            LoraTargets.ATTENTION: attention,
            LoraTargets.FEED_FORWARD: feed_forward,
            LoraTargets.ALL: attention + feed_forward,
        }[self]


class Pooling(StrEnum):
    """From what of a text its classes are told.

    Of what two models say of two texts, a logistic regression on a hundred labels was right of 59.1 and 73.8 % with all
    three, of 56.5 and 69.9 % with the last alone; of 60.5 and 73.3 % with the mean alone, which is not offered.
    With each token by itself a head that learns alone loses less of what single words tell.
    """

    SUITED = "suited"  # WORDS for a head that learns alone, else CONCAT
    CONCAT = "concat"  # the last, the mean and the maximum, one after the other (Howard & Ruder, ULMFiT, 2018)
    LAST = "last"  # the last one, which has seen the whole text
    WORDS = "words"  # CONCAT, and a weight for each token beside it (Cheng et al., Wide & Deep Learning, 2016)

    def for_method(self, method: Method) -> Pooling:
        """What it is where a head learns by that method."""
        if self is not Pooling.SUITED:
            return self
        return Pooling.WORDS if method is Method.HEAD else Pooling.CONCAT


class Mixing(StrEnum):
    """How much each of several tasks counts that are learnt at once."""

    GIVEN = "given"  # as the weights say that it was set up with
    SIZE = "size"  # these times the size of its text to a power
    UNCERTAINTY = "uncertainty"  # learnt from how uncertain each task is (Kendall et al., 2018)


class Optimizer(StrEnum):
    ADAMW = "adamw"  # Loshchilov & Hutter, Decoupled Weight Decay Regularization, 2019
    ADAM = "adam"  # Kingma & Ba, 2015
    SGD = "sgd"
    SGD_MOMENTUM = "sgd_momentum"  # Nesterov's, 0.9
    ADAFACTOR = "adafactor"  # Shazeer & Stern, 2018
    LION = "lion"  # Chen et al., Symbolic Discovery of Optimization Algorithms, 2023
    MUON = "muon"  # Jordan et al., 2024; for the matrices, AdamW for the rest


class Schedule(StrEnum):
    COSINE = "cosine"  # to a tenth of the peak (Loshchilov & Hutter, SGDR, 2017)
    LINEAR = "linear"  # to zero, where it is when the last step has been made
    CONSTANT = "constant"
    SLANTED_TRIANGULAR = "slanted_triangular"  # Howard & Ruder, ULMFiT, 2018
    WARMUP_STABLE_DECAY = "warmup_stable_decay"  # Hu et al., MiniCPM, 2024
    INVERSE_SQUARE_ROOT = "inverse_square_root"  # Vaswani et al., Attention Is All You Need, 2017


class Precision(StrEnum):
    """In which numbers matrix products are read; everything is added up and kept in float32."""

    AUTO = "auto"  # whichever is faster here
    BFLOAT16 = "bfloat16"
    FLOAT32 = "float32"


METHODS_OF = {  # settings that not every method asks for
    "layers": (Method.LAST_LAYERS,),
    "unfreeze_over": (Method.GRADUAL_UNFREEZING,),
    "lora_rank": (Method.LORA, Method.LORA_BY_HEAD),
    "lora_alpha": (Method.LORA, Method.LORA_BY_HEAD),
    "lora_targets": (Method.LORA,),
    "lora_biases": (Method.LORA,),
    "freeze_embeddings": (Method.FULL, Method.LAST_LAYERS, Method.GRADUAL_UNFREEZING),
}
TASKS_OF = {  # settings that not every task asks for
    "pooling": ("labels",),
    "class_weights": ("labels",),
    "language_model": ("labels", "tags"),
    "mixing": ("together",),
    "mixing_power": ("together",),
    "teacher_share": ("taught",),
    "temperature": ("taught",),
}
OUTDATED = {Method.LORA_BY_HEAD: Method.LORA}  # methods of older runs, with those that new ones have instead
