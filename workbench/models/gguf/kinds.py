"""In which kinds of numbers tensors lie in a GGUF file: how many make a block, and how many bytes that takes.

The file has a number for each (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). They stand here so that a
header can be looked at without the library that knows how to decode them (`gguf`); a test compares them with its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    number: int  # in the file
    name: str  # as people call it
    numbers: int  # in a block, which a row is divided into
    size_bytes: int  # of a block

    def bytes_of(self, numbers: int) -> int:
        return numbers // self.numbers * self.size_bytes


_TABLE = (
    (0, "F32", 1, 4), (1, "F16", 1, 2), (2, "Q4_0", 32, 18), (3, "Q4_1", 32, 20), (6, "Q5_0", 32, 22),
    (7, "Q5_1", 32, 24), (8, "Q8_0", 32, 34), (9, "Q8_1", 32, 40), (10, "Q2_K", 256, 84), (11, "Q3_K", 256, 110),
    (12, "Q4_K", 256, 144), (13, "Q5_K", 256, 176), (14, "Q6_K", 256, 210), (15, "Q8_K", 256, 292),
    (16, "IQ2_XXS", 256, 66), (17, "IQ2_XS", 256, 74), (18, "IQ3_XXS", 256, 98), (19, "IQ1_S", 256, 50),
    (20, "IQ4_NL", 32, 18), (21, "IQ3_S", 256, 110), (22, "IQ2_S", 256, 82), (23, "IQ4_XS", 256, 136),
    (24, "I8", 1, 1), (25, "I16", 1, 2), (26, "I32", 1, 4), (27, "I64", 1, 8), (28, "F64", 1, 8),
    (29, "IQ1_M", 256, 56), (30, "BF16", 1, 2), (34, "TQ1_0", 256, 54), (35, "TQ2_0", 256, 66), (39, "MXFP4", 32, 17),
    (40, "NVFP4", 64, 36), (41, "Q1_0", 128, 18),
)  # fmt: skip
KINDS = {number: Kind(number, name, numbers, size) for number, name, numbers, size in _TABLE}
NAMED = {kind.name: kind for kind in KINDS.values()}
# What the library has no decoder for; whole numbers are no weights.
WITHOUT_DECODER = frozenset({"Q8_1", "Q8_K", "Q1_0", "I8", "I16", "I32", "I64", "F64"})
WHOLE = ("F32", "F16", "BF16")  # kinds that are numbers of a usual length, and no quantisation
