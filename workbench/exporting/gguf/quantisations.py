"""In which kinds of numbers a GGUF file is written, and how large it will be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.models.families.registry import family_of
from workbench.models.families.shapes import TransformerShape
from workbench.models.gguf.kinds import NAMED, Kind


class Quantisation(StrEnum):
    """Of what the library can write; its ternary kinds and MXFP4 are for networks that were trained in them."""

    F32 = "f32"
    F16 = "f16"
    BF16 = "bf16"
    Q8_0 = "q8_0"
    Q5_1 = "q5_1"
    Q5_0 = "q5_0"
    Q4_1 = "q4_1"
    Q4_0 = "q4_0"

    @property
    def kind(self) -> Kind:
        return NAMED[self.name]


@dataclass(frozen=True)
class Allowed:
    """How far what a file predicts may be from the model, on the positions that are looked at."""

    distance: float  # of two distributions, on average: half the sum of all differences
    logits: float  # by which a token may be ahead and still come second, as a share of what the logits spread over


# general.file_type, as llama.cpp counts them.
FILE_TYPES: Mapping[Quantisation, int] = {
    Quantisation.F32: 0, Quantisation.F16: 1, Quantisation.Q4_0: 2, Quantisation.Q4_1: 3, Quantisation.Q8_0: 7,
    Quantisation.Q5_0: 8, Quantisation.Q5_1: 9, Quantisation.BF16: 32,
}  # fmt: skip
# A number keeps 24, 11, 8 binary digits, or 8, 5 and 4 beside those that a block of 32 share.
ALLOWED: Mapping[Quantisation, Allowed] = {
    Quantisation.F32: Allowed(1e-4, 1e-4),
    Quantisation.F16: Allowed(0.01, 0.01),
    Quantisation.BF16: Allowed(0.05, 0.05),
    Quantisation.Q8_0: Allowed(0.05, 0.05),
    Quantisation.Q5_1: Allowed(0.2, 0.2),
    Quantisation.Q5_0: Allowed(0.25, 0.25),
    Quantisation.Q4_1: Allowed(0.35, 0.35),
    Quantisation.Q4_0: Allowed(0.4, 0.4),
}
_FEW_BITS = (Quantisation.Q5_1, Quantisation.Q5_0, Quantisation.Q4_1, Quantisation.Q4_0)
_WHOLE_ALWAYS = ("position_embd.weight",)
_WITH_EVERY_WORD = ("token_embd.weight", "output.weight")


def kind_for(name: str, shape: tuple[int, ...], wanted: Quantisation) -> Kind:
    """In which a tensor is written, called `name` there: biases and norms whole; the matrices of the vocabulary in 8
    bits where others have fewer, as llama.cpp does; what cannot be divided into blocks in 16."""
    if len(shape) == 1 or name in _WHOLE_ALWAYS:
        return NAMED["F32"]
    kind = NAMED["Q8_0"] if wanted in _FEW_BITS and name in _WITH_EVERY_WORD else wanted.kind
    return NAMED["F16"] if shape[-1] % kind.numbers else kind


def sizes(config: Mapping[str, Any]) -> dict[Quantisation, int]:
    """About how many bytes the weights take in each kind, by a complete configuration alone; nothing for a network that
    has no place in GGUF."""
    family = family_of(dict(config))
    shape = family.shape(dict(config))
    if not isinstance(shape, TransformerShape):
        return {}
    matrices = [matrix for matrix in family.matrices(dict(config)).values() for _ in range(shape.blocks)]
    words = shape.vocabulary * shape.width * (1 if shape.is_tied else 2)
    others = sum(family.layer_sizes(dict(config))) - words - sum(matrix.weights for matrix in matrices)

    def size(wanted: Quantisation) -> int:
        inside = sum(
            kind_for("", (matrix.outputs, matrix.inputs), wanted).bytes_of(matrix.weights) for matrix in matrices
        )
        of_words = kind_for(_WITH_EVERY_WORD[0], (shape.vocabulary, shape.width), wanted).bytes_of(words)
        return inside + of_words + 4 * others

    return {wanted: size(wanted) for wanted in Quantisation}
