"""Why llama.cpp says something else of a Q8_0 file than its weights alone would: it rounds what it computes with, too.

The strong model's file is written three times with the library of llama.cpp's authors: with matrices in Q8_0, with the
same numbers in float32, and with those that were rounded in float32. llama.cpp is asked for the next token after some
beginnings: the first two have the same weights, so that what differs between them was rounded on the way.

    python -m tests.benchmarks.rounded_on_the_way
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import gguf
import numpy as np

from tests.llama_cpp import LlamaCpp
from workbench.models.language_model import read_tokenizer
from workbench.models.strong import strong_file

BEGINNINGS = (
    "The capital of France is", "The keeper lit the lamp and the sea", "She opened the door and saw",
    "In the beginning there was", "Water boils at a temperature of one hundred", "The lighthouse stands on the",
    "My favourite colour is", "He went to the market to buy some",
)  # fmt: skip
Q8_0 = gguf.GGMLQuantizationType.Q8_0


def main() -> None:
    source = strong_file()
    if source is None:
        raise SystemExit("The strong model is not installed.")
    tokenizer = read_tokenizer(source)
    asked = [[int(token) for token in tokenizer.encode(text)] for text in BEGINNINGS]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, kind in (("Q8_0", _rounded), ("the same in F32", _given_back), ("never rounded, F32", _left)):
            file = _write(source, Path(folder) / "model.gguf", kind)
            model = LlamaCpp(file)
            found[name] = [model.likeliest(tokens) for tokens in asked]
            del model
            file.unlink()
    names = list(found)
    for one, other in ((names[0], names[1]), (names[1], names[2]), (names[0], names[2])):
        apart = [_apart(*each) for each in zip(found[one], found[other], strict=True)]
        shown = " ".join(f"{each:.3f}" for each in apart)
        print(f"{one} against {other}: at most {max(apart):.3f} of the probability of a token ({shown})")


def _apart(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Of the tokens that both name."""
    return max(abs(chance - other[token]) for token, chance in one.items() if token in other)


def _write(source: Path, file: Path, kind: Callable[[gguf.GGUFWriter, str, np.ndarray], None]) -> Path:
    reader, writer = gguf.GGUFReader(source), gguf.GGUFWriter(file, "llama")
    for key, field in reader.fields.items():
        if not key.startswith("GGUF.") and key not in ("general.architecture", "general.file_type"):
            writer.add_key_value(key, field.contents(), field.types[0], field.types[-1])
    for tensor in reader.tensors:
        shape = tuple(int(length) for length in reversed(tensor.shape))
        value = np.asarray(gguf.dequantize(tensor.data, tensor.tensor_type), np.float32).reshape(shape)
        (kind if value.ndim == 2 else _left)(writer, tensor.name, value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file


def _rounded(writer: gguf.GGUFWriter, name: str, value: np.ndarray) -> None:
    writer.add_tensor(name, gguf.quantize(value, Q8_0), raw_dtype=Q8_0)


def _given_back(writer: gguf.GGUFWriter, name: str, value: np.ndarray) -> None:
    again = gguf.dequantize(gguf.quantize(value, Q8_0), Q8_0)
    writer.add_tensor(name, np.asarray(again, np.float32).reshape(value.shape))


def _left(writer: gguf.GGUFWriter, name: str, value: np.ndarray) -> None:
    writer.add_tensor(name, value)


if __name__ == "__main__":
    main()
